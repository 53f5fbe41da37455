"""Accuracy of letter models on people they were not trained on, as means over sources. No torch.

A source is a repository, mostly one person. Frames of one capture are near copies, so letters are averaged
within a source and sources among each other; rows are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES, LETTERS, MOVING, MOVING_PLACES
from desktop_app.engine.letters.calibration import SHOWABLE, empty_calibration
from desktop_app.engine.letters.hands import normalised, shapes_of
from desktop_app.engine.letters.model import OnnxLetterModel
from desktop_app.engine.letters.records import LetterMode, LetterScores, LetterSettings
from desktop_app.engine.letters.ring import drawn_path
from desktop_app.engine.letters.smoothing import held_still
from desktop_app.engine.records import BoolArray, FloatArray, IntArray
from desktop_app.engine.tracking.window import WINDOW_FPS
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.letters.clips import clip_windows
from desktop_app.training.letters.collection import LetterCollection, Stills

ROWS_A_CELL: Final = 60  # per letter and source; more are near copies
SLOW_RATES: Final = (8.0, 15.0)  # frames a second of slow cameras, at which J and Z are judged as well
_LETTERS: Final = len(LETTERS)
_DRAWN: Final = np.array(MOVING_PLACES)


@dataclass(frozen=True, slots=True, eq=False)
class LetterEvaluation:
    """Figures of one model on one collection, by the names of the command's JSON.

    Attributes:
        people: sources with still letters.
        accuracy_all: 26 letters, J and Z offered to still rows; where a source moves them, its clips count.
        still_called_jz: share of recorded still letters that are called J or Z (stills never are); the mean
            over sources that have such recordings, and each of them.
        confusion: (29, 29) rows are the letters shown, columns the answers; sources and letters weigh the same.
        drawn_by_rate: for cameras of so many frames a second: recall of J and Z, and still letters called so.
        calibration: effect of calibration with examples, where requested.
    """

    people: int
    accuracy_still: float
    accuracy_still_clean: float
    accuracy_all: float
    worst_tenth_still: float
    per_letter: dict[str, float]
    per_source: dict[str, float]
    j_recall: float | None
    z_recall: float | None
    still_called_jz: float
    still_called_jz_per_source: dict[str, float]
    drawn_by_rate: dict[str, dict[str, float | None]]
    mode: str
    confusion: FloatArray
    calibration: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object that the command prints."""
        left_out = {"confusion"} | (set() if self.calibration else {"calibration"})
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in left_out}


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """Answers for the chosen rows: as single frames, and as hands held still."""

    stills: Stills
    offered: FloatArray  # (N, 29) J and Z among them
    held: FloatArray  # (N, 29) without
    features: FloatArray


def evaluate_letters(
    collection: LetterCollection,
    model: OnnxLetterModel,
    *,
    mode: str = "sequence",
    calibrate: int = 0,
    seed: int = 0,
) -> LetterEvaluation:
    """Evaluate a model on every source of a collection.

    Args:
        mode: sequence: a still row is a hand held for a whole window; frame: it is one frame. J and Z of clips
            are read as the mode reads them: windows, or the mean of all frames.
        calibrate: frames per letter of each source that calibrate the model; their captures are not tested.

    Raises:
        DatasetError: the collection has no letters.
    """
    rng = np.random.default_rng(seed)
    stills = collection.stills
    if not (stills.letters < _LETTERS).any():
        raise DatasetError(
            Message("The collection holds no letters."), Message("It needs rows labelled A to Z.")
        )
    rows = _even_rows(stills, ROWS_A_CELL, rng)
    answers = _predict(stills.pick(rows), model)
    calibration: dict[str, Any] = {}
    if calibrate:
        answers, calibration = _calibrated(stills, answers, model, calibrate, rng)
    answered = answers.held.argmax(axis=1)
    right = answered == answers.stills.letters
    still = ~np.isin(answers.stills.letters, _DRAWN) & (answers.stills.letters < _LETTERS)
    clean = still & ~answers.stills.suspect
    by_source = _source_means(answers.stills, right, clean)
    by_rate = {rate: _judge_clips(collection, model, mode, rate) for rate in (*SLOW_RATES, WINDOW_FPS)}
    recalls, called = by_rate[WINDOW_FPS]
    everything = _all_letters(answers, recalls)
    names = {source: collection.name_of(source) for source in by_source}
    figures = np.array(list(by_source.values()))
    means = _source_means(answers.stills, right, still)
    return LetterEvaluation(
        people=len(by_source),
        accuracy_still=_mean(list(means.values())),
        accuracy_still_clean=_mean(figures),
        accuracy_all=everything,
        worst_tenth_still=float(np.percentile(figures, 10)) if len(figures) else float("nan"),
        per_letter=_letter_means(answers.stills, right, clean, recalls),
        per_source={names[source]: value for source, value in by_source.items()},
        j_recall=_recall(recalls, "J"),
        z_recall=_recall(recalls, "Z"),
        still_called_jz=_mean(list(called.values()), empty=0.0),
        still_called_jz_per_source={collection.name_of(source): share for source, share in called.items()},
        drawn_by_rate={f"{rate:g}": _drawn(*figures) for rate, figures in by_rate.items()},
        mode=mode,
        confusion=_confusion(answers.stills, answered, clean),
        calibration=calibration,
    )


