"""The loss of a training step: the objective, and the terms that may be added to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.training.losses import (
    angular_margin,
    info_nce,
    prototypical,
    same_neighbours,
    sup_con,
)
from desktop_app.training.teacher_panel import TeacherShares

_HIDDEN = 128


@dataclass(frozen=True, slots=True)
class LossSettings:
    """Terms added to the objective.

    Attributes:
        instance: weight of InfoNCE: differences between clips of one sentence are kept, which helps with unseen
            sentences (Islam 2021).
        margin: of `angular-margin`, as a cosine.
        adversary: strength of the gradient reversal (Ganin 2016) with a small classifier of signers; 0: none.
        distil: weight of the teachers' neighbourhoods.
        predict: weight of the published teachers' own numbers, each read off the embedding by a linear layer.
        teachers: runs whose best weights are teachers.
        shares: of the teachers in the neighbourhoods.
    """

    instance: float = 0.0
    margin: float = 0.2
    adversary: float = 0.0
    distil: float = 0.0
    predict: float = 0.0
    teachers: tuple[str, ...] = ()
    shares: TeacherShares = field(default_factory=TeacherShares)


class GradientReversal(torch.autograd.Function):  # type: ignore[misc]  # torch is not followed by mypy here
    """The identity with a gradient of opposite sign, scaled by `strength`."""

    @staticmethod
    def forward(context: Any, rows: Tensor, strength: float) -> Tensor:
        context.strength = strength
        return rows.view_as(rows)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return -context.strength * gradient, None


class Objective(nn.Module):  # type: ignore[misc]
    """The loss with the parameters that only training needs: centres of sentences, the adversary.

    Args:
        name: one of OBJECTIVES.
        sentences, signers: their numbers among the training clips.
        embedding_dim: columns of the embedding.
        shares: weight of each teacher; predicted: widths of the last of them, which `extra.predict` is about.
    """

    def __init__(
        self,
        name: str,
        extra: LossSettings,
        *,
        temperature: float,
        same_person: float,
        sentences: int,
        signers: int,
        embedding_dim: int,
        shares: Sequence[float] = (),
        predicted: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self.name, self.extra = name, extra
        self.temperature, self.same_person = temperature, same_person
        if name == "angular-margin":
            self.centres = nn.Parameter(torch.randn(sentences, embedding_dim) / embedding_dim**0.5)
        self.shares = tuple(shares)
        self.predictors = nn.ModuleList(
            nn.Linear(embedding_dim, width) for width in (predicted if extra.predict > 0 else ())
        )
        if extra.adversary > 0:
            self.adversary = nn.Sequential(
                nn.Linear(embedding_dim, _HIDDEN), nn.ReLU(), nn.Linear(_HIDDEN, signers)
            )

    def forward(
        self,
        first: Tensor,
        second: Tensor,
        labels: Tensor,
        signers: Tensor,
        teachers: Sequence[Tensor] = (),
    ) -> Tensor:
        """Views (B, D), their labels and signers (B,), and each teacher's unit rows (2B, D') of both views."""
        loss = self._main(first, second, labels, signers)
        both = torch.cat([first, second])
        if self.extra.instance > 0:
            loss = loss + self.extra.instance * info_nce(first, second, self.temperature)
        if self.extra.adversary > 0:
            guess = self.adversary(GradientReversal.apply(both, self.extra.adversary))
            loss = loss + functional.cross_entropy(guess, torch.cat([signers, signers]))
        if self.extra.distil > 0 and teachers:
            weighed = [share * (rows @ rows.T) for share, rows in zip(self.shares, teachers, strict=True)]
            cosines = torch.stack(weighed).sum(dim=0) / sum(self.shares)
            loss = loss + self.extra.distil * same_neighbours(both, cosines, self.temperature)
        if len(self.predictors):
            for predict, rows in zip(self.predictors, teachers[-len(self.predictors) :], strict=True):
                away = 1 - functional.cosine_similarity(predict(both), rows)
                loss = loss + self.extra.predict * away.mean()
        return loss

    def _main(self, first: Tensor, second: Tensor, labels: Tensor, signers: Tensor) -> Tensor:
        if self.name == "infonce":
            return info_nce(first, second, self.temperature)
        if self.name == "supcon":
            return sup_con(first, second, labels, self.temperature, signers, self.same_person)
        if self.name == "prototypical":
            return prototypical(first, second, labels, self.temperature, signers)
        if self.name == "angular-margin":
            both, named = torch.cat([first, second]), torch.cat([labels, labels])
            return angular_margin(both, named, self.centres, self.extra.margin, self.temperature)
        raise ValueError(f"unknown objective {self.name}")
