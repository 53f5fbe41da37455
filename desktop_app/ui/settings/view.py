"""The Settings page: one line a setting, made from its declaration; what a flag holds is shown locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from desktop_app.settings import DECLARED
from desktop_app.settings_layers import Origin, Resolved
from desktop_app.ui.i18n.language import PSEUDO
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.dialogs import stepped
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, scroll_area, vbox
from desktop_app.ui.kit.parts import Card, Combo, IconButton, Switch, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.settings.about_card import AboutCard
from desktop_app.ui.settings.api_card import ApiCard
from desktop_app.ui.settings.words import choice_words, groups, words_of

_FLOAT_STEP: Final = {"recognition.motion_floor": (0.0001, 5), "recognition.sim_margin": (0.01, 3)}
_EDITOR_PX: Final = 288  # at 100 % text
_WORDS_PX: Final = 184
_AROUND_PX: Final = 100


class EditorCell(Themed, QWidget):
    """Holds an editor; all are of one width, which goes with the text."""

    def refresh_theme(self) -> None:
        self.setFixedWidth(self.theme.size(_EDITOR_PX))


class SettingsView(Themed, QWidget):
    """Emits `changed(key, value)`; value None goes back to the default."""

    changed = Signal(str, object)

    def __init__(self, places: list[tuple[str, str]]) -> None:
        """`places`: (what, path) of every place the program writes to."""
        super().__init__()
        self.editors: dict[str, QWidget] = {}
        self._resets: dict[str, IconButton] = {}
        self._notes: dict[str, QLabel] = {}
        self._writers: dict[str, Callable[[Any], None]] = {}
        self._lines: list[tuple[QGridLayout, int, QWidget, QWidget, QWidget]] = []
        self._below: bool | None = None
        column = vbox(label(tr("Settings"), "title"), margins=SPACE * 3, spacing=SPACE * 2)
        for heading, keys in groups():
            column.addWidget(self._group(heading, keys))
        self.api, self.about = ApiCard(), AboutCard(places)
        fill(column, self.api, self.about, Stretch(1))
        inside = QWidget()
        inside.setMaximumWidth(1040)
        inside.setLayout(column)
        centred = QWidget()
        hbox((inside, 1), parent=centred, spacing=None)
        self.scroller = scroll_area(centred)
        vbox(self.scroller, parent=self, spacing=None)
        self._fit()

    def show_settings(self, resolved: Resolved) -> None:
        """Show values, which are changed, and which a flag or the environment holds."""
        for key, editor in self.editors.items():
            value, origin = resolved.settings.get(key), resolved.origins[key]
            with QSignalBlocker(editor):
                self._writers[key](value)
            locked = resolved.locked(key)
            cell = editor.parentWidget()
            (cell or editor).setEnabled(not locked)
            reset = self._resets[key]
            keep = reset.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            reset.setSizePolicy(keep)
            reset.setVisible(origin is Origin.FILE)
            _, about = words_of(key)
            if locked:
                held = tr("a command-line flag") if origin is Origin.FLAG else DECLARED[key].variable
                about = tr("Set by {what}; it cannot be changed here.", what=held)
            self._notes[key].setText(about)
            self._notes[key].setVisible(bool(about))

    def set_model_defaults(self, defaults: dict[str, float]) -> None:
        """The thresholds that came with the model; shown where no other was set."""
        for key, value in defaults.items():
            editor = self.editors[key]
            if isinstance(editor, QDoubleSpinBox):
                editor.setSpecialValueText(tr("From the model ({value:.4g})", value=value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def refresh_theme(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Editors beside their words; below them where the text is large and the window is small."""
        below = self.width() < self.theme.size(_WORDS_PX + _EDITOR_PX) + _AROUND_PX
        if below == self._below:
            return
        self._below = below
        for grid, row, words, reset, cell in self._lines:
            for widget in (words, reset, cell):
                grid.removeWidget(widget)
            grid.addWidget(words, row, 0, 1, 3 if below else 1)
            grid.addWidget(cell, row + below, 0 if below else 2)
            grid.addWidget(reset, row + below, 1)
            grid.setColumnStretch(0, 0 if below else 1)
            grid.setColumnStretch(2, 1 if below else 0)

    def _group(self, heading: str, keys: list[str]) -> Card:
        card = Card()
        card.column.addWidget(label(heading, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(SPACE + SPACE // 2)
        grid.setColumnStretch(0, 1)
        for row, key in enumerate(keys):
            words = self._words(key)
            editor = self._editor(key)
            editor.setAccessibleName(words_of(key)[0])
            cell = self._cell(editor)
            reset = IconButton("ph.arrow-counter-clockwise", tr("Back to the default"))
            reset.setAccessibleName(tr("{name}: back to the default", name=words_of(key)[0]))
            reset.clicked.connect(lambda _=False, key=key: self.changed.emit(key, None))
            self._lines.append((grid, row * 2, words, reset, cell))
            self.editors[key], self._resets[key] = editor, reset
        card.column.addLayout(grid)
        return card

    def _cell(self, editor: QWidget) -> QWidget:
        """The editor at its place in the column; numbers get buttons for less and more."""
        cell = EditorCell()
        if isinstance(editor, QAbstractSpinBox):
            cell.setLayout(stepped(editor))
        elif isinstance(editor, Switch):
            hbox(Stretch(1), editor, parent=cell)
        else:
            hbox(editor, parent=cell)
        return cell

    def _words(self, key: str) -> QWidget:
        name, about = words_of(key)
        made = QWidget()
        self._notes[key] = label(about, "caption", wrap=True)
        vbox(label(name, wrap=True), self._notes[key], parent=made, spacing=0)
        return made

    def _editor(self, key: str) -> QWidget:
        declared = DECLARED[key]
        if declared.kind is bool:
            box = Switch()
            box.toggled.connect(lambda on: self.changed.emit(key, on))
            self._writers[key] = box.setChecked
            return box
        if declared.kind is str:
            combo = Combo()
            for choice in declared.choices:
                if choice == PSEUDO:
                    continue
                combo.addItem(choice_words(choice), choice)
            combo.activated.connect(lambda _: self.changed.emit(key, combo.currentData()))
            self._writers[key] = lambda value: combo.setCurrentIndex(combo.findData(value))
            return combo
        if declared.kind is int:
            spin = QSpinBox()
            spin.setRange(int(declared.low), int(declared.high))
            if str(declared.unit) == "%":
                spin.setSingleStep(25)
                spin.setSuffix(" %")
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(lambda value: self.changed.emit(key, value))
            self._writers[key] = spin.setValue
            return spin
        return self._float_editor(key)

    def _float_editor(self, key: str) -> QWidget:
        declared = DECLARED[key]
        step, decimals = _FLOAT_STEP.get(key, (0.01, 3))
        spin = QDoubleSpinBox()
        spin.setDecimals(decimals)
        # One step below the range stands for "what came with the model".
        spin.setRange(declared.low - step, declared.high)
        spin.setSingleStep(step)
        spin.setSpecialValueText(tr("From the model"))
        spin.setKeyboardTracking(False)

        def changed(value: float) -> None:
            self.changed.emit(key, None if value < declared.low else round(value, decimals))

        spin.valueChanged.connect(changed)
        self._writers[key] = lambda value: spin.setValue(spin.minimum() if value is None else value)
        return spin
