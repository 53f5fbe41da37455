"""Pose and hands as points, from rows of the feature contract in torch."""

from __future__ import annotations

from typing import Final

from torch import Tensor

from desktop_app.engine import layout

SEEN: Final = 1e-3  # undoing the standardisation in float32 gives about 1e-6 for zeros


def points(rows: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(B, T, 258 or more) -> pose (B, T, 33, 3), left and right hand (B, T, 21, 3)."""
    batch, frames = rows.shape[:2]
    pose = rows[:, :, layout.POSE].reshape(batch, frames, layout.POSE_POINTS, 4)[..., :3]
    left = rows[:, :, layout.LEFT_HAND].reshape(batch, frames, layout.HAND_POINTS, 3)
    right = rows[:, :, layout.RIGHT_HAND].reshape(batch, frames, layout.HAND_POINTS, 3)
    return pose, left, right


def hand_seen(hand: Tensor) -> Tensor:
    """(B, T, 21, 3) -> (B, T): the frames in which the hand is there."""
    return hand.abs().sum(dim=(2, 3)) > SEEN
