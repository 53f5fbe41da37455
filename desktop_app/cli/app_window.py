"""Ways to run the window: until it is closed, for a screenshot, or headless on a sample."""

from __future__ import annotations

import dataclasses
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QImageWriter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app.application import prepare_application
from desktop_app.app.program import Program
from desktop_app.errors import AppError, SourceError
from desktop_app.files import replacing
from desktop_app.message import Message
from desktop_app.runtime.events import (
    RecogniserReady,
    SignRecognised,
    SourceEnded,
    SourceState,
    SourceStatus,
    WorkerFault,
)
from desktop_app.settings_file import SettingsStore
from desktop_app.ui import state as states
from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import BannerTone
from desktop_app.ui.stall import StallProbe, StallReport

_log = logging.getLogger(__name__)
DEMO_LIMIT_S = 300
SETTLE_MS = 1500  # thumbnails and the reference appear after the answer


def run(store: SettingsStore, size: tuple[int, int] | None, view: str, pack_file: Path | None = None) -> int:
    """Show the window until it is closed, `pack_file` in its Library; returns Qt's exit code."""
    app = prepare_application()
    program = Program(app, store)
    _catch_all(program)
    program.window.show_view("library" if pack_file is not None else view)
    program.start(size)
    if pack_file is not None:
        program.library.open_file(pack_file.resolve())
    try:
        return app.exec()
    finally:
        program.stop()


@contextmanager
def _ends_by_itself(app: QApplication) -> Iterator[Callable[[int], None]]:
    """Gives what ends the loop of the program after some milliseconds; a later call replaces an earlier one.

    A timer that fired after the loop would end every other loop of Qt in this process from then on.
    """
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(app.quit)
    try:
        yield timer.start
    finally:
        timer.stop()


def screenshot(
    store: SettingsStore, target: Path, after_s: float, size: tuple[int, int] | None, view: str
) -> None:
    """Render the window, save a picture of it after some seconds, end. Raises AppError when it cannot."""
    app = prepare_application()
    program = Program(app, store)
    program.window.show_view(view)
    program.start(size)
    with _ends_by_itself(app) as end_after:
        end_after(round(after_s * 1000))
        app.exec()
    program.window.flush()
    picture = program.window.grab()
    _end(app, program)
    save_picture(picture, target)


def headless_demo(
    store: SettingsStore, target: Path, size: tuple[int, int] | None, source: str | None
) -> list[dict[str, Any]]:
    """Play a file (the built-in sample) through the whole pipeline and save a picture of its last answer.

    Returns:
        One entry a sign: start_s, end_s, motion_mean, accepted, rejection_reason, results.
    Raises:
        AppError: the sample, the models or the packs cannot be used, or nothing ended in time.
    """
    spec = source or str(paths.sample_recording())
    if spec.startswith("camera:"):
        raise SourceError(
            Message("The demonstration plays a file."),
            Message("Leave --source out, or give a video or recording."),
        )
    app = prepare_application()
    program = Program(app, store, lossless=True, watch_cameras=False, source=spec)
    signs: list[SignRecognised] = []
    faults: list[AppError] = []

    def take(batch: EventBatch) -> None:
        for event in batch.events:
            match event:
                case SignRecognised():
                    signs.append(event)
                case (
                    WorkerFault(error=error)
                    | SourceState(status=SourceStatus.UNAVAILABLE, error=AppError() as error)
                ):
                    faults.append(error)
                    app.quit()
                case SourceEnded():
                    end_after(SETTLE_MS)
                case _:
                    pass

    with _ends_by_itself(app) as end_after:
        program.window.events_came.connect(take)
        program.start(size)
        end_after(DEMO_LIMIT_S * 1000)
        app.exec()
    program.window.flush()
    picture = program.window.grab()
    over = program.window.state.source.phase is states.SourcePhase.ENDED
    _end(app, program)
    if faults:
        raise faults[0]
    if not over:
        raise SourceError(
            Message("The sample did not end within {seconds} seconds.", seconds=DEMO_LIMIT_S),
            Message("Try again; send us the log."),
        )
    save_picture(picture, target)
    return [describe(sign) for sign in signs]


def live_stall(store: SettingsStore, source: str, seconds: float) -> StallReport:
    """Show a source live for some seconds, and report how long the window's thread was busy at most.

    Measured after the models are loaded, which happens on other threads and is not part of the live view.
    """
    app = prepare_application()
    program = Program(app, store, watch_cameras=False, source=source)
    probe = StallProbe()

    def take(batch: EventBatch) -> None:
        if any(isinstance(event, RecogniserReady) for event in batch.events):
            QTimer.singleShot(SETTLE_MS, probe.start)
            end_after(SETTLE_MS + round(seconds * 1000))

    with _ends_by_itself(app) as end_after:
        program.window.events_came.connect(take)
        program.start((1280, 800))
        end_after(DEMO_LIMIT_S * 1000)
        app.exec()
    report = probe.stop()
    _end(app, program)
    return report


def describe(sign: SignRecognised) -> dict[str, Any]:
    """A recognised sign as the commands print it."""
    prediction = sign.prediction
    return {
        "start_s": prediction.start_s,
        "end_s": prediction.end_s,
        "motion_mean": prediction.motion_mean,
        "accepted": prediction.accepted,
        "rejection_reason": prediction.rejection_reason,
        "results": [dataclasses.asdict(result) for result in prediction.results],
    }


def save_picture(picture: QPixmap, target: Path) -> None:
    """Write a PNG that names this program, whole or not at all. Raises AppError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as part:
            writer = QImageWriter(str(part), QByteArray(b"png"))
            writer.setText("Software", "SignMirror")
            written, reason = writer.write(picture.toImage()), writer.errorString()
            del writer  # which closes the file: Windows does not rename an open one
            if not written:
                raise OSError(f"cannot write {part}: {reason}")
    except OSError as error:
        raise AppError(
            Message("The picture cannot be saved as {target}.", target=target),
            Message("Choose a folder you may write to."),
            detail=str(error),
        ) from error


def _end(app: QApplication, program: Program) -> None:
    program.window.close()
    program.stop()
    program.window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()


def _catch_all(program: Program) -> None:
    """Log an unexpected exception and show a banner; the rest keeps running."""

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            program.window.close()
            return
        _log.error("Unexpected error in the window", exc_info=(kind, error, where))
        text = tr("Something went wrong inside SignMirror: {error}", error=f"{kind.__name__}: {error}")
        hint = tr("You can go on. Please send us the log: {folder}", folder=paths.log_dir())
        program.window.banners.show("internal", BannerTone.DANGER, text, hint)

    sys.excepthook = hook
