"""What a command writes never takes the place of a file of the user's that it was not told to replace."""

from __future__ import annotations

import csv
import io
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.common import EXIT_USER
from desktop_app.cli.main import main
from desktop_app.engine.sources.recording import save_recording
from tests.helpers.people import sign_recording

OURS = b"made by hand"


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    raw = sign_recording()
    save_recording(tmp_path / "un.npz", raw, np.arange(len(raw)) / 30, 4 / 3)
    return tmp_path / "un.npz"


def refused(capsys, *arguments: object) -> str:
    assert main([*map(str, arguments)]) == EXIT_USER
    said: str = capsys.readouterr().err
    assert len(said.splitlines()) >= 2
    return said


@pytest.mark.parametrize("also", [(), ("--replace",)])
@pytest.mark.parametrize("kind", ["csv", "vtt"])
def test_a_clip_is_never_written_over(clip, capsys, kind, also):
    before = clip.read_bytes()
    said = refused(capsys, "recognize", clip, "--format", kind, "--out", clip, *also)
    assert "read by this command" in said
    (clip.parent / "same").symlink_to(clip)
    refused(capsys, "recognize", clip, "--format", kind, "--out", clip.parent / "same", *also)
    assert clip.read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "out", "name"),
    [
        ("eaf", "folder", "folder/un.eaf"),
        ("srt", "folder", "folder/un.srt"),
        ("csv", "folder", "folder/signs.csv"),
        ("vtt", "notes.vtt", "notes.vtt"),
    ],
)
def test_a_file_that_is_there_stays_without_replace(clip, capsys, kind, out, name):
    place = clip.parent / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(OURS)
    arguments = ("recognize", clip, "--format", kind, "--out", clip.parent / out)
    assert "--replace" in refused(capsys, *arguments)
    assert place.read_bytes() == OURS
    assert main([*map(str, arguments), "--replace"]) == 0
    assert place.read_bytes() != OURS


def test_one_bad_clip_of_two_does_not_move_the_other_to_its_place(clip, capsys):
    (clip.parent / "bad").mkdir()
    (clip.parent / "bad" / "un.npz").write_bytes(b"no recording")
    out = clip.parent / "out"
    clips = (str(clip.parent / "bad" / "un.npz"), str(clip))
    assert main(["recognize", *clips, "--format", "vtt", "--out", str(out)]) == EXIT_USER
    assert [path.name for path in out.iterdir()] == ["un-2.vtt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_devices_are_written_to_and_links_are_followed(clip, capsys):
    arguments = ["recognize", str(clip), "--format", "vtt", "--out"]
    pipe = clip.parent / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert main([*arguments, str(pipe)]) == 0
    assert os.read(reader, 100).startswith(b"WEBVTT")
    os.close(reader)
    assert pipe.is_fifo()
    link = clip.parent / "link.vtt"
    link.symlink_to(clip.parent / "behind.vtt")
    assert main([*arguments, str(link)]) == 0
    assert link.is_symlink()
    assert (clip.parent / "behind.vtt").read_text().startswith("WEBVTT")


def test_a_dash_is_standard_output(clip, capsys, monkeypatch):
    monkeypatch.chdir(clip.parent)
    assert main(["recognize", str(clip), "--format", "vtt", "--out", "-"]) == 0
    assert capsys.readouterr().out.startswith("WEBVTT")
    assert main(["progress", "export", "-"]) == 0
    (header,) = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header[0] == "when_utc"
    assert not Path("-").exists()


@pytest.mark.parametrize("name", ["un.npz", "table.csv"])
def test_a_history_is_not_written_over_a_file(clip, capsys, name):
    place = clip.with_name(name)
    place.write_bytes(OURS)
    refused(capsys, "progress", "export", place)
    assert place.read_bytes() == OURS
    assert main(["progress", "export", str(place), "--replace"]) == 0
    assert place.read_bytes() != OURS


def test_a_pack_is_not_exported_over_another(clip, capsys):
    assert main(["pack", "import", str(clip), "--out", str(clip.parent / "pack")]) == 0
    place = clip.with_name("mine.signpack")
    place.write_bytes(OURS)
    refused(capsys, "pack", "export", clip.parent / "pack", place)
    assert place.read_bytes() == OURS
    assert main(["pack", "export", str(clip.parent / "pack"), str(place), "--replace"]) == 0
    assert place.read_bytes() != OURS


@pytest.mark.parametrize("option", ["--screenshot", "--headless-demo"])
def test_a_picture_is_not_saved_over_a_recording(clip, capsys, option):
    before = clip.read_bytes()
    assert ".png" in refused(capsys, "app", option, clip)
    assert clip.read_bytes() == before


@pytest.mark.parametrize("target", ["./words", "words/"])
def test_a_path_is_no_name_of_a_pack(clip, monkeypatch, target):
    monkeypatch.chdir(clip.parent)
    (clip.parent / "clips").mkdir()
    shutil.copy(clip, clip.parent / "clips" / "water.npz")
    assert main(["pack", "import", "clips", "--out", target]) == 0
    assert (clip.parent / "words" / "pack.json").is_file()
    assert not (paths.user_packs_dir() / "words").exists()
