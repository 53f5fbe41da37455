"""Options of the lean encoder: each is exported faithfully and does what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.errors import TrainingError
from desktop_app.training.dataset import Dataset

if TYPE_CHECKING:
    from desktop_app.training.lean_model import LeanEncoder

pytestmark = pytest.mark.usefixtures("torch_needed")


def model_with(**options: Any) -> LeanEncoder:
    import torch

    from desktop_app.training.architectures import LEAN, default_sizes
    from desktop_app.training.lean_model import LeanEncoder

    torch.manual_seed(0)
    model = LeanEncoder(replace(default_sizes(LEAN), **options))
    model.eval()
    return model


def mirrored(rows: FloatArray) -> FloatArray:
    """The picture seen in a mirror."""
    out = rows.copy()
    out[:, layout.X_COLUMNS] *= -1
    pose = out[:, layout.POSE].reshape(len(rows), layout.POSE_POINTS, 4).copy()
    for one, two in layout.POSE_MIRROR:
        pose[:, [one, two]] = pose[:, [two, one]]
    out[:, layout.POSE] = pose.reshape(len(rows), -1)
    hands = out[:, layout.LEFT_HAND].copy()
    out[:, layout.LEFT_HAND] = out[:, layout.RIGHT_HAND]
    out[:, layout.RIGHT_HAND] = hands
    return out


@pytest.mark.parametrize(
    "options",
    [
        {"trunk": "transformer", "layers": 2},
        {"trunk": "none", "pooling": "max"},
        {"pooling": "mean", "without": ("speed", "presence")},
        {"paces": 3},
        {"one_handedness": False},
    ],
    ids=lambda options: "-".join(options),
)
def test_every_option_is_exported_faithfully(options: dict[str, Any], dataset: Dataset, tmp_path: Path):
    from desktop_app.training.onnx_export import (
        check_parity,
        export_onnx,
        export_torchscript,
        parity_clips,
    )

    model = model_with(**options)
    export_onnx(model, tmp_path / "a.onnx")
    export_torchscript(model, tmp_path / "a.ts")
    clips = parity_clips([clip.features() for clip in dataset.clips[:6]])
    assert check_parity(model, tmp_path / "a.onnx", tmp_path / "a.ts", clips) <= 1e-4


def test_left_handers_and_mirrored_cameras_come_out_alike(dataset: Dataset):
    import torch

    rows = next(clip.features() for clip in dataset.clips if clip.features()[:, layout.RIGHT_HAND].any()).copy()
    rows[:, layout.LEFT_HAND] = 0
    other = mirrored(rows)
    with torch.no_grad():
        one, two = model_with()(torch.from_numpy(np.stack([rows, other])))
        plain, _ = model_with(one_handedness=False)(torch.from_numpy(np.stack([rows, other])))
    np.testing.assert_allclose(one[0], one[1], atol=1e-4)
    np.testing.assert_allclose(two[0], two[1], atol=1e-4)
    assert np.abs(plain[0].numpy() - plain[1].numpy()).max() > 0.01


def test_a_group_that_is_left_out_is_not_looked_at(dataset: Dataset):
    import torch

    from desktop_app.training.lean_features import LEAN_DIM, LEAN_GROUPS, LeanFeatures, kept_numbers

    rows = torch.from_numpy(dataset.clips[0].features()[None])
    whole = LeanFeatures()(rows)[0]
    covered = np.zeros(LEAN_DIM)
    for group in LEAN_GROUPS:
        kept = np.array(kept_numbers((group,)))
        covered += 1 - kept
        np.testing.assert_allclose(LeanFeatures(without=(group,))(rows)[0], whole * kept, atol=1e-6)
    np.testing.assert_array_equal(covered, 1)  # every number belongs to one group


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"trunk": "oak"}, "no trunk 'oak'"),
        ({"pooling": "tidal"}, "no pooling 'tidal'"),
        ({"paces": 2}, "2 paces"),
        ({"without": ("hair",)}, "no group hair"),
    ],
)
def test_options_that_do_not_exist(options: dict[str, Any], message: str):
    with pytest.raises(TrainingError, match=message):
        model_with(**options)
