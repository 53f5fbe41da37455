"""Factories of the engine's parts. Each is called on the thread that uses the part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.engine.letters.loading import load_hands_extractor, load_letter_model
from desktop_app.errors import CameraNotFound
from desktop_app.message import Message
from desktop_app.runtime.letter_worker import LetterParts
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.spelling.controller import letter_settings

if TYPE_CHECKING:
    from desktop_app.engine.protocols import FrameSource, LandmarkExtractor
    from desktop_app.engine.tracking.live import LiveTracker
    from desktop_app.settings import Settings


def source_opener(spec: str, *, realtime: bool) -> Callable[[], FrameSource]:
    """Opens a source of the settings; "" is the first camera there is."""

    def open_source() -> FrameSource:
        from desktop_app.engine.sources.factory import CAMERA_PREFIX, open_source_spec

        if spec:
            # Spelling needs hands only.
            return open_source_spec(spec, realtime=realtime, hands_suffice=True)
        from desktop_app.engine.sources.devices import default_camera, list_cameras

        camera = default_camera(list_cameras())
        if camera is None:
            raise CameraNotFound(
                Message("No camera is connected."),
                Message("Plug one in, open a video, or play the built-in sample."),
            )
        return open_source_spec(CAMERA_PREFIX + camera.stable_id, realtime=realtime)

    return open_source


def make_extractor() -> LandmarkExtractor:
    """Finds body, hands and face."""
    from desktop_app.engine.tracking.holistic import HolisticExtractor

    return HolisticExtractor()


def make_tracker() -> LiveTracker:
    """Finds signs, by the feature contract of the encoder in use."""
    from desktop_app.engine.encoder.bundle import load_bundle
    from desktop_app.engine.tracking.live import LiveTracker

    return LiveTracker(load_bundle().contract)


def letter_parts(settings: Settings) -> LetterParts:
    """What the letter worker is built from."""
    return LetterParts(load_hands_extractor, load_letter_model, letter_settings(settings))


def places() -> list[tuple[str, str]]:
    """(what, folder) of everything that is written."""
    folders: list[tuple[str, Path]] = [
        (tr("Settings"), paths.config_dir()),
        (tr("Packs and history"), paths.data_dir()),
        (tr("Files that can be recreated"), paths.cache_dir()),
        (tr("Logs"), paths.log_dir()),
    ]
    return [(what, str(folder)) for what, folder in folders]
