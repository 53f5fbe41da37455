"""Reads and writes the history and files of tries on one thread; the window never waits for a disk."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop_app.engine import layout
from desktop_app.engine.attempts.files import extract_video, read_attempt, save_notes, write_attempt
from desktop_app.engine.attempts.folder import AttemptFolder
from desktop_app.engine.attempts.records import AttemptFileError, Note, SharedAttempt
from desktop_app.engine.progress.overview import Overview, look_over
from desktop_app.engine.progress.records import Attempt, SentenceKey, utc_now
from desktop_app.engine.progress.store import ProgressStore
from desktop_app.errors import AppError
from desktop_app.ui.player.clip import PlayerClip, decode_video
from desktop_app.ui.progress.review_clips import clips_of

_log = logging.getLogger(__name__)


class ProgressWorker(QObject):
    """Belongs to the window's thread; its signals arrive there. What is asked is done in its order."""

    overview_ready = Signal(object)  # Overview
    kept = Signal(object)  # Attempt with its number
    opened = Signal(str, object)  # what opening did about damage, where the damaged file lies (Path or None)
    exported = Signal(object, int)  # Path, tries
    deleted = Signal()
    attempt_opened = Signal(object, object, object)  # Path, Try, ReviewClips
    attempt_written = Signal(object)  # Path of a file that somebody may be sent
    notes_saved = Signal(object)  # Path of the file whose notes were renewed
    failed = Signal(str, object)  # what was asked, AppError

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-progress")
        self._closed = False
        # Of the thread alone:
        self._store: ProgressStore | None = None
        self._attempts: list[Attempt] = []
        self._sentences: tuple[SentenceKey, ...] = ()

    def open(self) -> None:
        """Open the history, or try again."""
        self._do("open", self._overview)

    def set_sentences(self, sentences: tuple[SentenceKey, ...]) -> None:
        """The sentences of the open packs, of which some are due."""

        def work() -> None:
            self._sentences = sentences
            self._overview()

        self._do("open", work)

    def refresh(self) -> None:
        """Look the history over at this moment: days pass, and what was not due is."""
        self._do("open", self._overview)

    def keep(self, attempt: Attempt, shown: SharedAttempt | None) -> None:
        """Keep a try, and its landmarks where there are any."""

        def work() -> None:
            store = self._opened()
            shelf = AttemptFolder(store.attempts_folder)
            name = ""
            if shown is not None:
                try:
                    name = shelf.keep(shown)
                except AttemptFileError as error:
                    self.failed.emit("keep", error)  # the try itself is kept all the same
            added = store.add(replace(attempt, file=name))
            self._attempts.append(added)
            gone = shelf.prune()
            if gone:
                store.forget_files(gone)
                self._attempts = [replace(one, file="") if one.file in gone else one for one in self._attempts]
            self.kept.emit(added)
            self._overview()

        self._do("keep", work)

    def export_csv(self, path: Path) -> None:
        """Write every try to a table."""
        self._do("export", lambda: self.exported.emit(path, self._opened().export_csv(path)))

    def delete_all(self) -> None:
        """Everything goes."""

        def work() -> None:
            store = self._opened()
            try:
                store.delete_all()
            finally:
                self._attempts = list(store.attempts())
                self._overview()
            self.deleted.emit()

        self._do("delete", work)

    def open_attempt(self, path: Path) -> None:
        """Read the file of a try."""
        self._do("open_attempt", lambda: self._read(path))

    def open_kept(self, name: str) -> None:
        """Read a try of the shelf."""

        def work() -> None:
            path = AttemptFolder(self._opened().attempts_folder).path_of(name)
            if path is None:
                raise AttemptFileError(
                    "The landmarks of this try are not kept any more.", "Only the newest are."
                )
            self._read(path)

        self._do("open_attempt", work)

    def write_attempt(self, path: Path, shown: SharedAttempt, video: Path | None) -> None:
        """Write a try to send it."""

        def work() -> None:
            write_attempt(path, shown, video=video)
            self.attempt_written.emit(path)

        self._do("save_try", work)

    def save_notes(self, path: Path, notes: tuple[Note, ...]) -> None:
        """Renew the notes in the file of a try."""

        def work() -> None:
            save_notes(path, path, notes)
            self.notes_saved.emit(path)

        self._do("save_notes", work)

    def copy_attempt(self, source: Path, target: Path, notes: tuple[Note, ...]) -> None:
        """Write another file like this one, with these notes."""

        def work() -> None:
            save_notes(source, target, notes)
            self.attempt_written.emit(target)

        self._do("save_try", work)

    def close(self) -> None:
        """Finish what was asked (a try is worth the moment) and end the thread; safe to call twice."""
        if not self._closed:
            self._closed = True
            self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    def _do(self, what: str, work: Callable[[], Any]) -> None:
        def guarded() -> None:
            try:
                work()
            except AppError as error:
                _log.warning("%s: %s (%s)", what, error.user_text, error.detail)
                self.failed.emit(what, error)
            except Exception as error:  # noqa: BLE001 - the user is told rather than left waiting
                _log.exception("Unexpected error in the history")
                trouble = AppError(
                    "Something went wrong with your practice history.",
                    "Close SignMirror and open it again; its log says more.",
                    detail=str(error),
                )
                self.failed.emit(what, trouble)

        if not self._closed:
            self._pool.submit(guarded)

    def _opened(self) -> ProgressStore:
        if self._store is None:
            store = ProgressStore(self._path)
            self._attempts = list(store.attempts())
            self._store = store
            if store.happened:
                self.opened.emit(store.happened, store.aside)
        return self._store

    def _read(self, path: Path) -> None:
        shown = read_attempt(path)
        clips = clips_of(shown)
        if shown.has_video:
            with tempfile.TemporaryDirectory(prefix="signmirror-") as place:
                extract_video(path, Path(place) / "video.mp4")
                pictures, fps = decode_video(Path(place) / "video.mp4")
            if pictures:
                video = PlayerClip("", "", fps, np.zeros((0, layout.FEATURE_DIM), np.float32), pictures)
                clips = replace(clips, video=video, video_from_s=float(shown.times[0]))
        self.attempt_opened.emit(path, shown, clips)

    def _overview(self) -> None:
        store = self._opened()
        found: Overview = look_over(self._attempts, store.cards(), self._sentences, utc_now())
        self.overview_ready.emit(found)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
