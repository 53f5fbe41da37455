"""The composition root's part for progress: the history that is kept, and tries that are sent and opened.

For other desks, all on the window's thread; disks are touched in the background:

    progress.keep(attempt, shown=None)      keeps a try; with `shown` (engine.tries.records.make_try) it can be
                                            looked at again
    progress.offer_attempt(shown, video=None)   asks where to, and writes a .signtry for the teacher
    progress.overview                       the history at a glance; empty until it was read
    progress.on_overview(callback)          called with every new overview
    progress.on_practise(callback)          called with a Lesson that the user asks for in the Progress view
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.engine.progress.lessons import Lesson, confusable_lesson, due_lesson, sentences_of
from desktop_app.engine.progress.overview import Overview
from desktop_app.engine.progress.store import HISTORY
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Banner, BannerTone
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress.review_files import ask_save, suggested_name
from desktop_app.ui.progress.words import damage_words
from desktop_app.ui.progress.worker import ProgressWorker

if TYPE_CHECKING:
    from desktop_app.engine.attempts.records import SharedAttempt
    from desktop_app.engine.progress.figures import Confusion
    from desktop_app.engine.progress.records import Attempt, SentenceKey
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.errors import AppError
    from desktop_app.ui.progress.review_clips import ReviewClips
    from desktop_app.ui.progress.review_state import ReviewState


class ProgressController(Controller):
    """Joins its views to engine and runtime. On the window's thread."""

    def __init__(self, tools: ControllerPorts) -> None:
        self._tools = tools
        self.overview = Overview()
        self._hearing: list[Callable[[Overview], None]] = []
        self._practising: list[Callable[[Lesson], None]] = []
        self._sentences: tuple[SentenceKey, ...] = ()
        self._banners: tuple[Banner, ...] = ()
        self._closed = False
        self.worker = ProgressWorker(paths.data_dir() / HISTORY)
        self._connect_worker()
        self._connect_views()

    def keep(self, attempt: Attempt, shown: SharedAttempt | None = None) -> None:
        """Keep a try in the history and, with `shown`, its landmarks (never a picture) to look at it again."""
        if not self._closed:
            self.worker.keep(attempt, shown)

    def offer_attempt(self, shown: SharedAttempt, video: Path | None = None) -> None:
        """Ask where to, and write the try as a file for the teacher.

        Args:
            video: an .mp4 of the whole take that is there until it was written; only where the learner said
                that it may be sent. Without it no picture leaves.
        """
        path = ask_save(self._tools.window, suggested_name(shown))
        if path is not None:
            self.worker.write_attempt(path, shown, video)

    def on_overview(self, callback: Callable[[Overview], None]) -> None:
        """Hear of every new overview, and of the one that is there."""
        self._hearing.append(callback)
        callback(self.overview)

    def on_practise(self, callback: Callable[[Lesson], None]) -> None:
        """Hear of lessons that the user asks for in the Progress view; the callback shows its view itself."""
        self._practising.append(callback)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._sentences = sentences_of(recogniser.library.references)
        self.worker.set_sentences(self._sentences)

    def show_settings(self) -> None:
        left_handed = self._tools.settings().input.dominant_hand == "left"
        self._tools.window.review.mirror.setChecked(left_handed)

    def close(self) -> None:
        self._closed = True
        self.worker.close()

    def _connect_worker(self) -> None:
        worker = self.worker
        worker.overview_ready.connect(self._overview_came)
        worker.opened.connect(self._damage_came)
        worker.exported.connect(
            lambda path, count: self._tell(
                "export", BannerTone.INFO, tr("Saved as {name}. Tries: {count}.", name=path.name, count=count)
            )
        )
        worker.deleted.connect(
            lambda: self._tell("delete", BannerTone.INFO, tr("All progress was deleted from this computer."))
        )
        worker.attempt_opened.connect(self._attempt_came)
        worker.attempt_written.connect(self._attempt_written)
        worker.notes_saved.connect(self._notes_saved)
        worker.failed.connect(self._failed)

    def _connect_views(self) -> None:
        window = self._tools.window
        progress, review = window.progress, window.review
        window.view_changed.connect(self._view_changed)
        progress.due_wanted.connect(lambda: self._practise(due_lesson(self.overview.due)))
        progress.pair_wanted.connect(lambda pair: self._drill((pair,)))
        progress.pairs_wanted.connect(lambda: self._drill(self.overview.confusions))
        progress.practice_wanted.connect(lambda: window.show_view("practice"))
        progress.attempt_wanted.connect(self._open_kept)
        progress.file_wanted.connect(self.worker.open_attempt)
        progress.export_wanted.connect(self.worker.export_csv)
        progress.delete_wanted.connect(self.worker.delete_all)
        review.file_wanted.connect(self.worker.open_attempt)
        review.back_wanted.connect(lambda: window.show_view("progress"))
        review.notes_changed.connect(self._save_notes)
        review.copy_wanted.connect(self._save_copy)
        review.failed.connect(lambda error: self._failed("note", error))
        for view in (progress, review):
            view.banner_closed.connect(self._forget)

    def _view_changed(self, view: str) -> None:
        if view == "progress" and not self._closed:
            self.worker.refresh()

    def _overview_came(self, overview: Overview) -> None:
        if self._closed:  # what was on its way when the program ended; the window may be gone
            return
        self.overview = overview
        self._forget("open")
        self._tools.window.progress.show_overview(overview)
        for hearing in self._hearing:
            hearing(overview)

    def _practise(self, lesson: Lesson | None) -> None:
        if lesson is None:
            return
        for practising in self._practising:
            practising(lesson)

    def _drill(self, pairs: Sequence[Confusion]) -> None:
        lesson = confusable_lesson(pairs, self._sentences)
        if lesson is None:
            self._tell(
                "drill",
                BannerTone.INFO,
                tr("These sentences are in no pack that is open."),
                tr("Open their pack in the Live view, then try again."),
            )
        self._practise(lesson)

    def _open_kept(self, attempt: Attempt) -> None:
        if attempt.file:
            self.worker.open_kept(attempt.file)
        else:
            self._tell(
                "open_attempt",
                BannerTone.INFO,
                tr("The movements of this try are not kept."),
                tr("Those of the newest tries are; this one has its score only."),
            )

    def _attempt_came(self, path: Path, shown: SharedAttempt, clips: ReviewClips) -> None:
        if self._closed:
            return
        review = self._tools.window.review
        self._forget("open_attempt")
        review.show_attempt(reviews.opened(review.state, path, shown), clips)
        self._tools.window.show_view("review")

    def _save_notes(self, state: ReviewState) -> None:
        if state.path is not None and state.shown is not None:
            self.worker.save_notes(state.path, state.shown.notes)

    def _save_copy(self, state: ReviewState, target: Path) -> None:
        if state.path is not None and state.shown is not None:
            self.worker.copy_attempt(state.path, target, state.shown.notes)

    def _notes_saved(self, path: Path) -> None:
        review = self._tools.window.review
        if not self._closed and review.state.path == path:
            review.set_state(reviews.saved(review.state))

    def _attempt_written(self, path: Path) -> None:
        self._tell(
            "save_try",
            BannerTone.INFO,
            tr("Saved as {name}.", name=path.name),
            tr("Send this file as you like, for example by e-mail or on a memory stick."),
        )

    def _damage_came(self, happened: str, aside: Path | None) -> None:
        text, hint = damage_words(happened, aside.name if aside else "")
        self._tell("damage", BannerTone.WARNING, text, hint)

    def _failed(self, what: str, error: AppError) -> None:
        review = self._tools.window.review
        if what == "save_notes" and not self._closed:
            review.set_state(reviews.not_saved(review.state))
        self._tell(what, BannerTone.WARNING, error.user_text, error.hint)

    def _tell(self, about: str, tone: BannerTone, text: str, hint: str = "") -> None:
        """A banner in both views, and in those with a picture where a try could not be kept."""
        if self._closed:
            return
        others = tuple(one for one in self._banners if one.about != about)
        self._show_banners((*others, Banner(about, tone, text, hint)))
        if about in ("keep", "damage"):
            self._tools.tell(f"progress-{about}", tone, text, hint)

    def _forget(self, about: str) -> None:
        kept = tuple(one for one in self._banners if one.about != about)
        if kept != self._banners and not self._closed:
            self._show_banners(kept)

    def _show_banners(self, banners: tuple[Banner, ...]) -> None:
        self._banners = banners
        self._tools.window.progress.show_banners(banners)
        self._tools.window.review.show_banners(banners)
