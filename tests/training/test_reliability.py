"""Confidence against truth, on outcomes whose calibration is known."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.training.acceptance import RIGHT, UNKNOWN, WRONG, Outcomes
from desktop_app.training.reliability import calibration_document, draw_reliability, reliability


def outcomes(confidences, right):
    """Two sentences each whose softmax at temperature 1 gives the first line the wanted confidence."""
    kinds = [RIGHT if hit else WRONG for hit in right] + [UNKNOWN]
    sentences = [np.array([np.log(c / (1 - c)), 0.0]) for c in confidences] + [np.array([9.0, 0.0])]
    count = len(kinds)
    return Outcomes(
        kind=np.array(kinds),
        similarity=np.ones(count),
        gap=np.ones(count),
        prototype=np.full(count, np.nan),
        sentences=tuple(sentences),
        right=np.array([0 if hit else 1 for hit in right] + [-1]),
    )


def test_a_perfect_forecaster_has_no_error_and_unknown_signs_do_not_count():
    result = reliability(outcomes([0.75] * 8, [True] * 6 + [False] * 2), 1.0)
    assert len(result.confidence) == 8
    assert result.expected_calibration_error == pytest.approx(0.0, abs=1e-9)
    (one,) = result.bins()
    assert (one["low"], one["count"]) == (0.7, 8)
    assert one["accuracy"] == pytest.approx(0.75)


def test_a_boaster_has_the_error_of_the_boast():
    result = reliability(outcomes([0.95] * 10, [True] * 5 + [False] * 5), 1.0)
    assert result.expected_calibration_error == pytest.approx(0.45, abs=1e-6)


def test_a_higher_temperature_lowers_confidence_and_the_document_has_both(tmp_path):
    found = outcomes([0.95] * 10, [True] * 5 + [False] * 5)
    document = calibration_document(found, temperature=20.0, default=1.0)
    assert document["ece"] < 0.1 < document["ece_default_temperature"]
    draw_reliability(document, tmp_path / "diagram.png")
    assert (tmp_path / "diagram.png").stat().st_size > 5000
