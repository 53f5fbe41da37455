"""Fingerspelling in words: the headline under the picture, and names for screen readers. Qt-free."""

from __future__ import annotations

from desktop_app.engine.letters.alphabet import DELETE, NOTHING, SPACE
from desktop_app.engine.letters.records import LetterPhase
from desktop_app.message import Message
from desktop_app.runtime.events import LetterPurpose
from desktop_app.runtime.letter_calibrator import CalibrationPhase
from desktop_app.ui.camera.headline import Headline, Mood, source_headline
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.spelling.state import ReaderPhase, SpellingState, SpellingVerdict
from desktop_app.ui.spelling.word_practice import LetterResult
from desktop_app.ui.state import LiveState, SourcePhase


def letter_words(letter: str) -> str:
    """The name of a class of the letter model."""
    return {SPACE: tr("Space"), DELETE: tr("Delete"), NOTHING: tr("No hand")}.get(letter, letter)


def letter_glyph(letter: str) -> str:
    """One character for a class, where it is shown large."""
    return {SPACE: "\N{OPEN BOX}", DELETE: "\N{ERASE TO THE LEFT}", NOTHING: "\N{EN DASH}"}.get(letter, letter)


def percent(share: float) -> str:
    """A probability as a percentage; only what is certain is shown as 100 %."""
    return tr("{share}\u00a0%", share=min(round(share * 100), 99) if share < 1 else 100)


def letters_headline(live: LiveState, state: SpellingState) -> Headline:
    of_source = source_headline(live)
    if of_source is not None:
        return of_source
    if state.reader is ReaderPhase.FAILED:
        return Headline(
            tr("Letters cannot be read"), tr("See the message above."), Mood.TROUBLE, "ph.warning-circle"
        )
    if live.source.phase is SourcePhase.ENDED:
        return Headline(tr("The recording has ended"), tr("Press R to play it again."), Mood.QUIET, "ph.check")
    if state.reader is ReaderPhase.LOADING:
        return Headline(tr("Getting ready"), tr("The letter model is being loaded."), Mood.QUIET, "", -1)
    match state.purpose:
        case LetterPurpose.PRACTISE:
            return _practice(state)
        case LetterPurpose.CALIBRATE:
            return _calibration(state)
        case LetterPurpose.SPELL:
            return _reading(state)


def _reading(state: SpellingState) -> Headline:
    best = state.best
    match state.phase:
        case LetterPhase.NO_HAND:
            return Headline(
                tr("Show a hand"),
                tr("Raise it beside your shoulder, palm forward."),
                Mood.QUIET,
                "ph.hand-palm",
            )
        case LetterPhase.COLLECTING:
            share = min(state.collected / max(state.window, 1), 1.0)
            words = tr("Collecting frames {count}/{needed}", count=state.collected, needed=state.window)
            return Headline(words, tr("Hold the letter."), Mood.ACTIVE, "", share)
        case LetterPhase.MOVING:
            return Headline(
                tr("The hand is moving"),
                tr("Hold the letter still for a moment."),
                Mood.ACTIVE,
                "ph.hand-waving",
            )
        case LetterPhase.UNSURE:
            return Headline(
                tr("Not sure"),
                tr("Turn the hand to the camera and keep all fingers in the picture."),
                Mood.UNSURE,
                "ph.question",
            )
        case LetterPhase.HOLDING:
            name = letter_words(best.letter) if best else ""
            return Headline(tr("Hold {letter}", letter=name), "", Mood.ACTIVE, "", state.hold)
        case LetterPhase.COMMITTED:
            letter = state.taken.letter if state.taken else best.letter if best else ""
            again = tr("For the same letter again, move your hand aside.")
            return Headline(
                tr("Taken: {letter}", letter=letter_words(letter)), again, Mood.GOOD, "ph.check-circle-fill"
            )


