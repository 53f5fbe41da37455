"""Every teacher is asked about the same views, in the order of its share."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.helpers.shared import needs_shared

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

from desktop_app.training.architectures import AnyEncoder, build  # noqa: E402
from desktop_app.training.model import ModelSettings  # noqa: E402
from desktop_app.training.teacher_panel import TeacherPanel, TeacherShares  # noqa: E402

MEAN, STD = np.zeros(540, np.float32), np.ones(540, np.float32)


def run() -> AnyEncoder:
    model = build(ModelSettings(projection_dim=12, hidden_dim=10, embedding_dim=16))
    model.eval()
    return model


def views() -> Any:
    """Three clips in which a right hand is seen."""
    torch.manual_seed(0)
    return torch.randn(3, 20, 540) * 0.1


def test_runs_share_their_weight() -> None:
    panel = TeacherPanel([run(), run()], None, TeacherShares(runs=1.0), MEAN, STD)
    answers = panel(views())
    assert panel.shares == [0.5, 0.5]
    assert panel.predicted == []
    assert [answer.shape for answer in answers] == [(3, 16), (3, 16)]
    assert not any(answer.requires_grad for answer in answers)


def test_without_teachers_nothing_is_asked() -> None:
    panel = TeacherPanel([], None, TeacherShares(), MEAN, STD)
    assert (panel.shares, panel.predicted, panel(views())) == ([], [], [])


@pytest.mark.parametrize(
    ("shares", "widths"),
    [
        (TeacherShares(), [256, 2048]),
        (TeacherShares(word=0.0), [2048]),
        (TeacherShares(hand=0.0), [256]),
        (TeacherShares(word=0.0, hand=0.0), []),
    ],
)
def test_published_teachers_come_last_and_give_unit_rows(shares: TeacherShares, widths: list[int]) -> None:
    panel = TeacherPanel([run()], needs_shared() / "teachers", shares, MEAN, STD)
    answers = panel(views())
    assert panel.predicted == widths
    assert [answer.shape[1] for answer in answers] == [16, *widths]
    assert len(panel.shares) == len(answers)
    for answer in answers:
        torch.testing.assert_close(answer.norm(dim=1), torch.ones(3), atol=1e-4, rtol=0)
