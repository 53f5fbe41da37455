"""Brings a call from any thread to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Relay(QObject):
    """Made on the window's thread. After `close` nothing is called any more."""

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._came.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether no call is made any more."""
        return self._closed

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` made on the window's thread, in the order of posting; returns at once."""
        if not self._closed:
            self._came.emit(call)

    def close(self) -> None:
        """The window is going: what was posted is forgotten."""
        self._closed = True

    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
