"""Loads references for players and thumbnails on a background thread; the window never waits for a disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.engine.file_kinds import VIDEO_SUFFIXES
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.protocols import ReferenceLibrary
from desktop_app.engine.records import FeatureSequence
from desktop_app.errors import AppError, PackError
from desktop_app.message import Message
from desktop_app.ui.kit.relay import TaskRunner
from desktop_app.ui.player.clip import ClipKey, PlayerClip, avatar_clip, thumbnail
from desktop_app.ui.player.video_clip import video_clip

_KEPT_THUMBNAILS: Final = 256
_MAX_WAITING: Final = 1024  # thumbnails of a large lesson
_THUMBNAIL: Final = "thumbnail"  # all tasks that make one


class ReferenceLoader(QObject):
    """Lives on the window's thread and emits its signals there.

    Results carry the key that was requested. A clip is only delivered while it is the last request of its view.
    When the library changes, pending requests are read from the new one.
    """

    clip_ready = Signal(str, object, object)  # view, ClipKey, PlayerClip
    thumbnail_ready = Signal(object, QImage)  # ClipKey
    alphabet_ready = Signal(object)  # letter -> (T, 21, 3)
    failed = Signal(object)  # AppError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner("references", max_waiting=_MAX_WAITING)
        self._library: ReferenceLibrary | None = None
        self._rows: dict[ClipKey, int] = {}
        self._thumbnails: OrderedDict[ClipKey, QImage] = OrderedDict()
        self._pending_clips: dict[str, ClipKey] = {}  # by view
        self._pending_thumbnails: set[ClipKey] = set()

    def set_library(self, library: ReferenceLibrary) -> None:
        """Read from this library from now on."""
        self._library = library
        self._rows = {(info.pack, info.clip_id): row for row, info in enumerate(library.references)}
        self._thumbnails.clear()
        self._tasks.drop(_THUMBNAIL)
        thumbnails, self._pending_thumbnails = self._pending_thumbnails, set()
        for view, key in tuple(self._pending_clips.items()):
            self.load_clip(view, key)
        for key in thumbnails:
            self.load_thumbnail(key)

    def load_clip(self, view: str, key: ClipKey) -> None:
        """Load a clip for the player of a view; replaces an earlier request of the view."""
        self._tasks.drop(f"clip {view}")
        self._pending_clips.pop(view, None)
        if self._library is None or key not in self._rows:
            return
        library, row = self._library, self._rows[key]
        self._pending_clips[view] = key

        def show(clip: PlayerClip) -> None:
            self._pending_clips.pop(view, None)
            self.clip_ready.emit(view, key, clip)

        def failed(error: AppError) -> None:
            if (
                self._pending_clips.get(view) == key
            ):  # an unexpected error is reported for a dropped request too
                del self._pending_clips[view]
            self.failed.emit(error)

        self._tasks.start(f"clip {view}", lambda _: read_clip(library, row), show, failed=failed)

    def load_thumbnail(self, key: ClipKey) -> None:
        """Load a thumbnail; emitted at once where it is cached."""
        if key in self._thumbnails:
            self.thumbnail_ready.emit(key, self._thumbnails[key])
            return
        if self._library is None or key not in self._rows or key in self._pending_thumbnails:
            return
        library, row = self._library, self._rows[key]
        self._pending_thumbnails.add(key)

        def show(image: QImage) -> None:
            self._pending_thumbnails.discard(key)
            self._keep(key, image)
            self.thumbnail_ready.emit(key, image)

        def failed(error: AppError) -> None:
            self._pending_thumbnails.discard(key)
            self.failed.emit(error)

        self._tasks.start(_THUMBNAIL, lambda _: thumbnail(read_clip(library, row)), show, failed=failed)

    def load_alphabet(self) -> None:
        """Load the hands of the letters."""
        self._tasks.start(
            "alphabet", lambda _: reference_hands(), self.alphabet_ready.emit, failed=self.failed.emit
        )

    def close(self) -> None:
        """End the thread; pending requests are dropped and no signal is emitted any more."""
        self._tasks.close()

    def _keep(self, key: ClipKey, image: QImage) -> None:
        self._thumbnails[key] = image
        while len(self._thumbnails) > _KEPT_THUMBNAILS:
            self._thumbnails.popitem(last=False)


def read_clip(library: ReferenceLibrary, row: int) -> PlayerClip:
    """The clip of a reference: its video where there is one on disk, else its features for the avatar."""
    from desktop_app.engine.search.library import PackLibrary

    info = library.references[row]
    media = library.media_path(row) if isinstance(library, PackLibrary) else None
    return _clip(media, info.sentence, info.pack, lambda: library.features(row))


def pack_clip(pack: Pack, clip_id: str) -> PlayerClip:
    """The clip of one reference of any pack, open or not. Raises PackDamaged, PackError."""
    row = next((row for row, clip in enumerate(pack.clips) if clip.clip_id == clip_id), None)
    if row is None:
        raise PackError(
            Message("'{clip_id}' is not in the pack any more.", clip_id=clip_id), Message("Choose another one.")
        )
    return _clip(pack.media_path(row), pack.clips[row].sentence, pack.name, lambda: pack.features(row))


def _clip(media: Path | None, sentence: str, pack: str, features: Callable[[], FeatureSequence]) -> PlayerClip:
    video = None
    if media is not None and media.suffix.lower() in VIDEO_SUFFIXES:
        video = video_clip(media, sentence, pack)
    return video or avatar_clip(sentence, pack, features())
