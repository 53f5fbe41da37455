"""Colours are legible in every theme; large text is not cut; everything can be reached with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QSlider,
    QTabBar,
    QWidget,
)

from desktop_app.ui.kit.parts import ElidedLabel
from desktop_app.ui.kit.theme import load_fonts
from desktop_app.ui.kit.tokens import PALETTES
from tests.helpers.contrast import contrast
from tests.ui.conftest import children, settle
from tests.ui.scenes import answered, batch, landmarks

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QListView, QSlider)


@pytest.mark.parametrize("name", list(PALETTES))
def test_text_has_a_contrast_of_at_least_four_and_a_half(name):
    palette = PALETTES[name]
    for ground in (palette.window, palette.card, palette.raised, palette.hover, palette.stage):
        assert contrast(palette.text, ground) >= 4.5
    for ground in (palette.window, palette.card, palette.raised):
        assert contrast(palette.muted, ground) >= 4.5
    assert contrast(palette.stage_text, palette.stage) >= 4.5
    for tone in (palette.accent, palette.success, palette.warning, palette.danger):
        assert contrast(tone.on_solid, tone.solid) >= 4.5
        assert contrast(tone.text, tone.soft) >= 4.5
        assert contrast(tone.text, palette.card) >= 4.5
        assert contrast(palette.text, tone.soft) >= 4.5  # headlines
    assert contrast(palette.accent_hover, palette.accent.on_solid) >= 4.5


@pytest.mark.parametrize("name", list(PALETTES))
def test_edges_of_controls_and_focus_can_be_seen(name):
    palette = PALETTES[name]
    for ground in (palette.window, palette.card):
        assert contrast(palette.control_border, ground) >= 2.8
        assert contrast(palette.focus, ground) >= 3


def test_high_contrast_is_high():
    palette = PALETTES["contrast"]
    assert contrast(palette.text, palette.window) == pytest.approx(21)
    assert palette.border_px > 1


def test_the_bundled_font_is_there(qapp):
    assert load_fonts()
    assert qapp.font().family() == "Inter"


@pytest.mark.parametrize("view", ["live", "library", "settings"])
@pytest.mark.parametrize("text", [100, 200])
def test_no_text_is_cut(make_window, qapp, view, text):
    window = make_window(text=text)
    window.show_view(view)
    window.set_state(answered())
    window.flush()
    settle(qapp)
    cut = []
    for widget in children(window):
        if isinstance(widget, ElidedLabel) or widget.visibleRegion().isEmpty():
            continue  # made to be cut, with the whole text as tool tip; or scrolled out of sight
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            if widget.sizeHint().width() > widget.width() + 1:
                cut.append((widget.text(), widget.sizeHint().width(), widget.width()))
        elif isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                cut.append((widget.text(), widget.heightForWidth(widget.width()), widget.height()))
        elif (
            isinstance(widget, QAbstractButton)
            and widget.text()
            and widget.minimumSizeHint().height() > widget.height()
        ):
            cut.append((widget.text(), widget.minimumSizeHint().height(), widget.height()))
    assert cut == []


@pytest.mark.parametrize("text", [100, 150, 200])
def test_no_line_of_the_list_needs_scrolling(make_window, qapp, text):
    window = make_window(text=text)
    window.live.results.set_limit(6)
    window.set_state(answered())
    window.flush()
    settle(qapp)
    shown = [row for row in window.live.results.rows if row.isVisible()]
    assert len(shown) >= 5
    for row in shown:
        assert row.height() >= row.sizeHint().height()
        assert window.live.rect().contains(row.mapTo(window.live, row.rect().bottomRight()))


def tab_round(window: QWidget, qtbot) -> set[QWidget]:
    """Every widget that Tab reaches."""
    reached: set[QWidget] = set()
    window.activateWindow()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    return {w for w in reached if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()}


@pytest.mark.parametrize("view", ["live", "library", "settings"])
def test_every_control_is_reached_by_tab_and_has_a_name(make_window, qtbot, view):
    window = make_window()
    window.show_view(view)
    window.set_state(answered())
    window.flush()
    reached = tab_round(window, qtbot)
    for widget in children(window):
        if isinstance(widget, CONTROLS) and widget.isEnabled() and type(widget) is not QAbstractButton:
            if widget.parentWidget() is not None and isinstance(
                widget.parentWidget(), QComboBox | QLineEdit | QTabBar
            ):
                continue  # inside another control
            if "spinbox" in widget.objectName().lower() or "SpinBox" in type(widget.parentWidget()).__name__:
                continue
            assert widget in reached, f"{widget} is not reached by Tab"
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name, f"{widget} has no name"


def test_focus_is_shown(make_window, qapp):
    window = make_window()
    button = window.live.bar.mirror
    before = button.grab().toImage()
    window.activateWindow()
    button.setFocus()
    settle(qapp)
    assert button.hasFocus()
    assert button.grab().toImage() != before


def test_themes_can_be_changed_while_open(make_window, qapp):
    from desktop_app.ui.kit.theme import apply_theme, make_theme

    window = make_window()
    window.live.show_batch(batch(None, landmarks()))
    light = window.grab().toImage().pixelColor(4, 300).lightness()
    apply_theme(qapp, window, make_theme("dark", 125))
    window.flush()
    assert window.grab().toImage().pixelColor(4, 300).lightness() < light / 2
