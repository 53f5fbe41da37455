"""Thresholds for strangers, chosen on the judges: people who are in no training set."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.packs import open_pack
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.search.library import open_library
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.acceptance import Outcomes, calibrate, collect_outcomes
from desktop_app.training.dataset import Dataset
from desktop_app.training.dtw_scale import Evidence, fit_dtw
from desktop_app.training.encoded import EncodedClips, encode_clips
from desktop_app.training.evaluate_pack import answers_to
from desktop_app.training.first_use import IDLE_LIMIT, UNKNOWN_LIMIT, WRONG_LIMIT, FirstUse

REFERENCES: Final = 3  # a sentence
DRAWS: Final = 4
ORIGIN: Final = "judges, who are in no training set and chose the checkpoint"


def calibrate_on_judges(
    encoder: Encoder, judges: Dataset, packs: Sequence[Path]
) -> tuple[Thresholds, dict[str, Any], dict[str, Any]]:
    """Thresholds, their figures, and a note of their origin.

    Judges among themselves weigh DTW and set the temperature. Where there are packs, threshold and margin
    accept as many right answers as they can at the first use of these packs; else they come from the judges'
    open set.

    Raises:
        DatasetError: no threshold keeps wrong answers out.
        PackDamaged, PackError: a pack cannot be used.
    """
    encoded = next(one for one in encode_clips(judges.clips, encoder) if isinstance(one, EncodedClips))
    agreed = encoded.only_agreed()
    fitted = fit_dtw([Evidence("judges", agreed)], Thresholds())[0]
    steps = collect_outcomes(agreed, fitted.thresholds, k=REFERENCES, seeds=DRAWS)
    among_themselves = calibrate(next(one for one in steps if isinstance(one, Outcomes)), fitted.thresholds)
    thresholds = among_themselves.thresholds
    metrics: dict[str, Any] = {
        "origin": ORIGIN,
        "dtw": fitted.figures,
        "open_set": _rounded(among_themselves.reached),
    }
    if packs:
        first_use = _first_use(encoder, encoded, packs, thresholds)
        thresholds = first_use.calibrate(thresholds)
        metrics["first_use"] = _rounded(first_use.shares(thresholds.sim_threshold, thresholds.sim_margin))
    origin = {
        "origin": ORIGIN,
        "judges": len(judges.signers),
        "packs": [path.name for path in packs],
        "references_a_sentence": REFERENCES,
        "draws": DRAWS,
        "limits": {
            "accepted_wrong": WRONG_LIMIT,
            "unknown_accepted": UNKNOWN_LIMIT,
            "idle_accepted": IDLE_LIMIT,
        },
        "reached": metrics.get("first_use", metrics["open_set"]),
        "dtw": fitted.figures,
    }
    return thresholds, metrics, origin


def _first_use(
    encoder: Encoder, encoded: EncodedClips, packs: Sequence[Path], thresholds: Thresholds
) -> FirstUse:
    """The judges' clips against copies of the packs: encoding them anew would write into their folders."""
    with tempfile.TemporaryDirectory() as name:
        copies = [Path(shutil.copytree(open_pack(path).folder, Path(name) / path.stem)) for path in packs]
        library = open_library(copies, encoder)
        return FirstUse(answers_to(encoded, library, thresholds))


def _rounded(shares: dict[str, float | None]) -> dict[str, float | None]:
    return {name: None if value is None else round(value, 4) for name, value in shares.items()}
