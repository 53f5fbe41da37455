"""Accuracy over time: a bar for every day or week with practice, and a line for the overall score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import numpy as np
import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.progress.figures import Period
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import Combo, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.progress.words import percent

SHOWN_DAYS: Final = 28
SHOWN_WEEKS: Final = 26
_BAR: Final = 0.7  # of the width of one period


class AccuracyPlot(Themed, QWidget):
    """Shows periods; repainted only when they change."""

    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[Period] = ()
        self._weeks: Sequence[Period] = ()
        self._today = date.min
        self.step = Combo()
        self.step.setAccessibleName(tr("Accuracy by"))
        self.step.addItem(tr("by day"), "day")
        self.step.addItem(tr("by week"), "week")
        self.step.currentIndexChanged.connect(lambda _: self._show())
        self._legend = (label(), label())
        self._plot = pyqtgraph.PlotWidget(background=None)
        self._plot.setMinimumHeight(140)
        plot = self._plot.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.setYRange(0, 100, padding=0.03)
        plot.disableAutoRange()
        plot.layout.setContentsMargins(0, SPACE, SPACE * 2, 0)
        plot.getAxis("left").setTicks([[(value, str(value)) for value in (0, 50, 100)]])
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A plot asks for 640 x 480 by itself.
        self._plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._bars = pyqtgraph.BarGraphItem(x=[], height=[], width=_BAR)
        self._line = pyqtgraph.PlotDataItem(antialias=True, symbol="o", symbolSize=6)
        plot.addItem(self._bars)
        plot.addItem(self._line)
        self._arrange()

    def show_periods(self, days: Sequence[Period], weeks: Sequence[Period], today: date) -> None:
        """Show these periods, up to today."""
        self._days, self._weeks, self._today = days, weeks, today
        self._show()

    @property
    def shown(self) -> tuple[Period, ...]:
        """The periods that have a bar."""
        weekly = self.step.currentData() == "week"
        first = self._first(weekly)
        return tuple(
            one for one in (self._weeks if weekly else self._days) if first <= one.first <= self._today
        )

    def refresh_theme(self) -> None:
        palette = self.theme.palette
        font = self.theme.font(tokens.CAPTION)
        self._plot.setBackground(palette.card)
        for name in ("left", "bottom"):
            axis = self._plot.getPlotItem().getAxis(name)
            axis.setPen(QColor(palette.control_border))
            axis.setTextPen(QColor(palette.muted))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=4, hideOverlappingLabels=False)
        metrics = QFontMetrics(font)
        self._plot.getPlotItem().getAxis("left").setWidth(metrics.horizontalAdvance("000") + SPACE)
        self._plot.getPlotItem().getAxis("bottom").setHeight(metrics.height() + SPACE // 2)
        self._plot.setMinimumHeight(self.theme.size(140))
        self._bars.setOpts(
            brush=QColor(palette.accent.border), pen=pyqtgraph.mkPen(palette.accent.text, width=1)
        )
        self._line.setPen(pyqtgraph.mkPen(palette.success.text, width=1))
        self._line.setSymbolBrush(QColor(palette.success.text))
        self._line.setSymbolPen(QColor(palette.card))
        marks = (
            ("\N{BLACK SQUARE}", tr("right attempts, %"), palette.accent.text),
            ("\N{BLACK CIRCLE}", tr("overall score"), palette.success.text),
        )
        for text, (mark, words, colour) in zip(self._legend, marks, strict=True):
            text.setText(f"{mark} {words}")
            text.setStyleSheet(f"color: {colour}; font-size: {self.theme.size(tokens.CAPTION)}px;")
        # On a page whose height depends on wrapped text, a plot needs an explicit height.
        self.setMinimumHeight(self._column.minimumSize().height())
        self._show()

    def _arrange(self) -> None:
        header = hbox((label(tr("Accuracy over time"), "section", wrap=True), 1), self.step, spacing=SPACE * 2)
        legend = hbox(*self._legend, Stretch(1), spacing=SPACE * 2)
        self._column = vbox(header, (self._plot, 1), legend, parent=self)

    def _first(self, weekly: bool) -> date:
        if self._today == date.min:
            return date.min
        if weekly:
            monday = self._today - timedelta(days=self._today.weekday())
            return monday - timedelta(weeks=SHOWN_WEEKS - 1)
        return self._today - timedelta(days=SHOWN_DAYS - 1)

    def _show(self) -> None:
        weekly = self.step.currentData() == "week"
        first, length = self._first(weekly), 7 if weekly else 1
        count = SHOWN_WEEKS if weekly else SHOWN_DAYS
        shown = self.shown
        places = np.array([(one.first - first).days // length for one in shown], np.float64)
        self._bars.setOpts(x=places, height=[100 * one.accuracy for one in shown], width=_BAR)
        scored = [(place, one.overall) for place, one in zip(places, shown, strict=True)]
        known = [(place, score) for place, score in scored if score is not None]
        self._line.setData([place for place, _ in known], [score for _, score in known])
        plot = self._plot.getPlotItem()
        plot.setXRange(-0.5, count - 0.5, padding=0)
        if self._today != date.min:
            plot.getAxis("bottom").setTicks([self._ticks(first, length, count)])
        right, attempts = sum(one.right for one in shown), sum(one.attempts for one in shown)
        words = tr("No attempts in this time.")
        if attempts:
            words = tr(
                "Right: {share}. Attempts: {attempts}.", share=percent(right / attempts), attempts=attempts
            )
        self.setAccessibleName(tr("Accuracy over time"))
        self.setAccessibleDescription(words)

    def _ticks(self, first: date, length: int, count: int) -> list[tuple[float, str]]:
        """Dates below the bars, as many as fit; the last one is the current period."""
        every = 7 if length == 1 else 5
        if self.theme.scale > 1.4:
            every *= 2
        places = range(count - 1, -1, -every)
        words = {count - 1: tr("today") if length == 1 else tr("now")}
        return [
            (float(place), words.get(place, f"{first + timedelta(days=place * length):%m-%d}"))
            for place in reversed(places)
        ]
