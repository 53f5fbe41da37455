"""A synthetic person who performs signs: rest, raise the hands, sign, lower them, rest.

Works on rows in torso units; `camera.py` turns the performance into what a tracker would have seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.barycentre import stretch
from scripts.synthesis.body import ARMS, NeutralBody
from scripts.synthesis.retarget import HANDS, retarget
from scripts.synthesis.takes import RATE, trim

REST_WRIST: Final = ((0.62, 1.05, 0.0), (-0.62, 1.05, 0.0))  # hanging, beside the hips
REST_ELBOW: Final = ((0.68, 0.05, 0.0), (-0.68, 0.05, 0.0))
RAISE_S: Final = 0.45  # from hanging to signing and back
PICTURE_EDGE: Final = 0.75  # torso units below the centre: where a webcam's picture usually ends
PALM: Final = 9  # from the wrist to this joint is where a hand points


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """Rows at 30 a second: features (T, 540), present (T, 4), and where each sign lies in seconds."""

    features: FloatArray
    present: BoolArray
    signs: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One sign to perform. `tempo` above 1 is faster than the rows given."""

    label: str
    features: FloatArray
    present: BoolArray
    tempo: float = 1.0


def other_body(
    body: NeutralBody, *, arms: float, hands: float, head: float, shoulders_down: float
) -> NeutralBody:
    """A body of other proportions: factors of arm, hand and head size, and a longer neck in torso units."""
    middle = body.head.mean(axis=0)
    lift = np.array([0, -shoulders_down, 0], np.float32)
    face_middle = np.array([middle[0], middle[1], body.face[:, 2].mean()], np.float32)
    return replace(
        body,
        head=(middle + head * (body.head - middle) + lift).astype(np.float32),
        face=(face_middle + head * (body.face - face_middle) + lift).astype(np.float32),
        upper_arm=body.upper_arm * arms,
        forearm=body.forearm * arms,
        pose_hand=(body.pose_hand * hands).astype(np.float32),
        hand=(body.hand * hands).astype(np.float32),
    )


def perform(
    utterances: Sequence[Utterance], body: NeutralBody, *, rest_s: float, raise_s: float
) -> Performance:
    """All utterances in a row, with rest before, between and after, on the given body."""
    rest_rows, raise_rows = round(rest_s * RATE), round(raise_s * RATE)
    pieces: list[tuple[FloatArray, BoolArray]] = []
    signs: list[tuple[str, float, float]] = []
    at = 0

    def add(features: FloatArray, present: BoolArray) -> None:
        nonlocal at
        pieces.append((features, present))
        at += len(features)

    for spoken in utterances:
        rows = max(round(len(spoken.features) / spoken.tempo), 2)
        features, present = stretch(spoken.features, spoken.present, rows)
        hands = present[:, 1:3].any(axis=0)  # which hands take part at all
        up = _way(features[0], present[0], hands, raise_rows)
        add(*_hold(up[0][0], up[1][0], rest_rows))
        start_s = at / RATE
        add(*up)
        add(features, present)
        down = _way(features[-1], present[-1], hands, raise_rows)
        add(down[0][::-1], down[1][::-1])
        signs.append((spoken.label, round(start_s, 2), round(at / RATE, 2)))
        add(*_hold(down[0][0], down[1][0], rest_rows // 2))
    features = np.concatenate([piece[0] for piece in pieces])
    present = np.concatenate([piece[1] for piece in pieces])
    return Performance(retarget(features, present, body), present, tuple(signs))


def from_rest(features: FloatArray, present: BoolArray, body: NeutralBody) -> tuple[FloatArray, BoolArray]:
    """The movement with the hands coming up before it and going down after it, as a live sign begins and ends.

    Most takes of a collection begin with raised hands, because a script told the signer when to start; a live
    window begins when the hands come into the picture.
    """
    done = perform([Utterance("", features, present)], body, rest_s=RAISE_S, raise_s=RAISE_S)
    rows, seen = done.features.copy(), done.present.copy()
    for part, columns in HANDS:
        middle = rows[:, columns].reshape(-1, layout.HAND_POINTS, 3)[:, :, 1].mean(axis=1)
        below = middle > PICTURE_EDGE
        seen[below, part] = False
        rows[below, columns] = 0
    return trim(rows, seen)


def _hold(row: FloatArray, present: BoolArray, rows: int) -> tuple[FloatArray, BoolArray]:
    return np.repeat(row[None], rows, axis=0), np.repeat(present[None], rows, axis=0)


def _way(row: FloatArray, present: BoolArray, hands: BoolArray, rows: int) -> tuple[FloatArray, BoolArray]:
    """From hanging arms to the pose of `row`, with the speed profile of a reach (minimum jerk)."""
    time = np.linspace(0, 1, rows + 1)[:-1]
    done = 10 * time**3 - 15 * time**4 + 6 * time**5
    features = np.repeat(row[None], rows, axis=0)
    seen = np.repeat(present[None], rows, axis=0)
    pose = features[:, layout.POSE].reshape(rows, 33, 4)
    for side, ((part, columns), (_, elbow, wrist, marks)) in enumerate(zip(HANDS, ARMS, strict=True)):
        target = pose[:, wrist, :3].copy()
        path = np.asarray(REST_WRIST[side]) + done[:, None] * (target - np.asarray(REST_WRIST[side]))
        moved = path - target
        pose[:, wrist, :3] = path
        for mark in marks:
            pose[:, mark, :3] += moved
        rest = np.asarray(REST_ELBOW[side])
        pose[:, elbow, :3] = rest + done[:, None] * (pose[:, elbow, :3] - rest)
        if present[part]:
            turn = (1 - done) * _turn_down(row[columns], outward=1 if side == 0 else -1)
            features[:, columns] = _turned_hand(features[:, columns], turn, moved)
        else:
            seen[:, part] = False
            if hands[side]:
                features[:, columns] = 0
    features[:, layout.POSE] = pose.reshape(rows, -1)
    return features.astype(np.float32), seen


def _turn_down(hand: FloatArray, outward: int) -> float:
    """How far a hand (63,) turns in the picture to hang down: the short way, outwards where both are long."""
    across, along = (hand.reshape(layout.HAND_POINTS, 3)[PALM] - hand[:3])[:2]
    angle = float(np.arctan2(across, along))  # 0 points down, pi up
    if abs(angle) > np.deg2rad(120):
        angle = outward * (angle % (2 * np.pi) if outward > 0 else -angle % (2 * np.pi))
    return angle


def _turned_hand(hand: FloatArray, angle: FloatArray, moved: FloatArray) -> FloatArray:
    """(T, 63) hands turned in the picture about their wrist and moved with it."""
    points = hand.reshape(len(hand), layout.HAND_POINTS, 3).copy()
    root = points[:, :1].copy()
    cos, sin = np.cos(angle), np.sin(angle)
    x, y = (points - root)[:, :, 0], (points - root)[:, :, 1]
    points[:, :, 0] = root[:, :, 0] + cos[:, None] * x - sin[:, None] * y
    points[:, :, 1] = root[:, :, 1] + sin[:, None] * x + cos[:, None] * y
    points[:, :, :2] += moved[:, None, :2]
    return points.reshape(len(hand), -1)
