"""The Record view in words: what happens now, and what was found in a take. Qt-free.

Times are those of the take: the engine counts from the start of the source, people from the start of the take.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.takes.quality import QualityFinding
from desktop_app.ui.camera.headline import Headline, Mood, source_headline
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.recording.state import MAX_REFUSED, MadeTake, RecordPhase, RecordState
from desktop_app.ui.recording.values import missing_words
from desktop_app.ui.state import LiveState


@dataclass(frozen=True, slots=True)
class FindingWords:
    """One finding for people: what, and what to do about it."""

    text: str
    advice: str
    blocks: bool
    at_s: float  # on the take's own axis, for jumping there


def record_headline(state: RecordState, live: LiveState, missing: tuple[str, ...]) -> Headline:
    if state.error is not None and state.phase in (RecordPhase.FORM, RecordPhase.REVIEW):
        return Headline(
            localised(state.error.message), localised(state.error.hint), Mood.TROUBLE, "ph.warning-circle"
        )
    match state.phase:
        case RecordPhase.FORM:
            return _before(live, missing)
        case RecordPhase.COUNTDOWN:
            share = 1 - state.left_s / state.countdown_s if state.countdown_s else 1.0
            detail = tr("Keep your hands down. Sign when the border turns red.")
            return Headline(tr("Get ready"), detail, Mood.ACTIVE, "", share)
        case RecordPhase.RECORDING:
            return _recording(state)
        case RecordPhase.ENDING | RecordPhase.CHECKING:
            return Headline(tr("Checking the take"), "", Mood.QUIET, "", -1)
        case RecordPhase.REVIEW:
            return _review(state)
        case RecordPhase.SAVING:
            share = state.done / state.total if state.total else -1
            return Headline(tr("Saving"), tr("The takes are being added to the pack."), Mood.QUIET, "", share)
        case RecordPhase.SAVED:
            if state.recognised:
                return Headline(tr("Saved"), tr("Recognised from now on."), Mood.GOOD, "ph.check-circle-fill")
            return Headline(tr("Saved"), tr("The library is being reopened."), Mood.GOOD, "", -1)


def _before(live: LiveState, missing: tuple[str, ...]) -> Headline:
    waiting = source_headline(live)
    if waiting is not None:
        return waiting
    if missing:
        return Headline(tr("Before the first take"), missing_words(missing[0]), Mood.QUIET, "ph.pencil-simple")
    detail = tr("Press Enter, or hold a hand up for a moment. Begin and end with your hands down.")
    return Headline(tr("Ready to record"), detail, Mood.ACTIVE, "ph.record")


def _recording(state: RecordState) -> Headline:
    if not state.take.hands and not state.take.signs and state.take.seconds > 2:
        detail = tr("No hand is seen. Raise your hands into the picture.")
        return Headline(tr("Sign now"), detail, Mood.UNSURE, "ph.record")
    if state.take.signs and state.take.rest_s > 0:
        detail = tr("The take ends by itself when your hands rest.")
        return Headline(tr("Rest your hands"), detail, Mood.ACTIVE, "", min(state.take.rest_s, 1.0))
    detail = tr("Then rest your hands: the take ends by itself. Space ends it, Esc drops it.")
    return Headline(tr("Sign now"), detail, Mood.ACTIVE, "ph.record")


def _review(state: RecordState) -> Headline:
    last = state.takes[-1] if state.takes else None
    seconds = state.next_in_s
    if last is None:
        return Headline(tr("No take yet"), tr("Press Space for a take."), Mood.QUIET, "ph.record")
    if last.findings is None:
        return Headline(tr("Checking the take"), "", Mood.QUIET, "", -1)
    if last.blocked:
        detail = finding_words(last.findings[0]).text
        more = tr("Press Space to record it again.")
        if seconds is not None:
            more = tr("Again in {seconds:.0f} s. Esc stops the clock.", seconds=seconds)
        elif state.refused >= MAX_REFUSED:
            more = tr("It did not work several times: look at the picture, then press Space.")
        return Headline(tr("Not usable"), detail, Mood.TROUBLE, "ph.x-circle", more=more)
    title = tr("Good take")
    mood, icon = Mood.GOOD, "ph.check-circle-fill"
    if last.findings:
        title, mood, icon = tr("Usable, with remarks"), Mood.UNSURE, "ph.warning"
    if seconds is not None:
        detail = tr("Next take in {seconds:.0f} s. Esc stops the clock.", seconds=seconds)
    else:
        detail = tr("Save the takes, or press Space for another one.")
    return Headline(title, detail, mood, icon)


def take_words(made: MadeTake) -> str:
    """How a take is, in a few words."""
    if made.findings is None:
        return tr("being checked")
    if made.blocked:
        return tr("not usable")
    return tr("Remarks: {count}", count=len(made.findings)) if made.findings else tr("good")


def seconds_words(seconds: float) -> str:
    """A time within a take."""
    return tr("{seconds:.1f} s", seconds=max(seconds, 0.0))


def finding_words(finding: QualityFinding) -> FindingWords:
    """A finding in the interface's language."""
    return FindingWords(localised(finding.text), localised(finding.advice), finding.blocks, finding.start_s)
