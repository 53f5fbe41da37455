"""Messages that stay until they are settled: what happened, what to try, and buttons that do it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QPushButton, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Action, Banner, BannerTone
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import IconButton, IconLabel, label
from desktop_app.ui.kit.theme import Themed, dress
from desktop_app.ui.kit.tokens import RADIUS, SPACE

_ICONS: Final = {
    BannerTone.INFO: ("ph.info", "accent"),
    BannerTone.WARNING: ("ph.warning", "warning"),
    BannerTone.DANGER: ("ph.warning-circle", "danger"),
}


def action_words(action: Action) -> str:
    """The text on a banner's button."""
    return {
        Action.NONE: "",
        Action.RETRY_SOURCE: tr("Try again"),
        Action.PLAY_SAMPLE: tr("Play the sample"),
        Action.OPEN_FILE: tr("Open a video"),
        Action.RETRY_ENGINE: tr("Try again"),
        Action.RETRY_LETTERS: tr("Try again"),
        Action.UNDO_EDIT: tr("Undo"),
        Action.RESUME_IMPORT: tr("Go on"),
        Action.FORGET_IMPORT: tr("Forget it"),
        Action.SHOW_REFUSED: tr("Show why"),
    }[action]


class BannerView(Themed, QFrame):
    acted = Signal(str)  # Action
    closed = Signal(str)  # Banner.about

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self.banner = banner
        self.setObjectName("banner")
        icon, self._tone = _ICONS[banner.tone]
        text, hint = banner.text, banner.hint
        self.setAccessibleName(f"{text} {hint}".strip())
        words = vbox(label(text, "strong", wrap=True), spacing=0)
        if hint:
            words.addWidget(label(hint, wrap=True))
        self._body = hbox((words, 1))
        self._actions = QGridLayout()
        self._actions.setSpacing(SPACE)
        self._per_line = 0
        self.buttons: list[QPushButton] = []
        for action in banner.actions:
            button = QPushButton(action_words(action))
            button.clicked.connect(lambda _=False, action=action: self.acted.emit(action.value))
            self.buttons.append(button)
        self._lay_buttons(len(self.buttons))
        self._body.addLayout(self._actions)
        row = hbox(
            IconLabel(icon, self._tone, 24),
            (self._body, 1),
            parent=self,
            margins=(SPACE * 2, SPACE, SPACE, SPACE),
            spacing=SPACE + 4,
        )
        if banner.closable:
            close = IconButton("ph.x", tr("Close this message"))
            close.clicked.connect(lambda: self.closed.emit(banner.about))
            row.addWidget(close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Buttons beside the words; below them where they would take most of the line."""
        widths = [button.sizeHint().width() + SPACE for button in self.buttons]
        below = sum(widths) > self.width() * 0.55
        room = self.width() - self.theme.size(24 + 40) - SPACE * 8
        per_line = len(widths)
        while below and per_line > 1 and per_line * max(widths) > room:
            per_line -= 1
        self._lay_buttons(per_line)
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._body.direction() != wanted:
            self._body.setDirection(wanted)

    def _lay_buttons(self, per_line: int) -> None:
        if per_line == self._per_line or not self.buttons:
            return
        self._per_line = per_line
        for place, button in enumerate(self.buttons):
            self._actions.removeWidget(button)
            self._actions.addWidget(button, place // per_line, place % per_line)
        self._actions.setColumnStretch(len(self.buttons), 1)  # they stand where the words begin

    def refresh_theme(self) -> None:
        tone = getattr(self.theme.palette, self._tone)
        width = max(self.theme.palette.border_px, 1)
        self.setStyleSheet(
            f"QFrame#banner {{ background: {tone.soft}; border: {width}px solid {tone.border};"
            f" border-radius: {RADIUS}px; }} QFrame#banner QLabel {{ color: {tone.text}; }}"
        )


class BannerArea(Themed, QWidget):
    """All banners of a state, newest last; takes no room without one."""

    acted = Signal(str)
    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = vbox(parent=self)
        self.views: list[BannerView] = []
        self.hide()

    def show_banners(self, banners: tuple[Banner, ...]) -> None:
        """Make the area show these; one that is there already is left alone (and keeps the focus)."""
        if tuple(view.banner for view in self.views) == banners:
            return
        kept = [view for view in self.views if view.banner in banners]
        for view in self.views:
            if view not in kept:
                self._column.removeWidget(view)
                view.hide()
                view.deleteLater()
        self.views = kept
        known = [view.banner for view in kept]
        for banner in banners:
            if banner not in known:
                view = BannerView(banner)
                view.acted.connect(self.acted)
                view.closed.connect(self.closed)
                self._column.addWidget(view)
                dress(view, self.theme)
                self.views.append(view)
        self.setVisible(bool(self.views))
