"""Put a signer's movement on another body: directions are kept, lengths are the body's own.

The wrists stay where they are (the place of a sign against face and chest carries meaning), the elbows give way
by two-bone inverse kinematics. Hands keep the direction of each bone. Head and face follow the head's turn.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.body import ARMS, HAND_TREE, HEAD, POSE_DEPTH, TRUNK, NeutralBody

REACH: Final = 0.999  # a stretched arm keeps a trace of a bend, or the elbow's side would be undefined
HANDS: Final = ((1, layout.LEFT_HAND), (2, layout.RIGHT_HAND))
_TINY: Final = 1e-6


def retarget(features: FloatArray, present: BoolArray, body: NeutralBody) -> FloatArray:
    """Rows (T, 540) in torso units with a pose in every row, present (T, 4) -> the same movement on `body`.

    Absent hands stay zeros. The face is always there: it is the body's own, carried by the head.
    """
    count = len(features)
    solid = np.array([1, 1, POSE_DEPTH], np.float32)  # angles and lengths only make sense in a solid body
    source = features[:, layout.POSE].reshape(count, 33, 4).copy()
    source[:, :, :3] *= solid
    pose = np.zeros_like(source)
    pose[:, :, 3] = source[:, :, 3]
    pose[:, TRUNK, :3] = body.trunk[list(TRUNK)] * solid
    out = np.zeros_like(features)

    head = body.head * solid
    rotation, shift = _head_motion(source[:, HEAD, :3], head)
    centre = head.mean(axis=0)
    pose[:, HEAD, :3] = (head - centre) @ rotation + (centre + shift)[:, None]
    # The mesh's depth runs from its own zero: turn it about the head's centre, move it in the picture only.
    face_centre = np.array([centre[0], centre[1], body.face[:, 2].mean()], np.float32)
    face = (body.face - face_centre) @ rotation + face_centre
    face[:, :, :2] += shift[:, None, :2]
    out[:, layout.FACE] = face.reshape(count, -1)

    for (part, columns), (shoulder, elbow, wrist, marks) in zip(HANDS, ARMS, strict=True):
        hand = features[:, columns].reshape(count, 21, 3)
        seen = present[:, part]
        target = source[:, wrist, :3].copy()
        target[seen, :2] = hand[seen, 0, :2]
        pose[:, elbow, :3], pose[:, wrist, :3] = bend_arm(
            pose[:, shoulder, :3], source[:, elbow, :3], target, body.upper_arm, body.forearm
        )
        for mark, length in zip(marks, body.pose_hand, strict=True):
            pose[:, mark, :3] = pose[:, wrist, :3] + length * _unit(source[:, mark, :3] - source[:, wrist, :3])
        root = np.column_stack([pose[:, wrist, :2], np.full(count, body.hand_z)])
        rebuilt = reshape_hand(hand, root, body.hand)
        out[:, columns] = np.where(seen[:, None], rebuilt.reshape(count, -1), 0)

    pose[:, :, :3] /= solid
    out[:, layout.POSE] = pose.reshape(count, -1)
    return out.astype(np.float32)


def reshape_hand(hand: FloatArray, root: FloatArray, lengths: FloatArray) -> FloatArray:
    """(T, 21, 3) hands, (T, 3) wrist points, (20,) lengths of `HAND_TREE` -> hands of those lengths."""
    out = np.zeros_like(hand)
    out[:, 0] = root
    for (parent, child), length in zip(HAND_TREE, lengths, strict=True):
        out[:, child] = out[:, parent] + length * _unit(hand[:, child] - hand[:, parent])
    return out


def bend_arm(
    shoulder: FloatArray, elbow: FloatArray, wrist: FloatArray, upper: float, fore: float
) -> tuple[FloatArray, FloatArray]:
    """Where elbow and wrist go when the bones have these lengths. All points (T, 3).

    The wrist keeps its place in the picture if the arm reaches it; its depth, the least sure of the three,
    gives way first. The elbow is the reachable point nearest to where it was seen.
    """
    longest, shortest = (upper + fore) * REACH, abs(upper - fore) / REACH + _TINY
    offset = wrist - shoulder
    flat = np.linalg.norm(offset[:, :2], axis=1)
    offset[:, :2] *= np.minimum(1, longest / np.maximum(flat, _TINY))[:, None]
    flat = np.minimum(flat, longest)
    deepest = np.sqrt(np.maximum(longest**2 - flat**2, 0))
    shallowest = np.sqrt(np.maximum(shortest**2 - flat**2, 0))
    toward = np.where(offset[:, 2] > 0, 1.0, -1.0)
    offset[:, 2] = toward * np.clip(np.abs(offset[:, 2]), shallowest, deepest)
    distance = np.maximum(np.linalg.norm(offset, axis=1), _TINY)
    axis = offset / distance[:, None]
    along = (upper**2 - fore**2 + distance**2) / (2 * distance)
    beside = np.sqrt(np.maximum(upper**2 - along**2, 0))
    seen = elbow - shoulder
    side = seen - (seen * axis).sum(axis=1, keepdims=True) * axis
    lost = np.linalg.norm(side, axis=1) < _TINY
    # An elbow seen on the line itself hangs down: y grows downwards.
    down = np.array([0, 1, 0]) - axis[:, 1:2] * axis
    side = _unit(np.where(lost[:, None], down, side))
    bent = shoulder + along[:, None] * axis + beside[:, None] * side
    return bent.astype(np.float32), (shoulder + offset).astype(np.float32)


def _unit(vectors: FloatArray) -> FloatArray:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    safe: FloatArray = vectors / np.maximum(length, _TINY)
    # A bone of no length points up, rather than nowhere: its child must not fall onto its parent.
    up = np.array([0, -1, 0], vectors.dtype)
    return np.where(length > _TINY, safe, up)


def _head_motion(seen: FloatArray, neutral: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Heads (T, 11, 3) -> rotations (T, 3, 3) for row vectors, shifts (T, 3) from the neutral head (Kabsch)."""
    centred = seen - seen.mean(axis=1, keepdims=True)
    own = neutral - neutral.mean(axis=0)
    u, _, vt = np.linalg.svd(np.einsum("pi,tpj->tij", own, centred))
    flip = np.sign(np.linalg.det(u @ vt))
    u[:, :, 2] *= flip[:, None]
    rotation: FloatArray = u @ vt
    return rotation.astype(np.float32), (seen.mean(axis=1) - neutral.mean(axis=0)).astype(np.float32)
