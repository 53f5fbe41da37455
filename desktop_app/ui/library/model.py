"""Models of the Library's lists: packs, and sentences with their takes. No widgets per row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.engine.packs.index import IndexedPack, Sentence
from desktop_app.engine.packs.manifest import ReferenceClip
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.library.words import pack_tip, sentence_note, take_line, take_note

Index = QModelIndex | QPersistentModelIndex
NOTE_ROLE: Final = Qt.ItemDataRole.UserRole + 1  # the muted text beside it
PACK_ROLE: Final = Qt.ItemDataRole.UserRole + 2  # IndexedPack
_ROOT: Final = QModelIndex()


class RowKey(NamedTuple):
    """Identifies a row independently of the filter: a sentence (`top`) by its first take, or one take."""

    pack: str
    sentence_id: int
    clip_id: str
    top: bool


class PackModel(QAbstractListModel):
    """Packs with a check mark for open ones."""

    toggled = Signal(str, bool)  # key, open

    def __init__(self) -> None:
        super().__init__()
        self.packs: tuple[IndexedPack, ...] = ()
        self.open: frozenset[str] = frozenset()

    def set_packs(self, packs: Sequence[IndexedPack], open_keys: frozenset[str]) -> None:
        same = [pack.key for pack in packs] == [pack.key for pack in self.packs]
        if same:
            self.packs, self.open = tuple(packs), open_keys
            if packs:
                self.dataChanged.emit(self.index(0), self.index(len(packs) - 1))
            return
        self.beginResetModel()
        self.packs, self.open = tuple(packs), open_keys
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.packs)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self.can_toggle(self.packs[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def can_toggle(self, pack: IndexedPack) -> bool:
        """Alphabets and damaged packs cannot be opened; an open one can be closed."""
        return pack.key in self.open or (pack.manifest is not None and not pack.is_alphabet)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        pack = self.packs[index.row()]
        is_open = pack.key in self.open
        if role == Qt.ItemDataRole.DisplayRole:
            return pack.name
        if role == PACK_ROLE:
            return pack
        if role == Qt.ItemDataRole.ToolTipRole:
            return pack_tip(pack)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([pack.name, tr("open") if is_open else tr("closed")])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return pack_tip(pack)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_open else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggled.emit(self.packs[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class SentenceModel(QAbstractItemModel):
    """Sentences; those with several takes are expandable. Filters a thousand sentences in a millisecond."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: tuple[Sentence, ...] = ()
        self.visible: list[Sentence] = []
        self.with_pack = False
        self._words: list[str] = []
        self._category: str | None = None
        self._rows: dict[tuple[str, int | str], tuple[int, int]] | None = None

    def set_sentences(self, sentences: Sequence[Sentence], *, with_pack: bool) -> None:
        """Show these, in this order; `with_pack` adds the name of the pack."""
        self.beginResetModel()
        self.sentences, self.with_pack = tuple(sentences), with_pack
        self.visible, self._rows = self._matching(), None
        self.endResetModel()

    def set_filter(self, text: str, category: str | None) -> None:
        """Keep sentences that contain all words of `text`, of one category (None: of any)."""
        words = text.casefold().split()
        if (words, category) == (self._words, self._category):
            return
        self.beginResetModel()
        self._words, self._category = words, category
        self.visible, self._rows = self._matching(), None
        self.endResetModel()

    def categories(self) -> list[str]:
        """The existing categories, sorted."""
        found = {clip.category for sentence in self.sentences for clip in sentence.clips if clip.category}
        return sorted(found, key=str.casefold)

    def sentence_at(self, index: Index) -> Sentence | None:
        """The sentence of a row or of the take in it."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self.visible[index.row() if number == 0 else number - 1]

    def clips_at(self, index: Index) -> tuple[ReferenceClip, ...]:
        """All takes of a sentence, or the one take."""
        sentence = self.sentence_at(index)
        if sentence is None:
            return ()
        return sentence.clips if index.internalId() == 0 else (sentence.clips[index.row()],)

    def key_at(self, index: Index) -> RowKey | None:
        sentence, clips = self.sentence_at(index), self.clips_at(index)
        if sentence is None or not clips:
            return None
        return RowKey(sentence.pack, sentence.sentence_id, clips[0].clip_id, index.internalId() == 0)

    def index_of(self, key: RowKey) -> QModelIndex:
        """The row of a key; the only take of a sentence has the row of the sentence. Invalid if hidden."""
        if self._rows is None:
            self._rows = {}
            for row, sentence in enumerate(self.visible):
                self._rows[sentence.pack, sentence.sentence_id] = (row, -1)
                for number, clip in enumerate(sentence.clips):
                    self._rows[sentence.pack, clip.clip_id] = (row, number)
        found = self._rows.get((key.pack, key.sentence_id)) if key.top else None
        found = found or self._rows.get((key.pack, key.clip_id))
        if found is None:
            return QModelIndex()
        row, number = found
        top = self.index(row, 0)
        return top if key.top or len(self.visible[row].clips) == 1 else self.index(number, 0, top)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        # Called for every row at each letter of the filter: keep it cheap.
        below = parent.isValid()
        if row < 0 or column != 0 or row >= (self.rowCount(parent) if below else len(self.visible)):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if below else 0)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        number = child.internalId() if child.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self.visible)
        if parent.internalId():
            return 0
        takes = len(self.visible[parent.row()].clips)
        return takes if takes > 1 else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sentence = self.sentence_at(index)
        if sentence is None:
            return None
        top = index.internalId() == 0
        clip = sentence.clips[0 if top else index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence.text if top else take_line(index.row() + 1)
        note = sentence_note(sentence, with_pack=self.with_pack) if top else take_note(clip)
        if role == NOTE_ROLE:
            return note
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([sentence.text] if top else [sentence.text, take_line(index.row() + 1)])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return note
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (sentence.text, note, sentence.pack_name) if part)
        return None

    def _matching(self) -> list[Sentence]:
        words, category = self._words, self._category
        return [
            sentence
            for sentence in self.sentences
            if all(word in sentence.haystack for word in words)
            and (category is None or any(clip.category == category for clip in sentence.clips))
        ]
