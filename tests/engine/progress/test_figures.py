"""Figures on made-up histories with known answers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from desktop_app.engine.progress import figures, lessons
from desktop_app.engine.progress.figures import Confusion
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.protocols import ReferenceInfo
from tests.engine.progress.histories import HELLO, MILK, MONDAY, WATER, attempt


def test_accuracy_by_day_and_week():
    history = [
        attempt(WATER, overall=80),
        attempt(WATER, right=False, overall=40),
        attempt(MILK, day=2, overall=None),
        attempt(HELLO, day=7, overall=90),
        attempt(HELLO, day=7, kind="free", right=False),
        attempt(HELLO, day=7, right=False, reasons=("too_dark",), recognised=""),
    ]
    days = figures.accuracy(history)
    assert [(one.first, one.attempts, one.right, one.overall) for one in days] == [
        (MONDAY, 2, 1, 60.0),
        (MONDAY + timedelta(days=2), 1, 1, None),
        (MONDAY + timedelta(days=7), 1, 1, 90.0),
    ]
    weeks = figures.accuracy(history, "week")
    assert [(one.first, one.attempts, one.accuracy) for one in weeks] == [
        (MONDAY, 3, pytest.approx(2 / 3)),
        (MONDAY + timedelta(days=7), 1, 1.0),
    ]


def test_a_day_is_one_by_the_clock_on_the_wall():
    late = replace(attempt(WATER), when=datetime.combine(MONDAY + timedelta(days=1), time(), UTC))
    assert figures.accuracy([late])[0].first == late.day()
    assert figures.accuracy([late], zone=UTC)[0].first == MONDAY + timedelta(days=1)
    west = timezone(timedelta(hours=-5))
    assert figures.accuracy([late], zone=west)[0].first == MONDAY


@pytest.mark.parametrize(
    ("days", "rights", "learnt"),
    [
        ((0, 1, 2), (True, True, True), True),
        ((0, 0, 1), (True, True, True), True),
        ((0, 0.1, 0.2), (True, True, True), False),  # one day
        ((0, 1), (True, True), False),  # too few
        ((0, 1, 2, 3), (True, True, True, False), False),  # a wrong one takes it away
        ((0, 1, 2, 3), (False, True, True, True), True),
    ],
)
def test_when_a_sentence_is_learnt(days, rights, learnt):
    history = [attempt(WATER, day=day, right=right) for day, right in zip(days, rights, strict=True)]
    (found,) = figures.by_sentence(reversed(history))
    assert found.learnt is learnt
    assert (found.attempts, found.right) == (len(days), sum(rights))
    assert found.last == history[-1].when


def test_sentences_come_with_the_last_practised_first():
    history = [
        attempt(WATER, overall=55),
        attempt(MILK, day=1, overall=None),
        attempt(WATER, day=2, overall=45),
    ]
    found = figures.by_sentence(history)
    assert [(one.key.sentence, one.best) for one in found] == [("WATER", 55), ("MILK", None)]


def test_look_alikes_need_to_be_confused_twice():
    history = [
        *(attempt(WATER, day=day, right=False, recognised="MILK") for day in range(3)),
        attempt(WATER, day=4),
        attempt(WATER, right=False, recognised="HELLO"),  # once
        *(attempt(HELLO, right=False, recognised="") for _ in range(3)),  # nothing was seen
        *(attempt(MILK, day=day, right=False, recognised="WATER") for day in range(2)),
    ]
    assert figures.confusions(history) == (
        Confusion("Starter", "WATER", "MILK", 3, 5),
        Confusion("Starter", "MILK", "WATER", 2, 2),
    )


@pytest.mark.parametrize(
    ("practised", "expected"),
    [
        ([], (0, 0, False)),
        ([0], (1, 0, True)),
        ([-1], (1, 0, False)),  # today is not over
        ([-2], (1, 1, False)),  # yesterday was missed, and that is forgiven
        ([-3], (0, 0, False)),
        ([0, -1, -2, -4, -5], (5, 1, True)),
        ([0, -2, -4], (2, 1, True)),  # two missed within a week
        ([0, -2, *range(-9, -2), -11], (10, 2, True)),
        ([0, -1, -3, -4, -5, -6, -7, -8, -10], (9, 2, True)),
        ([0, 1, 5], (1, 0, True)),  # a clock that was wrong
    ],
)
def test_days_in_a_row(practised, expected):
    days = [MONDAY + timedelta(days=one) for one in practised]
    found = figures.streak(days, MONDAY)
    assert (found.days, found.frozen, found.today) == expected


def test_every_kind_of_attempt_is_practice_of_its_day():
    history = [attempt(WATER), attempt(WATER, day=1, kind="free"), attempt(WATER, day=2, kind="spelling")]
    assert len(figures.practised_days(history)) == 3
    assert date(2026, 3, 3) in figures.practised_days(history)


def keys(category: str, count: int, pack: str = "P") -> list[SentenceKey]:
    return [SentenceKey(pack, f"{category}{number}", category) for number in range(count)]


def test_categories_are_lessons_and_large_ones_are_split_evenly():
    all_keys = [*keys("A", 3), *keys("B", 17), *keys("", 1, "Q")]
    found = lessons.lessons(all_keys)
    assert [(one.pack, one.category, one.part, one.parts, len(one.sentences)) for one in found] == [
        ("P", "A", 1, 1, 3),
        ("P", "B", 1, 3, 6),
        ("P", "B", 2, 3, 5),
        ("P", "B", 3, 3, 6),
        ("Q", "", 1, 1, 1),
    ]
    assert [key for one in found for key in one.sentences] == all_keys
    assert len({one.id for one in found}) == len(found)
    assert lessons.lessons(all_keys) == found


def test_a_sentence_with_many_references_is_one():
    references = [
        ReferenceInfo("1", 1, "WATER", "Food", "", "Starter"),
        ReferenceInfo("2", 1, "WATER", "", "", "Starter"),
        ReferenceInfo("3", 1, "WATER", "Food", "", "Mine"),
    ]
    assert lessons.sentences_of(references) == (WATER, SentenceKey("Mine", "WATER", "Food"))


def test_a_drill_has_whole_pairs_of_open_packs_only():
    names = [SentenceKey("P", name) for name in "ABCDEFGHIJ"]
    pairs = [
        Confusion("P", "A", "B", 5, 9),
        Confusion("P", "B", "C", 4, 9),
        Confusion("P", "Z", "A", 3, 9),  # not open
        Confusion("P", "D", "E", 3, 9),
        Confusion("P", "F", "G", 3, 9),
        Confusion("P", "H", "I", 2, 9),  # a ninth would not fit
        Confusion("P", "H", "A", 2, 9),
    ]
    drill = lessons.confusable_lesson(pairs, names)
    assert drill is not None
    assert [key.sentence for key in drill.sentences] == list("ABCDEFGH")
    assert lessons.confusable_lesson([pairs[2]], names) is None


def test_a_surprise_is_of_what_is_open():
    names = keys("A", 20)
    lesson = lessons.surprise_lesson(names, random.Random(3))
    assert lesson is not None
    assert len(set(lesson.sentences)) == lessons.LARGEST
    assert set(lesson.sentences) <= set(names)
    assert lessons.surprise_lesson([], random.Random(3)) is None
