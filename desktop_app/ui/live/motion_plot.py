"""Ten seconds of motion: hand speed with the gate's two thresholds, motion energy, found signs shaded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Final

import numpy as np
import pyqtgraph
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop_app.engine.tracking.segment import GateSettings
from desktop_app.ui.bridge import KEPT_SAMPLES, FoundSign, MotionSample
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE

SPAN_S: Final = 10.0
_REFRESH_MS: Final = 60
_TOP_SPEED: Final = 3.6  # torso units a second; faster is shown at the upper edge
_SHADES: Final = 8  # more signs than that do not fit into ten seconds


class MotionPlot(Themed, QWidget):
    """Repainted by its own timer at some 16 Hz, never by frames; fixed ranges, thin lines, no antialiasing."""

    def __init__(self, gate: GateSettings | None = None) -> None:
        super().__init__()
        gate = gate or GateSettings()
        self.setAccessibleName(tr("Motion of the hands"))
        self.setAccessibleDescription(tr("Hand speed and motion energy of the last ten seconds."))
        self._samples: deque[MotionSample] = deque(maxlen=KEPT_SAMPLES)
        self._signs: deque[FoundSign] = deque(maxlen=_SHADES)
        self._dirty = False
        self._legend = {"accent": label(), "muted": label(), "success": label(), "warning": label()}
        self._plot = pyqtgraph.PlotWidget(background=None)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing can be done in it by key
        self._plot.setMinimumHeight(64)
        # Time runs to the right in every language, as the picture does.
        self._plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._plot.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._build_plot(gate)
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()

    def add(self, samples: Iterable[MotionSample], signs: Iterable[FoundSign]) -> None:
        """Append samples and found signs; painted with the next refresh."""
        before = len(self._samples), len(self._signs)
        self._samples.extend(samples)
        self._signs.extend(signs)
        self._dirty = self._dirty or before != (len(self._samples), len(self._signs)) or bool(self._samples)

    def clear(self) -> None:
        """Start over: another stream begins."""
        self._samples.clear()
        self._signs.clear()
        self._dirty = True

    @property
    def shaded(self) -> int:
        """How many found signs are shaded now."""
        return sum(region.isVisible() for region in self._regions)

    def _build_plot(self, gate: GateSettings) -> None:
        plot = self._plot.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.layout.setContentsMargins(0, SPACE, SPACE * 2, 0)
        plot.setMouseEnabled(x=False, y=False)
        plot.setXRange(-SPAN_S, 0, padding=0)
        plot.setYRange(0, _TOP_SPEED, padding=0.02)
        plot.disableAutoRange()
        plot.getAxis("left").setTicks([[(value, str(value)) for value in (0, 2)]])
        seconds = [(-10, "-10 s"), (-8, "-8"), (-6, "-6"), (-4, "-4"), (-2, "-2"), (0, tr("now"))]
        plot.getAxis("bottom").setTicks([seconds])
        self._regions = [
            pyqtgraph.LinearRegionItem(values=(0, 0), movable=False, pen=pyqtgraph.mkPen(None))
            for _ in range(_SHADES)
        ]
        for region in self._regions:
            region.setVisible(False)
            region.setZValue(-10)
            plot.addItem(region)
        self._thresholds = [pyqtgraph.InfiniteLine(pos, angle=0) for pos in (gate.start_speed, gate.end_speed)]
        for line in self._thresholds:
            plot.addItem(line)
        self._energy = pyqtgraph.PlotCurveItem(skipFiniteCheck=True, antialias=False)
        self._speed = pyqtgraph.PlotCurveItem(skipFiniteCheck=True, antialias=False)
        plot.addItem(self._energy)
        plot.addItem(self._speed)

    def _arrange(self) -> None:
        row = hbox(label(tr("Motion"), "section"), Stretch(1), *self._legend.values(), spacing=SPACE * 2)
        vbox(row, (self._plot, 1), parent=self, spacing=SPACE // 2)

    def refresh_theme(self) -> None:
        palette = self.theme.palette
        axis_font = self.theme.font(tokens.CAPTION)
        self._plot.setBackground(palette.card)
        for name in ("left", "bottom"):
            axis = self._plot.getPlotItem().getAxis(name)
            axis.setPen(QColor(palette.control_border))
            axis.setTextPen(QColor(palette.muted))
            axis.setStyle(tickFont=axis_font, tickLength=0, tickTextOffset=4)
        metrics = QFontMetrics(axis_font)
        self._plot.getPlotItem().getAxis("left").setWidth(metrics.horizontalAdvance("00") + SPACE)
        self._plot.getPlotItem().getAxis("bottom").setHeight(metrics.height() + SPACE // 2)
        self._speed.setPen(pyqtgraph.mkPen(palette.accent.text, width=1))
        self._energy.setPen(pyqtgraph.mkPen(palette.control_border, width=1))
        dashes = [6, 5], [2, 4]
        for line, dash in zip(self._thresholds, dashes, strict=True):
            pen = pyqtgraph.mkPen(palette.warning.text, width=1)
            pen.setDashPattern(dash)
            line.setPen(pen)
        words = {
            "accent": ("▬", tr("hand speed"), palette.accent.text),
            "muted": ("▬", tr("motion energy"), palette.muted),
            "warning": ("╍", tr("start and end"), palette.warning.text),
            "success": ("■", tr("sign found"), palette.success.text),
        }
        for name, (mark, text, colour) in words.items():
            self._legend[name].setText(f"{mark} {text}")
            self._legend[name].setStyleSheet(
                f"color: {colour}; font-size: {self.theme.size(tokens.CAPTION)}px;"
            )
        self._dirty = True
        self._refresh()

    def resizeEvent(self, event: object) -> None:
        """Leave the legend out where it would not fit beside the title."""
        needed = sum(text.sizeHint().width() + SPACE * 2 for text in self._legend.values())
        available = self.width() - self.theme.size(90)
        for text in self._legend.values():
            text.setVisible(needed <= available)

    def _refresh(self) -> None:
        if not self._dirty or not self.isVisible():
            return
        self._dirty = False
        samples = list(self._samples)
        if not samples:
            self._speed.setData([], [])
            self._energy.setData([], [])
        else:
            now = samples[-1].time_s
            times = np.array([sample.time_s - now for sample in samples], np.float32)
            speed = np.array([sample.hand_speed for sample in samples], np.float32)
            energy = np.array([sample.motion for sample in samples], np.float32)
            self._speed.setData(times, np.minimum(speed, _TOP_SPEED), skipFiniteCheck=True)
            self._energy.setData(times, np.minimum(energy, _TOP_SPEED), skipFiniteCheck=True)
        self._shade(samples[-1].time_s if samples else 0.0)

    def _shade(self, now_s: float) -> None:
        signs = [sign for sign in self._signs if sign.end_s > now_s - SPAN_S]
        for region, sign in zip(self._regions, (*signs, *[None] * _SHADES), strict=False):
            region.setVisible(sign is not None)
            if sign is not None:
                tone = self.theme.palette.success if sign.accepted else self.theme.palette.warning
                fill = QColor(tone.border)
                fill.setAlpha(90)
                region.setBrush(fill)
                region.setRegion((sign.start_s - now_s, sign.end_s - now_s))
