"""Packs whose numbers nobody can compute with: refused on opening, and no other pack suffers."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.packs import default_packs, find_pack, open_pack, verify_pack
from desktop_app.engine.packs.editor import PackEditor
from desktop_app.engine.packs.reference import NewReference
from desktop_app.engine.search.library import open_library
from desktop_app.errors import AppError, LandmarkError, PackDamaged, PackError
from desktop_app.files import sha256
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign, our_bundle


def change_clips(folder: Path, **cells: str) -> Path:
    """Put values into the first row of clips.csv, with digests that agree."""
    rows = list(csv.DictReader((folder / "clips.csv").read_text().splitlines()))
    rows[0].update(cells)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return reseal(folder, "clips.csv", text.getvalue().encode())


def change_features(folder: Path, array: np.ndarray[Any, Any], name: str = "features/sign-1.npy") -> Path:
    """Replace a feature file, with digests that agree."""
    np.save(folder / name, array)
    content = (folder / name).read_bytes()
    rows = list(csv.DictReader((folder / "files.csv").read_text().splitlines()))
    for row in rows:
        if row["path"] == name:
            row.update(bytes=str(len(content)), sha256=sha256(content))
    lines = ["path,bytes,sha256", *(f"{row['path']},{row['bytes']},{row['sha256']}" for row in rows)]
    return reseal(folder, "files.csv", "\n".join(lines).encode() + b"\n")


def reseal(folder: Path, name: str, content: bytes) -> Path:
    document = json.loads((folder / "pack.json").read_text())
    document["files"][name] = sha256(content)
    (folder / name).write_bytes(content)
    (folder / "pack.json").write_text(json.dumps(document))
    return folder


@pytest.mark.parametrize(
    "cells",
    [
        {"sentence_id": "9223372036854775808"},
        {"sentence_id": "-9223372036854775809"},
        {"sentence_id": "9" * 5000},
        {"frames": "9" * 30},
        {"sentence": "a" * 2001},
        {"frames": "1000000"},
        {"fps": "1e-9"},
        {"fps": "1e300"},
        {"start_s": "1e300"},
        {"end_s": "inf"},
        {"quality": "[" * 100_000},
        {"quality": '{"a":' * 20_000},
        {"quality": '{"a": NaN}'},
        {"quality": '{"a": [1]}'},
        {"quality": '{"a": 1' + "0" * 400 + "}"},
    ],
)
def test_numbers_beyond_reason_are_refused(tmp_path, cells):
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), **cells)
    with pytest.raises(PackDamaged, match=r"clips\.csv") as caught:
        open_pack(folder)
    assert "line 2" in str(caught.value.message)
    assert main(["pack", "verify", str(folder)]) == 2


@pytest.mark.parametrize("size", ["9" * 5000, "-1", "18446744073709551616", "²"])
def test_sizes_beyond_reason_are_refused(tmp_path, size):
    folder = write_pack(tmp_path / "p", SIGNS)
    text = (folder / "files.csv").read_text().splitlines()
    path, _, digest = text[1].split(",")
    text[1] = f"{path},{size},{digest}"
    reseal(folder, "files.csv", "\n".join(text).encode())
    with pytest.raises(PackDamaged, match=r"files\.csv"):
        open_pack(folder)


def test_a_name_that_fills_a_book_is_refused(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    document = json.loads((folder / "pack.json").read_text())
    for length in (200, 201):
        (folder / "pack.json").write_text(json.dumps(document | {"name": "a" * length}))
        if length == 200:
            assert open_pack(folder).name == "a" * 200
    with pytest.raises(PackDamaged, match="more than 200 characters"):
        open_pack(folder)


def test_pack_json_with_nested_brackets_is_refused(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    text = (folder / "pack.json").read_text().replace('"description": ""', f'"description": {"[" * 100_000}')
    (folder / "pack.json").write_text(text)
    with pytest.raises(PackDamaged, match=r"pack\.json"):
        open_pack(folder)


@pytest.mark.parametrize("value", [3e38, 1e4, -1e6])
def test_values_that_no_landmark_has_are_refused(tmp_path, value):
    rows = made_up_sign(1, 30).features.copy()
    rows[3, 5] = value
    folder = change_features(write_pack(tmp_path / "p", SIGNS), rows)
    pack = open_pack(folder)
    assert [problem.file for problem in verify_pack(pack).problems] == ["features/sign-1.npy"]
    with pytest.raises(PackDamaged, match=r"sign-1\.npy"):
        pack.features(0)
    assert main(["pack", "verify", str(folder)]) == 2


def test_the_largest_numbers_of_64_bits_work(tmp_path):
    one = change_clips(write_pack(tmp_path / "a", SIGNS[:1]), sentence_id=str(2**63 - 1))
    two = change_clips(write_pack(tmp_path / "b", SIGNS[2:3], "B"), sentence_id=str(2**63 - 1))
    library = open_library([one, two], FakeEncoder())
    assert len({reference.sentence_id for reference in library.references}) == 2


def damage_id(folder: Path) -> None:
    change_clips(folder, sentence_id="9" * 30)


def damage_nesting(folder: Path) -> None:
    change_clips(folder, quality="[" * 100_000)


def damage_features(folder: Path) -> None:
    (folder / "features" / "sign-1.npy").unlink()


def damage_name(folder: Path) -> None:
    document = json.loads((folder / "pack.json").read_text())
    (folder / "pack.json").write_text(json.dumps({**document, "name": "\ud800x"}))


def damage_values(folder: Path) -> None:
    change_features(folder, np.full((30, 540), 3e38, np.float32))


DAMAGES = [damage_id, damage_nesting, damage_features, damage_name, damage_values]


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_bad_pack_is_left_out_and_named(tmp_path, monkeypatch, capsys, damage):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")
    write_pack(tmp_path / "shipped" / "sound", SIGNS, "Sound")
    damage(write_pack(paths.user_packs_dir() / "hurt", SIGNS, "Hurt"))
    told: list[tuple[Path, AppError]] = []

    def leave_out(path: Path, error: AppError) -> None:
        told.append((path, error))

    found = default_packs(our_bundle(tmp_path / "model"), leave_out)
    library = open_library(found, FakeEncoder(), on_problem=leave_out)
    assert {reference.pack for reference in library.references} == {"Sound"}
    assert [path.name for path, _ in told] == ["hurt"]
    assert find_pack("Sound").name == "sound"
    assert main(["doctor", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["packs"]
    assert [(Path(row["path"]).name, row["verified"]) for row in rows] == [("sound", True), ("hurt", False)]
    assert rows[1]["error"]["message"]


def test_the_title_of_a_pack_is_found_beside_a_damaged_one(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "none")
    (write_pack(paths.user_packs_dir() / "a", SIGNS, "A") / "pack.json").write_text("{")
    good = write_pack(paths.user_packs_dir() / "b", SIGNS, "Good one")
    assert find_pack("good one") == good


def test_what_could_not_be_opened_again_is_not_written(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    wild = made_up_sign(9, 30)
    wild.features.flags.writeable = True
    wild.features[0, 0] = 2e4
    with PackEditor(folder) as editor, pytest.raises(LandmarkError, match="outside"):
        editor.add([NewReference(wild, "wild")])
    with pytest.raises(PackError, match="frames a second"):
        NewReference(made_up_sign(9, 30, fps=1e-6), "slow")
    assert len(open_pack(folder).clips) == len(SIGNS)


def signpack(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return target


CENTRAL = b"PK\x01\x02\x14\x03\x14\x00"  # begins an entry of a zip's directory; flags and method follow


@pytest.mark.parametrize("kind", ["name", "method"])
def test_zips_that_zipfile_cannot_list_are_refused(tmp_path, kind):
    good = signpack(write_pack(tmp_path / "p", SIGNS), tmp_path / "good.signpack").read_bytes()
    if kind == "name":  # says that its names are UTF-8
        data = good.replace(b"features/sign-1.npy", b"features/sign-1.np\xff")
        data = data.replace(CENTRAL + bytes(2), CENTRAL + b"\x00\x08")
    else:
        data = good.replace(CENTRAL + bytes(4), CENTRAL + b"\x00\x00\x0e\x00")
    assert data != good
    (tmp_path / "bad.signpack").write_bytes(data)
    with pytest.raises(PackDamaged, match="bad"):
        open_pack(tmp_path / "bad.signpack")


def test_a_member_without_a_name_is_refused(tmp_path):
    path = tmp_path / "p.signpack"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", b"")
    data = path.read_bytes()
    local = data.replace(b"\x01\x00\x00\x00x", b"\x00\x00\x00\x00", 1)
    path.write_bytes(local.replace(b"\x01\x00" + bytes(12), bytes(2) + bytes(12)).replace(b"x", b""))
    with pytest.raises(PackDamaged, match=r"p\.signpack|''"):
        open_pack(path)


def test_a_refused_file_is_called_by_its_own_name(tmp_path):
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), sentence_id="9" * 30)
    with pytest.raises(PackDamaged, match="The pack 'lesson' is damaged"):
        open_pack(signpack(folder, tmp_path / "lesson.signpack"))


@pytest.mark.parametrize("largest", [2**63 - 1, 2**63 - 2])
def test_a_pack_with_the_largest_id_takes_new_sentences(tmp_path, largest):
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), sentence_id=str(largest))
    with PackEditor(folder) as editor:
        added = editor.add([NewReference(made_up_sign(9, 30), text) for text in ("new", "newer")])
        editor.change([added[0].clip_id], sentence="renamed")
        clips = editor.pack.clips
        numbers = [clip.sentence_id for clip in clips]
        assert [numbers.count(clip.sentence_id) for clip in clips[-2:]] == [1, 1]
        assert editor.undo()
        assert editor.undo()
    assert len(open_pack(folder).clips) == len(SIGNS)


def test_a_new_sentence_gets_no_number_that_another_spelling_has(tmp_path):
    """Two clips whose sentences differ in case alone may have two numbers in packs of other programs."""
    folder = write_pack(tmp_path / "p", SIGNS)
    with PackEditor(folder) as editor:
        first, second = editor.pack.clips[0], editor.pack.clips[-1]
        assert second.sentence_id == max(clip.sentence_id for clip in editor.pack.clips)
    change_clips(folder, sentence=second.sentence.upper(), sentence_id=str(first.sentence_id))
    with PackEditor(folder) as editor:
        (new,) = editor.add([NewReference(made_up_sign(9, 30), "new")])
    assert [clip.sentence_id for clip in open_pack(folder).clips].count(new.sentence_id) == 1


def test_an_edit_that_could_not_be_opened_again_is_not_made(tmp_path, monkeypatch):
    folder = write_pack(tmp_path / "p", SIGNS)
    lists = [folder / name for name in ("pack.json", "clips.csv", "files.csv")]
    before = [path.read_bytes() for path in lists]
    with PackEditor(folder) as editor:
        monkeypatch.setattr("desktop_app.engine.packs.editor.free_number", lambda taken: 2**63)
        with pytest.raises(PackError, match="was not made") as caught:
            editor.add([NewReference(made_up_sign(9, 30), "new")])
        assert "clips.csv" in caught.value.detail
        monkeypatch.undo()
        assert [path.read_bytes() for path in lists] == before
        assert verify_pack(editor.pack).ok
        editor.add([NewReference(made_up_sign(9, 30), "new")])
    assert verify_pack(open_pack(folder)).ok


UNUSABLE_TEXTS = ["\ud800x", "a\0b", "a\x1b[2J", "\x9b2J", "\x7f"]


@pytest.mark.parametrize("text", UNUSABLE_TEXTS)
@pytest.mark.parametrize(
    "name",
    ["name", "language", "version", "licence", "consent", "description", "created", "purpose", "attribution"],
)
def test_texts_of_pack_json_that_cannot_be_shown_are_refused(tmp_path, name, text):
    folder = write_pack(tmp_path / "p", SIGNS)
    document = json.loads((folder / "pack.json").read_text())
    document[name] = [text] if name == "attribution" else text
    (folder / "pack.json").write_text(json.dumps(document))
    with pytest.raises(PackDamaged, match=rf"pack\.json has no usable '{name}'"):
        open_pack(folder)


@pytest.mark.parametrize(
    "cells",
    [
        *({column: "a\x1b[2J"} for column in ("clip_id", "sentence", "category", "signer_id", "licence")),
        {"source": "a\0b"},
        {"quality": '{"\\ud800": 1}'},
    ],
)
def test_texts_of_clips_that_cannot_be_shown_are_refused(tmp_path, cells):
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), **cells)
    with pytest.raises(PackDamaged, match=r"clips\.csv has no usable .* in line 2"):
        open_pack(folder)


def test_texts_in_every_script_and_with_white_space_stay(tmp_path):
    text = "Ça va ?\tनमस्ते\u200d 👋🏽 don\x92t"
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), sentence=text)
    assert open_pack(folder).clips[0].sentence == text


@pytest.mark.parametrize("text", UNUSABLE_TEXTS)
def test_texts_that_cannot_be_shown_are_not_added(text):
    with pytest.raises(PackError) as caught:
        NewReference(made_up_sign(9, 30), f"new {text}")
    assert str(caught.value.message).isprintable()
