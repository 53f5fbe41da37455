"""The line at the bottom: rates, delay, drops, what runs the model, packs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import fill, hbox
from desktop_app.ui.kit.parts import ElidedLabel, IconLabel, label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.state import EnginePhase, LiveState, SourcePhase

UNKNOWN: Final = "\N{EN DASH}"


class StatusFigure(ElidedLabel):
    """One figure: as wide as its text where that fits, else cut with an ellipsis."""

    def __init__(self) -> None:
        super().__init__("", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        super().set_full_text(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.accessibleName()) + 4, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())


class StatusStrip(QFrame):
    """Figures of a state; a dash where one is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setAccessibleName(tr("Status"))
        self.camera, self.landmarks, self.delay, self.dropped = (StatusFigure() for _ in range(4))
        self.provider = label("", "caption")
        self.packs = ElidedLabel("", "caption")
        row = hbox(parent=self, margins=(SPACE * 2, SPACE // 2, SPACE * 2, SPACE // 2), spacing=SPACE // 2)
        for icon, text in (
            ("ph.video-camera", self.camera),
            ("ph.person-simple", self.landmarks),
            ("ph.timer", self.delay),
            ("ph.funnel", self.dropped),
            ("ph.cpu", self.provider),
        ):
            fill(row, IconLabel(icon, "muted", 16), text)
            row.addSpacing(SPACE * 2)
        fill(row, IconLabel("ph.stack", "muted", 16), (self.packs, 1))

    def show_state(self, state: LiveState, letter_model: str | None = None) -> None:
        """Show the figures. `letter_model` stands in the place of provider and packs while letters are read."""
        rates = state.rates
        live = state.source.phase in (SourcePhase.PLAYING, SourcePhase.PAUSED)
        what = tr("camera") if state.source.live or not state.source.kind else tr("source")
        _put(self.camera, f"{what} {_rate(rates.camera_hz if live else None)}")
        _put(self.landmarks, tr("landmarks {rate}", rate=_rate(rates.landmarks_hz if live else None)))
        delay = f"{rates.delay_ms:.0f} ms" if rates.delay_ms is not None else UNKNOWN
        _put(self.delay, tr("delay {delay}", delay=delay))
        dropped = tr("dropped {count}", count=rates.dropped)
        if rates.signs_dropped:
            dropped += tr(", signs lost {count}", count=rates.signs_dropped)
        _put(self.dropped, dropped)
        if letter_model is not None:
            _put(self.provider, "CPU" if letter_model else tr("loading"))
            self.provider.setToolTip(tr("Letter models are so small that nothing else would be faster."))
            self.packs.set_full_text(letter_model or UNKNOWN)
            return
        provider = provider_words(state.provider) or (
            tr("no model") if state.engine is EnginePhase.FAILED else tr("loading")
        )
        _put(self.provider, provider)
        self.provider.setToolTip(state.provider_reason)
        packs = ", ".join(state.packs)
        if packs:
            packs = tr("{packs} · {count} sentences", packs=packs, count=state.sentences)
        self.packs.set_full_text(packs or (tr("no pack") if state.engine is EnginePhase.READY else UNKNOWN))


def provider_words(provider: str) -> str:
    """The usual name of an execution provider of ONNX Runtime."""
    known = {"CPUExecutionProvider": "CPU", "DmlExecutionProvider": "DirectML", "CUDAExecutionProvider": "CUDA"}
    return known.get(provider, provider.removesuffix("ExecutionProvider"))


def _rate(per_second: float | None) -> str:
    return UNKNOWN if per_second is None else f"{per_second:.0f}/s"


def _put(target: QLabel, text: str) -> None:
    if isinstance(target, ElidedLabel):
        if target.accessibleName() != text:
            target.set_full_text(text)
    elif target.text() != text:
        target.setText(text)
        target.setAccessibleName(text)
