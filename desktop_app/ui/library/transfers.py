"""What comes into the Library and leaves it as a whole: pack files, imports, copies, checks, encoding anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.engine.importing.import_jobs import ImportJob, find_jobs
from desktop_app.engine.importing.import_many import ADDED, KNOWN, REFUSED, ImportOptions
from desktop_app.engine.importing.unfinished import Unfinished, forget_unfinished, read_unfinished
from desktop_app.engine.packs import VerifyReport
from desktop_app.engine.packs.index import IndexedPack
from desktop_app.engine.packs.peek import PackOffer, peek
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.errors import AppError
from desktop_app.runtime.events import PauseSource, ResumeSource
from desktop_app.ui.i18n.engine_messages import said
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Action, BannerTone
from desktop_app.ui.kit.dialogs import choose_path
from desktop_app.ui.kit.relay import Progress, TaskRunner
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.import_dialog import ImportDialog, ImportRequest, RefusedDialog
from desktop_app.ui.library.offer import OfferDialog
from desktop_app.ui.library.words import size_words, time_left
from desktop_app.ui.state import SourcePhase

if TYPE_CHECKING:
    from desktop_app.engine.protocols import LandmarkExtractor
    from desktop_app.ui.controller import ControllerPorts
    from desktop_app.ui.library.controller import LibraryController
    from desktop_app.ui.library.view import LibraryView


class LibraryFiles:
    """Long work, one thing at a time, with progress and a way to stop it. On the window's thread."""

    def __init__(
        self,
        view: LibraryView,
        ports: ControllerPorts,
        quick: TaskRunner,
        controller: LibraryController,
        make_extractor: Callable[[], LandmarkExtractor],
    ) -> None:
        self._view, self._ports, self._quick, self._controller = view, ports, quick, controller
        self.background = TaskRunner("library-files")
        self.make_extractor = make_extractor
        self._encoder = work.OwnEncoder()
        self._dialog: ImportDialog | None = None
        self._run: work.ImportRun | None = None
        self._asked_unfinished = self._paused = False
        self._unfinished: Unfinished | None = None
        self._not_encoded: set[Path] = set()
        view = self._view
        view.open_wanted.connect(self.open_file)
        view.export_wanted.connect(self._export)
        view.copy_wanted.connect(self._copy)
        view.verify_wanted.connect(self._verify)
        view.remove_wanted.connect(self._remove)
        view.import_wanted.connect(self.open_import)
        view.work.stop_wanted.connect(self.background.cancel)
        self.background.progressed.connect(self._progressed)
        self.background.idle_changed.connect(lambda idle: view.work.end() if idle else None)

    def open_file(self, path: str) -> None:
        """Show what a pack file holds, and install it if wanted; without a path the user chooses one."""
        if not path:
            kinds = f"{tr('Pack files')} (*.signpack)"
            choose_path(self._view, tr("Open a pack file"), self.open_file, kinds=kinds)
            return
        self._quick.start("peek", lambda _: peek(Path(path)), self._offer, failed=self._controller.failed)

    def open_import(self, path: str = "") -> None:
        """Ask what to import; `path` was dropped on the window."""
        chosen = self._view.packs.key
        dialog = ImportDialog(self._view, self._controller.packs, chosen)
        self._dialog = dialog
        dialog.source_chosen.connect(self._find)
        dialog.wished.connect(self._request)
        dialog.finished.connect(self._forget_dialog)
        dialog.open_over(self._view.theme)
        if path:
            self._find(path)

    def start_import(
        self, folder: Path, jobs: tuple[ImportJob, ...], options: ImportOptions, *, pause: bool = False
    ) -> None:
        """Import into a pack of the user's, beside everything else."""
        if self._is_busy():
            return
        self._controller.settled("import", "unfinished")
        run = self._run = work.ImportRun(folder, jobs, options, self.make_extractor, self._encoder)
        self._pause(on=pause)
        words = tr("Importing. The picture is paused meanwhile.") if self._paused else tr("Importing")
        self._view.work.begin(words)
        self.background.start(
            "import",
            run.run,
            lambda _: self._imported(run, stopped=False),
            failed=self._import_failed,
            stopped=lambda: self._imported(run, stopped=True),
        )

    def offer_unfinished(self) -> None:
        """Once: an import of an earlier run that did not come to its end."""
        if self._asked_unfinished:
            return
        self._asked_unfinished = True

        def then(found: Unfinished | None) -> None:
            if found is None or self.background.busy:
                return
            self._unfinished = found
            self._controller.tell(
                "unfinished",
                BannerTone.INFO,
                tr("An import into “{pack}” was not finished.", pack=found.folder.name),
                tr("Going on does not read again what was done."),
                (Action.RESUME_IMPORT, Action.FORGET_IMPORT),
            )

        self._quick.start("unfinished", lambda _: read_unfinished(), then, failed=self._controller.failed)

    def encode(self, folders: list[Path]) -> None:
        """Encode packs for the encoder in use; one that failed is not tried again and again."""
        for folder in [folder for folder in folders if folder not in self._not_encoded]:
            self._not_encoded.add(folder)
            if not self.background.busy:
                self._view.work.begin(tr("Preparing references for this model"))

            def done(_: Any, folder: Path = folder) -> None:
                self._not_encoded.discard(folder)
                self._ports.reopen_library()

            def encode(report: work.Report, folder: Path = folder) -> None:
                work.encode_any(folder, self._encoder, report)

            self.background.start(
                "encode",
                encode,
                done,
                failed=self._controller.failed,
                stopped=self._not_prepared,
            )

    def act(self, action: Action) -> None:
        """What a button of a banner asks for."""
        match action:
            case Action.RESUME_IMPORT if self._unfinished is not None:
                found = self._unfinished
                self.start_import(found.folder, found.jobs, found.options, pause=self._any_video(found.jobs))
            case Action.FORGET_IMPORT:
                self._controller.settled("unfinished")
                self._quick.start(
                    "forget", lambda _: forget_unfinished(), lambda _: None, failed=self._controller.failed
                )
            case Action.SHOW_REFUSED if self._run is not None:
                self._show_refused(self._run)
            case _:
                pass

    def _is_busy(self) -> bool:
        if self.background.busy:
            self._controller.tell(
                "library",
                BannerTone.WARNING,
                tr("Something else is being done with packs."),
                tr("Wait until it is done, or stop it."),
            )
            return True
        return False

    def _progressed(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        figures = ""
        if progress.total and progress.name == "import" and progress.done < progress.total:
            figures = tr("file {done} of {total}", done=progress.done + 1, total=progress.total)
        elif progress.total:
            figures = tr("{share} %", share=round(100 * share))
        left = time_left(progress.done, progress.total, progress.seconds)
        self._view.work.advance(share, "  ·  ".join(part for part in (figures, left) if part), progress.detail)

    def _offer(self, offer: PackOffer) -> None:
        self._controller.settled("library")
        name = offer.manifest.name.casefold()
        own = [pack for pack in self._controller.packs if pack.is_own and pack.path.is_dir()]
        older = next((pack for pack in own if pack.name.casefold() == name), None)

        def install(replaced: IndexedPack | None) -> None:
            if self._is_busy():
                return
            self._view.work.begin(tr("Installing “{name}”", name=offer.manifest.name))
            target = replaced.path if replaced is not None else None
            self.background.start(
                "install",
                lambda report: work.install(offer.path, target, report),
                self._controller.came,
                failed=self._controller.failed,
            )

        OfferDialog(self._view, offer, older, install).open_over(self._view.theme)

    def _export(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or pack.pack is None or self._is_busy():
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
        self._controller.ask(tr("Export “{name}”", name=pack.name), text, tr("Choose a place…"), place, switch)

    def _write(self, key: str, target: Path, *, without_video: bool) -> None:
        def done(size: int) -> None:
            words = tr("Exported: {file}, {size}.", file=target.name, size=size_words(size))
            self._controller.settled("library")
            self._controller.tell("export", BannerTone.INFO, words, str(target.parent))

        self._view.work.begin(tr("Exporting"))
        self.background.start(
            "export",
            lambda report: work.export(Path(key), target, without_video=without_video, report=report),
            done,
            failed=self._controller.failed,
        )

    def _copy(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or self._is_busy():
            return
        name = tr("{name} (my copy)", name=pack.name)
        self._view.work.begin(tr("Making a copy of “{name}”", name=pack.name))

        def done(folder: Path) -> None:
            self._controller.came(folder, instead_of=key)
            text = tr("Your copy is open in the place of the original.")
            self._controller.tell("copy", BannerTone.INFO, text, tr("You can add takes to it and change it."))

        self.background.start(
            "copy", lambda report: work.copy_pack(Path(key), name, report), done, failed=self._controller.failed
        )

    def _verify(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None or self._is_busy():
            return
        self._view.work.begin(tr("Checking “{name}”", name=pack.name))

        def done(report: VerifyReport) -> None:
            self._controller.settled("library")
            if report.ok:
                words = tr("“{name}” is whole. Files checked: {count}.", name=pack.name, count=report.files)
                self._controller.tell("verify", BannerTone.INFO, words)
                return
            first = report.problems[0]
            words = tr(
                "“{name}” is damaged: {file} {reason}.", name=pack.name, file=first.file, reason=first.reason
            )
            more = tr("Damaged files: {count}.", count=len(report.problems))
            hint = tr("Fetch the pack again from where it came from, or undo what was done to its files.")
            self._controller.tell("verify", BannerTone.DANGER, words, f"{more} {hint}")

        self.background.start(
            "verify", lambda report: work.verify(Path(key), report), done, failed=self._controller.failed
        )

    def _remove(self, key: str) -> None:
        pack = self._view.pack(key)
        if pack is None:
            return

        def then(_: bool) -> None:
            before = self._controller.open

            def done(_: Any) -> None:
                self._controller.settled("library", "edit")
                self._ports.reopen_library()
                self._controller.refresh()

            if key in before and self._ports.settings().recognition.packs:
                rest = before - {key}
                if not self._controller.set_open(rest):
                    return
            self._quick.start(
                "remove", lambda _: work.remove_pack(pack.path), done, failed=self._controller.failed
            )

        text = tr(
            "References in it: {count}. They are deleted from this computer and cannot be brought back. "
            "Export the pack first if you may want it again.",
            count=pack.clips,
        )
        self._controller.ask(tr("Remove “{name}”?", name=pack.name), text, tr("Remove"), then, danger=True)

    def _find(self, path: str) -> None:
        def found(jobs: tuple[ImportJob, ...]) -> None:
            if self._dialog is not None:
                self._dialog.show_jobs(jobs, path)

        def failed(error: AppError) -> None:
            if self._dialog is not None:
                self._dialog.refuse(f"{said(error.user_text)} {said(error.hint)}".strip())

        self._quick.start("find", lambda _: find_jobs(Path(path)), found, failed=failed)

    def _request(self, request: ImportRequest) -> None:
        if self._is_busy():
            return
        if request.pack:
            self.start_import(Path(request.pack), request.jobs, request.options, pause=request.pause)
            return
        first = request.jobs[0]
        values = {"name": request.new_name, "licence": first.licence, "consent": first.consent}

        def made(folder: Path) -> None:
            self._controller.came(folder)
            self.start_import(folder, request.jobs, request.options, pause=request.pause)

        self._quick.start("new", lambda _: work.new_pack(values), made, failed=self._controller.failed)

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
            self._unfinished = Unfinished(run.folder, tuple(run.jobs), run.options)
            text = tr("The import was stopped.")
            self._controller.tell("import", tone, text, words, (Action.RESUME_IMPORT, *actions))
        else:
            self._unfinished = None
            self._controller.tell("import", tone, words, actions=actions)
        self._controller.refresh()
        if counts[ADDED]:
            self._controller.reopen(str(run.folder))

    def _import_failed(self, error: AppError) -> None:
        self._pause(on=False)
        self._controller.failed(error)
        self._controller.refresh()

    def _show_refused(self, run: work.ImportRun) -> None:
        dialog = RefusedDialog(self._view, [one for one in run.results if one.status == REFUSED])
        dialog.save_wanted.connect(self._save_text)
        dialog.open_over(self._view.theme)

    def _save_text(self, path: str, text: str) -> None:
        self._quick.start(
            "save", lambda _: work.save_text(Path(path), text), lambda _: None, failed=self._controller.failed
        )

    def _not_prepared(self) -> None:
        self._controller.tell(
            "library",
            BannerTone.WARNING,
            tr("A pack was not prepared and is not searched."),
            tr("Restart SignMirror, or close and open the pack, to prepare it."),
        )

    def _pause(self, *, on: bool) -> None:
        """Hold the picture while videos are read, and let it go on after that."""
        phase = self._ports.live_state().source.phase
        if on and phase is SourcePhase.PLAYING:
            self._paused = True
            self._ports.send(PauseSource())
        elif not on and self._paused:
            self._paused = False
            if phase is SourcePhase.PAUSED:
                self._ports.send(ResumeSource())

    @staticmethod
    def _any_video(jobs: tuple[ImportJob, ...]) -> bool:
        return any(job.is_video for job in jobs)
