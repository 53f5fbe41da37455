"""Imports into the user's packs, including imports that an earlier run did not finish."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.engine.importing.import_jobs import FoundClips, ImportJob, find_clips
from desktop_app.engine.importing.import_many import ADDED, KNOWN, REFUSED, ImportOptions
from desktop_app.engine.importing.unfinished import Unfinished, read_unfinished
from desktop_app.message import sentences
from desktop_app.runtime.events import PauseSource, ResumeSource
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Action, BannerTone
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.import_dialog import ImportDialog, ImportRequest, RefusedDialog
from desktop_app.ui.state import SourcePhase

if TYPE_CHECKING:
    from desktop_app.engine.packs.manifest import PackManifest
    from desktop_app.engine.protocols import LandmarkExtractor
    from desktop_app.errors import AppError
    from desktop_app.ui.controller import ControllerPorts
    from desktop_app.ui.kit.banner import BannerList
    from desktop_app.ui.kit.relay import TaskRunner
    from desktop_app.ui.library.long_tasks import LongTasks
    from desktop_app.ui.library.open_packs import OpenPacks
    from desktop_app.ui.library.view import LibraryView


class PackImports:
    """Joins the import dialog to the task that imports. Used on the window's thread.

    Args:
        tasks: for short tasks. long_tasks: for the import itself.
        make_extractor: builds the tracker of an import, on its thread.
    """

    def __init__(
        self,
        view: LibraryView,
        ports: ControllerPorts,
        packs: OpenPacks,
        tasks: TaskRunner,
        long_tasks: LongTasks,
        banners: BannerList,
        make_extractor: Callable[[], LandmarkExtractor],
    ) -> None:
        self._view, self._ports, self._packs, self._banners = view, ports, packs, banners
        self._tasks, self._long_tasks, self._make_extractor = tasks, long_tasks, make_extractor
        self._failed = partial(banners.failed, "library")
        self._dialog: ImportDialog | None = None
        self._run: work.ImportRun | None = None
        self._asked_unfinished = self._paused = False
        self._unfinished: Unfinished | None = None
        view.import_wanted.connect(self.open_dialog)

    def open_dialog(self, path: str = "") -> None:
        """Ask what to import; `path` is a file or folder that was dropped on the window."""
        dialog = self._dialog = ImportDialog(self._view, self._packs.packs, self._view.packs.key)
        dialog.source_chosen.connect(self._find)
        dialog.tier_chosen.connect(self._find)
        dialog.requested.connect(self._request)
        dialog.finished.connect(self._forget_dialog)
        dialog.open_over(self._view.theme)
        if path:
            self._find(path)

    def start(
        self,
        folder: Path,
        jobs: tuple[ImportJob, ...],
        options: ImportOptions,
        *,
        pause: bool = False,
        new: PackManifest | None = None,
    ) -> None:
        """Import into a pack of the user's.

        Args:
            pause: pause the source meanwhile.
            new: describes the pack if the import makes it.
        """
        if self._long_tasks.refused():
            return
        self._banners.hide("import", "unfinished")
        encoder = self._long_tasks.encoder
        run = self._run = work.ImportRun(folder, jobs, options, self._make_extractor, encoder, new)
        self._pause(on=pause)
        self._long_tasks.start(
            "import",
            tr("Importing. The picture is paused meanwhile.") if self._paused else tr("Importing"),
            run.run,
            lambda _: self._imported(run, stopped=False),
            failed=lambda error: self._import_failed(run, error),
            stopped=lambda: self._imported(run, stopped=True),
        )

    def offer_unfinished(self) -> None:
        """Offer, once, to resume an import that an earlier run did not finish."""
        if self._asked_unfinished:
            return
        self._asked_unfinished = True
        self._tasks.start("unfinished", lambda _: read_unfinished(), self._offer, failed=self._failed)

    def act(self, action: Action) -> None:
        """Handle a button of a banner."""
        match action:
            case Action.RESUME_IMPORT if self._unfinished is not None:
                found = self._unfinished
                any_video = any(job.is_video for job in found.jobs)
                self.start(found.folder, found.jobs, found.options, pause=any_video, new=found.new)
            case Action.FORGET_IMPORT if self._unfinished is not None:
                forgotten = self._unfinished
                self._banners.hide("unfinished")
                self._tasks.start("forget", lambda _: work.forget_import(forgotten), failed=self._failed)
            case Action.SHOW_REFUSED if self._run is not None:
                self._show_refused(self._run)
            case _:
                pass

    def _offer(self, found: Unfinished | None) -> None:
        if found is None or self._long_tasks.busy:
            return
        self._unfinished = found
        self._banners.show(
            "unfinished",
            BannerTone.INFO,
            tr("An import into “{pack}” was not finished.", pack=found.folder.name),
            tr("Going on does not read again what was done."),
            (Action.RESUME_IMPORT, Action.FORGET_IMPORT),
        )

    def _find(self, path: str, tier: str | None = None) -> None:
        def found(clips: FoundClips) -> None:
            if self._dialog is not None:
                self._dialog.show_clips(clips, path)

        def failed(error: AppError) -> None:
            if self._dialog is not None:
                self._dialog.refuse(localised(sentences(error.message, error.hint)))

        self._tasks.start(
            "find", lambda _: find_clips(Path(path), tier=tier), found, failed=failed, replace=True
        )

    def _request(self, request: ImportRequest) -> None:
        if self._long_tasks.refused():
            return
        if request.pack:
            self.start(Path(request.pack), request.jobs, request.options, pause=request.pause)
            return
        first = request.jobs[0]
        values = {"name": request.new_name, "licence": first.licence, "consent": first.consent}

        def found(folder: Path) -> None:
            new = work.new_manifest(values)
            self.start(folder, request.jobs, request.options, pause=request.pause, new=new)

        self._tasks.start("new", lambda _: work.new_folder(request.new_name), found, failed=self._failed)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _imported(self, run: work.ImportRun, *, stopped: bool) -> None:
        self._pause(on=False)
        counts = {kind: sum(one.status == kind for one in run.results) for kind in (ADDED, KNOWN, REFUSED)}
        words = tr(
            "Imported: {added}. In the pack already: {known}. Not imported: {refused}.",
            added=counts[ADDED],
            known=counts[KNOWN],
            refused=counts[REFUSED],
        )
        actions = (Action.SHOW_REFUSED,) if counts[REFUSED] else ()
        tone = BannerTone.WARNING if counts[REFUSED] or stopped else BannerTone.INFO
        if stopped:
            self._unfinished = Unfinished(run.folder, tuple(run.jobs), run.options, run.new)
            text = tr("The import was stopped.")
            self._banners.show("import", tone, text, words, (Action.RESUME_IMPORT, *actions))
        else:
            self._unfinished = None
            self._banners.show("import", tone, words, actions=actions)
        self._show_pack(run, changed=counts[ADDED] > 0)

    def _import_failed(self, run: work.ImportRun, error: AppError) -> None:
        self._pause(on=False)
        self._show_pack(run, changed=False)
        self._failed(error)

    def _show_pack(self, run: work.ImportRun, *, changed: bool) -> None:
        """Show the packs again; one that the import has made is chosen and opened."""
        if run.new is not None and run.folder.is_dir():
            self._packs.add(run.folder)
            return
        self._packs.refresh()
        if changed:
            self._packs.reopen(str(run.folder))

    def _show_refused(self, run: work.ImportRun) -> None:
        dialog = RefusedDialog(self._view, [one for one in run.results if one.status == REFUSED])
        dialog.save_wanted.connect(self._save_text)
        dialog.open_over(self._view.theme)

    def _save_text(self, path: str, text: str) -> None:
        self._tasks.start("save", lambda _: work.save_text(Path(path), text), failed=self._failed, durable=True)

    def _pause(self, *, on: bool) -> None:
        """Pause the source while videos are read, and resume it afterwards."""
        phase = self._ports.live_state().source.phase
        if on and phase is SourcePhase.PLAYING:
            self._paused = True
            self._ports.send(PauseSource())
        elif not on and self._paused:
            self._paused = False
            if phase is SourcePhase.PAUSED:
                self._ports.send(ResumeSource())
