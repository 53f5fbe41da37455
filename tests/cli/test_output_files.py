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
from matplotlib.figure import Figure

from desktop_app import paths
from desktop_app.cli.common import EXIT_USER, check_picture
from desktop_app.cli.main import main
from desktop_app.engine.packs import open_pack
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording, save_recording
from desktop_app.errors import ConfigError
from desktop_app.training.files import save_picture
from tests.helpers.people import sign_recording
from tests.helpers.system_limits import full_disk

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


def test_a_picture_of_our_own_is_replaced_and_others_with_replace_alone(tmp_path):
    ours, theirs = tmp_path / "ours.png", tmp_path / "theirs.png"
    figure = Figure()
    save_picture(figure, ours, dpi=50)
    figure.savefig(theirs)
    check_picture(ours, ".png")
    with pytest.raises(ConfigError, match="already"):
        check_picture(theirs, ".png")
    check_picture(theirs, ".png", replace_old=True)


@pytest.fixture
def corpus(clip: Path) -> Path:
    """A folder with a folder a label."""
    (clip.parent / "corpus" / "hello").mkdir(parents=True)
    shutil.copy(clip, clip.parent / "corpus" / "hello" / "un.npz")
    return clip.parent / "corpus"


@pytest.mark.parametrize(
    "name", ["processed_metadata.csv", "global_stats.npz", "progress.jsonl", "features/un.npy"]
)
def test_a_data_set_is_not_made_among_files_of_others(corpus, capsys, name):
    out = corpus.parent / "out"
    foreign = out / name
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(OURS)
    arguments = ("preprocess", corpus, "--out", out, "--motion-floor", "0")
    said = refused(capsys, *arguments)
    assert name.split("/")[0] in said
    assert "--replace" in said
    assert foreign.read_bytes() == OURS
    assert [path for path in out.rglob("*") if path.is_file()] == [foreign]
    assert main([*map(str, arguments), "--replace"]) == 0
    assert main([*map(str, arguments)]) == 0  # its own


def test_a_data_set_that_was_stopped_before_its_first_clip_goes_on(corpus):
    out = corpus.parent / "out"
    (out / "features").mkdir(parents=True)
    (out / "features" / "un.npy").write_bytes(b"half")
    (out / "progress.jsonl").touch()
    arguments = ("preprocess", corpus, "--out", out, "--motion-floor", "0")
    assert main([*map(str, arguments)]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="sets a limit of the system")
@pytest.mark.parametrize("file_bytes", [0, 100, 20_000])
def test_a_data_set_on_a_full_disk_names_the_file_and_leaves_no_empty_folder(corpus, capsys, file_bytes):
    out = corpus.parent / "new" / "out"
    with full_disk(file_bytes):
        said = refused(capsys, "preprocess", corpus, "--out", out, "--motion-floor", "0")
    assert str(out) in said
    assert "Make room on the disk" in said
    assert not [path for path in corpus.parent.rglob("*") if path.is_dir() and not any(path.iterdir())]
    assert out.exists() == any(path.is_file() for path in out.rglob("*"))
    assert main(["preprocess", str(corpus), "--out", str(out), "--motion-floor", "0"]) == 0


@pytest.mark.parametrize("place", [".", "hello", "new", "link"])
def test_a_data_set_is_not_made_among_its_own_clips(corpus, capsys, place):
    (corpus.parent / "link").symlink_to(corpus) if sys.platform != "win32" else None
    out = corpus.parent / "link" if place == "link" else corpus / place
    before = sorted(corpus.rglob("*"))
    assert "--out" in refused(capsys, "preprocess", corpus, "--out", out, "--replace")
    assert sorted(corpus.rglob("*")) == before


@pytest.fixture
def alphabet(tmp_path: Path) -> Path:
    raw = sign_recording()
    (tmp_path / "letters").mkdir()
    save_pose(tmp_path / "letters" / "Q.pose", LandmarkRecording(raw, np.arange(len(raw)) / 30, 4 / 3))
    return tmp_path / "letters"


@pytest.mark.parametrize("also", [(), ("--replace",)])
def test_an_alphabet_never_takes_the_place_of_a_folder_that_is_no_pack(alphabet, capsys, also):
    out = alphabet.parent / "documents"
    out.mkdir()
    (out / "notes.txt").write_bytes(OURS)
    named = ("--name", "Mine", "--language", "ASL", "--licence", "MIT")
    assert "not the folder of a pack" in refused(
        capsys, "letters-import", alphabet, *named, "--out", out, *also
    )
    assert [path.name for path in out.iterdir()] == ["notes.txt"]
    (out / "notes.txt").unlink()
    assert main([*map(str, ("letters-import", alphabet, *named, "--out", out))]) == 0  # an empty folder


