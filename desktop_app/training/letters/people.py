"""Other people's hands out of recorded ones: bones, thumb, spread, curl, wrist, camera, tracker.

Few people are in the data, so what differs between people is simulated, and what makes a letter is left alone:
random angles of single joints turn K into V and U into R, and are not used.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import torch

from desktop_app.training.letters.features import PARENTS, cross, palm_frame

_CHAINS: Final = ((1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12), (13, 14, 15, 16), (17, 18, 19, 20))


@dataclass(frozen=True, slots=True)
class HandSettings:
    """Strengths. Angles in degrees, all others as shares; standard deviations unless named a chance.

    Attributes:
        blend: chance that a hand takes part of its bone directions from another person who shows the letter.
        blend_reach: how far at most on the way to the other person.
        donor: chance that the bone lengths are another person's.
        bone, finger, palm: lengths of single bones, whole fingers, the palm's bones.
        curl: all fingers at their knuckles together; finger_curl: each finger by itself; knuckle: the middle
            joints.
        spread: each finger sideways; thumb: the thumb's root, both ways; thumb_bend: its outer joint.
        roll, yaw, pitch: turn of the whole hand; perspective: how much nearer points grow.
        aspect: error of the picture's aspect ratio, which most recordings do not state.
        depth: MediaPipe's depth is longer or shorter; depth_slope: tilted; flat: chance that it is lost.
        mirror: chance that the tracker took the hand for the other one.
        noise: of single points; hand_noise: the share of hands that are much noisier.
    """

    blend: float = 0.2
    blend_reach: float = 0.7
    donor: float = 0.2
    bone: float = 0.05
    finger: float = 0.06
    palm: float = 0.08
    curl: float = 4.0
    finger_curl: float = 3.0
    knuckle: float = 3.0
    spread: float = 3.0
    thumb: float = 6.0
    thumb_bend: float = 6.0
    roll: float = 10.0
    yaw: float = 14.0
    pitch: float = 12.0
    perspective: float = 0.12
    aspect: float = 0.08
    depth: float = 0.25
    depth_slope: float = 0.15
    flat: float = 0.15
    mirror: float = 0.25
    noise: float = 0.012
    hand_noise: float = 0.15


def new_hands(hands: torch.Tensor, others: torch.Tensor, settings: HandSettings) -> torch.Tensor:
    """Each hand as another person would show it to another camera.

    Args:
        hands: (N, 21, 3) by the contract, right hands.
        others: (N, 21, 3) of the same letters by any person; their bones and directions are mixed in.
    Returns:
        (N, 21, 3) by the contract.
    """
    return camera(new_shapes(hands, others, settings)[:, None], is_flat(hands) | is_flat(others), settings)[
        :, 0
    ]


def new_shapes(hands: torch.Tensor, others: torch.Tensor, settings: HandSettings) -> torch.Tensor:
    """Bones, blend, curl, spread and thumb; (N, 21, 3) -> the same in mean bone lengths, before the camera."""
    count = len(hands)
    bones, length = _bones(hands)
    other_bones, other_length = _bones(others)
    mixed = torch.rand(count, 1, 1) < settings.blend
    share = torch.rand(count, 1, 1) * settings.blend_reach * mixed
    share = share * ~_opposed(bones, other_bones)
    ways = (1 - share) * bones / length + share * other_bones / other_length
    ways = ways / _length(ways)
    length = torch.where(torch.rand(count, 1, 1) < settings.donor, other_length, length)
    return _points(_bend(ways * length * _proportions(count, settings), settings))


def as_held_by(shapes: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """Shapes (N, 21, 3) turned until their palms lie as those of `like` (N, 21, 3); both need depth.

    One person's fingers with another's wrist: who bends it, and how far, is what differs most in P, Q, G and H.
    """
    turn = palm_frame(like).transpose(1, 2) @ palm_frame(shapes)
    return normalise(shapes @ turn.transpose(1, 2))


def is_flat(hands: torch.Tensor) -> torch.Tensor:
    """(N, ..., 21, 3) -> (N,): recorded without depth."""
    return hands[..., 2].abs().flatten(1).amax(1) < 1e-6


def camera(points: torch.Tensor, flat: torch.Tensor, settings: HandSettings) -> torch.Tensor:
    """Turn, perspective, picture, depth and noise of the tracker, one camera a clip.

    Args:
        points: (N, S, 21, 3) in mean bone lengths.
        flat: (N,) recorded without depth.
    Returns:
        (N, S, 21, 3) by the contract.
    """
    count = len(points)
    turn = _euler(settings.yaw, settings.pitch, settings.roll, count)
    # A hand without depth can only be turned in the picture; tilting it would squash it.
    turn = torch.where(flat[:, None, None], _euler(0.0, 0.0, settings.roll, count), turn)
    points = (points.flatten(1, 2) @ turn.transpose(1, 2)).view(points.shape)
    near = 1 - _randn(count).abs() * settings.perspective * points[..., 2:]
    stretch = torch.exp(_randn(count) * settings.aspect)
    depth = points[..., 2:] * torch.exp(_randn(count) * settings.depth)
    slope = torch.randn(count, 1, 1, 2) * settings.depth_slope
    xy = points[..., :2] * near.clamp(0.5, 2)
    depth = depth + (xy * slope).sum(-1, keepdim=True)
    seen = (torch.rand(count) >= settings.flat) & ~flat
    depth = depth * seen[:, None, None, None]
    side = torch.where(torch.rand(count) < settings.mirror, -1.0, 1.0)[:, None, None, None]
    points = torch.cat([xy[..., :1] * stretch * side, xy[..., 1:], depth], dim=3)
    loud = 1 + 1.5 * (torch.rand(count, 1, 1, 1) < settings.hand_noise)
    still, tremble = torch.randn(count, 1, *points.shape[2:]), torch.randn_like(points)
    noise = (0.9 * still + 0.45 * tremble) * settings.noise * loud
    noise = torch.cat([noise[..., :2], noise[..., 2:] * seen[:, None, None, None]], dim=3)
    return normalise(points + noise)


def normalise(points: torch.Tensor) -> torch.Tensor:
    """The contract of the engine's `hands.normalised`, in torch; (..., 21, 3)."""
    points = points - points[..., :1, :]
    return points / points.abs().amax(dim=(-2, -1), keepdim=True).clamp_min(1e-6)


