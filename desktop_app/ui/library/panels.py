"""The two lists of the Library: packs, and the sentences in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop_app.engine.packs.index import IndexedPack, Sentence
from desktop_app.engine.packs.manifest import ReferenceClip
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, scroll_area, vbox
from desktop_app.ui.kit.parts import Combo, IconButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.library.delegates import PackDelegate, SentenceDelegate
from desktop_app.ui.library.model import PackModel, RowKey, SentenceModel
from desktop_app.ui.library.words import pack_facts

Picked = tuple[str, str]  # key of a pack, clip id
MOST_KEPT = 200  # selected rows that are restored after a change; more are hardly selected one by one


class MenuButton(Themed, QToolButton):
    """A button with text and icon that opens a menu."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.entries = QMenu(self)
        self.setMenu(self.entries)

    def refresh_theme(self) -> None:
        side = self.theme.size(18)
        self.setIconSize(QSize(side, side))
        self.setIcon(self.theme.icon(self._icon))


class SentenceTree(Themed, QTreeView):
    """A tree with carets from the icon set. Tabbing into it selects the first row."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.selectionModel()
        by_key = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        if by_key and not model.hasSelection() and self.model().rowCount():
            at = model.currentIndex() if model.currentIndex().isValid() else self.model().index(0, 0)
            model.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.fillRect(rect, QColor(self.theme.palette.card))  # the style marks the selected row here, too
        if not self.model().hasChildren(index):
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        folded = "ph.caret-left-bold" if mirrored else "ph.caret-right-bold"
        open_ = self.isExpanded(self.model().index(index.row(), 0))
        side = self.theme.size(12)
        x, y = rect.center().x() - side // 2, rect.center().y() - side // 2
        icon = self.theme.icon("ph.caret-down-bold" if open_ else folded, self.theme.palette.muted)
        icon.paint(painter, x, y, side, side)


class PackPanel(Themed, QWidget):
    """The packs. Choosing one shows its sentences, choosing none those of all open packs."""

    chosen = Signal(str)  # key, "" for all open packs

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.model = PackModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PackDelegate(self.list))
        self.list.setAccessibleName(tr("Packs"))
        self.list.setAccessibleDescription(tr("Space opens or closes a pack for recognition."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.all = QToolButton()
        self.all.setText(tr("All open packs"))
        self.all.setCheckable(True)
        self.all.setChecked(True)
        self.all.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.all.clicked.connect(self._choose_all)
        self.actions_button = MenuButton("ph.dots-three", tr("Pack"))
        column = vbox(parent=self)
        self.heading = label(tr("Packs"), "section")
        heading = hbox(self.heading, Stretch(1), self.actions_button, spacing=None)
        self.facts = label(pack_facts(None), "caption", wrap=True)
        fill(column, heading, self.all, (self.list, 1), self.facts)
        self.chosen.connect(lambda _: self.facts.setText(pack_facts(self.pack)))
        self.list.selectionModel().currentChanged.connect(self._choose)

    @property
    def key(self) -> str:
        """The chosen pack, "" for all open ones."""
        index = self.list.selectionModel().currentIndex()
        return self.model.packs[index.row()].key if index.isValid() and not self.all.isChecked() else ""

    @property
    def pack(self) -> IndexedPack | None:
        return next((pack for pack in self.model.packs if pack.key == self.key), None)

    def show_packs(self, packs: tuple[IndexedPack, ...], open_keys: frozenset[str]) -> None:
        """Show packs; the chosen one stays chosen if it is still there."""
        kept = self.key
        self._quiet = True
        self.model.set_packs(packs, open_keys)
        self._quiet = False
        if kept and not self.select(kept):
            self._choose_all()
        self.facts.setText(pack_facts(self.pack))

    def select(self, key: str) -> bool:
        """Choose a pack; False if it is not in the list."""
        for row, pack in enumerate(self.model.packs):
            if pack.key == key:
                self._quiet = True
                self.list.setCurrentIndex(self.model.index(row))
                self._quiet = False
                self.all.setChecked(False)
                self.chosen.emit(key)
                return True
        return False

    def refresh_theme(self) -> None:
        self.list.scheduleDelayedItemsLayout()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.all.setChecked(False)
            self.chosen.emit(self.key)

    def _choose_all(self) -> None:
        self.all.setChecked(True)
        self.list.setCurrentIndex(QModelIndex())
        self.list.clearSelection()
        self.chosen.emit("")


class SentencePanel(Themed, QWidget):
    """Sentences with a text filter, a category filter, and actions on selected ones."""

    picked = Signal()  # the chosen rows changed

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self._empty = ""
        self._unfolded: dict[RowKey, None] = {}
        self.model = SentenceModel()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a sentence"))
        self.filter.setAccessibleName(tr("Find a sentence"))
        self.filter.setClearButtonEnabled(True)
        self.category = Combo()
        self.category.setAccessibleName(tr("Category"))
        self.category.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setMinimumContentsLength(5)
        self.tree = SentenceTree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(SentenceDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setMouseTracking(True)
        self.tree.setAccessibleName(tr("Sentences"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_place = scroll_area(self.empty)
        self.count = label("", "caption")
        self.notices = BannerArea()
        self.edit = IconButton("ph.pencil-simple", tr("Edit"), "F2")
        self.delete = IconButton("ph.trash", tr("Delete"), "Del")
        self.undo = IconButton("ph.arrow-u-up-left", tr("Undo"), "Ctrl+Z")
        self.redo = IconButton("ph.arrow-u-up-right", tr("Redo"), "Ctrl+Shift+Z")
        self._arrange()
        self.set_categories()
        self.filter.textChanged.connect(lambda _: self._filter())
        self.filter.returnPressed.connect(self.tree.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.tree.setFocus)
        self.category.activated.connect(lambda _: self._filter())
        self.tree.expanded.connect(lambda index: self._unfold(index, on=True))
        self.tree.collapsed.connect(lambda index: self._unfold(index, on=False))
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._picked())
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._picked())

    @property
    def clips(self) -> list[Picked]:
        """All selected takes; a selected sentence stands for all of its takes."""
        found: dict[Picked, None] = {}
        for index in self.tree.selectionModel().selectedRows():
            sentence = self.model.sentence_at(index)
            if sentence is not None:
                found |= dict.fromkeys((sentence.pack, clip.clip_id) for clip in self.model.clips_at(index))
        return list(found)

    @property
    def current(self) -> tuple[Sentence, ReferenceClip] | None:
        """The reference to play."""
        index = self.tree.selectionModel().currentIndex()
        sentence, clips = self.model.sentence_at(index), self.model.clips_at(index)
        return (sentence, clips[0]) if sentence is not None and clips else None

    def show_sentences(self, sentences: Iterable[Sentence], *, with_pack: bool, empty: str) -> None:
        """Show sentences. The selection is kept, or moves to the row that took its place."""
        top = self.tree.currentIndex().parent() if self.tree.currentIndex().parent().isValid() else None
        row = (top or self.tree.currentIndex()).row()
        with self._keeping(row):
            self.model.set_sentences(tuple(sentences), with_pack=with_pack)
            self.set_categories()
        self._empty = empty
        self._counted()
        self.picked.emit()

    def select_clips(self, clips: list[Picked]) -> None:
        """Select takes and show the first."""
        self._quiet = True
        keys = [RowKey(pack, -1, clip_id, False) for pack, clip_id in clips]
        self._select(keys, keys[0] if keys else None, -1)
        self._quiet = False
        self.picked.emit()

    def set_categories(self) -> None:
        """Set the existing categories; the chosen one is kept."""
        chosen, names = self.category.currentData(), self.model.categories()
        with QSignalBlocker(self.category):
            self.category.clear()
            self.category.addItem(tr("All categories"), None)
            for name in names:
                self.category.addItem(name, name)
            self.category.setCurrentIndex(max(self.category.findData(chosen), 0) if chosen else 0)
        self.category.setVisible(bool(names))
        if chosen is not None and chosen not in names:
            self._filter()

    def refresh_theme(self) -> None:
        self.tree.setIndentation(self.theme.size(20))
        self.filter.setMinimumWidth(self.theme.size(104))
        self.tree.scheduleDelayedItemsLayout()

    def _filter(self) -> None:
        with self._keeping(-1):
            self.model.set_filter(self.filter.text(), self.category.currentData())
        self._counted()
        self.picked.emit()

    def _picked(self) -> None:
        if not self._quiet:
            self.picked.emit()

    def _counted(self) -> None:
        shown, total = len(self.model.visible), len(self.model.sentences)
        words = tr("Sentences: {total}", total=total)
        self.count.setText(words if shown == total else tr("{shown} of {total}", shown=shown, total=total))
        nothing_like_it = tr("No sentence is like that. Try fewer letters, or another category.")
        self.empty.setText(nothing_like_it if total else self._empty)
        self._empty_place.setVisible(not shown)
        self.tree.setVisible(bool(shown))

    @contextmanager
    def _keeping(self, row: int) -> Iterator[None]:
        """Keeps selected and expanded rows while the model is reset."""
        selection = self.tree.selectionModel()
        rows = selection.selectedRows()
        chosen = [key for index in rows[:MOST_KEPT] if (key := self.model.key_at(index)) is not None]
        current = self.model.key_at(selection.currentIndex())
        unfolded = list(self._unfolded)
        self._quiet = True
        yield
        for key in unfolded:
            index = self.model.index_of(key)
            if index.isValid():
                self.tree.expand(index)
        self._unfolded |= dict.fromkeys(unfolded)  # also rows that the filter hides
        self._select(chosen, current, row)
        self._quiet = False

    def _unfold(self, index: QModelIndex, *, on: bool) -> None:
        key = self.model.key_at(index)
        if key is not None and on:
            self._unfolded[key] = None
        elif key is not None:
            self._unfolded.pop(key, None)

    def _select(self, chosen: list[RowKey], current: RowKey | None, row: int) -> None:
        """Select rows; if none of them exists any more, the one now at `row` (-1: none)."""
        model = self.tree.selectionModel()
        model.clear()
        found = QItemSelection()
        for key in chosen[:MOST_KEPT]:
            index = self.model.index_of(key)
            if index.isValid():
                found.select(index, index)
        at = self.model.index_of(current) if current else QModelIndex()
        if not at.isValid() and row >= 0 and self.model.visible:
            at = self.model.index(min(row, len(self.model.visible) - 1), 0)
            if not found.indexes() and chosen:
                found.select(at, at)
        model.select(found, QItemSelectionModel.SelectionFlag.Select)
        if at.isValid():
            model.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(at)

    def _arrange(self) -> None:
        column = vbox(parent=self)
        heading = hbox(spacing=2)
        self.heading = label(tr("Sentences"), "section")
        fill(heading, self.heading, Stretch(1), self.edit, self.delete, self.undo, self.redo)
        find = hbox((self.filter, 3), (self.category, 2))
        fill(column, heading, find, (self.tree, 1), (self._empty_place, 1), self.notices, self.count)
