"""The figures of a first use weigh people alike, and their signs alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.training.dataset import DatasetClip
from desktop_app.training.first_use import FirstUse


def clip(signer: str, sentence: str) -> DatasetClip:
    return DatasetClip("c", Path("c"), 0, sentence, "", signer, "c.mp4", 30)


def test_people_and_their_signs_weigh_alike() -> None:
    first = FirstUse()
    for _ in range(9):  # many clips of one sign are one sign
        first.add(clip("ann", "water"), 1, accepted=True, known=True)
    first.add(clip("ann", "milk"), 3, accepted=True, known=True)
    first.add(clip("ben", "milk"), 7, accepted=False, known=True)
    document = first.document()
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
    first = FirstUse()
    first.add(clip("ann", "water"), 1, accepted=True, known=True)
    first.add(clip("ann", "thunder"), 9, accepted=True, known=False)
    first.add(clip("ben", "thunder"), 9, accepted=False, known=False)
    first.add(clip("ben", "idle"), 9, accepted=False, known=False)
    document = first.document()
    assert (document["place_1"], document["accepted_wrong"]) == (1.0, 0.0)
    assert (document["unknown_accepted"], document["idle_accepted"]) == (0.5, 0.0)


def test_what_was_not_asked_has_no_figure() -> None:
    first = FirstUse()
    first.add(clip("ann", "water"), 1, accepted=True, known=True)
    document = first.document()
    assert document["unknown_accepted"] is None
    assert document["idle_accepted"] is None
