"""Augmentations of a feature clip: another speed, another camera, another tracker's faults. Plain numpy.

All functions take and give (T, 540) float32 rows of `torso-540-v1` (absent parts are zeros and stay zeros) and
never change their input.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.engine.tracking.features import parts_present

Rng = np.random.Generator
_PARTS: Final = tuple(layout.PARTS.values())
# Knees to feet: outside of a webcam's picture, so MediaPipe guesses them.
_LEG_COLUMNS: Final = slice(25 * 4, 33 * 4)


@dataclass(frozen=True, slots=True)
class AugmentSettings:
    """Strengths. The first six are those of the original system; the others make clips resemble other people's.

    Attributes:
        time_warp: local speed varies by this share.
        frame_dropout: share of rows that are replaced by the row before.
        noise: standard deviation in torso units, per row and per clip.
        shift: the clip starts up to this many rows earlier or later.
        yaw_degrees: rotation about the vertical axis.
        even_odd: chance that two views take the even and the odd rows.
        speed: the whole clip is up to this share faster or slower (recordings hide their true rate).
        crop: at least this share of the clip stays in view.
        scale: body size and arm reach vary by this share.
        offset: the body's place against the torso centre, in torso units.
        hand_offset, hand_scale, hand_roll_degrees: each hand's place, size and turn in the picture plane vary.
        depth_dropout: chance that no depth is known (trackers and people differ most in it).
        mirror: chance of a left-handed twin.
        hand_gap: chance that a hand is lost for some rows.
        face_dropout, legs_dropout: chance that the part is missing altogether.
    """

    time_warp: float = 0.15
    frame_dropout: float = 0.12
    noise: float = 0.012
    shift: int = 4
    yaw_degrees: float = 15.0
    even_odd: float = 0.5
    speed: float = 0.25
    crop: float = 0.8
    scale: float = 0.15
    offset: float = 0.06
    hand_offset: float = 0.06
    hand_scale: float = 0.15
    hand_roll_degrees: float = 10.0
    depth_dropout: float = 0.25
    mirror: float = 0.15
    hand_gap: float = 0.2
    face_dropout: float = 0.5
    legs_dropout: float = 0.5


def sample_rows(features: FloatArray, positions: FloatArray) -> FloatArray:
    """Rows at fractional positions, linear; a part present in one neighbour only follows the nearer one."""
    last = len(features) - 1
    left = np.clip(np.floor(positions).astype(np.int64), 0, last)
    right = np.minimum(left + 1, last)
    weight = np.clip(positions - left, 0, 1).astype(np.float32)
    out = features[left] + weight[:, None] * (features[right] - features[left])
    present = parts_present(features)
    alone = present[left] != present[right]
    nearer = np.where(weight < 0.5, left, right)
    for index, part in enumerate(_PARTS):
        rows = np.flatnonzero(alone[:, index])
        out[rows, part] = features[nearer[rows], part]
    result: FloatArray = out
    return result


def warp_time(features: FloatArray, frames: int, strength: float, rng: Rng) -> FloatArray:
    """(T, 540) -> (frames, 540) with a speed that varies smoothly by `strength`."""
    speed = 1 + rng.uniform(-strength, strength, 5)
    curve = np.interp(np.linspace(0, 4, frames), np.arange(5), speed)
    steps = np.concatenate([[0.0], np.cumsum((curve[1:] + curve[:-1]) / 2)])
    positions = steps / max(steps[-1], 1e-9) * (len(features) - 1)
    return sample_rows(features, positions.astype(np.float32))


def crop_window(features: FloatArray, rows: int, shift: int, rng: Rng) -> FloatArray:
    """At most `rows` rows from a random place; then shifted by up to `shift` rows, edges held."""
    if rows < len(features):
        start = int(rng.integers(0, len(features) - rows + 1))
        features = features[start : start + rows]
    if shift:
        moved = np.arange(len(features)) + int(rng.integers(-shift, shift + 1))
        features = features[np.clip(moved, 0, len(features) - 1)]
    return features


def drop_frames(features: FloatArray, share: float, rng: Rng) -> FloatArray:
    """Each row is lost with probability `share` and shows the row before, as a busy camera would."""
    keep = rng.random(len(features)) >= share
    keep[0] = True
    rows: FloatArray = features[np.maximum.accumulate(np.where(keep, np.arange(len(features)), 0))]
    return rows


def rotate_yaw(features: FloatArray, degrees: float) -> FloatArray:
    """Turn the body about the vertical axis; zeros (absent parts) stay zeros."""
    angle = np.deg2rad(degrees)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    out = features.copy()
    x, z = features[:, layout.X_COLUMNS], features[:, layout.Z_COLUMNS]
    out[:, layout.X_COLUMNS] = cos * x + sin * z
    out[:, layout.Z_COLUMNS] = cos * z - sin * x
    return out


def mirror(features: FloatArray) -> FloatArray:
    """The left-handed twin: x negated, left and right exchanged in pose, hands and face."""
    out = features.copy()
    out[:, layout.X_COLUMNS] *= -1
    pose = out[:, layout.POSE].reshape(len(out), layout.POSE_POINTS, 4)
    out[:, layout.POSE] = pose[:, layout.POSE_MIRROR_ORDER].reshape(len(out), -1)
    left_hand = out[:, layout.LEFT_HAND].copy()
    out[:, layout.LEFT_HAND] = out[:, layout.RIGHT_HAND]
    out[:, layout.RIGHT_HAND] = left_hand
    face = out[:, layout.FACE].reshape(len(out), layout.FACE_POINTS, 3)
    out[:, layout.FACE] = face[:, layout.FACE_MIRROR_ORDER].reshape(len(out), -1)
    return out


def change_body(features: FloatArray, settings: AugmentSettings, rng: Rng) -> FloatArray:
    """Another build and place: scale in each direction, an offset, noise per clip and per row."""
    present = parts_present(features)
    scale = 1 + rng.uniform(-settings.scale, settings.scale)
    stretch = scale * (1 + rng.uniform(-settings.scale, settings.scale, 3) / 3)
    out = features.copy()
    for axis, columns in enumerate((layout.X_COLUMNS, layout.Y_COLUMNS, layout.Z_COLUMNS)):
        out[:, columns] = out[:, columns] * np.float32(stretch[axis]) + np.float32(
            rng.uniform(-settings.offset, settings.offset)
        )
    still = rng.normal(0, settings.noise, layout.FEATURE_DIM)
    moving = rng.normal(0, settings.noise, features.shape)
    columns = layout.COORDINATE_COLUMNS
    out[:, columns] += (still + moving)[:, columns].astype(np.float32)
    for index, part in enumerate(_PARTS):
        out[~present[:, index], part] = 0
    return out


def change_hands(features: FloatArray, settings: AugmentSettings, rng: Rng) -> FloatArray:
    """Another hand at the end of another arm: place, size and turn about the wrist, the same all through."""
    out = features.copy()
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        rows = out[:, part].any(axis=1)
        if not rows.any():
            continue
        hand = out[rows, part].reshape(-1, layout.HAND_POINTS, 3)
        wrist = hand[:, :1].copy()
        angle = np.deg2rad(rng.uniform(-settings.hand_roll_degrees, settings.hand_roll_degrees))
        turn = np.array(
            [[np.cos(angle), np.sin(angle), 0], [-np.sin(angle), np.cos(angle), 0], [0, 0, 1]], np.float32
        )
        size = np.float32(1 + rng.uniform(-settings.hand_scale, settings.hand_scale))
        move = rng.uniform(-settings.hand_offset, settings.hand_offset, 3).astype(np.float32)
        out[rows, part] = ((hand - wrist) @ turn * size + wrist + move).reshape(len(hand), -1)
    return out


def lose_parts(features: FloatArray, settings: AugmentSettings, rng: Rng) -> FloatArray:
    """What a tracker or a recording script leaves out: a hand for a while, the face, the legs."""
    out = features.copy()
    if rng.random() < settings.face_dropout:
        out[:, layout.FACE] = 0
    if rng.random() < settings.depth_dropout:
        out[:, layout.Z_COLUMNS] = 0
    if rng.random() < settings.legs_dropout:
        out[:, _LEG_COLUMNS] = 0
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        if rng.random() < settings.hand_gap:
            length = int(rng.integers(1, max(len(out) // 3, 2)))
            start = int(rng.integers(0, len(out)))
            out[start : start + length, part] = 0
    return out


def make_views(
    features: FloatArray,
    frames: int,
    settings: AugmentSettings,
    rng: Rng,
) -> tuple[FloatArray, FloatArray]:
    """Two augmented views (frames, 540) of one clip (T, 540)."""
    halves = (features, features)
    if len(features) >= 16 and rng.random() < settings.even_odd:
        halves = (features[::2], features[1::2])
    # A mirrored person signs the same way round in both views: handedness belongs to the person.
    flip = rng.random() < settings.mirror
    views = []
    for half in halves:
        pace = 1 + rng.uniform(-settings.speed, settings.speed)
        share = rng.uniform(settings.crop, 1)
        # A clip much longer than the view is cropped rather than raced through.
        rows = min(len(half) * share, frames * pace * len(half) / len(features) * 1.6)
        view = crop_window(half, max(round(rows), min(len(half), 8)), settings.shift, rng)
        view = warp_time(view, frames, settings.time_warp, rng)
        view = drop_frames(view, settings.frame_dropout, rng)
        if flip:
            view = mirror(view)
        view = rotate_yaw(view, float(rng.uniform(-settings.yaw_degrees, settings.yaw_degrees)))
        view = change_body(change_hands(view, settings, rng), settings, rng)
        views.append(lose_parts(view, settings, rng))
    return views[0], views[1]
