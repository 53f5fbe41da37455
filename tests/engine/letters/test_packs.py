"""The alphabet that ships, and alphabets that users import."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.letters.alphabet import LETTERS, MOVING
from desktop_app.engine.letters.hands import normalised
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.letters.ring import drawn_path
from desktop_app.engine.packs import default_packs, installed_packs, open_pack, verify_pack
from desktop_app.engine.packs.manifest import SPELLING
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording
from desktop_app.errors import PackError
from tests.helpers.people import person_row

SHIPPED = paths.bundled_packs_dir() / "alphabet"


def test_the_shipped_alphabet_is_whole_and_says_where_it_comes_from():
    pack = open_pack(SHIPPED)
    assert verify_pack(pack).ok
    assert [clip.sentence for clip in pack.clips] == list(LETTERS)
    assert all(clip.quality["sources"] >= 2 for clip in pack.clips)  # nobody's own hand
    assert pack.manifest.licence == "Apache-2.0 AND MIT"
    assert all(
        re.search(r"\((MIT|Apache-2\.0|Public Domain).*\): ", line) for line in pack.manifest.attribution
    )


def test_an_alphabet_is_not_searched_for_signs():
    found = default_packs(load_bundle(None, {}))
    assert found
    assert SHIPPED not in [pack.folder for pack in found]


def test_reference_hands_are_hands():
    hands = reference_hands()
    assert set(hands) == set(LETTERS)
    for letter, rows in hands.items():
        assert rows.shape[1:] == (layout.HAND_POINTS, 3)
        assert not rows.flags.writeable
        moves = drawn_path(rows)
        assert (moves > 1.5) if letter in MOVING else (moves < 0.01), letter
    up = hands["B"][0]
    assert up[12, 1] < up[9, 1] < up[0, 1]  # y down: the middle finger points up
    assert hands["L"][0][4, 0] > hands["L"][0][8, 0]  # the thumb of a right hand, seen from the front


def test_our_model_reads_the_reference_hands():
    model = OnnxLetterModel(bundled_model("frame"))
    hands = reference_hands()
    still = [letter for letter in LETTERS if letter not in MOVING]
    said = [
        LETTERS_AND_MORE[model.predict_rows(normalised(hands[letter][:1]))[0][0].argmax()] for letter in still
    ]
    assert sum(a == b for a, b in zip(still, said, strict=True)) >= 22


LETTERS_AND_MORE = (*LETTERS, "SPACE", "DELETE", "NOTHING")


def recording(hands: int = 20) -> LandmarkRecording:
    rows = np.stack([person_row((0.62, 0.9), (0.38, 0.6)) for _ in range(30)])
    rows[:, layout.LEFT_HAND] = 0
    rows[hands:, layout.RIGHT_HAND] = 0
    return LandmarkRecording(rows, np.arange(30) / 30, 4 / 3)


@pytest.fixture
def pose_folder(tmp_path):
    """As the package lays them out: a table of several alphabets."""
    folder = tmp_path / "lexicon"
    (folder / "ase").mkdir(parents=True)
    (folder / "gsg").mkdir()
    save_pose(folder / "ase" / "one.pose", recording())
    save_pose(folder / "ase" / "two.pose", recording(0))
    save_pose(folder / "gsg" / "three.pose", recording())
    (folder / "index.csv").write_text(
        "path,spoken_language,signed_language,start,end,words,glosses,priority\n"
        "ase/one.pose,en,ase,0,1000,A,A,0\n"
        "ase/two.pose,en,ase,0,1000,B,B,0\n"
        "gsg/three.pose,de,gsg,0,1000,Ä,Ä,0\n"
        "../outside.pose,en,ase,0,1000,C,C,0\n",
        encoding="utf-8",
    )
    return folder


def test_import_of_one_alphabet_of_several(pose_folder, capsys):
    arguments = ["letters-import", str(pose_folder), "--name", "Test alphabet", "--language", "ASL"]
    assert main([*arguments, "--licence", "CC-BY-4.0", "--signed-language", "ase", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["letters"] == ["A"]
    assert found["skipped"] == ["../outside.pose", "two.pose"]  # nobody shows a hand in the second
    pack = open_pack(paths.user_packs_dir() / "test-alphabet")
    assert verify_pack(pack).ok
    assert pack.manifest.licence == "CC-BY-4.0"
    assert [path.name for path in installed_packs()] == ["alphabet", "ghanaian", "starter", "test-alphabet"]
    assert pack.manifest.purpose == SPELLING
    assert reference_hands(pack.folder)["A"].shape[1:] == (21, 3)


def test_several_alphabets_ask_which(pose_folder, capsys):
    arguments = [
        "letters-import",
        str(pose_folder),
        "--name",
        "x",
        "--language",
        "y",
        "--licence",
        "z",
        "--json",
    ]
    assert main(arguments) == 2
    assert "ase, gsg" in json.loads(capsys.readouterr().out)["error"]["hint"]


def test_files_without_a_table_are_named_by_their_letters(tmp_path, capsys):
    save_pose(tmp_path / "Q.pose", recording())
    arguments = ["letters-import", str(tmp_path), "--name", "Plain", "--language", "?", "--licence", "?"]
    assert main([*arguments, "--out", str(tmp_path / "out"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["letters"] == ["Q"]


def test_folders_and_tables_name_letters_too(tmp_path, capsys):
    for number, letter in enumerate("QR"):
        (tmp_path / letter).mkdir()
        save_pose(tmp_path / letter / f"take{number}.pose", recording())
    (tmp_path / "R" / "._take1.pose").write_bytes(b"x")
    arguments = [
        "letters-import",
        str(tmp_path),
        "--name",
        "Plain",
        "--language",
        "?",
        "--licence",
        "?",
        "--json",
    ]
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 0
    assert json.loads(capsys.readouterr().out)["letters"] == ["Q", "R"]
    (tmp_path / "liste.csv").write_text("Fichier;Étiquette\nTAKE0.pose;É\ntake1;À;x\n", encoding="cp1252")
    assert main([*arguments, "--out", str(tmp_path / "out2")]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["letters"], document["skipped"]) == (["É"], ["take1"])
    (tmp_path / "liste.csv").write_text("Fichier;Remarque\nTAKE0.pose;x\n")
    assert main([*arguments, "--out", str(tmp_path / "out3")]) == 2
    assert "liste.csv, line 1" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_a_pack_of_signs_is_no_alphabet():
    with pytest.raises(PackError, match="no alphabet"):
        reference_hands(paths.bundled_packs_dir() / "starter")
