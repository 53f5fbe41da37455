"""The takes of one view. All views share one source and one recorder. Qt-free."""

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
    """The take that is being made.

    Attributes:
        number: assigned by the recorder; 0 before.
        seconds, signs, rest_s, hands: as in `TakeProgress`.
        moving: whether a sign is being made.
        heard_s: when the take began or last grew, on the view's clock.
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
    """Begins and ends the takes of one view, and filters their events from those of other views."""

    def __init__(self, recorder: TakeRecorder) -> None:
        self._recorder = recorder
        self._videos = WaitingVideos()
        self._number = 0  # of the take that is being made

    def video_path(self) -> Path:
        """A path for the video of the next take, deleted by `drop` or `close`. Raises PackError."""
        return self._videos.next_path()

    def begin(self, video: Path | None = None, *, from_start: bool = False) -> int:
        """Begin a take, see `TakeRecorder.begin`; returns its number."""
        self._number = self._recorder.begin(video, from_start=from_start)
        return self._number

    def finish(self) -> None:
        """End the take: `TakeReady` or `TakeFailed` follows."""
        if self._number:
            self._recorder.finish(self._number)

    def discard(self) -> None:
        """Discard the current take without an event; complete takes and those of other views are unaffected."""
        if self._number:
            self._recorder.discard(self._number)
            self._number = 0

    def own(self, events: Iterable[Event]) -> Iterator[TakeEvent]:
        """The events of the current take. Deletes the video of a take that was discarded."""
        for event in events:
            if isinstance(event, TakeProgress) and event.number == self._number:
                yield event
            elif isinstance(event, TakeReady | TakeFailed) and event.number == self._number:
                self._number = 0
                yield event
            elif isinstance(event, TakeReady):
                self.drop(event.video)

    def drop(self, video: Path | None) -> None:
        """Delete a video that is no longer needed; videos of other views are ignored."""
        self._videos.drop(video)

    def close(self) -> None:
        """Delete all videos of this view."""
        self._videos.close()
