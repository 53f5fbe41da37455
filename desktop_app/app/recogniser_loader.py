"""The composition root's part for the recogniser: which packs it reads, and by which thresholds it judges."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app import paths
from desktop_app.errors import AppError
from desktop_app.settings import RecognitionSettings

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.engine.thresholds import Thresholds

_log = logging.getLogger(__name__)
ENCODED_FIRST: Final = 256  # a pack with more references to encode is opened later, the others at once
THRESHOLDS: Final = ("sim_threshold", "sim_margin", "motion_floor")


class RecogniserMaker:
    """Makes what loads the recogniser by the settings. `left_out` and `base` are read once one is ready.

    Attributes:
        base: the thresholds that came with the model; None before the first recogniser.
        left_out: packs that could not be opened, and why.
        waiting: packs that must be encoded first; the others are open already.
        progress: called on the recogniser's thread with (done, total) while references are encoded.
    """

    def __init__(self, choices: Callable[[], RecognitionSettings]) -> None:
        self._choices = choices
        self.base: Thresholds | None = None
        self.left_out: list[AppError] = []
        self.waiting: list[Path] = []
        self.progress: Callable[[int, int], None] | None = None

    def loader(self) -> Callable[[], Recogniser]:
        """To be called on the recogniser's thread: loads by the settings of now."""
        choices = self._choices()
        packs, provider = choices.packs, None if choices.provider == "auto" else choices.provider

        def load() -> Recogniser:
            from desktop_app.engine.encoder.bundle import load_bundle
            from desktop_app.engine.encoder.onnx import open_encoder
            from desktop_app.engine.packs import Pack, default_packs, find_pack, open_pack
            from desktop_app.engine.search.library import is_encoded, open_library
            from desktop_app.engine.search.recogniser import Recogniser

            bundle = load_bundle()
            encoder = open_encoder(bundle, provider=provider, cache_dir=paths.cache_dir())
            self.left_out = []
            folders = [find_pack(name) for name in packs] if packs else default_packs(bundle, self._leave_out)
            opened = [folder if isinstance(folder, Pack) else open_pack(folder) for folder in folders]
            later = [
                pack for pack in opened if len(pack.clips) > ENCODED_FIRST and not is_encoded(pack, encoder)
            ]
            later = [pack for pack in later if pack.bundle is None]
            now = [pack for pack in opened if pack not in later] or opened
            self.waiting = [pack.folder for pack in later] if now is not opened else []
            self.base = bundle.thresholds
            library = open_library(now, encoder, progress=self.progress)
            return Recogniser(encoder, library, self.thresholds(bundle.thresholds))

        return load

    def thresholds(self, base: Thresholds) -> Thresholds:
        """Those of the model, with the user's own in their places."""
        choices = self._choices()
        own = {name: getattr(choices, name) for name in THRESHOLDS}
        return replace(base, **{name: value for name, value in own.items() if value is not None})

    def defaults(self) -> dict[str, float]:
        """Setting -> the model's own value; empty before the first recogniser."""
        if self.base is None:
            return {}
        return {f"recognition.{name}": float(getattr(self.base, name)) for name in THRESHOLDS}

    def _leave_out(self, path: Path, error: AppError) -> None:
        """On the recogniser's thread; shown once the recogniser is ready."""
        _log.warning("The pack %s is left out: %s", path.name, error.message)
        self.left_out.append(error)
