"""MediaPipe still finds what it found when references were extracted: landmarks and features of three videos.

The tolerances are those of MediaPipe's own tests for the parts, in pixels of a picture 640 wide. On one machine
the numbers are equal to the last bit; other processors round differently.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.tracking.features import parts_present
from scripts.dev.make_golden import GOLDEN, VIDEOS, measure
from tests.helpers.shared import shared_video

PIXELS = {"pose": 15.0, "left_hand": 25.0, "right_hand": 25.0, "face": 5.0}
FEATURE_TOLERANCE = 0.15  # torso units at the 99th percentile; 15 pixels are about a tenth of a torso
PRESENCE_TOLERANCE = 0.05


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.parametrize("name", VIDEOS)
def test_landmarks_and_features_are_as_they_were(name: str) -> None:
    golden = dict(np.load(GOLDEN / f"{name}.npz", allow_pickle=False))
    found = measure(shared_video(name))
    assert found["mediapipe"] == golden["mediapipe"]
    assert found["frames"] == golden["frames"]
    np.testing.assert_array_equal(found["frame_ids"], golden["frame_ids"])
    np.testing.assert_allclose(found["present_share"], golden["present_share"], atol=PRESENCE_TOLERANCE)

    size = golden["size"] * 640 / golden["size"][0]
    both = parts_present(found["raw"]) & parts_present(golden["raw"])
    for index, (part, columns) in enumerate(layout.PARTS.items()):
        rows = both[:, index]
        width = 4 if part == "pose" else 3
        shape = (rows.sum(), (columns.stop - columns.start) // width, width)
        old, new = (
            fields["raw"][rows][:, columns].reshape(shape)[:, :, :2] * size for fields in (golden, found)
        )
        visible = np.ones(old.shape[:2], bool)
        if part == "pose":  # what the picture cuts off is guessed
            visible = golden["raw"][rows][:, columns].reshape(shape)[:, :, 3] > 0.5
        distance = np.linalg.norm(new - old, axis=2)[visible]
        assert distance.max(initial=0) <= PIXELS[part], part

    same = both.all(axis=1) | (parts_present(found["raw"]) == parts_present(golden["raw"])).all(axis=1)
    upper = [column for point in range(17) for column in range(point * 4, point * 4 + 2)]
    difference = np.abs(found["features"] - golden["features"])[same][:, upper]
    assert np.percentile(difference, 99) <= FEATURE_TOLERANCE


@pytest.mark.parametrize("name", VIDEOS)
def test_golden_files_hold_numbers_only(name: str) -> None:
    path: Path = GOLDEN / f"{name}.npz"
    fields = dict(np.load(path, allow_pickle=False))
    assert path.stat().st_size < 100_000
    assert fields["raw"].shape == fields["features"].shape == (len(fields["frame_ids"]), layout.FEATURE_DIM)
    assert np.isfinite(fields["raw"]).all()
    assert np.isfinite(fields["features"]).all()
    assert fields["present_share"][0] > 0.9  # a person in nearly every frame
