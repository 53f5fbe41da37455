"""One line of the answer list: picture, sentence, gauge and figures; the accepted one is larger and ticked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from desktop_app.engine.records import Candidate
from desktop_app.ui.i18n.direction import visual_rect
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.gauge import paint_gauge
from desktop_app.ui.kit.painted import Painted, paint_ground
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.player.clip import clip_key


def row_height(theme: Theme, *, accepted: bool) -> int:
    """Height of a row in pixels; the accepted one is taller."""
    body = QFontMetrics(theme.font(tokens.BODY)).height()
    caption = QFontMetrics(theme.font(tokens.CAPTION)).height()
    if accepted:
        return QFontMetrics(theme.font(tokens.TITLE)).height() + 2 * caption + 2 * SPACE
    return body + caption + SPACE + 2


class ResultRow(Painted, QAbstractButton):
    """A candidate that can be chosen with mouse, Tab and Enter, or its number key."""

    def __init__(self, rank: int) -> None:
        super().__init__()
        self.rank = rank
        self.candidate: Candidate | None = None
        self.accepted = False
        self._thumbnail: QImage | None = None
        self.mirrored = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_candidate(self, candidate: Candidate | None, *, accepted: bool) -> None:
        """Show a candidate; `accepted` marks the recognised one. None hides and clears the row."""
        before = self.candidate
        self.setVisible(candidate is not None)
        if candidate == before and accepted == self.accepted:
            return
        if candidate is None or before is None or clip_key(candidate) != clip_key(before):
            self._thumbnail = None
        if accepted != self.accepted:
            self.updateGeometry()
        self.candidate, self.accepted = candidate, accepted
        if candidate is None:
            self.setChecked(False)
            return
        self.setText(candidate.sentence)
        share = round(candidate.confidence * 100)
        verdict = tr("recognised") if accepted else tr("choice {rank}", rank=self.rank)
        self.setAccessibleName(f"{candidate.sentence}, {verdict}")
        self.setAccessibleDescription(
            tr("confidence {share} percent, similarity {similarity:.2f}", share=share,
               similarity=candidate.similarity)
        )  # fmt: skip
        self._set_tool_tip(f"{candidate.sentence}\n{candidate.pack}" if candidate.pack else candidate.sentence)
        self.update()

    def _set_tool_tip(self, text: str) -> None:
        """Update the tool tip, also while it is open, which Qt does not do."""
        if text != self.toolTip():
            is_open = self.underMouse() and QToolTip.isVisible() and QToolTip.text() == self.toolTip()
            self.setToolTip(text)
            if is_open:
                QToolTip.showText(QCursor.pos(), text, self)

    def set_thumbnail(self, image: QImage) -> None:
        """The picture of the reference, of any size."""
        self._thumbnail = image
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the picture for left-handed signers."""
        if mirrored != self.mirrored:
            self.mirrored = mirrored
            self.update()

    @property
    def has_thumbnail(self) -> bool:
        """Whether a picture was set for this candidate."""
        return self._thumbnail is not None

    def sizeHint(self) -> QSize:
        return QSize(300, row_height(self.theme, accepted=self.accepted))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        if self.candidate is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        success = self.theme.palette.success
        paint_ground(painter, self, self.theme, (success.soft, success.border) if self.accepted else None)
        inside = self.rect().adjusted(SPACE, SPACE // 2 + 1, -SPACE, -SPACE // 2 - 1)
        picture = QRect(inside.x(), inside.y(), round(inside.height() * 1.2), inside.height())
        self._paint_picture(painter, picture)
        inside.setLeft(picture.right() + SPACE + SPACE // 2)
        if self.accepted:
            self._paint_accepted(painter, inside, self.candidate)
        else:
            self._paint_other(painter, inside, self.candidate)

    def _paint_picture(self, painter: QPainter, box: QRect) -> None:
        box = visual_rect(self, box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.palette.stage))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        if self._thumbnail is None or self._thumbnail.isNull():
            return
        image = self._thumbnail
        scale = min(box.width() / image.width(), box.height() / image.height())
        size = QSize(round(image.width() * scale), round(image.height() * scale))
        corner = box.center() - QPoint(size.width() // 2, size.height() // 2) + QPoint(0, 1)
        painter.save()
        if self.mirrored:
            painter.translate(2 * corner.x() + size.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(QRect(corner, size), image)
        painter.restore()

    def _paint_accepted(self, painter: QPainter, box: QRect, candidate: Candidate) -> None:
        palette = self.theme.palette
        caption = self.theme.font(tokens.CAPTION, QFont.Weight.DemiBold)
        title = self.theme.font(tokens.TITLE, QFont.Weight.DemiBold)
        small = QFontMetrics(caption).height()
        tick = self.theme.size(18)
        mark = visual_rect(self, QRect(box.x(), box.y() + (small - tick) // 2, tick, tick))
        self.theme.icon("ph.check-circle-fill", palette.success.text).paint(painter, mark)
        beside = QRect(box.x() + tick + 6, box.y(), box.width() - tick, small)
        self._write(painter, beside, caption, palette.success.text, tr("Recognised"))
        line = QRect(box.x(), box.y() + small + 2, box.width(), QFontMetrics(title).height())
        self._write(painter, line, title, palette.text, candidate.sentence)
        self._paint_figures(painter, QRect(box.x(), line.bottom() + 4, box.width(), small), candidate)

    def _paint_other(self, painter: QPainter, box: QRect, candidate: Candidate) -> None:
        palette = self.theme.palette
        body = self.theme.font(tokens.BODY, QFont.Weight.Medium)
        caption = self.theme.font(tokens.CAPTION)
        number = QFontMetrics(body).horizontalAdvance("0") + SPACE
        height, small = QFontMetrics(body).height(), QFontMetrics(caption).height()
        top = box.center().y() - (height + small) // 2
        self._write(painter, QRect(box.x(), top, number, height), body, palette.muted, str(self.rank))
        self._write(painter, QRect(box.x() + number, top, box.width() - number, height), body, palette.text,
               candidate.sentence)  # fmt: skip
        figures = QRect(box.x() + number, top + height, box.width() - number, small)
        self._paint_figures(painter, figures, candidate)

    def _paint_figures(self, painter: QPainter, box: QRect, candidate: Candidate) -> None:
        palette = self.theme.palette
        caption = self.theme.font(tokens.CAPTION)
        metrics = QFontMetrics(caption)
        share = tr("{share} %", share=round(candidate.confidence * 100))
        similar = tr("similarity {value:.2f}", value=candidate.similarity)
        share_width = metrics.horizontalAdvance(tr("{share} %", share=100)) + 4
        similar_width = metrics.horizontalAdvance(tr("similarity {value:.2f}", value=0.0)) + SPACE
        if box.width() < share_width + similar_width + 60:  # narrow or large text: the gauge comes first
            similar_width = 0
        bar = QRectF(box.x(), box.center().y() - 3, box.width() - share_width - similar_width - SPACE, 8)
        painter.save()
        if self.isRightToLeft():  # the bar fills from the side the reading begins at
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_gauge(painter, bar, candidate.confidence, self.theme, accepted=self.accepted)
        painter.restore()
        right = Qt.AlignmentFlag.AlignRight
        shown = QRect(round(bar.right()) + 4, box.y(), share_width, box.height())
        self._write(painter, shown, caption, palette.text, share, right)
        if similar_width:
            rest = QRect(shown.right(), box.y(), box.right() - shown.right(), box.height())
            self._write(
                painter, rest, caption, palette.muted if not self.accepted else palette.text, similar, right
            )

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        font: QFont,
        colour: str,
        text: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line; left and right are turned with the direction of the language, box and alignment alike."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(visual_rect(self, box), flags, shown)
