"""Progress: the practice history, and attempts that are sent and opened.

For other controllers, on the window's thread; files are read and written in the background:

    progress.keep(attempt, shared=None)      adds an attempt to the history; with `shared`
                                            (engine.attempts.records.make_attempt) it can be reviewed later
    progress.offer_attempt(shared, video=None)   asks for a place and writes a .signtry for the teacher
    progress.overview                       the overview of the history; empty until it was read
    progress.on_overview(callback)          calls back with every new overview
    progress.on_practise(callback)          calls back with a Lesson that the user chose in the Progress view
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.engine.attempts.files import save_notes, write_attempt
from desktop_app.engine.progress.lessons import Lesson, confusable_lesson, due_lesson, sentences_of
from desktop_app.engine.progress.overview import Overview
from desktop_app.engine.progress.store import HISTORY
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Banner, BannerList, BannerTone
from desktop_app.ui.kit.relay import Relay, TaskRunner
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress.history import AttemptHistory, OpenedAttempt, read_file
from desktop_app.ui.progress.review_files import ask_save, suggested_name
from desktop_app.ui.progress.words import damage_words

if TYPE_CHECKING:
    from desktop_app.engine.attempts.records import AttemptFileError, SharedAttempt
    from desktop_app.engine.progress.figures import Confusion
    from desktop_app.engine.progress.records import Attempt, SentenceKey
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.errors import AppError
    from desktop_app.ui.progress.review_state import ReviewState
    from desktop_app.ui.progress.review_view import ReviewView
    from desktop_app.ui.progress.view import ProgressView


class ProgressController(Controller):
    """Joins the Progress and Review views to engine and runtime. Used on the window's thread."""

    def __init__(self, view: ProgressView, review: ReviewView, ports: ControllerPorts) -> None:
        self._view, self._review, self._ports = view, review, ports
        self.overview = Overview()
        self._overview_listeners: list[Callable[[Overview], None]] = []
        self._lesson_listeners: list[Callable[[Lesson], None]] = []
        self._sentences: tuple[SentenceKey, ...] = ()
        self._banners = BannerList(self._show_banners)
        self._relay = Relay()
        self._history = AttemptHistory(
            paths.data_dir() / HISTORY,
            lambda happened, aside: self._relay.post(partial(self._damage_came, happened, aside)),
        )
        self._tasks = TaskRunner("progress", at_end=self._history.close)
        self._connect()

    def keep(self, attempt: Attempt, shared: SharedAttempt | None = None) -> None:
        """Add an attempt to the history; with `shared`, its landmarks (never a video) too, for a review."""
        self._tasks.start(
            "keep",
            lambda _: self._history.keep(attempt, shared),
            self._kept,
            failed=partial(self._failed, "keep"),
            durable=True,
        )

    def offer_attempt(self, shared: SharedAttempt, video: Path | None = None) -> None:
        """Ask for a place, and write the attempt as a file for the teacher.

        Args:
            video: an .mp4 of the whole take that exists until it was written; only with the learner's consent.
        """
        path = ask_save(self._view.window(), suggested_name(shared))
        if path is not None:
            self._write(lambda: write_attempt(path, shared, video=video), path)

    def on_overview(self, callback: Callable[[Overview], None]) -> None:
        """Call back with every new overview, and with the current one."""
        self._overview_listeners.append(callback)
        callback(self.overview)

    def on_practise(self, callback: Callable[[Lesson], None]) -> None:
        """Call back with lessons that the user chooses in the Progress view."""
        self._lesson_listeners.append(callback)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._sentences = sentences_of(recogniser.library.references)
        sentences = self._sentences
        self._look_over(lambda: self._history.set_sentences(sentences))

    def show_settings(self) -> None:
        left_handed = self._ports.settings().input.dominant_hand == "left"
        self._review.mirror.setChecked(left_handed)

    def view_changed(self, name: str) -> None:
        if name == "progress":
            self._refresh()

    def close(self) -> None:
        self._relay.close()
        self._tasks.close()

    def _connect(self) -> None:
        progress, review = self._view, self._review
        show_view = self._ports.navigation.show_view
        progress.due_wanted.connect(lambda: self._practise(due_lesson(self.overview.due)))
        progress.pair_wanted.connect(lambda pair: self._drill((pair,)))
        progress.pairs_wanted.connect(lambda: self._drill(self.overview.confusions))
        progress.practice_wanted.connect(lambda: show_view("practice"))
        progress.attempt_wanted.connect(self._open_kept)
        progress.file_wanted.connect(self._open_file)
        progress.export_wanted.connect(self._export)
        progress.delete_wanted.connect(self._delete)
        review.file_wanted.connect(self._open_file)
        review.back_wanted.connect(lambda: show_view("progress"))
        review.notes_changed.connect(self._save_notes)
        review.copy_wanted.connect(self._save_copy)
        review.failed.connect(lambda error: self._failed("note", error))
        for view in (progress, review):
            view.banner_closed.connect(self._banners.hide)

    def _refresh(self) -> None:
        self._look_over(self._history.overview)

    def _look_over(self, work: Callable[[], Overview]) -> None:
        self._tasks.start(
            "overview", lambda _: work(), self._overview_came, failed=partial(self._failed, "open")
        )

    def _overview_came(self, overview: Overview) -> None:
        self.overview = overview
        self._banners.hide("open")
        self._view.show_overview(overview)
        for listener in self._overview_listeners:
            listener(overview)

    def _kept(self, found: tuple[Overview, AttemptFileError | None]) -> None:
        overview, trouble = found
        if trouble is not None:
            self._failed("keep", trouble)
        self._overview_came(overview)

    def _export(self, path: Path) -> None:
        def done(count: int) -> None:
            text = tr("Saved as {name}. Attempts: {count}.", name=path.name, count=count)
            self._add_banner("export", BannerTone.INFO, text)

        self._tasks.start(
            "export",
            lambda _: self._history.export_csv(path),
            done,
            failed=partial(self._failed, "export"),
            durable=True,
        )

    def _delete(self) -> None:
        def done(overview: Overview) -> None:
            self._overview_came(overview)
            self._add_banner("delete", BannerTone.INFO, tr("All progress was deleted from this computer."))

        def failed(error: AppError) -> None:
            self._failed("delete", error)
            self._refresh()  # some of it may be deleted

        self._tasks.start("delete", lambda _: self._history.delete_all(), done, failed=failed, durable=True)

    def _practise(self, lesson: Lesson | None) -> None:
        if lesson is None:
            return
        for listener in self._lesson_listeners:
            listener(lesson)

    def _drill(self, pairs: Sequence[Confusion]) -> None:
        lesson = confusable_lesson(pairs, self._sentences)
        if lesson is None:
            self._add_banner(
                "drill",
                BannerTone.INFO,
                tr("These sentences are in no pack that is open."),
                tr("Open their pack in the Live view, then try again."),
            )
        self._practise(lesson)

    def _open_kept(self, attempt: Attempt) -> None:
        if attempt.file:
            self._show(lambda: self._history.read_kept(attempt.file))
        else:
            self._add_banner(
                "open_attempt",
                BannerTone.INFO,
                tr("The movements of this attempt are not kept."),
                tr("Those of the newest attempts are; this one has its score only."),
            )

    def _open_file(self, path: Path) -> None:
        self._show(lambda: read_file(path))

    def _show(self, read: Callable[[], OpenedAttempt]) -> None:
        """Show an attempt in the review; only the one that was chosen last."""

        def show(opened: OpenedAttempt) -> None:
            review = self._review
            self._banners.hide("open_attempt")
            review.show_attempt(reviews.opened(review.state, opened.path, opened.shared), opened.clips)
            self._ports.navigation.show_view("review")

        failed = partial(self._failed, "open_attempt")
        self._tasks.start("open_attempt", lambda _: read(), show, failed=failed, replace=True)

    def _save_notes(self, state: ReviewState) -> None:
        if state.path is None or state.shown is None:
            return
        path, notes = state.path, state.shown.notes

        def saved(_: None) -> None:
            review = self._review
            if review.state.path == path:
                review.set_state(reviews.saved(review.state))

        def failed(error: AppError) -> None:
            review = self._review
            review.set_state(reviews.not_saved(review.state))
            self._failed("save_notes", error)

        self._tasks.start(
            "save_notes", lambda _: save_notes(path, path, notes), saved, failed=failed, durable=True
        )

    def _save_copy(self, state: ReviewState, target: Path) -> None:
        if state.path is not None and state.shown is not None:
            source, notes = state.path, state.shown.notes
            self._write(lambda: save_notes(source, target, notes), target)

    def _write(self, write: Callable[[], None], path: Path) -> None:
        """Write the file of an attempt that is meant for somebody else."""

        def written(_: None) -> None:
            self._add_banner(
                "save_attempt",
                BannerTone.INFO,
                tr("Saved as {name}.", name=path.name),
                tr("Send this file as you like, for example by e-mail or on a memory stick."),
            )

        failed = partial(self._failed, "save_attempt")
        self._tasks.start("save_attempt", lambda _: write(), written, failed=failed, durable=True)

    def _damage_came(self, happened: str, aside: Path | None) -> None:
        text, hint = damage_words(happened, aside.name if aside else "")
        self._add_banner("damage", BannerTone.WARNING, text, hint)

    def _failed(self, what: str, error: AppError) -> None:
        self._add_banner(what, BannerTone.WARNING, localised(error.message), localised(error.hint))

    def _add_banner(self, about: str, tone: BannerTone, text: str, hint: str = "") -> None:
        """Show a banner in both views; also in the other views if an attempt could not be kept."""
        self._banners.show(about, tone, text, hint)
        if about in ("keep", "damage"):
            self._ports.banners.show(f"progress-{about}", tone, text, hint)

    def _show_banners(self, banners: tuple[Banner, ...]) -> None:
        self._view.show_banners(banners)
        self._review.show_banners(banners)
