"""A recogniser of 250 American signs, asked about augmented views of clips.

A small transformer that others trained on Google's Isolated Sign Language Recognition set; docs/training.md
names source and licence. It reads dominant hand, eyes, nose and lips of the frames in which that hand is seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.training.teachers.landmarks import hand_seen, points
from desktop_app.training.teachers.weights import read_teacher, unusable

WEIGHTS: Final = "sentisign_weights.npz"
LIPS: Final = "lips_from_face.npz"
WORDS: Final = 250
WORD_DIM: Final = 256
LIP_POINTS: Final = 40
FRAMES: Final = 64  # of the published network; shorter clips are filled up
# Frames that are asked about: sixteen retrieve the signs of strangers as well as all 64, at a quarter of the
# cost.
ASKED_FRAMES: Final = 16
STRETCH: Final = 1.05  # of x and z: the teacher saw upright pictures of phones
_HEADS: Final = 8
_BLOCKS: Final = ("b0", "b1")
_HEAD_POINTS: Final = (0, 1, 3, 4, 5)  # of the pose: nose and corners of the eyes
_MOUTH: Final = (9, 10)
_FAR: Final = -1e9
_NAMES: Final = (
    "emb", "in0.w", "in1.w", "lnf.g", "lnf.b", "head.w", "head.b", "out.w", "out.b",
    *(f"{block}.{part}.{kind}" for block in _BLOCKS for part in (*"qkvo", "m1", "m2") for kind in "wb"),
    *(f"{block}.{part}.{kind}" for block in _BLOCKS for part in ("ln1", "ln2") for kind in "gb"),
)  # fmt: skip


class WordTeacher(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """(B, T, 540 or 258) rows in torso units -> the layer before the answer (B, 256), and logits (B, 250).

    A clip without a hand gives the answer to an empty clip. Lips are those of an average mouth: augmented views
    have no face.
    """

    def __init__(self, folder: Path) -> None:
        """Read the weights.

        Raises:
            DatasetError: the folder does not hold them.
        """
        super().__init__()
        for name, values in read_teacher(folder / WEIGHTS, _NAMES).items():
            self.register_buffer(_plain(name), torch.from_numpy(values.astype(np.float32)), persistent=False)
        template = read_teacher(folder / LIPS, ["template"])["template"]
        self.register_buffer("lips", torch.from_numpy(template.astype(np.float32)), persistent=False)
        expected = {"emb": (FRAMES + 1, WORD_DIM), "out_w": (WORDS, WORD_DIM), "lips": (LIP_POINTS, 3)}
        for name, shape in expected.items():
            if self.get_buffer(name).shape != shape:
                raise unusable(folder / WEIGHTS, f"{name} has the shape {tuple(self.get_buffer(name).shape)}")
        self.register_buffer("head_points", torch.tensor(_HEAD_POINTS), persistent=False)

    @torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        frames, count = self.prepare(rows)
        batch, asked = frames.shape[0], frames.shape[1]
        seen = torch.arange(asked, device=rows.device)[None] < count[:, None]
        # The frames that fill a clip up to 64 are all alike: one of them stands for them, with their weight.
        filling = (FRAMES - count).clamp(min=0).to(frames.dtype)
        weight = torch.cat([seen.to(frames.dtype), filling[:, None]], dim=1)
        bias = torch.where(weight > 0, weight.clamp(min=1).log(), torch.full_like(weight, _FAR))[:, None, None]
        place = torch.cat([torch.arange(1, asked + 1, device=rows.device) * seen, count[:, None] * 0], dim=1)
        frames = functional.pad(frames.flatten(2), (0, 0, 0, 1))
        state = self._linear(functional.gelu(self._linear(frames, "in0")), "in1") + self.emb[place]
        for block in _BLOCKS:
            normed = self._norm(state, f"{block}.ln1")
            query, key, value = (
                self._linear(normed, f"{block}.{part}").reshape(batch, asked + 1, _HEADS, -1).transpose(1, 2)
                for part in "qkv"
            )
            shares = torch.softmax(query @ key.transpose(2, 3) + bias, dim=3)
            state = state + self._linear((shares @ value).transpose(1, 2).flatten(2), f"{block}.o")
            wide = functional.gelu(self._linear(self._norm(state, f"{block}.ln2"), f"{block}.m1"))
            state = state + self._linear(wide, f"{block}.m2")
        pooled = (self._norm(state, "lnf") * weight[:, :, None]).sum(dim=1) / weight.sum(dim=1, keepdim=True)
        dense = functional.gelu(self._linear(pooled, "head"))
        return dense, self._linear(dense, "out")

    def prepare(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, 258 or more) -> the frames that are asked about (B, M, 66, 3), and their number (B,)."""
        pose, left, right = points(rows)
        seen_left, seen_right = hand_seen(left), hand_seen(right)
        use_right = seen_right.sum(dim=1) > seen_left.sum(dim=1)
        hand = torch.where(use_right[:, None, None, None], right, left)
        seen = torch.where(use_right[:, None], seen_right, seen_left)
        asked = min(ASKED_FRAMES, rows.shape[1])
        count = seen.sum(dim=1)
        order = torch.argsort((~seen).to(torch.int8), dim=1, stable=True)  # the seen ones first, in their order
        step = torch.arange(asked, device=rows.device)[None]
        even = step * (count - 1).clamp(min=0)[:, None] // max(asked - 1, 1)
        rows_asked = order.gather(1, torch.where((count > asked)[:, None], even, step.expand(len(rows), asked)))
        count = count.clamp(max=asked)
        hand, pose = _take(hand, rows_asked), _take(pose, rows_asked)
        one, other = pose[:, :, _MOUTH[0]], pose[:, :, _MOUTH[1]]
        width = (one - other)[:, :, :2].norm(dim=2)[:, :, None, None]
        lips = ((one + other) / 2)[:, :, None] + self.lips * width
        lips = lips * lips.new_tensor([1, 1, 0])
        frames = torch.cat([lips, hand, pose.index_select(2, self.head_points)], dim=2)
        across = torch.where(use_right, -STRETCH, STRETCH).to(frames.dtype)
        scale = torch.stack([across, torch.ones_like(across), torch.full_like(across, STRETCH)], dim=1)
        frames = frames * scale[:, None, None]
        frames = frames - frames[:, :, -len(_HEAD_POINTS) :].mean(dim=2, keepdim=True)
        frames = frames * (step < count[:, None])[:, :, None, None]
        return frames / frames.abs().amax(dim=(1, 2, 3), keepdim=True).clamp(min=1e-9), count

    def _linear(self, values: Tensor, name: str) -> Tensor:
        product = values @ self.get_buffer(_plain(f"{name}.w")).T
        bias = _plain(f"{name}.b")
        return product + self.get_buffer(bias) if hasattr(self, bias) else product

    def _norm(self, values: Tensor, name: str) -> Tensor:
        gain, bias = self.get_buffer(_plain(f"{name}.g")), self.get_buffer(_plain(f"{name}.b"))
        return functional.layer_norm(values, values.shape[-1:], gain, bias, 1e-6)


def _plain(name: str) -> str:
    return name.replace(".", "_")


def _take(values: Tensor, rows: Tensor) -> Tensor:
    """(B, T, P, 3) and row numbers (B, M) -> (B, M, P, 3)."""
    return values.gather(1, rows[:, :, None, None].expand(-1, -1, *values.shape[2:]))
