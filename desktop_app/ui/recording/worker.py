"""Looks at takes, makes what can be played of them, and writes packs: one background thread for all of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop_app.engine import layout
from desktop_app.engine.recording.own_packs import OwnPack, new_own_pack, own_packs
from desktop_app.engine.recording.waiting_videos import clean_up
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.takes.trim import Span, hand_speeds
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError
from desktop_app.runtime.worker import internal_error
from desktop_app.ui.player.clip import PlayerClip, avatar_clip, decode_video, thumbnail
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.values import RecordValues

if TYPE_CHECKING:
    from desktop_app.engine.protocols import Encoder
    from desktop_app.engine.search.recogniser import Recogniser

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Playable:
    """A take as the review shows it: its clip, and the speed of the faster hand, row by row (T,)."""

    number: int
    clip: PlayerClip
    speeds: FloatArray


class RecordWorker(QObject):
    """Belongs to the window's thread; every answer arrives there by signal."""

    packs_ready = Signal(object)  # tuple[OwnPack, ...]
    playable_ready = Signal(object, object)  # Playable, QImage
    looked = Signal(int, int, object)  # take, request, Looked
    save_progressed = Signal(int, int)
    saved = Signal(object, object)  # OwnPack, clip ids
    save_failed = Signal(object)  # AppError
    failed = Signal(object)  # AppError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-recording")
        self._looks: dict[int, Future[None]] = {}
        self._closing = False

    def clean_up(self) -> None:
        """Delete the videos that an earlier run did not live to delete."""

        def clean() -> None:
            clean_up()

        self._submit(clean)

    def ask_packs(self) -> None:
        """List the packs that can be added to."""
        self._submit(lambda: self.packs_ready.emit(own_packs()))

    def ask_playable(self, made: MadeTake, title: str) -> None:
        """Make a take ready to be watched."""
        self._submit(lambda: self._make_playable(made, title))

    def ask_look(
        self,
        number: int,
        request: int,
        made: MadeTake,
        sentence: str,
        span: Span | None,
        others: Sequence[FeatureSequence],
        recogniser: Recogniser | None,
    ) -> None:
        """Check a take; an older request for it that still waits is dropped."""
        if number in self._looks:
            self._looks[number].cancel()

        def look() -> None:
            from desktop_app.engine.recording.review import look_at

            fits = recogniser is not None and recogniser.spec.feature_contract == TORSO_540
            judge = recogniser if fits else None
            found = look_at(made.take, sentence, span=span, others=others, recogniser=judge)
            self.looked.emit(number, request, found)

        self._looks[number] = self._submit(look)

    def ask_save(self, takes: Sequence[MadeTake], values: RecordValues, encoder: Encoder | None) -> None:
        """Add takes to a pack in one edit, and make them recognisable."""
        kept = tuple(takes)
        self._submit(lambda: self._save(kept, values, encoder), self.save_failed.emit)

    def close(self) -> None:
        """End the thread: what is being written is brought to its end, encoding is given up."""
        self._closing = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(
        self, work: Callable[[], None], on_error: Callable[[AppError], None] | None = None
    ) -> Future[None]:
        def run() -> None:
            try:
                work()
            except AppError as error:
                (on_error or self.failed.emit)(error)
            except Exception as error:  # noqa: BLE001  (edge: the thread must live on, and the user must hear)
                (on_error or self.failed.emit)(internal_error("recording", error))

        return self._pool.submit(run)

    def _make_playable(self, made: MadeTake, title: str) -> None:
        sequence = made.take.sequence
        clip = avatar_clip(title, "", sequence)
        small = thumbnail(clip)
        if made.video is not None:
            pictures, fps = decode_video(made.video)
            if pictures:
                nothing = np.zeros((0, layout.FEATURE_DIM), np.float32)
                clip = PlayerClip(title, "", fps, nothing, pictures)
                small = thumbnail(clip)
        self.playable_ready.emit(Playable(made.number, clip, hand_speeds(sequence)), small)

    def _save(self, takes: Sequence[MadeTake], values: RecordValues, encoder: Encoder | None) -> None:
        from desktop_app.engine.packs import PackEditor
        from desktop_app.engine.recording.keep import KeptTake, encode_new, save_takes

        form = values.to_form()
        own = self._pack_of(values, form.licence)
        kept = [KeptTake(made.take, made.span, None if form.skeleton_only else made.video) for made in takes]
        with PackEditor(own.folder) as editor:
            clips = save_takes(editor, kept, form)
            if encoder is not None and encoder.spec.feature_contract == editor.pack.feature_contract:
                self._encode(encode_new(editor, encoder))
        self.saved.emit(own, frozenset(clip.clip_id for clip in clips))

    def _encode(self, steps: Generator[tuple[int, int], None, None]) -> None:
        """What cannot be encoded now is encoded when the library is opened: the takes are safe already."""
        try:
            for done, total in steps:
                if self._closing:
                    steps.close()
                    return
                self.save_progressed.emit(done, total)
        except AppError as error:
            _log.warning("New takes are not encoded yet: %s", error.user_text)

    @staticmethod
    def _pack_of(values: RecordValues, licence: str) -> OwnPack:
        if not values.pack:
            return new_own_pack(values.new_pack, values.language, licence)
        folder = Path(values.pack)
        known = {own.folder: own for own in own_packs()}
        if folder in known:
            return known[folder]
        return OwnPack(folder, folder.name, "", 0)  # the editor says what is wrong with it
