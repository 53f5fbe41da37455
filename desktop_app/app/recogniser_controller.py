"""The settings of recognition: other packs or another provider are loaded, other thresholds applied at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.app.recogniser_loader import THRESHOLDS, RecogniserLoader
from desktop_app.errors import AppError
from desktop_app.message import sentences
from desktop_app.runtime.events import ChangeLibrary, ChangeThresholds
from desktop_app.ui.controller import Controller, ControllerPorts

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.player.reference_loader import ReferenceLoader

RELOADED: Final = ("recognition.packs", "recognition.provider")


class RecogniserController(Controller):
    """Connects the settings of recognition to the pipeline. On the window's thread.

    Args:
        recognisers: loads what the settings ask for.
        references: reads the references of the library in use.
        show_defaults: shows the thresholds that came with the model.
        encode: encodes packs that the model does not know yet.
    """

    def __init__(
        self,
        recognisers: RecogniserLoader,
        ports: ControllerPorts,
        references: ReferenceLoader,
        *,
        show_defaults: Callable[[dict[str, float]], None],
        encode: Callable[[Sequence[Path]], None],
    ) -> None:
        self._recognisers, self._ports, self._references = recognisers, ports, references
        self._show_defaults, self._encode = show_defaults, encode

    def reload(self) -> None:
        self._ports.send(ChangeLibrary(self._recognisers.loader()))

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._references.set_library(recogniser.library)
        self._show_defaults(self._recognisers.defaults())
        report = self._recognisers.report
        if report is not None:
            self._encode(report.waiting)
            if report.left_out:
                first = report.left_out[0]
                texts = sentences(*(error.message for error in report.left_out))
                self._ports.banners.failed("packs", AppError(texts, first.hint, code=first.code))

    def setting_changed(self, key: str) -> None:
        if key in RELOADED:
            self._ports.reopen_library()
        elif key.removeprefix("recognition.") in THRESHOLDS:
            thresholds = self._recognisers.thresholds()
            if thresholds is not None:
                self._ports.send(ChangeThresholds(thresholds))
