"""The recogniser that the settings ask for: loaded anew with its packs, and judging by their thresholds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.app.recogniser_loader import THRESHOLDS, RecogniserMaker
from desktop_app.runtime.events import ChangeLibrary, ChangeThresholds
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.i18n.translate import localised
from desktop_app.ui.kit.banner import BannerTone

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.player.reference_loader import ReferenceLoader

RELOADED: Final = ("recognition.packs", "recognition.provider")


class RecogniserController(Controller):
    """Joins the settings of recognition to the pipeline. On the window's thread.

    Args:
        maker: makes what loads the recogniser.
        loader: reads references of the library in use.
        show_defaults: shows the thresholds that came with the model.
        encode: encodes packs that the model does not know yet.
    """

    def __init__(
        self,
        maker: RecogniserMaker,
        ports: ControllerPorts,
        loader: ReferenceLoader,
        *,
        show_defaults: Callable[[dict[str, float]], None],
        encode: Callable[[list[Path]], None],
    ) -> None:
        self._maker, self._ports, self._loader = maker, ports, loader
        self._show_defaults, self._encode = show_defaults, encode

    def reload(self) -> None:
        """Read models and packs anew."""
        self._ports.send(ChangeLibrary(self._maker.loader()))

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._loader.set_library(recogniser.library)
        self._show_defaults(self._maker.defaults())
        self._encode(self._maker.waiting)
        for error in self._maker.left_out:
            self._ports.tell("packs", BannerTone.WARNING, localised(error.message), localised(error.hint))

    def setting_changed(self, key: str) -> None:
        if key in RELOADED:
            self._ports.reopen_library()
        elif key.removeprefix("recognition.") in THRESHOLDS and self._maker.base is not None:
            self._ports.send(ChangeThresholds(self._maker.thresholds(self._maker.base)))
