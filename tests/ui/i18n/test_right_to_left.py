"""The window in a language that is longer and runs from right to left: mirrored, uncut, pictures untouched."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.app.main_window import MainWindow
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.kit.parts import ElidedLabel
from desktop_app.ui.kit.theme import make_theme
from tests.ui.conftest import children, settle
from tests.ui.live.why_scenes import rejected_state
from tests.ui.scenes import answered, batch, landmarks, picture
from tests.ui.test_screenshots import from_image

VIEWS = ("live", "letters", "library", "settings")


@pytest.fixture
def reversed_language(qapp: QApplication) -> Iterator[None]:
    apply_language(qapp, "qps")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    yield
    apply_language(qapp, "en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def left_of(window: MainWindow, widget) -> int:
    return int(widget.mapTo(window, QPoint(0, 0)).x())


def test_the_layout_is_mirrored(reversed_language, make_window, qapp):
    window = make_window()
    window.set_state(answered())
    window.flush()
    settle(qapp)
    assert left_of(window, window.rail["live"]) > window.width() * 0.9
    assert left_of(window, window.live.results) < left_of(window, window.live.video)
    assert left_of(window, window.live.bar.pause) < left_of(window, window.live.bar.source)
    # What paints by itself turns as well: the ring of the headline, the picture of an answer.
    head = from_image(window.live.headline.grab().toImage()).astype(int)
    plain = head[:, :, :].max(axis=2) - head.min(axis=2)
    left, right = plain[:, : head.shape[1] // 12], plain[:, -head.shape[1] // 12 :]
    assert right.std() > left.std()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", [100, 200])
def test_no_text_is_cut(reversed_language, make_window, qapp, view, text):
    window = make_window(text=text)
    window.show_view(view)
    window.set_state(rejected_state())
    window.flush()
    settle(qapp)
    cut = []
    for widget in children(window):
        if isinstance(widget, ElidedLabel) or widget.visibleRegion().isEmpty():
            continue  # made to be cut, with the whole text as tool tip; or scrolled out of sight
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                needed, given = widget.heightForWidth(widget.width()), widget.height()
            else:
                needed, given = widget.sizeHint().width(), widget.width()
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed, given = widget.minimumSizeHint().height(), widget.height()
        else:
            continue
        if needed > given + 1:
            cut.append((type(widget).__name__, widget.text(), needed, given))
    assert cut == []


def test_pictures_are_not_mirrored(reversed_language, make_window, qapp, qtbot):
    """The direction of a language turns words, not people, and not time."""
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.set_switches(mirrored=False, overlay=False)
    view.show_picture(picture(), None)
    image = view.grab().toImage()
    assert image.pixelColor(120, 180).red() > 200  # as the camera sees it
    turned = {}
    for code in ("qps", "en"):
        apply_language(qapp, code)
        window = make_window()
        window.live.set_switches(mirrored=True, overlay=True)
        window.live.show_batch(batch(None, landmarks()))
        window.live.plot._refresh()
        settle(qapp)
        window.live.video.resize(640, 360)
        turned[code] = from_image(window.live.video.grab().toImage()).astype(int)
        plot = window.live.plot._plot.getPlotItem().getViewBox()
        early, late = (
            plot.mapViewToDevice(plot.viewRect().topLeft() + d) for d in (QPoint(0, 0), QPoint(5, 0))
        )
        assert early.x() < late.x()
    assert np.abs(turned["qps"] - turned["en"]).mean() < 0.5
    assert make_theme("light", 100).palette.name == "light"
