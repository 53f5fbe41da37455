"""The flow of recording one sentence: countdown, take, review, next take, save. Qt-free, without a clock.

Both hands sign, so a take ends by itself once they rest, and the next countdown begins by itself. What the
recorder must do (begin, finish or discard a take) follows from two states, see `effects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from desktop_app.engine.takes.quality import QualityFinding
from desktop_app.engine.takes.trim import Span
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady
from desktop_app.ui.camera.takes import CurrentTake
from desktop_app.ui.recording.state import MAX_REFUSED, MadeTake, RecordPhase, RecordState

REST_S: Final = 1.0  # at rest after a sign: the take ends
PATIENCE_S: Final = 15.0  # without any movement: it ends, and its review says what is missing
SILENCE_S: Final = 8.0  # without an event of the recorder: there is no picture
NEXT_S: Final = 6.0  # time to look at a take before the next countdown
AGAIN_S: Final = 10.0  # and to read why it is unusable


class RecordingEffect(StrEnum):
    BEGIN = "begin"
    FINISH = "finish"
    DISCARD = "discard"


def effects(before: RecordState, after: RecordState) -> tuple[RecordingEffect, ...]:
    """The command that follows from a transition."""
    making = RecordPhase.RECORDING
    if before.phase is not making and after.phase is making:
        return (RecordingEffect.BEGIN,)
    if before.phase is making and after.phase is RecordPhase.ENDING:
        return (RecordingEffect.FINISH,)
    gone = (making, RecordPhase.ENDING)
    if before.phase in gone and after.phase not in (*gone, RecordPhase.CHECKING):
        return (RecordingEffect.DISCARD,)
    return ()


def start(state: RecordState, now_s: float) -> RecordState:
    """Begin the countdown to the next take, unless a take is being made or saved."""
    if state.phase not in (RecordPhase.FORM, RecordPhase.REVIEW):
        return state
    state = replace(state, next_s=None, error=None, now_s=now_s, leaving="")
    if state.countdown_s <= 0:
        return _record(state)
    return replace(state, phase=RecordPhase.COUNTDOWN, until_s=now_s + state.countdown_s)


def tick(state: RecordState, now_s: float) -> RecordState:
    making = state.phase in (RecordPhase.COUNTDOWN, RecordPhase.RECORDING, RecordPhase.ENDING)
    if not making and (state.phase is not RecordPhase.REVIEW or state.next_s is None):
        return state  # nothing depends on the time
    state = replace(state, now_s=now_s)
    match state.phase:
        case RecordPhase.COUNTDOWN if now_s >= state.until_s:
            return _record(state)
        case RecordPhase.REVIEW if state.next_s is not None and now_s >= state.next_s:
            return start(state, now_s)
        case RecordPhase.RECORDING | RecordPhase.ENDING if now_s - state.take.heard_s > SILENCE_S:
            error = AppError(
                Message("No picture came while the take was recorded."),
                Message("Check the camera or the file, then record again."),
                code="recording.no_picture",
            )
            return _back(replace(state, error=error))
        case _:
            return state


def began(state: RecordState, number: int) -> RecordState:
    """The recorder has given the take its number."""
    return replace(state, take=replace(state.take, number=number))


def take_grew(state: RecordState, event: TakeProgress) -> RecordState:
    """The take has one more frame. It ends once the hands rest after a sign, or without any movement."""
    if state.phase is not RecordPhase.RECORDING or event.number != state.take.number:
        return state
    state = replace(state, take=state.take.grown(event, state.now_s))
    over = event.rest_s >= (REST_S if event.signs else PATIENCE_S)
    return replace(state, phase=RecordPhase.ENDING) if over else state


def stop(state: RecordState) -> RecordState:
    """End the take or the countdown."""
    if state.phase is RecordPhase.COUNTDOWN:
        return _back(state)
    return replace(state, phase=RecordPhase.ENDING) if state.phase is RecordPhase.RECORDING else state


def cancel(state: RecordState) -> RecordState:
    """Discard the current take, countdown or wait for the next take."""
    if state.phase in (RecordPhase.COUNTDOWN, RecordPhase.RECORDING, RecordPhase.ENDING):
        return _back(replace(state, error=None))
    return replace(state, next_s=None, leaving="")


def take_ready(state: RecordState, event: TakeReady) -> RecordState:
    """A take is complete and must be reviewed; an unexpected one is ignored."""
    if event.number != state.take.number or state.phase not in (RecordPhase.RECORDING, RecordPhase.ENDING):
        return state
    sequence = event.take.sequence
    whole = Span(sequence.start_s, sequence.end_s, found=False)
    made = MadeTake(
        event.number,
        event.take,
        event.video,
        event.pictures,
        whole,
        whole,
        dropped=event.dropped,
        full=event.full,
    )
    return replace(state, phase=RecordPhase.CHECKING, takes=(*state.takes, made), chosen=event.number)


def take_failed(state: RecordState, event: TakeFailed) -> RecordState:
    if event.number != state.take.number or state.phase not in (RecordPhase.RECORDING, RecordPhase.ENDING):
        return state
    return _back(replace(state, error=event.error))


def failed(state: RecordState, error: AppError) -> RecordState:
    """Show why something could not be done."""
    return replace(state, error=error, next_s=None)


def review_failed(state: RecordState, error: AppError) -> RecordState:
    """A take that cannot be reviewed cannot be kept: discard it."""
    takes = tuple(made for made in state.takes if made.findings is not None or made.number != state.take.number)
    return _back(replace(state, takes=takes, chosen=takes[-1].number if takes else 0, error=error))


def reviewed(
    state: RecordState, number: int, span: Span, findings: Sequence[QualityFinding], now_s: float
) -> RecordState:
    """A take was reviewed. The first review shows it and starts the timer of the next take."""
    made = next((take for take in state.takes if take.number == number), None)
    if made is None:
        return state
    first = made.findings is None and state.phase is RecordPhase.CHECKING and number == state.take.number
    blocked = any(finding.blocks for finding in findings)
    found = span if first else made.found
    state = _with(state, replace(made, span=span, found=found, findings=tuple(findings)))
    if not first:
        return state
    refused = state.refused + 1 if blocked else 0
    state = replace(state, phase=RecordPhase.REVIEW, refused=refused, now_s=now_s)
    if blocked:
        return replace(state, next_s=now_s + AGAIN_S if refused < MAX_REFUSED else None)
    enough = len(state.kept) >= state.wanted
    return replace(state, next_s=None if enough else now_s + NEXT_S)


def choose(state: RecordState, number: int) -> RecordState:
    """Show another take and stop the timer of the next one."""
    known = any(take.number == number for take in state.takes)
    return replace(state, chosen=number, next_s=None) if known else state


def set_keep(state: RecordState, number: int, *, keep: bool) -> RecordState:
    made = next((take for take in state.takes if take.number == number), None)
    if made is None or state.phase is not RecordPhase.REVIEW:
        return state
    return replace(_with(state, replace(made, keep=keep)), next_s=None)


def move_span(state: RecordState, number: int, start_by_s: float, end_by_s: float) -> RecordState:
    """Move the ends of the kept part; the take must be reviewed again (`findings` is None until then)."""
    made = next((take for take in state.takes if take.number == number), None)
    if made is None or state.phase is not RecordPhase.REVIEW:
        return state
    span = made.span.moved(start_by_s, end_by_s, made.take.sequence)
    if (span.start_s, span.end_s) == (made.span.start_s, made.span.end_s):
        return replace(state, next_s=None)
    return replace(_with(state, replace(made, span=span, findings=None)), next_s=None)


def wait(state: RecordState) -> RecordState:
    """Stop the timer of the next take."""
    return replace(state, next_s=None)


def saving(state: RecordState) -> RecordState:
    """The kept takes are being written."""
    if not state.may_save:
        return state
    return replace(state, phase=RecordPhase.SAVING, next_s=None, error=None, done=0, total=0)


def save_progressed(state: RecordState, done: int, total: int) -> RecordState:
    """References are being encoded."""
    return replace(state, done=done, total=total) if state.phase is RecordPhase.SAVING else state


def was_saved(state: RecordState, count: int) -> RecordState:
    """The takes are in the pack."""
    return replace(
        state, phase=RecordPhase.SAVED, saved=count, takes=(), chosen=0, recognised=False, leaving=""
    )


def save_failed(state: RecordState, error: AppError) -> RecordState:
    """Saving failed; the takes are still there."""
    return replace(state, phase=RecordPhase.REVIEW, error=error, leaving="")


def now_recognised(state: RecordState) -> RecordState:
    """The library in use contains what was saved."""
    return replace(state, recognised=True) if state.phase is RecordPhase.SAVED else state


def leave(state: RecordState, target: str) -> RecordState:
    """The user wants to leave unsaved takes and is asked what to do with them."""
    return replace(state, leaving=target, next_s=None)


def fresh(state: RecordState) -> RecordState:
    """Start over with the next sentence."""
    return RecordState(countdown_s=state.countdown_s, wanted=state.wanted)


def with_options(state: RecordState, countdown_s: float, wanted: int) -> RecordState:
    return replace(state, countdown_s=countdown_s, wanted=max(wanted, 1))


def _record(state: RecordState) -> RecordState:
    return replace(state, phase=RecordPhase.RECORDING, take=CurrentTake(heard_s=state.now_s))


def _back(state: RecordState) -> RecordState:
    phase = RecordPhase.REVIEW if state.takes else RecordPhase.FORM
    return replace(state, phase=phase, next_s=None)


def _with(state: RecordState, made: MadeTake) -> RecordState:
    takes = tuple(made if take.number == made.number else take for take in state.takes)
    return replace(state, takes=takes)
