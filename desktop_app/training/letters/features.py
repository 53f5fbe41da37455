"""The features of a letter model, computed inside its graph from the 63 numbers of the contract.

Everything is relative to the hand itself, so that distance and place in the picture do not matter; which way
the hand points stays visible, because G and Q, or K and P, differ in nothing else.
"""

from __future__ import annotations

import itertools
from typing import Final

import torch
from torch import nn

from desktop_app.engine import layout

PARENTS: Final = (0, 0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 13, 14, 15, 0, 17, 18, 19)
TIPS: Final = (4, 8, 12, 16, 20)
KNUCKLES: Final = (5, 9, 13, 17)
_FINGERS: Final = tuple(layout.FINGERS.values())
# Pairs of bones (by their outer point) whose angle measures the bend of a finger or the spread of two.
_BENDS: Final = tuple((first, second) for finger in _FINGERS for first, second in itertools.pairwise(finger))
_SPREADS: Final = (
    (2, 6),
    (6, 10),
    (10, 14),
    (14, 18),
    (6, 14),
    (6, 18),
    (10, 18),
    (4, 8),
    (8, 12),
    (12, 16),
    (16, 20),
)
_TINY: Final = 1e-6
_PAIRS: Final = tuple((a, b) for a in range(21) for b in range(a + 1, 21))
_TIP_PAIRS: Final = tuple(itertools.combinations(TIPS, 2))
# The thumb's tip to the other fingers' knuckles and middle joints: what tells A, S, T, M and N apart.
_THUMB_PAIRS: Final = tuple((4, point) for point in (5, 9, 13, 17, 6, 10, 14, 18))


class SpaceFeatures(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """(N, 21, 3) by the contract -> (N, `size`) in space, with the tracker's depth."""

    parents: torch.Tensor
    size: Final = 63 + 60 + len(_BENDS) + len(_TIP_PAIRS) + len(_THUMB_PAIRS)

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("parents", torch.tensor(PARENTS[1:]), persistent=False)
        for name, pairs in (("bends", _BENDS), ("pairs", _TIP_PAIRS + _THUMB_PAIRS)):
            self.register_buffer(f"{name}_a", torch.tensor([a for a, _ in pairs]), persistent=False)
            self.register_buffer(f"{name}_b", torch.tensor([b for _, b in pairs]), persistent=False)

    def forward(self, hands: torch.Tensor) -> torch.Tensor:
        points = hands - hands[:, :1]
        points = points / (palm_size(points)[:, None, None] + _TINY)
        bones = points[:, 1:] - points[:, self.parents]
        ways = bones / (length(bones) + _TINY)
        bends = (ways[:, self.bends_a - 1] * ways[:, self.bends_b - 1]).sum(-1)
        gaps = length(points[:, self.pairs_a] - points[:, self.pairs_b])[:, :, 0]
        return torch.cat([points.flatten(1), ways.flatten(1), bends, gaps], dim=1)


class PictureFeatures(nn.Module):  # type: ignore[misc]
    """(N, 21, 3) by the contract -> (N, `size`) of the picture alone: the tracker's depth is left out.

    Depth is guessed, and each recording's guess leans another way; what that is worth is told in
    docs/letters.md. Angles have signs here: towards the thumb or away from it is seen.
    """

    parents: torch.Tensor
    size: Final = 42 + 40 + 2 * (15 + len(_SPREADS)) + len(_PAIRS) + 42 + 42 + 10 + 3

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("parents", torch.tensor(PARENTS[1:]), persistent=False)
        for name, pairs in (("angles", _BENDS + _SPREADS), ("pairs", _PAIRS)):
            self.register_buffer(f"{name}_a", torch.tensor([a for a, _ in pairs]), persistent=False)
            self.register_buffer(f"{name}_b", torch.tensor([b for _, b in pairs]), persistent=False)

    def forward(self, hands: torch.Tensor) -> torch.Tensor:
        points = hands[:, :, :2] - hands[:, :1, :2]
        bones = points[:, 1:] - points[:, self.parents]
        lengths = length(bones)
        points = points / (lengths.mean(dim=1, keepdim=True) + _TINY)
        ways = bones / (lengths + _TINY)
        first, second = ways[:, self.angles_a - 1], ways[:, self.angles_b - 1]
        cosines = (first * second).sum(-1)
        sines = first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0]
        gaps = length(points[:, self.pairs_a] - points[:, self.pairs_b])[:, :, 0]
        along = _unit(points[:, 9])
        beside = torch.stack([-along[:, 1], along[:, 0]], dim=1)
        upright = points @ torch.stack([along, beside], dim=2)
        width = upright[:, 5, 1:] - upright[:, 17, 1:]
        side = torch.tanh(4 * width)  # direction of the palm; about 0 for a hand seen from its edge
        same_side = torch.stack([upright[..., 0], upright[..., 1] * side], dim=2)
        reach = same_side[:, TIPS] - same_side[:, KNUCKLES].mean(dim=1, keepdim=True)
        parts = (points, ways, cosines, sines, gaps, upright, same_side, reach, along, side)
        return torch.cat([part.flatten(1) for part in parts], dim=1)


class HandFeatures(nn.Module):  # type: ignore[misc]
    """(N, 21, 3) by the contract -> (N, `size`): in space, and of the picture alone.

    Depth is a guess of the tracker, so that a net must be able to do without it.
    """

    size: Final = SpaceFeatures.size + PictureFeatures.size

    def __init__(self) -> None:
        super().__init__()
        self.space, self.picture = SpaceFeatures(), PictureFeatures()

    def forward(self, hands: torch.Tensor) -> torch.Tensor:
        return torch.cat([self.space(hands), self.picture(hands)], dim=1)


def palm_size(points: torch.Tensor) -> torch.Tensor:
    """(N, 21, 3) relative to the wrist -> (N,): mean distance of the four knuckles from it in the picture."""
    return length(points[:, KNUCKLES, :2])[:, :, 0].mean(dim=1)


def palm_frame(points: torch.Tensor) -> torch.Tensor:
    """(N, 21, 3) -> (N, 3, 3), rows: along the palm to the middle knuckle, across it, out of it."""
    along = _unit(points[:, 9] - points[:, 0])
    across = points[:, 5] - points[:, 17]
    across = _unit(across - (across * along).sum(-1, keepdim=True) * along)
    return torch.stack([along, across, cross(along, across)], dim=1)


def cross(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Cross product over the last axis, in operators that every exporter supports."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    return torch.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], dim=-1)


def length(vectors: torch.Tensor) -> torch.Tensor:
    """Lengths over the last axis, which stays with size 1; never quite 0, so that they can be derived."""
    return torch.sqrt((vectors * vectors).sum(-1, keepdim=True) + _TINY * _TINY)


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    return vectors / (length(vectors) + _TINY)
