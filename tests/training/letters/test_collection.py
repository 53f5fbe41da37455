"""Recorded letters: what is read, what is refused, how draws are balanced."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from desktop_app.engine.letters.alphabet import INDEX
from desktop_app.engine.letters.hands import mirrored, normalised, palm_size, true_proportions
from desktop_app.engine.letters.ring import drawn_path
from desktop_app.errors import DatasetError
from desktop_app.training.letters.clips import clip_windows, placed_clip
from desktop_app.training.letters.collection import load_letters
from desktop_app.training.letters.draws import BalancedDraws
from scripts.synthesis.mean_hands import mean_motion, mean_still, procrustes_mean
from tests.engine.letters.hands import hand_at


def test_everything_is_read(letters_folder):
    collection = load_letters(letters_folder)
    assert len(collection.stills) == 3 * 26 * 8
    assert collection.judged == (0, 1, 2)
    assert collection.name_of(1) == "person1/letters"
    assert collection.stills.suspect.sum() == 8
    assert {round(clip.aspect, 3) for clip in collection.clips} == {1.333}
    one = collection.only((2,))
    assert set(one.stills.sources.tolist()) == {2}
    assert len(one.clips) == 6


def test_left_hands_come_out_as_right_ones(letters_folder):
    stills = load_letters(letters_folder).stills
    hands = stills.right_hands()
    means = [hands[(stills.sources == s) & (stills.letters == INDEX["L"])].mean(axis=0) for s in (0, 1)]
    np.testing.assert_allclose(means[0], means[1], atol=0.06)


def test_the_contract_of_a_hand():
    hand = true_proportions(hand_at(0.3), 4 / 3)
    unit = normalised(hand)
    assert not unit[0].any()
    assert np.abs(unit).max() == pytest.approx(1)
    np.testing.assert_allclose(normalised(3 * hand + 7), unit, atol=1e-4)
    np.testing.assert_array_equal(normalised(np.zeros((2, 21, 3), np.float32)), 0)
    np.testing.assert_array_equal(mirrored(mirrored(unit)), unit)
    assert palm_size(2 * hand) == pytest.approx(2 * palm_size(hand), rel=1e-4)


@pytest.mark.parametrize("missing", ["stills.npz", "xyz"])
def test_a_collection_without_its_parts_is_refused(letters_folder, tmp_path, missing):
    folder = tmp_path / "copy"
    shutil.copytree(letters_folder, folder)
    if missing.endswith(".npz"):
        (folder / missing).unlink()
    else:
        with np.load(folder / "stills.npz") as arrays:
            kept = {name: arrays[name] for name in arrays.files if name != missing}
        np.savez(folder / "stills.npz", **kept)
    with pytest.raises(DatasetError):
        load_letters(folder)


def test_columns_that_do_not_fit_are_refused(letters_folder, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(letters_folder, folder)
    with np.load(folder / "sequences.npz") as arrays:
        kept = {name: arrays[name] for name in arrays.files}
    np.savez(folder / "sequences.npz", **{**kept, "offsets": kept["offsets"][:-1]})
    with pytest.raises(DatasetError, match="do not fit"):
        load_letters(folder)


def test_draws_weigh_letters_and_people_alike():
    letters = np.array([0] * 90 + [0] * 10 + [1] * 5)
    sources = np.array([0] * 90 + [1] * 10 + [0] * 5)
    draws = BalancedDraws(np.arange(105), letters, sources)
    rng = np.random.default_rng(0)
    drawn, rows = draws.draw(4000, rng)
    assert (letters[rows] == drawn).all()
    assert np.mean(drawn == 0) == pytest.approx(0.5, abs=0.05)
    of_a = drawn == 0
    assert np.mean(sources[rows[of_a]] == 1) == pytest.approx(0.5, abs=0.05)
    assert set(letters[draws.draw_letter(np.array([1, 0, 1]), rng)].tolist()) == {0, 1}


def test_windows_of_clips_show_the_motion(letters_folder):
    clips = load_letters(letters_folder).clips
    ways: dict[str, list[float]] = {letter: [] for letter in "JA"}
    for clip in clips:
        for window in clip_windows(clip):
            assert window.shape == (32, 21, 3)
            if clip.letter in (INDEX["J"], INDEX["A"]):
                ways["J" if clip.letter == INDEX["J"] else "A"].append(drawn_path(window))
    assert min(ways["J"]) > 2 * max(ways["A"])


def test_a_slow_camera_shows_fewer_hands_of_a_clip(letters_folder):
    clip = next(clip for clip in load_letters(letters_folder).clips if clip.letter == INDEX["J"])
    (whole,), (slow,) = (list(clip_windows(clip, rate)) for rate in (30, 8))
    assert slow.shape == whole.shape
    bends = np.abs(np.diff(slow, n=2, axis=0)).max(axis=(1, 2)) > 1e-5
    assert bends.sum() <= 16  # nine frames: only around seven of them the way turns
    assert drawn_path(slow) == pytest.approx(drawn_path(whole), rel=0.25)


def test_gaps_without_a_hand_are_held(letters_folder):
    clip = load_letters(letters_folder).clips[0]
    holed = type(clip)(
        clip.frames[[0, 1, 4]], np.array([3, 4, 7]), clip.letter, clip.source, clip.kind, False, clip.aspect
    )
    placed = placed_clip(holed)
    assert len(placed) == 5
    np.testing.assert_array_equal(placed[1], placed[3])


def turned(hand, degrees):
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    return (hand @ turn.T).astype(np.float32)


def test_the_procrustes_mean_has_the_shape_and_the_mean_direction():
    hand = normalised(true_proportions(hand_at(), 4 / 3))
    hands = [turned(hand, -20), 2 * turned(hand, 0), 0.5 * turned(hand, 20)]
    mean, distances = procrustes_mean(hands)
    assert distances.max() < 1e-3
    scale = np.abs(hand).max() / np.abs(mean).max()
    np.testing.assert_allclose(mean * scale, hand, atol=0.01)


def test_means_over_people(letters_folder):
    collection = load_letters(letters_folder)
    # 8 rows a letter and person are fewer than a source needs; twice the rows are enough
    double = type(collection)(
        collection.stills.pick(np.tile(np.arange(len(collection.stills)), 2)),
        collection.clips,
        collection.sources,
    )
    still = mean_still(double, INDEX["A"])
    assert still is not None
    assert still.hands.shape == (1, 21, 3)
    assert len(still.sources) >= 2
    assert mean_still(collection, INDEX["A"]) is None
    motion = mean_motion([clip for clip in collection.clips if clip.letter == INDEX["J"]])
    assert motion is not None
    assert motion.sources == (0, 1, 2)
    assert drawn_path(motion.hands) > 1
    assert mean_motion([clip for clip in collection.clips if clip.source == 0]) is None
