"""Reads the metadata of an ONNX file without the onnx package, by walking its protobuf fields.

Field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto,
ValueInfoProto, TypeProto), which has kept them since 2017. Only inputs and outputs,
operators, opsets, the number of parameters and external references are read.
"""

from __future__ import annotations

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
_EXTERNAL: Final = 1  # TensorProto.DataLocation
_MAX_DEPTH: Final = 32  # of graphs inside graphs
_NOT_A_MODEL_HINT: Final = Message("Choose a file that ends in .onnx and was exported as a whole.")


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """An input or output. `shape` has a number, a name, or None (unknown) a dimension; () where unknown."""

    name: str
    dtype: str
    shape: tuple[int | str | None, ...]


@dataclass(slots=True)
class OnnxSummary:
    ir_version: int = 0
    producer: str = ""
    opsets: dict[str, int] = field(default_factory=dict)
    inputs: list[TensorInfo] = field(default_factory=list)
    outputs: list[TensorInfo] = field(default_factory=list)
    operators: Counter[str] = field(default_factory=Counter)
    parameters: int = 0
    external: list[str] = field(default_factory=list)
    sparse: bool = False
    domains: set[str] = field(default_factory=set)

    @property
    def opset(self) -> int:
        """Version of the standard operators."""
        return self.opsets.get("", self.opsets.get("ai.onnx", 0))

    @property
    def custom_domains(self) -> list[str]:
        """Operator sets that ONNX Runtime does not include."""
        return sorted(self.domains - set(STANDARD_DOMAINS))


class _Truncated(Exception):
    """The bytes are truncated or not protobuf."""


def summarise(data: bytes, name: str = "The model") -> OnnxSummary:
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
            elif number == 25:  # functions of the model's own: their nodes count, too
                for inner, node in _fields(_bytes(value)):
                    if inner == 7:
                        _node(_bytes(node), summary, 1)
        for graph in graphs:
            _graph(graph, summary, 0)
    except (_Truncated, UnicodeDecodeError) as error:
        raise ModelError(
            Message("{name} is damaged or is not an ONNX model.", name=name), _NOT_A_MODEL_HINT
        ) from error
    if not graphs or not summary.operators:
        raise ModelError(Message("{name} is not an ONNX model, or an empty one.", name=name), _NOT_A_MODEL_HINT)
    return summary


def _fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    position, end = 0, len(data)
    while position < end:
        key, position = _varint(data, position)
        number, wire = key >> 3, key & 7
        if number == 0:
            raise _Truncated
        if wire == 0:
            value, position = _varint(data, position)
            yield number, value
            continue
        if wire == 2:
            length, position = _varint(data, position)
        elif wire in (1, 5):
            length = 8 if wire == 1 else 4
        else:
            raise _Truncated
        if position + length > end:
            raise _Truncated
        yield number, data[position : position + length]
        position += length


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
        raise _Truncated
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
            for inner, part in _fields(_bytes(value)):
                if inner in (5, 10):
                    _tensor(_bytes(part), summary)
                elif inner in (6, 11):
                    _graph(_bytes(part), summary, depth + 1)
                elif inner in (22, 23):
                    summary.sparse = True
    summary.domains.add(domain)
    summary.operators[kind if domain in ("", "ai.onnx") else f"{domain}.{kind}"] += 1


def _tensor(data: memoryview, summary: OnnxSummary) -> str:
    name, count, outside = "", 1, False
    for number, value in _fields(data):
        if number == 1:
            count *= value if isinstance(value, int) else _packed_product(value)
        elif number == 8:
            name = _text(value)
        elif number == 13 or (number == 14 and value == _EXTERNAL):
            outside = True
    summary.parameters += count
    if outside:
        summary.external.append(name)
    return name


def _packed_product(data: memoryview) -> int:
    product, position = 1, 0
    while position < len(data):
        value, position = _varint(data, position)
        product *= value
    return product


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
