"""Judges calibrate a bundle in place of held-out signers, among themselves and on packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.tracking.features import TORSO_540, features_present
from desktop_app.training.dataset import Dataset
from tests.training.collection import SIGNS

pytestmark = pytest.mark.usefixtures("torch_needed")


def pack_of(folder: Path, dataset: Dataset) -> Path:
    """One reference a sign, but for the last one, which stays unknown."""
    with PackWriter(folder, PackManifest("Signs", "none", "1", TORSO_540, "MIT"), dtype="float32") as writer:
        for sign in SIGNS[:-1]:
            rows = next(clip for clip in dataset.clips if clip.sentence == sign).features()
            sequence = FeatureSequence(rows, features_present(rows), 30.0, 0.0, len(rows) / 30)
            writer.add(NewReference(sequence, sign))
        writer.finish()
    return folder


@pytest.fixture(scope="module")
def run(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("torch", reason="PyTorch is not installed")
    from desktop_app.training.batches import BatchSettings
    from desktop_app.training.loop import TrainSettings, train
    from desktop_app.training.model import ModelSettings

    folder = tmp_path_factory.mktemp("run")
    model = ModelSettings(projection_dim=12, hidden_dim=10, embedding_dim=16)
    batch = BatchSettings(sentences=4, clips=2, min_frames=8)
    settings = TrainSettings(steps=20, evaluate_every=20, held_out=0, threads=1, model=model, batch=batch)
    list(train(dataset, folder, settings))
    return folder


@pytest.mark.parametrize("with_pack", [False, True])
def test_judges_calibrate_a_bundle(
    dataset: Dataset, run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_pack: bool
) -> None:
    from desktop_app.training import acceptance, first_use
    from desktop_app.training.export import ExportReport, ExportSettings, export

    # Whether a model of a few steps keeps unknown signs out is chance, and not what is tested here.
    for module, name in (
        (acceptance, "UNKNOWN_LIMIT"), (acceptance, "IDLE_LIMIT"),
        (first_use, "WRONG_LIMIT"), (first_use, "UNKNOWN_LIMIT"), (first_use, "IDLE_LIMIT"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 1.0)
    pack = pack_of(tmp_path / "pack", dataset)
    before = sorted(path.relative_to(pack) for path in pack.rglob("*"))
    settings = ExportSettings(with_zip=False, packs=(pack,) if with_pack else ())
    *_, report = export(run, dataset, tmp_path / "bundle", settings, judges=dataset)
    assert isinstance(report, ExportReport)
    bundle = load_bundle(tmp_path / "bundle", {})
    assert bundle.thresholds == report.thresholds
    calibration = json.loads((tmp_path / "bundle" / "model_config.json").read_text())["calibration"]
    assert calibration["judges"] == 3
    assert calibration["packs"] == (["pack"] if with_pack else [])
    assert ("first_use" in report.metrics) == with_pack
    if with_pack:
        assert report.metrics["first_use"]["accepted_right"] > 0
    assert sorted(path.relative_to(pack) for path in pack.rglob("*")) == before
