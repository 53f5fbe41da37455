"""The composition root: builds settings, engine, pipeline and window, and passes wishes between them."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLoggingCategory, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app.api_controller import ApiController
from desktop_app.app.engine_parts import make_extractor, make_tracker, places, source_opener
from desktop_app.app.recogniser_loader import THRESHOLDS, RecogniserMaker
from desktop_app.errors import AppError, Busy
from desktop_app.runtime.events import (
    ChangeLibrary,
    ChangeSource,
    ChangeThresholds,
    Command,
    EventHub,
    LandmarksReady,
    LetterReaderReady,
    PauseSource,
    RecogniserReady,
    ResumeSource,
)
from desktop_app.runtime.pipeline import LivePipeline, StopReport
from desktop_app.runtime.take_recorder import TakeRecorder
from desktop_app.settings import Settings
from desktop_app.settings_file import SettingsStore
from desktop_app.ui import state as states
from desktop_app.ui.bridge import Bridge, EventBatch
from desktop_app.ui.camera.source_bar import ALL_PACKS
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.figure.painting_thread import PaintingThread
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import theme as themes
from desktop_app.ui.kit.banner import Action, Banner, BannerTone
from desktop_app.ui.library.controller import LibraryController
from desktop_app.ui.live.controller import LiveController
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.player.reference_loader import ReferenceLoader
from desktop_app.ui.practice.controller import PracticeController
from desktop_app.ui.progress.controller import ProgressController
from desktop_app.ui.recording.controller import RecordingController
from desktop_app.ui.spelling.controller import SpellingController, letter_parts
from desktop_app.ui.state import SourcePhase

if TYPE_CHECKING:
    from desktop_app.engine.protocols import FrameSource
    from desktop_app.ui.camera.cameras import CameraWatcher

_log = logging.getLogger(__name__)


def on_mac() -> bool:
    """A question, so that the type checker looks at both answers."""
    return sys.platform == "darwin"


def prepare_application() -> QApplication:
    """The one QApplication, dressed in the bundled font and Qt's Fusion style."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([paths.APP_NAME])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName(paths.APP_NAME)
    # Qt Multimedia serves for the list of cameras only; what it says about sound servers helps nobody.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")
    themes.load_fonts()
    apply_language(app, "en")  # until the settings are read
    return app


