"""The lean encoder: what it looks at, its export, and a step of training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.records import FloatArray
from desktop_app.errors import TrainingError
from desktop_app.training.dataset import Dataset

if TYPE_CHECKING:
    from desktop_app.training.lean_model import LeanEncoder

pytestmark = pytest.mark.usefixtures("torch_needed")


def lean_model(mean: FloatArray | None = None, std: FloatArray | None = None) -> LeanEncoder:
    import torch

    from desktop_app.training.architectures import LEAN, build, default_sizes
    from desktop_app.training.lean_model import LeanEncoder

    torch.manual_seed(0)
    model = build(default_sizes(LEAN)).eval()
    assert isinstance(model, LeanEncoder)
    if mean is not None and std is not None:
        model.set_statistics(torch.from_numpy(mean), torch.from_numpy(std))
    return model


def lean_rows(rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    import torch

    from desktop_app.training.lean_features import LeanFeatures

    with torch.no_grad():
        lean, channels = LeanFeatures()(torch.from_numpy(rows[None].astype(np.float32)))
    return lean[0].numpy(), channels[0].numpy()


def signing(dataset: Dataset) -> FloatArray:
    """Rows of a clip that show both hands at least once."""
    for clip in dataset.clips:
        rows = clip.features()
        if rows[:, layout.RIGHT_HAND].any():
            return rows
    raise AssertionError("no clip with a hand")


def test_shapes_and_names():
    import torch

    from desktop_app.training.architectures import build
    from desktop_app.training.lean_features import CHANNELS, LEAN_DIM, LeanFeatures
    from desktop_app.training.model import ModelSettings

    lean, channels = LeanFeatures()(torch.randn(2, 7, 540))
    assert lean.shape == (2, 7, LEAN_DIM)
    assert channels.shape == (2, 7, CHANNELS)
    embedding, projection = lean_model()(torch.randn(2, 9, 540))
    assert embedding.shape == (2, 256)
    assert projection.shape == (2, 9, 160)
    assert not projection[:, :, CHANNELS:].any()
    np.testing.assert_allclose(np.linalg.norm(embedding.detach().numpy(), axis=1), 1, atol=1e-5)
    with pytest.raises(TrainingError, match="no architecture"):
        build(ModelSettings(architecture="magic"))


def test_face_legs_and_pose_depth_are_not_looked_at(dataset: Dataset):
    rows = signing(dataset)
    other = rows.copy()
    other[:, layout.FACE] = 1.0
    other[:, 25 * 4 : 33 * 4] = -1.0
    other[:, 2:132:4] += 0.7
    for one, two in zip(lean_rows(rows), lean_rows(other), strict=True):
        np.testing.assert_allclose(one, two, atol=1e-6)


def test_a_larger_hand_has_the_same_shape(dataset: Dataset):
    from desktop_app.training.lean_features import ARM_BONES, BODY_POINTS

    rows = signing(dataset)
    rows = rows[rows[:, layout.RIGHT_HAND].any(axis=1)]
    other = rows.copy()
    hand = other[:, layout.RIGHT_HAND].reshape(-1, 21, 3)
    other[:, layout.RIGHT_HAND] = (hand[:, :1] + 1.3 * (hand - hand[:, :1])).reshape(len(rows), -1)
    first, second = lean_rows(rows), lean_rows(other)
    start = 2 * len(BODY_POINTS) + 2 * len(ARM_BONES) + 115
    np.testing.assert_allclose(first[0][:, start : start + 102], second[0][:, start : start + 102], atol=2e-3)
    np.testing.assert_allclose(first[1], second[1], atol=2e-3)


def test_a_person_elsewhere_in_the_picture_looks_the_same(dataset: Dataset):
    rows = signing(dataset)
    moved = rows.copy()
    for part in (layout.POSE, layout.LEFT_HAND, layout.RIGHT_HAND):
        seen = rows[:, part].any(axis=1)
        columns = np.arange(part.start, part.stop)
        x = columns[np.isin(columns, layout.X_COLUMNS)]
        moved[np.ix_(seen, x)] += 0.3
    np.testing.assert_allclose(lean_rows(rows)[0], lean_rows(moved)[0], atol=1e-4)


def test_an_absent_hand_is_flagged_and_leaves_no_numbers(dataset: Dataset):
    from desktop_app.training.lean_features import CHANNELS, PRESENCE_WEIGHT, REST

    rows = signing(dataset).copy()
    rows[:, layout.LEFT_HAND] = 0
    _, channels = lean_rows(rows)
    left = channels[:, : CHANNELS // 2]
    np.testing.assert_allclose(left[:, :2], np.tile(np.array(REST[0], np.float32), (len(rows), 1)), atol=1e-6)
    assert not left[:, 2:].any()
    seen = rows[:, layout.RIGHT_HAND].any(axis=1)
    np.testing.assert_allclose(channels[:, -1], PRESENCE_WEIGHT * seen, atol=1e-6)


def test_statistics_are_undone(dataset: Dataset):
    import torch

    rows = signing(dataset)
    plain, known = lean_model(), lean_model(dataset.mean, dataset.std)
    standard = ((rows - dataset.mean) / dataset.std).astype(np.float32)
    with torch.no_grad():
        wanted = plain(torch.from_numpy(rows[None]))
        found = known(torch.from_numpy(standard[None]))
    for one, two in zip(wanted, found, strict=True):
        np.testing.assert_allclose(one.numpy(), two.numpy(), atol=1e-4)


def test_padding_changes_nothing(dataset: Dataset):
    import torch

    model = lean_model()
    clips = [torch.from_numpy(dataset.clips[i].features()[:length]) for i, length in enumerate((9, 20, 14))]
    padded = torch.nn.utils.rnn.pad_sequence(clips, batch_first=True, padding_value=7.0)
    with torch.no_grad():
        together = model.encode_padded(padded, torch.tensor([len(clip) for clip in clips]))[0]
        alone = torch.cat([model(clip[None])[0] for clip in clips])
    np.testing.assert_allclose(together.numpy(), alone.numpy(), atol=1e-5)


def test_positives_by_others_count_more():
    import torch

    from desktop_app.training.losses import sup_con

    angle = torch.deg2rad(torch.tensor([0.0, 5.0, 40.0, 180.0]))
    rows = torch.stack([angle.cos(), angle.sin()], dim=1)
    labels, signers = torch.tensor([0, 0, 0, 1]), torch.tensor([0, 0, 1, 2])
    alike = sup_con(rows, rows, labels, 0.1, signers, 1.0)
    assert float(alike) == pytest.approx(float(sup_con(rows, rows, labels, 0.1)), rel=1e-6)
    # The far positive is somebody else's: it weighs more, so the loss is larger.
    assert sup_con(rows, rows, labels, 0.1, signers, 0.2) > alike


def test_it_trains_and_exports(dataset: Dataset, tmp_path: Path):
    from desktop_app.training.architectures import LEAN, default_sizes
    from desktop_app.training.batches import BatchSettings
    from desktop_app.training.checkpoint import load_checkpoint
    from desktop_app.training.embedding import embed_clips
    from desktop_app.training.export import ExportReport, ExportSettings, export
    from desktop_app.training.loop import TrainSettings, train

    values: dict[str, Any] = {
        "steps": 3, "evaluate_every": 3, "threads": 1, "held_out": ("studio/ben",), "average": 0.9,
        "model": default_sizes(LEAN), "batch": BatchSettings(sentences=3, clips=2, min_frames=8, max_frames=24),
    }  # fmt: skip
    steps = list(train(dataset, tmp_path / "run", TrainSettings(**values)))
    assert all(np.isfinite(step.loss) for step in steps)
    # DTW is weighed for signs that nobody was trained on as well, by a run that kept some back.
    settings = TrainSettings(**{**values, "held_out_sentences": (dataset.sentences[0],)})
    unseen = [step.figures for step in train(dataset, tmp_path / "unseen", settings) if step.figures]
    assert {"ret1_k1", "own_ret1_k3", "unseen_ret1_k1", "unseen_ret5_k5"} <= set(unseen[-1])
    wrong = ExportSettings(with_zip=False, unseen_evidence=tmp_path / "run")
    with pytest.raises(TrainingError, match="held no sentences out"):
        list(export(tmp_path / "run", dataset, tmp_path / "bundle", wrong))
    wanted = ExportSettings(with_zip=False, unseen_evidence=tmp_path / "unseen")
    *_, report = export(tmp_path / "run", dataset, tmp_path / "bundle", wanted)
    assert isinstance(report, ExportReport)
    assert report.parity < 1e-4
    assert (tmp_path / "bundle" / "sign_encoder.onnx").stat().st_size < 10e6
    config = json.loads((tmp_path / "bundle" / "model_config.json").read_text())
    assert config["architecture"] == LEAN
    dtw = config["calibration"]["dtw"]
    assert dtw["unseen_sentences"] == [dataset.sentences[0]]
    assert {"known_ret1", "unseen_ret1"} <= set(dtw)
    encoder = OnnxEncoder(load_bundle(tmp_path / "bundle", {}), provider="cpu")
    assert (encoder.spec.embedding_dim, encoder.spec.projection_dim, encoder.spec.fixed_frames) == (256, 160, 0)
    model, _, _ = load_checkpoint(tmp_path / "run" / "best.pt")
    rows = embed_clips(model, dataset.clips[:4], dataset.mean, dataset.std)
    found = np.stack([pair[0] for pair in encoder.encode([clip.features() for clip in dataset.clips[:4]])])
    np.testing.assert_allclose(found, rows, atol=1e-4)
