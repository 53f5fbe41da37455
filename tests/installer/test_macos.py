"""What can be checked of the macOS app without a Mac: its facts, and binaries made by the test."""

from __future__ import annotations

import plistlib
import re
import struct
from pathlib import Path

import pytest

from installer.macos.bundle import CAMERA_REASON, information
from installer.macos.checks import binaries, main, problems
from installer.macos.strays import main as remove_strays
from installer.product import MINIMUM_MACOS, ROOT, read_product

MACOS = ROOT / "installer/macos"
ARM64, X86_64 = 0x0100000C, 0x01000007
LC_BUILD_VERSION, LC_CODE_SIGNATURE, LC_LOAD_DYLIB = 0x32, 0x1D, 0xC


def write_binary(
    path: Path,
    kind: int = ARM64,
    system: tuple[int, int] = (14, 5),
    *,
    signed: bool = True,
    libraries: tuple[str, ...] = (),
) -> None:
    """The smallest Mach-O file: a header and the load commands that the checks read."""
    commands = [struct.pack("<6I", LC_BUILD_VERSION, 24, 1, system[0] << 16 | system[1] << 8, 0, 0)]
    if signed:
        commands.append(struct.pack("<4I", LC_CODE_SIGNATURE, 16, 0, 0))
    for library in libraries:
        name = library.encode() + b"\0" * (8 - len(library) % 8)
        commands.append(struct.pack("<6I", LC_LOAD_DYLIB, 24 + len(name), 24, 0, 0, 0) + name)
    body = b"".join(commands)
    header = struct.pack("<8I", 0xFEEDFACF, kind, 0, 6, len(commands), len(body), 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header + body)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "SignMirror.app"
    libraries = ("/usr/lib/libSystem.B.dylib", "@rpath/QtCore.framework/Versions/A/QtCore")
    write_binary(folder / "Contents/MacOS/SignMirror", libraries=libraries)
    write_binary(folder / "Contents/Frameworks/QtCore.framework/Versions/A/QtCore")
    (folder / "Contents/Info.plist").write_bytes(plistlib.dumps(information(read_product())))
    (folder / "Contents/Resources").mkdir()
    (folder / "Contents/Resources/readme.txt").write_text("no binary", encoding="utf-8")
    return folder


def test_a_sound_app_has_no_problem(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert problems(app, "arm64") == []
    assert main([str(app), "--architecture", "arm64"]) == 0
    (_, binary) = binaries(app)
    assert (binary.architecture, binary.minimum_system, binary.signed) == ("arm64", (14, 5), True)
    assert "0 unsigned" in capsys.readouterr().out


def test_another_architecture_a_newer_system_and_gpl_are_named(
    app: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frameworks = app / "Contents/Frameworks"
    write_binary(frameworks / "other.so", X86_64)
    write_binary(frameworks / "new.so", system=(26, 0), signed=False)
    (frameworks / "libavcodec.dylib").write_bytes(b"--enable-gpl")
    found = problems(app, "arm64")
    assert any("other.so is for x86_64" in line for line in found)
    assert any("new.so needs macOS 26.0" in line for line in found)
    assert any("libavcodec.dylib" in line for line in found)
    assert main([str(app), "--architecture", "arm64"]) == 1
    assert "not signed: Contents/Frameworks/new.so" in capsys.readouterr().out


def test_a_library_that_does_not_ship_is_missed(app: Path) -> None:
    name = "@rpath/QtConcurrent.framework/Versions/A/QtConcurrent"
    write_binary(app / "Contents/Frameworks/QtMultimedia", libraries=(name,))
    assert problems(app, "arm64") == [f"{name} is missing for Contents/Frameworks/QtMultimedia"]


def test_strays_are_removed_and_nothing_else(tmp_path: Path) -> None:
    write_binary(tmp_path / "a/good.so")
    write_binary(tmp_path / "a/stray.so", X86_64)
    (tmp_path / "a/module.py").write_text("", encoding="utf-8")
    assert remove_strays(["--architecture", "arm64", "--site", str(tmp_path), "--remove"]) == 0
    assert sorted(file.name for file in (tmp_path / "a").iterdir()) == ["good.so", "module.py"]


def test_the_camera_reason_is_there_in_both_languages() -> None:
    facts = information(read_product())
    assert facts["CFBundleShortVersionString"] == read_product().version
    assert facts["LSMinimumSystemVersion"] == MINIMUM_MACOS
    reasons = {
        language: re.findall(
            r'^"NSCameraUsageDescription" = "(.+)";$',
            (MACOS / f"languages/{language}.lproj/InfoPlist.strings").read_text("utf-8"),
            re.MULTILINE,
        )
        for language in facts["CFBundleLocalizations"]
    }
    assert reasons["en"] == [CAMERA_REASON] == [facts["NSCameraUsageDescription"]]
    assert reasons["fr"]
    assert reasons["fr"] != reasons["en"]


def test_entitlements_ask_for_the_camera() -> None:
    wanted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert wanted["com.apple.security.device.camera"] is True
    assert not [key for key in wanted if "network" in key]
