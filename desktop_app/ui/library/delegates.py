"""Delegates that paint the rows of the Library: packs with check marks, sentences with notes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.engine.packs.index import IndexedPack, PackKind
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.theme import Theme, Themed
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.library.model import NOTE_ROLE, PACK_ROLE
from desktop_app.ui.library.words import pack_lines

Index = QModelIndex | QPersistentModelIndex
_MARKS = {PackKind.OWN: "ph.user", PackKind.SHIPPED: "ph.package", PackKind.LOCKED: "ph.lock-simple"}


class PackDelegate(Themed, QStyledItemDelegate):
    """Check mark, name, and two muted lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body = QFontMetrics(self.theme.font(tokens.BODY)).height()
        caption = QFontMetrics(self.theme.font(tokens.CAPTION)).height()
        return QSize(self.theme.size(160), body + 2 * caption + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, palette = self.theme, self.theme.palette
        pack: IndexedPack = index.data(PACK_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, theme)
        rect = _of(option).rect
        mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
        self._paint_check(painter, self._check_rect(rect, mirrored=mirrored), index)
        side = theme.size(20) + 2 * SPACE
        box = (
            rect.adjusted(0, SPACE, -SPACE, -SPACE) if not mirrored else rect.adjusted(SPACE, SPACE, 0, -SPACE)
        )
        box = box.adjusted(0, 0, -side, 0) if mirrored else box.adjusted(side, 0, 0, 0)
        bold, small = theme.font(tokens.BODY, QFont.Weight.DemiBold), theme.font(tokens.CAPTION)
        height, line = QFontMetrics(bold).height(), QFontMetrics(small).height()
        write(painter, QRect(box.x(), box.y(), box.width(), height), bold, palette.text, pack.name, mirrored)
        first, second = pack_lines(pack)
        trouble = pack.manifest is None
        colour = palette.danger.text if trouble else palette.muted
        top = box.y() + height
        write(painter, QRect(box.x(), top, box.width(), line), small, colour, first, mirrored)
        icon = "ph.warning-circle" if trouble else "ph.hand-pointing" if pack.is_alphabet else _MARKS[pack.kind]
        mark = theme.size(14)
        x = box.right() - mark if mirrored else box.x()
        theme.icon(icon, colour).paint(painter, x, top + line + (line - mark) // 2, mark, mark)
        rest = QRect(box.x(), top + line, box.width() - mark - 6, line)
        if not mirrored:
            rest.moveLeft(box.x() + mark + 6)
        write(painter, rest, small, colour, second, mirrored)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent):
            checkable = bool(model.flags(_plain(index)) & Qt.ItemFlag.ItemIsUserCheckable)
            left = event.button() == Qt.MouseButton.LeftButton
            if not (checkable and left and event.type() == QEvent.Type.MouseButtonRelease):
                return False
            mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
            if not self._check_rect(_of(option).rect, mirrored=mirrored).contains(event.position().toPoint()):
                return False
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            return model.setData(_plain(index), state, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)  # the space key

    def _check_rect(self, rect: QRect, *, mirrored: bool) -> QRect:
        width = self.theme.size(20) + 2 * SPACE
        return QRect(rect.right() - width if mirrored else rect.x(), rect.y(), width, rect.height())

    def _paint_check(self, painter: QPainter, box: QRect, index: Index) -> None:
        palette = self.theme.palette
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        can = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if not can and not on:
            return
        side = self.theme.size(20)
        icon = "ph.check-square-fill" if on else "ph.square"
        colour = palette.accent.text if on else palette.control_border
        x = box.x() + (box.width() - side) // 2
        self.theme.icon(icon, colour).paint(painter, x, box.y() + SPACE, side, side)


class SentenceDelegate(Themed, QStyledItemDelegate):
    """The text, and a muted note at its end; the text takes precedence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.size(120), self.theme.size(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, palette = self.theme, self.theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, theme)
        box = _of(option).rect.adjusted(SPACE, 0, -SPACE, 0)
        mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
        body, small = theme.font(tokens.BODY), theme.font(tokens.CAPTION)
        text, note = index.data(), index.data(NOTE_ROLE) or ""
        wanted = QFontMetrics(body).horizontalAdvance(text) + 2
        room = min(wanted, box.width())
        chosen = bool(_of(option).state & QStyle.StateFlag.State_Selected)
        first = QRect(box.x(), box.y(), room, box.height())
        rest = QRect(box.x() + room + SPACE * 2, box.y(), box.width() - room - SPACE * 2, box.height())
        if mirrored:
            first.moveRight(box.right())
            rest.moveLeft(box.x())
        write(painter, first, body, palette.accent.text if chosen else palette.text, text, mirrored)
        if note and rest.width() > theme.size(28):
            write(painter, rest, small, palette.muted, note, not mirrored)
        painter.restore()


class CheckDelegate(Themed, QStyledItemDelegate):
    """A text with a check mark from the icon set, where the model is checkable."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, palette = self.theme, self.theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, theme)
        box = _of(option).rect.adjusted(SPACE, 0, -SPACE, 0)
        mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            side = theme.size(20)
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            x = box.right() - side if mirrored else box.x()
            colour = palette.accent.text if on else palette.control_border
            icon = theme.icon("ph.check-square-fill" if on else "ph.square", colour)
            icon.paint(painter, x, box.center().y() - side // 2, side, side)
            box = box.adjusted(0, 0, -side - SPACE, 0) if mirrored else box.adjusted(side + SPACE, 0, 0, 0)
        write(painter, box, theme.font(tokens.BODY), palette.text, str(index.data() or ""), mirrored)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent):
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            side = self.theme.size(20) + 2 * SPACE
            box = _of(option).rect
            mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
            start = box.right() - side if mirrored else box.x()
            inside = start <= event.position().x() <= start + side
            if state is None or not inside or event.type() != QEvent.Type.MouseButtonRelease:
                return False
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            return model.setData(_plain(index), other, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)  # the space key


def write(painter: QPainter, box: QRect, font: QFont, colour: str, text: str, to_right: bool) -> None:
    """Draw one line, elided where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)


def _ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    palette = theme.palette
    state = _of(option).state
    box = _of(option).rect.adjusted(1, 1, -1, -1)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(
            QPen(QColor(palette.accent.border), palette.border_px)
            if palette.border_px > 1
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(palette.accent.soft))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.hover))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(palette.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)


def _of(option: Any) -> Any:
    """The PySide stubs lack the fields of style options."""
    return option


def _plain(index: Index) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), index.column())
