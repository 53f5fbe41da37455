"""Reads references for player and thumbnails on one background thread; the window never waits for a disk."""

from __future__ import annotations

import logging
from collections import OrderedDict
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.engine import layout
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.protocols import ReferenceInfo, ReferenceLibrary
from desktop_app.errors import AppError, PackError
from desktop_app.ui.player.clip import PlayerClip, avatar_clip, decode_video, thumbnail

_log = logging.getLogger(__name__)
_KEPT_THUMBNAILS: Final = 256
VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mov", ".avi", ".mkv", ".webm"})
Key = tuple[str, str]  # pack, clip_id


class ReferenceLoader(QObject):
    """Belongs to the window's thread; `clip_ready` and `thumbnail_ready` arrive there."""

    clip_ready = Signal(str, object)  # for which view, Clip
    thumbnail_ready = Signal(object, QImage)  # Key
    alphabet_ready = Signal(object)  # letter -> (T, 21, 3)
    failed = Signal(object, str)  # Key, sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-references")
        self._library: ReferenceLibrary | None = None
        self._rows: dict[Key, int] = {}
        self._thumbnails: OrderedDict[Key, QImage] = OrderedDict()
        self._waiting_clips: dict[str, Future[None]] = {}
        self._asked: set[Key] = set()
        self.thumbnail_ready.connect(self._keep)

    def set_library(self, library: ReferenceLibrary) -> None:
        """Read from this library from now on."""
        self._library = library
        self._rows = {(info.pack, info.clip_id): row for row, info in enumerate(library.references)}
        self._thumbnails.clear()
        self._asked.clear()

    def ask_clip(self, view: str, key: Key) -> None:
        """Load a clip for the player of a view; its request that still waits is dropped for the newer one."""
        if self._library is None or key not in self._rows:
            return
        if view in self._waiting_clips:
            self._waiting_clips[view].cancel()
        self._waiting_clips[view] = self._pool.submit(self._load, self._library, key, view)

    def ask_thumbnail(self, key: Key) -> None:
        """Load a thumbnail; comes at once when it is known."""
        if key in self._thumbnails:
            self.thumbnail_ready.emit(key, self._thumbnails[key])
        elif self._library is not None and key in self._rows and key not in self._asked:
            self._asked.add(key)
            self._pool.submit(self._load, self._library, key, None)

    def ask_alphabet(self) -> None:
        """Read the hands of the letters."""
        self._pool.submit(self._load_alphabet)

    def close(self) -> None:
        """End the thread; what waits is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _keep(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        self._thumbnails[key] = image
        self._thumbnails.move_to_end(key)
        while len(self._thumbnails) > _KEPT_THUMBNAILS:
            self._thumbnails.popitem(last=False)

    def _load_alphabet(self) -> None:
        try:
            self.alphabet_ready.emit(reference_hands())
        except AppError as error:
            self.failed.emit(("alphabet", ""), error.user_text)

    def _load(self, library: ReferenceLibrary, key: Key, view: str | None) -> None:
        """For the player of a view, or (None) a thumbnail."""
        row = self._rows.get(key)
        if row is None:
            return
        info = library.references[row]
        try:
            clip = read_clip(library, row, info)
            if view is None:
                self.thumbnail_ready.emit(key, thumbnail(clip))
            else:
                self.clip_ready.emit(view, clip)
        except AppError as error:
            self.failed.emit(key, error.user_text)
        except (OSError, ValueError, CancelledError) as error:
            _log.warning("A reference cannot be shown: %s", error)
            self.failed.emit(key, str(error))


def read_clip(library: ReferenceLibrary, row: int, info: ReferenceInfo) -> PlayerClip:
    """The clip of a reference: its video where there is one on disk, else its features for the avatar."""
    from desktop_app.engine.search.library import PackLibrary

    path = library.media_path(row) if isinstance(library, PackLibrary) else None
    if path is not None and path.suffix.lower() in VIDEO_SUFFIXES:
        pictures, fps = decode_video(path)
        if pictures:
            return PlayerClip(
                info.sentence, info.pack, fps, np.zeros((0, layout.FEATURE_DIM), np.float32), pictures
            )
    return avatar_clip(info.sentence, info.pack, library.features(row))


def pack_clip(pack: Pack, clip_id: str) -> PlayerClip:
    """The clip of one reference of a pack that may be open or not. Raises PackDamaged, PackError."""
    row = next((row for row, clip in enumerate(pack.clips) if clip.clip_id == clip_id), None)
    if row is None:
        raise PackError(f"'{clip_id}' is not in the pack any more.", "Choose another one.")
    path, sentence = pack.media_path(row), pack.clips[row].sentence
    if path is not None and path.suffix.lower() in VIDEO_SUFFIXES:
        pictures, fps = decode_video(path)
        if pictures:
            return PlayerClip(sentence, pack.name, fps, np.zeros((0, layout.FEATURE_DIM), np.float32), pictures)
    return avatar_clip(sentence, pack.name, pack.features(row))
