"""Encoders that somebody made to do harm, as ONNX files: they load, or look as if they would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Dim = int | str
_SHAPE: Sequence[Dim] = ("b", "t", 540)


def encoder_with(nodes: list[Any], tensors: list[Any], shape: Sequence[Dim] = _SHAPE) -> onnx.ModelProto:
    """An encoder whose embedding is the output `e` of these nodes; `m` is the mean of the input over time."""
    mean = helper.make_node("ReduceMean", ["x", "axes"], ["m"], keepdims=0)
    axes = numpy_helper.from_array(np.array([1], np.int64), "axes")
    graph = helper.make_graph(
        [mean, *nodes],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, list(shape))],
        [helper.make_tensor_value_info("e", TensorProto.FLOAT, [shape[0], 540])],
        [axes, *tensors],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)


def endless() -> onnx.ModelProto:
    """Adds 1 to the mean nearly for ever."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["ci"], ["co"]), helper.make_node("Add", ["vi", "one"], ["vo"])],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("ci", TensorProto.BOOL, []),
            helper.make_tensor_value_info("vi", TensorProto.FLOAT, None),
        ],
        [
            helper.make_tensor_value_info("co", TensorProto.BOOL, []),
            helper.make_tensor_value_info("vo", TensorProto.FLOAT, None),
        ],
    )
    tensors = [
        numpy_helper.from_array(np.array(1 << 60, np.int64), "trip"),
        numpy_helper.from_array(np.array(True), "cond"),
        numpy_helper.from_array(np.array(1, np.float32), "one"),
    ]
    return encoder_with([helper.make_node("Loop", ["trip", "cond", "m"], ["e"], body=body)], tensors)


def greedy(numbers: int = 3_000_000_000) -> onnx.ModelProto:
    """Makes an array of so many numbers of 4 bytes."""
    value = helper.make_tensor("v", TensorProto.FLOAT, [1], [0.5])
    nodes = [
        helper.make_node("ConstantOfShape", ["size"], ["big"], value=value),
        helper.make_node("ReduceMax", ["big"], ["most"], keepdims=0),
        helper.make_node("Add", ["m", "most"], ["e"]),
    ]
    return encoder_with(nodes, [numpy_helper.from_array(np.array([numbers], np.int64), "size")])


def hidden_external(location: str) -> bytes:
    """An encoder with weights in another file, under a tag of five bytes that readers cut to 32 bits."""
    tensor = numpy_helper.from_array(np.zeros(540, np.float32), "w")
    tensor.ClearField("raw_data")
    entries = b"".join(
        _long_tag(13) + _delimited(_entry(key, value))
        for key, value in (("location", location), ("offset", "0"), ("length", "2160"))
    )
    secret = tensor.SerializeToString() + entries + _long_tag(14, wire=0) + b"\x01"
    model = encoder_with([helper.make_node("Add", ["m", "w"], ["e"])], [])
    graph = model.graph.SerializeToString() + b"\x2a" + _delimited(secret)
    model.ClearField("graph")
    return bytes(model.SerializeToString()) + b"\x3a" + _delimited(graph)


def _entry(key: str, value: str) -> bytes:
    return bytes(onnx.StringStringEntryProto(key=key, value=value).SerializeToString())


def _long_tag(number: int, wire: int = 2) -> bytes:
    return bytes([(number << 3 | wire) & 0x7F | 0x80, 0x80, 0x80, 0x80, 0x10])


def _delimited(content: bytes) -> bytes:
    length, out = len(content), bytearray()
    while length > 0x7F:
        out.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes(out) + bytes([length]) + content