def window_memory() -> QSettings:
    """Where the window keeps its geometry; deleting it changes no result."""
    return QSettings(str(paths.config_dir() / "window.ini"), QSettings.Format.IniFormat)


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
        self._spec = store.settings.input.source if source is None else source
        self._maker = RecogniserMaker(lambda: self.settings.recognition)
        self._stopped: StopReport | None = None
        self._warm: set[str] = set()
        self.hub = EventHub()
        self.bridge = Bridge()
        self.hub.subscribe(self.bridge.publish)
        self.loader = ReferenceLoader()
        self.pictures = PaintingThread()
        self.window = MainWindow(self.bridge, memory or window_memory(), places())
        self.cameras = _camera_watcher(self) if watch_cameras else None
        self.pipeline = LivePipeline(
            open_source=self._opener(self._spec),
            make_extractor=make_extractor,
            make_tracker=make_tracker,
            load_recogniser=self._maker.loader(),
            hub=self.hub,
            lossless=lossless,
            letters=letter_parts(self.settings),
        )
        self.takes = TakeRecorder(self.hub, lossless=lossless)
        self.letters = SpellingController(
            self.window, self.loader, self._send, self._change, lambda: self.settings
        )
        tools = ControllerPorts(
            self.window,
            self.loader,
            self.takes,
            self._send,
            self._change,
            lambda: self.settings,
            self.reopen_library,
            self._tell,
        )
        self.practice, self.recording = PracticeController(tools), RecordingController(tools)
        self.library, self.progress = LibraryController(tools, make_extractor), ProgressController(tools)
        self.practice.join(self.progress)
        self._maker.progress = self.library.encoding
        self.live, self.api = LiveController(tools, self.hub, lossless=lossless), ApiController(tools)
        self._controllers: tuple[Controller, ...] = (
            *(self.practice, self.recording, self.library, self.progress),
            *(self.live, self.api),
        )
        self._connect()
        self._show_settings()
        self._show_problems()

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self._store.settings

    def start(self, size: tuple[int, int] | None = None) -> None:
        """Show the window, then start the workers: the picture comes before the models are there."""
        self.pictures.start()
        self.apply_theme()
        if size is not None:
            self.window.resize(*size)
        self.window.show()
        self._list_sources()
        # The first paint comes before threads compete for the processor.
        QTimer.singleShot(0, self._with_permission(self._start_pipeline))

    def stop(self) -> StopReport:
        """End workers and loader; safe to call twice."""
        if self._stopped is None:
            self.bridge.close()
            self.takes.request_stop()
            self._stopped = self.pipeline.stop()
            self.takes.join(1.0)
            for controller in reversed(self._controllers):  # what is being written ends before its sources go
                controller.close()
            self.loader.close()
            self.pictures.close()
            if not self._stopped.clean:
                _log.error("Did not end in time: %s", ", ".join(self._stopped.stuck))
        return self._stopped

    def choose_source(self, spec: str) -> None:
        """Watch another source; a camera is remembered for the next start, a file is not."""
        self._spec = spec
        self._list_sources()
        self._send(ChangeSource(self._opener(spec)))
        if spec.startswith("camera:"):
            self._change("input.source", spec)

    def reopen_library(self) -> None:
        """Read the packs anew; the old library answers until the new one is there."""
        self.window.set_state(states.engine_loading(self.window.state))
        self._send(ChangeLibrary(self._maker.loader()))

    def apply_theme(self) -> None:
        """Dress the window as the settings say."""
        look = self.settings.look
        themes.apply_theme(self._app, self.window, themes.make_theme(look.theme, look.text_scale))

    def _connect(self) -> None:
        window, live = self.window, self.window.live
        window.closing.connect(self.stop)
        window.events_came.connect(self._events_came)
        window.settings.changed.connect(self._change)
        live.reference_wanted.connect(
            lambda chosen: self.loader.ask_clip("live", (chosen.pack, chosen.clip_id))
        )
        live.thumbnail_wanted.connect(lambda chosen: self.loader.ask_thumbnail((chosen.pack, chosen.clip_id)))
        self.loader.clip_ready.connect(self._clip_ready)
        self.loader.thumbnail_ready.connect(
            lambda key, image: (
                live.results.set_thumbnail(key[0], key[1], image) if self._stopped is None else None
            )
        )
        self.loader.failed.connect(lambda _, text: self._tell("reference", BannerTone.WARNING, text))
        live.bar.pack_chosen.connect(self._choose_pack)
        for view in (live, window.letters, window.record, window.practice):  # those that watch the source
            bar = view.bar
            bar.source_chosen.connect(self.choose_source)
            bar.mirror_changed.connect(lambda on: self._change("input.mirror", on))
            bar.overlay_changed.connect(lambda on: self._change("look.overlay", on))
            bar.pause_wanted.connect(self._pause)
            bar.restart_wanted.connect(lambda: self._send(ChangeSource(self._opener(self._spec))))
            view.banners.acted.connect(self._act)
            view.banners.closed.connect(
                lambda about: window.set_state(states.without_banner(window.state, about))
            )
        if self.cameras is not None:
            self.cameras.changed.connect(self._list_sources)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)

    def _scheme_changed(self, _: Qt.ColorScheme) -> None:
        if self.settings.look.theme == "system":
            self.apply_theme()

    def _start_pipeline(self) -> None:
        if self._stopped is None:
            self.takes.start()
            self.pipeline.start()

    def _with_permission(self, then: Callable[[], None]) -> Callable[[], None]:
        """macOS asks for the camera on the GUI thread, through Qt; OpenCV cannot ask from a worker."""
        if not on_mac():
            return then

        def ask() -> None:
            from PySide6.QtCore import QCameraPermission

            self._app.requestPermission(QCameraPermission(), self, lambda _: then())

        return ask

    def _send(self, command: Command) -> None:
        try:
            self.pipeline.send(command)
        except Busy as error:
            self._tell("busy", BannerTone.WARNING, error.user_text, error.hint)

    def _opener(self, spec: str) -> Callable[[], FrameSource]:
        return source_opener(spec, realtime=not self._lossless)

    def _warm_up(self, what: str) -> None:
        """A file runs in real time while models are still loading: once they are there it starts again."""
        if what in self._warm:
            return
        self._warm.add(what)
        wanted = {"letters"} if self.window.view == "letters" else {"tracker", "recogniser"}
        is_file = bool(self._spec) and not self._spec.startswith("camera:")
        if what in wanted and wanted <= self._warm and is_file and not self._lossless:
            self._send(ChangeSource(self._opener(self._spec)))

    def _events_came(self, batch: EventBatch) -> None:
        for event in batch.events:
            if isinstance(event, LandmarksReady):
                self._warm_up("tracker")
            elif isinstance(event, LetterReaderReady):
                self._warm_up("letters")
            elif isinstance(event, RecogniserReady):
                self._warm_up("recogniser")
                library = event.recogniser.library
                self.loader.set_library(library)
                self.window.settings.set_model_defaults(self._maker.defaults())
                self._list_packs()
                for controller in self._controllers:
                    controller.recogniser_ready(event.recogniser)
                self.library.encode_waiting(self._maker.waiting)
                for error in self._maker.left_out:
                    self._tell("packs", BannerTone.WARNING, error.user_text, error.hint)

        for controller in self._controllers:
            controller.events_came(batch)

    def _clip_ready(self, name: str, clip: Any) -> None:
        if self._stopped is not None:  # what was on its way when the program ended; the window may be gone
            return
        if name == "live":
            self.window.live.player.show_clip(clip)

    def _choose_pack(self, name: str) -> None:
        self._change("recognition.packs", () if name == ALL_PACKS else (name,))

    def _change(self, key: str, value: Any) -> None:
        """A setting was changed in the window: keep it, and let what depends on it know."""
        try:
            trouble = self._store.forget(key) if value is None else self._store.change(key, value)
        except AppError as error:
            self._tell("settings", BannerTone.WARNING, error.user_text, error.hint)
        else:
            if trouble:
                self._tell("settings", BannerTone.WARNING, trouble)
        self._show_settings()
        if key.startswith("look."):
            self.apply_theme()
        elif key == "recognition.packs":
            self.reopen_library()
        elif key.removeprefix("recognition.") in THRESHOLDS and self._maker.base is not None:
            self._send(ChangeThresholds(self._maker.thresholds(self._maker.base)))
        self.letters.setting_changed(key)

    def _show_settings(self) -> None:
        settings, window = self.settings, self.window
        window.settings.show_settings(self._store.resolved)
        window.live.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        self.letters.show_settings()
        for controller in self._controllers:
            controller.show_settings()
        window.live.results.set_limit(settings.recognition.top_k)
        left_handed = settings.input.dominant_hand == "left"
        window.live.player.set_mirrored(left_handed)
        window.library.player.set_mirrored(left_handed)

    def _show_problems(self) -> None:
        problems = [problem.message for problem in self._store.resolved.problems]
        words = " ".join([*self._store.notices, *problems])
        if words:
            self._tell("settings", BannerTone.WARNING, words, tr("The values before it are used instead."))

    def _tell(self, about: str, tone: BannerTone, text: str, hint: str = "") -> None:
        self.window.set_state(states.with_banner(self.window.state, Banner(about, tone, text, hint)))

    def _list_sources(self) -> None:
        cameras = self.cameras.cameras() if self.cameras else ()
        window = self.window
        for name in ("live", "letters", "record", "practice"):
            view = getattr(window, name)
            sample = paths.sample_recording(name)
            view.bar.set_sources(cameras, self._spec, str(sample) if sample.is_file() else "")

    def _list_packs(self) -> None:
        chosen = self.settings.recognition.packs
        names = tuple(dict.fromkeys((*self.window.state.packs, *chosen)))
        self.window.live.bar.set_packs(names, chosen[0] if len(chosen) == 1 else ALL_PACKS)

    def _pause(self) -> None:
        paused = self.window.state.source.phase is SourcePhase.PAUSED
        self._send(ResumeSource() if paused else PauseSource())

    def _act(self, action: str) -> None:
        match Action(action):
            case Action.RETRY_SOURCE:
                self._send(ChangeSource(self._opener(self._spec)))
            case Action.PLAY_SAMPLE:
                self.choose_source(str(paths.sample_recording(self.window.view)))
            case Action.OPEN_FILE:
                (self.window.letters if self.window.view == "letters" else self.window.live).bar.open_file()
            case Action.RETRY_ENGINE:
                self.reopen_library()
            case Action.RETRY_LETTERS:
                self.letters.retry()
            case Action.NONE:
                pass


def _camera_watcher(parent: QObject) -> CameraWatcher:
    from desktop_app.ui.camera.cameras import CameraWatcher  # Qt Multimedia speaks when it is loaded, see above

    return CameraWatcher(parent)
