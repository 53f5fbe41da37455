"""Saves takes: first they are written to their pack, then encoded, so that they are recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.recording.tasks import SavedTakes, encode_saved, save_takes

if TYPE_CHECKING:
    from desktop_app.engine.protocols import Encoder
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.errors import AppError
    from desktop_app.ui.kit.relay import Progress, TaskRunner
    from desktop_app.ui.recording.state import MadeTake
    from desktop_app.ui.recording.values import RecordValues


class TakeSaver:
    """Used on the window's thread. Closing the program waits for writing and cancels encoding.

    Args:
        progressed: called with (done, total) while takes are encoded.
        saved, failed: one of them is called for every `save`.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        *,
        progressed: Callable[[int, int], None],
        saved: Callable[[SavedTakes], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self._tasks, self._progressed, self._saved, self._failed = tasks, progressed, saved, failed
        self._last: SavedTakes | None = None
        tasks.progressed.connect(self._task_progressed)

    def save(self, takes: Sequence[MadeTake], values: RecordValues, encoder: Encoder | None) -> None:
        """Add takes to the pack that the form names, in one edit."""
        self._tasks.start(
            "save",
            lambda _: save_takes(takes, values),
            partial(self._encode, encoder),
            failed=self._failed,
            durable=True,
        )

    def recognised_by(self, recogniser: Recogniser) -> bool:
        """Whether what was saved last is part of its library."""
        from desktop_app.engine.search.library import PackLibrary

        library, last = recogniser.library, self._last
        return (
            last is not None
            and isinstance(library, PackLibrary)
            and any(
                pack.folder == last.pack.folder and last.clip_ids <= {clip.clip_id for clip in pack.clips}
                for pack in library.packs
            )
        )

    def _encode(self, encoder: Encoder | None, saved: SavedTakes) -> None:
        """If encoding fails, the takes are encoded when the library is opened."""
        self._last = saved
        if encoder is None:
            self._saved(saved)
            return
        self._tasks.start(
            "encode",
            lambda report: encode_saved(saved, encoder, report),
            lambda _: self._saved(saved),
            failed=lambda _: self._saved(saved),
        )

    def _task_progressed(self, progress: Progress) -> None:
        if progress.name == "encode":
            self._progressed(progress.done, progress.total)
