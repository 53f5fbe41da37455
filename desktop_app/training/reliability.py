"""Calibration of the confidence: whether seven in ten answers with 70 % are right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.training.acceptance import RIGHT, WRONG, Outcomes
from desktop_app.training.files import save_picture

BINS: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """Confidence of the first answer against its accuracy, for queries whose sign is known.

    Attributes:
        confidence, right: (N,) of each query. temperature: of the softmax that gave the confidence.
    """

    confidence: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]
    temperature: float

    def bins(self) -> list[dict[str, float]]:
        """Ten equal bins of confidence with count, mean confidence and accuracy; empty ones are left out."""
        place = np.minimum((self.confidence * BINS).astype(int), BINS - 1)
        return [
            {
                "low": number / BINS,
                "high": (number + 1) / BINS,
                "count": int((place == number).sum()),
                "confidence": float(self.confidence[place == number].mean()),
                "accuracy": float(self.right[place == number].mean()),
            }
            for number in range(BINS)
            if (place == number).any()
        ]

    @property
    def expected_calibration_error(self) -> float:
        """Mean distance between confidence and accuracy over the bins, weighted by their counts."""
        total = max(len(self.confidence), 1)
        return sum(one["count"] / total * abs(one["confidence"] - one["accuracy"]) for one in self.bins())


def reliability(outcomes: Outcomes, temperature: float) -> Reliability:
    """The confidence that `engine.decision` would show at a temperature."""
    known = [
        row for row, kind in enumerate(outcomes.kind) if kind in (RIGHT, WRONG) and len(outcomes.sentences[row])
    ]
    confidence = np.zeros(len(known))
    for number, row in enumerate(known):
        values = outcomes.sentences[row]
        weights = np.exp((values - values.max()) / temperature)
        confidence[number] = weights[0] / weights.sum()
    return Reliability(confidence, outcomes.kind[known] == RIGHT, temperature)


def calibration_document(outcomes: Outcomes, temperature: float, default: float) -> dict[str, Any]:
    """Error with the default and the calibrated temperature, and the bins of the diagram."""
    after = reliability(outcomes, temperature)
    return {
        "temperature": temperature,
        "ece": after.expected_calibration_error,
        "ece_default_temperature": reliability(outcomes, default).expected_calibration_error,
        "bins": after.bins(),
    }


def draw_reliability(document: dict[str, Any], target: Path) -> None:
    """The reliability diagram as a picture."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.add_subplot()
    bins = document["bins"]
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="confidence as promised")
    axes.bar(
        [(one["low"] + one["high"]) / 2 for one in bins],
        [one["accuracy"] for one in bins],
        width=0.09,
        color="#3e63dd",
        label="share of right answers",
    )
    axes.plot([one["confidence"] for one in bins], [one["accuracy"] for one in bins], "o", color="#1c2024")
    axes.set(xlabel="confidence shown", ylabel="right", xlim=(0, 1), ylim=(0, 1))
    error, before = document["ece"], document["ece_default_temperature"]
    axes.set_title(f"expected calibration error {error:.3f} (uncalibrated {before:.3f})")
    axes.legend(loc="upper left")
    save_picture(figure, target, dpi=120)
