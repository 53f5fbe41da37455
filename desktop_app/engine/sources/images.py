"""Plays a folder of images as a video."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from desktop_app.engine.cv import cv2, to_bgr
from desktop_app.engine.file_kinds import IMAGE_SUFFIXES, is_visible
from desktop_app.engine.malformed import refusing_malformed
from desktop_app.engine.png import is_png, whole_png
from desktop_app.engine.protocols import Clock, SourceInfo
from desktop_app.engine.records import Frame
from desktop_app.engine.sources.pacing import Pacer
from desktop_app.errors import EndOfSource, SourceError
from desktop_app.message import Message


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Sort key that places frame2 before frame10."""
    return [
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in re.split(r"(\d+)", name)
        if piece
    ]


class ImageFolderSource:
    """Shows the images of a folder, in natural order, `fps` a second; or one single image.

    Images may differ in size. Hidden files and files without an image extension are ignored.
    """

    def __init__(self, path: Path, *, realtime: bool, fps: float = 30.0, clock: Clock | None = None) -> None:
        self.path = path
        self.fps = fps
        self._pacer = Pacer(realtime=realtime, clock=clock)
        self._files: list[Path] = []
        self._index = -1

    @property
    def skipped(self) -> int:
        """Images skipped in real time since `open`."""
        return self._pacer.skipped

    def open(self) -> SourceInfo:
        """List the folder and read its first image. Raises SourceError."""
        self.close()
        if not self.path.exists():
            raise SourceError(Message("'{path}' does not exist.", path=self.path), Message("Check the path."))
        files = [self.path] if self.path.is_file() else _images_in(self.path)
        if not files:
            raise SourceError(
                Message("'{path}' holds no images.", path=self.path.name),
                Message("Choose a folder with JPEG, PNG, BMP, TIFF or WebP images."),
            )
        first = _read_image(files[0])
        self._files, self._index = files, -1
        self._pacer.restart()
        return SourceInfo(
            name=self.path.name,
            kind="images",
            width=first.shape[1],
            height=first.shape[0],
            fps=self.fps,
            frame_count=len(files),
            live=False,
        )

    def read(self) -> Frame:
        """The next image. Raises SourceError naming the file that cannot be read, or EndOfSource."""
        if not self._files:
            raise SourceError(Message("The folder is not open."), Message("Open it first."))
        while True:
            if self._index + 1 >= len(self._files):
                raise EndOfSource
            self._index += 1
            position = self._index / self.fps
            if self._pacer.is_late(position, 1 / self.fps):
                continue
            picture = _read_image(self._files[self._index])
            return Frame(self._index, self._pacer.wait(position), picture, position)

    def close(self) -> None:
        self._files = []

    def cancel(self) -> None:
        """Cancel a waiting read. May be called on any thread."""
        self._pacer.cancel()


def _images_in(folder: Path) -> list[Path]:
    try:
        found = [
            entry
            for entry in folder.iterdir()
            if entry.suffix.lower() in IMAGE_SUFFIXES and is_visible(entry.name) and entry.is_file()
        ]
    except OSError as error:
        raise SourceError(
            Message("'{folder}' cannot be read: {strerror}.", folder=folder.name, strerror=error.strerror),
            Message("Check that you may open the folder."),
        ) from error
    return sorted(found, key=lambda entry: natural_key(entry.name))


def _read_image(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Upright BGR pixels. The file is read here, because OpenCV cannot open every path on Windows."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            Message("'{path}' cannot be opened: {strerror}.", path=path.name, strerror=error.strerror),
            Message("Check that you may read the file."),
        ) from error
    whole = whole_png(data) if is_png(data) else data
    if not whole:
        raise _unreadable(path)
    with refusing_malformed(lambda _: _unreadable(path)):  # OpenCV raises for pictures that are too large
        picture = cv2.imdecode(np.frombuffer(whole, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise _unreadable(path)
    return to_bgr(picture)


def _unreadable(path: Path) -> SourceError:
    return SourceError(
        Message("'{path}' cannot be read as an image.", path=path.name),
        Message("Remove it from the folder, or save it again."),
    )
