"""Other people's hands out of recorded ones: other cameras, another guess of depth, an unsteady tracker.

Shapes stay as they were recorded: bones, curls and thumbs drawn at random did not help with unknown people,
and random angles of single joints turn K into V and U into R (docs/letters.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch

from desktop_app.training.letters.features import PARENTS, length, palm_size

_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class HandSettings:
    """Strengths. Angles in degrees, standard deviations unless it says otherwise.

    Attributes:
        yaw, pitch, roll: turn of the whole hand, roll in the picture: G and L differ in little else.
        depth: depth is multiplied by a number between 0 and this; trackers guess it, each in its own way.
        stretch: error of the picture's width and height, as a share.
        noise: of single points, in palm sizes.
        steady: share of the noise's variance that stays the same in all frames of a window.
    """

    yaw: float = 14.0
    pitch: float = 17.0
    roll: float = 0.0
    depth: float = 1.3
    stretch: float = 0.1
    noise: float = 0.025
    steady: float = 0.8


def camera(points: torch.Tensor, settings: HandSettings) -> torch.Tensor:
    """Hands as another camera and tracker show them, one camera a window.

    Args:
        points: (N, S, 21, 3), in any unit.
    Returns:
        (N, S, 21, 3) by the contract.
    """
    count, frames = points.shape[:2]
    size = palm_size(points.flatten(0, 1)).reshape(count, frames).mean(dim=1)
    points = points / (size[:, None, None, None] + _TINY)
    deep = settings.depth * torch.rand(count, 1)
    scale = torch.cat([torch.exp(torch.randn(count, 2) * settings.stretch), deep], dim=1)
    turn = euler(*(torch.randn(count) * reach for reach in (settings.yaw, settings.pitch, settings.roll)))
    points = ((points * scale[:, None, None]).flatten(1, 2) @ turn.transpose(1, 2)).view(points.shape)
    steady, tremble = torch.randn(count, 1, *points.shape[2:]), torch.randn_like(points)
    noise = settings.steady**0.5 * steady + (1 - settings.steady) ** 0.5 * tremble
    return normalise(points + noise * settings.noise)


def normalise(points: torch.Tensor) -> torch.Tensor:
    """The contract of the engine's `hands.normalised`, in torch; (..., 21, 3)."""
    points = points - points[..., :1, :]
    return points / points.abs().amax(dim=(-2, -1), keepdim=True).clamp_min(_TINY)


def in_bone_lengths(hands: torch.Tensor) -> torch.Tensor:
    """Hands (N, 21, 3) in units of their mean bone, in which hands of two letters are of one size."""
    bones = hands[:, 1:] - hands[:, list(PARENTS[1:])]
    return hands / length(bones).mean(dim=1, keepdim=True).clamp_min(_TINY)


def euler(yaw: torch.Tensor, pitch: torch.Tensor, roll: torch.Tensor) -> torch.Tensor:
    """Angles (N,) in degrees about y, then x, then z -> (N, 3, 3) rotations."""
    x, y, z = (axis.expand(len(yaw), 3) for axis in torch.eye(3).unbind(0))
    return _about(z, roll) @ _about(x, pitch) @ _about(y, yaw)


def _about(axis: torch.Tensor, degrees: torch.Tensor) -> torch.Tensor:
    """(N, 3) unit axes, (N,) angles -> (N, 3, 3) rotations."""
    angle = degrees * (math.pi / 180)
    x, y, z = axis.unbind(-1)
    zero = torch.zeros_like(x)
    skew = torch.stack([zero, -z, y, z, zero, -x, -y, x, zero], dim=-1).reshape(-1, 3, 3)
    sine, cosine = torch.sin(angle)[:, None, None], torch.cos(angle)[:, None, None]
    return torch.eye(3) + sine * skew + (1 - cosine) * (skew @ skew)
