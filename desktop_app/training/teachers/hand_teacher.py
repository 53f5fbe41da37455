"""A hand shape as 128 numbers, by the network behind MediaPipe's gestures.

It saw very many hands, which our collections do not have; docs/training.md names source and licence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.training.teachers.landmarks import hand_seen, points
from desktop_app.training.teachers.weights import read_teacher

WEIGHTS: Final = "gesture_embedder_weights.npz"
HAND_DIM: Final = 128
MOMENTS: Final = 8  # evenly spaced over the clip
CLIP_DIM: Final = 2 * MOMENTS * HAND_DIM
_LAYERS: Final = range(2, 8)
_NAMES: Final = (
    "idx", "mirror", "eps", "w0", "b0", "w0n", "b0n", "w1", "b1", "sF", "tF", "wF", "bF",
    *(f"{name}{layer}" for layer in _LAYERS for name in "stwb"),
)  # fmt: skip


class HandTeacher(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """(N, 21, 3) hands in one unit, z towards the camera negative, and their sides (N, 1) -> (N, 128).

    Sides: 1 for the right hand of an unmirrored picture, 0 for the left one. A mirrored hand of the other side
    gives the same numbers.
    """

    def __init__(self, folder: Path) -> None:
        """Read the weights.

        Raises:
            DatasetError: the folder does not hold them.
        """
        super().__init__()
        for name, values in read_teacher(folder / WEIGHTS, _NAMES).items():
            whole = np.issubdtype(values.dtype, np.integer)
            tensor = torch.from_numpy(np.array(values, np.int64 if whole else np.float32))
            self.register_buffer(f"part_{name}", tensor, persistent=False)

    @torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
    def forward(self, hands: Tensor, right: Tensor) -> Tensor:
        """See the class."""
        both = self._branch(hands, right) + self._branch(hands * self.part_mirror, 1 - right)
        return functional.silu(both * self.part_sF + self.part_tF) @ self.part_wF.T + self.part_bF

    def of_clips(self, rows: Tensor) -> Tensor:
        """(B, T, 258 or more) rows in torso units -> (B, 2048): both hands at eight moments.

        The hand that is seen more often comes first; a hand that is not seen is zeros.
        """
        frames = rows.shape[1]
        moments = torch.linspace(0, frames - 1, MOMENTS, device=rows.device).round().long()
        _, left, right = points(rows.index_select(1, moments))
        parts = []
        for hand, side in ((left, 0.0), (right, 1.0)):
            flat = hand.flatten(0, 1)
            shapes = functional.normalize(self(flat, flat.new_full((len(flat), 1), side)), dim=1)
            parts.append(shapes.reshape(len(rows), MOMENTS, -1) * hand_seen(hand)[:, :, None])
        left_first = (hand_seen(left).sum(dim=1) > hand_seen(right).sum(dim=1))[:, None, None]
        first = torch.where(left_first, parts[0], parts[1])
        second = torch.where(left_first, parts[1], parts[0])
        return torch.cat([first, second], dim=2).flatten(1)

    def _branch(self, hands: Tensor, right: Tensor) -> Tensor:
        centred = hands - hands.index_select(1, self.part_idx).mean(dim=1, keepdim=True)
        extent = centred.amax(dim=1) - centred.amin(dim=1)
        size = extent[:, :2].amax(dim=1) + self.part_eps
        given = torch.cat([(centred / size[:, None, None]).flatten(1), right], dim=1)
        state = given @ self.part_w0.T + self.part_b0
        state = state + functional.silu(given @ self.part_w0n.T + self.part_b0n) @ self.part_w1.T + self.part_b1
        for layer in _LAYERS:
            scale, shift, weight, bias = (self.get_buffer(f"part_{name}{layer}") for name in "stwb")
            state = state + functional.silu(state * scale + shift) @ weight.T + bias
        return state
