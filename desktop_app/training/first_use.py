"""What a newcomer meets: how often a sign is found, and how often the program is right to accept it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

import numpy as np

from desktop_app.training.dataset import IDLE, DatasetClip

FIGURES: Final = ("place_1", "first_5", "accepted_right", "accepted_wrong")


class FirstUse:
    """Counts answers by person and sign.

    A person's figure is the mean over that person's signs, each the mean over its clips; the figures of all are
    means over people.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[str, list[tuple[float, ...]]]] = defaultdict(lambda: defaultdict(list))
        self._accepted: dict[str, dict[str, dict[str, list[float]]]] = {
            "unknown_accepted": defaultdict(lambda: defaultdict(list)),
            "idle_accepted": defaultdict(lambda: defaultdict(list)),
        }

    def add(self, clip: DatasetClip, place: int, *, accepted: bool, known: bool) -> None:
        """Count an answer.

        Args:
            place: of the right sentence among the lines, from 1.
            known: whether the packs have the sentence.
        """
        if known:
            right = accepted and place == 1
            row = (place == 1, place <= 5, right, accepted and not right)
            self._known[clip.signer][clip.sentence].append(tuple(map(float, row)))
            return
        kind = "idle_accepted" if clip.sentence == IDLE else "unknown_accepted"
        self._accepted[kind][clip.signer][clip.sentence].append(float(accepted))

    def document(self) -> dict[str, Any]:
        """Figures of all, by person and by sign; None where no clip of the kind was asked."""
        by_person = {
            person: np.mean([np.mean(rows, axis=0) for rows in signs.values()], axis=0)
            for person, signs in sorted(self._known.items())
        }
        by_sign: dict[str, list[Any]] = defaultdict(list)
        for signs in self._known.values():
            for sign, rows in signs.items():
                by_sign[sign].append(np.mean(rows, axis=0))
        overall = np.mean(list(by_person.values()), axis=0) if by_person else None
        return {
            "people": len(by_person),
            **{name: None if overall is None else float(overall[i]) for i, name in enumerate(FIGURES)},
            **{kind: _mean_over_people(people) for kind, people in self._accepted.items()},
            "per_person": {person: _named(row) for person, row in by_person.items()},
            "per_sign": {sign: _named(np.mean(rows, axis=0)) for sign, rows in sorted(by_sign.items())},
        }


def _named(row: Any) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(FIGURES, row, strict=True)}


def _mean_over_people(people: dict[str, dict[str, list[float]]]) -> float | None:
    if not people:
        return None
    return float(np.mean([np.mean([np.mean(rows) for rows in signs.values()]) for signs in people.values()]))
