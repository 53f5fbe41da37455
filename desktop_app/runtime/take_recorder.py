"""Records takes from the running pipeline: listens to the hub and collects on a thread of its own.

The Live view, practice and recording share one source, which is opened once.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from desktop_app.engine.cv import cv2
from desktop_app.engine.records import Frame, ImageArray
from desktop_app.engine.takes.take import TakeBuilder, brightness
from desktop_app.engine.takes.video import VideoKeeper
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.engine.tracking.segment import GateEvent, GateSettings
from desktop_app.errors import AppError, SourceError
from desktop_app.message import Message
from desktop_app.runtime.events import Event, EventHub, FrameCaptured, LandmarksReady, SourceEnded, SourceState
from desktop_app.runtime.slot import BoundedQueue, Closed
from desktop_app.runtime.take_events import TakeFailed, TakePicture, TakeProgress, TakeReady
from desktop_app.runtime.worker import Worker, internal_error

_log = logging.getLogger(__name__)
TICK_S: Final = 0.1
WAITING: Final = 48  # up to 130 MB at 1280 x 720; a recorder that far behind does not catch up
PICTURE_WIDTH: Final = 320
PICTURE_EVERY_S: Final = 0.12
VIDEO_FPS: Final = 30.0
_KEPT_LUMA: Final = 128
# A movement that began before the take counts as a sign if the part inside is long enough for one.
_LEAST_INSIDE_S: Final = GateSettings().min_sign_s + GateSettings().end_hold_s


@dataclass(frozen=True, slots=True)
class _Begin:
    number: int
    video: Path | None
    from_start: bool
    dropped: int  # items dropped by the queue until then
    first_id: int  # of the source that is open: what comes of earlier ones is not of this take


@dataclass(frozen=True, slots=True)
class _Finish:
    number: int
    keep: bool


@dataclass(frozen=True, slots=True)
class _SourceChange:
    """The source has ended (`over`), is being reopened (`opening`; an empty take waits for it), or is lost."""

    over: bool = False
    opening: bool = False
    first_id: int = 0


_Item: TypeAlias = Frame | LandmarksReady | _Begin | _Finish | _SourceChange


@dataclass(slots=True, eq=False)
class _OpenTake:
    """The take that is being recorded."""

    number: int
    builder: TakeBuilder = field(default_factory=TakeBuilder)
    video: VideoKeeper | None = None
    pictures: list[TakePicture] = field(default_factory=list)
    signs: int = 0
    ended_s: float | None = None
    began_s: float = 0.0
    began_moving: bool = False  # the movement of the first frame has not ended
    dropped: int = 0
    waits: bool = False  # for the next source to be opened
    reopened: bool = False  # since then
    first_id: int = 0  # frames and ends of earlier sources may arrive late


class TakeRecorder(Worker):
    """Call `begin`, `finish` and `discard` on any thread; results are published on the hub.

    A queue of 48 items connects the pipeline with this thread. When it is full, the oldest picture or landmarks
    are dropped and counted; the items that begin and end takes never are. Lossless, the pipeline waits instead.

    Args:
        lossless: for files played as fast as possible.
    """

    def __init__(self, hub: EventHub, *, lossless: bool = False) -> None:
        super().__init__("takes", self._on_fault)
        self._hub, self._lossless = hub, lossless
        self._queue: BoundedQueue[_Item] = BoundedQueue(
            WAITING, droppable=lambda item: isinstance(item, Frame | LandmarksReady)
        )
        self._number_lock = threading.Lock()
        # Numbers of takes. Both only ever grow, so that the end of one take cannot shut frames out of the next.
        self._number = 0
        self._ended = 0
        self._newest_first_id = 0
        self._open: _OpenTake | None = None
        self._luma: dict[int, float] = {}
        hub.subscribe(self._listen)

    def begin(self, video: Path | None = None, *, from_start: bool = False) -> int:
        """Record from the next frame on and return the number of the take. An open take is discarded.

        Args:
            video: where to write an H.264 mp4 of the whole take; None: no picture is written to disk.
            from_start: start with the first frame of the next source that is opened (a file that is replayed).
        """
        with self._number_lock:
            self._number += 1
            number = self._number
        self._put(_Begin(number, video, from_start, self._queue.dropped, self._newest_first_id))
        return number

    def finish(self, number: int) -> None:
        """End this take, unless it is over: `TakeReady` follows, or `TakeFailed` when nothing was recorded."""
        self._put(_Finish(number, keep=True))

    def discard(self, number: int) -> None:
        """Discard this take, unless it is over; no event follows."""
        self._note_end(number)
        self._put(_Finish(number, keep=False))

    def step(self) -> None:
        """One item, or a tenth of a second without one."""
        try:
            item = self._queue.take(TICK_S)
        except Closed:
            self._stop.wait(TICK_S)
            return
        if item is None:
            return
        try:
            self._handle(item)
        except AppError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001  (edge: a take that fails must not end the recorder)
            _log.exception("A take failed")
            self._fail(internal_error(self.name, error))

    def teardown(self) -> None:
        self._close_open()

    def wake(self) -> None:
        self._queue.close()

    def _listen(self, event: Event) -> None:
        """Runs on the threads of the pipeline; returns at once unless lossless."""
        if isinstance(event, SourceState) and event.status == "opening":
            self._newest_first_id = event.first_id  # also without a take: the next one belongs to this source
        if self._number <= self._ended:
            return  # no take is open: frames need not be queued
        match event:
            case FrameCaptured():
                self._put(event.frame)
            case LandmarksReady():
                self._put(event)
            case SourceState(status="opening"):
                self._put(_SourceChange(opening=True, first_id=event.first_id))
            case SourceState(status="lost" | "unavailable" | "closed"):
                self._put(_SourceChange())
            case SourceEnded():
                self._put(_SourceChange(over=True, first_id=event.first_id))
            case _:
                pass

    def _put(self, item: _Item) -> None:
        if self._lossless and self.alive:
            self._queue.put_blocking(item, lambda: self.stopping)
        else:
            self._queue.put(item)

    def _handle(self, item: _Item) -> None:
        match item:
            case _Begin():
                self._close_open()
                self._open = _OpenTake(
                    item.number, waits=item.from_start, dropped=item.dropped, first_id=item.first_id
                )
                self._luma.clear()
                if item.video is not None:
                    self._open.video = VideoKeeper(item.video, VIDEO_FPS)
            case _Finish():
                if self._open is not None and item.number == self._open.number:
                    self._end(keep=item.keep)
            case _SourceChange() if self._open is not None and self._open.waits and (item.over or item.opening):
                self._open.waits = not item.opening  # the end of the previous source does not end this take
                self._open.reopened, self._open.first_id = item.opening, item.first_id if item.opening else 0
            case _SourceChange(opening=True) if (made := self._open) and made.reopened and made.video is None:
                made.builder, made.signs, made.ended_s, made.first_id = TakeBuilder(), 0, None, item.first_id
                made.pictures.clear()  # the file starts again, and so does the take
            case _SourceChange(over=True):
                if self._open is not None and item.first_id >= self._open.first_id:
                    self._end(keep=True)
            case _SourceChange():
                waits = item.opening and self._open is not None and self._open.builder.empty
                if self._open is not None and not waits:
                    raise SourceError(
                        Message("The camera or file was lost during the take."),
                        Message("Record the take again."),
                        code="recording.source_lost",
                    )
            case Frame():
                self._add_picture(item)
            case LandmarksReady():
                self._add_landmarks(item)

    def _add_picture(self, frame: Frame) -> None:
        made = self._open
        if made is None or made.waits or frame.frame_id < made.first_id:
            return
        self._luma[frame.frame_id] = brightness(frame.bgr)
        while len(self._luma) > _KEPT_LUMA:
            self._luma.pop(next(iter(self._luma)))
        last = made.pictures[-1].position_s if made.pictures else None
        if last is None or frame.position_s - last >= PICTURE_EVERY_S:
            made.pictures.append(TakePicture(frame.frame_id, frame.position_s, scaled_down(frame.bgr)))
        if made.video is not None:
            made.video.write(frame.bgr, frame.position_s)

    def _add_landmarks(self, event: LandmarksReady) -> None:
        made, landmarks = self._open, event.landmarks
        if made is None or made.waits or landmarks.frame_id < made.first_id:
            return
        now = landmarks.position_s
        if made.builder.empty:
            made.began_s = now
            made.began_moving = event.gate_open and event.gate is not GateEvent.STARTED
        made.builder.add(landmarks, event.row, self._luma.get(landmarks.frame_id))
        if event.gate is GateEvent.ENDED and (not made.began_moving or now - made.began_s >= _LEAST_INSIDE_S):
            made.signs += 1
            made.ended_s = now
        made.began_moving = made.began_moving and event.gate_open
        moving = event.phase is LivePhase.SIGNING
        rest_s = 0.0 if moving else now - (made.ended_s if made.ended_s is not None else made.began_s)
        hands = bool(event.row.present[1] or event.row.present[2])
        self._hub.publish(
            TakeProgress(made.number, made.builder.seconds, event.phase, made.signs, rest_s, hands)
        )
        if made.builder.full:
            self._end(keep=True, full=True)

    def _end(self, *, keep: bool, full: bool = False) -> None:
        made = self._open
        if made is None:
            return
        self._note_end(made.number)
        ready = None
        if keep:  # what fails here fails the open take
            take = made.builder.build()
            video = made.video.finish() if made.video is not None and made.pictures else None
            dropped = self._queue.dropped - made.dropped
            ready = TakeReady(made.number, take, video, tuple(made.pictures), dropped, full)
        self._close_open()
        if ready is not None:
            self._hub.publish(ready)

    def _fail(self, error: AppError) -> None:
        made = self._open
        if made is None:
            _log.error("The recorder failed without a take: %s", error.message)
            return
        self._note_end(made.number)
        self._close_open()
        self._hub.publish(TakeFailed(made.number, error))

    def _note_end(self, number: int) -> None:
        with self._number_lock:
            self._ended = max(self._ended, number)

    def _close_open(self) -> None:
        made, self._open = self._open, None
        if made is not None and made.video is not None:
            made.video.discard()  # does nothing to a finished video

    def _on_fault(self, _: str, error: AppError) -> None:
        self._hub.publish(TakeFailed(self._number, error))


def scaled_down(bgr: ImageArray) -> ImageArray:
    """A copy of the picture, scaled down to `PICTURE_WIDTH` if it is wider."""
    height, width = bgr.shape[:2]
    if width <= PICTURE_WIDTH:
        return bgr.copy()
    size = (PICTURE_WIDTH, max(1, round(height * PICTURE_WIDTH / width)))
    shrunk: ImageArray = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
    return shrunk
