"""Tells by its content what a file is that is no video, recording or feature clip."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from desktop_app.engine.malformed import open_zip
from desktop_app.errors import SourceError
from desktop_app.message import Message

_HEAD: Final = 1 << 16
_HDF5: Final = b"\x89HDF\r\n\x1a\n"
_NUMBERS: Final = re.compile(rb"[-+0-9.eE,;\t \"nNaA]+")
_LANDMARK_WORDS: Final = re.compile(rb"landmark|keypoint|pose|hand", re.IGNORECASE)
_USE: Final = Message("Give the video that it was made of, or a .pose or .npz landmark recording.")
_MODEL: Final = Message("Models are examined with `signmirror inspect`; only ONNX models can be used.")


VIDEO: Final = Message("a video")
RECORDING: Final = Message("a landmark recording")
FEATURE_CLIP: Final = Message("a feature clip")


def refuse_foreign(path: Path, wanted: Message = VIDEO) -> None:
    """Raise SourceError if the content of an existing file is of a known kind that has no frames.

    Args:
        wanted: what it should be. An archive called `.npz` is a recording, however damaged.
    """
    kind, hint = _kind_of(path)
    if kind:
        raise SourceError(
            Message("'{path}' is {kind}, not {wanted}.", path=path.name, kind=kind, wanted=wanted),
            hint,
            code="source.foreign",
        )


def _kind_of(path: Path) -> tuple[Message | None, Message]:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None, _USE
    if head.startswith(_HDF5):
        if b"keras_version" in head or b"model_config" in head or b"layer_names" in head:
            return Message("a Keras model (HDF5)"), _MODEL
        return Message("an HDF5 file"), _USE
    if head[4:8] == b"TFL3":
        return Message("a TensorFlow Lite model"), _MODEL
    if head.startswith(b"PK\x03\x04") and path.suffix.lower() != ".npz":
        return _archive(path)
    if head.startswith(b"%PDF"):
        return Message("a PDF document"), _USE
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in (b"{", b"["):
        if _LANDMARK_WORDS.search(text) or _NUMBERS.match(text.lstrip(b"[ \r\n\t")):
            return Message("a JSON file of landmarks"), _USE
        return Message("a JSON file"), _USE
    if _is_table(text):
        return Message("a table of key points (CSV)"), _USE
    # FFmpeg would show text as a picture, or follow the addresses in a playlist.
    return (Message("a text file"), _USE) if _is_text(head) else (None, _USE)


def _archive(path: Path) -> tuple[Message | None, Message]:
    try:
        with open_zip(path, lambda problem: ValueError(str(problem))) as archive:
            names = set(archive.namelist())
    except (OSError, ValueError):
        return None, _USE
    if "config.json" in names and any(name.endswith(".weights.h5") for name in names):
        return Message("a Keras model"), _MODEL
    if any(name.endswith("data.pkl") for name in names):
        return Message("a PyTorch file"), _MODEL
    if names and all(name.endswith(".npy") for name in names):
        return Message("an archive of NumPy arrays"), Message("Use a name that ends in .npz.")
    return Message("a zip archive"), Message("Unpack it first.")


def _is_text(head: bytes) -> bool:
    """Whether a file begins with nothing but UTF-8 text."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in "\r\n\t\f\ufeff" for letter in text)


def _is_table(text: bytes) -> bool:
    """Whether the lines are comma-separated and mostly numbers."""
    if b"\0" in text:
        return False
    lines = [line.strip() for line in text.splitlines()[:20] if line.strip()]
    cells = [re.split(rb"[,;\t]", line) for line in lines[1:-1] or lines]
    if not cells or min(map(len, cells)) < 3:
        return False
    numbers = sum(_NUMBERS.fullmatch(cell) is not None for row in cells for cell in row)
    return numbers >= 0.5 * sum(map(len, cells))
