"""Landmarks of the Ghanaian videos, measured by the program's own pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine.records import Frame
from desktop_app.engine.sources.recording import LandmarkRecording, load_recording, save_recording
from desktop_app.engine.sources.video import VideoSource
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.offline import iterate

SOURCE: Final = "Nightfall537/GSL-backend"
LICENCE: Final = "MIT"


def extract(videos: Path, clips: Sequence[str], kept: Path | None) -> dict[str, LandmarkRecording]:
    """Raw landmarks of every clip. MediaPipe is deterministic on one machine, not to the last bit on all."""
    recordings = {}
    extractor = HolisticExtractor()
    try:
        for name in clips:
            place = kept / f"ghsl_sign_{name}.npz" if kept else None
            if place is not None and place.is_file():
                recordings[name] = load_recording(place)
                continue
            extractor.reset()
            source = VideoSource(videos / f"ghsl_sign_{name}.mp4", realtime=False)
            info = source.open()
            rows = []
            for frame in iterate(source):
                assert isinstance(frame, Frame)
                rows.append(extractor.extract(frame))
            source.close()
            raw = np.stack([row.raw for row in rows])
            times = np.array([row.position_s for row in rows])
            recordings[name] = LandmarkRecording(raw, times, info.width / info.height)
            if place is not None:
                place.parent.mkdir(parents=True, exist_ok=True)
                save_recording(place, raw, times, info.width / info.height)
    finally:
        extractor.close()
    return recordings
