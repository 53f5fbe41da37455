"""Counters of the live pipeline and their summary about once a second."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Final

from desktop_app.engine.protocols import Clock
from desktop_app.engine.sources.clock import NS_PER_S

SUMMARY_NS: Final = NS_PER_S
STAGES: Final = ("extract", "track", "recognise", "delay")


@dataclass(frozen=True, slots=True)
class PipelineStats:
    """Counts since the start; rates and times over the last summary, about a second.

    Attributes:
        captured: frames the source gave. tracked: frames that went through the extractor and tracker.
        dropped: frames replaced by newer ones before they were tracked.
        lost: gaps in the source's own frame ids (frames skipped in a file that is played in real time).
        previews_dropped: previews replaced by newer ones. signs_dropped: finished signs lost to a full queue.
        capture_fps, landmark_fps: per second.
        extract_ms, track_ms, recognise_ms: mean time of a stage, 0 when it did not run.
        delay_ms: mean time from the capture of a sign's last frame to its answer, 0 without one.
    """

    captured: int = 0
    tracked: int = 0
    dropped: int = 0
    lost: int = 0
    previews_dropped: int = 0
    signs_dropped: int = 0
    capture_fps: float = 0.0
    landmark_fps: float = 0.0
    extract_ms: float = 0.0
    track_ms: float = 0.0
    recognise_ms: float = 0.0
    delay_ms: float = 0.0


class StatsCollector:
    """Gathers counts from all workers. Thread-safe; each call costs about a microsecond."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._counts = dict.fromkeys(("captured", "tracked", "lost"), 0)
        self._times = {stage: [0.0, 0] for stage in STAGES}
        self._since_ns = clock.now_ns()
        self._at_summary = dict(self._counts)
        self.latest = PipelineStats()

    def count(self, what: str, by: int = 1) -> None:
        """Count captured, tracked or lost."""
        with self._lock:
            self._counts[what] += by

    def time(self, stage: str, milliseconds: float) -> None:
        """Record the duration of one pass of a stage."""
        with self._lock:
            entry = self._times[stage]
            entry[0] += milliseconds
            entry[1] += 1

    def summary_due(self) -> bool:
        """Whether a second has passed since the last summary."""
        return self._clock.now_ns() - self._since_ns >= SUMMARY_NS

    def summarise(self, *, dropped: int, previews_dropped: int, signs_dropped: int) -> PipelineStats:
        """Summarise the time since the last summary. Dropped items are counted by the mailboxes."""
        with self._lock:
            now = self._clock.now_ns()
            seconds = max((now - self._since_ns) / NS_PER_S, 1e-9)
            since = {name: count - self._at_summary[name] for name, count in self._counts.items()}
            mean = {stage: total / max(count, 1) for stage, (total, count) in self._times.items()}
            self._since_ns, self._at_summary = now, dict(self._counts)
            self._times = {stage: [0.0, 0] for stage in STAGES}
            self.latest = PipelineStats(
                captured=self._counts["captured"],
                tracked=self._counts["tracked"],
                dropped=dropped,
                lost=self._counts["lost"],
                previews_dropped=previews_dropped,
                signs_dropped=signs_dropped,
                capture_fps=since["captured"] / seconds,
                landmark_fps=since["tracked"] / seconds,
                extract_ms=mean["extract"],
                track_ms=mean["track"],
                recognise_ms=mean["recognise"],
                delay_ms=mean["delay"],
            )
            return self.latest
