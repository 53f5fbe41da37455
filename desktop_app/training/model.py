"""The baseline encoder of the retrieval contract: frame projector, two-layer BiGRU, motion-aware attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

BASELINE: Final = "bigru-attention-v1"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Sizes; the defaults are those of the contract's baseline.

    Of the lean encoder alone:

    Attributes:
        one_handedness: mirror clips with a dominant left hand.
        without: groups of lean features set to zero (`LEAN_GROUPS`), for ablations.
        trunk: layers after the convolutions: gru, transformer, or none.
        pooling: attention (by motion and trained scores), mean or max over time.
        paces: number of speeds of the clip that are embedded and averaged: 1, or 3 (a fifth faster and slower).
    """

    feature_dim: int = 540
    projection_dim: int = 160
    hidden_dim: int = 160
    layers: int = 2
    heads: int = 4
    embedding_dim: int = 256
    dropout: float = 0.2
    one_handedness: bool = False
    without: tuple[str, ...] = ()
    trunk: str = "gru"
    pooling: str = "attention"
    paces: int = 1
    architecture: str = BASELINE


class FrameProjector(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """(B, T, 540) standardised rows -> (B, T, 160)."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.LayerNorm(settings.feature_dim),
            nn.Linear(settings.feature_dim, settings.projection_dim),
            nn.GELU(),
            nn.Dropout(settings.dropout),
            nn.Linear(settings.projection_dim, settings.projection_dim),
            nn.GELU(),
        )

    def forward(self, rows: Tensor) -> Tensor:
        projected: Tensor = self.layers(rows)
        return projected


class MotionAttention(nn.Module):  # type: ignore[misc]
    """Weights over time: a trained score per head plus the clip's own standardised motion; mean over heads."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.score = nn.Linear(width, heads)

    def forward(self, states: Tensor, projected: Tensor, mask: Tensor) -> Tensor:
        """states (B, T, W), projected (B, T, P), mask (B, T) 1 for real rows -> (B, W)."""
        step = (projected[:, 1:] - projected[:, :-1]).square().sum(dim=2)
        motion = functional.pad((step + 1e-12).sqrt(), (1, 0)) * mask
        count = mask.sum(dim=1, keepdim=True)
        mean = motion.sum(dim=1, keepdim=True) / count
        spread = ((motion - mean).square() * mask).sum(dim=1, keepdim=True) / count
        standard = (motion - mean) / (spread.sqrt() + 1e-3)
        scores = self.score(states) + standard.unsqueeze(2)
        scores = scores + (mask.unsqueeze(2) - 1.0) * 1e4
        weights = torch.softmax(scores, dim=1)
        return torch.einsum("bth,btw->bhw", weights, states).mean(dim=1)


class SignEncoder(nn.Module):  # type: ignore[misc]
    """(B, T, 540) standardised rows -> embedding (B, 256) of unit length, projection (B, T, 160)."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.settings = settings
        self.projector = FrameProjector(settings)
        self.gru = nn.GRU(
            settings.projection_dim,
            settings.hidden_dim,
            settings.layers,
            batch_first=True,
            bidirectional=True,
            dropout=settings.dropout if settings.layers > 1 else 0.0,
        )
        self.attention = MotionAttention(2 * settings.hidden_dim, settings.heads)
        self.head = nn.Linear(2 * settings.hidden_dim, settings.embedding_dim)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """A batch of clips of one length; the exported function."""
        projected = self.projector(rows)
        states, _ = self.gru(projected)
        mask = torch.ones_like(projected[:, :, 0])
        return self._embed(states, projected, mask), projected

    def encode_padded(self, rows: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Clips of several lengths, padded at their end: the same numbers as each clip alone.

        Packed sequences keep the backward GRU from reading the padding; they do not export.
        """
        projected = self.projector(rows)
        packed = pack_padded_sequence(projected, lengths.cpu(), batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=rows.shape[1])
        mask = (torch.arange(rows.shape[1], device=rows.device)[None] < lengths[:, None]).to(rows.dtype)
        return self._embed(states, projected, mask), projected

    def _embed(self, states: Tensor, projected: Tensor, mask: Tensor) -> Tensor:
        pooled = self.attention(states, projected, mask)
        return functional.normalize(self.head(pooled), dim=1)
