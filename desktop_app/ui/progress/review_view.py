"""The Review view: an attempt beside its reference, with notes; for teachers and learners."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.engine.attempts.records import AttemptFileError
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Banner
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, scroll_area, splitter, vbox
from desktop_app.ui.kit.parts import Card, ElidedLabel, IconButton, IconLabel, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.player.controls import PlayerControls
from desktop_app.ui.player.playback import Playback
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress.review_clips import ReviewClips
from desktop_app.ui.progress.review_files import OpensAttempts, ask_save, suggested_name
from desktop_app.ui.progress.review_notes import NotesPanel
from desktop_app.ui.progress.review_stage import ReviewStage, ReviewTimeline
from desktop_app.ui.progress.review_state import Mark, ReviewState
from desktop_app.ui.progress.words import (
    attempt_outcome,
    attempt_title,
    channels_words,
    now_utc,
    score_words,
    when_words,
)

_WORDS_FIT: Final = 1.6  # above this text scale the button has no text
NARROW_PX: Final = 760  # at 100 % text; below it notes are placed under the pictures


class ReviewView(Themed, OpensAttempts):
    """Shows a `ReviewState`; asks by signals."""

    notes_changed = Signal(object)  # ReviewState: write its notes into its file
    copy_wanted = Signal(object, object)  # ReviewState, Path
    back_wanted = Signal()
    failed = Signal(object)  # AttemptFileError: a note that cannot be saved
    banner_closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state = ReviewState()
        self._clips: ReviewClips | None = None
        self.banners = BannerArea()
        self.banners.closed.connect(self.banner_closed)
        self.back = IconButton("ph.arrow-left", tr("Back to Progress"), "Escape")
        self.title = ElidedLabel(tr("Review"), "title")
        self.about = label("", "muted", wrap=True)
        self.stored = label("", "caption")
        self.open_attempt = IconButton("ph.folder-open", tr("Open an attempt"), "Ctrl+O", quiet=False)
        self.send = IconPushButton("ph.paper-plane-tilt", tr("Save a copy to send"))
        self.send.setAccessibleName(tr("Save a copy to send"))
        self.stage, self.timeline, self.notes = ReviewStage(), ReviewTimeline(), NotesPanel()
        self.last = IconButton("ph.skip-back", tr("Moment before"), "P")
        self.next = IconButton("ph.skip-forward", tr("Next moment"), "N")
        self.mirror = IconButton("ph.arrows-left-right", tr("Mirror both"), "Shift+M", checkable=True)
        self.hold = IconButton("ph.hand-palm", tr("Stop at every note"), "H", checkable=True)
        self.hold.setChecked(True)
        self.video = IconButton("ph.film-strip", tr("Video instead of the figure"), "V", checkable=True)
        self.controls = PlayerControls(
            tr("One frame back"),
            tr("One frame on"),
            slider=self.timeline.slider,
            jumps=(self.last, self.next),
            extras=(self.hold, self.video, self.mirror),
            advance=lambda _, seconds: reviews.advanced(self.state, seconds).playback,
        )
        self.feedback = label("", "muted", wrap=True)
        self._arrange()
        self._connect()
        self._show()

    def show_attempt(self, state: ReviewState, clips: ReviewClips) -> None:
        self._clips = clips
        self.video.setEnabled(clips.video is not None)
        self.video.setChecked(clips.video is not None)
        self.notes.emptied()
        shown = state.shown
        attempt = shown.attempt if shown else None
        self.title.set_full_text(attempt_title(attempt) if attempt else tr("Review"))
        if shown is not None and attempt is not None:
            parts = [shown.signer, when_words(attempt.when, now_utc()), attempt_outcome(attempt)]
            if shown.feedback is not None:
                parts.append(score_words(shown.feedback))
            self.about.setText("  \N{MIDDLE DOT}  ".join(part for part in parts if part))
            self.stage.attempt.title.set_full_text(shown.signer or tr("Attempt"))
            self.feedback.setText(channels_words(shown.feedback) if shown.feedback else "")
            self.feedback.setVisible(shown.feedback is not None)
            name = shown.reference.sentence if shown.reference else ""
            self.stage.reference.title.set_full_text(
                tr("Reference: {sentence}", sentence=name) if name else tr("Reference")
            )
        self._choose_clips()
        self.set_state(state)
        self._reflow()

    def set_state(self, state: ReviewState) -> None:
        """Show another state of the same attempt."""
        self.state = state
        self._show()

    def show_banners(self, banners: tuple[Banner, ...]) -> None:
        """Show banners above the pictures."""
        self.banners.show_banners(banners)

    def keys(self) -> Keys:
        return {
            "K": (tr("Play or pause the attempt"), self.controls.play.click),
            ",": (tr("One frame back"), self.controls.back.click),
            ".": (tr("One frame on"), self.controls.forward.click),
            "N": (tr("Next moment"), self.next.click),
            "P": (tr("Moment before"), self.last.click),
            "H": (tr("Stop at every note"), self.hold.click),
            "V": (tr("Video instead of the figure"), self.video.click),
            "Shift+M": (tr("Mirror both"), self.mirror.click),
            "Insert": (tr("Write a note at this moment"), self._write_here),
            "Ctrl+Backspace": (tr("Delete the note"), self.notes.delete.click),
            "Ctrl+Z": (tr("Bring the deleted note back"), self.notes.restore.click),
            "Ctrl+O": (tr("Open an attempt"), self.ask_open),
            "Ctrl+S": (tr("Save a copy to send"), self.send.click),
            "Escape": (tr("Back to Progress"), self.back.click),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def refresh_theme(self) -> None:
        large = self.theme.scale > _WORDS_FIT
        words = tr("Save a copy to send")
        self.send.setText("" if large else words)
        self.send.setToolTip(words if large else "")
        self._reflow()

    def _write_here(self) -> None:
        if self.state.shown is not None:
            self.set_state(replace(self.state, playback=replace(self.state.playback, playing=False)))
            self.notes.write_here()

    def _arrange(self) -> None:
        header = hbox(self.back, (self.title, 1), self.stored, self.open_attempt, self.send)
        pictures = Card()
        fill(pictures.column, (self.stage, 1), self.timeline, self.controls, self.feedback)
        beside = Card()
        beside.column.addWidget(self.notes)
        self.columns = splitter(
            Qt.Orientation.Horizontal, (pictures, 5), (beside, 3), sizes=(740, 420), handle=SPACE * 2
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self._empty())
        scroller = scroll_area(self.columns)
        self.pages.addWidget(scroller)
        vbox(header, self.about, self.banners, (self.pages, 1), parent=self, margins=SPACE * 2)

    def _empty(self) -> QWidget:
        card = Card()
        words = label(
            tr("Open a file that a learner or a teacher sent you, or drop it here."), "muted", wrap=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.column.addStretch(2)
        card.column.addWidget(IconLabel("ph.chats-circle", "accent", 64), 0, Qt.AlignmentFlag.AlignHCenter)
        card.column.addSpacing(SPACE)
        fill(card.column, (label(tr("No attempt is open"), "title"), 0, Qt.AlignmentFlag.AlignHCenter), words)
        card.column.addSpacing(SPACE * 2)
        self.begin = IconPushButton("ph.folder-open", tr("Open an attempt"), "primary")
        self.begin.clicked.connect(self.ask_open)
        fill(card.column, (self.begin, 0, Qt.AlignmentFlag.AlignHCenter), Stretch(3))
        return card

    def _reflow(self) -> None:
        wide = self.width() >= self.theme.size(NARROW_PX)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.columns.orientation() != wanted:
            self.columns.setOrientation(wanted)
        # A splitter ignores the height that wrapped text needs.
        width = self.width() if not wide else self.columns.sizes()[0]
        self.feedback.setMinimumHeight(max(self.feedback.heightForWidth(width - SPACE * 12), 0))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.open_attempt.clicked.connect(self.ask_open)
        self.send.clicked.connect(self._ask_send)
        self.controls.changed.connect(self._playback)
        self.last.clicked.connect(lambda: self.set_state(reviews.jumped(self.state, -1)))
        self.next.clicked.connect(lambda: self.set_state(reviews.jumped(self.state, 1)))
        self.hold.toggled.connect(lambda on: self.set_state(replace(self.state, hold=on)))
        self.mirror.toggled.connect(self.stage.set_mirrored)
        self.video.toggled.connect(lambda _: self._choose_clips())
        self.timeline.mark_clicked.connect(lambda number: self._choose(self.state.marks[number]))
        self.notes.mark_chosen.connect(self._choose)
        self.notes.cancelled.connect(lambda: self.set_state(reviews.note_chosen(self.state, "")))
        self.notes.written.connect(self._write)
        self.notes.delete_wanted.connect(lambda one: self._edit(reviews.note_deleted(self.state, one)))
        self.notes.restore_wanted.connect(lambda: self._edit(reviews.note_restored(self.state)))

    def _ask_send(self) -> None:
        if self.state.shown is None:
            return
        path = ask_save(self, suggested_name(self.state.shown, notes=bool(self.state.shown.notes)))
        if path is not None:
            self.copy_wanted.emit(self.state, path)

    def _choose(self, mark: Mark) -> None:
        if mark.note is not None:
            self.set_state(reviews.note_chosen(self.state, mark.note.id))
        else:
            self.set_state(reviews.sought(reviews.note_chosen(self.state, ""), mark.at_s))

    def _write(self, text: str, channel: Channel | None, author: str) -> None:
        try:
            state = reviews.note_written(self.state, text, channel, author)
        except AttemptFileError as error:
            self.failed.emit(error)
            return
        self.notes.emptied()
        self._edit(state)

    def _edit(self, state: ReviewState) -> None:
        if state is not self.state:
            self.set_state(state)
            self.notes_changed.emit(state)

    def _playback(self, playback: Playback) -> None:
        self.set_state(replace(self.state, playback=playback))

    def _choose_clips(self) -> None:
        clips = self._clips
        if clips is not None:
            shows_video = self.video.isChecked() and clips.video is not None
            self.stage.show_clips(clips.reference, clips.video if shows_video else clips.attempt)
            self._show_frames()

    def _show(self) -> None:
        state = self.state
        has_attempt = state.shown is not None
        self.pages.setCurrentIndex(1 if has_attempt else 0)
        self.send.setEnabled(has_attempt)
        words = tr("Not saved") if state.refused else tr("Saved")
        if state.unsaved or not has_attempt:
            words = tr("Saving…") if has_attempt else ""
        if words != self.stored.text():
            self.stored.setText(words)
        self.controls.set_playback(state.playback)
        marks = state.marks
        self.timeline.show_marks([(state.frame_of(one.at_s), one.note is not None) for one in marks])
        self.notes.show_marks(marks, state.start_s, restorable=state.deleted is not None)
        self.notes.show_note(state.note)
        self.notes.show_time(state.time_s)
        for button in (self.last, self.next):
            button.setEnabled(bool(marks))
        self._show_frames()

    def _show_frames(self) -> None:
        state, clips = self.state, self._clips
        if clips is None:
            return
        frame = state.playback.frame
        if self.stage.attempt.canvas.clip is clips.video and clips.video is not None:
            frame = round((state.time_s - clips.video_from_s) * clips.video.fps)
        reference = 0
        if state.reference_s is not None and state.shown and state.shown.reference and clips.reference:
            sequence = state.shown.reference.sequence
            start_s = sequence.start_s if sequence else 0.0
            reference = round((state.reference_s - start_s) * clips.reference.fps)
        self.stage.show_frames(reference, frame, state.popups)
