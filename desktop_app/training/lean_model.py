"""The encoder for strangers: lean features, convolutions over time, one BiGRU, motion-aware attention."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.engine import layout
from desktop_app.training.lean_features import CHANNELS, LEAN_DIM, LeanFeatures
from desktop_app.training.model import ModelSettings, MotionAttention

KERNEL: Final = 5
BLOCKS: Final = 3


class ConvBlock(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """A depthwise convolution over time and a linear mix, added to what came in; (B, T, W) to the same."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.over_time = nn.Conv1d(width, width, KERNEL, padding=KERNEL // 2, groups=width)
        self.mix = nn.Sequential(
            nn.LayerNorm(width),
            nn.Linear(width, width),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(width, width),
        )

    def forward(self, rows: Tensor) -> Tensor:
        mixed: Tensor = self.mix(self.over_time(rows.transpose(1, 2)).transpose(1, 2))
        return rows + mixed


class LeanEncoder(nn.Module):  # type: ignore[misc]
    """(B, T, 540) standardised rows -> embedding (B, 256) of unit length, projection (B, T, 160).

    The projection is not learnt: it holds place, shape and presence of both hands, padded with zeros, which is
    what DTW compares best. The statistics that the program applies to every row are undone first.
    """

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.settings = settings
        self.padding = settings.projection_dim - CHANNELS
        width = settings.projection_dim
        self.register_buffer("mean", torch.zeros(layout.FEATURE_DIM))
        self.register_buffer("std", torch.ones(layout.FEATURE_DIM))
        self.lean = LeanFeatures(one_handedness=settings.one_handedness)
        self.enter = nn.Sequential(nn.LayerNorm(LEAN_DIM), nn.Linear(LEAN_DIM, width), nn.GELU())
        self.first = ConvBlock(width, settings.dropout)
        self.later = nn.Sequential(*(ConvBlock(width, settings.dropout) for _ in range(BLOCKS - 1)))
        self.gru = nn.GRU(width, settings.hidden_dim, 1, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(settings.dropout)
        self.attention = MotionAttention(2 * settings.hidden_dim, settings.heads)
        self.head = nn.Linear(2 * settings.hidden_dim, settings.embedding_dim)

    def set_statistics(self, mean: Tensor, std: Tensor) -> None:
        """The mean and spread (540,) that rows are standardised with before they come here."""
        self.mean.copy_(mean)
        self.std.copy_(std)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """A batch of clips of one length; this is what is exported."""
        lean, channels = self.lean(rows * self.std + self.mean)
        # Every second row is enough for the GRU once the convolution has seen its neighbours.
        states = self.later(self.first(self.enter(lean))[:, ::2])
        mask = torch.ones_like(states[:, :, 0])
        pooled = self.attention(self.drop(self.gru(states)[0]), states, mask)
        embedding = functional.normalize(self.head(pooled), dim=1)
        return embedding, functional.pad(channels, (0, self.padding))

    @torch.jit.ignore  # type: ignore[untyped-decorator,unused-ignore]
    def encode_padded(self, rows: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Clips of several lengths, padded at their end: the same numbers as each clip alone.

        Clips of one length run together, so that no convolution reads the padding.
        """
        embeddings = rows.new_zeros((len(rows), self.settings.embedding_dim))
        projections = rows.new_zeros((len(rows), rows.shape[1], self.settings.projection_dim))
        for frames in lengths.unique().tolist():
            chosen = lengths == frames
            embeddings[chosen], projections[chosen, :frames] = self(rows[chosen, :frames])
        return embeddings, projections
