"""preprocess, evaluate and manifest as a user runs them: one JSON document, words and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from tests.training.collection import CLIPS, SIGNERS, SIGNS, write_collection


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_collection(tmp_path_factory.mktemp("words"))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    """Exit code and the one JSON document of a command."""
    code = main([*(str(argument) for argument in arguments), "--json"])
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return code, document


def test_preprocess_then_evaluate(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code, document = run(capsys, "preprocess", collection, "--out", tmp_path / "data")
    assert code == 0
    assert document["kept"] + sum(document["rejected"].values()) == document["clips"]
    assert (document["signers"], document["reused"]) == (3, 0)
    code, again = run(capsys, "preprocess", collection, "--out", tmp_path / "data")
    assert again["reused"] == document["clips"]
    code, found = run(capsys, "evaluate", tmp_path / "data", "--encoder", "raw", "--k", "1,3", "--seeds", "2")
    assert code == 0
    assert set(found) >= {"protocol", "signers", "labels", "results"}
    assert [(one["k"], one["dtw"]) for one in found["results"]] == [
        (1, False),
        (1, True),
        (3, False),
        (3, True),
    ]
    for one in found["results"]:
        assert set(one) >= {"k", "dtw", "ret1", "ret5", "ret10", "mrr", "per_signer"}
        assert 0 <= one["ret1"] <= one["ret5"] <= one["ret10"] <= 1
        assert set(one["per_signer"]) == {f"studio/{name}" for name in SIGNERS}


def test_preprocess_names_the_layout_it_found(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    code, document = run(capsys, "preprocess", collection, "--out", tmp_path / "data")
    assert (code, document["format"]) == (0, "arrays")
    assert document["right_handed"] is None or 0 <= document["right_handed"] <= 1
    code, again = run(capsys, "preprocess", collection, "--out", tmp_path / "data", "--mirrored")
    assert (code, again["reused"], again["kept"]) == (0, 0, document["kept"])


def test_left_hands_alone_are_told_to_be_mirror_images(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    from desktop_app.engine import layout
    from tests.helpers.people import person_clip
    from tests.training.collection import save_clips

    clip = person_clip(12)
    clip[:, layout.RIGHT_HAND] = 0
    save_clips(tmp_path / "a.npz", [clip])
    rows = "".join(f"c{i},a.npz,0,left\n" for i in range(60))
    (tmp_path / "clips.csv").write_text("clip_id,file,index,label\n" + rows)
    assert main(["preprocess", str(tmp_path), "--out", str(tmp_path / "data")]) == 0
    assert "--mirrored" in capsys.readouterr().err
    assert main(["preprocess", str(tmp_path), "--out", str(tmp_path / "data"), "--mirrored"]) == 0
    assert "mirror images" not in capsys.readouterr().err


def test_the_command_knows_the_layouts_of_the_readers():
    from desktop_app.cli.preprocess import FORMATS
    from desktop_app.training.corpora.formats import FORMAT_NAMES

    assert sorted(FORMATS) == sorted(FORMAT_NAMES)


def test_evaluate_reads_a_raw_collection(collection: Path, capsys: pytest.CaptureFixture[str]):
    code, found = run(
        capsys, "evaluate", collection, "--encoder", "raw", "--k", "1", "--seeds", "1", "--no-dtw"
    )
    assert code == 0
    assert (found["signers"], found["labels"]) == (len(SIGNERS), len(SIGNS))
    (result,) = found["results"]
    assert result["queries"] == len(SIGNERS) * len(SIGNS) * CLIPS
    assert not (collection / "features").exists()


def test_evaluate_open_set(collection: Path, capsys: pytest.CaptureFixture[str]):
    code, found = run(
        capsys, "evaluate", collection, "--encoder", "raw", "--protocol", "open-set", "--seeds", "2"
    )
    assert code == 0
    assert found["protocol"] == "open-set"
    for name in ("known_right_accepted", "known_wrong_accepted", "unknown_accepted", "idle_accepted"):
        assert found[name] is None or 0 <= found[name] <= 1
    assert len(found["curve"]) == 41
    assert {"sim_threshold", "known_right_accepted", "unknown_accepted"} <= set(found["curve"][0])


def test_evaluate_saves_and_compares(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    arguments = ("evaluate", collection, "--encoder", "raw", "--protocol", "own", "--k", "2", "--seeds", "1")
    run(capsys, *arguments, "--save", tmp_path / "base.json")
    code, found = run(capsys, *arguments, "--compare", tmp_path / "base.json")
    assert code == 0
    assert found["compare"]
    assert all(row["change"] == 0 for row in found["compare"])


def test_evaluate_with_the_bundled_encoder(collection: Path, capsys: pytest.CaptureFixture[str]):
    code, found = run(capsys, "evaluate", collection, "--protocol", "own", "--k", "1", "--seeds", "1")
    assert code == 0
    assert len(found["encoder"]["sha256"]) == 64
    assert found["results"][0]["ret1"] > 0.5  # three different movements of one person


def test_evaluate_asks_an_installed_pack_by_its_name(
    tmp_path: Path, collection: Path, capsys: pytest.CaptureFixture[str]
):
    table = (collection / "clips.csv").read_text(encoding="utf-8")
    own = tmp_path / "words"
    shutil.copytree(collection, own)
    (own / "clips.csv").write_text(table.replace(f",{SIGNS[0]},", ",hello,"), encoding="utf-8")
    code, found = run(capsys, "evaluate", own, "--pack", "starter")
    assert code == 0
    assert (found["protocol"], found["packs"]) == ("pack", ["starter"])
    assert found["labels"] == 1
    assert 0 <= found["results"][0]["ret1"] <= 1


def test_evaluate_puts_encoders_side_by_side(collection: Path, capsys: pytest.CaptureFixture[str]):
    arguments = ("evaluate", collection, "--k", "1", "--seeds", "1", "--no-dtw", "--also", "raw")
    code, found = run(capsys, *arguments)
    assert code == 0
    (other,) = found["also"]
    assert other["encoder"]["name"] == "raw" != found["encoder"]["name"]
    assert other["results"][0]["queries"] == found["results"][0]["queries"]
    assert main([str(argument) for argument in arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith(("raw ", found["encoder"]["name"])) for line in lines) == 2


def test_figures_for_people(collection: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["evaluate", str(collection), "--encoder", "raw", "--k", "1", "--seeds", "1"]) == 0
    text = capsys.readouterr().out
    assert "Ret@1" in text
    assert "studio/ann" in text
    assert (
        main(["evaluate", str(collection), "--encoder", "raw", "--protocol", "open-set", "--seeds", "1"]) == 0
    )
    assert "unknown_accepted" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("evaluate", "nowhere", "--encoder", "raw"), "dataset.missing"),
        (("evaluate", ".", "--encoder", "raw", "--k", "one"), "dataset.invalid"),
        (("evaluate", ".", "--encoder", "raw", "--k", "0"), "dataset.invalid"),
        (("evaluate", ".", "--encoder", "raw", "--compare", "nowhere.json"), "dataset.invalid"),
        (("evaluate", "COLLECTION", "--held-out-only", "--encoder", "raw"), "dataset.no_queries"),
        (("evaluate", "COLLECTION", "--pack", "klingon"), "pack.not_found"),
        (("preprocess", "nowhere", "--out", "out"), "dataset.missing"),
        (("preprocess", "COLLECTION", "--out", "out", "--format", "wlasl"), "dataset.invalid"),
        (("preprocess", "COLLECTION", "--out", "out", "--engine", "dask"), "dataset.no_scheduler"),
        (("preprocess", "COLLECTION", "--out", "out", "--scheduler", "tcp://127.0.0.1:1"), "config.invalid"),
        (("manifest", "nowhere", "nowhere"), "model.invalid"),
    ],
)
def test_mistakes_are_answered_in_words(
    arguments: tuple[str, ...],
    code: str,
    collection: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.chdir(tmp_path)
    exit_code, document = run(capsys, *(collection if one == "COLLECTION" else one for one in arguments))
    assert exit_code == 2
    assert document["error"]["code"] == code
    assert document["error"]["hint"]


def test_training_without_torch_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    import importlib.util

    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torch" else found(name))
    for arguments in (
        ("train", tmp_path, "--out", tmp_path / "run"),
        ("export", tmp_path, "--out", tmp_path / "b"),
    ):
        exit_code, document = run(capsys, *arguments)
        assert exit_code == 2
        assert document["error"]["code"] == "training.no_torch"


def test_the_bundled_manifest_is_that_of_the_files(capsys: pytest.CaptureFixture[str]):
    from desktop_app.files import sha256_file
    from desktop_app.paths import bundled_models_dir
    from desktop_app.training.manifest import read_manifest

    folder = bundled_models_dir()
    for name, entry in read_manifest(folder)["files"].items():
        assert sha256_file(folder / name) == entry["sha256"], name
    code, document = run(capsys, "manifest", folder, folder)
    assert (code, document["same"]) == (0, True)
