"""Practice: which sentence is asked, when a take begins and ends, and how it is judged."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.engine.attempts.records import SharedAttempt
from desktop_app.engine.practice.attempts import attempt_of, shared_attempt_of
from desktop_app.engine.practice.evaluation import AttemptResult, evaluate
from desktop_app.engine.progress.lessons import (
    Lesson,
    LessonIndex,
    confusable_lesson,
    due_lesson,
    index_sentences,
    surprise_lesson,
)
from desktop_app.engine.progress.records import Attempt
from desktop_app.engine.takes.video import h264_available
from desktop_app.errors import AppError
from desktop_app.message import sentences
from desktop_app.runtime.events import ChangeWork, HandHeld, WatchForHand, Work
from desktop_app.runtime.take_events import TakeFailed, TakePicture, TakeProgress, TakeReady
from desktop_app.ui.camera.takes import ViewTakes
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.relay import TaskRunner
from desktop_app.ui.practice import state as flow
from desktop_app.ui.practice.state import PracticeEffect, PracticeStage, PractisingState

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.engine.progress.overview import Overview
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.runtime.take_recorder import TakeRecorder
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.player.clip import ClipKey, PlayerClip
    from desktop_app.ui.player.reference_loader import ReferenceLoader
    from desktop_app.ui.practice.view import PracticeView

VIEW: Final = "practice"


class History(Protocol):
    """What this controller needs of the practice history."""

    def keep(self, attempt: Attempt, shared: SharedAttempt | None = None) -> None: ...
    def offer_attempt(self, shared: SharedAttempt, video: Path | None = None) -> None: ...
    def on_overview(self, callback: Callable[[Overview], None]) -> None: ...
    def on_practise(self, callback: Callable[[Lesson], None]) -> None: ...


class PracticeController(Controller):
    """Joins the Practice view to engine and runtime. Used on the window's thread.

    Args:
        loader: reads references.
        takes: records takes from the running source.

    Attributes:
        clock: monotonic seconds; tests replace it.
        state: the state of the practice.
    """

    def __init__(
        self, view: PracticeView, ports: ControllerPorts, loader: ReferenceLoader, takes: TakeRecorder
    ) -> None:
        self._view, self._ports, self._loader = view, ports, loader
        self.clock: Callable[[], float] = time.monotonic
        self.state = PractisingState(auto=ports.settings().practice.timers)
        self.result: AttemptResult | None = None
        self._attempt: Attempt | None = None
        self._tasks = TaskRunner("practice")
        self._hand_watch: WatchForHand | None = None
        self._chance = random.Random()  # noqa: S311  (which sentences surprise is no secret)
        self._history: History | None = None
        self._overview: Overview | None = None
        self._recogniser: Recogniser | None = None
        self._sentences = LessonIndex()
        self._surprise: Lesson | None = None
        self._pictures: tuple[TakePicture, ...] = ()
        self._takes = ViewTakes(takes)
        self._video: Path | None = None  # of the last take, if the learner wants videos
        self._sent: set[Path] = set()  # videos that are being exported
        self._connect()

    def join(self, history: History) -> None:
        """Keep attempts in `history`, and practise the lessons that it asks for."""
        self._history = history
        history.on_overview(self._overview_came)
        history.on_practise(self._practise)
        self._view.result.set_exportable(True)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        references = recogniser.library.references
        self._tasks.start(
            "sentences",
            lambda _: index_sentences(references),
            self._sentences_came,
            failed=self._failed,
            replace=True,
        )

    def thresholds_changed(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser

    def events_came(self, batch: EventBatch) -> None:
        for event in batch.events:
            if isinstance(event, HandHeld) and event.watch is self._hand_watch:
                self._to(flow.hand_held(self.state, event.share, raised=event.raised))
        for take_event in self._takes.own(batch.events):
            match take_event:
                case TakeProgress():
                    self._to(flow.take_grew(self.state, take_event))
                case TakeReady():
                    self._judge(take_event)
                case TakeFailed():
                    text = localised(take_event.error.message)
                    self._to(flow.take_lost(self.state, take_event.number, text))

    def show_settings(self) -> None:
        settings = self._ports.settings()
        self._view.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        self._view.stage.player.set_mirrored(settings.input.dominant_hand == "left")
        self._to(flow.auto_changed(self.state, settings.practice.timers))

    def view_changed(self, name: str) -> None:
        if name == VIEW:
            self._ports.send(ChangeWork(Work.SIGNS))
            self._to(flow.came_back(self.state, self.clock()))
        elif not self.state.away:
            self._to(flow.went_away(self.state))

    def close(self) -> None:
        self._tasks.close()
        self._takes.close()

    def _connect(self) -> None:
        view = self._view
        view.ticked.connect(lambda: self._to(flow.ticked(self.state, self.clock())))
        view.begin_wanted.connect(self._begin)
        view.watch_wanted.connect(lambda: self._to(flow.watched_again(self.state)))
        view.leave_wanted.connect(self._leave)
        view.steps_wanted.connect(lambda steps: self._to(flow.moved_on(self.state, steps)))
        view.touched.connect(lambda: self._to(flow.touched(self.state)))
        view.auto_changed.connect(lambda on: self._ports.change("practice.timers", on))
        view.choose.start_wanted.connect(
            lambda lesson, place: self._to(flow.lesson_opened(self.state, lesson, place))
        )
        view.choose.free_wanted.connect(lambda: self._to(flow.free_opened(self.state)))
        view.choose.lesson_chosen.connect(self._ask_thumbnails)
        view.result.export.clicked.connect(self._export)
        self._loader.clip_ready.connect(self._clip_ready)
        self._loader.thumbnail_ready.connect(self._thumbnail_ready)

    def _to(self, state: PractisingState) -> None:
        """Enter another state: carry out its effects and show it."""
        before, self.state = self.state, state
        if state is before:
            return
        for effect in flow.effects(before, state):
            self._do(effect)
        self._view.show_practice(self.state)

    def _do(self, effect: PracticeEffect) -> None:
        match effect:
            case PracticeEffect.BEGIN_TAKE:
                self.state = flow.take_begun(self.state, self._takes.begin(self._place_for_video()))
            case PracticeEffect.FINISH_TAKE:
                self._takes.finish()
            case PracticeEffect.DISCARD_TAKE:
                self._takes.discard()
            case PracticeEffect.WATCH_HAND:
                self._hand_watch = WatchForHand()
                self._ports.send(self._hand_watch)
            case PracticeEffect.SHOW_REFERENCE:
                self._show_reference()

    def _place_for_video(self) -> Path | None:
        """None unless the learner wants videos. Deletes the previous one unless it is being exported."""
        if self._video not in self._sent:
            self._takes.drop(self._video)
        self._video = None
        if not self._ports.settings().practice.video or not h264_available():
            return None
        try:
            return self._takes.video_path()
        except AppError as error:
            self._failed(error)
            return None

    def _begin(self) -> None:
        if self._recogniser is None and self.state.stage is PracticeStage.WATCH:
            return  # the attempt could not be judged; the headline says that the model is loading
        self._to(flow.begun(self.state))

    def _leave(self) -> None:
        """Escape: from a countdown or take back to watching, otherwise back to the lessons."""
        inside = self.state.stage in (PracticeStage.READY, PracticeStage.RECORD, PracticeStage.EVALUATE)
        self._to(flow.watched_again(self.state) if inside else flow.chosen_again(self.state))

    def _show_reference(self) -> None:
        player = self._view.stage.player
        asked = self.state.asked
        clip = self._sentences.clips.get(asked.identity) if asked is not None else None
        player.show_clip(None)
        player.expect(clip)
        if clip is not None:
            self._loader.load_clip(VIEW, clip)

    def _clip_ready(self, view: str, key: ClipKey, clip: PlayerClip) -> None:
        if view == VIEW:
            self._view.stage.player.receive(key, clip)

    def _ask_thumbnails(self, lesson: Lesson) -> None:
        for key in lesson.sentences:
            clip = self._sentences.clips.get(key.identity)
            if clip is not None:
                self._loader.load_thumbnail(clip)

    def _thumbnail_ready(self, clip: tuple[str, str], image: object) -> None:
        lesson = self._view.choose.lesson
        for key in lesson.sentences if lesson is not None else ():
            if self._sentences.clips.get(key.identity) == tuple(clip):
                self._view.choose.set_thumbnail(key.identity, image)  # type: ignore[arg-type]

    def _judge(self, ready: TakeReady) -> None:
        self._to(flow.take_ready(self.state, ready.number))
        if self.state.stage is not PracticeStage.EVALUATE:
            self._takes.drop(ready.video)
            return
        self._video = ready.video
        if self._recogniser is None:
            self._to(flow.take_lost(self.state, ready.number, tr("The model is still being loaded.")))
            return
        self._pictures = ready.pictures
        question, recogniser = self.state.question, self._recogniser
        self._tasks.start(
            "evaluate",
            lambda _: evaluate(ready.take, question, recogniser),
            partial(self._judged, ready.number),
            failed=partial(self._not_judged, ready.number),
        )

    def _judged(self, number: int, result: AttemptResult) -> None:
        after = flow.judged(self.state, number, result.verdict)
        if after is self.state:
            return  # the attempt was abandoned
        self.result = result
        self._view.show_result(result, self._pictures)
        self._to(after)
        self._attempt = attempt_of(result, self.state.asked)
        if self._history is not None:
            self._history.keep(self._attempt, shared_attempt_of(result, self._attempt))

    def _not_judged(self, number: int, error: AppError) -> None:
        if number == self.state.take.number:
            self._to(flow.take_lost(self.state, number, localised(sentences(error.message, error.hint))))
        else:
            self._failed(error)

    def _failed(self, error: AppError) -> None:
        self._ports.banners.failed("practice", error)

    def _export(self) -> None:
        if self.result is not None and self._attempt is not None and self._history is not None:
            self._to(flow.touched(self.state))
            video = (
                self._video if self._ports.settings().practice.video else None
            )  # asked at the time of sending
            if video is not None:
                self._sent.add(video)
            self._history.offer_attempt(shared_attempt_of(self.result, self._attempt), video)

    def _sentences_came(self, sentences: LessonIndex) -> None:
        self._sentences = sentences
        self._surprise = surprise_lesson(sentences.keys, self._chance)
        self._show_lessons()

    def _overview_came(self, overview: Overview) -> None:
        self._overview = overview
        self._show_lessons()

    def _practise(self, lesson: Lesson) -> None:
        """The history asks for a lesson."""
        self._ports.navigation.show_view(VIEW)
        self._show_lessons()
        self._to(flow.lesson_opened(self.state, lesson))

    def _show_lessons(self) -> None:
        overview = self._overview
        found: list[Lesson | None] = []
        if overview is not None:
            found.append(due_lesson([one for one in overview.due if one.key in self._sentences.known]))
            found.append(confusable_lesson(overview.confusions, self._sentences.keys))
        found.append(self._surprise)
        self._view.choose.show_lessons(
            (*(lesson for lesson in found if lesson is not None), *self._sentences.lessons)
        )
