"""Spaced repetition: what an attempt says of the memory, and in which order sentences come back."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from fsrs import Rating

from desktop_app.engine.progress import lessons, schedule
from desktop_app.engine.progress.records import SentenceKey
from tests.engine.progress.histories import HELLO, MILK, START, WATER, attempt


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"right": False}, Rating.Again),
        ({"right": False, "overall": 95}, Rating.Again),
        ({"overall": 49.9}, Rating.Hard),
        ({"overall": 50}, Rating.Good),
        ({"overall": None}, Rating.Good),
        ({"overall": 90}, Rating.Easy),
        ({"kind": "free"}, None),
        ({"kind": "spelling"}, None),
        ({"right": False, "accepted": False, "reasons": ("hand_out",)}, None),
        ({"right": False, "accepted": True, "reasons": ("hand_out",)}, Rating.Again),
        ({"right": False, "accepted": False, "reasons": ("unknown",)}, Rating.Again),
    ],
)
def test_what_an_attempt_says_of_the_memory(fields, expected):
    assert schedule.rating(attempt(**fields)) is expected


def after(*attempts) -> schedule.CardState:
    card = None
    for one in attempts:
        card = schedule.reviewed(card, one)
    assert card is not None
    return card


def test_better_attempts_come_back_later():
    rights = {score: after(attempt(overall=score), attempt(day=1, overall=score)) for score in (40, 70, 95)}
    wrong = after(attempt(), attempt(day=1, right=False))
    order = [wrong, rights[40], rights[70], rights[95]]
    assert sorted(order, key=lambda card: card.due) == order
    assert wrong.due - START < timedelta(days=1, hours=1)


def test_the_first_steps_are_minutes_and_then_days_that_grow():
    card, when, gaps = None, START, []
    for _ in range(6):
        card = schedule.reviewed(card, attempt(day=(when - START) / timedelta(days=1), overall=75))
        assert card is not None
        gaps.append(card.due - when)
        when = card.due
    assert gaps[0] == timedelta(minutes=10)
    assert gaps[1] >= timedelta(days=1)
    assert gaps[1:] == sorted(gaps[1:])
    assert gaps[-1] > 10 * gaps[1]


def test_the_same_attempts_give_the_same_dates():
    attempts = [attempt(day=day, overall=score) for day, score in ((0, 60), (1, 95), (9, 30), (20, 80))]
    assert after(*attempts) == after(*attempts)


def test_a_clock_that_was_set_back_breaks_nothing():
    card = after(attempt(day=5), attempt(day=2))
    assert card.due >= START + timedelta(days=5)


def test_a_state_that_cannot_be_read_begins_anew():
    strange = schedule.CardState("Starter", "WATER", START, START, '{"of": "another version"}')
    card = schedule.reviewed(strange, attempt(day=1))
    assert card is not None
    assert card.introduced == START
    assert schedule.known_now(strange, START) == 0


def test_the_least_remembered_comes_first_then_new_ones():
    cards = {
        WATER.identity: after(attempt(WATER), attempt(WATER, day=1)),
        MILK.identity: after(attempt(MILK, overall=40), attempt(MILK, day=1, overall=40)),
    }
    fresh = [SentenceKey("Starter", f"NEW{number}") for number in range(20)]
    now = START + timedelta(days=30)
    found = schedule.due(now, [WATER, *fresh, MILK, WATER], cards, new_per_day=3)
    assert [one.key for one in found] == [MILK, WATER, *fresh[:3]]
    assert found[0].known < found[1].known < 1
    assert [one.new for one in found] == [False, False, True, True, True]
    lesson = lessons.due_lesson(found)
    assert lesson is not None
    assert lesson.sentences == (MILK, WATER, *fresh[:3])


def test_what_is_not_yet_due_waits_and_closed_packs_are_left_out():
    cards = {WATER.identity: after(attempt(WATER, overall=95))}
    assert schedule.due(START + timedelta(minutes=1), [WATER], cards) == ()
    assert schedule.due(START + timedelta(days=300), [], cards) == ()
    assert lessons.due_lesson(()) is None


def test_new_ones_are_limited_by_the_day():
    fresh = [SentenceKey("Starter", f"NEW{number}") for number in range(5)]
    cards = {key.identity: after(attempt(key)) for key in (WATER, HELLO)}
    today = schedule.due(START, fresh, cards, new_per_day=3)
    assert len(today) == 1
    tomorrow = schedule.due(START + timedelta(days=1), fresh, cards, new_per_day=3)
    assert len(tomorrow) == 3


def test_the_scheduler_brings_no_torch():
    code = "import desktop_app.engine.progress.store, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
