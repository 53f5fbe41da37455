"""A row of letters as tiles, each with its state told by a mark as well as by colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.i18n.direction import visual_rect_f
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE

_READABLE_PX: Final = 48
_MARK_SHARE: Final = 0.34  # of the tile's side


class TileMark(StrEnum):
    """How a tile looks; each has its own icon or line besides its colour."""

    AHEAD = "ahead"
    CURRENT = "current"
    GOOD = "good"
    MENDED = "mended"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Tile:
    """`said` is what a screen reader says of it."""

    text: str
    mark: TileMark
    said: str


class TileRow(Painted, QWidget):
    """Paints tiles as large as they fit, in as few lines as they need, left aligned."""

    def __init__(self, side_px: int, least_px: int = 24) -> None:
        """`side_px`: side of a tile at 100 % where there is room; `least_px`: below it lines are broken."""
        super().__init__()
        self._side_px, self._least_px = side_px, least_px
        self._tiles: tuple[Tile, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return self._tiles

    def show_tiles(self, tiles: tuple[Tile, ...], name: str) -> None:
        """Show these; `name` is what they are together."""
        if tiles != self._tiles:
            grown = len(tiles) != len(self._tiles)
            self._tiles = tiles
            self.setAccessibleDescription(", ".join(tile.said for tile in tiles))
            if grown:
                self._settle()
            self.update()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        side, per_line = self._measure(width)
        lines = -(-max(len(self._tiles), 1) // per_line)
        return lines * side + (lines - 1) * self._gap(side)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def refresh_theme(self) -> None:
        self._settle()

    def _settle(self) -> None:
        height = self.heightForWidth(max(self.width(), 120))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @staticmethod
    def _gap(side: int) -> int:
        return SPACE if side >= 4 * SPACE else SPACE // 2

    def _measure(self, width: int) -> tuple[int, int]:
        """Side of a tile, and how many stand in a line."""
        count, most = max(len(self._tiles), 1), self.theme.size(self._side_px)
        # Large text grows the tiles to where they are easily read, and no further: the picture needs room.
        least = min(self.theme.size(self._least_px), max(self._least_px, _READABLE_PX), most)
        for lines in range(1, count + 1):
            per_line = -(-count // lines)
            side = min(most, int((width - (per_line - 1) * self._gap(least)) / per_line))
            if side >= least:
                side = min(most, int((width - (per_line - 1) * self._gap(side)) / per_line))
                return max(side, 8), per_line
        return least, 1

    def paint(self, painter: QPainter) -> None:
        side, per_line = self._measure(self.width())
        step = side + self._gap(side)
        for place, tile in enumerate(self._tiles):
            line, column = divmod(place, per_line)
            self._paint_tile(painter, visual_rect_f(self, QRectF(column * step, line * step, side, side)), tile)

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        palette = self.theme.palette
        tone = {TileMark.GOOD: palette.success, TileMark.MENDED: palette.warning,
                TileMark.MISSED: palette.danger, TileMark.CURRENT: palette.accent}.get(tile.mark)  # fmt: skip
        line = 3.0 if tile.mark is TileMark.CURRENT else float(palette.border_px)
        painter.setPen(QPen(QColor(tone.border if tone else palette.border), line))
        if tile.mark is TileMark.CURRENT:
            painter.setPen(QPen(QColor(palette.accent.text), line))
        painter.setBrush(QColor(tone.soft if tone else palette.raised))
        half = line / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS_SMALL, RADIUS_SMALL)
        font = self.theme.font(tokens.TITLE, QFont.Weight.DemiBold)
        font.setPixelSize(max(round(box.height() * (0.5 if len(tile.text) == 1 else 0.34)), 8))
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if tile.mark is TileMark.AHEAD else palette.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tile.text)
        icon = {TileMark.GOOD: "ph.check-circle-fill", TileMark.MENDED: "ph.arrow-counter-clockwise-bold",
                TileMark.MISSED: "ph.x-circle-fill"}.get(tile.mark)  # fmt: skip
        if icon is not None and tone is not None:
            mark = max(round(box.height() * _MARK_SHARE), 10)
            x, y = round(box.right() - mark - 2), round(box.bottom() - mark - 2)
            self.theme.icon(icon, tone.text).paint(painter, x, y, mark, mark)
