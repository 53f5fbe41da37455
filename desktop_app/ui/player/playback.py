"""Position, speed and A-B loop of a player. Qt-free, driven by elapsed time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

SPEEDS: Final = (0.25, 0.5, 0.75, 1.0)
PAUSE_AT_END_S: Final = 0.4  # the last frame is held so that the end of the sign is seen before it starts again


@dataclass(frozen=True, slots=True)
class Playback:
    """A position in a clip of `count` frames at `fps`.

    Attributes:
        position: in frames; may be fractional.
        loop_start, loop_end: first and last frame of the A-B loop; None: the whole clip.
    """

    count: int = 0
    fps: float = 30.0
    position: float = 0.0
    playing: bool = True
    speed: float = 1.0
    loop_start: int | None = None
    loop_end: int | None = None
    held_s: float = 0.0

    @property
    def frame(self) -> int:
        """The frame to paint."""
        return min(max(int(self.position), 0), max(self.count - 1, 0))

    @property
    def first(self) -> int:
        """First frame of the loop."""
        return self.loop_start if self.loop_start is not None else 0

    @property
    def last(self) -> int:
        """Last frame of the loop."""
        return self.loop_end if self.loop_end is not None else max(self.count - 1, 0)

    def advance(self, seconds: float) -> Playback:
        """Some seconds later. The last frame is held for a moment before the loop starts again."""
        if not self.playing or self.count < 2:
            return self
        position = self.position + seconds * self.fps * self.speed
        if position < self.last + 1 and not self.held_s:
            return replace(self, position=max(position, float(self.first)), held_s=0.0)
        held = self.held_s + seconds
        if held < PAUSE_AT_END_S:
            return replace(self, position=float(self.last), held_s=held)
        return replace(self, position=float(self.first), held_s=0.0)

    def toggled(self) -> Playback:
        """Play or pause; without a clip nothing changes, so that the next one plays."""
        if self.count == 0:
            return self
        return replace(self, playing=not self.playing, held_s=0.0)

    def stepped(self, frames: int) -> Playback:
        """Pause and step some frames forward or back; steps wrap around at the ends of the loop."""
        if self.count == 0:
            return self
        span = self.last - self.first + 1
        offset = (self.frame - self.first + frames) % span
        return replace(self, position=float(self.first + offset), playing=False, held_s=0.0)

    def sought(self, frame: int) -> Playback:
        return replace(self, position=float(min(max(frame, 0), max(self.count - 1, 0))), held_s=0.0)

    def with_loop_start(self) -> Playback:
        """Start the loop here; an end before it is dropped."""
        end = self.loop_end if self.loop_end is not None and self.loop_end > self.frame else None
        return replace(self, loop_start=self.frame, loop_end=end)

    def with_loop_end(self) -> Playback:
        """End the loop here; a start after it is dropped."""
        start = self.loop_start if self.loop_start is not None and self.loop_start < self.frame else None
        return replace(self, loop_start=start, loop_end=self.frame)

    def without_loop(self) -> Playback:
        """Play the whole clip."""
        return replace(self, loop_start=None, loop_end=None)
