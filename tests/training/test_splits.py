"""People are never on both sides: splits of training, draws of every protocol."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.errors import DatasetError
from desktop_app.training.dataset import Dataset, split_by_signer, without_sentences
from desktop_app.training.draws import cross_signer_draws, own_draws


@pytest.mark.parametrize("seed", range(5))
def test_a_drawn_split_never_shares_a_signer(dataset: Dataset, seed: int):
    split = split_by_signer(dataset.clips, 0.34, seed)
    assert len(split.held_out_signers) == 1
    assert not {clip.signer for clip in split.train} & {clip.signer for clip in split.held_out}
    assert len(split.train) + len(split.held_out) == len(dataset.clips)


def test_named_signers_are_held_out(dataset: Dataset):
    split = split_by_signer(dataset.clips, ("studio/ben",))
    assert {clip.signer for clip in split.held_out} == {"studio/ben"}


def test_nobody_held_out_trains_on_everybody(dataset: Dataset):
    assert split_by_signer(dataset.clips, 0.0).held_out == ()


def test_a_signer_whom_nobody_can_be_asked_about_is_not_drawn(dataset: Dataset):
    lonely = tuple(
        replace(clip, sentence=f"only {clip.signer}") if clip.signer == "studio/ann" else clip
        for clip in dataset.clips
    )
    for seed in range(6):
        assert "studio/ann" not in split_by_signer(lonely, 0.6, seed).held_out_signers


def test_impossible_splits_are_refused(dataset: Dataset):
    with pytest.raises(DatasetError, match="no signer nobody"):
        split_by_signer(dataset.clips, ("nobody",))
    with pytest.raises(DatasetError, match="cannot be split"):
        split_by_signer(dataset.clips, tuple(dataset.signers))


def test_sentences_can_be_left_out_of_training(dataset: Dataset):
    split = without_sentences(split_by_signer(dataset.clips, ("studio/ben",)), ("wave",))
    assert "wave" not in {clip.sentence for clip in split.train}
    assert "wave" in {clip.sentence for clip in split.held_out}
    with pytest.raises(DatasetError, match="no sentence"):
        without_sentences(split, ("jump",))


@pytest.mark.parametrize("k", [1, 3, 5, 100])
def test_cross_signer_references_are_by_others_and_k_a_sentence(dataset: Dataset, k: int):
    clips = dataset.clips
    draws = list(cross_signer_draws(clips, k, 3))
    assert len(draws) == 9
    for draw in draws:
        assert draw.signer not in {clips[row].signer for row in draw.references}
        assert {clips[row].signer for row in draw.queries} == {draw.signer}
        names = [clips[row].sentence for row in draw.references]
        assert {name: names.count(name) for name in names} == dict.fromkeys(
            ("circle", "down", "wave"), min(k, 8)
        )
        assert len(draw.queries) == 12  # a person at rest is never asked for


def test_draws_differ_by_seed_and_repeat(dataset: Dataset):
    first, second = (
        [draw.references.tolist() for draw in cross_signer_draws(dataset.clips, 2, 4)] for _ in range(2)
    )
    assert first == second
    assert len({tuple(rows) for rows in first}) > 3


def test_the_open_set_takes_references_away(dataset: Dataset):
    clips = dataset.clips
    for draw in cross_signer_draws(clips, 3, 4, leave_out=0.5):
        shelf = {clips[row].sentence for row in draw.references}
        assert len(shelf) == 1  # of three, half rounds to two
        assert {clips[row].sentence for row in draw.queries} <= shelf
        assert not {clips[row].sentence for row in draw.outside} & shelf
        assert ("idle" in {clips[row].sentence for row in draw.outside}) == (draw.signer == "studio/ann")


def test_own_references_are_never_asked(dataset: Dataset):
    clips = dataset.clips
    for draw in own_draws(clips, 3, 2):
        assert {clips[row].signer for row in draw.references} == {draw.signer}
        assert not set(draw.references.tolist()) & set(draw.queries.tolist())
        assert (len(draw.references), len(draw.queries)) == (9, 3)
    assert list(own_draws(clips, 4, 2)) == []  # nothing would be left to ask
    asked = {draw.signer for draw in own_draws(clips, 3, 2, query_signers=("studio/ben",))}
    assert asked <= {"studio/ben"}
