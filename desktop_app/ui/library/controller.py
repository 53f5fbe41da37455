"""The Library: shows packs and edits them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.engine.packs.rescue import undo_last_edit
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Action, Banner, BannerList, BannerTone
from desktop_app.ui.kit.relay import Relay, TaskRunner
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.dialogs import ClipDialog, PackDialog
from desktop_app.ui.library.imports import PackImports
from desktop_app.ui.library.long_tasks import LongTasks
from desktop_app.ui.library.open_packs import OpenPacks
from desktop_app.ui.library.transfers import PackTransfers
from desktop_app.ui.player.reference_loader import pack_clip

if TYPE_CHECKING:
    from desktop_app.engine.packs import PackEditor
    from desktop_app.engine.packs.journal import Step
    from desktop_app.engine.protocols import LandmarkExtractor
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.errors import AppError
    from desktop_app.ui.library.view import LibraryView
    from desktop_app.ui.player.clip import PlayerClip

Picked = tuple[str, str]  # key of a pack, clip id
Result = TypeVar("Result")


class LibraryController(Controller):
    """Joins the Library view to packs, which are read and written in the background. On the window's thread.

    Attributes:
        encoding: reports the encoding of references while the library opens; called on the thread that encodes.
        packs: the packs of this computer, and which are open.
        imports, transfers: what adds or removes whole packs and files.
    """

    def __init__(
        self, view: LibraryView, ports: ControllerPorts, make_extractor: Callable[[], LandmarkExtractor]
    ) -> None:
        """`make_extractor`: builds the tracker of an import, on the import's thread."""
        self._view, self._ports = view, ports
        self._tasks, self._player = TaskRunner("library"), TaskRunner("library-player")
        self._banners = BannerList(self._show_banners)
        self._failed = partial(self._banners.failed, "library")
        self._encoder = work.OwnEncoder()
        self._undo: list[str] = []  # packs in the order they were edited
        self._redo: list[str] = []
        self._relay = Relay()
        self.encoding = self._relay.paced(self._encoding)
        self.packs = OpenPacks(view, ports, self._tasks, self._banners)
        self.long_tasks = LongTasks(view.work, self._banners)
        shared = (view, ports, self.packs, self._tasks, self.long_tasks, self._banners)
        self.transfers = PackTransfers(*shared)
        self.imports = PackImports(*shared, make_extractor)
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether a background task runs or waits."""
        return self._tasks.busy or self._player.busy or self.long_tasks.busy

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self.packs.contract = recogniser.spec.feature_contract
        self._ports.banners.hide("encoding")
        self.packs.refresh()

    def show_settings(self) -> None:
        self._view.player.set_mirrored(self._ports.settings().input.dominant_hand == "left")
        self.packs.settings_changed()

    def view_changed(self, name: str) -> None:
        if name == "library":
            self.packs.refresh()
            self.imports.offer_unfinished()

    def close(self) -> None:
        self._relay.close()
        for tasks in (self._player, self._tasks, self.long_tasks):
            tasks.close()

    def encode_waiting(self, folders: Sequence[Path]) -> None:
        """Encode packs that the encoder in use does not know yet, while the others are searched."""
        self.transfers.encode(folders)

    def open_file(self, path: Path) -> None:
        """Show the content of a pack file, and offer to install it."""
        self.transfers.open_file(str(path))

    def _connect(self) -> None:
        view = self._view
        view.pack_toggled.connect(self._toggle)
        view.clip_wanted.connect(self._play)
        view.edit_wanted.connect(self._edit)
        view.delete_wanted.connect(self._delete)
        view.undo_wanted.connect(lambda: self._take_back(self._undo, self._redo, undo_last_edit))
        view.redo_wanted.connect(lambda: self._take_back(self._redo, self._undo, work.redo_last))
        view.new_pack_wanted.connect(self._new_pack)
        view.properties_wanted.connect(self._properties)
        for area in (view.banners, view.sentences.notices):
            area.acted.connect(self._act)
            area.closed.connect(self._close_banner)

    def _show_banners(self, banners: tuple[Banner, ...]) -> None:
        """Edits are shown beside the sentences, everything else above them."""
        self._view.sentences.notices.show_banners(tuple(one for one in banners if one.about == "edit"))
        self._view.show_banners(tuple(one for one in banners if one.about != "edit"), own=True)

    def _close_banner(self, about: str) -> None:
        self._ports.banners.hide(about)
        self._banners.hide(about)

    def _act(self, action: str) -> None:
        match Action(action):
            case Action.UNDO_EDIT:
                self._view.undo_wanted.emit()
            case Action.RETRY_ENGINE:
                self._ports.reopen_library()
            case other:
                self.imports.act(other)

    def _encoding(self, done: int, total: int, _: str) -> None:
        """Nothing in the library can be recognised until it is encoded."""
        if done >= total:
            self._ports.banners.hide("encoding")
            return
        text = tr("Preparing references for this model: {done} of {total}.", done=done, total=total)
        self._ports.banners.show("encoding", BannerTone.INFO, text, tr("This is done once."))

    def _toggle(self, key: str, on: bool) -> None:
        keys = self.packs.keys
        self.packs.set_open(keys | {key} if on else keys - {key})
        self.packs.show()

    def _play(self, key: str, clip_id: str) -> None:
        """Play a reference; only the one that was chosen last is shown."""
        found = self._view.pack(key)
        self._player.drop()
        self._view.player.expect((key, clip_id))
        if found is None or found.pack is None:
            return
        pack = found.pack

        def show(clip: PlayerClip) -> None:
            self._view.player.receive((key, clip_id), clip)
            self._banners.hide("player")

        self._player.start(
            "clip",
            lambda _: pack_clip(pack, clip_id),
            show,
            failed=partial(self._banners.failed, "player"),
        )

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
        """Edit a pack; the banner that confirms it offers to undo it."""
        is_open = key in self.packs.keys

        def done(_: Any) -> None:
            self._undo.append(key)
            self._redo.clear()
            self._banners.hide("library")
            self._banners.show("edit", BannerTone.INFO, words, actions=(Action.UNDO_EDIT,))
            self._edited(key, is_open)

        self._run_edit(key, is_open, lambda folder: work.edit_pack(folder, edit), done)

    def _take_back(self, here: list[str], there: list[str], edit: Callable[[Path], Step | None]) -> None:
        key = self._pack_to_take_back(here, undo=here is self._undo)
        if not key:
            return
        is_open = key in self.packs.keys

        def done(step: Step | None) -> None:
            if here and here[-1] == key:
                here.pop()
            if step is None:
                self._banners.hide("edit")
                self.packs.refresh()
                return
            there.append(key)
            words = tr("Undone.") if there is self._redo else tr("Redone.")
            self._banners.hide("library")
            self._banners.show("edit", BannerTone.INFO, words)
            back: list[Picked] = [(key, item.clip.clip_id) for item in step.restore]
            self._edited(key, is_open, back)

        self._run_edit(key, is_open, edit, done)

    def _run_edit(
        self,
        key: str,
        is_open: bool,
        edit: Callable[[Path], Result],
        done: Callable[[Result], None],
    ) -> None:
        """Edit a pack, then encode it if it is searched. Closing waits for the edit, not for the encoding."""
        folder = Path(key)

        def encode(result: Result) -> None:
            def failed(error: AppError) -> None:
                done(result)
                self._failed(error)

            if is_open:
                self._tasks.start(
                    "encode",
                    lambda report: work.encode_pack(folder, self._encoder, report),
                    lambda _: done(result),
                    failed=failed,
                )
            else:
                done(result)

        self._tasks.start("edit", lambda _: edit(folder), encode, failed=self._failed, durable=True)

    def _pack_to_take_back(self, edited: list[str], *, undo: bool) -> str:
        """The pack edited last in this run, else the chosen one, else any with something to undo or redo."""
        can = [pack.key for pack in self.packs.packs if (pack.undo if undo else pack.redo)]
        while edited and edited[-1] not in can and self._view.pack(edited[-1]) is None:
            edited.pop()  # it was removed
        if edited:
            return edited[-1]
        chosen = self._view.packs.key
        return chosen if chosen in can else can[0] if can else ""

    def _new_pack(self) -> None:
        def then(values: dict[str, Any]) -> None:
            self._tasks.start("new", lambda _: work.new_pack(values), self.packs.add, failed=self._failed)

        PackDialog(self._view, None, then).open_over(self._view.theme)

    def _properties(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or pack.manifest is None:
            return

        def then(values: dict[str, Any]) -> None:
            self._change(key, lambda editor: editor.describe(**values), tr("Changed."))

        PackDialog(self._view, pack.manifest, then).open_over(self._view.theme)

    def _edited(self, key: str, was_open: bool, back: list[Picked] | None = None) -> None:
        """Show the edited pack, select restored clips (`back`), and reopen the library if needed."""

        def then() -> None:
            if back:
                self._view.sentences.select_clips(back)
            if was_open and key not in self.packs.keys:  # the setting names it by its former title
                self.packs.set_open(self.packs.keys | {key})
            else:
                self.packs.reopen(key)

        self.packs.refresh(then)
