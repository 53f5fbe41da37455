"""The content of a pack file, shown before it is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from desktop_app.engine.packs.index import IndexedPack
from desktop_app.engine.packs.peek import PackOffer
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.dialogs import Dialog, form
from desktop_app.ui.kit.layouts import Stretch, fill, vbox
from desktop_app.ui.kit.parts import label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.library.words import shown_licence, size_words

_LINES: Final = 4  # of the attribution; the pack holds all of them


def offer_facts(offer: PackOffer) -> list[tuple[str, str]]:
    """(name, value) pairs about a pack that can be installed."""
    manifest = offer.manifest
    signers = ", ".join(offer.signers[:6]) + (", …" if len(offer.signers) > 6 else "")
    more = len(manifest.attribution) - _LINES
    facts = [
        (tr("Language of signs"), manifest.language or tr("Not said")),
        (tr("Version"), manifest.version or tr("Not said")),
        (
            tr("Holds"),
            tr("Sentences: {sentences}, takes: {clips}", sentences=offer.sentences, clips=offer.clips),
        ),
        (tr("Pictures of people"), _videos(offer)),
        (tr("Size"), size_words(offer.bytes)),
        (tr("Licence"), shown_licence(manifest.licence) or tr("None is given: ask before you pass it on.")),
        (tr("Signers"), signers or tr("Not said")),
        (tr("Consent"), manifest.consent or tr("Not said")),
        (tr("Attribution"), "\n".join(manifest.attribution[:_LINES]) or tr("Not said")),
        (tr("More to name"), str(more) if more > 0 else ""),
        (tr("File"), offer.path.name),
    ]
    return [(what, value) for what, value in facts if value]


def _videos(offer: PackOffer) -> str:
    if not offer.videos:
        return tr("None: skeletons only")
    return tr("Videos: {count}", count=offer.videos)


class OfferDialog(Dialog):
    """Calls `then(older)` to install the pack, replacing `older` unless it is None."""

    def __init__(
        self,
        parent: QWidget,
        offer: PackOffer,
        older: IndexedPack | None,
        then: Callable[[IndexedPack | None], None],
    ) -> None:
        super().__init__(parent, offer.manifest.name, tr("Install"), width=560)
        self._then, self._older = then, older
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = vbox(parent=inside, margins=(0, 0, SPACE, 0), spacing=None)
        if offer.manifest.description:
            column.addWidget(label(offer.manifest.description, wrap=True))
        rows = form()
        self.facts = offer_facts(offer)
        for what, value in self.facts:
            shown = label(value, wrap=True)
            shown.setAccessibleName(f"{what}: {value}")
            rows.addRow(label(what, "muted"), shown)
        fill(column, rows, Stretch(1))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(tr("What the pack holds"))  # arrow keys scroll it
        scroll.setWidget(inside)
        scroll.setMinimumHeight(220)
        self.column.addWidget(scroll, 1)
        self.beside = QPushButton(tr("Install beside it"))
        self.beside.setAutoDefault(False)
        self.beside.setVisible(older is not None)
        self.beside.clicked.connect(lambda: self._choose(None))
        if older is not None and older.manifest is not None:
            words = tr(
                "You have a pack of this name (version {version}, {clips} references). "
                "Replacing it takes away what you changed in it.",
                version=older.manifest.version or "?",
                clips=older.clips,
            )
            self.column.addWidget(label(words, "strong", wrap=True))
            self.accept_button.setText(tr("Replace it"))
            self.buttons.insertWidget(self.buttons.count() - 1, self.beside)
        self._height = inside.sizeHint().height()
        scroll.setMinimumHeight(min(self._height + SPACE, 420))

    def confirm(self) -> None:
        self._choose(self._older)

    def _choose(self, older: IndexedPack | None) -> None:
        self.accept()
        self._then(older)