def _even_rows(stills: Stills, most: int, rng: np.random.Generator) -> IntArray:
    """At most `most` rows a letter and source, spread over its captures."""
    chosen = []
    for cell in _cells(stills, np.ones(len(stills), bool)).values():
        chosen.append(cell if len(cell) <= most else np.sort(rng.permutation(cell)[:most]))
    return np.concatenate(chosen)


def _predict(stills: Stills, model: OnnxLetterModel) -> _Answers:
    offered, features = model.predict_rows(stills.right_hands())
    return _Answers(stills, offered, held_still(offered), features)


def _cells(stills: Stills, mask: BoolArray) -> dict[tuple[int, int], IntArray]:
    """(source, letter) -> rows of the mask."""
    cells: dict[tuple[int, int], IntArray] = {}
    for source in np.unique(stills.sources[mask]):
        of_source = mask & (stills.sources == source)
        for letter in np.unique(stills.letters[of_source]):
            cells[int(source), int(letter)] = np.flatnonzero(of_source & (stills.letters == letter))
    return cells


def _source_means(stills: Stills, right: BoolArray, mask: BoolArray) -> dict[int, float]:
    found: dict[int, list[float]] = {}
    for (source, _), rows in _cells(stills, mask).items():
        found.setdefault(source, []).append(float(right[rows].mean()))
    return {source: float(np.mean(values)) for source, values in found.items()}


def _letter_means(
    stills: Stills, right: BoolArray, mask: BoolArray, recalls: dict[tuple[int, str], float]
) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for (_, letter), rows in _cells(stills, mask).items():
        found.setdefault(CLASSES[letter], []).append(float(right[rows].mean()))
    for (_, name), value in recalls.items():
        found.setdefault(name, []).append(value)
    return {name: float(np.mean(found[name])) for name in LETTERS if name in found}


def _all_letters(answers: _Answers, recalls: dict[tuple[int, str], float]) -> float:
    """All 26: still letters as held hands, J and Z from clips or, without any, as frames."""
    found: dict[int, list[float]] = {}
    stills = answers.stills
    offered, held = answers.offered.argmax(axis=1), answers.held.argmax(axis=1)
    for (source, letter), rows in _cells(stills, (stills.letters < _LETTERS) & ~stills.suspect).items():
        drawn = letter in MOVING_PLACES
        if drawn and (source, CLASSES[letter]) in recalls:
            continue
        chosen = offered if drawn else held
        found.setdefault(source, []).append(float((chosen[rows] == letter).mean()))
    for (source, _), value in recalls.items():
        if source in found:
            found[source].append(value)
    return _mean([float(np.mean(values)) for values in found.values()])


def _judge_clips(
    collection: LetterCollection, model: OnnxLetterModel, mode: str, rate: float
) -> tuple[dict[tuple[int, str], float], dict[int, float]]:
    """Recall of J and Z by source, and the share of recorded still letters called one of them, by source."""
    hits: dict[tuple[int, str], list[float]] = {}
    calls: dict[int, list[float]] = {}
    for clip in collection.clips:
        if clip.letter in MOVING_PLACES and clip.kind != "clip":
            continue  # a long stream of J is a hand that holds its shape
        for window in clip_windows(clip, rate):
            answered = _answer(window, model, mode)
            name = CLASSES[clip.letter]
            if name in MOVING:
                hits.setdefault((clip.source, name), []).append(float(answered == clip.letter))
            elif clip.letter < _LETTERS:
                calls.setdefault(clip.source, []).append(float(answered in MOVING_PLACES))
    recalls = {key: float(np.mean(values)) for key, values in hits.items()}
    return recalls, {source: float(np.mean(values)) for source, values in calls.items()}


