"""The window's thread copies pictures of figures; another one paints them."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.records import FloatArray, ImageArray
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.figure import avatar, avatar_hand
from desktop_app.ui.figure.painting_thread import PaintingThread, PictureKey, PictureSlot
from desktop_app.ui.player.clip import PlayerClip, avatar_clip
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.player.reference_player import ReferencePlayer
from desktop_app.ui.player.video_clip import video_clip
from desktop_app.ui.practice.compare_player import MarkedCanvas
from desktop_app.ui.progress.review_stage import ReviewStage
from desktop_app.ui.spelling.hand_canvas import HandCanvas
from tests.helpers.videos import shade, write_video
from tests.ui.scenes import landmarks, reference

WAIT_MS = 20_000


@pytest.fixture
def pictures(qapp) -> Iterator[PaintingThread]:
    made = PaintingThread()
    made.start()
    yield made
    made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "signmirror-pictures"]


@pytest.fixture
def painters(monkeypatch) -> list[str]:
    """The names of the threads that painted a figure or a hand."""
    names: list[str] = []
    whole, hand = avatar.paint_figure, avatar_hand.paint_hand

    def paint_figure(*arguments) -> None:
        names.append(threading.current_thread().name)
        whole(*arguments)

    def paint_hand(*arguments, **options) -> None:
        names.append(threading.current_thread().name)
        hand(*arguments, **options)

    monkeypatch.setattr(avatar, "paint_figure", paint_figure)
    for module in (avatar, avatar_hand):
        monkeypatch.setattr(module, "paint_hand", paint_hand)
    return names


def picture_of(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    widget.render(image, QPoint())
    return image


def pixels(image: QImage) -> FloatArray:
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[..., :3].astype(np.float32)


def same_when_it_came(qtbot, widget: QWidget, directly: QImage) -> None:
    """The widget comes to look as it does when it paints by itself."""
    qtbot.waitUntil(
        lambda: float(np.abs(pixels(picture_of(widget)) - pixels(directly)).mean()) < 0.5, timeout=WAIT_MS
    )


def test_a_playing_reference_is_never_painted_by_the_window(qtbot, pictures, painters):
    player = ReferencePlayer()
    qtbot.addWidget(player)
    player.resize(400, 420)
    player.show()
    player.show_clip(avatar_clip("Thank you", "Starter", reference()))
    assert player.playback.playing
    qtbot.waitUntil(lambda: pictures.painted > 3, timeout=WAIT_MS)
    assert set(painters) == {"signmirror-pictures"}


def test_a_clip_that_goes_round_is_painted_once(qtbot, pictures):
    canvas = ClipCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(240, 200)
    canvas.show()
    clip = avatar_clip("Thank you", "Starter", reference())
    canvas.show_clip(clip)
    for _ in range(3):
        for frame in range(5):
            canvas.show_frame(frame)
            wanted = ("clip", clip.serial, frame, False)
            qtbot.waitUntil(lambda wanted=wanted: shown(canvas) == wanted, timeout=WAIT_MS)
    assert pictures.painted == 5
    assert 0 < pictures.kept_bytes < 5 * 240 * 200 * 4 / 4


def shown(canvas: ClipCanvas) -> object:
    key = canvas._slot._shown
    return key.content if key is not None else None


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_comes_looks_as_if_painted_at_once(qtbot, qapp, mirrored):
    def make() -> list[QWidget]:
        canvas, marked, video, hand = ClipCanvas(), MarkedCanvas(), VideoView(), HandCanvas()
        for one in (canvas, marked):
            one.show_clip(clip)
            one.show_frame(20)
            one.set_mirrored(mirrored)
        marked.marked = 1
        video.set_switches(mirrored=mirrored, overlay=True)
        video.show_picture(None, landmarks())
        hand.set_turning(False)
        hand.show_hand("B", hands["B"], mirrored=mirrored)
        made: list[QWidget] = [canvas, marked, video, hand]
        for widget in made:
            qtbot.addWidget(widget)
            widget.resize(330, 270)
        return made

    clip, hands = avatar_clip("Thank you", "Starter", reference()), reference_hands()
    directly = [picture_of(widget) for widget in make()]
    pictures = PaintingThread()
    pictures.start()
    try:
        for widget, wanted in zip(make(), directly, strict=True):
            assert float(np.abs(pixels(picture_of(widget)) - pixels(wanted)).mean()) > 0.5  # nothing yet
            same_when_it_came(qtbot, widget, wanted)
    finally:
        pictures.close()


def test_recordings_without_pictures_and_hands_are_painted_beside_the_window(qtbot, pictures, painters):
    video, hand = VideoView(), HandCanvas()
    for widget in (video, hand):
        qtbot.addWidget(widget)
        widget.resize(330, 270)
        widget.show()
    video.show_picture(None, landmarks())
    hand.show_hand("B", reference_hands()["B"], mirrored=False)
    qtbot.waitUntil(lambda: pictures.painted >= 2, timeout=WAIT_MS)
    assert set(painters) == {"signmirror-pictures"}


def test_a_video_is_decoded_beside_the_window_and_not_kept(qtbot, pictures, tmp_path, monkeypatch):
    clip = video_clip(write_video(tmp_path / "take.mp4", [shade(number) for number in range(6)]))
    assert clip is not None
    decoders: list[str] = []
    decode = PlayerClip.picture

    def picture(self: PlayerClip, index: int) -> ImageArray:
        decoders.append(threading.current_thread().name)
        return decode(self, index)

    monkeypatch.setattr(PlayerClip, "picture", picture)
    canvas = ClipCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(240, 200)
    canvas.show()
    canvas.show_clip(clip)
    for frame in (0, 3, 5):
        canvas.show_frame(frame)
        qtbot.waitUntil(
            lambda frame=frame: shown(canvas) == ("clip", clip.serial, frame, False), timeout=WAIT_MS
        )
        middle = pixels(picture_of(canvas))[130, 120]
        assert middle.mean() == pytest.approx(20 + 10 * frame, abs=6)
    assert set(decoders) == {"signmirror-pictures"}
    assert pictures.kept_bytes == 0


class HeldPainting:
    """A picture that is not ready before the test says so."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        self.begun.set()
        self.go_on.wait(WAIT_MS / 1000)


