"""The source of the pictures: chosen, paused and restarted in any of the views that show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop_app import paths
from desktop_app.engine.sources.factory import CAMERA_PREFIX
from desktop_app.runtime.events import (
    ChangeSource,
    LandmarksReady,
    LetterReaderReady,
    PauseSource,
    ResumeSource,
)
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.kit.banner import Action
from desktop_app.ui.state import SourcePhase

if TYPE_CHECKING:
    from desktop_app.engine.protocols import FrameSource
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.camera.cameras import CameraWatcher
    from desktop_app.ui.camera.source_bar import SourceBar
    from desktop_app.ui.kit.banners import BannerArea

Opener = Callable[[str], "Callable[[], FrameSource]"]


class WatchingView(Protocol):
    """A view that shows the pictures of the source."""

    bar: SourceBar
    banners: BannerArea


class SourceController(Controller):
    """Connects the bars above the pictures to the source of the pipeline. On the window's thread.

    Attributes:
        spec: the source in use, as in the settings; "" is the first camera.
        warm: what is loaded already, of "tracker", "letters" and "recogniser".
    """

    def __init__(
        self,
        views: Mapping[str, WatchingView],
        ports: ControllerPorts,
        opener: Opener,
        spec: str,
        *,
        cameras: CameraWatcher | None,
        realtime: bool,
    ) -> None:
        """
        Args:
            views: name -> view, of all that show the source.
            opener: source -> what opens it on the capture thread.
            cameras: lists what is plugged in; None leaves cameras out.
            realtime: files are played as fast as they were filmed.
        """
        self._views, self._ports, self._opener = views, ports, opener
        self._cameras, self._realtime = cameras, realtime
        self.spec = spec
        self.warm: set[str] = set()
        for view in views.values():
            bar = view.bar
            bar.source_chosen.connect(self.choose)
            bar.mirror.toggled.connect(lambda on: ports.change("input.mirror", on))
            bar.overlay.toggled.connect(lambda on: ports.change("look.overlay", on))
            bar.pause_wanted.connect(self._pause)
            bar.restart_wanted.connect(self.reopen)
        if cameras is not None:
            cameras.changed.connect(self.list_sources)

    def choose(self, spec: str) -> None:
        """Watch another source; a camera is remembered for the next start, a file is not."""
        self.spec = spec
        self.list_sources()
        self.reopen()
        if spec.startswith(CAMERA_PREFIX):
            self._ports.change("input.source", spec)

    def reopen(self) -> None:
        """Open the source in use again: a file from its start."""
        self._ports.send(ChangeSource(self._opener(self.spec)))

    def list_sources(self) -> None:
        """Offer the cameras there are now in every view."""
        cameras = self._cameras.cameras() if self._cameras else ()
        for name, view in self._views.items():
            sample: Path = paths.sample_recording(name)
            view.bar.set_sources(cameras, self.spec, str(sample) if sample.is_file() else "")

    def events_came(self, batch: EventBatch) -> None:
        for event in batch.events:
            if isinstance(event, LandmarksReady):
                self._warm_up("tracker")
            elif isinstance(event, LetterReaderReady):
                self._warm_up("letters")

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        self._warm_up("recogniser")

    def action_chosen(self, action: Action) -> None:
        match action:
            case Action.RETRY_SOURCE:
                self.reopen()
            case Action.PLAY_SAMPLE:
                self.choose(str(paths.sample_recording(self._ports.navigation.view)))
            case Action.OPEN_FILE:
                self._views[self._ports.navigation.view].bar.open_file()
            case _:
                pass

    def _warm_up(self, what: str) -> None:
        """A file plays while models are still being loaded; once they are there it starts again."""
        if what in self.warm:
            return
        self.warm.add(what)
        needed = {"letters"} if self._ports.navigation.view == "letters" else {"tracker", "recogniser"}
        is_file = bool(self.spec) and not self.spec.startswith(CAMERA_PREFIX)
        if what in needed and needed <= self.warm and is_file and self._realtime:
            self.reopen()

    def _pause(self) -> None:
        paused = self._ports.live_state().source.phase is SourcePhase.PAUSED
        self._ports.send(ResumeSource() if paused else PauseSource())
