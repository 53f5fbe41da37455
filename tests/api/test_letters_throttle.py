"""One answer per 75 ms, unless the letter changes or its probability moves by 0.03."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.api.letters_messages import LettersReply
from desktop_app.api.letters_throttle import AnswerThrottle
from desktop_app.engine.letters.records import LetterCandidate, LetterCommit, LetterPhase, LetterState


def answer(letter: str | None, probability: float = 0.5, commits: str = "") -> LettersReply:
    candidates = () if letter is None else (LetterCandidate(letter, probability),)
    state = LetterState(
        0.0, LetterPhase.HOLDING, 32, 32, candidates, np.zeros(29, np.float32), 0.0, None, "",
        np.zeros((21, 3), np.float32), False, 0.0, 0.0,
    )  # fmt: skip
    return LettersReply(state, 1, tuple(LetterCommit(one, 0.0, 0.9) for one in commits))


def told(throttle: AnswerThrottle, now_s: float) -> LettersReply | None:
    return throttle.take(now_s) if throttle.due_in(now_s) == 0 else None


def test_the_first_answer_is_reported_at_once() -> None:
    throttle = AnswerThrottle()
    assert throttle.due_in(0.0) is None
    throttle.put(answer(None))
    assert told(throttle, 0.0) is not None
    assert throttle.due_in(0.0) is None


def test_the_same_again_waits_and_the_newest_is_reported() -> None:
    throttle = AnswerThrottle()
    throttle.put(answer("A", 0.50))
    told(throttle, 1.0)
    for step in range(1, 4):
        throttle.put(answer("A", 0.50 + 0.005 * step))
        assert told(throttle, 1.0 + 0.02 * step) is None
    assert throttle.due_in(1.06) == pytest.approx(0.015)
    newest = told(throttle, 1.075)
    assert newest is not None
    assert newest.probability == pytest.approx(0.515)


@pytest.mark.parametrize(
    ("next_one", "at_once"),
    [
        (answer("B", 0.50), True),
        (answer(None), True),
        (answer("A", 0.531), True),
        (answer("A", 0.469), True),
        (answer("A", 0.529), False),
        (answer("A", 0.471), False),
    ],
)
def test_what_is_reported_before_its_time(next_one: LettersReply, at_once: bool) -> None:
    throttle = AnswerThrottle()
    throttle.put(answer("A", 0.50))
    told(throttle, 1.0)
    throttle.put(next_one)
    assert (told(throttle, 1.001) is not None) is at_once


def test_slow_drift_is_measured_against_what_was_reported() -> None:
    throttle = AnswerThrottle()
    throttle.put(answer("A", 0.50))
    told(throttle, 1.0)
    throttle.put(answer("A", 0.52))
    assert told(throttle, 1.01) is None
    throttle.put(answer("A", 0.54))
    assert told(throttle, 1.02) is not None


def test_commits_of_answers_that_were_passed_over_are_reported() -> None:
    throttle = AnswerThrottle()
    throttle.put(answer("A", 0.50))
    told(throttle, 1.0)
    throttle.put(answer("A", 0.50, commits="A"))
    throttle.put(answer("A", 0.51))
    throttle.put(answer("A", 0.51, commits="B"))
    said = told(throttle, 1.08)
    assert said is not None
    assert [commit.letter for commit in said.commits] == ["A", "B"]
    throttle.put(answer("C"))
    later = told(throttle, 1.09)
    assert later is not None
    assert later.commits == ()
