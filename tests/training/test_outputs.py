"""Commands of training replace in their output folder what they have made themselves, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.errors import ConfigError
from desktop_app.files import sha256_file
from desktop_app.training.dataset import Dataset
from desktop_app.training.manifest import BUNDLE_FILES, not_exported, write_manifest, write_zip
from desktop_app.training.outputs import check_outputs
from tests.training.letters.made_up import write_collection

OURS = b"made by hand"
TINY = ("--steps", "2", "--sentences", "4", "--clips", "2", "--max-frames", "20", "--threads", "1")


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main([*map(str, arguments)]) == 2
    said = capsys.readouterr().err
    assert "--replace" in said
    return said


def put(place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(OURS)
    return place


def test_what_has_no_content_is_not_protected(tmp_path: Path):
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    check_outputs(tmp_path, ["empty", "folder", "missing"])
    put(tmp_path / "folder" / "x")
    with pytest.raises(ConfigError, match="'folder'"):
        check_outputs(tmp_path, ["empty", "folder"])
    check_outputs(tmp_path, ["empty", "folder"], replace_old=True)


def test_an_export_knows_its_own_files(tmp_path: Path):
    for name in ("sign_encoder.onnx", "model_config.json"):
        put(tmp_path / name)
    assert not_exported(tmp_path) == list(BUNDLE_FILES)
    write_manifest(tmp_path, {})
    write_zip(tmp_path)
    with pytest.raises(ConfigError, match="embeddings"):
        check_outputs(tmp_path, not_exported(put(tmp_path / "embeddings.npy").parent))
    (tmp_path / "embeddings.npy").unlink()
    check_outputs(tmp_path, not_exported(tmp_path))
    (tmp_path / "model_config.json").write_bytes(b"edited by hand")
    with pytest.raises(ConfigError, match="model_config"):
        check_outputs(tmp_path, not_exported(tmp_path))


@pytest.mark.usefixtures("torch_needed")
@pytest.mark.parametrize("name", ["metrics.csv", "config.json", "config.toml"])
def test_a_run_is_not_trained_among_files_of_others(dataset: Dataset, tmp_path: Path, capsys, name: str):
    foreign = put(tmp_path / name)
    arguments = ("train", dataset.folder, "--out", tmp_path, *TINY)
    assert name in refused(capsys, *arguments)
    assert foreign.read_bytes() == OURS
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert main([*map(str, arguments), "--replace"]) == 0
    assert main([*map(str, arguments)]) == 0  # its own


@pytest.mark.usefixtures("torch_needed")
def test_a_bundle_is_not_exported_over_files_of_others(dataset: Dataset, tmp_path: Path, capsys):
    run, out = tmp_path / "run", tmp_path / "bundle"
    assert main([*map(str, ("train", dataset.folder, "--out", run, "--held-out", 0, *TINY))]) == 0
    foreign = put(out / "model_config.json")
    assert "model_config.json" in refused(capsys, "export", run, "--out", out)
    assert foreign.read_bytes() == OURS
    foreign.unlink()
    assert main(["export", str(run), "--out", str(out)]) == 0
    assert (out / "embeddings.npy").is_file()
    notes = put(out / "notes.txt")
    assert main(["export", str(run), "--out", str(out), "--references", "none", "--no-zip"]) == 0
    assert notes.read_bytes() == OURS
    assert not [name for name in ("embeddings.npy", "sign_encoder_bundle.zip") if (out / name).exists()]


@pytest.mark.usefixtures("torch_needed")
@pytest.mark.parametrize(
    "name", ["table.csv", "curves.png", "one/seed-0/train.log", "one/seed-0/wanted.toml", "one/seed-0/best.pt"]
)
def test_a_study_is_not_written_over_files_of_others(dataset: Dataset, tmp_path: Path, capsys, name: str):
    (tmp_path / "s.toml").write_text('[[run]]\nname = "one"\nsteps = 1\n')
    foreign = put(tmp_path / "runs" / name)
    said = refused(capsys, "study", tmp_path / "s.toml", "--data", dataset.folder, "--out", tmp_path / "runs")
    assert Path(name).name in said
    assert foreign.read_bytes() == OURS
    assert [path for path in (tmp_path / "runs").rglob("*") if path.is_file()] == [foreign]


@pytest.mark.usefixtures("torch_needed")
@pytest.mark.parametrize("name", ["letters.json", "report.json", "confusion.png"])
def test_letters_are_not_trained_over_files_of_others(tmp_path: Path, capsys, name: str):
    (tmp_path / "collection").mkdir()
    collection = write_collection(tmp_path / "collection")
    out = tmp_path / "run"
    foreign = put(out / name)
    arguments = ("letters-train", collection, "--out", out, "--steps", 1, "--hidden", 8, "--threads", 1)
    assert name in refused(capsys, *arguments)
    assert foreign.read_bytes() == OURS
    foreign.unlink()
    for _ in range(2):  # the second time its own
        assert main([*map(str, arguments)]) == 0
    assert "training" in json.loads((out / "letters.json").read_text())
    model = put(tmp_path / "model.onnx")
    export = ("letters-export", out, "--out", model, "--collection", collection)
    refused(capsys, *export)
    assert model.read_bytes() == OURS
    model.unlink()
    assert main([*map(str, export)]) == 0
    before = sha256_file(model)
    assert main([*map(str, export)]) == 0  # its own
    shutil.copyfile(model, tmp_path / "copy.onnx")
    assert sha256_file(tmp_path / "copy.onnx") == before


def test_links_are_not_written_through(tmp_path: Path):
    foreign = put(tmp_path / "elsewhere" / "x")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "table.csv").symlink_to(foreign)
    (tmp_path / "out" / "features").symlink_to(foreign.parent)
    (tmp_path / "out" / "gone.csv").symlink_to(tmp_path / "nothing")
    for name in ("table.csv", "features", "gone.csv"):
        with pytest.raises(ConfigError, match=f"'{name}'.* is a link"):
            check_outputs(tmp_path / "out", [name], replace_old=True)


@pytest.mark.parametrize("name", ["features", "progress.jsonl", "processed_metadata.csv", "global_stats.npz"])
@pytest.mark.parametrize("first", [False, True], ids=["own", "foreign"])
def test_preprocess_does_not_write_through_links(
    collection: Path, tmp_path: Path, capsys, name: str, first: bool
):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    if first:
        out.mkdir()
        put(elsewhere / name / "ann-wave-0.npy" if name == "features" else elsewhere / name)
    else:  # a data set of our own, of which one part was moved
        assert main(["preprocess", str(collection), "--out", str(out)]) == 0
        elsewhere.mkdir()
        (out / name).rename(elsewhere / name)
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    (out / name).symlink_to(elsewhere / name)
    assert main(["preprocess", str(collection), "--out", str(out), "--replace"]) == 2
    assert f"'{name}'" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == before


def test_a_linked_feature_file_is_replaced_itself(collection: Path, tmp_path: Path):
    foreign = put(tmp_path / "elsewhere.npy")
    features = tmp_path / "out" / "features"
    features.mkdir(parents=True)
    (features / "ann-wave-0.npy").symlink_to(foreign)
    assert main(["preprocess", str(collection), "--out", str(tmp_path / "out"), "--replace"]) == 0
    assert foreign.read_bytes() == OURS
    assert not (features / "ann-wave-0.npy").is_symlink()


@pytest.mark.usefixtures("torch_needed")
def test_a_run_is_not_trained_through_links(dataset: Dataset, tmp_path: Path, capsys):
    run = tmp_path / "run"
    arguments = [*map(str, ("train", dataset.folder, "--out", run, *TINY))]
    assert main(arguments) == 0
    foreign = put(tmp_path / "elsewhere.csv")
    (run / "metrics.csv").unlink()
    (run / "metrics.csv").symlink_to(foreign)
    assert main([*arguments, "--replace"]) == 2
    assert "'metrics.csv'" in capsys.readouterr().err
    assert foreign.read_bytes() == OURS
