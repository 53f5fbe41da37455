"""Forms of the Library: properties of a pack, and labels of one or several references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.engine.packs.manifest import PackManifest, ReferenceClip
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.dialogs import Dialog, add_row, form, scrolled
from desktop_app.ui.kit.parts import Combo, label

LICENCES: Final = ("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "MIT")


def editable_combo(choices: Sequence[str], value: str) -> Combo:
    """An editable combo box; its items are suggestions only."""
    made = Combo()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    made.addItems(list(choices))
    made.setCurrentText(value)
    return made


class PackDialog(Dialog):
    """A new pack, or the properties of one; `then` gets the values."""

    def __init__(
        self, parent: QWidget, manifest: PackManifest | None, then: Callable[[dict[str, Any]], None]
    ) -> None:
        new = manifest is None
        super().__init__(
            parent,
            tr("New pack") if new else tr("Properties of the pack"),
            tr("Make it") if new else tr("Save"),
        )
        self._then, self._manifest = then, manifest
        self.name = QLineEdit(manifest.name if manifest else "")
        self.language = QLineEdit(manifest.language if manifest else "")
        self.version = QLineEdit(manifest.version if manifest else "1")
        self.licence = editable_combo(LICENCES, manifest.licence if manifest else "")
        self.attribution = QPlainTextEdit("\n".join(manifest.attribution) if manifest else "")
        self.consent = QPlainTextEdit(manifest.consent if manifest else "")
        for text in (self.attribution, self.consent):
            text.setTabChangesFocus(True)
            text.setMinimumHeight(56)
            text.setMaximumHeight(96)
        self.name.setPlaceholderText(tr("My class"))
        self.language.setPlaceholderText(tr("Ghanaian Sign Language"))
        self.consent.setPlaceholderText(tr("What the people in it have agreed to"))
        self.attribution.setPlaceholderText(tr("Whom to name, one a line"))
        rows = form()
        add_row(rows, tr("Name"), self.name)
        add_row(rows, tr("Language of signs"), self.language)
        add_row(rows, tr("Version"), self.version)
        add_row(rows, tr("Licence"), self.licence)
        add_row(rows, tr("Attribution"), self.attribution)
        add_row(rows, tr("Consent"), self.consent)
        self.column.addWidget(scrolled(rows), 1)
        self.name.setFocus()

    def values(self) -> dict[str, Any]:
        lines = tuple(line.strip() for line in self.attribution.toPlainText().splitlines() if line.strip())
        return {
            "name": self.name.text().strip(),
            "language": self.language.text().strip(),
            "version": self.version.text().strip() or "1",
            "licence": self.licence.currentText().strip(),
            "attribution": lines,
            "consent": self.consent.toPlainText().strip(),
        }

    def confirm(self) -> None:
        values = self.values()
        if not values["name"]:
            self.refuse(tr("Give the pack a name."))
            self.name.setFocus()
            return
        if self._manifest is not None:
            values = {key: value for key, value in values.items() if value != getattr(self._manifest, key)}
        self.accept()
        if values:
            self._then(values)


class ClipDialog(Dialog):
    """Labels of references. Of several, only fields that are edited here change."""

    def __init__(
        self,
        parent: QWidget,
        clips: Sequence[ReferenceClip],
        sentences: Sequence[str],
        categories: Sequence[str],
        then: Callable[[dict[str, str]], None],
    ) -> None:
        super().__init__(parent, tr("Edit"), tr("Save"))
        self._then = then
        if len(clips) > 1:
            words = tr("References: {count}. What you leave as it is stays different.", count=len(clips))
            self.column.addWidget(label(words, "muted", wrap=True))
        self._fields: dict[str, tuple[QWidget, str | None]] = {}
        rows = form()

        def common(name: str) -> str | None:
            values = {getattr(clip, name) for clip in clips}
            return values.pop() if len(values) == 1 else None

        for name, words, choices in (
            ("sentence", tr("Sentence"), sentences),
            ("category", tr("Category"), categories),
            ("variant", tr("Variant"), ()),
            ("signer_id", tr("Signer"), ()),
            ("handedness", tr("Hand"), None),
            ("source", tr("Source"), ()),
            ("licence", tr("Licence"), LICENCES),
            ("consent", tr("Consent"), ()),
        ):
            value = common(name)
            field = _field(value, choices)
            self._fields[name] = (field, value)
            add_row(rows, words, field)
        self.column.addWidget(scrolled(rows), 1)
        self.field("sentence").setFocus()

    def field(self, name: str) -> QWidget:
        return self._fields[name][0]

    def changed(self) -> dict[str, str]:
        """The fields whose text has changed."""
        found = {}
        for name, (field, before) in self._fields.items():
            text = _text(field)
            if text is not None and text != (before or ""):
                found[name] = text
        return found

    def confirm(self) -> None:
        changed = self.changed()
        if not changed.get("sentence", "x"):
            self.refuse(tr("A sentence cannot be empty."))
            self.field("sentence").setFocus()
            return
        self.accept()
        if changed:
            self._then(changed)


def _field(value: str | None, choices: Sequence[str] | None) -> QWidget:
    different = tr("Different") if value is None else ""
    if choices is None:  # the stronger hand
        hand = Combo()
        for words, data in (
            (different or tr("Not said"), None if value is None else ""),
            (tr("Right"), "right"),
            (tr("Left"), "left"),
            (tr("Both"), "both"),
        ):
            hand.addItem(words, data)
        hand.setCurrentIndex(max(hand.findData(value), 0) if value else 0)
        return hand
    if choices:
        combo = editable_combo(choices, value or "")
        line = combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(different)
        return combo
    line = QLineEdit(value or "")
    line.setCursorPosition(0)
    line.setPlaceholderText(different)
    return line


def _text(field: QWidget) -> str | None:
    """None if the field is unchanged."""
    if isinstance(field, QComboBox):
        if not field.isEditable():
            data = field.currentData()
            return None if data is None else str(data)
        return field.currentText().strip()
    return field.text().strip() if isinstance(field, QLineEdit) else None
