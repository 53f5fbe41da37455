"""Dialogs that never block: opened, answered by a signal, gone when closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import IconButton, Switch, label
from desktop_app.ui.kit.theme import Theme, Themed, dress
from desktop_app.ui.kit.tokens import SPACE

_WIDTH: Final = 480


class Dialog(Themed, QDialog):
    """A title, a body (`column`), and buttons: cancel, and what is to be done."""

    def __init__(self, parent: QWidget, title: str, accept: str, *, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self._over, self._width = parent, width
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.trouble = label("", "strong", wrap=True)
        self.trouble.hide()
        self.column = vbox(spacing=SPACE * 2)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.accept_button = QPushButton(accept)
        self.accept_button.setProperty("kind", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.confirm)
        self.buttons = hbox(Stretch(1), self.cancel, self.accept_button)
        heading = label(title, "title", wrap=True)
        items = heading, (self.column, 1), self.trouble, self.buttons
        vbox(*items, parent=self, margins=SPACE * 3, spacing=SPACE * 2)

    def confirm(self) -> None:
        """Override: check what was filled in, tell it, close."""
        self.accept()

    def refuse(self, words: str) -> None:
        """Say what is missing, and stay open."""
        self.trouble.setText(words)
        self.trouble.show()

    def open_over(self, theme: Theme) -> None:
        """Dress it and show it over its parent, no larger than that."""
        dress(self, theme)
        room = self._over.window().size()
        for scroller in self.findChildren(QScrollArea):  # large words in a small window: less at a time
            scroller.setMinimumHeight(min(scroller.minimumHeight(), round(room.height() * 0.3)))
        wanted = self.sizeHint()
        width = min(max(round(self._width * min(theme.scale, 1.5)), wanted.width()), room.width() - SPACE * 4)
        # Words that wrap need more height in less width.
        height = max(wanted.height(), self.heightForWidth(width) if self.hasHeightForWidth() else 0)
        self.resize(width, min(height, room.height() - SPACE * 4))
        self.open()

    def refresh_theme(self) -> None:
        self.trouble.setStyleSheet(f"color: {self.theme.palette.danger.text};")


class AskDialog(Dialog):
    """One question; `then(switched)` when it is answered with yes."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        accept: str,
        then: Callable[[bool], None],
        *,
        switch: str = "",
        danger: bool = False,
    ) -> None:
        """`danger`: Enter answers no."""
        super().__init__(parent, title, accept)
        if danger:
            self.accept_button.setDefault(False)
            self.accept_button.setAutoDefault(False)
            self.cancel.setDefault(True)
            self.cancel.setFocus()
        self._then = then
        self.column.addWidget(label(text, wrap=True))
        self.switch = Switch()
        self.switch.setAccessibleName(switch)
        if switch:
            row = hbox((label(switch, wrap=True), 1), self.switch, spacing=None)
            self.column.addLayout(row)
        else:
            self.switch.setParent(self)
            self.switch.hide()

    def confirm(self) -> None:
        on = self.switch.isChecked()
        self.accept()
        self._then(on)


def scrolled(inner: QLayout) -> QScrollArea:
    """A form that scrolls where the window is too low for it, and stands as it is elsewhere."""
    inside = QWidget()
    inside.setProperty("kind", "clear")
    inside.setLayout(inner)
    inner.setContentsMargins(0, 0, SPACE, 0)
    scroller = _FormScroller()
    scroller.setWidget(inside)
    return scroller


class _FormScroller(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return self._needed()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed().width(), 120)

    def _needed(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() + QSize(2, 2) if inside is not None else super().sizeHint()


def form() -> QFormLayout:
    """Names at the left, fields at the right; above each other where there is no room."""
    made = QFormLayout()
    made.setHorizontalSpacing(SPACE * 2)
    made.setVerticalSpacing(SPACE)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def add_row(made: QFormLayout, name: str, field: QWidget) -> None:
    """A field with its name, which screen readers say too; a number gets buttons for less and more."""
    shown = label(name)
    shown.setBuddy(field)
    field.setAccessibleName(name)
    if isinstance(field, QAbstractSpinBox):
        made.addRow(shown, stepped(field))
    else:
        made.addRow(shown, field)


def stepped(box: QAbstractSpinBox) -> QHBoxLayout:
    """A number between buttons for less and more, which are called after it."""
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    name = box.accessibleName()
    less = IconButton("ph.minus", tr("{name}: less", name=name), quiet=False)
    more = IconButton("ph.plus", tr("{name}: more", name=name), quiet=False)
    less.clicked.connect(box.stepDown)
    more.clicked.connect(box.stepUp)
    return hbox(less, (box, 1), more, spacing=SPACE // 2)


def choose_path(
    parent: QWidget,
    title: str,
    then: Callable[[str], None],
    *,
    kinds: str = "",
    folder: bool = False,
    save_as: str = "",
) -> None:
    """Ask for a file to open, a folder, or a place to save; nothing is called where nobody chooses."""
    dialog = QFileDialog(parent.window(), title, "", kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
    if save_as:
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(save_as.rpartition(".")[2])
        dialog.selectFile(save_as)
    dialog.fileSelected.connect(then)
    dialog.open()
