"""The running mean of the weights: steadier on strangers than the weights of any one step."""

from __future__ import annotations

import copy

import torch

from desktop_app.training.architectures import AnyEncoder


class Average:
    """Keeps `share` of the mean at each step, less in the first steps; with 0 the model itself."""

    def __init__(self, model: AnyEncoder, share: float) -> None:
        self._share = share
        self._steps = 0
        self.model = copy.deepcopy(model) if share > 0 else model

    def add(self, model: AnyEncoder) -> None:
        """Take the weights of a step in."""
        if self._share <= 0:
            return
        self._steps += 1
        keep = min(self._share, self._steps / (self._steps + 9))
        with torch.no_grad():
            for mine, new in zip(self.model.parameters(), model.parameters(), strict=True):
                mine.lerp_(new, 1 - keep)
