"""The form that describes a reference: sentence, signer, licence and pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from desktop_app.engine.recording.own_packs import OwnPack
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.dialogs import add_row
from desktop_app.ui.kit.layouts import hbox, scroll_area, vbox
from desktop_app.ui.kit.licences import LICENCES, OTHER, licence_words
from desktop_app.ui.kit.parts import Combo, Switch, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.recording.values import RecordValues, consent_words, missing_words

_LARGE: Final = 1.4  # from this text size labels are above their fields


class RecordForm(Themed, QWidget):
    """`values` returns the fields; `changed` is emitted for what is remembered between sentences."""

    changed = Signal(str, object)  # setting, value
    edited = Signal()  # anything
    start_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence, self.category, self.variant = QLineEdit(), QLineEdit(), QLineEdit()
        self.signer, self.other_licence = QLineEdit(), QLineEdit()
        self.new_pack, self.language = QLineEdit(), QLineEdit()
        self.hand, self.licence, self.pack = Combo(), Combo(), Combo()
        self.skeleton, self.consent = Switch(), Switch()
        self.countdown, self.takes = QSpinBox(), QSpinBox()
        self.missing = label("", "caption", wrap=True)
        self._known = QStringListModel(self), QStringListModel(self)
        self._wanted_pack = ""
        self._video = True
        self._fill()
        self._arrange()
        self._connect()
        self._show_parts()

    def values(self) -> RecordValues:
        licence = self.licence.currentData()
        return RecordValues(
            sentence=self.sentence.text(),
            category=self.category.text(),
            variant=self.variant.text(),
            signer=self.signer.text(),
            hand=self.hand.currentData(),
            licence=self.other_licence.text() if licence == OTHER else licence,
            skeleton_only=self.skeleton.isChecked(),
            consented=self.consent.isChecked(),
            pack=self.pack.currentData() or "",
            new_pack=self.new_pack.text(),
            language=self.language.text(),
        )

    def set_known(self, sentences: Sequence[str], categories: Sequence[str]) -> None:
        """Sentences and categories for completion."""
        for model, texts in zip(self._known, (sentences, categories), strict=True):
            model.setStringList(list(texts))

    def set_packs(self, packs: Sequence[OwnPack]) -> None:
        """The packs to choose from; without one a new pack is made."""
        chosen = self.pack.currentData() or self._wanted_pack
        with QSignalBlocker(self.pack):
            self.pack.clear()
            for own in packs:
                self.pack.addItem(own.name, str(own.folder))
            self.pack.addItem(tr("New pack…"), "")
            place = next(
                (row for row, own in enumerate(packs) if chosen in (str(own.folder), own.folder.name)), 0
            )
            self.pack.setCurrentIndex(place)
        self._show_parts()

    def choose_pack(self, folder: str) -> None:
        """Select this pack once it is in the list."""
        self._wanted_pack = folder
        place = self.pack.findData(folder)
        if place >= 0:
            self.pack.setCurrentIndex(place)

    def set_remembered(
        self,
        *,
        signer: str,
        licence: str,
        pack: str,
        skeleton_only: bool,
        countdown: int,
        takes: int,
        hand: str,
    ) -> None:
        """Apply settings, except to a field that is being edited."""
        if self.signer.text() != signer and not self.signer.hasFocus():
            self.signer.setText(signer)
        with QSignalBlocker(self.licence):
            place = self.licence.findData(licence)
            self.licence.setCurrentIndex(place if place >= 0 else self.licence.findData(OTHER))
            if place < 0 and not self.other_licence.hasFocus():
                self.other_licence.setText(licence)
        self._wanted_pack = self._wanted_pack or pack
        for box, value in ((self.countdown, countdown), (self.takes, takes)):
            with QSignalBlocker(box):
                box.setValue(value)
        with QSignalBlocker(self.skeleton):
            self.skeleton.setChecked(skeleton_only or not self._video)
        self.hand.setCurrentIndex(max(self.hand.findData(hand), 0))
        self._show_parts()

    def set_video_possible(self, possible: bool) -> None:
        """Allow videos only where the system can write them."""
        self._video = possible
        self.skeleton.setEnabled(possible)
        if not possible:
            self.skeleton.setChecked(True)
        self._show_parts()

    def show_missing(self, names: Sequence[str]) -> None:
        """Name the missing fields and focus the first one."""
        self.missing.setText(missing_words(names[0]) if names else "")
        self.missing.setVisible(bool(names))
        if names:
            self._fields[names[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self._fields[names[0]])

    def next_sentence(self) -> None:
        """Clear what belongs to one sentence; the rest is kept for the next."""
        for field in (self.sentence, self.variant):
            field.clear()
        self.show_missing(())

    def refresh_theme(self) -> None:
        large = self.theme.scale > _LARGE
        policy = QFormLayout.RowWrapPolicy
        self._rows.setRowWrapPolicy(policy.WrapAllRows if large else policy.DontWrapRows)

    def _fill(self) -> None:
        for words, value in ((tr("Right"), "right"), (tr("Left"), "left"), (tr("Both alike"), "both")):
            self.hand.addItem(words, value)
        for licence in (*LICENCES, OTHER):
            self.licence.addItem(licence_words(licence), licence)
        self.pack.addItem(tr("New pack…"), "")
        self.countdown.setRange(0, 10)
        self.countdown.setSuffix(tr(" s"))
        self.takes.setRange(1, 10)
        self.sentence.setPlaceholderText(tr("What the sign means"))
        self.category.setPlaceholderText(tr("For example: greetings"))
        self.variant.setPlaceholderText(tr("Region or form, if there are several"))
        self.signer.setPlaceholderText(tr("Name or initials"))
        self.other_licence.setPlaceholderText(tr("For example: MIT"))
        self.new_pack.setPlaceholderText(tr("For example: Class 3"))
        self.language.setPlaceholderText(tr("For example: Ghanaian Sign Language"))
        for combo in (self.hand, self.licence, self.pack):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        for field, model in zip((self.sentence, self.category), self._known, strict=True):
            completer = QCompleter(model, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def _arrange(self) -> None:
        inside = QWidget()
        rows = self._rows = QFormLayout(inside)
        rows.setContentsMargins(0, 0, SPACE, 0)
        rows.setHorizontalSpacing(SPACE * 2)
        rows.setVerticalSpacing(SPACE)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, field in (
            (tr("Sentence"), self.sentence),
            (tr("Category"), self.category),
            (tr("Variant"), self.variant),
            (tr("Add to"), self.pack),
            (tr("Its name"), self.new_pack),
            (tr("Sign language"), self.language),
            (tr("Signer"), self.signer),
            (tr("Stronger hand"), self.hand),
            (tr("May be used by"), self.licence),
            (tr("Licence"), self.other_licence),
        ):
            add_row(rows, words, field)
        rows.addRow(_switch_row(self.skeleton, tr("Keep the skeleton only: no picture of you is stored.")))
        self._consent_row = _switch_row(self.consent, consent_words())
        rows.addRow(self._consent_row)
        self._no_video = label(
            tr("This computer writes no H.264 video, so only the skeleton can be kept."), "caption", wrap=True
        )
        rows.addRow(self._no_video)
        for words, box in ((tr("Countdown"), self.countdown), (tr("Takes"), self.takes)):
            add_row(rows, words, box)
        self._scroll = scroll_area(inside)
        self.missing.hide()
        vbox((self._scroll, 1), self.missing, parent=self)
        self._fields: dict[str, QWidget] = {
            "sentence": self.sentence,
            "signer": self.signer,
            "licence": self.other_licence,
            "new_pack": self.new_pack,
            "consent": self.consent,
        }

    def _connect(self) -> None:
        self.signer.editingFinished.connect(
            lambda: self.changed.emit("recording.signer", self.signer.text().strip())
        )
        self.licence.activated.connect(lambda _: self._licence_chosen())
        self.other_licence.editingFinished.connect(self._licence_chosen)
        self.skeleton.toggled.connect(lambda on: self.changed.emit("recording.skeleton_only", on))
        self.countdown.valueChanged.connect(lambda value: self.changed.emit("recording.countdown", value))
        self.takes.valueChanged.connect(lambda value: self.changed.emit("recording.takes", value))
        for combo in (self.pack, self.licence, self.hand):
            combo.currentIndexChanged.connect(lambda _: self._touched())
        for switch in (self.skeleton, self.consent):
            switch.toggled.connect(lambda _: self._touched())
        for field in (
            self.sentence,
            self.category,
            self.variant,
            self.signer,
            self.other_licence,
            self.new_pack,
        ):
            field.textChanged.connect(lambda _: self._touched())
            field.returnPressed.connect(self.start_wanted)
        self.language.returnPressed.connect(self.start_wanted)

    def _licence_chosen(self) -> None:
        licence = self.values().licence.strip()
        self._show_parts()
        if licence:
            self.changed.emit("recording.licence", licence)
        else:
            self.other_licence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _touched(self) -> None:
        self._show_parts()
        if self.missing.isVisible():
            names = self.values().missing()
            self.missing.setText(missing_words(names[0]) if names else "")
            self.missing.setVisible(bool(names))
        self.edited.emit()

    def _show_parts(self) -> None:
        new = not self.pack.currentData()
        self._rows.setRowVisible(self.new_pack, new)
        self._rows.setRowVisible(self.language, new)
        self._rows.setRowVisible(self.other_licence, self.licence.currentData() == OTHER)
        self._rows.setRowVisible(self._consent_row, not self.skeleton.isChecked())
        self._rows.setRowVisible(self._no_video, not self._video)


def _switch_row(switch: Switch, words: str) -> QWidget:
    made = QWidget()
    switch.setAccessibleName(words)
    hbox((switch, 0, Qt.AlignmentFlag.AlignTop), (label(words, wrap=True), 1), parent=made)
    return made
