"""What a newcomer meets: how often a sign is found, and how often the program is right to accept it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.records import Candidate
from desktop_app.engine.search.decision import PROTOTYPE_SLACK
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.dataset import IDLE, DatasetClip

FIGURES: Final = ("place_1", "first_5", "accepted_right", "accepted_wrong")
KNOWN, UNKNOWN, AT_REST = "known", "unknown", "idle"
# What may be accepted at most, of the signs that the packs have, of others, and of people at rest.
WRONG_LIMIT: Final = 0.03
UNKNOWN_LIMIT: Final = 0.03
IDLE_LIMIT: Final = 0.05
NO_RIVAL: Final = 2.0  # gap of an answer without a second one


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The program's answer to one clip.

    Attributes:
        kind: of the clip: KNOWN where the packs have its sentence.
        place: of the right sentence among the lines, from 1.
        similarity, gap, prototype: what decides on acceptance; NaN without a prototype, a similarity of -1
            where the motion gate rejected the clip.
    """

    clip: DatasetClip
    kind: str
    place: int
    similarity: float
    gap: float
    prototype: float


def first_answer(
    clip: DatasetClip, lines: Sequence[Candidate], place: int, *, known: bool, moved: bool
) -> FirstAnswer:
    """An answer from its lines, best first; `moved`: the clip passes the motion gate."""
    best = lines[0]
    others = (line for line in lines if line.sentence.casefold() != best.sentence.casefold())
    rival = next(others, None)
    agreement = best.proto_similarity
    return FirstAnswer(
        clip,
        KNOWN if known else AT_REST if clip.sentence == IDLE else UNKNOWN,
        place,
        best.similarity if moved else -1.0,
        NO_RIVAL if rival is None else best.similarity - rival.similarity,
        float("nan") if agreement is None else agreement,
    )


class FirstUse:
    """The answers to all clips, weighed: people alike, signs of a person alike, clips of a sign alike."""

    def __init__(self, answers: Iterable[FirstAnswer]) -> None:
        self._answers = tuple(answers)
        self._kind = np.array([one.kind for one in self._answers])
        self._right = np.array([one.place == 1 for one in self._answers])
        self._similarity = np.array([one.similarity for one in self._answers])
        self._gap = np.array([one.gap for one in self._answers])
        self._prototype = np.array([one.prototype for one in self._answers])
        self._weight = self._weights()

    def shares(self, threshold: float, margin: float) -> dict[str, float | None]:
        """Shares accepted: of known signs rightly and wrongly, of unknown ones, and of people at rest."""
        accepted = self._accepted(threshold, margin)
        known = self._kind == KNOWN
        rows = {
            "accepted_right": (known, accepted & self._right),
            "accepted_wrong": (known, accepted & ~self._right),
            "unknown_accepted": (self._kind == UNKNOWN, accepted),
            "idle_accepted": (self._kind == AT_REST, accepted),
        }
        return {
            name: float(self._weight[kind & chosen].sum()) if kind.any() else None
            for name, (kind, chosen) in rows.items()
        }

    def document(self, thresholds: Thresholds) -> dict[str, Any]:
        """Figures of all, by person and by sign; None where no clip of the kind was asked."""
        accepted = self._accepted(thresholds.sim_threshold, thresholds.sim_margin)
        table: dict[tuple[str, str], list[tuple[float, ...]]] = defaultdict(list)
        for one, taken in zip(self._answers, accepted, strict=True):
            if one.kind == KNOWN:
                right = one.place == 1
                row = (right, one.place <= 5, taken and right, taken and not right)
                table[one.clip.signer, one.clip.sentence].append(tuple(map(float, row)))
        means = {key: np.mean(rows, axis=0) for key, rows in table.items()}
        people = {person: _mean_of(means, 0, person) for person in sorted({person for person, _ in means})}
        overall = np.mean(list(people.values()), axis=0) if people else None
        shares = self.shares(thresholds.sim_threshold, thresholds.sim_margin)
        return {
            "people": len(people),
            **{name: None if overall is None else float(overall[i]) for i, name in enumerate(FIGURES)},
            "unknown_accepted": shares["unknown_accepted"],
            "idle_accepted": shares["idle_accepted"],
            "per_person": {person: _named(row) for person, row in people.items()},
            "per_sign": {
                sign: _named(_mean_of(means, 1, sign)) for sign in sorted({sign for _, sign in means})
            },
        }

    def calibrate(self, start: Thresholds) -> Thresholds:
        """The threshold and margin that accept most right answers within the limits, and then the fewest wrong.

        Raises:
            DatasetError: nothing stays within the limits.
        """
        best: tuple[tuple[float, float], float, float] | None = None
        for threshold in np.round(np.arange(-0.2, 0.995, 0.01), 3):
            for margin in np.round(np.arange(0, 0.401, 0.01), 3):
                found = {name: value or 0.0 for name, value in self.shares(threshold, margin).items()}
                if (
                    found["accepted_wrong"] > WRONG_LIMIT
                    or found["unknown_accepted"] > UNKNOWN_LIMIT
                    or found["idle_accepted"] > IDLE_LIMIT
                ):
                    continue
                score = (found["accepted_right"], -found["accepted_wrong"] - found["unknown_accepted"])
                if best is None or score > best[0]:
                    best = (score, float(threshold), float(margin))
        if best is None:
            raise DatasetError(
                Message("No threshold keeps wrong answers out."), Message("Train longer, or keep the defaults.")
            )
        return replace(start, sim_threshold=best[1], sim_margin=best[2])

    def _accepted(self, threshold: float, margin: float) -> npt.NDArray[np.bool_]:
        """The rule of `engine.search.decision`."""
        agrees = np.isnan(self._prototype) | (self._prototype >= threshold - PROTOTYPE_SLACK)
        accepted: npt.NDArray[np.bool_] = (self._similarity >= threshold) & (self._gap >= margin) & agrees
        return accepted

    def _weights(self) -> npt.NDArray[np.float64]:
        """One for each answer; those of a kind add up to 1."""
        clips: dict[tuple[str, str, str], int] = defaultdict(int)
        for one in self._answers:
            clips[one.kind, one.clip.signer, one.clip.sentence] += 1
        signs: dict[tuple[str, str], int] = defaultdict(int)
        for kind, person, _ in clips:
            signs[kind, person] += 1
        people: dict[str, int] = defaultdict(int)
        for kind, _ in signs:
            people[kind] += 1
        return np.array(
            [
                1
                / clips[one.kind, one.clip.signer, one.clip.sentence]
                / signs[one.kind, one.clip.signer]
                / people[one.kind]
                for one in self._answers
            ]
        )


def _mean_of(means: dict[tuple[str, str], Any], place: int, name: str) -> Any:
    return np.mean([row for key, row in means.items() if key[place] == name], axis=0)


def _named(row: Any) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(FIGURES, row, strict=True)}
