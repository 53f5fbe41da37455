"""What needs PyTorch: the encoder, its objectives, a short training and its export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.errors import DatasetError, TrainingError
from desktop_app.training.augment import AugmentSettings
from desktop_app.training.batches import BatchMaker, BatchSettings
from desktop_app.training.dataset import Dataset
from desktop_app.training.manifest import read_manifest

if TYPE_CHECKING:
    from desktop_app.training.model import SignEncoder

pytestmark = pytest.mark.usefixtures("torch_needed")
SAME_WEIGHTS = 1e-4  # sums are rounded in whatever order the threads add; another seed is 0.01 and more away


def small_model(seed: int = 0) -> SignEncoder:
    import torch

    from desktop_app.training.model import ModelSettings, SignEncoder

    torch.manual_seed(seed)
    model: SignEncoder = SignEncoder(ModelSettings(projection_dim=12, hidden_dim=10, embedding_dim=16)).eval()
    return model


def test_the_default_encoder_is_the_contract():
    import torch

    from desktop_app.training.model import ModelSettings, SignEncoder

    model = SignEncoder(ModelSettings()).eval()
    with torch.no_grad():
        embedding, projection = model(torch.randn(2, 9, 540))
    assert embedding.shape == (2, 256)
    assert projection.shape == (2, 9, 160)
    np.testing.assert_allclose(np.linalg.norm(embedding.numpy(), axis=1), 1, atol=1e-5)
    projector = 2 * 540 + (540 * 160 + 160) + (160 * 160 + 160)
    gru = 2 * (3 * 160 * (160 + 160) + 2 * 480) + 2 * (3 * 160 * (320 + 160) + 2 * 480)
    pooling = (320 * 4 + 4) + (320 * 256 + 256)
    assert sum(weight.numel() for weight in model.parameters()) == projector + gru + pooling


def test_padding_changes_nothing():
    import torch

    model = small_model()
    clips = [torch.randn(frames, 540) for frames in (5, 20, 11)]
    padded = torch.nn.utils.rnn.pad_sequence(clips, batch_first=True, padding_value=7.0)
    with torch.no_grad():
        together = model.encode_padded(padded, torch.tensor([5, 20, 11]))[0]
        alone = torch.cat([model(clip[None])[0] for clip in clips])
    np.testing.assert_allclose(together.numpy(), alone.numpy(), atol=1e-5)


def unit_rows(*degrees: float) -> Any:
    import torch

    angle = torch.deg2rad(torch.tensor(degrees))
    return torch.stack([angle.cos(), angle.sin()], dim=1)


def test_losses_fall_when_positives_are_near():
    import torch

    from desktop_app.training.losses import info_nce, sup_con
    from desktop_app.training.objective import LossSettings, Objective

    first, near, far = unit_rows(0, 60, 120), unit_rows(10, 75, 100), unit_rows(60, 120, 0)
    assert info_nce(first, near, 0.1) < info_nce(first, far, 0.1)
    labels = torch.tensor([0, 0, 1])
    together, apart = unit_rows(0, 4, 180), unit_rows(0, 90, 180)
    assert sup_con(together, together, labels, 0.1) < sup_con(apart, apart, labels, 0.1)
    # Without shared sentences the two objectives are one.
    alone = torch.tensor([0, 1, 2])
    assert float(sup_con(first, near, alone, 0.1)) == pytest.approx(float(info_nce(first, near, 0.1)), rel=1e-4)
    with pytest.raises(ValueError, match="unknown"):
        Objective(
            "other",
            LossSettings(),
            temperature=0.1,
            same_person=1.0,
            sentences=2,
            signers=1,
            embedding_dim=2,
        )(first, near, labels, labels)


def test_batches_bring_people_together(dataset: Dataset):
    maker = BatchMaker(dataset.clips, dataset.mean, dataset.std, BatchSettings(3, 3), AugmentSettings(), 0)
    pairs = maker.draw()
    for label in {label for label, _ in pairs}:
        rows = [row for one, row in pairs if one == label]
        idle = dataset.clips[rows[0]].sentence == "idle"  # of one person only
        assert len({dataset.clips[row].signer for row in rows}) == (1 if idle else 3)
    batch = maker.make(pairs)
    assert batch.first.shape == batch.second.shape == (len(pairs), batch.first.shape[1], 540)
    assert np.isfinite(batch.first).all()


def tiny_settings(**changes: Any) -> Any:
    from desktop_app.training.loop import TrainSettings
    from desktop_app.training.model import ModelSettings

    values: dict[str, Any] = {
        "steps": 6,
        "evaluate_every": 3,
        "threads": 1,
        "held_out": ("studio/ben",),
        "model": ModelSettings(projection_dim=12, hidden_dim=10, embedding_dim=16),
        "batch": BatchSettings(sentences=4, clips=2, min_frames=8),
    }
    return TrainSettings(**{**values, **changes})


@pytest.fixture(scope="module")
def run_folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("torch", reason="PyTorch is not installed")
    from desktop_app.training.loop import train

    folder = tmp_path_factory.mktemp("run")
    steps = list(train(dataset, folder, tiny_settings()))
    assert [step.step for step in steps] == [1, 2, 3, 4, 5, 6]
    assert [step.figures is not None for step in steps] == [False, False, True, False, False, True]
    return folder


def test_a_run_tells_its_story(run_folder: Path):
    config = json.loads((run_folder / "config.json").read_text())
    assert config["held_out_signers"] == ["studio/ben"]
    assert config["data"]["sources"][0]["licence"] == "MIT"
    assert config["settings"]["augment"]["time_warp"] == 0.15
    table = pd.read_csv(run_folder / "metrics.csv")
    assert table["step"].tolist() == [3, 6]
    assert {"loss", "inst1", "pos_sim", "neg_sim", "ret1_k1", "ret1_k5", "mrr_k1"} <= set(table.columns)
    assert (run_folder / "curves.png").read_bytes().startswith(b"\x89PNG")
    assert (run_folder / "best.pt").is_file()


def test_the_same_seed_gives_the_same_weights(dataset: Dataset, run_folder: Path, tmp_path: Path):
    from desktop_app.training.checkpoint import load_checkpoint
    from desktop_app.training.loop import train

    for _ in train(dataset, tmp_path, tiny_settings()):
        pass
    first, _, _ = load_checkpoint(run_folder / "last.pt")
    second, _, _ = load_checkpoint(tmp_path / "last.pt")
    np.testing.assert_allclose(
        first.head.weight.detach().numpy(), second.head.weight.detach().numpy(), atol=SAME_WEIGHTS
    )


def test_a_run_can_start_from_another(dataset: Dataset, run_folder: Path, tmp_path: Path):
    from desktop_app.training.checkpoint import load_checkpoint
    from desktop_app.training.loop import train

    settings = tiny_settings(held_out=0.0, steps=1, learning_rate=0.0, start_from=str(run_folder))
    for _ in train(dataset, tmp_path, settings):
        pass
    first, _, _ = load_checkpoint(run_folder / "best.pt")
    second, _, _ = load_checkpoint(tmp_path / "best.pt")
    np.testing.assert_allclose(
        first.head.weight.detach().numpy(), second.head.weight.detach().numpy(), atol=SAME_WEIGHTS
    )
    config = json.loads((tmp_path / "config.json").read_text())
    assert config["settings"]["start_from"]["held_out_signers"] == ["studio/ben"]


def test_an_export_loads_in_the_engine(
    dataset: Dataset, run_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from desktop_app.training import acceptance
    from desktop_app.training.checkpoint import load_checkpoint
    from desktop_app.training.embedding import embed_clips
    from desktop_app.training.export import ExportReport, ExportSettings, export

    # Whether a model of six steps keeps unknown signs out is chance, and not what is tested here.
    for limit in ("UNKNOWN_LIMIT", "IDLE_LIMIT"):
        monkeypatch.setattr(acceptance, limit, 1.0)
    *_, report = export(run_folder, dataset, tmp_path / "bundle", ExportSettings(name="tiny"))
    assert isinstance(report, ExportReport)
    assert report.parity < 1e-4
    bundle = load_bundle(tmp_path / "bundle", {})
    assert (bundle.name, bundle.contract, bundle.whole_clip) == ("tiny", "torso-540-v1", True)
    assert bundle.thresholds == report.thresholds
    encoder = OnnxEncoder(bundle, provider="cpu")
    assert (encoder.spec.embedding_dim, encoder.spec.projection_dim, encoder.spec.fixed_frames) == (16, 12, 0)
    model, _, _ = load_checkpoint(run_folder / "best.pt")
    wanted = embed_clips(model, dataset.clips[:5], dataset.mean, dataset.std)
    found = np.stack([pair[0] for pair in encoder.encode([clip.features() for clip in dataset.clips[:5]])])
    np.testing.assert_allclose(found, wanted, atol=1e-4)
    manifest = read_manifest(tmp_path / "bundle")
    assert len(manifest["files"]) == 7
    assert (tmp_path / "bundle" / "sign_encoder_bundle.zip").is_file()
    config = json.loads((tmp_path / "bundle" / "model_config.json").read_text())
    assert config["calibration"]["held_out_signers"] == ["studio/ben"]
    assert str(dataset.folder) not in json.dumps(config)
    assert not list(tmp_path.glob(".export-*"))


def test_another_data_set_is_refused(dataset: Dataset, run_folder: Path, tmp_path: Path):
    from dataclasses import replace

    from desktop_app.training.export import ExportSettings, export

    (tmp_path / "processed_metadata.csv").write_text("other\n")
    other = replace(dataset, folder=tmp_path)
    with pytest.raises(TrainingError, match="not the data set"):
        list(export(run_folder, other, tmp_path / "bundle", ExportSettings()))
    assert not (tmp_path / "bundle").exists()


def test_parity_notices_another_model(dataset: Dataset, tmp_path: Path):
    from desktop_app.training.onnx_export import check_parity, export_onnx, export_torchscript, parity_clips

    first, second = small_model(0), small_model(1)
    export_onnx(first, tmp_path / "a.onnx")
    export_torchscript(first, tmp_path / "a.ts")
    clips = parity_clips([dataset.clips[0].features()])
    assert [len(clip) for clip in clips] == [8, 30, 64, 96, 200]
    assert check_parity(first, tmp_path / "a.onnx", tmp_path / "a.ts", clips) < 1e-5
    with pytest.raises(TrainingError, match="differs"):
        check_parity(second, tmp_path / "a.onnx", tmp_path / "a.ts", clips)


def test_what_cannot_be_trained_says_why(dataset: Dataset, tmp_path: Path):
    from desktop_app.training.checkpoint import load_checkpoint, read_config
    from desktop_app.training.loop import train

    with pytest.raises(TrainingError, match="objective"):
        next(train(dataset, tmp_path, tiny_settings(objective="magic")))
    with pytest.raises(DatasetError, match="no signer"):
        next(train(dataset, tmp_path, tiny_settings(held_out=("zoe",))))
    with pytest.raises(TrainingError, match="at least two"):
        next(train(dataset, tmp_path, tiny_settings(held_out_sentences=("circle", "down", "idle"))))
    with pytest.raises(TrainingError, match="no training run"):
        read_config(tmp_path / "nowhere")
    (tmp_path / "best.pt").write_bytes(b"no checkpoint")
    with pytest.raises(TrainingError, match="cannot be read"):
        load_checkpoint(tmp_path / "best.pt")
