"""Every view and dialog in its main states: nothing is cut in large text, everything is reached by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSpinBox, QTabBar, QWidget

from desktop_app.app.main_window import MainWindow
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.kit.parts import ElidedLabel
from tests.ui import every_view
from tests.ui.conftest import children, settle

SMALLEST = (1024, 700)


@pytest.fixture(params=["en", "qps"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """English, and the made-up language that is longer and runs from right to left."""
    apply_language(qapp, request.param)
    yield request.param
    apply_language(qapp, "en")


def seen(widget: QWidget) -> bool:
    """Whether some of it is in sight."""
    return not widget.visibleRegion().isEmpty()


def cut(root: QWidget) -> list[tuple[str, str, int, int]]:
    """Labels and buttons that do not get the room that their words need."""
    found = []
    for widget in children(root):
        if isinstance(widget, ElidedLabel) or not seen(widget):
            continue  # made to be cut, with the whole text as tool tip; or scrolled out of sight
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                needed, given = widget.heightForWidth(widget.width()), widget.height()
            else:
                needed, given = widget.sizeHint().width(), widget.width()
        elif isinstance(widget, QAbstractButton) and widget.text() and not custom(widget):
            needed, given = widget.minimumSizeHint().width(), widget.width()
        else:
            continue
        if needed > given + 1:
            found.append((type(widget).__name__, widget.text(), needed, given))
    return found


def custom(widget: QAbstractButton) -> bool:
    """Buttons that paint their own words break or shorten them."""
    return type(widget).__name__ in {"ChoiceCard", "FindingButton", "ResultRow", "TakeButton"}


def outside(window: QWidget) -> list[tuple[str, str, int]]:
    """What reaches over the edge of its window, outside of areas that scroll."""
    found = []
    for widget in children(window):
        if widget.window() is not window or not seen(widget) or in_scroller(widget, window):
            continue
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < -1 or left + widget.width() > window.width() + 1:
            found.append((type(widget).__name__, widget.accessibleName(), left + widget.width()))
    return found


def in_scroller(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


def shown(window: MainWindow, qapp: QApplication) -> Iterator[tuple[str, QWidget]]:
    """Every scene in the window, then every dialog."""
    for name, scene in every_view.SCENES.items():
        scene(window)
        settle(qapp)
        yield name, window
    for name in every_view.DIALOGS:
        dialog = every_view.open_dialog(window, name)
        settle(qapp)
        yield name, dialog
        dialog.close()
        settle(qapp)


def test_no_text_is_cut_in_the_smallest_window_with_the_largest_text(language, make_window, qapp):
    window = make_window(text=200, size=SMALLEST)
    wrong = {}
    for name, root in shown(window, qapp):
        assert (root.width(), root.height()) <= SMALLEST, name
        assert root.width() <= SMALLEST[0], name
        assert root.height() <= SMALLEST[1], name
        if trouble := [*cut(root), *outside(root)]:
            wrong[name] = trouble
    assert not wrong, "\n".join(f"{name}: {what}" for name, what in wrong.items())


def controls(root: QWidget) -> list[QWidget]:
    """What Tab can come to."""
    return [
        child
        for child in children(root)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isEnabled()
        and child.focusProxy() is None
        and child.window() is root
        and not inside_editor(child)
    ]


def by_arrows(control: QWidget, reached: set[QWidget]) -> bool:
    """Of buttons of which one is chosen, Tab comes to one and the arrow keys go on."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group is not None and group.exclusive() and any(one in reached for one in group.buttons())


def inside_editor(widget: QWidget) -> bool:
    """The line within a number or a list has the focus in its place."""
    parent = widget.parentWidget()
    return isinstance(parent, QSpinBox) or widget.objectName() == "qt_spinbox_lineedit"


def test_every_control_has_a_name_and_is_reached_by_tab(make_window, qapp):
    window = make_window(size=SMALLEST)
    nameless, lost = {}, {}
    for name, root in shown(window, qapp):
        wanted = controls(root)
        for control in wanted:
            text = control.text() if isinstance(control, QAbstractButton) else ""
            if not (control.accessibleName() or text):
                nameless[name] = type(control).__name__
        root.activateWindow()
        reached: set[QWidget] = set()
        first = wanted[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(3 * len(wanted) + 20):
            focused = root.focusWidget()
            if focused is not None:
                reached.add(focused)
            if not root.focusNextChild():
                break
        missing = [one for one in wanted if one not in reached and not by_arrows(one, reached)]
        if missing:
            lost[name] = [(type(one).__name__, one.accessibleName()) for one in missing]
    assert nameless == {}
    assert not lost, "\n".join(f"{name}: {what}" for name, what in lost.items())


def test_the_focus_is_seen(make_window, qapp):
    """Whatever has the focus looks different from what has not."""
    window = make_window(size=(1280, 800))
    window.activateWindow()
    settle(qapp)
    unseen = {}
    looked: set[str] = set()
    for name, root in shown(window, qapp):
        for control in controls(root):
            kind = f"{type(control).__name__} {control.property('kind') or ''}"
            if kind in looked or not seen(control) or isinstance(control, QTabBar):
                continue
            looked.add(kind)
            root.activateWindow()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            settle(qapp)
            with_focus = control.grab().toImage()
            if not control.hasFocus():
                unseen[kind] = f"{name}: no focus"
                continue
            control.clearFocus()
            settle(qapp)
            if control.grab().toImage() == with_focus:
                unseen[kind] = name
    assert unseen == {}
