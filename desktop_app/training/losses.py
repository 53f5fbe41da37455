"""Objectives over two views of every clip; all take unit rows (B, D) and give one number."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

OBJECTIVES: Final = ("infonce", "supcon", "prototypical", "angular-margin")
BARRED: Final = -1e4  # a score that softmax never chooses; -inf times 0 would be NaN


def info_nce(first: Tensor, second: Tensor, temperature: float) -> Tensor:
    """(B, D) unit rows of two views: each view must find its counterpart among all others of the batch."""
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
    """Every clip of the same sentence is a positive, by any signer (Khosla 2020, outer sum).

    With `signers`, a positive by the same person has the weight `same_person`, others have 1.
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


def prototypical(
    first: Tensor, second: Tensor, labels: Tensor, temperature: float, signers: Tensor | None = None
) -> Tensor:
    """Each row against the mean of every sentence in the batch, its own sentence's taken without its own clip
    and, where others sign it too, without its own person (Snell 2017, with cosine)."""
    count = len(first)
    both = torch.cat([first, second])
    names, named = torch.unique(torch.cat([labels, labels]), return_inverse=True)
    clip = torch.arange(count, device=both.device).repeat(2)
    kept = clip[:, None] != clip[None]
    if signers is not None:
        person = torch.cat([signers, signers])
        others = (named[:, None] == named[None]) & (person[:, None] != person[None])
        kept = torch.where(others.any(dim=1, keepdim=True), person[:, None] != person[None], kept)
    same = named[:, None] == named[None]
    # Row i's mean of sentence c: all its rows, but for i's own sentence only those that are kept.
    member = functional.one_hot(named, len(names)).to(both.dtype)  # (2B, C)
    means = member.T @ both
    own = (same & kept).to(both.dtype) @ both
    scores = both @ functional.normalize(means, dim=1).T / temperature
    # A clip without other clips of its sentence has only its second view.
    alone = ~(same & kept).any(dim=1, keepdim=True)
    own = torch.where(alone, both.roll(count, 0), own)
    mine = (both * functional.normalize(own, dim=1)).sum(dim=1, keepdim=True) / temperature
    return functional.cross_entropy(torch.where(member.bool(), mine, scores), named)


def angular_margin(rows: Tensor, labels: Tensor, centres: Tensor, margin: float, temperature: float) -> Tensor:
    """Classification by the cosine with a trained centre per sentence (C, D) and a margin (CosFace, Wang 2018).
    Rows whose label has no centre are ignored."""
    known = labels < len(centres)
    if not bool(known.any()):
        return rows.sum() * 0.0
    cosine = rows[known] @ functional.normalize(centres, dim=1).T
    target = functional.one_hot(labels[known], len(centres)).to(cosine.dtype)
    return functional.cross_entropy((cosine - margin * target) / temperature, labels[known])


def same_neighbours(rows: Tensor, teacher: Tensor, temperature: float) -> Tensor:
    """Distillation of neighbourhoods: each row's softmax over the others against that of the teacher's cosines
    (B, B)."""
    itself = torch.eye(len(rows), dtype=torch.bool, device=rows.device)
    mine = torch.log_softmax((rows @ rows.T / temperature).masked_fill(itself, BARRED), dim=1)
    wanted = torch.softmax((teacher / temperature).masked_fill(itself, BARRED), dim=1)
    return functional.kl_div(mine, wanted, reduction="batchmean")
