"""A dozen fixed states as pictures. `pytest tests/ui/test_screenshots.py --approve` takes what is there.

Text is rendered differently by other versions of FreeType, so the pictures are compared at a quarter of their
size: a shifted card, a missing icon or a wrong colour is seen, another rounding of a letter is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import CameraNotFound
from desktop_app.message import Message
from desktop_app.runtime.events import SourceState, SourceStatus
from desktop_app.ui import state as states
from desktop_app.ui.feed import reduce
from desktop_app.ui.player.clip import avatar_clip, clip_key, thumbnail
from desktop_app.ui.state import LiveState
from tests.ui.conftest import settle
from tests.ui.scenes import answered, batch, candidate, landmarks, ready, reference

Pixels = npt.NDArray[np.uint8]
APPROVED = Path(__file__).parent / "approved"
SHRINK = 4
MEAN_LIMIT = 3.0  # of 255, over the picture
PLACE_LIMIT = 48.0  # of 255, in any block of 8 x 8 shrunk pixels

NO_CAMERA = SourceState(
    SourceStatus.UNAVAILABLE, None, CameraNotFound(Message("No camera is connected."), Message("Plug one in."))
)

SCENES: dict[str, tuple[str, int, tuple[int, int], str, Callable[[], LiveState]]] = {
    "loading-light": ("light", 100, (1280, 800), "live", lambda: replace(
        ready(), engine=states.EnginePhase.LOADING)),
    "no-camera-light": ("light", 100, (1280, 800), "live", lambda: reduce(LiveState(), NO_CAMERA)),
    "collecting-dark": ("dark", 100, (1280, 800), "live", lambda: states.with_landmarks(
        ready(), LivePhase.COLLECTING, 12)),
    "signing-light": ("light", 100, (1280, 800), "live", lambda: ready(LivePhase.SIGNING)),
    "recognised-light": ("light", 100, (1280, 800), "live", answered),
    "recognised-dark": ("dark", 100, (1920, 1080), "live", answered),
    "recognised-contrast": ("contrast", 100, (1280, 800), "live", answered),
    "recognised-light-200": ("light", 200, (1280, 800), "live", answered),
    "ambiguous-dark": ("dark", 100, (1280, 800), "live", lambda: answered("ambiguous_top2")),
    "rejected-dark-200": ("dark", 200, (1280, 800), "live", lambda: answered("low_similarity")),
    "settings-light": ("light", 100, (1280, 800), "settings", ready),
    "settings-contrast-200": ("contrast", 200, (1280, 800), "settings", ready),
}  # fmt: skip


@pytest.mark.parametrize("name", list(SCENES))
def test_the_window_looks_as_approved(name, make_window, qapp, request, tmp_path):
    theme, text, size, view, make_state = SCENES[name]
    window = make_window(theme, text, size)
    window.show_view(view)
    state = make_state()
    fill(window, state)
    settle(qapp)
    compare(window.grab().toImage(), name, request.config.getoption("--approve", default=False), tmp_path)


def compare(image: QImage, name: str, approve: bool, tmp_path: Path) -> None:
    """A picture of the window against the approved one; or take it as that."""
    actual = shrunk(image)
    approved = APPROVED / f"{name}.png"
    if approve:
        APPROVED.mkdir(exist_ok=True)
        to_image(actual).save(str(approved))
        return
    expected = from_image(QImage(str(approved)))
    assert expected.shape == actual.shape, f"no approved picture {approved.name}; look at it and run --approve"
    difference = np.abs(actual.astype(np.int16) - expected.astype(np.int16)).max(axis=2)
    blocks = difference[: difference.shape[0] // 8 * 8, : difference.shape[1] // 8 * 8]
    blocks = blocks.reshape(blocks.shape[0] // 8, 8, -1, 8).mean(axis=(1, 3))
    if difference.mean() > MEAN_LIMIT or blocks.max() > PLACE_LIMIT:
        for kind, pixels in (("actual", actual), ("expected", expected), ("difference", difference)):
            grey = pixels if pixels.ndim == 3 else np.repeat(pixels[:, :, None], 3, axis=2)
            to_image(np.ascontiguousarray(grey, np.uint8)).save(str(tmp_path / f"{name}-{kind}.png"))
        pytest.fail(
            f"{name} looks different (mean {difference.mean():.1f}, worst place {blocks.max():.0f}): {tmp_path}"
        )


def fill(window, state: LiveState) -> None:
    """A state with pictures: avatar on the stage, thumbnails, a paused reference."""
    window.live.set_switches(mirrored=True, overlay=True)
    window.live.results.set_limit(6)
    window.live.bar.set_sources((), "camera:HD Webcam", "/sample.npz")
    window.set_state(state)
    window.flush()
    if state.source.phase is states.SourcePhase.PLAYING:
        window.live.show_batch(batch(None, landmarks()))
        window.live.plot._refresh()
    if state.answer is not None:
        for rank in range(6):
            clip = avatar_clip("", "", reference(rank))
            window.live.results.set_thumbnail(clip_key(candidate(rank, 0.5)), thumbnail(clip))
        window.live.player.show_clip(avatar_clip("Thank you", "Starter signs", reference()))
        window.live.player.controls.step(reference().features.shape[0] // 2)


def shrunk(image: QImage) -> Pixels:
    size = image.size() / SHRINK
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return from_image(small)


def from_image(image: QImage) -> Pixels:
    if image.isNull():
        return np.zeros((0, 0, 3), np.uint8)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def to_image(pixels: Pixels) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
