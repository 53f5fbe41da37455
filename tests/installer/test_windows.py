"""The sources of the Windows set-up agree with each other, and with what the program promises."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer.archive import write_zip
from installer.compare import Differs, difference
from installer.digests import digest_lines, write_digests
from installer.product import ICON, ROOT
from installer.windows.build import RUNTIMES
from installer.windows.embedded_python import PACKAGE, UntrustedFile, fetch_embedded_python
from installer.windows.icon import SIZES, write_icon

WINDOWS = ROOT / "installer/windows"
SCRIPT = "\n".join(
    (WINDOWS / name).read_text("utf-8") for name in ("signmirror.nsi", "folders.nsh", "texts.nsh")
)
LAUNCHER = (WINDOWS / "launcher.c").read_text("utf-8")


def test_every_sentence_of_the_set_up_is_there_in_both_languages() -> None:
    texts = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', SCRIPT, re.MULTILINE)
    names = {name for name, _, _ in texts}
    assert {(name, language) for name, language, _ in texts} == {
        (name, language) for name in names for language in ("ENGLISH", "FRENCH")
    }
    assert set(re.findall(r"\$\((\w+)\)", SCRIPT)) == names


def test_launcher_and_set_up_know_the_same_mutex() -> None:
    (launcher,) = re.findall(r'#define MUTEX L"(.+?)"', LAUNCHER)
    (script,) = re.findall(r'!define MUTEX "(.+?)"', SCRIPT)
    assert launcher == script


def test_the_set_up_never_asks_for_an_administrator_by_itself() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    manifest = (WINDOWS / "app.manifest").read_text("utf-8")
    assert 'level="asInvoker"' in manifest
    ElementTree.fromstring(manifest)
    assert ">UTF-8</activeCodePage>" in manifest
    assert ">true</longPathAware>" in manifest


def test_everything_that_lies_beside_the_launchers_is_removed_again() -> None:
    removed = re.findall(r'Delete "\$INSTDIR\\([^"]+)"', SCRIPT)
    for name in (
        *(f"{runtime}.dll" for runtime in RUNTIMES),
        "SignMirror.exe",
        "SignMirror.com",
        "THIRD_PARTY.txt",
    ):
        assert any(Path(name).match(pattern) for pattern in removed), name


def test_a_silent_removal_keeps_what_the_user_made() -> None:
    (question,) = [line for line in SCRIPT.splitlines() if "$(RemoveData)" in line]
    assert "/SD IDNO" in question
    assert "MB_DEFBUTTON2" in question
    after = SCRIPT[SCRIPT.index(question) :]
    assert after.index("IDNO keep") < after.index('"$LOCALAPPDATA') < after.index("keep:")


def test_folders_are_never_removed_with_what_links_in_them_lead_to() -> None:
    assert not [line for line in SCRIPT.splitlines() if line.strip().startswith("RMDir /r")]


def test_a_silent_installation_skips_no_file() -> None:
    assert "\nAllowSkipFiles off" in SCRIPT


def test_python_is_pinned_and_a_changed_archive_is_deleted(tmp_path: Path) -> None:
    locked = next(
        package
        for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
        if package["name"] == PACKAGE
    )
    cached = tmp_path / locked["sdist"]["url"].rsplit("/", 1)[-1]
    cached.write_bytes(b"something else")
    with pytest.raises(UntrustedFile):
        fetch_embedded_python(ROOT / "uv.lock", tmp_path)
    assert not cached.exists()


def test_the_icon_has_every_size(tmp_path: Path, qapp: object) -> None:
    from PIL import Image

    target = tmp_path / "signmirror.ico"
    write_icon(ICON, target)
    first = target.read_bytes()
    with Image.open(target) as icon:
        assert icon.info["sizes"] == {(size, size) for size in SIZES}
    write_icon(ICON, target)
    assert target.read_bytes() == first


def test_archives_and_digests_depend_on_content_alone(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "sub").mkdir(parents=True)
        for file in ("sub/b.txt", "a.txt") if name == "one" else ("a.txt", "sub/b.txt"):
            (folder / file).write_text(file, encoding="utf-8")
        archive = tmp_path / f"{name}.zip"
        write_zip(folder, archive, "SignMirror", {"portable.txt": b"note"})
        made.append((archive.read_bytes(), digest_lines(folder)))
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["SignMirror/a.txt", "SignMirror/sub/b.txt", "SignMirror/portable.txt"]
    write_digests([tmp_path / "one.zip"], tmp_path / "SHA256SUMS")
    digest, name = (tmp_path / "SHA256SUMS").read_text("utf-8").split()
    assert (len(digest), name) == (64, "one.zip")


def test_answers_are_compared_by_value_and_not_by_time() -> None:
    found = [{"clip": "C:\\a", "seconds": 2.0, "results": [{"sentence": "Hello", "similarity": 0.9001}]}]
    expected = [{"clip": "/a", "seconds": 1.0, "results": [{"sentence": "Hello", "similarity": 0.9}]}]
    assert difference(found, expected, 1e-3) == pytest.approx(1e-4)
    with pytest.raises(Differs, match="similarity"):
        difference(found, expected, 1e-5)
    with pytest.raises(Differs, match="sentence"):
        difference([{"sentence": "Hello"}], [{"sentence": "Water"}], 1.0)
    with pytest.raises(Differs, match="length"):
        difference([], [1], 1.0)
