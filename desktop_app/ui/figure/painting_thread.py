"""Paints figures on a thread of their own; the window's thread only copies finished pictures.

A large figure takes about 8 ms of processor time, two side by side twice that. Each place on the screen has a
`PictureSlot`; a newer request of a slot replaces one that still waits. Pictures of clips are cached,
compressed: a clip that is looped is painted once.
"""

from __future__ import annotations

import logging
import threading
import weakref
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)

KEPT_BYTES: Final = 64 * 2**20
_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
_FAST: Final = 1  # of zlib; a figure of a megabyte becomes some thirty kilobytes
Paint = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class PictureKey:
    """What a picture shows, how large in pixels of the screen, and where in it (x, y, width, height)."""

    content: Hashable
    width: int
    height: int
    ratio: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class _PaintRequest:
    slot: weakref.ref[PictureSlot]
    generation: int  # of the slot
    key: PictureKey
    paint: Paint
    keep: bool


class PaintingThread(QObject):
    """The painting thread and its cache. Created, started and closed on the window's thread.

    While one runs, every `PictureSlot` uses it; without one, slots paint at once, on the calling thread.
    """

    _painted = Signal(object, object)  # _PaintRequest, QImage

    def __init__(self, parent: QObject | None = None, *, kept_bytes: int = KEPT_BYTES) -> None:
        super().__init__(parent)
        self.painted = 0  # pictures that were not in the cache
        self._limit = kept_bytes
        self._kept: OrderedDict[PictureKey, bytes] = OrderedDict()
        self._bytes = 0
        self._requests: OrderedDict[int, _PaintRequest] = OrderedDict()
        self._work = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None
        self._painted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def kept_bytes(self) -> int:
        """Bytes in the cache now."""
        return self._bytes

    def start(self) -> None:
        """Begin to paint for all slots."""
        global _current
        self._thread = threading.Thread(target=self._run, name="signmirror-pictures", daemon=True)
        self._thread.start()
        _current = self

    def close(self) -> None:
        """End the thread, within the time of one picture. May be called twice."""
        global _current
        if _current is self:
            _current = None
        with self._work:
            self._closing = True
            self._requests.clear()
            self._work.notify()
        if self._thread is not None:
            self._thread.join()
        self._kept.clear()
        self._bytes = 0

    def request(self, slot: PictureSlot, key: PictureKey, paint: Paint, *, keep: bool) -> None:
        """Paint for a slot; a request of it that still waits is replaced."""
        with self._work:
            # The new request keeps the place in the queue: a slot that asks often must not wait longest.
            self._requests[id(slot)] = _PaintRequest(weakref.ref(slot), slot.generation, key, paint, keep)
            self._work.notify()

    def _run(self) -> None:
        while True:
            with self._work:
                while not self._requests and not self._closing:
                    self._work.wait()
                if self._closing:
                    return
                _, request = self._requests.popitem(last=False)
            try:
                image = self._picture(request)
            except Exception:  # noqa: BLE001  (edge: one picture that fails must not end all others)
                _log.exception("A picture could not be painted")
                continue
            if not self._closing:
                self._painted.emit(request, image)

    def _picture(self, request: _PaintRequest) -> QImage:
        key = request.key
        packed = self._kept.get(key)
        if packed is not None:
            self._kept.move_to_end(key)
            # `copy`: without it the image would only borrow the bytes.
            image = QImage(zlib.decompress(packed), key.width, key.height, 4 * key.width, _FORMAT).copy()
            image.setDevicePixelRatio(key.ratio)
            return image
        image = QImage(key.width, key.height, _FORMAT)
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(key.ratio)
        painter = QPainter(image)
        try:
            request.paint(painter, QRectF(*key.box))
        finally:
            painter.end()
        self.painted += 1
        if request.keep:
            self._keep(key, zlib.compress(image.constBits(), _FAST))
        return image

    def _keep(self, key: PictureKey, packed: bytes) -> None:
        self._kept[key] = packed
        self._bytes += len(packed)
        while self._bytes > self._limit:
            _, old = self._kept.popitem(last=False)
            self._bytes -= len(old)

    def _deliver(self, request: _PaintRequest, image: QImage) -> None:
        slot = request.slot()
        if slot is not None and slot.generation == request.generation and not self._closing:
            slot.take(request.key, image)


_current: PaintingThread | None = None


class PictureSlot:
    """A place in a widget where a picture is shown that another thread paints."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = weakref.ref(widget)
        self._requested: PictureKey | None = None
        self._shown: PictureKey | None = None
        self._image: QImage | None = None
        self.generation = 0  # of what is shown; a picture of an earlier one is dropped

    def paint(self, painter: QPainter, box: QRectF, content: Hashable, paint: Paint, *, keep: bool) -> None:
        """Inside `paintEvent`: show the picture of `content`, or the last one until it is ready.

        Args:
            content: identifies the picture, whatever its size.
            paint: paints it into a box; on another thread, so it must not use anything mutable.
            keep: cache the picture, because it will be shown again.
        """
        if _current is None:
            paint(painter, box)
            return
        widget = self._living()
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        place = QRectF(box.toAlignedRect())  # a box between two pixels would be blurred or displaced
        inside = (box.x() - place.x(), box.y() - place.y(), box.width(), box.height())
        key = PictureKey(content, round(place.width() * ratio), round(place.height() * ratio), ratio, inside)
        if key not in (self._shown, self._requested) and key.width > 0 and key.height > 0:
            self._requested = key
            _current.request(self, key, paint, keep=keep)
        if self._image is None or self._shown is None:
            return
        if (self._shown.width, self._shown.height) == (key.width, key.height):
            painter.drawImage(place.topLeft(), self._image)
        else:  # while the window's size is being changed
            painter.drawImage(place, self._image)

    def take(self, key: PictureKey, image: QImage) -> None:
        """Show a picture that is ready."""
        self._shown, self._image = key, image
        if self._requested == key:
            self._requested = None
        widget = self._living()
        if widget is not None:
            widget.update()

    def clear(self) -> None:
        """Show nothing until the next picture is ready; one that is being painted now is dropped."""
        self._shown = self._image = self._requested = None
        self.generation += 1

    def _living(self) -> QWidget | None:
        """The widget, None where Qt has deleted it before its Python object."""
        widget = self._widget()
        return widget if widget is not None and shiboken6.isValid(widget) else None