def _practice(state: SpellingState) -> Headline:
    practice = state.practice
    if practice.finished:
        right = sum(result is LetterResult.RIGHT for result in practice.results)
        if right == len(practice.word):
            words = tr("{word}: all letters right", word=practice.word)
        else:
            words = tr("{word}: {right} of {count} at the first attempt", word=practice.word, right=right,
                       count=len(practice.word))  # fmt: skip
        took = tr("{seconds:.1f} seconds. The next word comes by itself.", seconds=practice.word_s)
        return Headline(words, took, Mood.GOOD, "ph.check-circle-fill")
    expected = practice.expected
    show = tr("Show {letter}", letter=expected)
    if state.verdict is SpellingVerdict.WRONG:
        read = tr("That was read as {letter}. Compare with the hand on the right.", letter=practice.wrong[-1])
        return Headline(show, read, Mood.UNSURE, "ph.arrow-counter-clockwise")
    if state.phase is LetterPhase.HOLDING and state.best is not None:
        detail = tr("{letter} is seen: hold it.", letter=letter_words(state.best.letter))
        return Headline(show, detail, Mood.ACTIVE, "", state.hold)
    if state.phase is LetterPhase.COLLECTING:
        share = min(state.collected / max(state.window, 1), 1.0)
        words = tr("Collecting frames {count}/{needed}", count=state.collected, needed=state.window)
        return Headline(show, words, Mood.ACTIVE, "", share)
    again = len(practice.results) > 0 and practice.word[len(practice.results) - 1] == expected
    if again:
        return Headline(show, tr("The same letter again: move the hand aside."), Mood.ACTIVE, "ph.hand-palm")
    return Headline(show, tr("Letter {place} of {count}", place=len(practice.results) + 1,
                             count=len(practice.word)), Mood.ACTIVE, "ph.hand-palm")  # fmt: skip


def _calibration(state: SpellingState) -> Headline:
    status = state.calibration
    name = letter_words(status.letter)
    match status.phase:
        case CalibrationPhase.PREPARE:
            return Headline(
                tr("Next: {letter}", letter=name),
                tr("Shape your hand like the one on the right."), Mood.ACTIVE, "",
                status.progress,
            )  # fmt: skip
        case CalibrationPhase.SHOW:
            if state.phase is LetterPhase.COLLECTING:
                detail = tr("Collecting frames {count}/{needed}", count=state.collected, needed=state.window)
            else:
                detail = tr("Hold it still, as you would sign it.")
            return Headline(tr("Show {letter}", letter=name), detail, Mood.ACTIVE, "ph.hand-palm")
        case CalibrationPhase.HOLD:
            return Headline(
                tr("Hold {letter}", letter=name), tr("Keep it still."), Mood.GOOD, "", status.progress
            )
        case CalibrationPhase.DONE:
            return Headline(tr("All letters were shown"), gain_words(state), Mood.GOOD, "ph.check-circle-fill")
        case CalibrationPhase.IMPOSSIBLE:
            return Headline(
                tr("This letter model cannot be fitted"), tr("Use the model that ships."), Mood.UNSURE,
                "ph.question",
            )  # fmt: skip
        case CalibrationPhase.STOPPED:
            if status.shown:
                kept = tr("{count} letters are kept. Go on when you like.", count=len(status.shown))
                return Headline(tr("Stopped"), gain_words(state) or kept, Mood.QUIET, "ph.pause")
            detail = tr("Show each letter once, about a minute. You can stop at any time and go on later.")
            return Headline(tr("Fit the reader to your hand"), detail, Mood.QUIET, "ph.hand-palm")


def gain_words(state: SpellingState) -> str:
    """How much better letters are read after the calibration; "" where that is not known."""
    gain = state.calibration.gain
    if gain is None:
        return ""
    return tr(
        "Read correctly before: {before}, now: {after}", before=percent(gain.before), after=percent(gain.after)
    )


def purpose_words(purpose: LetterPurpose) -> str:
    """The name of a part of the view."""
    return {
        LetterPurpose.SPELL: tr("Spell"),
        LetterPurpose.PRACTISE: tr("Practise"),
        LetterPurpose.CALIBRATE: tr("Calibrate"),
    }[purpose]


def figure_words(state: SpellingState) -> str:
    """Buffer and latency in one line."""
    buffer = tr("buffer {count}/{needed}", count=state.collected, needed=state.window)
    latency: Message | str = "\N{EN DASH}"
    if state.latency_ms is not None:
        latency = Message("{milliseconds:.1f} ms", milliseconds=state.latency_ms)
    return f"{buffer} \N{MIDDLE DOT} " + tr("inference {latency}", latency=latency)
