"""`signmirror pack add, remove, change, undo, import, export`: what they print, and their exit codes."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    export_steps,
    install_pack,
    open_pack,
    verify_pack,
)
from desktop_app.engine.sources.recording import save_recording
from desktop_app.errors import PackDamaged, PackError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.models import made_up_sign
from tests.helpers.people import sign_recording


@pytest.fixture(autouse=True)
def no_shipped_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    for number in (1, 2):
        raw = sign_recording() + np.float32(1e-4 * number)
        save_recording(folder / f"water-{number}.npz", raw, np.arange(len(raw)) / 30, 4 / 3)
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_from_a_folder_to_a_file_and_back(capsys, clips, tmp_path):
    code, made = run(
        capsys, "pack", "import", str(clips), "--out", "lesson", "--licence", "MIT", "--language", "Ghanaian"
    )
    assert (code, made["added"], made["refused"], made["clips"]) == (0, 2, 0, 2)
    assert made["path"] == str(paths.user_packs_dir() / "lesson")
    manifest = open_pack(Path(made["path"])).manifest
    assert (manifest.name, manifest.licence, manifest.language) == ("lesson", "MIT", "Ghanaian")
    assert run(capsys, "pack", "import", str(clips), "--out", "lesson")[1]["known"] == 2
    archive = tmp_path / "lesson.signpack"
    assert run(capsys, "pack", "export", "lesson", str(archive)) == (
        0,
        {"pack": "lesson", "file": str(archive), "bytes": archive.stat().st_size, "clips": 2},
    )
    code, again = run(capsys, "pack", "import", str(archive), "--out", "from-a-friend")
    assert (code, again["clips"]) == (0, 2)
    assert verify_pack(open_pack(Path(again["path"]))).ok
    code, document = run(capsys, "pack", "import", str(archive), "--out", "from-a-friend")
    assert (code, document["error"]["code"]) == (2, "pack.exists")
    assert run(capsys, "pack", "import", str(archive), "--out", "from-a-friend", "--replace")[0] == 0


def test_add_change_remove_undo(capsys, clips):
    write_pack(paths.user_packs_dir() / "mine", SIGNS)
    one, two = (str(clips / f"water-{number}.npz") for number in (1, 2))
    code, added = run(capsys, "pack", "add", "mine", one, two, "--sentence", "Water", "--signer", "ama")
    assert (code, added["clips"]) == (0, 8)
    names = [result["clip_id"] for result in added["results"]]
    code, changed = run(capsys, "pack", "change", "mine", names[0], "--sentence", "Nsuo", "--variant", "Twi")
    assert (code, changed["changed"]) == (0, names[:1])
    clip = open_pack(paths.user_packs_dir() / "mine").clips[6]
    assert (clip.sentence, clip.variant, clip.signer_id) == ("Nsuo", "Twi", "ama")
    assert run(capsys, "pack", "remove", "mine", "--sentence", "water", "sign-2")[1]["clips"] == 6
    assert run(capsys, "pack", "undo", "mine")[1]["clips"] == 8
    assert run(capsys, "pack", "redo", "mine")[1]["clips"] == 6
    for _ in range(4):
        code, step = run(capsys, "pack", "undo", "mine")
    assert (code, step["step"], step["clips"]) == (0, None, 6)
    assert main(["pack", "undo", "mine"]) == 0
    assert "nothing to take back" in capsys.readouterr().out


def test_a_refused_file_is_reported_in_plain_text(capsys, clips):
    write_pack(paths.user_packs_dir() / "mine", SIGNS)
    (clips / "bad.npz").write_bytes(b"no recording")
    code, done = run(capsys, "pack", "add", "mine", str(clips / "water-1.npz"), str(clips / "bad.npz"))
    assert code == 0
    assert [type(result["text"]) for result in done["results"]] == [str, str]
    assert "bad.npz" in done["results"][1]["text"]


def test_what_the_user_can_mend_exits_with_two(capsys, clips, tmp_path):
    write_pack(paths.user_packs_dir() / "mine", SIGNS)
    write_pack(tmp_path / "shipped" / "starter", SIGNS)
    (clips / "bad.npz").write_bytes(b"no recording")
    for arguments, code in (
        (("remove", "mine", "nope"), "pack.no_clip"),
        (("remove", "mine", "--sentence", "nope"), "pack.no_clip"),
        (("remove", "starter", "sign-1"), "pack.read_only"),
        (("add", "mine", str(clips / "bad.npz")), "pack.invalid"),
        (("import", str(tmp_path / "gone")), "import.not_found"),
        (("export", "mine", str(tmp_path / "x.rar")), "pack.invalid"),
        (("export", "nope", str(tmp_path / "x.signpack")), "pack.not_found"),
    ):
        exit_code, document = run(capsys, "pack", *arguments)
        assert (exit_code, document["error"]["code"]) == (2, code), arguments


def test_an_import_that_brings_nothing_in_exits_with_two(capsys, clips, tmp_path):
    for clip in clips.iterdir():
        clip.write_bytes(b"no recording")
    (clips / "notes.txt").write_text("x")
    code, document = run(capsys, "pack", "import", str(clips), "--out", "lesson")
    assert (code, document["error"]["code"], document["refused"]) == (2, "import.all_refused", 2)
    assert document["error"]["hint"]
    assert document["passed_over"] == ["notes.txt"]
    assert main(["pack", "import", str(clips), "--out", "lesson"]) == 2
    shown = capsys.readouterr()
    assert "1 file was skipped: notes.txt." in shown.err
    assert "2 refused" in shown.out
    assert "import-refused.csv" not in document["error"]["hint"] + shown.out
    assert not (paths.user_packs_dir() / "lesson").exists()


def test_a_row_without_a_file_is_named_by_its_line(capsys, clips):
    (clips / "table.csv").write_text("file,sentence\nwater-1.npz,Water\n,Fire\n")
    assert main(["pack", "import", str(clips), "--out", "lesson"]) == 0
    shown = capsys.readouterr()
    assert "\nLine 3 names no file.\n" in f"\n{shown.err}"


def test_damaged_features_are_not_taken_for_sound_ones(capsys, tmp_path):
    (tmp_path / "x.npy").write_bytes(b"\x93NUMPY damaged")
    assert main(["letters", str(tmp_path / "x.npy")]) == 2
    assert "holds features" not in capsys.readouterr().err


def test_a_table_that_cannot_be_used_makes_no_pack(capsys, clips):
    (clips / "labels.csv").write_text("file,remark\nwater-1.npz,Water\n")
    code, document = run(capsys, "pack", "import", str(clips), "--out", "lesson")
    assert (code, document["error"]["code"]) == (2, "table.invalid")
    assert "labels.csv, line 1" in document["error"]["message"]
    assert not (paths.user_packs_dir() / "lesson").exists()


def test_an_annotated_film_becomes_a_pack(capsys, clips):
    (clips / "water-1.srt").write_text("1\n00:00:00,500 --> 00:00:02,000\nDu riz\n", encoding="utf-8")
    code, document = run(capsys, "pack", "import", str(clips / "water-1.srt"), "--out", "film")
    assert (code, document["added"]) == (0, 1)
    assert [clip.sentence for clip in open_pack(paths.user_packs_dir() / "film").clips] == ["Du riz"]


def test_hands_are_understood_in_the_usual_words(capsys, clips):
    run(capsys, "pack", "import", str(clips), "--out", "lesson")
    (name, *_) = [clip.clip_id for clip in open_pack(paths.user_packs_dir() / "lesson").clips]
    for word, hand in (("Right", "right"), ("L", "left"), ("les deux", "both")):
        assert run(capsys, "pack", "change", "lesson", name, "--handedness", word)[0] == 0
        assert open_pack(paths.user_packs_dir() / "lesson").clips[0].handedness == hand


def test_a_pack_that_ships_can_be_copied_and_then_changed(capsys, tmp_path):
    write_pack(tmp_path / "shipped" / "starter", SIGNS)
    assert run(capsys, "pack", "import", str(tmp_path / "shipped" / "starter"), "--out", "own")[0] == 0
    assert run(capsys, "pack", "remove", "own", "sign-1")[1]["clips"] == 5


def test_without_videos_no_picture_travels(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    (tmp_path / "v.mp4").write_bytes(b"face")
    (tmp_path / "v.pose").write_bytes(b"landmarks")
    with PackEditor(folder) as editor:
        for name in ("v.mp4", "v.pose"):
            editor.add([NewReference(made_up_sign(9), name, media=tmp_path / name)])
        pack = editor.pack
    list(export_steps(pack, tmp_path / "x.signpack", without_video=True))
    with zipfile.ZipFile(tmp_path / "x.signpack") as archive:
        media = [name for name in archive.namelist() if name.startswith("media/")]
    assert [Path(name).suffix for name in media] == [".pose"]
    assert len(install_pack(tmp_path / "x.signpack", tmp_path / "q").clips) == 8


def test_an_export_given_up_leaves_nothing(tmp_path):
    steps = export_steps(open_pack(write_pack(tmp_path / "p", SIGNS)), tmp_path / "x.signpack")
    next(steps)
    steps.close()
    assert [path.name for path in tmp_path.iterdir() if "signpack" in path.name] == []


def test_an_altered_file_is_not_exported(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    path = folder / "features" / "sign-2.npy"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(PackDamaged, match=r"sign-2\.npy"):
        list(export_steps(open_pack(folder), tmp_path / "x.signpack"))
    assert not (tmp_path / "x.signpack").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.npy",
        "/evil.npy",
        "C:/evil.npy",
        "C:evil.npy",
        "//server/share/evil",
        "\\\\server\\evil",
        "nul.npy",
    ],
)
def test_hostile_names_are_not_installed(name, tmp_path):
    archive = tmp_path / "x.signpack"
    list(export_steps(open_pack(write_pack(tmp_path / "p", SIGNS)), archive))
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(zipfile.ZipInfo(name), b"evil")
    with pytest.raises(PackDamaged):
        install_pack(archive, tmp_path / "home" / "q")
    assert not list(tmp_path.rglob("*evil*"))
    assert not list((tmp_path / "home").iterdir())


def test_links_bombs_and_editor_states_are_not_installed(tmp_path):
    archive = tmp_path / "x.signpack"
    list(export_steps(open_pack(write_pack(tmp_path / "p", SIGNS)), archive))
    clean = archive.read_bytes()
    link = zipfile.ZipInfo("features/l.npy")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    bomb = zipfile.ZipInfo("media/b.mp4")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    for info, data in ((link, b"/etc/passwd"), (bomb, bytes(30_000_000))):
        archive.write_bytes(clean)
        with zipfile.ZipFile(archive, "a") as file:
            file.writestr(info, data)
        with pytest.raises(PackDamaged):
            install_pack(archive, tmp_path / "q")
    archive.write_bytes(clean)
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(".edit/next/pack.json", b"{}")
    assert not (install_pack(archive, tmp_path / "q").folder / ".edit").exists()


def test_a_failed_replacement_leaves_the_old_pack(tmp_path):
    old = write_pack(tmp_path / "q", SIGNS[:2])
    archive = tmp_path / "x.signpack"
    list(export_steps(open_pack(write_pack(tmp_path / "p", SIGNS)), archive))
    archive.write_bytes(archive.read_bytes()[:-200])
    with pytest.raises(PackDamaged):
        install_pack(archive, old, replace_old=True)
    assert len(open_pack(old).clips) == 2
    with pytest.raises(PackError, match="already"):
        install_pack(archive, old)
    old.rename(tmp_path / ".q.old-12345678")  # as if killed between the two renames of a replacement
    with pytest.raises(PackDamaged):
        install_pack(archive, old, replace_old=True)
    assert len(open_pack(old).clips) == 2
