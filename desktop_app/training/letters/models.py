"""The three architectures, and the shipped combinations: ensembles of one kind, and a still and a drawn branch.

All take hands by the contract and give one number a class (logits); sequences give those of their last frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import nn

from desktop_app.engine.letters.alphabet import CLASSES, MOVING_PLACES
from desktop_app.training.letters.features import HandFeatures, PictureFeatures, depth_spread

_DILATIONS: Final = (1, 2, 4, 8)
STILL_FRAMES: Final = 6  # the still branch reads the last fifth of a second
# Between these depth spreads (see `depth_spread`) the tracker's depth is believed; the upper bound is soft.
SHALLOWEST: Final = 0.05
DEEPEST: Final = 0.4
DEEPEST_SOFT: Final = 0.03
PICTURE_SHARE: Final = 0.6  # of the nets without depth, above it: a hand may also point at the camera


@dataclass(frozen=True, slots=True)
class LetterModelSettings:
    """Sizes of a letter model.

    Attributes:
        depth: an mlp uses the tracker's depth, not only the picture plane.
    """

    architecture: str = "mlp"
    hidden: int = 256
    dropout: float = 0.5
    classes: int = len(CLASSES)
    depth: bool = True


class FrameNet(nn.Module):  # type: ignore[misc]
    """`mlp`: (N, 21, 3) -> logits (N, C)."""

    def __init__(self, settings: LetterModelSettings) -> None:
        super().__init__()
        wide, drop = settings.hidden, settings.dropout
        self.depth = settings.depth
        self.features = HandFeatures() if settings.depth else PictureFeatures()
        size = self.features.size
        self.scale = nn.BatchNorm1d(size)
        self.body = nn.Sequential(
            nn.Linear(size, wide), nn.BatchNorm1d(wide), nn.SiLU(), nn.Dropout(drop),
            nn.Linear(wide, wide), nn.BatchNorm1d(wide), nn.SiLU(), nn.Dropout(drop),
        )  # fmt: skip
        self.head = nn.Linear(wide, settings.classes)

    def embed(self, hands: torch.Tensor) -> torch.Tensor:
        """(N, 21, 3) -> (N, hidden)."""
        embedded: torch.Tensor = self.body(self.scale(self.features(hands)))
        return embedded

    def forward(self, hands: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.head(self.embed(hands))
        return logits


class SequenceNet(nn.Module):  # type: ignore[misc]
    """`lstm` and `tcn`: (N, S, 63) -> logits (N, C)."""

    def __init__(self, settings: LetterModelSettings) -> None:
        super().__init__()
        wide, drop = settings.hidden, settings.dropout
        self.features = HandFeatures()
        self.scale = nn.BatchNorm1d(HandFeatures.size)
        self.inlet = nn.Sequential(nn.Linear(HandFeatures.size, wide), nn.SiLU(), nn.Dropout(drop))
        self.recurrent = nn.LSTM(wide, wide, batch_first=True) if settings.architecture == "lstm" else None
        self.convolutions = nn.ModuleList(
            []
            if self.recurrent is not None
            else [_CausalBlock(wide, dilation, drop) for dilation in _DILATIONS]
        )
        self.head = nn.Linear(2 * wide, settings.classes)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        count, frames = rows.shape[0], rows.shape[1]
        hands = self.scale(self.features(rows.reshape(-1, 21, 3)))
        steps = self.inlet(hands).reshape(count, frames, -1)
        if self.recurrent is not None:
            steps, _ = self.recurrent(steps)
        else:
            steps = steps.transpose(1, 2)
            for block in self.convolutions:
                steps = block(steps)
            steps = steps.transpose(1, 2)
        logits: torch.Tensor = self.head(torch.cat([steps[:, -1], steps.mean(dim=1)], dim=1))
        return logits


class _CausalBlock(nn.Module):  # type: ignore[misc]
    """A causal convolution over time with a residual connection."""

    def __init__(self, wide: int, dilation: int, drop: float) -> None:
        super().__init__()
        self.pad = 2 * dilation
        self.convolution = nn.Conv1d(wide, wide, 3, dilation=dilation)
        self.norm = nn.BatchNorm1d(wide)
        self.drop = nn.Dropout(drop)

    def forward(self, steps: torch.Tensor) -> torch.Tensor:
        inner = self.convolution(nn.functional.pad(steps, (self.pad, 0)))
        return steps + self.drop(nn.functional.silu(self.norm(inner)))


def make_net(settings: LetterModelSettings) -> FrameNet | SequenceNet:
    """A net of the architecture that the settings name, with fresh weights."""
    return FrameNet(settings) if settings.architecture == "mlp" else SequenceNet(settings)


class FrameEnsemble(nn.Module):  # type: ignore[misc]
    """Several frame nets as one: (B, 1, 21, 3) -> probabilities (B, C), features (B, D).

    The mean is taken of probabilities; features are the nets' last hidden layers, each of unit length.
    """

    def __init__(self, nets: Sequence[FrameNet]) -> None:
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.frames(landmarks[:, -1])

    def frames(self, hands: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(N, 21, 3) -> probabilities (N, C) and features (N, D)."""
        chances, embedded = [], []
        for net in self.nets:
            inner = net.embed(hands)
            chances.append(net.head(inner).softmax(dim=1))
            embedded.append(inner / (inner.norm(dim=1, keepdim=True) + 1e-6))
        return torch.stack(chances).mean(dim=0), torch.cat(embedded, dim=1) / len(self.nets) ** 0.5