@pytest.fixture
def ask(qtbot) -> Callable[..., None]:
    """ask(slot, content, paint): wish for a picture as a `paintEvent` does."""
    canvas = QImage(64, 64, QImage.Format.Format_RGB32)

    def run(slot: PictureSlot, content: str, paint: Callable[[QPainter, QRectF], None]) -> None:
        painter = QPainter(canvas)
        slot.paint(painter, QRectF(0, 0, 64, 64), content, paint, keep=False)
        painter.end()

    return run


def test_of_wishes_that_wait_only_the_newest_is_painted(qtbot, pictures, ask):
    widget = QWidget()
    qtbot.addWidget(widget)
    slot, held, painted = PictureSlot(widget), HeldPainting(), []
    ask(slot, "first", held)
    assert held.begun.wait(WAIT_MS / 1000)
    for name in ("second", "third", "fourth"):
        ask(slot, name, lambda *_, name=name: painted.append(name))
    held.go_on.set()
    qtbot.waitUntil(lambda: slot._shown is not None and slot._shown.content == "fourth", timeout=WAIT_MS)
    assert painted == ["fourth"]


def test_a_picture_of_the_clip_before_is_not_shown(qtbot, pictures, ask):
    widget = QWidget()
    qtbot.addWidget(widget)
    shown: list[object] = []

    class Slot(PictureSlot):
        def take(self, key: PictureKey, image: QImage) -> None:
            shown.append(key.content)
            super().take(key, image)

    slot, held = Slot(widget), HeldPainting()
    ask(slot, "of the clip before", held)
    assert held.begun.wait(WAIT_MS / 1000)
    slot.clear()
    held.go_on.set()
    ask(slot, "of the new clip", lambda *_: None)
    qtbot.waitUntil(lambda: bool(shown), timeout=WAIT_MS)
    assert shown == ["of the new clip"]


def test_a_widget_that_is_gone_gets_nothing(qtbot, qapp, pictures, ask):
    widget, other = QWidget(), QWidget()
    qtbot.addWidget(other)
    slot, held = PictureSlot(widget), HeldPainting()
    ask(slot, "late", held)
    assert held.begun.wait(WAIT_MS / 1000)
    shiboken6.delete(widget)  # the slot is still there: a widget can die before its Python part
    held.go_on.set()
    second = PictureSlot(other)
    ask(second, "next", lambda *_: None)
    qtbot.waitUntil(lambda: second._shown is not None, timeout=WAIT_MS)
    gone = weakref.ref(slot)
    ask(slot, "again", lambda *_: None)
    del slot
    ask(second, "last", lambda *_: None)
    qtbot.waitUntil(lambda: second._shown is not None and second._shown.content == "last", timeout=WAIT_MS)
    assert gone() is None


def test_a_picture_that_fails_does_not_stop_the_others(qtbot, pictures, ask):
    widget, other = QWidget(), QWidget()
    for one in (widget, other):
        qtbot.addWidget(one)
    bad, good = PictureSlot(widget), PictureSlot(other)

    def fail(*_: object) -> None:
        raise ValueError("no figure")

    ask(bad, "bad", fail)
    ask(good, "good", lambda *_: None)
    qtbot.waitUntil(lambda: good._shown is not None, timeout=WAIT_MS)
    assert bad._shown is None


def test_what_is_kept_is_bounded(qtbot, qapp):
    pictures = PaintingThread(kept_bytes=6_000)
    pictures.start()
    try:
        canvas = ClipCanvas()
        qtbot.addWidget(canvas)
        canvas.resize(240, 200)
        canvas.show()
        clip = avatar_clip("Thank you", "Starter", reference())
        canvas.show_clip(clip)
        for frame in range(8):
            canvas.show_frame(frame)
            wanted = ("clip", clip.serial, frame, False)
            qtbot.waitUntil(lambda wanted=wanted: shown(canvas) == wanted, timeout=WAIT_MS)
            assert pictures.kept_bytes <= 6_000
    finally:
        pictures.close()
    assert pictures.kept_bytes == 0


def test_both_sides_of_a_review_are_left_to_the_painting_thread(qtbot, pictures, painters):
    stage = ReviewStage()
    qtbot.addWidget(stage)
    stage.resize(700, 320)
    stage.show()
    clip = avatar_clip("Thank you", "Starter", reference())
    stage.show_clips(clip, clip)
    for frame in range(4):
        stage.show_frames(frame, frame, ())
        content = ("clip", clip.serial, frame, False)
        for side in (stage.reference, stage.attempt):
            qtbot.waitUntil(lambda side=side, content=content: shown(side.canvas) == content, timeout=WAIT_MS)
    assert set(painters) == {"signmirror-pictures"}
    assert pictures.painted in range(4, 9)  # where both stand at one size, one picture serves both


def test_without_a_painting_thread_a_widget_paints_by_itself(qtbot, painters):
    canvas = ClipCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(120, 100)
    canvas.show_clip(avatar_clip("Thank you", "Starter", reference()))
    picture_of(canvas)
    assert painters
    assert set(painters) == {threading.current_thread().name}
