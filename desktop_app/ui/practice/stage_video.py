"""Widgets of the practice: a card to choose, the strip of stages, and the camera picture with its overlays."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.camera.take_video import TakeVideo
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.painted import Painted, paint_ground
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.practice.state import MAX_TAKE_S, PracticeStage, PractisingState
from desktop_app.ui.practice.words import stage_words

_STAGES: Final = (PracticeStage.WATCH, PracticeStage.READY, PracticeStage.RECORD, PracticeStage.RESULT)


class ChoiceCard(Painted, QAbstractButton):
    """A card that can be chosen: icon, title and a wrapped description."""

    def __init__(self, icon: str, title: str, about: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._about = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(title, about)

    def set_words(self, title: str, about: str) -> None:
        self.setText(title)
        self._about = about
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, about = self._heights(width)
        return max(title + about, self.theme.size(24)) + 2 * (SPACE + SPACE // 2)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.heightForWidth(max(self.width(), 140)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def refresh_theme(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 140)))
        self.updateGeometry()

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        paint_ground(painter, self, self.theme)
        side = self.theme.size(24)
        words = self._words_rect()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - SPACE * 2 - side if right_to_left else SPACE * 2
        colour = palette.accent.text if self.isChecked() else palette.text
        title_height, about_height = self._heights(self.width())
        top = (self.height() - title_height - about_height) // 2
        icon_top = top + max((self._line() - side) // 2, -SPACE // 2)
        self.theme.icon(self._icon, colour).paint(painter, x, icon_top, side, side)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        flags |= Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(palette.text))
        painter.setFont(self._title_font())
        painter.drawText(QRect(words.x(), top, words.width(), title_height), flags, self.text())
        if self._about:
            painter.setPen(QColor(palette.text if self.isChecked() else palette.muted))
            painter.setFont(self.theme.font())
            painter.drawText(
                QRect(words.x(), top + title_height, words.width(), about_height), flags, self._about
            )

    def _title_font(self) -> QFont:
        return self.theme.font(tokens.BODY, QFont.Weight.DemiBold)

    def _line(self) -> int:
        return QFontMetrics(self._title_font()).height()

    def _words_rect(self) -> QRect:
        left = SPACE * 2 + self.theme.size(24) + SPACE + SPACE // 2
        room = max(self.width() - left - SPACE * 2, 40)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(SPACE * 2 if right_to_left else left, 0, room, self.height())

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(width - SPACE * 4 - self.theme.size(24) - SPACE - SPACE // 2, 40)
        box = QRect(0, 0, room, 10_000)
        title = QFontMetrics(self._title_font()).boundingRect(box, Qt.TextFlag.TextWordWrap, self.text())
        if not self._about:
            return title.height(), 0
        about = QFontMetrics(self.theme.font()).boundingRect(box, Qt.TextFlag.TextWordWrap, self._about)
        return title.height(), about.height()


class StageStrip(Painted, QWidget):
    """The stages watch, get ready, sign and result; the current one is marked by more than its colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._now = 0
        self.show_stage(PracticeStage.WATCH)

    def show_stage(self, stage: PracticeStage) -> None:
        """Mark the current stage; evaluation belongs to signing."""
        known = PracticeStage.RECORD if stage is PracticeStage.EVALUATE else stage
        self._now = _STAGES.index(known) if known in _STAGES else 0
        self.setAccessibleName(tr("Stage: {stage}", stage=stage_words(stage)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, QFontMetrics(self.theme.font()).height() + SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        each = self.width() / len(_STAGES)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, stage in enumerate(_STAGES):
            place = len(_STAGES) - 1 - number if right_to_left else number
            box = QRectF(place * each, 0, each - SPACE // 2, self.height())
            now, done = number == self._now, number < self._now
            bar = QRectF(box.x(), box.bottom() - 4, box.width(), 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent.solid if now or done else palette.pressed))
            painter.drawRoundedRect(bar, 2, 2)
            font = self.theme.font(tokens.BODY, QFont.Weight.DemiBold if now else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(palette.accent.text if now else palette.muted))
            words = stage_words(stage)
            text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
            align = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.adjusted(0, 0, 0, -5), align | Qt.AlignmentFlag.AlignVCenter, text)


class StageVideo(TakeVideo):
    """The camera picture with countdown, border of a take, and progress of a raised hand."""

    def __init__(self) -> None:
        super().__init__()
        self._state = PractisingState()

    def show_stage(self, state: PractisingState) -> None:
        """Show another state with the next repaint."""
        painted = (PracticeStage.READY, PracticeStage.RECORD, PracticeStage.EVALUATE)
        if state.stage in painted or self._state.stage in painted or state.share != self._state.share:
            self.update()
        self._state = state

    def paint_take(self, painter: QPainter) -> None:
        state = self._state
        if state.stage is PracticeStage.READY:
            left, share = state.left_s or 0.0, state.left_share or 0.0
            self.paint_ring(painter, share, str(max(math.ceil(left), 1)))
        elif state.stage is PracticeStage.WATCH and state.share > 0:
            self.paint_ring(painter, state.share, "")
        elif state.stage is PracticeStage.RECORD:
            self.paint_recording(painter, state.take.seconds, state.take.seconds / MAX_TAKE_S)
