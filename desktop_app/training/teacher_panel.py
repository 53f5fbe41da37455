"""The teachers of a run, asked about the very views that the pupil sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.engine.records import FloatArray
from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.teachers.hand_teacher import CLIP_DIM, HandTeacher
from desktop_app.training.teachers.word_teacher import WORD_DIM, WordTeacher


@dataclass(frozen=True, slots=True)
class TeacherShares:
    """Weights of the teachers' cosines in their mean: all runs together, the word and the hand network.

    A teacher of share 0 is not asked.
    """

    runs: float = 1.0
    word: float = 1.0
    hand: float = 0.7


class TeacherPanel(nn.Module):  # type: ignore[misc]  # torch is not followed by mypy here
    """Standardised views (B, T, 540) -> what each teacher says of them, unit rows (B, D).

    Attributes:
        shares: weight of each teacher, in the order of the answers.
        predicted: the widths D of the published ones, which come last.
    """

    def __init__(
        self,
        runs: Sequence[AnyEncoder],
        folder: Path | None,
        shares: TeacherShares,
        mean: FloatArray,
        std: FloatArray,
    ) -> None:
        """Open the published networks of `folder`; None: only the runs teach.

        Raises:
            DatasetError: the folder lacks a network that has a share.
        """
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean), persistent=False)
        self.register_buffer("std", torch.from_numpy(std), persistent=False)
        self.runs = nn.ModuleList(runs if shares.runs > 0 else [])
        self.word = WordTeacher(folder) if folder is not None and shares.word > 0 else None
        self.hand = HandTeacher(folder) if folder is not None and shares.hand > 0 else None
        self.shares = [shares.runs / len(self.runs) for _ in self.runs]
        self.predicted: list[int] = []
        for teacher, share, width in ((self.word, shares.word, WORD_DIM), (self.hand, shares.hand, CLIP_DIM)):
            if teacher is not None:
                self.shares.append(share)
                self.predicted.append(width)
        self.eval()

    @torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
    def forward(self, views: Tensor) -> list[Tensor]:
        """See the class."""
        answers: list[Tensor] = [run(views)[0] for run in self.runs]
        if self.word is not None or self.hand is not None:
            rows = views * self.std + self.mean
            if self.word is not None:
                answers.append(functional.normalize(self.word(rows)[0], dim=1))
            if self.hand is not None:
                answers.append(functional.normalize(self.hand.of_clips(rows), dim=1))
        return answers
