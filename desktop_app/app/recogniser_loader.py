"""Loads the recogniser that the settings ask for: its packs, its provider and its thresholds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app import paths
from desktop_app.errors import AppError, PackError
from desktop_app.message import Message
from desktop_app.settings import RecognitionSettings

if TYPE_CHECKING:
    from desktop_app.engine.packs import Pack
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.engine.thresholds import Thresholds

_log = logging.getLogger(__name__)
ENCODED_FIRST: Final = 256  # a pack with more references to encode is opened later, the others at once
THRESHOLDS: Final = ("sim_threshold", "sim_margin", "motion_floor")


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading a recogniser.

    Attributes:
        thresholds: those that came with the model.
        left_out: why packs could not be opened.
        waiting: packs that must be encoded first; the others are open already.
    """

    thresholds: Thresholds
    left_out: tuple[AppError, ...] = ()
    waiting: tuple[Path, ...] = ()


class RecogniserLoader:
    """Makes what loads the recogniser that the settings ask for.

    Attributes:
        report: of the recogniser that was loaded last; None before the first. Replaced as a whole on the
            recogniser's thread.
        progress: called on the recogniser's thread with (done, total) while references are encoded.
    """

    def __init__(self, choices: Callable[[], RecognitionSettings]) -> None:
        self._choices = choices
        self.report: LoadReport | None = None
        self.progress: Callable[[int, int], None] | None = None

    def loader(self) -> Callable[[], Recogniser]:
        """What loads by the settings of now; to be called on the recogniser's thread."""
        choices = self._choices()
        packs, provider = choices.packs, None if choices.provider == "auto" else choices.provider

        def load() -> Recogniser:
            from desktop_app.engine.encoder.bundle import load_bundle
            from desktop_app.engine.encoder.onnx import open_encoder
            from desktop_app.engine.packs import default_packs
            from desktop_app.engine.search.library import is_encoded, open_library
            from desktop_app.engine.search.recogniser import Recogniser

            left_out: list[AppError] = []

            def leave_out(path: Path, error: AppError) -> None:
                _log.warning("The pack %s is left out: %s", path.name, error.message)
                if not isinstance(error, PackError):  # which names the pack itself
                    text = Message("The pack '{pack}' is left out: {error}", pack=path.stem, error=error)
                    error = PackError(text, error.hint, code=error.code)
                left_out.append(error)

            bundle = load_bundle()
            encoder = open_encoder(bundle, provider=provider, cache_dir=paths.cache_dir())
            opened = _chosen_packs(packs, leave_out) if packs else default_packs(bundle, leave_out)
            later = [
                pack
                for pack in opened
                if pack.bundle is None and len(pack.clips) > ENCODED_FIRST and not is_encoded(pack, encoder)
            ]
            now = [pack for pack in opened if pack not in later]
            if not now:
                now, later = opened, []
            library = open_library(now, encoder, progress=self.progress, on_problem=leave_out)
            waiting = tuple(pack.folder for pack in later)
            self.report = LoadReport(bundle.thresholds, tuple(left_out), waiting)
            return Recogniser(encoder, library, self._with_own(bundle.thresholds))

        return load

    def thresholds(self) -> Thresholds | None:
        """Those of the model, with the user's own in their places; None before the first recogniser."""
        return self._with_own(self.report.thresholds) if self.report is not None else None

    def defaults(self) -> dict[str, float]:
        """Setting -> the model's own value; empty before the first recogniser."""
        if self.report is None:
            return {}
        return {f"recognition.{name}": float(getattr(self.report.thresholds, name)) for name in THRESHOLDS}

    def _with_own(self, thresholds: Thresholds) -> Thresholds:
        choices = self._choices()
        own = {name: getattr(choices, name) for name in THRESHOLDS}
        return replace(thresholds, **{name: value for name, value in own.items() if value is not None})


def _chosen_packs(names: Sequence[str], leave_out: Callable[[Path, AppError], None]) -> list[Pack]:
    """The packs of the settings, without those that cannot be opened. Raises AppError where none can."""
    from desktop_app.engine.packs import find_pack, open_pack

    opened, problems = [], []
    for name in names:
        try:
            opened.append(open_pack(find_pack(name)))
        except AppError as error:
            problems.append((name, error))
    if not opened:
        raise problems[0][1]
    for name, problem in problems:
        leave_out(Path(name), problem)
    return opened