def test_an_alphabet_replaces_a_pack_only_if_told_so_and_keeps_what_others_put_there(alphabet, clip, capsys):
    named = ("--name", "Mine", "--language", "ASL", "--licence", "MIT")
    assert main(["pack", "import", str(clip), "--out", "mine"]) == 0
    pack = paths.user_packs_dir() / "mine"
    (pack / "media").mkdir(exist_ok=True)
    (pack / "media" / "original.mov").write_bytes(OURS)
    before = (pack / "clips.csv").read_bytes()
    assert "--replace" in refused(capsys, "letters-import", alphabet, *named)
    assert (pack / "clips.csv").read_bytes() == before
    assert main(["letters-import", str(alphabet), *named, "--replace"]) == 0
    assert [one.sentence for one in open_pack(pack).clips] == ["Q"]
    assert (pack / "media" / "original.mov").read_bytes() == OURS


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_somebody_put_into_a_pack_survive_its_replacement(clip):
    assert main(["pack", "import", str(clip), "--out", "mine"]) == 0
    archive = clip.with_name("mine.signpack")
    assert main(["pack", "export", "mine", str(archive)]) == 0
    pack = paths.user_packs_dir() / "mine"
    (pack / "notes").symlink_to(clip.parent)
    (pack / "features" / "un.npz").symlink_to("../../somewhere")
    assert main(["pack", "import", str(archive), "--out", "mine", "--replace"]) == 0
    assert (pack / "notes").readlink() == clip.parent
    assert (pack / "features" / "un.npz").readlink() == Path("../../somewhere")
    assert clip.is_file()


def odd_places(folder: Path) -> list[Path]:
    """A file, a folder of somebody else's and, where there are some, devices."""
    (folder / "file").write_bytes(OURS)
    (folder / "others").mkdir()
    (folder / "others" / "notes.txt").write_bytes(OURS)
    devices = [path for path in (Path("/dev/full"), Path("/dev/null")) if path.exists()]
    return [folder / "file", folder / "others", *devices]


def test_clips_and_packs_go_into_packs_and_new_folders_alone(clip, corpus, capsys):
    assert main(["pack", "import", str(clip), "--out", "mine"]) == 0
    archive = clip.with_name("mine.signpack")
    assert main(["pack", "export", "mine", str(archive)]) == 0
    for place in odd_places(clip.parent):
        for arguments in ((corpus,), (archive,), (archive, "--replace")):
            said = refused(capsys, "pack", "import", *arguments, "--out", place)
            assert f"'{place}' is not the folder of a pack" in said
            assert "empty or does not exist" in said
    assert (clip.parent / "file").read_bytes() == OURS
    assert [path.name for path in (clip.parent / "others").iterdir()] == ["notes.txt"]
    assert not list(Path("/dev").glob(".full*"))
    for number, source in enumerate((corpus, archive)):
        (clip.parent / str(number)).mkdir()
        assert main(["pack", "import", str(source), "--out", str(clip.parent / str(number))]) == 0
        assert len(open_pack(clip.parent / str(number)).clips) == 1


def test_a_folder_below_a_file_says_that_it_is_none(clip, corpus, alphabet, capsys):
    (clip.parent / "file").write_bytes(OURS)
    below = clip.parent / "file" / "x"
    named = ("--name", "Mine", "--language", "ASL", "--licence", "MIT")
    for arguments in (
        ("pack", "import", corpus, "--out", below),
        ("preprocess", corpus, "--out", below),
        ("letters-import", alphabet, *named, "--out", below),
        ("recognize", clip, "--format", "vtt", "--out", below),
        ("progress", "export", below),
    ):
        assert "Not a directory" in refused(capsys, *arguments), arguments
    assert "is not a folder" in refused(capsys, "preprocess", corpus, "--out", clip.parent / "file")
    assert (clip.parent / "file").read_bytes() == OURS


def test_a_pack_file_never_takes_the_place_of_a_folder_that_is_no_pack(clip, capsys):
    assert main(["pack", "import", str(clip), "--out", "mine"]) == 0
    assert main(["pack", "export", "mine", str(clip.with_name("mine.signpack"))]) == 0
    out = clip.parent / "documents"
    out.mkdir()
    (out / "notes.txt").write_bytes(OURS)
    arguments = ("pack", "import", clip.with_name("mine.signpack"), "--out", out, "--replace")
    assert "not the folder of a pack" in refused(capsys, *arguments)
    assert [path.name for path in out.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("target", ["./words", "words/"])
def test_a_path_is_no_name_of_a_pack(clip, monkeypatch, target):
    monkeypatch.chdir(clip.parent)
    (clip.parent / "clips").mkdir()
    shutil.copy(clip, clip.parent / "clips" / "water.npz")
    assert main(["pack", "import", "clips", "--out", target]) == 0
    assert (clip.parent / "words" / "pack.json").is_file()
    assert not (paths.user_packs_dir() / "words").exists()
