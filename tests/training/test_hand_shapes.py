"""Hand shapes lent by a collection of finger letters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.errors import DatasetError
from desktop_app.training.hand_shapes import STILLS, read_hand_shapes, shapes_provenance


def write_stills(folder: Path, labels: list[str], sources: list[int], hand: str = "R") -> None:
    rng = np.random.default_rng(0)
    count = len(labels)
    points = rng.normal(0.5, 0.1, (count, 21, 3)).astype(np.float32)
    points[:, 9] = points[:, 0] + np.array([0.05, -0.2, 0], np.float32)
    np.savez(
        folder / STILLS,
        xyz=points,
        label=np.array(labels),
        source=np.array(sources, np.int16),
        hand=np.array([hand] * count),
        suspect=np.zeros(count, bool),
        aspect=np.full(count, 2.0, np.float32),
    )


def test_shapes_are_right_hands_in_palm_sizes(tmp_path: Path):
    write_stills(tmp_path, ["A", "A", "B", "B", "J"], [0, 1, 0, 1, 0])
    shapes = read_hand_shapes(tmp_path)
    assert shapes.kinds == ("A", "B")  # J moves
    one = shapes.draw("A", np.random.default_rng(0))
    np.testing.assert_allclose(one[0], 0)
    assert np.linalg.norm(one[9]) == pytest.approx(1, rel=1e-5)
    # Twice as wide as high: 0.05 of the width is 0.1 of the height.
    np.testing.assert_allclose(one[9], np.array([0.1, -0.2, 0]) / np.hypot(0.1, 0.2), atol=1e-5)
    write_stills(tmp_path, ["A", "A"], [0, 1], hand="L")
    np.testing.assert_allclose(read_hand_shapes(tmp_path).draw("A", np.random.default_rng(0))[9][0], -one[9][0])


def test_one_person_is_not_enough(tmp_path: Path):
    write_stills(tmp_path, ["A", "A", "B"], [0, 1, 0])
    with pytest.raises(DatasetError, match="fewer than 2 people"):
        read_hand_shapes(tmp_path)


def test_what_is_no_collection_is_said(tmp_path: Path):
    with pytest.raises(DatasetError, match=r"stills\.npz cannot be read"):
        read_hand_shapes(tmp_path)


def test_provenance_names_content_and_sources(tmp_path: Path):
    write_stills(tmp_path, ["A", "A"], [0, 1])
    before = shapes_provenance(tmp_path)
    (tmp_path / "sources.csv").write_text("source,licence\nsomebody/letters,MIT\n")
    after = shapes_provenance(tmp_path)
    assert after["sources"] == [{"source": "somebody/letters", "licence": "MIT"}]
    assert before["sha256"] == after["sha256"]
    assert len(after["sha256"]) == 64
