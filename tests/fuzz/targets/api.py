"""What clients send to the local API: bodies, messages and pictures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from desktop_app.api.letters_messages import read_bytes, read_text
from desktop_app.api.payload import read_binary, read_json
from desktop_app.api.pictures import decode_picture
from desktop_app.engine.cv import cv2
from desktop_app.engine.tracking.features import TORSO_540
from tests.fuzz.registry import target
from tests.helpers.people import person_clip

ROWS = person_clip(2)
HAND = np.linspace(0, 1, 63, dtype=np.float32)
POINTS = [{"x": x, "y": y, "z": z} for x, y, z in HAND.reshape(21, 3).tolist()]
MESSAGES = (
    {"type": "landmarks", "hand": POINTS, "time_s": 2},
    {"type": "landmarks", "hand": HAND.reshape(21, 3).tolist(), "left": True, "time_s": 1.5, "aspect": 1.5},
    {"type": "target", "letter": "b"},
    {"type": "reset", "text": True},
)


@target(
    "api-json",
    lambda folder: (folder / "body").write_text(
        json.dumps({"frames": ROWS.tolist(), "top_k": 3, "metadata": {"fps": 25, "source": "x"}})
    ),
)
def api_json(folder: Path) -> None:
    read_json((folder / "body").read_bytes()).sequence(TORSO_540)


@target("api-binary", lambda folder: (folder / "body").write_bytes(ROWS.astype("<f4").tobytes()))
def api_binary(folder: Path) -> None:
    read_binary((folder / "body").read_bytes()).sequence(TORSO_540)


@target(
    "websocket-text",
    *(lambda folder, one=one: (folder / "message").write_text(json.dumps(one)) for one in MESSAGES),
)
def websocket_text(folder: Path) -> None:
    read_text((folder / "message").read_bytes().decode("utf-8", "surrogateescape"))


@target(
    "websocket-bytes",
    lambda folder: (folder / "message").write_bytes(HAND.astype("<f4").tobytes()),
    lambda folder: (folder / "message").write_bytes(np.float64(1.5).tobytes() + HAND.astype("<f4").tobytes()),
)
def websocket_bytes(folder: Path) -> None:
    read_bytes((folder / "message").read_bytes(), left=False, aspect=1.5)


def _picture(suffix: str) -> bytes:
    return bytes(cv2.imencode(suffix, np.arange(24 * 32 * 3, dtype=np.uint8).reshape(24, 32, 3))[1])


@target(
    "websocket-picture",
    lambda folder: (folder / "message").write_bytes(_picture(".jpg")),
    lambda folder: (folder / "message").write_bytes(_picture(".png")),
)
def websocket_picture(folder: Path) -> None:
    decode_picture((folder / "message").read_bytes())
