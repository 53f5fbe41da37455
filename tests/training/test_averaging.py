"""The moving average of the weights, against its own definition written out."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("torch_needed")


@pytest.mark.parametrize(
    ("decay", "warm_up", "kept"),
    [
        (0.98, False, [0.98, 0.98, 0.98]),
        (0.98, True, [1 / 10, 2 / 11, 3 / 12]),
        (0.15, True, [1 / 10, 0.15, 0.15]),
        (0.0, True, [0, 0, 0]),
    ],
)
def test_each_update_keeps_its_share_of_the_average(decay, warm_up, kept):
    import torch

    from desktop_app.training.averaging import moving_average

    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    averaged = moving_average(model, decay, warm_up=warm_up)
    wanted = [one.detach().clone() for one in model.parameters()]
    for share in kept:
        with torch.no_grad():
            for weights in model.parameters():
                weights.add_(torch.randn_like(weights))
        model[1].running_mean.add_(1)
        averaged.update_parameters(model)
        wanted = [share * old + (1 - share) * new for old, new in zip(wanted, model.parameters(), strict=True)]
    for found, expected in zip(averaged.module.parameters(), wanted, strict=True):
        torch.testing.assert_close(found, expected)
    # Statistics of the inputs are those of the last step, and a checkpoint has the names of the plain model.
    torch.testing.assert_close(averaged.module[1].running_mean, model[1].running_mean)
    assert averaged.module.state_dict().keys() == model.state_dict().keys()
