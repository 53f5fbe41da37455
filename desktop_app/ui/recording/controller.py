"""Recording: takes, their review, and the pack that stores them."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.engine.recording.own_packs import own_packs
from desktop_app.engine.recording.waiting_videos import clean_up
from desktop_app.engine.takes.video import h264_available
from desktop_app.errors import AppError, SourceError
from desktop_app.message import Message
from desktop_app.runtime.events import ChangeWork, HandHeld, WatchForHand, Work
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady
from desktop_app.ui.camera.takes import ViewTakes
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.kit.relay import TaskRunner
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.saver import TakeSaver
from desktop_app.ui.recording.state import MadeTake, RecordPhase, RecordState
from desktop_app.ui.recording.tasks import SavedTakes, make_playable, review_take
from desktop_app.ui.state import SourcePhase

if TYPE_CHECKING:
    from desktop_app.engine.recording.review import TakeReview
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.runtime.take_recorder import TakeRecorder
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.recording.values import RecordValues
    from desktop_app.ui.recording.view import RecordView

_VIEW = "record"
_PICTURES = (SourcePhase.PLAYING, SourcePhase.PAUSED)
_HAND_BEGINS = (RecordPhase.FORM, RecordPhase.REVIEW)  # a raised hand begins a take


class RecordingController(Controller):
    """Joins the Record view to recorder, packs and settings. Used on the window's thread.

    Args:
        takes: records takes from the running source.
        clock: monotonic seconds for countdowns.
    """

    def __init__(
        self,
        view: RecordView,
        ports: ControllerPorts,
        takes: TakeRecorder,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._view, self._ports, self._clock = view, ports, clock
        self._tasks = TaskRunner("recording")
        self._takes = ViewTakes(takes)
        self._state = RecordState()
        self._recogniser: Recogniser | None = None
        self._hand_watch: WatchForHand | None = None
        self._saver = TakeSaver(
            self._tasks,
            progressed=lambda done, total: self._set(flow.save_progressed(self._state, done, total)),
            saved=self._was_saved,
            failed=lambda error: self._set(flow.save_failed(self._state, error)),
        )
        self._closed = False
        self._view.form.set_video_possible(h264_available())
        self._tasks.start("cleanup", lambda _: clean_up(), failed=self._failed)
        self._connect()

    @property
    def state(self) -> RecordState:
        return self._state

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Later takes are compared with these packs, which may contain what was saved last."""
        self._recogniser = recogniser
        references = recogniser.library.references
        sentences = sorted({info.sentence for info in references}, key=str.casefold)
        categories = sorted({info.category for info in references if info.category}, key=str.casefold)
        self._view.form.set_known(sentences, categories)
        if self._saver.recognised_by(recogniser):
            self._set(flow.now_recognised(self._state))

    def thresholds_changed(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser

    def events_came(self, batch: EventBatch) -> None:
        for event in self._takes.own(batch.events):
            match event:
                case TakeProgress():
                    self._set(flow.take_grew(self._state, event))
                case TakeReady():
                    self._take_ready(event)
                case TakeFailed():
                    self._set(flow.take_failed(self._state, event))
        for other in batch.events:
            raised = isinstance(other, HandHeld) and other.raised and other.watch is self._hand_watch
            if raised and self._ports.navigation.view == _VIEW and self._state.phase in _HAND_BEGINS:
                self._start()

    def show_settings(self) -> None:
        settings = self._ports.settings()
        kept = settings.recording
        self._view.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        self._view.form.set_remembered(
            signer=kept.signer,
            licence=kept.licence,
            pack=kept.pack,
            skeleton_only=kept.skeleton_only,
            countdown=kept.countdown,
            takes=kept.takes,
            hand=settings.input.dominant_hand,
        )
        self._set(flow.with_options(self._state, kept.countdown, kept.takes))

    def view_changed(self, name: str) -> None:
        if name == _VIEW:
            self._ports.send(ChangeWork(Work.SIGNS))
            self._watch_for_hand()
            self._list_packs()
            if self._state.phase is RecordPhase.SAVED:
                self._discard()
        elif self._state.phase in (RecordPhase.SAVING, RecordPhase.SAVED):
            return
        elif self._state.unsaved:
            self._ask(name)
        elif self._state.busy:
            self._set(flow.cancel(self._state))

    def may_close(self) -> bool:
        if self._closed or not self._state.unsaved or self._state.phase is RecordPhase.SAVING:
            return True
        self._ask("close")
        return False

    def close(self) -> None:
        """Finish writing a pack; delete the videos of unsaved takes."""
        self._closed = True
        self._tasks.close()
        self._takes.close()

    def open_for(self, pack: str) -> None:
        """Show the view, ready to add takes to this pack ("": the last one used)."""
        if pack:
            self._view.form.choose_pack(pack)
        self._ports.navigation.show_view(_VIEW)

    def _connect(self) -> None:
        view = self._view
        show_view = self._ports.navigation.show_view
        view.primary_wanted.connect(self._primary)
        view.cancel_wanted.connect(lambda: self._set(flow.cancel(self._state)))
        view.back_wanted.connect(lambda: show_view("library"))
        view.ticked.connect(lambda: self._set(flow.tick(self._state, self._clock())))
        view.form.changed.connect(self._ports.change)
        view.form.sentence.editingFinished.connect(self._review_all)
        view.review.moved.connect(self._move)
        view.review.touched.connect(lambda: self._set(flow.wait(self._state)))
        view.takes.chosen.connect(lambda number: self._set(flow.choose(self._state, number)))
        view.takes.keep_changed.connect(self._keep)
        view.takes.moment_wanted.connect(lambda _: self._set(flow.wait(self._state)))
        view.takes.save.clicked.connect(self._save)
        view.takes.discard.clicked.connect(self._discard)
        view.leave.answered.connect(self._leave_answered)
        view.saved.live.clicked.connect(lambda: show_view("live"))
        view.saved.library.clicked.connect(lambda: show_view("library"))
        view.saved.another.clicked.connect(self._discard)

    def _set(self, state: RecordState) -> None:
        """Enter another state: carry out its effects and show it."""
        before, self._state = self._state, state
        if state is before or self._closed:
            return
        for effect in flow.effects(before, state):
            match effect:
                case flow.RecordingEffect.BEGIN:
                    self._begin()
                case flow.RecordingEffect.FINISH:
                    self._takes.finish()
                case flow.RecordingEffect.DISCARD:
                    self._takes.discard()
        if before.phase is not self._state.phase:
            self._watch_for_hand()
        self._view.show_record(self._state)

    def _watch_for_hand(self) -> None:
        """Start over: a hand begins a take once both hands were down and it is then raised."""
        if self._ports.navigation.view == _VIEW and self._state.phase in _HAND_BEGINS:
            self._hand_watch = WatchForHand()
            self._ports.send(self._hand_watch)

    def _primary(self) -> None:
        """The main action of the current phase, on Space."""
        if self._state.phase in (RecordPhase.FORM, RecordPhase.REVIEW):
            self._start()
        else:
            self._set(flow.stop(self._state))

    def _start(self) -> None:
        if self._complete() is None:
            return
        source = self._ports.live_state().source
        if source.phase not in _PICTURES and (source.live or source.phase is not SourcePhase.ENDED):
            error = SourceError(
                Message("There is no picture to record."),
                Message("Choose a camera or a video above the picture."),
            )
            self._set(flow.failed(self._state, error))
            return
        if source.phase is SourcePhase.PAUSED and source.live:
            self._view.bar.pause_wanted.emit()
        self._set(flow.start(self._state, self._clock()))

    def _complete(self) -> RecordValues | None:
        """The values of the form; None if some are missing, which the form then shows."""
        values = self._view.form.values()
        missing = values.missing()
        if missing:
            self._view.tabs.setCurrentIndex(1)
        self._view.form.show_missing(missing)
        return None if missing else values

    def _begin(self) -> None:
        """Record a camera from now on, a file from its beginning."""
        video: Path | None = None
        try:
            if not self._view.form.values().skeleton_only:
                video = self._takes.video_path()
        except AppError as error:
            self._state = flow.failed(flow.cancel(self._state), error)
            return
        live = self._ports.live_state().source.live
        self._state = flow.began(self._state, self._takes.begin(video, from_start=not live))
        if not live:
            self._view.bar.restart_wanted.emit()

    def _take_ready(self, event: TakeReady) -> None:
        before = self._state
        self._set(flow.take_ready(before, event))
        if self._state is before:
            self._takes.drop(event.video)
            return
        made = self._state.takes[-1]
        title = self._view.form.values().sentence
        self._tasks.start(
            "playable",
            lambda _: make_playable(made, title),
            lambda found: self._view.set_playable(*found),
            failed=self._failed,
        )
        self._review(made, first=True)

    def _review(self, made: MadeTake, *, first: bool = False) -> None:
        number, span = made.number, None if first else made.span
        sentence, recogniser = self._view.form.values().sentence, self._recogniser
        others = [other for other in self._state.kept if other.number != number]
        self._tasks.start(
            f"review {number}",
            lambda _: review_take(made, sentence, span, others, recogniser),
            partial(self._reviewed, number),
            failed=self._not_reviewed,
            replace=True,
        )

    def _review_all(self) -> None:
        """Review all takes again: the sentence has changed."""
        if self._state.phase is RecordPhase.REVIEW:
            for made in self._state.takes:
                self._review(made)
            self._view.show_record(self._state)

    def _reviewed(self, number: int, found: TakeReview) -> None:
        self._set(flow.reviewed(self._state, number, found.span, found.findings, self._clock()))

    def _not_reviewed(self, error: AppError) -> None:
        self._failed(error)
        if self._state.phase is RecordPhase.CHECKING:
            self._set(flow.review_failed(self._state, error))

    def _move(self, number: int, start_by_s: float, end_by_s: float) -> None:
        self._set(flow.move_span(self._state, number, start_by_s, end_by_s))
        made = next((take for take in self._state.takes if take.number == number), None)
        if made is not None and made.findings is None:
            self._review(made)

    def _keep(self, number: int, keep: bool) -> None:
        before = self._state
        self._set(flow.set_keep(before, number, keep=keep))
        for made in self._state.takes if self._state is not before else ():
            if made.number != number and made.keep:
                self._review(made)

    def _save(self) -> None:
        values = self._complete()
        kept = self._state.kept
        state = flow.saving(self._state)
        if values is not None and state is not self._state:
            self._set(state)
            self._saver.save(kept, values, self._recogniser.encoder if self._recogniser is not None else None)

    def _was_saved(self, saved: SavedTakes) -> None:
        own, leaving = saved.pack, self._state.leaving
        self._drop_videos()
        sentence = " ".join(self._view.form.values().sentence.split())
        self._view.saved.set_saved(sentence, own.name)
        self._set(flow.was_saved(self._state, len(saved.clip_ids)))
        self._view.form.choose_pack(str(own.folder))
        self._list_packs()
        self._ports.change("recording.pack", own.folder.name)
        packs = self._ports.settings().recognition.packs
        if packs and own.folder.name not in packs and own.name not in packs:
            self._ports.change("recognition.packs", (*packs, own.folder.name))  # which reopens the library
        else:
            self._ports.reopen_library()
        if leaving:
            self._go(leaving)

    def _list_packs(self) -> None:
        self._tasks.start(
            "packs", lambda _: own_packs(), self._view.form.set_packs, failed=self._failed, replace=True
        )

    def _failed(self, error: AppError) -> None:
        self._ports.banners.failed("recording", error)

    def _discard(self) -> None:
        self._drop_videos()
        if self._state.phase is RecordPhase.SAVED:
            self._view.form.next_sentence()
        self._set(flow.fresh(self._state))

    def _drop_videos(self) -> None:
        for made in self._state.takes:
            self._takes.drop(made.video)

    def _ask(self, target: str) -> None:
        """Return to the takes and ask what to do with them."""
        self._set(flow.leave(flow.cancel(self._state), target))
        self._ports.navigation.show_view(_VIEW)

    def _leave_answered(self, answer: str) -> None:
        target = self._state.leaving
        match answer:
            case "save":
                self._save()
            case "discard":
                self._discard()
                self._go(target)
            case _:
                self._set(flow.leave(self._state, ""))

    def _go(self, target: str) -> None:
        if target == "close":
            self._ports.navigation.close()
        elif target:
            self._ports.navigation.show_view(target)
