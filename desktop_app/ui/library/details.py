"""Details of the chosen reference, below its picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QScrollArea, QWidget

from desktop_app.engine.packs.index import IndexedPack
from desktop_app.engine.packs.manifest import ReferenceClip
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, fill, vbox
from desktop_app.ui.kit.parts import label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.library.words import clip_facts


class ClipDetails(Themed, QScrollArea):
    """Two columns of text; long values wrap."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[tuple[str, str]] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("About this reference"))
        self._clear()

    def show_clip(self, clip: ReferenceClip | None, pack: IndexedPack | None) -> None:
        """Show the details of a reference; None if nothing is chosen."""
        facts = clip_facts(clip, pack) if clip is not None and pack is not None else []
        if facts == self.facts:
            return
        self.facts = facts
        self._clear()
        form = self._form
        for what, value in facts:
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{what}: {value}")
            form.addRow(label(what, "muted"), shown)

    def _clear(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = vbox(parent=inside, margins=(0, 0, SPACE, 0), spacing=None)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(SPACE * 2)
        self._form.setVerticalSpacing(SPACE // 2)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fill(column, self._form, Stretch(1))
        self.setWidget(inside)
