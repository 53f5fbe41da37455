"""Delegates that paint the rows of the Library: packs with check marks, sentences with notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

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
_MARK: Final = 20  # pixels of a check mark at 100 % text
_MARKS: Final = {PackKind.OWN: "ph.user", PackKind.SHIPPED: "ph.package", PackKind.LOCKED: "ph.lock-simple"}


class CheckDelegate(Themed, QStyledItemDelegate):
    """A row with a check mark from the icon set at its start, which a click or the space key toggles."""

    def check_rect(self, rect: QRect, *, mirrored: bool) -> QRect:
        """Where a click toggles the mark of the row in `rect`."""
        width = self.theme.size(_MARK) + 2 * SPACE
        return QRect(rect.right() - width if mirrored else rect.x(), rect.y(), width, rect.height())

    def paint_check(self, painter: QPainter, x: int, y: int, *, on: bool) -> None:
        palette, side = self.theme.palette, self.theme.size(_MARK)
        colour = palette.accent.text if on else palette.control_border
        self.theme.icon("ph.check-square-fill" if on else "ph.square", colour).paint(painter, x, y, side, side)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)  # the space key
        checkable = bool(model.flags(_plain(index)) & Qt.ItemFlag.ItemIsUserCheckable)
        released = (
            event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
        )
        mirrored = _of(option).direction == Qt.LayoutDirection.RightToLeft
        box = self.check_rect(_of(option).rect, mirrored=mirrored)
        if not (checkable and released and box.contains(event.position().toPoint())):
            return False
        state = Qt.CheckState.Unchecked if _is_checked(index) else Qt.CheckState.Checked
        return model.setData(_plain(index), state, Qt.ItemDataRole.CheckStateRole)


class PackDelegate(CheckDelegate):
    """Check mark, name, and two muted lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body = QFontMetrics(self.theme.font(tokens.BODY)).height()
        caption = QFontMetrics(self.theme.font(tokens.CAPTION)).height()
        return QSize(self.theme.size(160), body + 2 * caption + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with _row(painter, option, self.theme) as (rect, mirrored):
            self._paint_pack(painter, rect, mirrored, index)

    def _paint_pack(self, painter: QPainter, rect: QRect, mirrored: bool, index: Index) -> None:
        theme, palette = self.theme, self.theme.palette
        pack: IndexedPack = index.data(PACK_ROLE)
        check = self.check_rect(rect, mirrored=mirrored)
        on = _is_checked(index)
        if on or index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            side = theme.size(_MARK)
            self.paint_check(painter, check.x() + (check.width() - side) // 2, check.y() + SPACE, on=on)
        side = theme.size(_MARK) + 2 * SPACE
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


class SentenceDelegate(Themed, QStyledItemDelegate):
    """The text, and a muted note at its end; the text takes precedence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.size(120), self.theme.size(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with _row(painter, option, self.theme) as (rect, mirrored):
            chosen = bool(_of(option).state & QStyle.StateFlag.State_Selected)
            self._paint_words(painter, rect.adjusted(SPACE, 0, -SPACE, 0), mirrored, index, chosen=chosen)

    def _paint_words(
        self, painter: QPainter, box: QRect, mirrored: bool, index: Index, *, chosen: bool
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        body, small = theme.font(tokens.BODY), theme.font(tokens.CAPTION)
        text, note = index.data(), index.data(NOTE_ROLE) or ""
        wanted = QFontMetrics(body).horizontalAdvance(text) + 2
        room = min(wanted, box.width())
        first = QRect(box.x(), box.y(), room, box.height())
        rest = QRect(box.x() + room + SPACE * 2, box.y(), box.width() - room - SPACE * 2, box.height())
        if mirrored:
            first.moveRight(box.right())
            rest.moveLeft(box.x())
        write(painter, first, body, palette.accent.text if chosen else palette.text, text, mirrored)
        if note and rest.width() > theme.size(28):
            write(painter, rest, small, palette.muted, note, not mirrored)


class FileDelegate(CheckDelegate):
    """One line of text, after its check mark where the model has one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with _row(painter, option, self.theme) as (rect, mirrored):
            box = rect.adjusted(SPACE, 0, -SPACE, 0)
            if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                side = self.theme.size(_MARK)
                x = box.right() - side if mirrored else box.x()
                self.paint_check(painter, x, box.center().y() - side // 2, on=_is_checked(index))
                box = box.adjusted(0, 0, -side - SPACE, 0) if mirrored else box.adjusted(side + SPACE, 0, 0, 0)
            colour = self.theme.palette.text
            write(painter, box, self.theme.font(tokens.BODY), colour, str(index.data() or ""), mirrored)


def write(painter: QPainter, box: QRect, font: QFont, colour: str, text: str, to_right: bool) -> None:
    """Draw one line, elided where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)


@contextmanager
def _row(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> Iterator[tuple[QRect, bool]]:
    """Paint the ground of a row; gives its box, and whether the row is read from the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, option, theme)
    yield _of(option).rect, _of(option).direction == Qt.LayoutDirection.RightToLeft
    painter.restore()


def _is_checked(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)


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
