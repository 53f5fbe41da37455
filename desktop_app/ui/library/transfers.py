"""Whole packs: install, export, copy, verify, remove and encode them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.engine.packs import VerifyReport
from desktop_app.engine.packs.index import IndexedPack
from desktop_app.engine.packs.peek import PackOffer, peek
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import BannerTone
from desktop_app.ui.kit.dialogs import AskDialog, choose_path
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.offer import OfferDialog
from desktop_app.ui.library.words import size_words

if TYPE_CHECKING:
    from desktop_app.ui.controller import ControllerPorts
    from desktop_app.ui.kit.banner import BannerList
    from desktop_app.ui.kit.relay import Report, TaskRunner
    from desktop_app.ui.library.long_tasks import LongTasks
    from desktop_app.ui.library.open_packs import OpenPacks
    from desktop_app.ui.library.view import LibraryView


class PackTransfers:
    """Joins the actions on whole packs to their tasks. Used on the window's thread.

    Args:
        tasks: for short tasks. long_tasks: for long ones.
    """

    def __init__(
        self,
        view: LibraryView,
        ports: ControllerPorts,
        packs: OpenPacks,
        tasks: TaskRunner,
        long_tasks: LongTasks,
        banners: BannerList,
    ) -> None:
        self._view, self._ports, self._packs, self._banners = view, ports, packs, banners
        self._tasks, self._long_tasks = tasks, long_tasks
        self._failed = partial(banners.failed, "library")
        self._not_encoded: set[Path] = set()
        view.open_wanted.connect(self.open_file)
        view.export_wanted.connect(self._export)
        view.copy_wanted.connect(self._copy)
        view.verify_wanted.connect(self._verify)
        view.remove_wanted.connect(self._remove)

    def open_file(self, path: str) -> None:
        """Show the content of a pack file and offer to install it; without a path the user chooses one."""
        if not path:
            kinds = f"{tr('Pack files')} (*.signpack)"
            choose_path(self._view, tr("Open a pack file"), self.open_file, kinds=kinds)
            return
        self._tasks.start("peek", lambda _: peek(Path(path)), self._offer, failed=self._failed)

    def encode(self, folders: Sequence[Path]) -> None:
        """Encode packs for the encoder in use; one that failed is not encoded again."""
        for folder in [folder for folder in folders if folder not in self._not_encoded]:
            self._not_encoded.add(folder)

            def done(_: Any, folder: Path = folder) -> None:
                self._not_encoded.discard(folder)
                self._ports.reopen_library()

            def encode(report: Report, folder: Path = folder) -> None:
                work.encode_any(folder, self._long_tasks.encoder, report)

            title = tr("Preparing references for this model")
            self._long_tasks.start("encode", title, encode, done, stopped=self._not_prepared)

    def _offer(self, offer: PackOffer) -> None:
        self._banners.hide("library")
        name = offer.manifest.name.casefold()
        own = [pack for pack in self._packs.packs if pack.is_own and pack.path.is_dir()]
        older = next((pack for pack in own if pack.name.casefold() == name), None)

        def install(replaced: IndexedPack | None) -> None:
            if self._long_tasks.refused():
                return
            target = replaced.path if replaced is not None else None
            self._long_tasks.start(
                "install",
                tr("Installing “{name}”", name=offer.manifest.name),
                lambda report: work.install(offer.path, target, report),
                self._packs.add,
            )

        OfferDialog(self._view, offer, older, install).open_over(self._view.theme)

    def _export(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or pack.pack is None or self._long_tasks.refused():
            return
        videos = sum(clip.media_file.lower().endswith(".mp4") for clip in pack.pack.clips)
        text = tr("The whole pack becomes one file that others can open.")
        if videos:
            text += "\n\n" + tr(
                "It holds videos of people: {count}. Export them only where they agreed.", count=videos
            )
        suggested = f"{slug(pack.name, 'pack')}.signpack"

        def place(without_video: bool) -> None:
            choose_path(
                self._view,
                tr("Export a pack"),
                lambda path: self._write(key, Path(path), without_video=without_video),
                kinds=f"{tr('Pack files')} (*.signpack)",
                save_as=suggested,
            )

        switch = tr("Leave the videos out: skeletons only") if videos else ""
        dialog = AskDialog(
            self._view,
            tr("Export “{name}”", name=pack.name),
            text,
            tr("Choose a place…"),
            place,
            switch=switch,
        )
        dialog.open_over(self._view.theme)

    def _write(self, key: str, target: Path, *, without_video: bool) -> None:
        def done(size: int) -> None:
            words = tr("Exported: {file}, {size}.", file=target.name, size=size_words(size))
            self._banners.hide("library")
            self._banners.show("export", BannerTone.INFO, words, str(target.parent))

        self._long_tasks.start(
            "export",
            tr("Exporting"),
            lambda report: work.export(Path(key), target, without_video=without_video, report=report),
            done,
        )

    def _copy(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or self._long_tasks.refused():
            return
        name = tr("{name} (my copy)", name=pack.name)

        def done(folder: Path) -> None:
            self._packs.add(folder, instead_of=key)
            text = tr("Your copy is open in the place of the original.")
            self._banners.show("copy", BannerTone.INFO, text, tr("You can add takes to it and change it."))

        self._long_tasks.start(
            "copy",
            tr("Making a copy of “{name}”", name=pack.name),
            lambda report: work.copy_pack(Path(key), name, report),
            done,
        )

    def _verify(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or self._long_tasks.refused():
            return

        def done(report: VerifyReport) -> None:
            self._banners.hide("library")
            if report.ok:
                words = tr("“{name}” is whole. Files checked: {count}.", name=pack.name, count=report.files)
                self._banners.show("verify", BannerTone.INFO, words, localised(report.remark))
                return
            first = report.problems[0]
            words = tr(
                "“{name}” is damaged: {file} {reason}.", name=pack.name, file=first.file, reason=first.reason
            )
            more = tr("Damaged files: {count}.", count=len(report.problems))
            hint = tr("Fetch the pack again from where it came from, or undo what was done to its files.")
            self._banners.show("verify", BannerTone.DANGER, words, f"{more} {hint}")

        self._long_tasks.start(
            "verify",
            tr("Checking “{name}”", name=pack.name),
            lambda report: work.verify(Path(key), report),
            done,
        )

    def _remove(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None:
            return

        def then(_: bool) -> None:
            before = self._packs.keys

            def done(_: Any) -> None:
                self._banners.hide("library", "edit")
                self._ports.reopen_library()
                self._packs.refresh()

            if key in before and self._ports.settings().recognition.packs:
                rest = before - {key}
                if not self._packs.set_open(rest):
                    return
            self._tasks.start("remove", lambda _: work.remove_pack(pack.path), done, failed=self._failed)

        text = tr(
            "References in it: {count}. They are deleted from this computer and cannot be brought back. "
            "Export the pack first if you may want it again.",
            count=pack.clips,
        )
        title = tr("Remove “{name}”?", name=pack.name)
        AskDialog(self._view, title, text, tr("Remove"), then, danger=True).open_over(self._view.theme)

    def _not_prepared(self) -> None:
        self._banners.show(
            "library",
            BannerTone.WARNING,
            tr("A pack was not prepared and is not searched."),
            tr("Restart SignMirror, or close and open the pack, to prepare it."),
        )
