"""The card of the settings that shares live results: two switches, address and token, a code for phones."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Banner, BannerTone
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, vbox
from desktop_app.ui.kit.parts import Card, ElidedLabel, IconButton, IconLabel, IconPushButton, Switch, label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.settings.qr_view import QrView
from desktop_app.ui.settings.share_state import Reach, SharePhase, ShareState, share_icon, share_words

COPIED_MS = 2000


class CopyRow(QWidget):
    """A name, a value on one line, and a button that copies the value."""

    def __init__(self, name: str, copy: str) -> None:
        super().__init__()
        self._copy_words = copy
        self.value = ""
        self.shown = ElidedLabel()
        self.button = IconButton("ph.copy", copy, quiet=False)
        self.button.clicked.connect(self.copy)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(COPIED_MS)
        self._back.timeout.connect(lambda: self.button.set_meaning("ph.copy", self._copy_words))
        words = vbox(label(name, "caption"), self.shown, spacing=0)
        hbox((words, 1), self.button, parent=self)

    def set_value(self, value: str) -> None:
        """Set the value that is shown and copied."""
        self.value = value
        self.shown.set_full_text(value)

    def copy(self) -> None:
        """Copy the value to the clipboard, and confirm it for a moment."""
        QGuiApplication.clipboard().setText(self.value)
        self.button.set_meaning("ph.check", tr("Copied"))
        self._back.start()


class ApiCard(Card):
    """Shows a `ShareState` and emits `wanted(on, reach)`."""

    wanted = Signal(bool, object)  # Reach

    def __init__(self) -> None:
        super().__init__(spacing=SPACE + SPACE // 2)
        self.state = ShareState()
        self.banners = BannerArea()
        self.banners.closed.connect(lambda _: self.banners.show_banners(()))
        self.share, self.network = Switch(), Switch()
        self._icon = IconLabel("ph.circle", "muted")
        self._words = label("", "strong", wrap=True)
        self.address = CopyRow(tr("Address"), tr("Copy the address"))
        self.token = CopyRow(tr("Token of this run"), tr("Copy the token"))
        self.page = CopyRow(tr("Class-room page"), tr("Copy the address of the page"))
        self.open = IconPushButton("ph.arrow-square-out", tr("Open the page"))
        self.qr = QrView(tr("Code for phones: the address of the class-room page"))
        self._qr_words = label(tr("A phone in the same network opens the page with this code."), wrap=True)
        self._details, self._ask = QWidget(), QFrame()
        self._ask.setObjectName("ask")
        self.allow = IconPushButton("ph.check", tr("Allow it"), "primary")
        self.cancel = QPushButton(tr("Cancel"))
        self._arrange()
        self.share.toggled.connect(self._share_toggled)
        self.network.toggled.connect(self._network_toggled)
        self.allow.clicked.connect(lambda: self._decided(allowed=True))
        self.cancel.clicked.connect(lambda: self._decided(allowed=False))
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self.state.page)))
        self.show_state(self.state)

    def show_state(self, state: ShareState) -> None:
        self.state = state
        on, network = state.phase is SharePhase.ON, state.reach is Reach.NETWORK
        for switch, checked in ((self.share, state.wanted), (self.network, state.wanted and network)):
            with QSignalBlocker(switch):
                switch.setChecked(checked)
            switch.update()
        self.network.setEnabled(on)
        self._ask.hide()
        self._icon.set_icon(*share_icon(state))
        self._words.setText(share_words(state))
        self._words.setAccessibleName(share_words(state))
        self.address.set_value(state.address)
        self.token.set_value(state.token)
        self.page.set_value(state.page)
        self.qr.set_code(state.code)
        self.qr.updateGeometry()
        self._details.setVisible(on)
        for widget in (self.qr, self._qr_words):
            widget.setVisible(bool(state.code))
        error = state.error
        banner = (
            Banner("api", BannerTone.WARNING, localised(error.message), localised(error.hint))
            if error
            else None
        )
        self.banners.show_banners((banner,) if banner else ())

    def _share_toggled(self, on: bool) -> None:
        self.wanted.emit(on, Reach.COMPUTER)

    def _network_toggled(self, on: bool) -> None:
        if not on:
            self.wanted.emit(True, Reach.COMPUTER)
            return
        with QSignalBlocker(self.network):  # the switch shows what is, not what is asked
            self.network.setChecked(False)
        self._ask.show()
        self.cancel.setFocus()  # a key that is still held allows nothing

    def _decided(self, *, allowed: bool) -> None:
        self._ask.hide()
        self.network.setFocus()
        if allowed:
            self.wanted.emit(True, Reach.NETWORK)

    def _arrange(self) -> None:
        fill(self.column, label(tr("Share live results"), "section"), self.banners)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(SPACE + SPACE // 2)
        grid.setColumnStretch(0, 1)
        for row, (switch, name, about) in enumerate(
            (
                (
                    self.share,
                    tr("Share on this computer"),
                    tr(
                        "For a page on a projector or second screen, and for other programs. "
                        "It ends with SignMirror and is off at every start."
                    ),
                ),
                (
                    self.network,
                    tr("Allow other devices in this network"),
                    tr("Phones and computers beside you, with an address and token of their own."),
                ),
            )
        ):
            words = vbox(label(name, wrap=True), label(about, "caption", wrap=True), spacing=0)
            switch.setAccessibleName(name)
            switch.setAccessibleDescription(about)
            grid.addLayout(words, row, 0)
            grid.addWidget(switch, row, 1)
        self.column.addLayout(grid)
        self._arrange_question()
        self.column.addLayout(hbox(self._icon, (self._words, 1)))
        self._arrange_details()

    def _arrange_question(self) -> None:
        self._ask.setProperty("kind", "card")
        question = label(tr("Let other devices reach SignMirror?"), "strong", wrap=True)
        text = tr(
            "Whoever has the code or the token sees what is recognised and can have clips recognised here. "
            "The connection is not encrypted: allow it only in a network you trust."
        )
        buttons = hbox(self.allow, self.cancel, Stretch(1), spacing=None)
        vbox(question, label(text, wrap=True), buttons, parent=self._ask, margins=None)
        self.column.addWidget(self._ask)

    def _arrange_details(self) -> None:
        beside = vbox(self._qr_words, (self.open, 0, Qt.AlignmentFlag.AlignLeft), Stretch(1), spacing=None)
        code = hbox(self.qr, (beside, 1), spacing=SPACE * 2)
        vbox(self.address, self.token, self.page, code, parent=self._details)
        self.column.addWidget(self._details)
