"""Landmarks that are known already, behind the extractor's protocol: for recordings and tests."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.engine.records import FloatArray, Frame, LandmarkFrame
from desktop_app.engine.sources.recording import LandmarkRecording


class ReplayExtractor:
    """Gives the recorded landmarks of each frame id; a frame that is not in the recording has nobody in it.

    Args:
        recording: row i belongs to frame id i; or a mapping of frame id to raw rows (540,).
    """

    def __init__(self, recording: LandmarkRecording | Mapping[int, FloatArray]) -> None:
        if isinstance(recording, LandmarkRecording):
            self._rows: Mapping[int, FloatArray] = dict(enumerate(recording.raw))
        else:
            self._rows = recording
        self._closed = False

    def extract(self, frame: Frame) -> LandmarkFrame:
        """The recorded row under the frame's own id, times and aspect."""
        if self._closed:
            raise RuntimeError("the extractor is closed")
        row = self._rows.get(frame.frame_id)
        if row is None:
            return LandmarkFrame.empty(frame.frame_id, frame.captured_ns, frame.position_s, frame.aspect)
        return LandmarkFrame(frame.frame_id, frame.captured_ns, frame.position_s, row.copy(), frame.aspect)

    def reset(self) -> None:
        """There is no state to forget."""
        if self._closed:
            raise RuntimeError("the extractor is closed")

    def close(self) -> None:
        """Refuse further frames."""
        self._closed = True
