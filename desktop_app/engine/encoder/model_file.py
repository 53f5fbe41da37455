"""Reads an ONNX model with the data files that belong to it, as bytes that refer to no other file.

PyTorch 2.9 and later writes the weights beside the model: each tensor names a file, an offset and a length.
Only a bare name in the model's own folder is followed, and not to a link. What is read is put into the model,
so that ONNX Runtime opens no file itself.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.engine.encoder import onnx_file
from desktop_app.engine.encoder.onnx_file import ExternalTensor, OnnxSummary
from desktop_app.errors import ModelError, ModelMissing
from desktop_app.files import is_link, sha256, sha256_file
from desktop_app.message import Message

MAX_MODEL_BYTES: Final = 512 << 20  # with its data files
# Bytes of one value, by TensorProto.DataType; others do not lie in data files.
_SIZES: Final = {1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2}
_KEYS: Final = frozenset({"location", "offset", "length", "checksum", "basepath"})
# Messages on the way to a tensor: field number -> message. Of onnx.proto.
_MODEL, _TRAINING, _FUNCTION, _GRAPH, _NODE, _ATTRIBUTE, _TENSOR = range(7)
_INSIDE: Final[dict[int, dict[int, int]]] = {
    _MODEL: {7: _GRAPH, 20: _TRAINING, 25: _FUNCTION},
    _TRAINING: {1: _GRAPH, 2: _GRAPH},
    _FUNCTION: {7: _NODE, 11: _ATTRIBUTE},
    _GRAPH: {1: _NODE, 5: _TENSOR},
    _NODE: {5: _ATTRIBUTE},
    _ATTRIBUTE: {5: _TENSOR, 10: _TENSOR, 6: _GRAPH, 11: _GRAPH},
}
_RAW_DATA, _EXTERNAL_FIELDS = 9, (13, 14)
_LENGTH_DELIMITED: Final = 2
_WHOLE_HINT: Final = Message("Copy the model together with its data files, or export it as one file.")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model in memory.

    Attributes:
        data: the model as one file.
        sha256: of the file, or of the model and its data files.
        files: names of the data files.
        bytes: of all files.
    """

    path: Path
    data: bytes
    summary: OnnxSummary
    sha256: str
    files: tuple[str, ...]
    bytes: int

    @property
    def name(self) -> str:
        """Name of the file, for messages."""
        return self.path.name


def read_model(path: Path) -> ModelFile:
    """Read a model and its data files.

    Raises:
        ModelMissing: there is no such file, or a data file is missing.
        ModelError: no ONNX model, too large, or with weights that lie in a place that is not allowed.
    """
    if not path.is_file():
        raise ModelMissing(
            Message("There is no model at {path}.", path=path),
            Message("Check the path, or set ONNX_MODEL_PATH."),
        )
    data = _read(path, MAX_MODEL_BYTES)
    summary = onnx_file.summarise(data, path.name)
    if summary.sparse:
        raise ModelError(
            Message("{name} has sparse weights, which are not allowed.", name=path.name),
            Message("Export it with dense weights."),
        )
    if not summary.external:
        return ModelFile(path, data, summary, sha256(data), (), len(data))
    locations = sorted({_location(tensor, path.name) for tensor in summary.external})
    files: dict[str, bytes] = {}
    for name in locations:
        files[name] = _read_data_file(path, name, MAX_MODEL_BYTES - len(data) - _total(files))
    pieces = _inlined(memoryview(data), _MODEL, lambda tensor: _values(tensor, files, path.name))
    if sum(map(len, pieces)) > MAX_MODEL_BYTES:  # tensors may share bytes of a data file
        raise _too_large(path.name)
    inlined = b"".join(pieces)
    digest = hashlib.sha256(sha256(data).encode())
    for content in files.values():
        digest.update(sha256(content).encode())
    whole = onnx_file.summarise(inlined, path.name)
    return ModelFile(path, inlined, whole, digest.hexdigest(), tuple(locations), len(data) + _total(files))


def model_digest(path: Path) -> str:
    """The digest of a model and its data files; of the file alone where they cannot be read. Raises OSError."""
    try:
        return read_model(path).sha256
    except ModelError:
        return sha256_file(path)


def _read(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise _too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            Message("{path} cannot be read.", path=path.name),
            Message("Check its permissions."),
            detail=str(error),
        ) from error


def _too_large(name: str) -> ModelError:
    return ModelError(
        Message("{path} is larger than {megabytes} MB.", path=name, megabytes=MAX_MODEL_BYTES >> 20),
        Message("Choose an encoder made for this program."),
    )


def _total(files: dict[str, bytes]) -> int:
    return sum(len(content) for content in files.values())


def _location(tensor: ExternalTensor, model: str) -> str:
    """The data file that a tensor names. Raises ModelError unless it is a bare name."""
    entries = dict(tensor.entries)
    location = entries.get("location", "")
    is_bare = location not in ("", ".", "..") and not any(one in "/\\:" or one < " " for one in location)
    if not is_bare or len(entries) != len(tensor.entries) or not entries.keys() <= _KEYS:
        raise ModelError(
            Message(
                "{model} keeps weights in a place that is not allowed ({location}).",
                model=model,
                location=location or Message("unnamed"),
            ),
            Message("Its data files must lie beside it. Export it again, or as one file."),
        )
    return location


def _read_data_file(model: Path, name: str, most: int) -> bytes:
    path = model.with_name(name)
    if is_link(path):
        raise ModelError(
            Message(
                "{name}, the data file of {model}, is a link, which is not allowed.",
                name=name,
                model=model.name,
            ),
            Message("Put the file itself beside the model."),
        )
    if not path.is_file():
        raise ModelMissing(
            Message("{model} keeps its weights in {name}, which is not there.", model=model.name, name=name),
            _WHOLE_HINT,
        )
    return _read(path, most)


def _values(tensor: ExternalTensor, files: dict[str, bytes], model: str) -> memoryview:
    """The bytes of a tensor in its data file. Raises ModelError where they do not lie inside of it."""
    entries = dict(tensor.entries)
    content = files[_location(tensor, model)]
    needed = math.prod(tensor.dims) * _SIZES.get(tensor.dtype, 0)
    try:
        offset, length = int(entries.get("offset") or 0), int(entries.get("length") or needed)
    except ValueError:
        offset = length = -1
    if offset < 0 or length != needed or offset + length > len(content):
        raise ModelError(
            Message(
                "{model} and its data file {name} do not belong together.",
                model=model,
                name=entries["location"],
            ),
            _WHOLE_HINT,
        )
    return memoryview(content)[offset : offset + length]


def _inlined(
    data: memoryview, message: int, values: Callable[[ExternalTensor], memoryview]
) -> list[bytes | memoryview]:
    """The pieces of a message whose external tensors hold their values themselves."""
    external = onnx_file.external_tensor(data) if message == _TENSOR else None
    pieces: list[bytes | memoryview] = []
    for number, value, raw in onnx_file.read_fields(data):
        inside = _INSIDE.get(message, {}).get(number)
        if inside is not None and isinstance(value, memoryview):
            inner = _inlined(value, inside, values)
            pieces += [_tag(number, sum(map(len, inner))), *inner]
        elif external is None or number not in (*_EXTERNAL_FIELDS, _RAW_DATA):
            pieces.append(raw)
    if external is not None:
        content = values(external)
        pieces += [_tag(_RAW_DATA, len(content)), content]
    return pieces


def _tag(number: int, length: int) -> bytes:
    return onnx_file.varint(number << 3 | _LENGTH_DELIMITED) + onnx_file.varint(length)
