"""The features of the lean encoder, computed from the 540 columns inside the network and exported with it.

People differ most in depth, in the face mesh and in the position of the camera. Kept are the upper body in the
picture plane, each hand relative to its wrist in hand sizes, directions of the finger bones, distances of the
fingertips, positions of the hands relative to the head and shoulders, their speed, and their presence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn

from desktop_app.engine import layout
from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.people import LIFT, LOW_Y

BODY_POINTS: Final = (0, 2, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
ARM_BONES: Final = ((11, 13), (13, 15), (12, 14), (14, 16))
TIPS: Final = (4, 8, 12, 16, 20)
KNUCKLES: Final = (5, 9, 13, 17)
# Joints that distinguish hand shapes when clips are compared row by row.
SHAPE_POINTS: Final = (2, 4, 5, 6, 8, 10, 12, 14, 16, 17, 18, 20)
SHAPE_WEIGHT: Final = 0.35  # one hand size of a shape point against one torso unit of the wrist
DEPTH_WEIGHT: Final = 0.5
REST: Final = ((0.45, 0.9), (-0.45, 0.9))  # assumed place of a hand that is not raised, left and right
SEEN: Final = 1e-3  # undoing the standardisation in float32 gives about 1e-6 for zeros
MIN_HAND: Final = 0.06  # torso units; a smaller hand is a tracking error and would enlarge the shape
HAND_NUMBERS: Final = 40 + 40 + 15 + 7 + 8 + 5
LEAN_DIM: Final = 2 * len(BODY_POINTS) + 2 * len(ARM_BONES) + 2 * HAND_NUMBERS + 2
# Positions of groups among the lean features, for ablations.
_BODY: Final = 2 * len(BODY_POINTS)
_ARMS: Final = 2 * len(ARM_BONES)
_IN_HAND: Final = {
    "points": (0, 40), "bones": (40, 80), "spread": (80, 95), "facing": (95, 102), "place": (102, 110),
    "speed": (110, 113), "presence": (113, 115),
}  # fmt: skip
LEAN_GROUPS: Final = ("body", "arms", *_IN_HAND, "between")
CHANNELS: Final = 2 * (2 + 3 * len(SHAPE_POINTS) + 1)
PRESENCE_WEIGHT: Final = 0.1


class LeanFeatures(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """(B, T, 540) rows in torso units -> lean numbers (B, T, LEAN_DIM) and DTW channels (B, T, CHANNELS)."""

    def __init__(self, *, one_handedness: bool = False, without: Sequence[str] = ()) -> None:
        """With `one_handedness` clips with a dominant left hand are mirrored, so that left-handed signers and
        mirrored cameras give the same features as right-handed signers."""
        super().__init__()
        self.one_handedness = one_handedness
        self.register_buffer("kept", torch.tensor(kept_numbers(without)), persistent=False)
        self.register_buffer("pose_mirror", torch.tensor(layout.POSE_MIRROR_ORDER), persistent=False)
        self.register_buffer("across", torch.tensor([-1.0, 1.0, 1.0]), persistent=False)
        # TorchScript sees attributes of a module, not constants of a file.
        self.seen_above, self.min_hand = SEEN, MIN_HAND
        self.low_y, self.lift = LOW_Y, LIFT
        self.shape_weight, self.presence_weight = SHAPE_WEIGHT, PRESENCE_WEIGHT
        tips = [(a, b) for place, a in enumerate(TIPS) for b in TIPS[place + 1 :]]
        bones = [(a, b) for a, b in layout.HAND_BONES if (a, b) != (13, 17)]
        for name, values in {
            "body": BODY_POINTS,
            "arm_from": [a for a, _ in ARM_BONES],
            "arm_to": [b for _, b in ARM_BONES],
            "bone_from": [a for a, _ in bones],
            "bone_to": [b for _, b in bones],
            "tips": TIPS,
            "tip_from": [a for a, _ in tips],
            "tip_to": [b for _, b in tips],
            "knuckles": KNUCKLES,
            "shape": SHAPE_POINTS,
        }.items():
            self.register_buffer(name, torch.tensor(values, dtype=torch.int64), persistent=False)
        self.register_buffer("rest", torch.tensor(REST), persistent=False)
        self.register_buffer("depth", torch.tensor([1.0, 1.0, DEPTH_WEIGHT]), persistent=False)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """See the class; an absent hand's own numbers are zeros, its place is the arm's wrist."""
        batch, frames = rows.shape[0], rows.shape[1]
        pose = rows[:, :, :132].reshape(batch, frames, 33, 4)[:, :, :, :2]
        left = rows[:, :, 132:195].reshape(batch, frames, 21, 3)
        right = rows[:, :, 195:258].reshape(batch, frames, 21, 3)
        if self.one_handedness:
            pose, left, right = self._main_hand_right(pose, left, right)
        middle = (pose[:, :, 11] + pose[:, :, 12]) / 2
        body = pose.index_select(2, self.body) - middle.unsqueeze(2)
        arms = unit(pose.index_select(2, self.arm_to) - pose.index_select(2, self.arm_from))
        one, one_place, one_channels = self._hand(left, pose, pose[:, :, 15], self.rest[0])
        two, two_place, two_channels = self._hand(right, pose, pose[:, :, 16], self.rest[1])
        lean = torch.cat([body.flatten(2), arms.flatten(2), one, two, one_place - two_place], dim=2)
        return lean * self.kept, torch.cat([one_channels, two_channels], dim=2)

    def _main_hand_right(self, pose: Tensor, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Mirror the clips of a batch whose left wrist moves further while raised."""
        other = (self._work(left) > self._work(right)).to(pose.dtype)  # (B,)
        turn = other.reshape(-1, 1, 1, 1)
        turned = pose.index_select(2, self.pose_mirror) * self.across[:2]
        return (
            pose + turn * (turned - pose),
            left + turn * (right * self.across - left),
            right + turn * (left * self.across - right),
        )

    def _work(self, hand: Tensor) -> Tensor:
        """(B, T, 21, 3) -> (B,): how long the hand is seen and raised, and how far it goes meanwhile."""
        seen = (hand.abs().sum(dim=(2, 3)) > self.seen_above).to(hand.dtype)
        wrist = hand[:, :, 0, :2]
        raised = seen * ((self.low_y - wrist[:, :, 1]) / self.lift).clamp(0, 1)
        step = length(wrist[:, 1:] - wrist[:, :-1]).squeeze(2).clamp(max=0.2)
        path = (step * raised[:, 1:] * raised[:, :-1]).mean(dim=1)
        return raised.mean(dim=1) + 10.0 * path

    def _hand(
        self, hand: Tensor, pose: Tensor, arm_wrist: Tensor, rest: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """One hand (B, T, 21, 3): its lean numbers, its place (B, T, 2), its channels."""
        seen = (hand.abs().sum(dim=(2, 3)) > self.seen_above).to(hand.dtype).unsqueeze(2)
        wrist = hand[:, :, 0]
        palm = hand.index_select(2, self.knuckles) - wrist.unsqueeze(2)
        size = length(palm).mean(dim=2).clamp(min=self.min_hand).unsqueeze(3)  # (B, T, 1, 1)
        shape = (hand - wrist.unsqueeze(2)) / size
        flat = shape[:, :, :, :2]
        bones = unit(flat.index_select(2, self.bone_to) - flat.index_select(2, self.bone_from))
        spread = length(shape.index_select(2, self.tip_to) - shape.index_select(2, self.tip_from)).squeeze(3)
        reach = length(shape.index_select(2, self.tips)).squeeze(3)
        along, across = shape[:, :, 9], shape[:, :, 5] - shape[:, :, 17]
        facing = torch.cat([along[:, :, 2:], unit(torch.linalg.cross(along, across, dim=2)), across], dim=2)
        place = seen * wrist[:, :, :2] + (1 - seen) * arm_wrist
        index = seen * hand[:, :, 8, :2] + (1 - seen) * arm_wrist
        against = torch.cat(
            [
                place - pose[:, :, 0],
                place - pose[:, :, 11],
                place - pose[:, :, 12],
                index - (pose[:, :, 9] + pose[:, :, 10]) / 2,
            ],
            dim=2,
        )
        step = place[:, 1:] - place[:, :-1]
        speed = 8 * torch.cat([torch.zeros_like(place[:, :1]), step], dim=1)
        lift = ((self.low_y - place[:, :, 1:]) / self.lift).clamp(0, 1)
        own = torch.cat([flat[:, :, 1:].flatten(2), bones.flatten(2), spread, reach, facing], dim=2) * seen
        lean = torch.cat([own, against, speed, length(speed), lift, seen], dim=2)
        height = lift * seen
        points = shape.index_select(2, self.shape) * self.depth
        channels = torch.cat(
            [
                rest + height * (place - rest),
                self.shape_weight * height * points.flatten(2),
                self.presence_weight * seen,
            ],
            dim=2,
        )
        return lean, place, channels


def kept_numbers(without: Sequence[str]) -> list[float]:
    """(LEAN_DIM) ones, zeros for the groups that are left out.

    Raises:
        TrainingError: no such group.
    """
    unknown = sorted(set(without) - set(LEAN_GROUPS))
    if unknown:
        raise TrainingError(
            Message("The lean numbers have no group {unknown}.", unknown=", ".join(unknown)),
            Message("Groups: {groups}.", groups=", ".join(LEAN_GROUPS)),
        )
    spans = {"body": [(0, _BODY)], "arms": [(_BODY, _BODY + _ARMS)], "between": [(LEAN_DIM - 2, LEAN_DIM)]}
    for name, (start, stop) in _IN_HAND.items():
        first = _BODY + _ARMS
        spans[name] = [
            (first + side * HAND_NUMBERS + start, first + side * HAND_NUMBERS + stop) for side in (0, 1)
        ]
    kept = [1.0] * LEAN_DIM
    for name in without:
        for start, stop in spans[name]:
            kept[start:stop] = [0.0] * (stop - start)
    return kept


def length(vectors: Tensor) -> Tensor:
    """Euclidean length over the last axis, kept; its gradient is finite at zero."""
    return (vectors.square().sum(dim=-1, keepdim=True) + 1e-9).sqrt()


def unit(vectors: Tensor) -> Tensor:
    """Directions; a vector of no length stays short instead of becoming any direction."""
    return vectors / length(vectors).clamp(min=0.02)
