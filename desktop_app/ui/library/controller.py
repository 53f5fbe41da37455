"""The Library: packs that are open, and what is changed in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.engine.packs.index import IndexedPack, PackIndex, names_of, open_keys
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Action, Banner, BannerTone
from desktop_app.ui.kit.dialogs import AskDialog
from desktop_app.ui.kit.relay import Relay, TaskRunner
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.dialogs import ClipDialog, PackDialog
from desktop_app.ui.library.transfers import LibraryFiles
from desktop_app.ui.player.clip import PlayerClip as Playable
from desktop_app.ui.player.reference_loader import pack_clip

if TYPE_CHECKING:
    from desktop_app.engine.packs import PackEditor
    from desktop_app.engine.packs.journal import Step
    from desktop_app.engine.protocols import LandmarkExtractor
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.library.view import LibraryView

Picked = tuple[str, str]  # key of a pack, clip id


class LibraryController(Controller):
    """Joins the Library to packs on the disk. On the window's thread; files are touched on threads beside it.

    Attributes:
        encoding: reports how far references are encoded while the library opens, on the thread that does it.
        files: what comes and goes as whole packs and files.
    """

    def __init__(
        self, view: LibraryView, ports: ControllerPorts, make_extractor: Callable[[], LandmarkExtractor]
    ) -> None:
        """`make_extractor`: builds the tracker of an import, on the import's thread."""
        self._view, self._ports = view, ports
        self._quick, self._player = TaskRunner("library"), TaskRunner("library-player")
        self._shelf, self._encoder = PackIndex(), work.OwnEncoder()
        self._packs: tuple[IndexedPack, ...] = ()
        self._contract = TORSO_540
        self._names = ports.settings().recognition.packs
        self._banners: dict[str, Banner] = {}
        self._undo: list[str] = []  # packs in the order they were edited
        self._redo: list[str] = []
        self._reading = False
        self._after_reading: list[Callable[[], None]] = []
        self._relay = Relay()
        self.encoding = self._relay.paced(self._encoding)
        self.files = LibraryFiles(view, ports, self._quick, self, make_extractor)
        self._connect()

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._contract = recogniser.spec.feature_contract
        self._ports.hide_banner("encoding")
        self.refresh()

    def show_settings(self) -> None:
        settings = self._ports.settings()
        self._view.player.set_mirrored(settings.input.dominant_hand == "left")
        names = settings.recognition.packs
        if names != self._names:
            self._names = names
            self._show()

    def view_changed(self, name: str) -> None:
        if name == "library":
            self.refresh()
            self.files.offer_unfinished()

    def close(self) -> None:
        self._relay.close()
        for background in (self._player, self._quick, self.files.background):
            background.close()

    def encode_waiting(self, folders: list[Path]) -> None:
        """Encode packs that the encoder in use does not know yet, while the others are searched."""
        self.files.encode(folders)

    @property
    def packs(self) -> tuple[IndexedPack, ...]:
        """What there is, as it was last read."""
        return self._packs

    @property
    def open(self) -> frozenset[str]:
        """Keys of the packs that are searched."""
        return open_keys(self._packs, self._names, self._contract)

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read what there is anew, show it, and then do something."""
        if then is not None:
            self._after_reading.append(then)
        if self._reading and then is None:
            return
        self._reading = True
        extra = [Path(name) for name in self._names]

        def read(_: Any) -> tuple[IndexedPack, ...]:
            return self._shelf.read(path for path in extra if len(path.parts) > 1 and path.exists())

        self._quick.start("shelf", read, self._have_read, failed=self.failed)

    def reopen(self, key: str) -> None:
        """The library is a snapshot: read it anew where one of its packs has changed."""
        if key in self.open:
            self._ports.reopen_library()

    def set_open(self, keys: frozenset[str]) -> bool:
        """Search these packs; False where that would be none."""
        if not any(pack.key in keys for pack in self._packs):
            self.tell("open", BannerTone.WARNING, tr("One pack must stay open."), tr("Tick another one first."))
            return False
        self.settled("open")
        names = names_of(self._packs, keys, self._contract)
        if names != self._names:
            self._ports.change("recognition.packs", names)
        if names != self._ports.settings().recognition.packs:
            text = tr("Which packs are open was said when SignMirror was started.")
            self.tell("open", BannerTone.WARNING, text, tr("Start it without --pack to choose here."))
        return True

    def tell(
        self,
        about: str,
        tone: BannerTone,
        text: str,
        hint: str = "",
        actions: tuple[Action, ...] = (),
    ) -> None:
        """A banner of the Library's own; one about the same thing is replaced."""
        self._banners.pop(about, None)
        self._banners[about] = Banner(about, tone, text, hint, actions)
        self._show_banners()

    def settled(self, *abouts: str) -> None:
        """What these banners say is over."""
        for about in abouts:
            self._banners.pop(about, None)
        self._show_banners()

    def failed(self, error: AppError) -> None:
        """Something could not be done: what, and what to try."""
        self._reading = False
        self.tell("library", BannerTone.WARNING, error.user_text, error.hint)

    def _connect(self) -> None:
        view = self._view
        view.pack_toggled.connect(self._toggle)
        view.clip_wanted.connect(self._play)
        view.edit_wanted.connect(self._edit)
        view.delete_wanted.connect(self._delete)
        view.undo_wanted.connect(lambda: self._take_back(self._undo, self._redo, work.undo_last))
        view.redo_wanted.connect(lambda: self._take_back(self._redo, self._undo, work.redo_last))
        view.new_pack_wanted.connect(self._new_pack)
        view.properties_wanted.connect(self._properties)
        for area in (view.banners, view.sentences.notices):
            area.acted.connect(self._act)
            area.closed.connect(self._close_banner)

    def _have_read(self, packs: tuple[IndexedPack, ...]) -> None:
        self._reading = False
        self._packs = packs
        self._show()
        waiting, self._after_reading = self._after_reading, []
        for then in waiting:
            then()

    def _show(self) -> None:
        self._view.show_packs(self._packs, self.open)

    def _show_banners(self) -> None:
        edit = tuple(banner for about, banner in self._banners.items() if about == "edit")
        self._view.sentences.notices.show_banners(edit)
        others = tuple(banner for about, banner in self._banners.items() if about != "edit")
        self._view.show_banners(others, own=True)

    def _close_banner(self, about: str) -> None:
        self._ports.hide_banner(about)
        self.settled(about)

    def _act(self, action: str) -> None:
        match Action(action):
            case Action.UNDO_EDIT:
                self._view.undo_wanted.emit()
            case Action.RETRY_ENGINE:
                self._ports.reopen_library()
            case other:
                self.files.act(other)

    def _encoding(self, done: int, total: int, _: str) -> None:
        """While the library opens: nothing of it can be recognised before."""
        if done >= total:
            self._ports.hide_banner("encoding")
            return
        text = tr("Preparing references for this model: {done} of {total}.", done=done, total=total)
        self._ports.tell("encoding", BannerTone.INFO, text, tr("This is done once."))

    def _toggle(self, key: str, on: bool) -> None:
        self.set_open(self.open | {key} if on else self.open - {key})
        self._show()

    def _play(self, key: str, clip_id: str) -> None:
        shelf = self._view.pack(key)
        self._player.drop()
        self._view.player.expect((key, clip_id))
        if shelf is None or shelf.pack is None:
            return
        pack = shelf.pack

        def show(clip: Playable) -> None:
            self._view.player.receive((key, clip_id), clip)
            self.settled("player")

        def failed(error: AppError) -> None:
            self.tell("player", BannerTone.WARNING, error.user_text, error.hint)

        self._player.start("clip", lambda _: pack_clip(pack, clip_id), show, failed=failed)

    def _edit(self, picked: list[Picked]) -> None:
        pack = self._view.pack(picked[0][0]) if picked else None
        if pack is None or pack.pack is None:
            return
        wanted = {clip_id for _, clip_id in picked}
        clips = [clip for clip in pack.pack.clips if clip.clip_id in wanted]
        sentences = [sentence.text for sentence in pack.sentences]
        categories = sorted({clip.category for clip in pack.pack.clips if clip.category}, key=str.casefold)

        def then(values: dict[str, str]) -> None:
            self._change(pack.key, lambda editor: editor.change(wanted, **values), tr("Changed."))

        dialog = ClipDialog(self._view, clips, sentences, categories, then)
        dialog.open_over(self._view.theme)

    def _delete(self, picked: list[Picked]) -> None:
        if not picked:
            return
        key, wanted = picked[0][0], [clip_id for _, clip_id in picked]
        pack = self._view.pack(key)
        names = {
            sentence.text
            for sentence in (pack.sentences if pack else ())
            for clip in sentence.clips
            if clip.clip_id in wanted
        }
        if len(names) == 1:
            words = tr("Deleted: {name}", name=names.pop())
        else:
            words = tr("Deleted references: {count}", count=len(wanted))
        self._change(key, lambda editor: editor.delete(wanted), words)

    def _change(self, key: str, edit: Callable[[PackEditor], Any], words: str) -> None:
        """One edit of a pack, to be undone from the line that tells it is done."""
        encoder = self._encoder if key in self.open else None

        def done(_: Any) -> None:
            self._undo.append(key)
            self._redo.clear()
            self.settled("library")
            self.tell("edit", BannerTone.INFO, words, actions=(Action.UNDO_EDIT,))
            self._edited(key)

        self._quick.start(
            "edit", lambda report: work.edit_pack(Path(key), edit, encoder, report), done, failed=self.failed
        )

    def _take_back(self, here: list[str], there: list[str], edit: Callable[[PackEditor], Step | None]) -> None:
        key = self._pack_to_take_back(here, undo=here is self._undo)
        if not key:
            return
        encoder = self._encoder if key in self.open else None

        def done(step: Step | None) -> None:
            if here and here[-1] == key:
                here.pop()
            if step is None:
                self.settled("edit")
                self.refresh()
                return
            there.append(key)
            words = tr("Taken back.") if there is self._redo else tr("Done again.")
            self.settled("library")
            self.tell("edit", BannerTone.INFO, words)
            back: list[Picked] = [(key, item.clip.clip_id) for item in step.restore]
            self._edited(key, back)

        self._quick.start(
            "edit", lambda report: work.edit_pack(Path(key), edit, encoder, report), done, failed=self.failed
        )

    def _pack_to_take_back(self, edited: list[str], *, undo: bool) -> str:
        """The pack edited last in this run, else the chosen one, else any with something to take back."""
        can = [pack.key for pack in self._packs if pack.is_own and (pack.undo if undo else pack.redo)]
        while edited and edited[-1] not in can and self._view.pack(edited[-1]) is None:
            edited.pop()  # it was removed
        if edited:
            return edited[-1]
        chosen = self._view.packs.key
        return chosen if chosen in can else can[0] if can else ""

    def _new_pack(self) -> None:
        def then(values: dict[str, Any]) -> None:
            self._quick.start("new", lambda _: work.new_pack(values), self.came, failed=self.failed)

        PackDialog(self._view, None, then).open_over(self._view.theme)

    def came(self, folder: Path, instead_of: str = "") -> None:
        """A pack is there: choose it and open it, `instead_of` another one."""
        key, before = str(folder), self.open

        def then() -> None:
            self._view.packs.select(key)
            self.set_open((before | {key}) - {instead_of})
            self.reopen(key)

        self.settled("library")
        self.refresh(then)

    def _properties(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or pack.manifest is None:
            return

        def then(values: dict[str, Any]) -> None:
            self._change(key, lambda editor: editor.describe(**values), tr("Changed."))

        PackDialog(self._view, pack.manifest, then).open_over(self._view.theme)

    def _edited(self, key: str, back: list[Picked] | None = None) -> None:
        """Show the pack as it is now, with what came `back` chosen, and open the library anew."""
        before = self.open

        def then() -> None:
            if back:
                self._view.sentences.select_clips(back)
            if self._names and names_of(self._packs, before, self._contract) != self._names:
                self.set_open(before)  # the settings name a pack by its title, and that is another one now
            else:
                self.reopen(key)

        self.refresh(then)

    def ask(
        self,
        title: str,
        text: str,
        accept: str,
        then: Callable[[bool], None],
        switch: str = "",
        *,
        danger: bool = False,
    ) -> None:
        """A question over the Library."""
        dialog = AskDialog(self._view, title, text, accept, then, switch=switch, danger=danger)
        dialog.open_over(self._view.theme)
