"""The practice history and the files of attempts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.engine.attempts.files import extract_video, read_attempt
from desktop_app.engine.attempts.folder import AttemptFolder
from desktop_app.engine.attempts.records import AttemptFileError, SharedAttempt
from desktop_app.engine.progress.overview import Overview, summarise
from desktop_app.engine.progress.records import Attempt, SentenceKey, utc_now
from desktop_app.engine.progress.store import ProgressStore
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder
from desktop_app.ui.player.video_clip import video_clip
from desktop_app.ui.progress.review_clips import ReviewClips, clips_of


@dataclass(frozen=True, slots=True, eq=False)
class OpenedAttempt:
    """The content of a file of an attempt, ready for playback."""

    path: Path
    shared: SharedAttempt
    clips: ReviewClips


class AttemptHistory:
    """Opens its database with the first call. For one thread; every method raises AppError.

    Args:
        path: of the database.
        damaged: called if the database was damaged: what was done about it, and the path of the damaged file.
    """

    def __init__(self, path: Path, damaged: Callable[[str, Path | None], None]) -> None:
        self._path, self._damaged = path, damaged
        self._store: ProgressStore | None = None
        self._attempts: list[Attempt] = []
        self._sentences: tuple[SentenceKey, ...] = ()

    def overview(self) -> Overview:
        """The history as of now; what is due depends on the time."""
        store = self._open()
        return summarise(self._attempts, store.cards(), self._sentences, utc_now())

    def set_sentences(self, sentences: tuple[SentenceKey, ...]) -> Overview:
        """Set the sentences of the open packs, which may be due."""
        self._sentences = sentences
        return self.overview()

    def keep(self, attempt: Attempt, shared: SharedAttempt | None) -> tuple[Overview, AttemptFileError | None]:
        """Add an attempt, and its landmarks if there are any; also returns why these were not kept."""
        store, trouble, name = self._open(), None, ""
        folder = AttemptFolder(store.attempts_folder)
        if shared is not None:
            try:
                name = folder.keep(shared)
            except AttemptFileError as error:
                trouble = error
        self._attempts.append(store.add(replace(attempt, file=name)))
        gone = folder.prune()
        if gone:
            store.forget_files(gone)
            self._attempts = [replace(one, file="") if one.file in gone else one for one in self._attempts]
        return self.overview(), trouble

    def export_csv(self, path: Path) -> int:
        """Write all attempts to a table; returns their number."""
        return self._open().export_csv(path)

    def delete_all(self) -> Overview:
        """Delete all attempts with their files."""
        store = self._open()
        try:
            store.delete_all()
        finally:
            self._attempts = list(store.attempts())
        return self.overview()

    def read_kept(self, name: str) -> OpenedAttempt:
        """Read the landmarks of an attempt of this history."""
        path = AttemptFolder(self._open().attempts_folder).path_of(name)
        if path is None:
            raise AttemptFileError(
                Message("The landmarks of this attempt are not kept any more."), Message("Only the newest are.")
            )
        return read_file(path)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self) -> ProgressStore:
        if self._store is None:
            store = ProgressStore(self._path)
            self._attempts = list(store.attempts())
            self._store = store
            if store.happened:
                self._damaged(store.happened, store.aside)
        return self._store


def read_file(path: Path) -> OpenedAttempt:
    """Read the file of an attempt with what can be played of it. Raises AttemptFileError."""
    shared = read_attempt(path)
    clips = clips_of(shared)
    if shared.has_video:
        with temporary_folder() as place:
            extract_video(path, Path(place) / "video.mp4")
            video = video_clip(Path(place) / "video.mp4")
        clips = replace(clips, video=video, video_from_s=float(shared.times[0]))
    return OpenedAttempt(path, shared, clips)
