"""The one QApplication, and what belongs to the desktop around it: permission, cameras, geometry."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.files import private_file
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.kit import theme as themes

if TYPE_CHECKING:
    from desktop_app.ui.camera.cameras import CameraWatcher


def on_mac() -> bool:
    """Whether this is macOS. A function, so that the type checker checks both branches."""
    return sys.platform == "darwin"


def prepare_application() -> QApplication:
    """The one QApplication, with the bundled font and Qt's Fusion style."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([paths.APP_NAME])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName(paths.APP_NAME)
    # Qt Multimedia only lists cameras here; its messages about sound servers would clutter the log.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")
    themes.load_fonts()
    apply_language(app, "en")  # until the settings are read
    return app


def window_memory() -> QSettings:
    """Where the window keeps its geometry; deleting it changes no result."""
    path = paths.config_dir() / "window.ini"
    with suppress(OSError):  # where it cannot be written, the window forgets
        private_file(path)  # Qt would make one that everybody can read
    return QSettings(str(path), QSettings.Format.IniFormat)


def with_permission(app: QApplication, context: QObject, then: Callable[[], None]) -> Callable[[], None]:
    """`then`, once the camera may be used.

    macOS asks for it on the window's thread, through Qt; OpenCV cannot ask from a worker.
    """
    if not on_mac():
        return then

    def ask() -> None:
        from PySide6.QtCore import QCameraPermission

        app.requestPermission(QCameraPermission(), context, lambda _: then())

    return ask


def camera_watcher(parent: QObject) -> CameraWatcher:
    """Lists cameras. Qt Multimedia is loaded here, after its messages were filtered."""
    from desktop_app.ui.camera.cameras import CameraWatcher

    return CameraWatcher(parent)
