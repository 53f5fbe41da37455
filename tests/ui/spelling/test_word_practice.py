"""Spelling practice as states: letters, words, time, speed and accuracy."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from desktop_app.engine.letters.alphabet import DELETE, LETTERS, MOVING, SPACE
from desktop_app.ui.spelling.word_lists import LEVELS
from desktop_app.ui.spelling.word_practice import (
    REST_S,
    LetterResult,
    WordPractice,
    begin,
    letter_came,
    next_word,
    skip_letter,
    time_passed,
)

SESSION = WordPractice(1, ("CAT", "SUN"))


def spelled(state: WordPractice, letters: str) -> WordPractice:
    for letter in letters:
        state = letter_came(state, letter)
    return state


def passed(state: WordPractice, start_s: float, seconds: float, *, hand: bool = True) -> WordPractice:
    for i in range(round(seconds * 10) + 1):
        state = time_passed(state, start_s + i / 10, hand=hand)
    return state


def test_a_right_letter_goes_on_by_itself() -> None:
    state = letter_came(SESSION, "C")
    assert state.expected == "A"
    assert state.marks == (LetterResult.RIGHT, LetterResult.CURRENT, LetterResult.AHEAD)


def test_another_letter_waits_for_the_right_one() -> None:
    state = spelled(SESSION, "CS")
    assert state.expected == "A"
    assert state.wrong == ("S",)
    state = letter_came(state, "A")
    assert state.marks == (LetterResult.RIGHT, LetterResult.CORRECTED, LetterResult.CURRENT)
    assert state.wrong == ()


def test_space_and_delete_are_no_answers() -> None:
    assert letter_came(letter_came(SESSION, SPACE), DELETE) == SESSION


def test_a_finished_word_rests_and_the_next_one_comes() -> None:
    state = passed(spelled(SESSION, "CAT"), 10.0, REST_S - 0.2)
    assert state.finished
    assert state.expected == ""
    assert letter_came(state, "S") == state  # what is held on is no answer to the next word
    state = passed(state, 10.0 + REST_S - 0.2, 0.4)
    assert (state.word, state.expected) == ("SUN", "S")
    assert passed(spelled(state, "SUN"), 20.0, REST_S + 0.2).word == "CAT"  # round and round


def test_speed_counts_the_time_with_a_hand_only() -> None:
    state = passed(SESSION, 0.0, 5.0, hand=False)  # reading the word
    state = passed(state, 5.0, 6.0)
    state = spelled(state, "CAT")
    assert state.seconds == pytest.approx(6.0, abs=0.11)
    assert state.letters_per_minute == pytest.approx(30, rel=0.05)
    assert state.accuracy == 1.0


def test_accuracy_is_over_the_session() -> None:
    state = next_word(spelled(SESSION, "CXAT"))
    state = spelled(skip_letter(state), "UN")
    assert (state.words_done, state.letters, state.first_attempt) == (2, 6, 4)
    assert state.accuracy == pytest.approx(4 / 6)


def test_a_word_that_is_left_does_not_count() -> None:
    state = next_word(spelled(SESSION, "CA"))
    assert (state.word, state.letters, state.accuracy) == ("SUN", 0, None)


def test_a_pause_and_another_source_cost_nothing() -> None:
    state = time_passed(time_passed(SESSION, 10.0, hand=True), 500.0, hand=True)
    assert state.word_s == 1.0  # at most, however long nothing came
    assert time_passed(state, 0.0, hand=True).word_s == 1.0


def test_levels_hold_what_they_say() -> None:
    for words in LEVELS:
        assert len(set(words)) == len(words) >= 15
        assert all(set(word) <= set(LETTERS) for word in words)
    easy = [word for level in LEVELS[:2] for word in level]
    assert not any(set(word) & set(MOVING) for word in easy)
    assert not any(a == b for word in easy for a, b in pairwise(word))
    assert {len(word) for word in LEVELS[0]} == {3}
    assert any(set(word) & set(MOVING) for word in LEVELS[2])
    assert any(a == b for word in LEVELS[2] for a, b in pairwise(word))


def test_a_session_asks_every_word_of_its_level_in_an_order_of_its_own() -> None:
    first, again = begin(2, random.Random(1)), begin(2, random.Random(2))
    assert sorted(first.words) == sorted(LEVELS[1])
    assert first.words != again.words
    assert begin(9).level == len(LEVELS)


def test_before_it_begins_nothing_is_expected() -> None:
    empty = WordPractice()
    assert (empty.word, empty.expected, empty.marks) == ("", "", ())
    assert letter_came(empty, "A") == empty
    assert next_word(skip_letter(time_passed(empty, 1.0, hand=True))).word == ""
