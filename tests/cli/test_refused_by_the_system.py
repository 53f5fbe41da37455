"""Full disks, missing rights and long names end with a sentence, a next step and exit code 2."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.packs import NewReference, PackEditor, export_steps, open_pack, verify_pack
from desktop_app.engine.sources.recording import save_recording
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.models import made_up_sign
from tests.helpers.people import sign_recording
from tests.helpers.system_limits import modes_hold, run_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits and modes of Unix")
TWI = "\N{LATIN CAPITAL LETTER OPEN E}te s\N{LATIN SMALL LETTER OPEN E}n \N{WAVING HAND SIGN}"
LONG = "x" * 300


def own(name: str = "mine") -> Path:
    folder = paths.user_packs_dir() / name
    write_pack(folder, SIGNS)
    return folder


def temporary_files(*folders: Path) -> list[Path]:
    marks = (".part", ".building-", ".old-", "dirty", "signmirror-temp-")
    found = [path for folder in (paths.data_dir(), *folders) for path in folder.rglob("*")]
    return [path for path in found if any(mark in path.name for mark in marks)]


def check_refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """Exit code 2, a sentence and a next step; no traceback."""
    text = done.stderr.decode()
    assert done.returncode == 2, text
    assert "Traceback" not in text
    assert "Something went wrong" not in text
    assert "None" not in text
    assert len(text.splitlines()) >= 2
    return text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_letters(encoding):
    with PackEditor(own()) as editor:
        editor.add([NewReference(made_up_sign(1), TWI)])
    for arguments in (("pack", "info", "mine"), ("pack", "info", "mine", "--json")):
        done = run_command(*arguments, environment={"PYTHONIOENCODING": encoding})
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
        text = done.stdout.decode(encoding)
        if "--json" in arguments:
            assert TWI in [entry["sentence"] for entry in json.loads(text)["sentence_list"]]
        elif encoding == "utf-8":
            assert TWI in text
        else:
            assert TWI.encode(encoding, "backslashreplace").decode(encoding) in text


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode elsewhere")
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_name_that_is_not_utf8_is_shown_as_such(encoding):
    folder = own()
    folder.rename(folder.with_name(os.fsdecode(b"p\xe9")))
    (folder.with_name(os.fsdecode(b"p\xe9")) / "pack.json").write_bytes(b"{}")
    done = run_command("pack", "list", environment={"PYTHONIOENCODING": encoding})
    shown = done.stdout.decode(encoding)
    assert ("p\N{REPLACEMENT CHARACTER} " if encoding == "utf-8" else "p\\udce9 ") in shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("pack", "list"), ("pack", "list", "--json"), ("--help",)])
def test_an_output_that_cannot_be_written(arguments):
    own()
    with Path("/dev/full").open("wb") as full:
        done = run_command(*arguments, stdout=full.fileno())
    assert "No space left on device" in check_refused(done)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_remarks_that_cannot_be_written_do_not_change_the_exit_code():
    with Path("/dev/full").open("wb") as full:
        for arguments, code in ((("pack", "list"), 0), (("pack", "info", "gone"), 2)):
            assert run_command(*arguments, stderr=full.fileno()).returncode == code


def test_a_reader_that_has_left_is_no_error():
    own()
    reading, writing = os.pipe()
    os.close(reading)
    done = run_command("pack", "list", "--json", stdout=writing)
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ("recognize", LONG),
        ("letters", LONG),
        ("inspect", LONG),
        ("manifest", LONG, LONG),
        ("evaluate", LONG),
        ("preprocess", LONG, "--out", LONG),
        ("pack", "info", LONG),
        ("pack", "verify", LONG),
        ("pack", "import", LONG),
        ("pack", "import", "CLIPS", "--out", LONG),
        ("pack", "import", "ARCHIVE", "--out", LONG),
        ("pack", "export", "mine", f"{LONG}.signpack"),
        ("pack", "add", "mine", LONG),
        ("pack", "remove", LONG, "sign-1"),
        ("progress", "export", f"{LONG}.csv"),
        ("serve", "--pack", LONG),
        ("serve", "--token-file", LONG),
        ("app", "--headless-demo", f"{LONG}.png"),
    ],
    ids=" ".join,
)
def test_names_that_are_too_long(arguments, archive, clips, capsys):
    places = {"CLIPS": str(clips), "ARCHIVE": str(archive)}
    assert main([places.get(argument, argument) for argument in arguments]) == 2
    said = capsys.readouterr().err
    assert "Something went wrong" not in said
    assert len(said.splitlines()) >= 2


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    raw = sign_recording()
    save_recording(folder / "water.npz", raw, np.arange(len(raw)) / 30, 4 / 3)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    target = tmp_path / "out.signpack"
    for _ in export_steps(open_pack(own()), target):
        pass
    return target


@pytest.mark.parametrize(
    "arguments",
    [
        ("pack", "import", "ARCHIVE", "--out", "new"),
        ("pack", "import", "ARCHIVE", "--out", "mine", "--replace"),
        ("pack", "import", "CLIPS", "--out", "new"),
        ("pack", "add", "mine", "CLIP", "--sentence", "Water"),
        ("pack", "change", "mine", "sign-1", "--sentence", "Nsuo"),
        ("pack", "remove", "mine", "sign-1"),
        ("pack", "undo", "mine"),
        ("pack", "export", "mine", "SHARED"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("file_bytes", [0, 200, 4000])
def test_a_full_disk(arguments, file_bytes, archive, clips, tmp_path):
    """Nothing temporary is left, and what was there is as it was."""
    pack = paths.user_packs_dir() / "mine"
    with PackEditor(pack) as editor:
        editor.delete(["sign-2"])
    before = open_pack(pack).content_sha256
    shared = tmp_path / "shared.signpack"
    places = {"CLIPS": clips, "CLIP": clips / "water.npz", "ARCHIVE": archive, "SHARED": shared}
    done = run_command(*(places.get(argument, argument) for argument in arguments), file_bytes=file_bytes)
    if done.returncode != 0:  # small lists may fit
        check_refused(done)
        assert open_pack(pack).content_sha256 == before
        assert not shared.exists()
        assert not (paths.user_packs_dir() / "new").exists()
    else:
        assert file_bytes == 4000
    assert verify_pack(open_pack(pack)).ok
    assert temporary_files(tmp_path) == []


@pytest.mark.skipif(not modes_hold(), reason="modes of files do not hold for this user")
def test_packs_that_may_not_be_read_are_named_and_the_others_work(tmp_path):
    own()
    closed, half = own("closed"), own("half")
    closed.chmod(0)
    feature = next((half / "features").iterdir())
    feature.chmod(0)
    try:
        listed = run_command("pack", "list", "--json")
        assert listed.returncode == 0, listed.stderr
        rows = {row["id"]: row for row in json.loads(listed.stdout)}
        assert rows["closed"]["error"]["code"] == "pack.unreadable"
        assert "error" not in rows["mine"]
        assert run_command("pack", "info", "mine").returncode == 0
        for arguments in (
            ("pack", "info", "closed"),
            ("pack", "verify", "half"),
            ("pack", "export", "half", tmp_path / "out.signpack"),
            ("pack", "remove", "closed", "sign-1"),
            ("serve", "--pack", "closed"),
            ("recognize", paths.sample_recording(), "--pack", "closed"),
        ):
            check_refused(run_command(*arguments))
        assert run_command("doctor", "--json").returncode == 0
    finally:
        closed.chmod(0o700)
        feature.chmod(0o600)
    assert temporary_files(tmp_path) == []


@pytest.mark.skipif(not modes_hold(), reason="modes of files do not hold for this user")
def test_folders_that_may_not_be_written(archive, clips, tmp_path):
    packs, pack = paths.user_packs_dir(), paths.user_packs_dir() / "mine"
    readable = stat.S_IRUSR | stat.S_IXUSR
    for folder in (pack, pack / ".edit", packs, tmp_path):
        if folder.is_dir():
            folder.chmod(readable)
    try:
        for arguments in (
            ("pack", "import", archive, "--out", "new"),
            ("pack", "import", archive, "--out", "mine", "--replace"),
            ("pack", "import", clips, "--out", "new"),
            ("pack", "change", "mine", "sign-1", "--sentence", "Nsuo"),
            ("pack", "export", "mine", tmp_path / "new.signpack"),
        ):
            check_refused(run_command(*arguments))
        assert run_command("pack", "info", "mine").returncode == 0
    finally:
        for folder in (tmp_path, packs, pack, pack / ".edit"):
            if folder.is_dir():
                folder.chmod(0o700)
    assert temporary_files(tmp_path) == []
    assert verify_pack(open_pack(pack)).ok
