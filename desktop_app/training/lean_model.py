"""The encoder for unknown signers: lean features, convolutions over time, one BiGRU, motion-aware attention."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.engine import layout
from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.lean_features import CHANNELS, LEAN_DIM, LeanFeatures
from desktop_app.training.model import ModelSettings, MotionAttention

KERNEL: Final = 5
BLOCKS: Final = 3
WAVES: Final = 8
POOLINGS: Final = ("attention", "mean", "max")


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


class Positions(nn.Module):  # type: ignore[misc]
    """Adds the relative position of each row in the clip as eight sinusoids; (B, T, W) to the same."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.mix = nn.Linear(2 * WAVES, width)
        self.register_buffer("periods", torch.arange(1, WAVES + 1) * torch.pi, persistent=False)

    def forward(self, rows: Tensor) -> Tensor:
        ones = torch.ones_like(rows[:1, :, :1])
        place = (torch.cumsum(ones, dim=1) / ones.sum(dim=1, keepdim=True)) * self.periods
        added: Tensor = rows + self.mix(torch.cat([place.sin(), place.cos()], dim=2))
        return added


class TransformerBlock(nn.Module):  # type: ignore[misc]
    """Self-attention over all rows and a feed-forward layer, each normalised before and added; (B, T, W) to the
    same. Torch's own layer keeps the number of rows that it was traced with when it is exported."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.asked = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.drop = nn.Dropout(dropout)
        self.forth = nn.Sequential(
            nn.Linear(width, 2 * width), nn.GELU(), nn.Dropout(dropout), nn.Linear(2 * width, width)
        )

    def forward(self, rows: Tensor) -> Tensor:
        batch, frames = rows.shape[0], rows.shape[1]
        three = self.asked(self.before(rows)).reshape(batch, frames, 3, self.heads, -1)
        query, key, value = three.permute(2, 0, 3, 1, 4).unbind(0)  # (B, H, T, W / H) each
        shares = torch.softmax(self.scale * torch.matmul(query, key.transpose(2, 3)), dim=3)
        seen = torch.matmul(shares, value).transpose(1, 2).reshape(batch, frames, -1)
        rows = rows + self.drop(self.mixed(seen))
        out: Tensor = rows + self.drop(self.forth(self.after(rows)))
        return out


def trunk_of(settings: ModelSettings) -> nn.Module:
    """What reads the rows (B, T, projection_dim) after the convolutions -> (B, T, 2 * hidden_dim).

    Raises:
        TrainingError: no such trunk.
    """
    width, out = settings.projection_dim, 2 * settings.hidden_dim
    if settings.trunk == "gru":
        return BothWays(width, settings.hidden_dim)
    if settings.trunk == "none":
        return nn.Sequential(nn.LayerNorm(width), nn.Linear(width, out), nn.GELU())
    if settings.trunk == "transformer":
        layers = [TransformerBlock(width, settings.heads, settings.dropout) for _ in range(settings.layers)]
        return nn.Sequential(Positions(width), *layers, nn.LayerNorm(width), nn.Linear(width, out))
    raise TrainingError(
        Message("There is no trunk '{trunk}'.", trunk=settings.trunk), Message("Known: gru, transformer, none.")
    )


class BothWays(nn.Module):  # type: ignore[misc]
    """A bidirectional GRU that gives its states alone."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.gru = nn.GRU(width, hidden, 1, batch_first=True, bidirectional=True)

    def forward(self, rows: Tensor) -> Tensor:
        states: Tensor = self.gru(rows)[0]
        return states


class LeanEncoder(nn.Module):  # type: ignore[misc]
    """(B, T, 540) standardised rows -> embedding (B, 256) of unit length, projection (B, T, 160).

    The projection is not trained: it holds position, shape and presence of both hands, which DTW compares best,
    padded with zeros. The statistics that the program applies to every row are undone first.
    """

    def __init__(self, settings: ModelSettings) -> None:
        """Random weights.

        Raises:
            TrainingError: a trunk, pooling, number of paces or group of inputs that does not exist.
        """
        super().__init__()
        if settings.pooling not in POOLINGS or settings.paces not in (1, 3):
            raise TrainingError(
                Message(
                    "There is no pooling '{pooling}' with {paces} paces.",
                    pooling=settings.pooling,
                    paces=settings.paces,
                ),
                Message("Poolings: {poolings}; paces: 1 or 3.", poolings=", ".join(POOLINGS)),
            )
        self.settings = settings
        self.pooling, self.paces = settings.pooling, settings.paces
        self.padding = settings.projection_dim - CHANNELS
        width = settings.projection_dim
        self.register_buffer("mean", torch.zeros(layout.FEATURE_DIM))
        self.register_buffer("std", torch.ones(layout.FEATURE_DIM))
        self.lean = LeanFeatures(one_handedness=settings.one_handedness, without=settings.without)
        self.enter = nn.Sequential(nn.LayerNorm(LEAN_DIM), nn.Linear(LEAN_DIM, width), nn.GELU())
        self.first = ConvBlock(width, settings.dropout)
        self.later = nn.Sequential(*(ConvBlock(width, settings.dropout) for _ in range(BLOCKS - 1)))
        self.trunk = trunk_of(settings)
        self.drop = nn.Dropout(settings.dropout)
        self.attention = MotionAttention(2 * settings.hidden_dim, settings.heads)
        self.head = nn.Linear(2 * settings.hidden_dim, settings.embedding_dim)

    def set_statistics(self, mean: Tensor, std: Tensor) -> None:
        """The mean and spread (540,) that rows are standardised with before they come here."""
        self.mean.copy_(mean)
        self.std.copy_(std)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """A batch of clips of one length; the exported function."""
        lean, channels = self.lean(rows * self.std + self.mean)
        embedding = self._embed(lean)
        if self.paces == 3:
            turned = lean.transpose(1, 2)
            for pace in (0.8, 1.25):
                other = functional.interpolate(
                    turned, scale_factor=pace, mode="linear", recompute_scale_factor=True
                )
                embedding = embedding + self._embed(other.transpose(1, 2))
            embedding = functional.normalize(embedding, dim=1)
        return embedding, functional.pad(channels, (0, self.padding))

    def _embed(self, lean: Tensor) -> Tensor:
        """(B, T, LEAN_DIM) -> (B, 256) of unit length."""
        # Every second row is enough for the trunk once the convolution has seen its neighbours.
        rows = self.later(self.first(self.enter(lean))[:, ::2])
        states = self.drop(self.trunk(rows))
        if self.pooling == "mean":
            pooled = states.mean(dim=1)
        elif self.pooling == "max":
            pooled = states.amax(dim=1)
        else:
            pooled = self.attention(states, rows, torch.ones_like(rows[:, :, 0]))
        return functional.normalize(self.head(pooled), dim=1)

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