class FrameMixture(nn.Module):  # type: ignore[misc]
    """Nets with depth and nets without as one: (B, 1, 21, 3) -> probabilities (B, C), features (B, D).

    The tracker estimates depth. Without depth only the nets without it are used; with more depth than most
    hands have, they get a larger weight. In between depth helps, above all with fingers that point at the
    camera.
    """

    def __init__(self, nets: Sequence[FrameNet]) -> None:
        super().__init__()
        self.with_depth = FrameEnsemble([net for net in nets if net.depth])
        self.picture = FrameEnsemble([net for net in nets if not net.depth])

    def forward(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.frames(landmarks[:, -1])

    def frames(self, hands: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(N, 21, 3) -> probabilities (N, C) and features (N, D)."""
        deep, features = self.with_depth.frames(hands)  # these features serve calibration best
        flat, _ = self.picture.frames(hands)
        share = picture_share(depth_spread(hands))[:, None]
        return (1 - share) * deep + share * flat, features


def picture_share(spread: torch.Tensor) -> torch.Tensor:
    """(N,) depth spread -> (N,) share of the nets without depth; see docs/letters.md for the choice."""
    share = PICTURE_SHARE * torch.sigmoid((spread - DEEPEST) / DEEPEST_SOFT)
    return torch.where(spread < SHALLOWEST, torch.ones_like(share), share)


class SequenceEnsemble(nn.Module):  # type: ignore[misc]
    """Several sequence nets as one: (B, S, 63) -> probabilities (B, C)."""

    def __init__(self, nets: Sequence[SequenceNet]) -> None:
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, landmarks: torch.Tensor) -> torch.Tensor:
        return torch.stack([net(landmarks).softmax(dim=1) for net in self.nets]).mean(dim=0)


class StillAndDrawn(nn.Module):  # type: ignore[misc]
    """(B, S, 63) -> probabilities (B, C), features (B, D): frame nets name letters, sequence nets J and Z.

    J and Z in motion were recorded by few people, and a sequence net trained on held hands generalises to
    unknown people no better than a frame net, so each kind gets the letters it is good at. J and Z have the
    probability that the sequence nets give them; the rest is distributed over the letters of the last frames
    in proportion.
    """

    def __init__(self, still: FrameEnsemble | FrameMixture, drawn: SequenceEnsemble) -> None:
        super().__init__()
        self.still, self.drawn = still, drawn
        mask = torch.zeros(len(CLASSES))
        mask[list(MOVING_PLACES)] = 1
        self.register_buffer("moving", mask, persistent=False)

    def forward(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        batch = landmarks.shape[0]
        last = landmarks[:, -STILL_FRAMES:]
        chances, embedded = self.still.frames(last.reshape(-1, 21, 3))
        still = chances.reshape(batch, -1, chances.shape[1]).mean(dim=1) * (1 - self.moving)
        still = still / still.sum(dim=1, keepdim=True)
        drawn = self.drawn(landmarks) * self.moving
        mixed = drawn + (1 - drawn.sum(dim=1, keepdim=True)) * still
        return mixed, embedded.reshape(batch, -1, embedded.shape[1]).mean(dim=1)
