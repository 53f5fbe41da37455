"""The moving average of the weights: steadier on unknown people than the weights of any one step."""

from __future__ import annotations

from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel


def moving_average(model: nn.Module, decay: float, *, warm_up: bool = False) -> AveragedModel:
    """The exponential moving average of a model's parameters, starting from those it has now.

    Args:
        decay: share of the average that each update keeps; 0 gives the model's own weights.
        warm_up: keep less in the first updates, when the average is mostly random weights.
    """

    def average(averaged: list[Tensor], current: list[Tensor], updates: Tensor) -> None:
        done = int(updates)
        keep = min(decay, done / (done + 9)) if warm_up else decay
        for old, new in zip(averaged, current, strict=True):
            old.lerp_(new, 1 - keep)

    averaged = AveragedModel(model, multi_avg_fn=average)
    averaged.update_parameters(model)  # the first update only copies
    return averaged
