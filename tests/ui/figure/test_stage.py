"""The picture: mirrored on screen only; the avatar: solid, and mirrored the same way."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.engine import layout
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.figure import framing
from desktop_app.ui.figure.avatar import paint_figure
from desktop_app.ui.figure.figure import figure_from_features, figure_from_landmarks
from desktop_app.ui.figure.framing import signing_space, thumbnail_row
from desktop_app.ui.figure.landmark_overlay import PictureMapping
from desktop_app.ui.kit.tokens import AVATAR
from desktop_app.ui.player.clip import avatar_clip, paint_clip, thumbnail
from tests.ui.scenes import landmarks, picture, reference


def grab(view: VideoView) -> QImage:
    return view.grab().toImage()


@pytest.mark.parametrize("mirrored", [True, False])
def test_only_the_screen_is_mirrored(qtbot, mirrored):
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    frame = picture()
    before = frame.bgr.copy()
    view.set_switches(mirrored=mirrored, overlay=False)
    view.show_picture(frame, None)
    image = grab(view)
    left, right = image.pixelColor(120, 180), image.pixelColor(520, 180)
    red_side = right if mirrored else left
    assert red_side.red() > 200
    assert red_side.blue() < 60
    assert np.array_equal(frame.bgr, before)
    assert not frame.bgr.flags.writeable


def test_points_are_mirrored_with_the_picture():
    picture_box = QRectF(100, 50, 400, 200)
    plain, mirror = PictureMapping(picture_box, mirrored=False), PictureMapping(picture_box, mirrored=True)
    assert plain.point(0.25, 0.5) == QPointF(200, 150)
    assert mirror.point(0.25, 0.5) == QPointF(400, 150)


@pytest.mark.parametrize("size", [(640, 360), (800, 300), (300, 800)])
def test_the_picture_is_letterboxed_and_never_cut(qtbot, size):
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_picture(picture(), None)
    box = view.picture_rect()
    assert box.width() / box.height() == pytest.approx(16 / 9)
    assert QRectF(view.rect()).contains(box)


def test_hands_are_drawn_in_the_colour_of_their_own_side(qtbot):
    """The signer's own right hand keeps its colour whichever way the screen shows it."""
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    marks = landmarks()
    assert marks.present[2]
    for mirrored in (True, False):
        view.set_switches(mirrored=mirrored, overlay=True)
        view.show_picture(picture(), marks)
        where = PictureMapping(view.picture_rect(), mirrored=mirrored).point(
            *map(float, marks.right_hand[9, :2])
        )
        image = grab(view)
        around = [
            image.pixelColor(round(where.x()) + dx, round(where.y()) + dy).name()
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        assert view.theme.palette.right_hand in around


def test_without_a_picture_the_avatar_stands_in(qtbot):
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.set_switches(mirrored=False, overlay=True)
    view.show_picture(None, landmarks())
    assert skin_share(grab(view)) > 0.005


def skin_share(image: QImage) -> float:
    skins = [QColor(colour) for colour in (AVATAR.skin, AVATAR.palm, AVATAR.skin_light, AVATAR.shirt)]
    hits = total = 0
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            total += 1
            colour = image.pixelColor(x, y)
            if colour.alpha() and any(
                abs(colour.red() - s.red()) + abs(colour.green() - s.green()) + abs(colour.blue() - s.blue())
                < 40
                for s in skins
            ):
                hits += 1
    return hits / total


def paint(features_row, mirrored=False) -> QImage:
    image = QImage(320, 280, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    figure = figure_from_features(features_row)
    assert figure is not None
    painter = QPainter(image)
    framing.fit(painter, framing.world_rect(), QRectF(image.rect()), mirrored=mirrored)
    paint_figure(painter, figure)
    painter.end()
    return image


def test_the_avatar_is_solid_and_mirrors_exactly():
    row = reference().features[thumbnail_row(reference().features)]
    plain, mirrored = paint(row), paint(row, mirrored=True)
    assert skin_share(plain) > 0.08  # a stick figure covers next to nothing
    flipped = mirrored.flipped(Qt.Orientation.Horizontal)
    difference = sum(
        abs(plain.pixelColor(x, y).lightness() - flipped.pixelColor(x, y).lightness()) > 40
        for x in range(0, 320, 4)
        for y in range(0, 280, 4)
    )
    assert difference < 0.02 * 80 * 70


@pytest.mark.parametrize("missing", list(layout.PARTS))
def test_the_avatar_stands_without_any_part(missing):
    row = reference().features[thumbnail_row(reference().features)].copy()
    row[layout.PARTS[missing]] = 0
    figure = figure_from_features(row)
    if missing == "pose":
        assert figure is None
    else:
        assert skin_share(paint(row)) > 0.05


def test_raw_landmarks_are_brought_to_one_unit():
    figure = figure_from_landmarks(landmarks(aspect=16 / 9))
    assert figure is not None
    shoulders = figure.pose[[layout.LEFT_SHOULDER, layout.RIGHT_SHOULDER], :2]
    assert np.hypot(*(shoulders[0] - shoulders[1])) == pytest.approx(figure.span, rel=1e-5)


def test_the_hands_stay_in_the_frame_of_a_clip():
    sequence = reference()
    space = signing_space(sequence.features)
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        seen = sequence.features[sequence.features[:, part].any(axis=1)][:, part].reshape(-1, 3)
        if len(seen):
            inside = (
                (seen[:, 0] > space.left())
                & (seen[:, 0] < space.right())
                & (seen[:, 1] > space.top())
                & (seen[:, 1] < space.bottom() + 0.05)
            )
            assert inside.mean() > 0.95


def test_a_thumbnail_shows_the_avatar():
    clip = avatar_clip("Thank you", "Starter", reference())
    image = thumbnail(clip)
    assert skin_share(image) > 0.1
    canvas = QImage(100, 80, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    paint_clip(painter, clip, clip.count - 1, QRectF(0, 0, 50, 80), mirrored=True)
    painter.end()
    assert canvas.pixelColor(75, 40) == QColor("white")  # nothing is painted beside its place
