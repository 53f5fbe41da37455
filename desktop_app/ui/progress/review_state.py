"""The state of the Review view and its transitions: an attempt, its playback and its notes. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine.attempts.records import Note, SharedAttempt, with_note, without_note
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.ui.i18n.translate import localised
from desktop_app.ui.player.playback import Playback

POPUP_S: Final = 2.5  # of the attempt; at half speed enough to read a dozen words


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the timeline.

    Attributes:
        note: the teacher's note, None for a moment that the program found (`text` then is its sentence).
    """

    at_s: float
    text: str
    channel: Channel | None
    note: Note | None


@dataclass(frozen=True, slots=True, eq=False)
class ReviewState:
    """What the view shows.

    Attributes:
        playback: of the attempt; the reference follows along the alignment.
        hold: playback stops at every note.
        editing: id of the note in the editor, "" for a new one.
        deleted: the note that was deleted last, so that it can be restored.
        unsaved: number of changes that are being written. refused: the last one could not be written.
    """

    path: Path | None = None
    shown: SharedAttempt | None = None
    playback: Playback = Playback(playing=False)  # noqa: RUF009 - frozen
    hold: bool = True
    editing: str = ""
    deleted: Note | None = None
    unsaved: int = 0
    refused: bool = False

    @property
    def start_s(self) -> float:
        return self.shown.sequence.start_s if self.shown else 0.0

    @property
    def time_s(self) -> float:
        """The current time on the axis of the attempt."""
        return self.start_s + self.playback.frame / self.playback.fps

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Notes and the program's own moments, in the order of time."""
        if self.shown is None:
            return ()
        marks = [Mark(one.at_s, one.text, one.channel, one) for one in self.shown.notes]
        if self.shown.feedback is not None:
            marks += [
                Mark(one.attempt_s, localised(one.text), one.channel, None)
                for one in self.shown.feedback.moments
            ]
        return tuple(sorted(marks, key=lambda one: (one.at_s, one.note is None)))

    @property
    def popups(self) -> tuple[Note, ...]:
        """Notes whose moment it is; the newest last, two at most."""
        if self.shown is None:
            return ()
        here = self.playback.frame
        lasts = POPUP_S * self.playback.fps
        return tuple(one for one in self.shown.notes if 0 <= here - self.frame_of(one.at_s) < lasts)[-2:]

    @property
    def note(self) -> Note | None:
        notes = self.shown.notes if self.shown else ()
        return next((one for one in notes if one.id == self.editing), None)

    @property
    def reference_s(self) -> float | None:
        """The time in the reference that corresponds to the current one; None without a reference."""
        shown = self.shown
        if shown is None or shown.reference is None or shown.reference.sequence is None:
            return None
        if shown.feedback is not None and len(shown.feedback.pairs):
            pairs = shown.feedback.pairs
            return float(np.interp(self.time_s, pairs[:, 1], pairs[:, 0]))
        sequence = shown.reference.sequence
        share = self.playback.frame / max(self.playback.count - 1, 1)
        return sequence.start_s + share * (sequence.end_s - sequence.start_s)

    def frame_of(self, at_s: float) -> int:
        """The frame at a time of the attempt."""
        frame = round((at_s - self.start_s) * self.playback.fps)
        return min(max(frame, 0), max(self.playback.count - 1, 0))


def opened(state: ReviewState, path: Path, shown: SharedAttempt) -> ReviewState:
    """Open an attempt at its start; speed and `hold` are kept."""
    playback = Playback(len(shown.sequence.features), shown.sequence.fps, speed=state.playback.speed)
    return ReviewState(path, shown, playback, state.hold)


def advanced(state: ReviewState, seconds: float) -> ReviewState:
    """Some seconds later; with `hold`, playback stops at a note."""
    before, after = state.playback, state.playback.advance(seconds)
    if state.hold and before.playing and state.shown is not None:
        last = after.position if after.position >= before.position else float(before.count - 1)
        for note in state.shown.notes:
            frame = state.frame_of(note.at_s)
            if before.position < frame <= last:
                return replace(
                    state, playback=replace(before, position=float(frame), playing=False, held_s=0.0)
                )
    return replace(state, playback=after)


def sought(state: ReviewState, at_s: float) -> ReviewState:
    """Go to a time and pause there."""
    playback = state.playback.sought(state.frame_of(at_s))
    return replace(state, playback=replace(playback, playing=False))


def jumped(state: ReviewState, step: int) -> ReviewState:
    """Go to the next mark (1) or the previous one (-1), wrapping around; unchanged without marks."""
    frames = sorted({state.frame_of(one.at_s) for one in state.marks})
    if not frames:
        return state
    here = state.playback.frame
    ahead = [frame for frame in frames if (frame > here if step > 0 else frame < here)]
    target = (ahead[0] if step > 0 else ahead[-1]) if ahead else (frames[0] if step > 0 else frames[-1])
    return replace(state, playback=replace(state.playback.sought(target), playing=False))


def note_chosen(state: ReviewState, note_id: str) -> ReviewState:
    """Edit a note and go to its time; "" clears the editor."""
    chosen = replace(state, editing=note_id)
    note = chosen.note
    return sought(chosen, note.at_s) if note is not None else replace(chosen, editing="")


def note_written(state: ReviewState, text: str, channel: Channel | None, author: str) -> ReviewState:
    """Save the text of the editor as a new note at the current time, or over the note that is edited.

    Raises AttemptFileError where the note is invalid.
    """
    if state.shown is None:
        return state
    old = state.note
    if old is not None:
        changed = replace(old, text=text, channel=channel, author=author or old.author)
        return _with_notes(state, with_note(state.shown, changed))
    added = with_note(state.shown, Note(state.time_s, text, channel, author))
    return _with_notes(state, added)


def note_deleted(state: ReviewState, note_id: str) -> ReviewState:
    """Delete a note; it can be restored until another one is deleted."""
    if state.shown is None:
        return state
    gone = next((one for one in state.shown.notes if one.id == note_id), None)
    if gone is None:
        return state
    return replace(_with_notes(state, without_note(state.shown, note_id)), deleted=gone)


def note_restored(state: ReviewState) -> ReviewState:
    """Restore the note that was deleted last."""
    if state.shown is None or state.deleted is None:
        return state
    return replace(_with_notes(state, with_note(state.shown, state.deleted)), deleted=None)


def saved(state: ReviewState) -> ReviewState:
    """A change has been written."""
    return replace(state, unsaved=max(0, state.unsaved - 1), refused=False)


def not_saved(state: ReviewState) -> ReviewState:
    """A change could not be written; the next one that succeeds includes it."""
    return replace(state, unsaved=max(0, state.unsaved - 1), refused=True)


def _with_notes(state: ReviewState, shown: SharedAttempt) -> ReviewState:
    return replace(state, shown=shown, editing="", unsaved=state.unsaved + 1)
