"""The composition root: builds settings, engine, pipeline, window and controllers, and connects them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.app.api_controller import ApiController
from desktop_app.app.application import camera_watcher, window_memory, with_permission
from desktop_app.app.engine_parts import letter_parts, make_extractor, make_tracker, places, source_opener
from desktop_app.app.main_window import MainWindow
from desktop_app.app.recogniser_controller import RecogniserController
from desktop_app.app.recogniser_loader import RecogniserLoader
from desktop_app.errors import Busy
from desktop_app.runtime.attempt_explainer import AttemptExplainer
from desktop_app.runtime.events import Command, EventHub, RecogniserReady, ThresholdsChanged
from desktop_app.runtime.pipeline import LivePipeline, StopReport
from desktop_app.runtime.take_recorder import TakeRecorder
from desktop_app.settings import Settings
from desktop_app.settings_file import SettingsStore
from desktop_app.ui import state as states
from desktop_app.ui.bridge import Bridge, EventBatch
from desktop_app.ui.camera.controller import SourceController, WatchingView
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.figure.painting_thread import PaintingThread
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.kit import theme as themes
from desktop_app.ui.kit.banner import Action
from desktop_app.ui.library.controller import LibraryController
from desktop_app.ui.live.controller import LiveController
from desktop_app.ui.player.reference_loader import ReferenceLoader
from desktop_app.ui.practice.controller import PracticeController
from desktop_app.ui.progress.controller import ProgressController
from desktop_app.ui.recording.controller import RecordingController
from desktop_app.ui.settings.controller import SettingsController
from desktop_app.ui.spelling.controller import SpellingController

if TYPE_CHECKING:
    from desktop_app.engine.protocols import FrameSource

_log = logging.getLogger(__name__)
STOP_S = 1.5  # with what else has to end, the program is gone in less than two seconds


class Program(QObject):
    """One run of the window. `start` shows it and begins to watch; `stop` ends every thread."""

    def __init__(
        self,
        app: QApplication,
        store: SettingsStore,
        *,
        memory: QSettings | None = None,
        lossless: bool = False,
        watch_cameras: bool = True,
        source: str | None = None,
    ) -> None:
        """`lossless`: files are read as fast as every frame can be handled; for demonstrations and tests.

        `source`: instead of the one in the settings.
        """
        super().__init__()
        self._app, self._store, self._lossless = app, store, lossless
        apply_language(app, store.settings.look.language)
        self._stopped: StopReport | None = None
        self._recognisers = RecogniserLoader(lambda: self.settings.recognition)
        spec = store.settings.input.source if source is None else source
        self.hub = EventHub()
        self.bridge = Bridge()
        self.hub.subscribe(self.bridge.publish)
        self.pipeline = LivePipeline(
            open_source=self._opener(spec),
            make_extractor=make_extractor,
            make_tracker=make_tracker,
            load_recogniser=self._recognisers.loader(),
            hub=self.hub,
            lossless=lossless,
            letters=letter_parts(self.settings),
        )
        self.takes = TakeRecorder(self.hub, lossless=lossless)
        self.explainer = AttemptExplainer(self.hub, lossless=lossless)
        self.loader = ReferenceLoader()
        self.pictures = PaintingThread()
        self.window = MainWindow(self.bridge, memory or window_memory(), places())
        self._make_controllers(spec, watch_cameras=watch_cameras)
        self._connect()
        self._show_settings()
        self._settings.show_problems()

    @property
    def settings(self) -> Settings:
        return self._store.settings

    def start(self, size: tuple[int, int] | None = None) -> None:
        """Show the window, then start the workers: the picture comes before the models are there."""
        self.pictures.start()
        self.apply_theme()
        if size is not None:
            self.window.resize(*size)
        self.window.show()
        self.source.list_sources()
        # The first paint comes before threads compete for the processor.
        QTimer.singleShot(0, with_permission(self._app, self, self._start_pipeline))

    def stop(self) -> StopReport:
        """End workers and loader; safe to call twice."""
        if self._stopped is None:
            self.bridge.close()
            self.takes.request_stop()
            self.explainer.request_stop()
            self._stopped = self.pipeline.stop(STOP_S)
            self.takes.join(1.0)
            self.explainer.join(0.5)
            for controller in reversed(self._controllers):  # files are completed before their sources end
                controller.close()
            self.loader.close()
            self.pictures.close()
            if not self._stopped.clean:
                _log.warning("Did not end in time: %s", ", ".join(self._stopped.stuck))
        return self._stopped

    def reopen_library(self) -> None:
        """Read models and packs anew; signs wait for the new ones. Those in use stay where reading fails."""
        self.window.set_state(states.engine_loading(self.window.state))
        self.recogniser.reload()

    def apply_theme(self) -> None:
        """Apply theme and text size of the settings."""
        look = self.settings.look
        themes.apply_theme(self._app, self.window, themes.make_theme(look.theme, look.text_scale))

    def _make_controllers(self, spec: str, *, watch_cameras: bool) -> None:
        window = self.window
        self._settings = SettingsController(window.settings, self._store, window.banners, self._setting_changed)
        ports = ControllerPorts(
            navigation=window,
            live_state=lambda: window.state,
            send=self._send,
            change=self._settings.change,
            settings=lambda: self.settings,
            reopen_library=self.reopen_library,
            banners=window.banners,
        )
        watching: dict[str, WatchingView] = {
            **{"live": window.live, "practice": window.practice},
            **{"letters": window.spelling, "record": window.recording},
        }
        cameras = camera_watcher(self) if watch_cameras else None
        self.source = SourceController(
            watching, ports, self._opener, spec, cameras=cameras, realtime=not self._lossless
        )
        self.library = LibraryController(window.library, ports, make_extractor)
        self.recogniser = RecogniserController(
            self._recognisers,
            ports,
            self.loader,
            show_defaults=window.settings.set_model_defaults,
            encode=self.library.encode_waiting,
        )
        self._recognisers.progress = self.library.encoding
        self.spelling = SpellingController(window.spelling, ports, self.loader)
        self.practice = PracticeController(window.practice, ports, self.loader, self.takes)
        self.recording = RecordingController(window.recording, ports, self.takes)
        self.progress = ProgressController(window.progress, window.review, ports)
        self.practice.join(self.progress)
        self.live = LiveController(window.live, ports, self.loader)
        self.api = ApiController(window.settings.api, self.hub)
        self._controllers: tuple[Controller, ...] = (
            *(self._settings, self.source, self.recogniser, self.spelling, self.practice, self.recording),
            *(self.library, self.progress, self.live, self.api),
        )

    def _connect(self) -> None:
        window = self.window
        window.may_close = lambda: all(controller.may_close() for controller in self._controllers)
        window.closing.connect(self.stop)
        window.events_came.connect(self._events_came)
        window.view_changed.connect(self._view_changed)
        window.library.record_wanted.connect(self.recording.open_for)
        for view in (window.live, window.spelling, window.recording, window.practice):
            view.banners.acted.connect(self._action_chosen)
            view.banners.closed.connect(window.banners.hide)
        self.loader.failed.connect(lambda error: window.banners.failed("reference", error))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _scheme_changed(self, _: Qt.ColorScheme) -> None:
        if self.settings.look.theme == "system":
            self.apply_theme()

    def _start_pipeline(self) -> None:
        if self._stopped is None:
            self.takes.start()
            self.pipeline.start()

    def _start_explainer(self) -> None:
        # Reasons are looked for once there are answers.
        if not self.explainer.alive and not self.explainer.stopping:
            self.explainer.start()

    def _opener(self, spec: str) -> Callable[[], FrameSource]:
        return source_opener(spec, realtime=not self._lossless)

    def _send(self, command: Command) -> None:
        try:
            self.pipeline.send(command)
        except Busy as error:
            self.window.banners.failed("busy", error)

    def _events_came(self, batch: EventBatch) -> None:
        for event in batch.events:
            if isinstance(event, RecogniserReady):
                self._start_explainer()
                for controller in self._controllers:
                    controller.recogniser_ready(event.recogniser)
            elif isinstance(event, ThresholdsChanged):
                for controller in self._controllers:
                    controller.thresholds_changed(event.recogniser)
        for controller in self._controllers:
            controller.events_came(batch)

    def _view_changed(self, name: str) -> None:
        for controller in self._controllers:
            if self.window.view != name:  # a controller has shown another view, of which all have been notified
                break
            controller.view_changed(name)

    def _action_chosen(self, action: str) -> None:
        if action == Action.RETRY_ENGINE:
            self.reopen_library()
        for controller in self._controllers:
            controller.action_chosen(Action(action))

    def _setting_changed(self, key: str) -> None:
        self._show_settings()
        if key.startswith("look."):
            self.apply_theme()
        for controller in self._controllers:
            controller.setting_changed(key)

    def _show_settings(self) -> None:
        for controller in self._controllers:
            controller.show_settings()
