"""Reads the metadata of an ONNX file without the onnx package, by walking its protobuf fields.

Field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto,
ValueInfoProto, TypeProto), which has kept them since 2017. Only inputs and outputs,
operators, opsets, the number of parameters and external references are read.

ONNX Runtime must find nothing in a file that is not found here, such as weights in other files. So what readers
of protobuf understand differently is refused: tags that are longer than necessary (the official reader cuts
them to 32 bits) and groups. No writer of ONNX files makes any.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop_app.errors import ModelError
from desktop_app.message import Message

# TensorProto.DataType, as ONNX Runtime spells it.
DTYPES: Final = {
    1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string",
    9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 16: "bfloat16",
}  # fmt: skip
STANDARD_DOMAINS: Final = ("", "ai.onnx", "ai.onnx.ml")
_ALL_BITS: Final = (1 << 64) - 1
_LOW_BITS: Final = (1 << 32) - 1
_MAX_DEPTH: Final = 16  # of graphs inside graphs
_MAX_TAG: Final = (1 << 32) - 1
_MAX_LENGTH: Final = (1 << 31) - 1
THE_MODEL: Final = Message("The model")  # in place of the name of its file
_NOT_A_MODEL_HINT: Final = Message(
    "Choose a file that ends in .onnx and was exported as a whole. `onnx.save` writes files that can be read."
)


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """An input or output. `shape` has a number, a name, or None (unknown) a dimension; () where unknown."""

    name: str
    dtype: str
    shape: tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class ExternalTensor:
    """A tensor whose values lie in another file.

    Attributes:
        dtype: number of TensorProto.DataType.
        dims: its shape.
        entries: `location`, `offset`, `length` and others, as they stand in the file.
    """

    name: str
    dtype: int
    dims: tuple[int, ...]
    entries: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class OnnxSummary:
    ir_version: int = 0
    producer: str = ""
    opsets: dict[str, int] = field(default_factory=dict)
    inputs: list[TensorInfo] = field(default_factory=list)
    outputs: list[TensorInfo] = field(default_factory=list)
    operators: Counter[str] = field(default_factory=Counter)
    parameters: int = 0
    external: list[ExternalTensor] = field(default_factory=list)
    sparse: bool = False
    domains: set[str] = field(default_factory=set)
    metadata: dict[str, str] = field(default_factory=dict)

    @property
    def opset(self) -> int:
        """Version of the standard operators."""
        return self.opsets.get("", self.opsets.get("ai.onnx", 0))

    @property
    def custom_domains(self) -> list[str]:
        """Operator sets besides the standard ones; ONNX Runtime has some of them, such as `com.microsoft`."""
        return sorted(self.domains - set(STANDARD_DOMAINS))

    def only_input(self, name: str | Message, hint: Message) -> TensorInfo:
        """The input of a model that takes one. Raises ModelError with the names of the inputs and the hint."""
        if len(self.inputs) == 1:
            return self.inputs[0]
        listed = ", ".join(info.name for info in self.inputs) or Message("none")
        raise ModelError(
            Message(
                "{name} takes {count} inputs ({listed}) where one is needed.",
                name=name,
                count=len(self.inputs),
                listed=listed,
            ),
            hint,
        )


class _Truncated(Exception):
    """The bytes are truncated, not protobuf, or readers of protobuf would understand them differently."""


class _TooDeep(Exception):
    """Graphs are nested too deeply."""


def summarise(data: bytes | memoryview, name: str | Message = THE_MODEL) -> OnnxSummary:
    """Read the description of a model.

    Raises:
        ModelError: the bytes are not an ONNX model.
    """
    summary = OnnxSummary()
    graphs: list[memoryview] = []
    try:
        for number, value in _fields(memoryview(data)):
            if number == 1 and isinstance(value, int):
                summary.ir_version = value
            elif number == 2:
                summary.producer = _text(value)
            elif number == 7:
                graphs.append(_bytes(value))
            elif number == 8:
                domain, version = _opset(_bytes(value))
                summary.opsets[domain] = version
            elif number == 14:
                key, text = _entry(_bytes(value))
                summary.metadata[key] = text
            elif number == 25:  # functions of the model's own: their nodes count, too
                for inner, part in _fields(_bytes(value)):
                    if inner == 7:
                        _node(_bytes(part), summary, 1)
                    elif inner == 11:
                        _attribute(_bytes(part), summary, 1)
            elif number == 20:  # how it is trained
                for inner, part in _fields(_bytes(value)):
                    if inner in (1, 2):
                        _graph(_bytes(part), summary, 1)
        for graph in graphs:
            _graph(graph, summary, 0)
    except _TooDeep as error:
        raise ModelError(
            Message("{name} has graphs that are nested more than {most} deep.", name=name, most=_MAX_DEPTH),
            Message("Export it without conditions and loops inside each other."),
        ) from error
    except (_Truncated, UnicodeDecodeError) as error:
        raise not_readable(name) from error
    if not graphs or not summary.operators:
        raise ModelError(Message("{name} is not an ONNX model, or an empty one.", name=name), _NOT_A_MODEL_HINT)
    return summary


def not_readable(name: str | Message) -> ModelError:
    """The error for a file that is no ONNX model, or one whose encoding is ambiguous."""
    return ModelError(
        Message("{name} is not an ONNX model, or is not encoded as ONNX models are.", name=name),
        _NOT_A_MODEL_HINT,
    )


def read_fields(data: memoryview) -> Iterator[tuple[int, int | memoryview, memoryview]]:
    """(number, value, the bytes of tag and value) of each field of a message. Raises an internal error."""
    position, end = 0, len(data)
    while position < end:
        start = position
        key, position = _varint(data, position)
        number, wire = key >> 3, key & 7
        if not 0 < key <= _MAX_TAG or number == 0 or position - start != _varint_size(key):
            raise _Truncated
        if wire == 0:
            value, position = _varint(data, position)
            yield number, value & _ALL_BITS, data[start:position]
            continue
        if wire == 2:
            before = position
            length, position = _varint(data, position)
            if length > _MAX_LENGTH or position - before > 5:
                raise _Truncated
        elif wire in (1, 5):
            length = 8 if wire == 1 else 4
        else:
            raise _Truncated
        if position + length > end:
            raise _Truncated
        yield number, data[position : position + length], data[start : position + length]
        position += length


def _fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    for number, value, _ in read_fields(data):
        yield number, value


def _varint(data: memoryview, position: int) -> tuple[int, int]:
    result = shift = 0
    while position < len(data) and shift < 70:
        byte = data[position]
        position += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return result, position
        shift += 7
    raise _Truncated


def varint(value: int) -> bytes:
    """A number in the shortest encoding of protobuf."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _varint_size(value: int) -> int:
    return max(1, -(-value.bit_length() // 7))


def _bytes(value: int | memoryview) -> memoryview:
    if isinstance(value, int):
        raise _Truncated
    return value


def _text(value: int | memoryview) -> str:
    return bytes(_bytes(value)).decode("utf-8")


def _opset(data: memoryview) -> tuple[str, int]:
    domain, version = "", 0
    for number, value in _fields(data):
        if number == 1:
            domain = _text(value)
        elif number == 2 and isinstance(value, int):
            version = value
    return domain, version


def _graph(data: memoryview, summary: OnnxSummary, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise _TooDeep
    inputs: list[TensorInfo] = []
    stored: set[str] = set()
    for number, value in _fields(data):
        if number == 1:
            _node(_bytes(value), summary, depth)
        elif number == 5:
            stored.add(_tensor(_bytes(value), summary))
        elif number == 15:
            summary.sparse = True
        elif depth == 0 and number == 11:
            inputs.append(_value_info(_bytes(value)))
        elif depth == 0 and number == 12:
            summary.outputs.append(_value_info(_bytes(value)))
    # Old files list their weights among the inputs as well.
    summary.inputs.extend(info for info in inputs if info.name not in stored)


def _node(data: memoryview, summary: OnnxSummary, depth: int) -> None:
    kind = domain = ""
    for number, value in _fields(data):
        if number == 4:
            kind = _text(value)
        elif number == 7:
            domain = _text(value)
        elif number == 5:
            _attribute(_bytes(value), summary, depth)
    summary.domains.add(domain)
    summary.operators[kind if domain in ("", "ai.onnx") else f"{domain}.{kind}"] += 1


def _attribute(data: memoryview, summary: OnnxSummary, depth: int) -> None:
    for number, value in _fields(data):
        if number in (5, 10):
            _tensor(_bytes(value), summary)
        elif number in (6, 11):
            _graph(_bytes(value), summary, depth + 1)
        elif number in (22, 23):
            summary.sparse = True


def _tensor(data: memoryview, summary: OnnxSummary) -> str:
    name, dtype, outside = "", 0, False
    dims: list[int] = []
    entries: list[tuple[str, str]] = []
    for number, value in _fields(data):
        if number == 1:
            dims += [value] if isinstance(value, int) else _packed(value)
        elif number == 2 and isinstance(value, int):
            dtype = value & _LOW_BITS
        elif number == 8:
            name = _text(value)
        elif number == 13:
            outside = True
            entries.append(_entry(_bytes(value)))
        elif number == 14:
            # An enumeration: readers look at its low 32 bits, and anything but 0 is not here.
            outside |= not isinstance(value, int) or value & _LOW_BITS != 0
    summary.parameters += math.prod(dims) if all(size <= _LOW_BITS for size in dims) else 0
    if outside:
        summary.external.append(ExternalTensor(name, dtype, tuple(dims), tuple(entries)))
    return name


def external_tensor(data: memoryview) -> ExternalTensor | None:
    """The reference of a TensorProto to another file, if it has one."""
    summary = OnnxSummary()
    _tensor(data, summary)
    return summary.external[0] if summary.external else None


def _entry(data: memoryview) -> tuple[str, str]:
    key = value = ""
    for number, part in _fields(data):
        if number == 1:
            key = _text(part)
        elif number == 2:
            value = _text(part)
    return key, value


def _packed(data: memoryview) -> list[int]:
    sizes, position = [], 0
    while position < len(data):
        value, position = _varint(data, position)
        sizes.append(value & _ALL_BITS)
    return sizes


def _value_info(data: memoryview) -> TensorInfo:
    name, dtype = "", "unknown"
    shape: tuple[int | str | None, ...] = ()
    for number, value in _fields(data):
        if number == 1:
            name = _text(value)
        elif number == 2:
            for kind, tensor in _fields(_bytes(value)):
                if kind != 1:
                    dtype = "not a tensor"
                    continue
                for inner, part in _fields(_bytes(tensor)):
                    if inner == 1 and isinstance(part, int):
                        dtype = DTYPES.get(part, f"type {part}")
                    elif inner == 2:
                        shape = tuple(_dimension(_bytes(d)) for n, d in _fields(_bytes(part)) if n == 1)
    return TensorInfo(name, dtype, shape)


def _dimension(data: memoryview) -> int | str | None:
    for number, value in _fields(data):
        if number == 1 and isinstance(value, int):
            return value if 0 < value < 1 << 62 else None  # some tools write negative numbers for "any"
        if number == 2:
            return _text(value) or None
    return None
