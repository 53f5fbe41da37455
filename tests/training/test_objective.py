"""Objectives and what may be added to them, on rows whose right answer is known."""

from __future__ import annotations

import math

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

from desktop_app.training.losses import angular_margin, prototypical, same_neighbours  # noqa: E402
from desktop_app.training.objective import LossSettings, Objective  # noqa: E402


def rows(*degrees: float):
    angle = torch.tensor([math.radians(value) for value in degrees])
    return torch.stack([angle.cos(), angle.sin()], dim=1)


def objective(
    name: str = "supcon", shares: tuple[float, ...] = (), predicted: tuple[int, ...] = (), **extra: object
) -> Objective:
    return Objective(
        name,
        LossSettings(**extra),  # type: ignore[arg-type]
        temperature=0.1,
        same_person=1.0,
        sentences=2,
        signers=2,
        embedding_dim=2,
        shares=shares,
        predicted=predicted,
    )


def test_prototypical_wants_a_sentence_by_others_near():
    labels, signers = torch.tensor([0, 0, 1, 1]), torch.tensor([0, 1, 0, 1])
    by_sentence, by_person = rows(0, 5, 90, 95), rows(0, 90, 5, 95)
    near = prototypical(by_sentence, by_sentence, labels, 0.1, signers)
    assert near < 0.1 < prototypical(by_person, by_person, labels, 0.1, signers)
    # A clip without company is held against its twin, and nothing is without a number.
    alone = prototypical(rows(0, 90), rows(3, 93), torch.tensor([0, 1]), 0.1, torch.tensor([0, 1]))
    assert alone < 0.1


def test_an_angular_margin_asks_for_more_and_leaves_unknown_labels_out():
    centres = rows(0, 90)
    here = rows(2, 88)
    plain = angular_margin(here, torch.tensor([0, 1]), centres, 0.0, 0.1)
    assert plain < angular_margin(here, torch.tensor([0, 1]), centres, 0.5, 0.1)
    mixed = angular_margin(rows(2, 88, 45), torch.tensor([0, 1, 900]), centres, 0.0, 0.1)
    assert float(mixed) == pytest.approx(float(plain), rel=1e-5)
    assert float(angular_margin(here, torch.tensor([7, 8]), centres, 0.0, 0.1)) == 0.0


def test_distillation_is_nothing_when_the_neighbours_agree():
    here = rows(0, 10, 90, 100)
    turned = rows(30, 40, 120, 130)
    other = rows(0, 90, 10, 100)
    assert float(same_neighbours(here, turned @ turned.T, 0.1)) == pytest.approx(0, abs=1e-4)
    assert float(same_neighbours(here, other @ other.T, 0.1)) > 0.1
    taught = objective(distil=1.0, shares=(1.0,))
    labels = torch.tensor([0, 1])
    first, second = rows(0, 90), rows(5, 95)
    agrees = taught(first, second, labels, labels, [torch.cat([first, second])])
    differs = taught(first, second, labels, labels, [rows(0, 5, 90, 95)])
    assert agrees < differs


def test_teachers_count_by_their_shares():
    labels = torch.tensor([0, 1])
    first, second = rows(0, 90), rows(5, 95)
    same, other = torch.cat([first, second]), rows(0, 5, 90, 95)

    def loss(*shares: float) -> float:
        return float(objective(distil=1.0, shares=shares)(first, second, labels, labels, [same, other]))

    assert loss(1.0, 0.0) < loss(3.0, 1.0) < loss(1.0, 1.0) < loss(0.0, 1.0)
    assert loss(2.0, 2.0) == pytest.approx(loss(1.0, 1.0))


def test_the_published_teachers_numbers_are_learnt_from_the_embedding():
    torch.manual_seed(0)
    labels = torch.tensor([0, 1])
    first, second = rows(0, 90), rows(5, 95)
    run, published = torch.cat([first, second]), rows(200, 300, 205, 305)
    taught = objective(predict=1.0, shares=(1.0, 1.0), predicted=(2,))
    plain = objective()(first, second, labels, labels)

    def away() -> float:
        loss = taught(first, second, labels, labels, [run, published]) - plain
        return float(loss.detach())

    before = away()
    optimiser = torch.optim.Adam(taught.parameters(), lr=0.05)
    for _ in range(200):
        optimiser.zero_grad()
        taught(first, second, labels, labels, [run, published]).backward()
        optimiser.step()
    assert away() < 0.02 < before


def test_the_adversary_learns_the_person_and_the_encoder_unlearns_it():
    views = rows(0, 90, 0, 90).requires_grad_()
    labels, signers = torch.tensor([0, 0, 1, 1]), torch.tensor([0, 1, 0, 1])
    taught, plain = objective(adversary=2.0), objective()
    added = taught(views, views, labels, signers) - plain(views, views, labels, signers)
    to_encoder = torch.autograd.grad(added, views)[0]
    guess = torch.nn.functional.cross_entropy(
        taught.adversary(torch.cat([views, views])), torch.cat([signers, signers])
    )
    to_guess = torch.autograd.grad(guess, views)[0]
    torch.testing.assert_close(to_encoder, -2 * to_guess, rtol=1e-3, atol=1e-5)
    optimiser = torch.optim.Adam(taught.parameters(), lr=0.05)
    for _ in range(100):
        optimiser.zero_grad()
        taught(views.detach(), views.detach(), labels, signers).backward()
        optimiser.step()
    assert torch.nn.functional.cross_entropy(taught.adversary(views.detach()), signers) < 0.1


def test_instance_keeps_clips_of_a_sentence_apart():
    labels = torch.tensor([0, 0])
    together, apart = rows(0, 0), rows(0, 40)
    plain, mixed = objective(), objective(instance=1.0)

    def added(views):
        return float(mixed(views, views, labels, labels) - plain(views, views, labels, labels))

    assert added(apart) < 0.5 * added(together)
    assert plain(together, together, labels, labels) < plain(apart, apart, labels, labels)