def _randn(count: int) -> torch.Tensor:
    return torch.randn(count, 1, 1, 1)


def _bones(hands: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(N, 20, 3) bones in units of their mean length, and (N, 20, 1) lengths."""
    bones = hands[:, 1:] - hands[:, list(PARENTS[1:])]
    length = _length(bones)
    size = length.mean(dim=1, keepdim=True)
    return bones / size, length / size


def _points(bones: torch.Tensor) -> torch.Tensor:
    points = [torch.zeros_like(bones[:, 0])]
    for place, parent in enumerate(PARENTS[1:]):
        points.append(points[parent] + bones[:, place])
    return torch.stack(points, dim=1)


def _opposed(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """(N, 1, 1): the hands differ so much that their mean would be unrealistic."""
    cosine = (a * b).sum(-1) / (_length(a) * _length(b))[:, :, 0]
    return (cosine.mean(dim=1) < 0.7)[:, None, None]


def _proportions(count: int, settings: HandSettings) -> torch.Tensor:
    fingers = torch.randn(count, 5, 1).repeat_interleave(4, dim=1) * settings.finger
    palm = torch.zeros(1, 20, 1)
    palm[:, [0, 4, 8, 12, 16]] = settings.palm
    return torch.exp(fingers + torch.randn(count, 20, 1) * settings.bone + torch.randn(count, 20, 1) * palm)


def _bend(bones: torch.Tensor, settings: HandSettings) -> torch.Tensor:
    """Curl, spread and thumb: each turn moves everything that hangs on the joint."""
    count = len(bones)
    frame = palm_frame(_points(bones))
    across, out = frame[:, 1], frame[:, 2]
    parts = list(bones.unbind(1))
    together = torch.randn(count) * settings.curl
    for number, chain in enumerate(_CHAINS):
        if number == 0:
            turn = _about(across, torch.randn(count) * settings.thumb)
            turn = turn @ _about(out, torch.randn(count) * settings.thumb)
            _turn(parts, [point - 1 for point in chain[1:]], turn)
            axis = cross(parts[chain[1] - 1], parts[chain[2] - 1])
            axis = torch.where(_length(axis) > 1e-3, axis / _length(axis), across)
            _turn(parts, [chain[3] - 1], _about(axis, torch.randn(count) * settings.thumb_bend))
            continue
        turn = _about(across, together + torch.randn(count) * settings.finger_curl)
        turn = turn @ _about(out, torch.randn(count) * settings.spread)
        _turn(parts, [point - 1 for point in chain[1:]], turn)
        _turn(parts, [chain[2] - 1, chain[3] - 1], _about(across, torch.randn(count) * settings.knuckle))
    return torch.stack(parts, dim=1)


def _turn(parts: list[torch.Tensor], places: list[int], turn: torch.Tensor) -> None:
    for place in places:
        parts[place] = (turn @ parts[place][:, :, None])[:, :, 0]


def _about(axis: torch.Tensor, degrees: torch.Tensor) -> torch.Tensor:
    """(N, 3) unit axes, (N,) angles -> (N, 3, 3) rotations."""
    angle = degrees * (math.pi / 180)
    x, y, z = axis.unbind(-1)
    zero = torch.zeros_like(x)
    skew = torch.stack([zero, -z, y, z, zero, -x, -y, x, zero], dim=-1).reshape(-1, 3, 3)
    sine, cosine = torch.sin(angle)[:, None, None], torch.cos(angle)[:, None, None]
    return torch.eye(3) + sine * skew + (1 - cosine) * (skew @ skew)


def _euler(yaw: float, pitch: float, roll: float, count: int) -> torch.Tensor:
    x, y, z = torch.eye(3).unbind(0)
    return (
        _about(z.expand(count, 3), torch.randn(count) * roll)
        @ _about(x.expand(count, 3), torch.randn(count) * pitch)
        @ _about(y.expand(count, 3), torch.randn(count) * yaw)
    )


def _length(vectors: torch.Tensor) -> torch.Tensor:
    return torch.sqrt((vectors * vectors).sum(-1, keepdim=True) + 1e-12)
