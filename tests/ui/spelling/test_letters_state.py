"""The Fingerspelling view as states: frames, text, faults and sources, and the words for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.engine.letters.alphabet import CLASSES, DELETE, SPACE
from desktop_app.engine.letters.calibration import Gain
from desktop_app.engine.letters.records import LetterCandidate, LetterPhase, LetterSettings
from desktop_app.errors import ModelMissing
from desktop_app.message import Message
from desktop_app.runtime.events import (
    CalibrationChanged,
    LetterPurpose,
    LetterReaderReady,
    LettersRead,
    LetterTextChanged,
    SourceState,
    SourceStatus,
    WorkerFault,
)
from desktop_app.runtime.letter_calibrator import CalibrationPhase, CalibrationStatus
from desktop_app.ui.camera.headline import Mood
from desktop_app.ui.feed import reduce
from desktop_app.ui.kit.banner import Action, BannerTone
from desktop_app.ui.spelling.state import (
    ReaderPhase,
    SpellingState,
    SpellingVerdict,
    letters_read,
    purpose_chosen,
    reduce_letters,
)
from desktop_app.ui.spelling.word_practice import LetterResult, WordPractice
from desktop_app.ui.spelling.words import letter_glyph, letter_words, letters_headline
from desktop_app.ui.state import LiveState, SourcePhase
from tests.ui.scenes import ready
from tests.ui.spelling.letter_scenes import calibrating, hand_frame, letter_state, practising, reading

FAULT = ModelMissing(Message("The letter model is not there."), Message("Install it."))


def test_a_commit_is_taken_until_the_hand_does_something_else() -> None:
    state = letters_read(reading(), letter_state(LetterPhase.COMMITTED, commit=True, text="B"))
    assert (state.verdict, state.text) == (SpellingVerdict.RIGHT, "B")
    state = letters_read(state, letter_state(LetterPhase.COMMITTED, text="B"))
    assert state.verdict is SpellingVerdict.RIGHT
    state = letters_read(state, letter_state(LetterPhase.MOVING, text="B"))
    assert (state.verdict, state.taken) == (SpellingVerdict.OPEN, None)


def test_a_letter_in_practice_is_right_or_wrong() -> None:
    state = replace(purpose_chosen(reading(), LetterPurpose.PRACTISE), practice=WordPractice(1, ("CAT",)))
    wrong = letters_read(state, letter_state(LetterPhase.COMMITTED, "S", commit=True))
    assert wrong.verdict is SpellingVerdict.WRONG
    assert wrong.practice.wrong == ("S",)
    right = letters_read(state, letter_state(LetterPhase.COMMITTED, "C", commit=True))
    assert right.verdict is SpellingVerdict.RIGHT
    assert right.practice.expected == "A"


def test_letters_spelled_elsewhere_are_no_answers_of_the_practice() -> None:
    state = replace(reading(), practice=WordPractice(1, ("CAT",)))
    assert letters_read(state, letter_state(LetterPhase.COMMITTED, "C", commit=True)).practice.results == ()


def test_no_hand_is_no_letter() -> None:
    state = letters_read(reading(), letter_state(LetterPhase.NO_HAND))
    assert state.best is None
    assert replace(state, candidates=(LetterCandidate("NOTHING", 1.0),)).best is None


def test_the_latency_is_smoothed_and_frames_without_inference_do_not_count() -> None:
    state = letters_read(SpellingState(), letter_state(LetterPhase.COLLECTING))
    assert state.latency_ms is None
    state = letters_read(state, letter_state(LetterPhase.HOLDING))
    assert state.latency_ms == pytest.approx(1.6)


@pytest.mark.parametrize("status", [SourceStatus.OPENING, SourceStatus.LOST, SourceStatus.UNAVAILABLE])
def test_another_source_forgets_the_hand_and_keeps_the_text(status) -> None:
    state = reduce_letters(reading(LetterPhase.COMMITTED, "AB"), SourceState(status))
    assert (state.phase, state.best, state.text) == (LetterPhase.NO_HAND, None, "AB")


def test_news_of_the_reader() -> None:
    state = reduce_letters(SpellingState(), LetterReaderReady("letters", LetterSettings()))
    assert (state.reader, state.model) == (ReaderPhase.READY, "letters")
    state = reduce_letters(state, LetterTextChanged("AB"))
    assert state.text == "AB"
    status = CalibrationStatus(CalibrationPhase.SHOW, "C")
    assert reduce_letters(state, CalibrationChanged(status)).calibration is status
    event = LettersRead(hand_frame(), letter_state(LetterPhase.HOLDING))
    assert reduce_letters(SpellingState(), event).best == LetterCandidate("B", 0.86)


def test_a_model_that_is_missing_is_reported_with_a_way_out() -> None:
    fault = WorkerFault("letters", FAULT, fatal=False)
    live, letters = reduce(ready(), fault), reduce_letters(SpellingState(), fault)
    assert letters.reader is ReaderPhase.FAILED
    assert live.banners[0].text == str(FAULT.message)
    assert live.banners[0].actions == (Action.RETRY_LETTERS,)
    assert letters_headline(live, letters).mood is Mood.TROUBLE
    assert reduce(live, LetterReaderReady("letters", LetterSettings())).banners == ()


def test_names_of_letters_that_do_not_fit_are_told_until_another_model_is_loaded() -> None:
    remark = Message("The names in {where} are not used.", where="labels.json")
    live = reduce(ready(), LetterReaderReady("theirs", LetterSettings(), (remark,)))
    (banner,) = live.banners
    assert (banner.tone, banner.text) == (BannerTone.WARNING, "The names in labels.json are not used.")
    assert "one name for each class" in banner.hint
    assert reduce(live, LetterReaderReady("letters", LetterSettings())).banners == ()


def test_trouble_with_keeping_something_does_not_end_the_reading() -> None:
    state = reduce_letters(reading(), WorkerFault("letters", FAULT, fatal=False))
    assert state.reader is ReaderPhase.READY
    assert reduce_letters(reading(), WorkerFault("recogniser", FAULT, fatal=True)) == reading()


def test_the_headline_of_every_phase() -> None:
    live = ready()
    said = {phase: letters_headline(live, reading(phase)) for phase in LetterPhase}
    assert said[LetterPhase.HOLDING].text == "Hold B"
    assert said[LetterPhase.HOLDING].progress == 0.6
    assert said[LetterPhase.COMMITTED].text == "Taken: B"
    assert said[LetterPhase.COMMITTED].mood is Mood.GOOD
    assert said[LetterPhase.UNSURE].mood is Mood.UNSURE
    collecting = replace(reading(LetterPhase.COLLECTING), collected=12, candidates=())
    assert letters_headline(live, collecting).text == "Collecting frames 12/32"
    assert letters_headline(live, collecting).progress == pytest.approx(12 / 32)
    assert len({headline.text for headline in said.values()}) == len(LetterPhase)


def test_the_source_speaks_first() -> None:
    assert letters_headline(LiveState(), reading()).text == "No picture yet"
    ended = replace(ready(), source=replace(ready().source, phase=SourcePhase.ENDED))
    assert letters_headline(ended, reading()).text == "The recording has ended"
    assert letters_headline(ready(), SpellingState()).progress == -1


def test_the_headline_of_practice() -> None:
    live, state = ready(), practising()
    assert letters_headline(live, state).text == "Show E"
    assert "hold it" in letters_headline(live, state).detail
    wrong = letters_read(state, letter_state(LetterPhase.COMMITTED, "S", commit=True))
    assert "read as S" in letters_headline(live, wrong).detail
    double = replace(state, phase=LetterPhase.NO_HAND, practice=WordPractice(3, ("LL",)))
    double = letters_read(double, letter_state(LetterPhase.COMMITTED, "L", commit=True))
    assert "move the hand aside" in letters_headline(live, double).detail
    done = letters_read(double, letter_state(LetterPhase.COMMITTED, "L", commit=True))
    assert letters_headline(live, done).text == "LL: all letters right"
    marks = (LetterResult.RIGHT, LetterResult.CORRECTED)
    spoiled = replace(done, practice=replace(done.practice, results=marks))
    assert letters_headline(live, spoiled).text == "LL: 1 of 2 at the first attempt"


@pytest.mark.parametrize("phase", list(CalibrationPhase))
def test_the_headline_of_calibration(phase) -> None:
    state = calibrating()
    state = replace(state, calibration=replace(state.calibration, phase=phase, gain=Gain(0.88, 0.99)))
    headline = letters_headline(ready(), state)
    assert headline.text
    if phase in (CalibrationPhase.DONE, CalibrationPhase.STOPPED):
        assert "88\N{NO-BREAK SPACE}%" in headline.detail
        assert "99\N{NO-BREAK SPACE}%" in headline.detail
    if phase in (CalibrationPhase.PREPARE, CalibrationPhase.SHOW, CalibrationPhase.HOLD):
        assert headline.text.endswith("K")


def test_every_class_has_words_and_one_sign() -> None:
    assert len({letter_words(name) for name in CLASSES}) == len(CLASSES)
    assert all(len(letter_glyph(name)) == 1 for name in CLASSES)
    assert (letter_words(SPACE), letter_words(DELETE)) == ("Space", "Delete")
