"""The Library view: packs, their sentences, and the chosen reference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QSplitter, QTabBar, QWidget

from desktop_app.engine.file_kinds import ANNOTATION_SUFFIXES, CLIP_SUFFIXES, TABLE_SUFFIXES
from desktop_app.engine.packs.archive import SUFFIX
from desktop_app.engine.packs.index import IndexedPack, PackKind, Sentence
from desktop_app.message import sentences
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Banner
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, splitter, vbox
from desktop_app.ui.kit.parts import Card, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.library.details import ClipDetails
from desktop_app.ui.library.panels import MenuButton, PackPanel, SentencePanel
from desktop_app.ui.library.work_bar import WorkBar
from desktop_app.ui.player.reference_player import ReferencePlayer

# Below these widths (at 100 % text) two, and then three of the columns share one place.
_ROOM_FOR_THREE: Final = 880
_ROOM_FOR_TWO: Final = 560
_ELSEWHERE: Final = frozenset({"source", "worker capture", "worker landmarks", "letters"})


class LibraryView(Themed, QWidget):
    """Shows packs, progress and banners that its controller passes; emits signals for user input."""

    pack_toggled = Signal(str, bool)  # key, open
    clip_wanted = Signal(str, str)  # key, clip id: for the player
    record_wanted = Signal(str)  # key of the pack to record into, "" to ask the user
    edit_wanted = Signal(list)  # [(key, clip id)]
    delete_wanted = Signal(list)
    undo_wanted = Signal()
    redo_wanted = Signal()
    new_pack_wanted = Signal()
    properties_wanted = Signal(str)
    copy_wanted = Signal(str)
    export_wanted = Signal(str)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)
    import_wanted = Signal(str)  # a folder or table that was dropped, "" to choose
    open_wanted = Signal(str)  # a .signpack that was dropped, "" to choose

    def __init__(self) -> None:
        super().__init__()
        self.packs, self.sentences = PackPanel(), SentencePanel()
        self.player = ReferencePlayer()
        self.player.canvas.empty_text = tr("Choose a sentence to see how it is signed.")
        self.details = ClipDetails()
        self.banners, self.work = BannerArea(), WorkBar()
        self.record = IconPushButton("ph.record", tr("Record a sentence"), "primary")
        shown = QKeySequence("Ctrl+R").toString(QKeySequence.SequenceFormat.NativeText)
        self.record.setToolTip(f"{tr('Record a sentence')} ({shown})")
        self.add = MenuButton("ph.plus", tr("Add"))
        self.index: tuple[IndexedPack, ...] = ()
        self._shown: tuple[str, str] | None = None
        self._global: tuple[Banner, ...] = ()
        self._own: tuple[Banner, ...] = ()
        self.setAcceptDrops(True)
        self._arrange()
        self._menus()
        self._connect()
        self._offer()

    @property
    def columns(self) -> QSplitter:
        """The three columns, whose widths the window remembers."""
        return self._columns

    def show_packs(self, packs: tuple[IndexedPack, ...], open_keys: frozenset[str]) -> None:
        """Show packs, and which are open."""
        self.index = packs
        self._shown = None  # the reference may have changed
        self.packs.show_packs(packs, open_keys)
        self._show_sentences()

    def show_banners(self, banners: tuple[Banner, ...], *, own: bool = False) -> None:
        """Show banners of the whole window that matter here, or the Library's own (`own`)."""
        if own:
            self._own = banners
        else:
            self._global = tuple(banner for banner in banners if banner.about not in _ELSEWHERE)
        self.banners.show_banners((*self._global, *self._own))

    def pack(self, key: str) -> IndexedPack | None:
        return next((pack for pack in self.index if pack.key == key), None)

    def keys(self) -> Keys:
        return self.own_keys() | self.player.keys()

    def own_keys(self) -> Keys:
        """Without those of the player, which the Live view names already."""
        sentences = self.sentences
        return {
            "Ctrl+F": (tr("Find a sentence"), self._find),
            "Ctrl+R": (tr("Record a sentence"), self.record.click),
            "F2": (tr("Edit what is chosen"), sentences.edit.click),
            "Del": (tr("Delete what is chosen"), sentences.delete.click),
            "Ctrl+Z": (tr("Undo the last change"), sentences.undo.click),
            "Ctrl+Shift+Z": (tr("Redo the last change"), sentences.redo.click),
            "Ctrl+N": (tr("New pack"), self.new_pack_wanted.emit),
            "Ctrl+I": (tr("Import videos or recordings"), lambda: self.import_wanted.emit("")),
            "Ctrl+O": (tr("Open a pack file"), lambda: self.open_wanted.emit("")),
            "Ctrl+E": (tr("Export the chosen pack"), lambda: self._on_pack(self.export_wanted)),
            "Alt+Return": (tr("Properties of the chosen pack"), self._properties),
        }

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            (self.open_wanted if path.lower().endswith(SUFFIX) else self.import_wanted).emit(path)

    def refresh_theme(self) -> None:
        self._tabs.setMinimumHeight(self.theme.size(31))  # its size hint is too late for a full window
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        header = hbox(label(tr("Library"), "title"), Stretch(1), self.add, self.record)
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tabs.setAccessibleName(tr("Packs, sentences or reference"))
        for words in (tr("Packs"), tr("Sentences"), tr("Reference")):
            self._tabs.addTab(words)
        self._tabs.setCurrentIndex(1)
        self._tabs.currentChanged.connect(lambda _: self._fit())
        reference = QWidget()
        right = vbox(parent=reference)
        self._player_card, self._details_card = Card(), Card()
        self._player_card.column.addWidget(self.player)
        self._details_card.column.addWidget(self.details)
        fill(right, (self._player_card, 3), (self._details_card, 2))
        self._reference = reference
        self._columns = splitter(
            Qt.Orientation.Horizontal,
            (self.packs, 2),
            (self.sentences, 3),
            (reference, 4),
            sizes=(260, 400, 500),
            handle=SPACE * 2,
        )
        self._columns.installEventFilter(self)
        items = header, self.banners, self.work, self._tabs, (self._columns, 1)
        vbox(*items, parent=self, margins=SPACE * 2, spacing=SPACE + SPACE // 2)

    def _menus(self) -> None:
        add = self.add.entries
        _entry(add, tr("Import videos or recordings…"), "Ctrl+I", lambda: self.import_wanted.emit(""))
        _entry(add, tr("Open a pack file…"), "Ctrl+O", lambda: self.open_wanted.emit(""))
        _entry(add, tr("New pack…"), "Ctrl+N", self.new_pack_wanted.emit)
        menu = self.packs.actions_button.entries
        self.actions_of_pack: dict[str, QAction] = {
            "properties": _entry(menu, tr("Properties…"), "Alt+Return", self._properties),
            "copy": _entry(menu, tr("Make an own copy"), "", lambda: self._on_pack(self.copy_wanted)),
            "export": _entry(menu, tr("Export…"), "Ctrl+E", lambda: self._on_pack(self.export_wanted)),
            "verify": _entry(menu, tr("Check all files"), "", lambda: self._on_pack(self.verify_wanted)),
            "remove": _entry(menu, tr("Remove…"), "", lambda: self._on_pack(self.remove_wanted)),
        }

    def _connect(self) -> None:
        sentences = self.sentences
        self.packs.model.toggled.connect(self.pack_toggled)
        self.packs.chosen.connect(lambda _: self._show_sentences())
        sentences.picked.connect(self._picked)
        sentences.tree.activated.connect(lambda _: sentences.edit.click())
        sentences.edit.clicked.connect(lambda: self.edit_wanted.emit(sentences.clips))
        sentences.delete.clicked.connect(lambda: self.delete_wanted.emit(sentences.clips))
        sentences.undo.clicked.connect(self.undo_wanted)
        sentences.redo.clicked.connect(self.redo_wanted)
        self.record.clicked.connect(self._record)

    def _show_sentences(self) -> None:
        key = self.packs.key
        if key:
            chosen = [pack for pack in self.index if pack.key == key]
        else:
            chosen = [pack for pack in self.index if pack.key in self.packs.model.open]
        found: list[Sentence] = [sentence for pack in chosen for sentence in pack.sentences]
        if len(chosen) > 1:
            found.sort(key=lambda sentence: sentence.text.casefold())
        self.sentences.show_sentences(found, with_pack=len(chosen) > 1, empty=_nothing(chosen, key))
        self._offer()

    def _picked(self) -> None:
        current = self.sentences.current
        if current is None:
            self._shown = None
            self.details.show_clip(None, None)
            self.player.show_clip(None)
            self._details_card.hide()
        else:
            sentence, clip = current
            self._details_card.show()
            self.details.show_clip(clip, self.pack(sentence.pack))
            if self._shown != (sentence.pack, clip.clip_id):
                self._shown = (sentence.pack, clip.clip_id)
                self.clip_wanted.emit(*self._shown)
        self._offer()

    def _offer(self) -> None:
        """Enable the actions that are possible now."""
        clips = self.sentences.clips
        own = {pack.key for pack in self.index if pack.is_own}
        can_edit = bool(clips) and all(key in own for key, _ in clips) and len({key for key, _ in clips}) == 1
        self.sentences.edit.setEnabled(can_edit)
        self.sentences.delete.setEnabled(can_edit)
        self.sentences.undo.setEnabled(any(pack.undo for pack in self.index))
        self.sentences.redo.setEnabled(any(pack.redo for pack in self.index))
        pack = self.packs.pack
        whole = pack is not None and pack.manifest is not None
        for name, action in self.actions_of_pack.items():
            action.setEnabled(whole)
            if name == "properties":
                action.setEnabled(pack is not None and pack.is_own)
            elif name == "remove":
                action.setEnabled(pack is not None and pack.kind is not PackKind.SHIPPED)
        self.packs.actions_button.setEnabled(pack is not None)

    def _record(self) -> None:
        pack = self.packs.pack
        if pack is None and self.sentences.current is not None:
            pack = self.pack(self.sentences.current[0].pack)
        self.record_wanted.emit(pack.key if pack is not None and pack.is_own else "")

    def _properties(self) -> None:
        pack = self.packs.pack
        if pack is not None and pack.is_own:
            self.properties_wanted.emit(pack.key)

    def _on_pack(self, signal: Any) -> None:
        if self.packs.pack is not None:
            signal.emit(self.packs.key)

    def _find(self) -> None:
        self._tabs.setCurrentIndex(1)
        self.sentences.filter.setFocus()
        self.sentences.filter.selectAll()

    def _fit(self) -> None:
        room = self._columns.width() / self.theme.scale
        three, two = room >= _ROOM_FOR_THREE, room >= _ROOM_FOR_TWO
        if two and self._tabs.currentIndex() == 2:
            self._tabs.setCurrentIndex(1)
        at = self._tabs.currentIndex()
        self._tabs.setVisible(not three)
        for panel in (self.packs, self.sentences):
            panel.heading.setVisible(three)  # otherwise the tab shows it
        self._tabs.setTabVisible(2, not two)
        self.packs.setVisible(three or at == 0)
        self.sentences.setVisible(three or at == 1)
        self._reference.setVisible(two or at == 2)


def _nothing(chosen: list[IndexedPack], key: str) -> str:
    if not key and not chosen:
        return tr("No pack is open. Tick one on the left.")
    if chosen and chosen[0].error is not None:
        return localised(sentences(chosen[0].error.message, chosen[0].error.hint))
    if chosen and chosen[0].is_own:
        return tr("This pack is empty. Record a sentence, or import videos.")
    return tr("There is no sentence in it.")


def _entry(menu: Any, words: str, key: str, action: Callable[[], None]) -> QAction:
    """A menu item; the key is only displayed, the view's own shortcut triggers the action."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    entry: QAction = menu.addAction(f"{words}\t{shown}" if shown else words)
    entry.triggered.connect(lambda _=False: action())
    return entry


def _dropped(event: QDropEvent) -> str:
    """The dropped pack file, folder, table or clip; "" for anything else."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and (path.is_dir() or path.suffix.lower() in _DROPPABLE):
            return str(path)
    return ""


_DROPPABLE: Final = CLIP_SUFFIXES | TABLE_SUFFIXES | ANNOTATION_SUFFIXES | {SUFFIX}
