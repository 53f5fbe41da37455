"""Left-handed mode turns everything that shows how a sign is made, and nothing that shows the signer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.app.program import Program
from desktop_app.engine.feedback.why import why_not
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.figure.landmark_overlay import PictureMapping
from desktop_app.ui.player.clip import clip_key
from tests.engine.recording.test_recording import take_of
from tests.ui.conftest import settle
from tests.ui.live.why_scenes import hand_out_take
from tests.ui.scenes import answered, candidate, landmarks, picture, prediction
from tests.ui.test_screenshots import from_image


@pytest.fixture
def program(qapp, tmp_path: Path) -> Iterator[Program]:
    """A program that is not started: the window, its desks and the settings."""
    store = SettingsStore(tmp_path / "config.toml", {}, {})
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Program(qapp, store, memory=memory, watch_cameras=False, source="")
    made.apply_theme()
    made.window.show()
    settle(qapp)
    yield made
    made.window.close()
    made.stop()
    made.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def choose(program: Program, hand: str) -> None:
    program.window.settings.changed.emit("input.dominant_hand", hand)
    program.window.flush()


def test_references_turn_in_every_place_that_shows_them(program, qapp):
    window = program.window
    window.live.present.click()
    stage = program.live.presentation
    assert stage is not None
    for hand, turned in (("left", True), ("right", False)):
        choose(program, hand)
        assert window.live.player.canvas.mirrored is turned
        assert window.library.player.canvas.mirrored is turned
        assert stage.canvas.mirrored is turned
        assert all(row.mirrored is turned for row in window.live.results.rows)
    stage.close()


def test_the_small_picture_of_an_answer_is_the_mirror_image(program, qapp):
    window = program.window
    window.set_state(answered())
    window.flush()
    image = QImage(192, 160, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 96, 160, QColor("red"))
    painter.end()
    window.live.results.set_thumbnail(clip_key(candidate(1, 0.5)), image)
    row = window.live.results.rows[1]
    for hand, red_is_left in (("right", True), ("left", False)):
        choose(program, hand)
        settle(qapp)
        line = from_image(row.grab().toImage())[row.height() // 2].astype(int)
        red, blue = np.flatnonzero(line[:, 0] - line[:, 2] > 150), np.flatnonzero(line[:, 2] - line[:, 0] > 200)
        assert len(red) > 8
        assert bool(red.mean() < blue[blue < 60].mean()) is red_is_left


def test_the_hand_of_a_letter_turns_with_hand_and_mirror(program):
    window = program.window
    window.spelling.set_hands(reference_hands())
    for hand, mirror, left in (
        ("right", True, True), ("left", True, False), ("right", False, False), ("left", False, True),
    ):  # fmt: skip
        program.window.settings.changed.emit("input.mirror", mirror)
        choose(program, hand)
        assert window.spelling.reference.canvas._left is left


def test_the_preview_keeps_the_names_of_the_signers_own_hands(program, qapp):
    """L stands on the left hand of whoever signs, whichever is the stronger one and however it is mirrored."""
    video = program.window.live.video
    video.resize(640, 360)
    marks = landmarks()
    shots = []
    for hand in ("right", "left"):
        choose(program, hand)
        video.set_switches(mirrored=True, overlay=True)
        video.show_picture(picture(640, 360), marks)
        settle(qapp)
        where = PictureMapping(video.picture_rect(), mirrored=True).point(*map(float, marks.right_hand[9, :2]))
        image = video.grab().toImage()
        around = {image.pixelColor(round(where.x()) + d, round(where.y())).name() for d in (-1, 0, 1)}
        assert video.theme.palette.right_hand in around
        shots.append(from_image(image))
    assert np.array_equal(shots[0], shots[1])


def test_words_name_the_signers_own_side():
    """A mirrored take: left for right, in hand and side alike."""
    plain = hand_out_take()
    raw = np.stack([frame.raw for frame in plain.frames])
    flipped = raw.copy()
    from desktop_app.engine import layout

    pose = raw[:, layout.POSE].reshape(-1, 33, 4)[:, layout.POSE_MIRROR_ORDER].copy()
    pose[:, :, 0] = np.where(pose[:, :, 0] != 0, 1 - pose[:, :, 0], 0)
    flipped[:, layout.POSE] = pose.reshape(len(raw), -1)
    for one, other in ((layout.LEFT_HAND, layout.RIGHT_HAND), (layout.RIGHT_HAND, layout.LEFT_HAND)):
        hand = raw[:, other].reshape(-1, 21, 3).copy()
        hand[:, :, 0] = np.where(hand[:, :, 0] != 0, 1 - hand[:, :, 0], 0)
        flipped[:, one] = hand.reshape(len(raw), -1)
    face = raw[:, layout.FACE].reshape(-1, layout.FACE_POINTS, 3)[:, layout.FACE_MIRROR_ORDER].copy()
    face[:, :, 0] = 1 - face[:, :, 0]
    flipped[:, layout.FACE] = face.reshape(len(raw), -1)
    rejected = prediction("low_similarity")
    first = why_not(plain, rejected)[0]
    second = why_not(take_of(flipped), rejected)[0]
    assert str(first.text).startswith("Your right hand leaves the picture on your right")
    assert str(second.text).startswith("Your left hand leaves the picture on your left")
    assert first.frame == second.frame
