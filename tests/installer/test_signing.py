"""Programs are signed with the certificate of the environment, here one made by the test."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.windows.embedded_python import UntrustedFile, check_signatures
from installer.windows.signing import sign

pytestmark = pytest.mark.skipif(
    not (shutil.which("osslsigncode") and shutil.which("openssl")),
    reason="needs osslsigncode and openssl; installer/windows/build.sh installs the first",
)
PASSWORD = "not a secret, and with spaces"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A Windows program without a signature, of those that setuptools brings."""
    spec = importlib.util.find_spec("setuptools")
    assert spec is not None
    assert spec.origin is not None
    folder = tmp_path / "programs"
    folder.mkdir()
    return Path(shutil.copy(Path(spec.origin).with_name("cli-64.exe"), folder / "program.exe"))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A self-signed code-signing certificate with its key, protected by PASSWORD."""
    key, public, packed = tmp_path / "key.pem", tmp_path / "certificate.pem", tmp_path / "certificate.pfx"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Tester"]
    request += ["-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(public)]
    export = ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(public), "-out", str(packed)]
    subprocess.run(request, check=True, capture_output=True)
    subprocess.run([*export, "-passout", "stdin"], input=PASSWORD, text=True, check=True, capture_output=True)
    return packed


def test_without_a_certificate_nothing_changes(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGNMIRROR_SIGN_PFX", raising=False)
    before = program.read_bytes()
    assert not sign([program])
    assert program.read_bytes() == before


def test_a_signed_program_names_its_signer(
    program: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNMIRROR_SIGN_PFX", str(certificate))
    monkeypatch.setenv("SIGNMIRROR_SIGN_PASSWORD", PASSWORD)
    monkeypatch.delenv("SIGNMIRROR_SIGN_TIMESTAMP", raising=False)
    with pytest.raises(UntrustedFile, match="never signed"):
        check_signatures(program.parent)
    assert sign([program])
    with pytest.raises(UntrustedFile, match="signed by Tester"):
        check_signatures(program.parent)
    assert not list(program.parent.glob("*.signed"))


def test_makensis_can_call_it_and_a_wrong_password_stops_the_build(
    program: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNMIRROR_SIGN_PFX", str(certificate))
    monkeypatch.setenv("SIGNMIRROR_SIGN_PASSWORD", "wrong")
    command = [sys.executable, "-m", "installer.windows.signing", str(program)]
    assert subprocess.run(command, check=False, capture_output=True).returncode != 0
    monkeypatch.setenv("SIGNMIRROR_SIGN_PASSWORD", PASSWORD)
    subprocess.run(command, check=True, capture_output=True)
    with pytest.raises(UntrustedFile, match="signed by Tester"):
        check_signatures(program.parent)