def _answer(window: FloatArray, model: OnnxLetterModel, mode: str) -> int:
    given = normalised(window)
    if mode == "frame" or model.spec.frames == 1:
        scores = model.predict_rows(given)[0].mean(axis=0)
    else:
        scores = model.predict(given).probabilities
    if drawn_path(window) < LetterSettings(LetterMode(mode)).drawn_path:
        scores = held_still(scores)
    return int(scores.argmax())


def _drawn(recalls: dict[tuple[int, str], float], called: dict[int, float]) -> dict[str, float | None]:
    return {
        "j_recall": _recall(recalls, "J"),
        "z_recall": _recall(recalls, "Z"),
        "still_called_jz": _mean(list(called.values()), empty=0.0),
    }


def _recall(recalls: dict[tuple[int, str], float], name: str) -> float | None:
    values = [value for (_, letter), value in recalls.items() if letter == name]
    return _mean(values) if values else None


def _confusion(stills: Stills, answered: IntArray, mask: BoolArray) -> FloatArray:
    table = np.zeros((len(CLASSES), len(CLASSES)))
    weight = np.zeros(len(CLASSES))
    for (_, letter), rows in _cells(stills, mask).items():
        table[letter] += np.bincount(answered[rows], minlength=len(CLASSES)) / len(rows)
        weight[letter] += 1
    return np.asarray(table / np.maximum(weight, 1)[:, None], np.float32)


def _calibrated(
    stills: Stills, before: _Answers, model: OnnxLetterModel, shown: int, rng: np.random.Generator
) -> tuple[_Answers, dict[str, Any]]:
    """The rows of captures that were not shown, answered with each source's own calibration."""
    keep = np.ones(len(before.stills), bool)
    held = before.held.copy()
    still = ~np.isin(stills.letters, _DRAWN) & ~stills.suspect
    for source in np.unique(before.stills.sources):
        calibration = empty_calibration(model.spec.sha256)
        at_source = before.stills.sources == source
        for (_, letter), rows in _cells(stills, still & (stills.sources == source)).items():
            if CLASSES[letter] not in SHOWABLE:
                continue
            examples, capture = _show(stills, rows, shown, rng)
            hands = stills.pick(examples).right_hands()
            for probabilities, row, shape in zip(*model.predict_rows(hands), shapes_of(hands), strict=True):
                shown_scores = LetterScores(probabilities, row, 0.0, shape)
                calibration = calibration.with_example(CLASSES[letter], shown_scores)
            here = at_source & (before.stills.letters == letter)
            if capture >= 0:
                keep &= ~(here & (before.stills.groups == capture))
            else:
                seen = {row.tobytes() for row in stills.hands[examples]}
                keep[
                    [place for place in np.flatnonzero(here) if before.stills.hands[place].tobytes() in seen]
                ] = False
        shapes = shapes_of(before.stills.pick(at_source).right_hands())
        held[at_source] = held_still(
            calibration.adapt_rows(before.held[at_source], before.features[at_source], shapes)
        )
    stills_kept = before.stills.pick(keep)
    after = _Answers(stills_kept, before.offered[keep], held[keep], before.features[keep])
    clean = ~np.isin(stills_kept.letters, _DRAWN) & ~stills_kept.suspect & (stills_kept.letters < _LETTERS)
    without = _source_means(stills_kept, before.held[keep].argmax(axis=1) == stills_kept.letters, clean)
    with_it = _source_means(stills_kept, after.held.argmax(axis=1) == stills_kept.letters, clean)
    return after, {
        "shown": shown,
        "before": _mean(list(without.values())),
        "after": _mean(list(with_it.values())),
        "worse": sum(with_it[source] < without[source] - 1e-9 for source in with_it),
    }


def _show(stills: Stills, rows: IntArray, count: int, rng: np.random.Generator) -> tuple[IntArray, int]:
    """Rows that are shown, and their capture (-1: pictures of their own)."""
    first = int(rng.choice(rows))
    capture = int(stills.groups[first])
    pool = rows[stills.groups[rows] == capture]
    return rng.permutation(pool)[:count], capture


def _mean(values: Any, *, empty: float = float("nan")) -> float:
    return float(np.mean(values)) if len(values) else empty
