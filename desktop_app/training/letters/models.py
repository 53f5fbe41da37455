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
from desktop_app.training.letters.features import HandFeatures

_DILATIONS: Final = (1, 2, 4, 8)
STILL_FRAMES: Final = 6  # the still branch reads the last fifth of a second
SHAPE_POWER: Final = 8  # of the mean over frames: a drawn letter shows its shape in a part of the window


@dataclass(frozen=True, slots=True)
class LetterModelSettings:
    """Sizes of a letter model."""

    architecture: str = "mlp"
    hidden: int = 256
    dropout: float = 0.3
    classes: int = len(CLASSES)


class FrameNet(nn.Module):  # type: ignore[misc]
    """`mlp`: (N, 21, 3) -> logits (N, C)."""

    def __init__(self, settings: LetterModelSettings) -> None:
        super().__init__()
        wide, drop = settings.hidden, settings.dropout
        self.features = HandFeatures()
        self.scale = nn.BatchNorm1d(HandFeatures.size)
        self.body = nn.Sequential(
            nn.Linear(HandFeatures.size, wide), nn.ReLU(), nn.Dropout(drop), nn.Linear(wide, wide // 2)
        )
        self.head = nn.Sequential(nn.ReLU(), nn.Dropout(drop), nn.Linear(wide // 2, settings.classes))

    def embed(self, hands: torch.Tensor) -> torch.Tensor:
        """(N, 21, 3) -> (N, hidden / 2) before the activation: calibration gains by the signs."""
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


class SequenceEnsemble(nn.Module):  # type: ignore[misc]
    """Several sequence nets as one: (B, S, 63) -> probabilities (B, C)."""

    def __init__(self, nets: Sequence[SequenceNet]) -> None:
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, landmarks: torch.Tensor) -> torch.Tensor:
        return torch.stack([net(landmarks).softmax(dim=1) for net in self.nets]).mean(dim=0)


class StillAndDrawn(nn.Module):  # type: ignore[misc]
    """(B, S, 63) -> probabilities (B, C), features (B, D): frame nets name letters, both kinds J and Z.

    J and Z in motion were recorded by few people, and a sequence net generalises to unknown people no better
    than a frame net. So frame nets name still letters, over the last frames. J and Z get the geometric mean of
    what both kinds give them, the frame nets by a power mean over the whole window: frame nets know the shapes
    of many hands, sequence nets the motion. A single frame has no motion; there the frame nets answer alone.
    """

    def __init__(self, still: FrameEnsemble, drawn: SequenceEnsemble) -> None:
        super().__init__()
        self.still, self.drawn = still, drawn
        mask = torch.zeros(len(CLASSES))
        mask[list(MOVING_PLACES)] = 1
        self.register_buffer("moving", mask, persistent=False)

    def forward(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        batch = landmarks.shape[0]
        chances, embedded = self.still.frames(landmarks.reshape(-1, 21, 3))
        chances = chances.reshape(batch, -1, chances.shape[1])
        embedded = embedded.reshape(batch, -1, embedded.shape[1])
        still = chances[:, -STILL_FRAMES:].mean(dim=1) * (1 - self.moving)
        still = still / still.sum(dim=1, keepdim=True)
        by_shape = (chances**SHAPE_POWER).mean(dim=1) ** (1 / SHAPE_POWER) * self.moving
        by_motion = self.drawn(landmarks) * self.moving
        alone = torch.ones_like(landmarks[:, 1:, :1]).sum(dim=1) < 1  # (B, 1): the window is one frame
        drawn = torch.where(alone, by_shape, torch.sqrt(by_shape * by_motion))
        drawn = drawn / drawn.sum(dim=1, keepdim=True).clamp_min(1)  # power means may sum to more than 1
        mixed = drawn + (1 - drawn.sum(dim=1, keepdim=True)) * still
        return mixed, embedded[:, -STILL_FRAMES:].mean(dim=1)
