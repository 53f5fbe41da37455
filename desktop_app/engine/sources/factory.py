"""Creates frame sources from user input."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.engine.file_kinds import FEATURE_SUFFIX, IMAGE_SUFFIXES, RECORDING_SUFFIXES
from desktop_app.engine.protocols import Clock, FrameSource
from desktop_app.errors import SourceError
from desktop_app.message import Message

CAMERA_PREFIX: Final = "camera:"


def open_source_spec(
    spec: str, *, realtime: bool, clock: Clock | None = None, hands_suffice: bool = False
) -> FrameSource:
    """Create the source without opening it.

    Args:
        spec: "camera:0", "camera:NAME", "camera:" (the first real one), or a path: video, folder of images,
            image, `.pose`, `.npz` recording.
        realtime: files are shown at their time stamps; False: every frame, as fast as it is read.
        hands_suffice: a recording may hold hands alone.
    Raises:
        SourceError: it does not exist, or is a `.npy` clip, which contains features instead of landmarks.
    """
    if spec.startswith(CAMERA_PREFIX):
        from desktop_app.engine.sources.camera import CameraSource

        return CameraSource(spec.removeprefix(CAMERA_PREFIX), clock=clock)
    path = Path(spec).expanduser()
    suffix = path.suffix.lower()
    if not path.exists():
        raise SourceError(
            Message("'{spec}' does not exist.", spec=spec),
            Message("Give a path, or a camera as camera:0 or camera:NAME."),
        )
    if suffix == FEATURE_SUFFIX:
        from desktop_app.engine.sources.recording import load_feature_clip

        load_feature_clip(path)  # raises for one that is damaged
        raise SourceError(
            Message("'{path}' holds features, not landmarks, and cannot be shown.", path=path.name),
            Message("Recognise it with `signmirror recognize`."),
        )
    if suffix in RECORDING_SUFFIXES:
        from desktop_app.engine.sources.recording_source import RecordingSource

        return RecordingSource(path, realtime=realtime, clock=clock, hands_suffice=hands_suffice)
    from desktop_app.engine.sources.images import ImageFolderSource
    from desktop_app.engine.sources.video import VideoSource

    if path.is_dir() or suffix in IMAGE_SUFFIXES:
        return ImageFolderSource(path, realtime=realtime, clock=clock)
    return VideoSource(path, realtime=realtime, clock=clock)
