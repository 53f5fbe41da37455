"""Small makers of widgets, so that every card, label and button is dressed and named the same way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop_app.ui.i18n.direction import visual_icon, visual_rect
from desktop_app.ui.kit.layouts import vbox
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.theme import Theme, Themed
from desktop_app.ui.kit.tokens import SPACE


class Card(QFrame):
    """A rounded surface with a column inside."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = SPACE * 2, spacing: int = SPACE) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = vbox(parent=self, margins=margin, spacing=spacing)


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the kinds of the style sheet."""
    made = QLabel(text)
    if kind:
        made.setProperty("kind", kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    _align(made)
    return made


def _align(made: QLabel) -> None:
    """At the side where lines begin; Qt would put a number or a foreign name at the other one."""
    if made.isRightToLeft():
        begin = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(begin | Qt.AlignmentFlag.AlignVCenter)


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the whole text is its tool tip."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        _align(self)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show this text, cut where it must be."""
        if text != self._full:
            self._full = text
            self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 24))
        if shown != self.text():
            self.setText(shown)
        tip = self._full if shown != self._full else ""  # two texts may look alike where they are cut
        if tip != self.toolTip():
            self.setToolTip(tip)


class IconButton(Themed, QToolButton):
    """A button that shows an icon; its name is read by screen readers and shown with its key as tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        key: str = "",
        *,
        checkable: bool = False,
        quiet: bool = True,
        icon_px: int = 20,
    ) -> None:
        super().__init__()
        self._icon, self._icon_px, self._name, self._key = icon, icon_px, name, key
        self.setCheckable(checkable)
        if quiet:
            self.setProperty("kind", "quiet")
        self.setAccessibleName(name)
        self._tip()

    def set_meaning(self, icon: str, name: str) -> None:
        """Another icon and name (play becomes pause)."""
        if (icon, name) != (self._icon, self._name):
            self._icon, self._name = icon, name
            self.setAccessibleName(name)
            self._tip()
            self.refresh_theme()

    def refresh_theme(self) -> None:
        side = self.theme.size(self._icon_px)
        self.setIconSize(QSize(side, side))
        icon = visual_icon(self, self._icon)
        self.setIcon(self.theme.icon(icon, checked_colour=self.theme.palette.accent.text))

    def _tip(self) -> None:
        shown = QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self._name} ({shown})" if shown else self._name)


class IconPushButton(Themed, QPushButton):
    """A button with an icon and words."""

    def __init__(self, icon: str, text: str, kind: str = "") -> None:
        super().__init__(text)
        self._icon, self._kind = icon, kind
        if kind:
            self.setProperty("kind", kind)

    def set_icon(self, icon: str) -> None:
        """Another icon (start becomes stop)."""
        if icon != self._icon:
            self._icon = icon
            self.refresh_theme()

    def refresh_theme(self) -> None:
        side = self.theme.size(18)
        self.setIconSize(QSize(side, side))
        colour = self.theme.palette.accent.on_solid if self._kind == "primary" else ""
        self.setIcon(self.theme.icon(visual_icon(self, self._icon), colour))


class IconLabel(Themed, QLabel):
    """An icon by itself, with a meaning that words beside it repeat."""

    def __init__(self, icon: str, role: str = "text", icon_px: int = 20) -> None:
        super().__init__()
        self._icon, self._role, self._icon_px = icon, role, icon_px

    def set_icon(self, icon: str, role: str) -> None:
        """Another icon, in the text colour of a tone of the palette (`success`) or a plain colour role."""
        if (icon, role) != (self._icon, self._role):
            self._icon, self._role = icon, role
            self.refresh_theme()

    def refresh_theme(self) -> None:
        side = self.theme.size(self._icon_px)
        self.setFixedSize(side, side)
        self.setPixmap(self.theme.icon(self._icon, role_colour(self.theme, self._role)).pixmap(side, side))


def role_colour(theme: Theme, role: str) -> str:
    """The colour of a role: a tone gives its text colour."""
    value = getattr(theme.palette, role)
    return value if isinstance(value, str) else str(value.text)


class Combo(Themed, QComboBox):
    """A drop-down list with the caret of the icon set; style sheets can only show picture files."""

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.theme.size(14)
        colour = self.theme.palette.text if self.isEnabled() else self.theme.palette.disabled
        left = self.width() - side - SPACE
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        icon = (
            0 if self.currentData(Qt.ItemDataRole.DecorationRole) is None else self.iconSize().width() + SPACE
        )
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = min(left - icon - 2 * SPACE, field.width() - icon)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        if self.isRightToLeft():
            self._paint_turned(painter, option.currentText, colour)
        else:
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        caret = visual_rect(self, QRect(left, (self.height() - side) // 2, side, side))
        self.theme.icon("ph.caret-down-bold", colour).paint(painter, caret)
        painter.end()

    def _paint_turned(self, painter: QPainter, text: str, colour: str) -> None:
        """Icon and words from the right; the style sheet's room for the caret is always at the right."""
        right = self.width() - SPACE - 2
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            side = self.iconSize()
            right -= side.width()
            icon.paint(painter, right, (self.height() - side.height()) // 2, side.width(), side.height())
            right -= SPACE // 2
        left = self.theme.size(14) + 2 * SPACE
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        if not self.isEditable():
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QRect(left, 0, right - left, self.height()), flags, shown)

    def refresh_theme(self) -> None:
        side = self.theme.size(16)
        self.setIconSize(QSize(side, side))


class Switch(Painted, QAbstractButton):
    """On or off, told by place and tick as well as by colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.size(44) + 8, self.theme.size(24) + 8)

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        track = QRectF(4, 4, self.width() - 8, self.height() - 8)
        round_ = track.height() / 2
        on, enabled = self.isChecked(), self.isEnabled()
        fill = palette.accent.solid if on else palette.pressed
        edge = palette.accent.solid if on else palette.control_border
        painter.setPen(QPen(QColor(edge if enabled else palette.disabled), 2))
        painter.setBrush(QColor(fill if enabled else palette.hover))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), round_ - 1, round_ - 1)
        at_right = on is not self.isRightToLeft()  # "on" lies where reading ends
        centre = QPointF(track.right() - round_ if at_right else track.left() + round_, track.center().y())
        knob = round_ - 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent.on_solid if on else palette.control_border))
        painter.drawEllipse(centre, knob, knob)
        if on:
            side = round(knob * 1.5)
            self.theme.icon("ph.check-bold", palette.accent.solid).paint(
                painter, round(centre.x() - side / 2), round(centre.y() - side / 2), side, side
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_ + 3, round_ + 3)
