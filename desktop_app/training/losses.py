"""Contrastive objectives over two views of every clip."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

OBJECTIVES: Final = ("infonce", "supcon")


def info_nce(first: Tensor, second: Tensor, temperature: float) -> Tensor:
    """(B, D) unit rows of two views: each view must find its twin among all others of the batch."""
    count = len(first)
    both = torch.cat([first, second])
    scores = both @ both.T / temperature
    scores = scores.masked_fill(torch.eye(2 * count, dtype=torch.bool, device=both.device), float("-inf"))
    target = torch.arange(2 * count, device=both.device).roll(count)
    return functional.cross_entropy(scores, target)


def sup_con(
    first: Tensor,
    second: Tensor,
    labels: Tensor,
    temperature: float,
    signers: Tensor | None = None,
    same_person: float = 1.0,
) -> Tensor:
    """Every clip of the same sentence is a positive too, whoever signs it (Khosla 2020, outer sum).

    With `signers`, a positive by the same person counts only `same_person` of one by somebody else.
    """
    both = torch.cat([first, second])
    named = torch.cat([labels, labels])
    itself = torch.eye(len(both), dtype=torch.bool, device=both.device)
    scores = (both @ both.T / temperature).masked_fill(itself, float("-inf"))
    log_share = scores - torch.logsumexp(scores, dim=1, keepdim=True)
    positive = (named[:, None] == named[None]) & ~itself
    # -inf times 0 is not a number: the own score is put aside before the sum.
    weight = positive.to(scores.dtype)
    if signers is not None:
        person = torch.cat([signers, signers])
        weight = torch.where(person[:, None] == person[None], same_person * weight, weight)
    summed = (log_share.masked_fill(~positive, 0.0) * weight).sum(dim=1)
    return -(summed / weight.sum(dim=1).clamp(min=1e-6)).mean()


def objective_loss(
    name: str,
    first: Tensor,
    second: Tensor,
    labels: Tensor,
    temperature: float,
    signers: Tensor | None = None,
    same_person: float = 1.0,
) -> Tensor:
    """The loss called `name`, one of OBJECTIVES."""
    if name == "infonce":
        return info_nce(first, second, temperature)
    if name == "supcon":
        return sup_con(first, second, labels, temperature, signers, same_person)
    raise ValueError(f"unknown objective {name}")
