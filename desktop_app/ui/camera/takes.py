"""The takes of one view. All views share one source and one recorder; each makes takes of its own. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.engine.recording.waiting_videos import WaitingVideos
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.runtime.take_events import TakeEvent, TakeFailed, TakeProgress, TakeReady

if TYPE_CHECKING:
    from desktop_app.runtime.events import Event
    from desktop_app.runtime.take_recorder import TakeRecorder


@dataclass(frozen=True, slots=True)
class CurrentTake:
    """The take that is being made, as its view knows it.

    Attributes:
        number: given by the recorder; 0 before.
        seconds, signs, rest_s, hands: as in `TakeProgress`.
        moving: a sign is being made.
        heard_s: when it began or last grew, on the view's clock.
    """

    number: int = 0
    seconds: float = 0.0
    signs: int = 0
    rest_s: float = 0.0
    hands: bool = False
    moving: bool = False
    heard_s: float = 0.0

    def grown(self, progress: TakeProgress, now_s: float) -> CurrentTake:
        """The take with one more frame."""
        moving = progress.phase is LivePhase.SIGNING
        return CurrentTake(
            self.number, progress.seconds, progress.signs, progress.rest_s, progress.hands, moving, now_s
        )


NO_TAKE: Final = CurrentTake()


class ViewTakes:
    """Begins and ends the takes of one view, and tells its own from those of other views. On one thread."""

    def __init__(self, recorder: TakeRecorder) -> None:
        self._recorder = recorder
        self._videos = WaitingVideos()
        self._number = 0  # of the take that is being made

    def video_path(self) -> Path:
        """A place for the video of the next take, until `drop` or `close` deletes it. Raises PackError."""
        return self._videos.next_path()

    def begin(self, video: Path | None = None, *, from_start: bool = False) -> int:
        """Record from now on, see `TakeRecorder.begin`; gives the number of the take."""
        self._number = self._recorder.begin(video, from_start=from_start)
        return self._number

    def finish(self) -> None:
        """End the take: `TakeReady` or `TakeFailed` follows."""
        if self._number:
            self._recorder.finish()

    def discard(self) -> None:
        """Give the take up; nothing follows. Takes that are complete, or of another view, are left alone."""
        if self._number:
            self._recorder.discard()
            self._number = 0

    def own(self, events: Iterable[Event]) -> Iterator[TakeEvent]:
        """The events of the take that is being made. The video of one that was given up is deleted."""
        for event in events:
            if isinstance(event, TakeProgress) and event.number == self._number:
                yield event
            elif isinstance(event, TakeReady | TakeFailed) and event.number == self._number:
                self._number = 0
                yield event
            elif isinstance(event, TakeReady):
                self.drop(event.video)

    def drop(self, video: Path | None) -> None:
        """Delete a video of this view that is not needed any more; those of other views are left alone."""
        self._videos.drop(video)

    def close(self) -> None:
        """Delete what is left of the videos of this view."""
        self._videos.close()
