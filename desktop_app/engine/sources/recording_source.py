"""Plays a landmark recording as a FrameSource without pictures."""

from __future__ import annotations

from pathlib import Path

from desktop_app.engine.protocols import Clock, SourceInfo
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.sources.pacing import Pacer
from desktop_app.engine.sources.pose_file import load_pose
from desktop_app.engine.sources.recording import LandmarkRecording, load_recording
from desktop_app.errors import EndOfSource, SourceError
from desktop_app.message import Message


def load_landmarks(path: Path, *, hands_suffice: bool = False) -> LandmarkRecording:
    """`.pose` or our own `.npz`. Raises SourceError."""
    if path.suffix.lower() == ".pose":
        return load_pose(path, hands_suffice=hands_suffice)
    return load_recording(path)


class RecordingSource:
    """Plays the landmarks of a `.npz` or `.pose` file at their times, or as fast as they are read."""

    def __init__(
        self, path: Path, *, realtime: bool, clock: Clock | None = None, hands_suffice: bool = False
    ) -> None:
        self.path = path
        self._hands_suffice = hands_suffice
        self._pacer = Pacer(realtime=realtime, clock=clock)
        self._recording: LandmarkRecording | None = None
        self._index = -1

    @property
    def skipped(self) -> int:
        """Frames skipped in real time since `open`."""
        return self._pacer.skipped

    def open(self) -> SourceInfo:
        """Read the whole recording. Raises SourceError."""
        self.close()
        recording = load_landmarks(self.path, hands_suffice=self._hands_suffice)
        self._recording, self._index = recording, -1
        self._pacer.restart()
        return SourceInfo(
            name=self.path.name,
            kind="landmarks",
            width=0,
            height=0,
            fps=recording.fps,
            frame_count=len(recording.raw),
            live=False,
        )

    def read(self) -> LandmarkFrame:
        """The next frame. Raises EndOfSource."""
        recording = self._recording
        if recording is None:
            raise SourceError(Message("The recording is not open."), Message("Open it first."))
        while True:
            if self._index + 1 >= len(recording.raw):
                raise EndOfSource
            self._index += 1
            position = float(recording.captured_s[self._index] - recording.captured_s[0])
            if self._pacer.is_late(position, 1 / recording.fps):
                continue
            captured_ns = self._pacer.wait(position)
            row = recording.raw[self._index]
            return LandmarkFrame(self._index, captured_ns, position, row, recording.aspect)

    def close(self) -> None:
        self._recording = None

    def cancel(self) -> None:
        """Cancel a waiting read. May be called on any thread."""
        self._pacer.cancel()
