"""The figures of a first use weigh people alike, and their signs alike; thresholds keep to their limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.training.dataset import DatasetClip
from desktop_app.training.first_use import AT_REST, KNOWN, UNKNOWN, FirstAnswer, FirstUse

LIMITS = Thresholds(sim_threshold=0.5, sim_margin=0.1)


def answer(
    signer: str, sentence: str, place: int, similarity: float, *, kind: str = KNOWN, gap: float = 0.2
) -> FirstAnswer:
    clip = DatasetClip("c", Path("c"), 0, sentence, "", signer, "c.mp4", 30)
    return FirstAnswer(clip, kind, place, similarity, gap, float("nan"))


def test_people_and_their_signs_weigh_alike() -> None:
    many = [answer("ann", "water", 1, 0.9) for _ in range(9)]  # many clips of one sign are one sign
    document = FirstUse([*many, answer("ann", "milk", 3, 0.9), answer("ben", "milk", 7, 0.4)]).document(LIMITS)
    assert document["people"] == 2
    assert document["place_1"] == pytest.approx((0.5 + 0) / 2)
    assert document["first_5"] == pytest.approx((1 + 0) / 2)
    assert document["accepted_right"] == pytest.approx((0.5 + 0) / 2)
    assert document["accepted_wrong"] == pytest.approx((0.5 + 0) / 2)
    assert document["per_person"]["ann"]["place_1"] == 0.5
    assert document["per_sign"]["milk"] == {
        "place_1": 0.0, "first_5": 0.5, "accepted_right": 0.0, "accepted_wrong": 0.5,
    }  # fmt: skip


def test_unknown_signs_and_idle_people_are_counted_apart() -> None:
    first = FirstUse(
        [
            answer("ann", "water", 1, 0.9),
            answer("ann", "thunder", 9, 0.9, kind=UNKNOWN),
            answer("ben", "thunder", 9, 0.3, kind=UNKNOWN),
            answer("ben", "idle", 9, 0.9, kind=AT_REST, gap=0.05),
        ]
    )
    document = first.document(LIMITS)
    assert (document["place_1"], document["accepted_wrong"]) == (1.0, 0.0)
    assert (document["unknown_accepted"], document["idle_accepted"]) == (0.5, 0.0)
    assert first.shares(0.5, 0.0)["idle_accepted"] == 1.0


def test_what_was_not_asked_has_no_figure() -> None:
    document = FirstUse([answer("ann", "water", 1, 0.9)]).document(LIMITS)
    assert document["unknown_accepted"] is None
    assert document["idle_accepted"] is None


def test_thresholds_accept_what_they_may_and_no_more() -> None:
    right = [answer(f"p{i}", "water", 1, 0.6 + i / 200) for i in range(50)]
    wrong = [answer(f"p{i}", "milk", 2, 0.55 + i / 1000) for i in range(50)]
    unknown = [answer("ann", "thunder", 9, 0.7, kind=UNKNOWN, gap=0.05)]
    first = FirstUse([*right, *wrong, *unknown])
    chosen = first.calibrate(LIMITS)
    shares = first.shares(chosen.sim_threshold, chosen.sim_margin)
    assert shares["accepted_right"] == pytest.approx(0.5)  # all that are right; half of the answers are
    assert (shares["accepted_wrong"] or 0) <= 0.03
    assert shares["unknown_accepted"] == 0


def test_where_nothing_keeps_wrong_answers_out_it_says_so() -> None:
    with pytest.raises(DatasetError, match="keeps wrong answers out"):
        FirstUse([answer("ann", "water", 2, 1.0, gap=2.0)]).calibrate(LIMITS)
