"""Feedback on made-up and real clips: the right channel, the right moment, praise first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel, align, dominant_hand
from desktop_app.engine.feedback.compare import MAX_MOMENTS, Feedback, give_feedback, step_at
from desktop_app.engine.feedback.scores import calibration, to_score
from desktop_app.engine.feedback.sign_features import prepare
from desktop_app.engine.packs import Pack, open_pack
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.tracking.features import normalise_clip
from desktop_app.errors import LandmarkError
from tests.helpers.scores import score_of

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return open_pack(REPOSITORY / "assets" / "packs" / "starter")


def clip(pack: Pack, sentence: str) -> FeatureSequence:
    return pack.features(next(i for i, one in enumerate(pack.clips) if one.sentence == sentence))


def like(sequence: FeatureSequence, features: FloatArray | None = None, *, slow: int = 1) -> FeatureSequence:
    """The same clip with other features, or slower."""
    rows = np.repeat(np.arange(len(sequence.features)), slow)
    changed = (sequence.features if features is None else features)[rows].astype(np.float32)
    present = np.stack([changed[:, part].any(axis=1) for part in layout.PARTS.values()], axis=1)
    return FeatureSequence(changed, present, sequence.fps, 0.0, len(rows) / sequence.fps)


def hand_moved(
    sequence: FeatureSequence, part: slice, wrist: int, by: tuple[float, float], rows: slice
) -> FloatArray:
    changed = sequence.features.copy()
    for axis in (0, 1):
        columns = np.arange(part.start + axis, part.stop, 3)
        changed[rows, columns[0] : columns[-1] + 1 : 3] += by[axis]
        changed[rows, wrist * 4 + axis] += by[axis]
    return changed


def drops(before: Feedback, after: Feedback) -> dict[Channel, float]:
    return {
        channel: (score_of(before, channel) or 0) - (score_of(after, channel) or 0)
        for channel in Channel
        if score_of(before, channel) is not None and score_of(after, channel) is not None
    }


def test_the_same_clip_is_all_right(pack):
    for sentence in ("Coffee", "Please", "Water"):
        feedback = give_feedback(clip(pack, sentence), clip(pack, sentence))
        assert feedback.overall > 95
        assert feedback.correction is None
        assert feedback.moments == ()
        assert feedback.speed == 1
        assert not feedback.mirrored
        assert "A good attempt." in str(feedback.summary)
        assert len(feedback.right) >= 4


def test_another_sign_is_not(pack):
    names = ["Coffee", "Please", "Water", "I love you", "Tea"]
    for sentence in names:
        scores = {other: give_feedback(clip(pack, sentence), clip(pack, other)).overall for other in names}
        assert scores.pop(sentence) > max(scores.values()) + 20


def test_each_fault_lowers_its_own_channel_most(pack):
    reference = clip(pack, "Please")
    plain = give_feedback(reference, reference)
    right = dominant_hand(prepare(reference)) == 1
    part = layout.RIGHT_HAND if right else layout.LEFT_HAND
    wrist = layout.RIGHT_WRIST if right else layout.LEFT_WRIST
    shifted = like(reference, hand_moved(reference, part, wrist, (0, -0.9), slice(None)))
    after = give_feedback(reference, shifted, mirror=False)
    assert max(drops(plain, after), key=drops(plain, after).__getitem__) is Channel.LOCATION
    assert after.correction is Channel.LOCATION
    assert {moment.direction for moment in after.moments if moment.channel is Channel.LOCATION} == {"lower"}

    slow = give_feedback(reference, like(reference, slow=3), mirror=False)
    assert max(drops(plain, slow), key=drops(plain, slow).__getitem__) is Channel.TIMING
    assert slow.speed == pytest.approx(1 / 3, abs=0.08)

    closed = reference.features.copy()  # every finger on the wrist: a fist
    hand = closed[:, part].reshape(-1, 21, 3)
    for tip in (6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19, 20):
        hand[:, tip] = hand[:, 0] + 0.5 * (hand[:, 5] - hand[:, 0])
    closed[:, part] = hand.reshape(len(closed), -1)
    shape = give_feedback(reference, like(reference, closed), mirror=False)
    assert max(drops(plain, shape), key=drops(plain, shape).__getitem__) is Channel.SHAPE
    assert score_of(shape, Channel.MOVEMENT) == pytest.approx(100, abs=3)
    assert Channel.MOVEMENT in shape.right


def test_a_missing_other_hand(pack):
    reference = clip(pack, "Coffee")
    other = 1 - dominant_hand(prepare(reference))
    part, wrist = ((layout.LEFT_HAND, 15), (layout.RIGHT_HAND, 16))[other]
    changed = reference.features.copy()
    changed[:, part] = 0
    changed[:, wrist * 4 + 1] = 1.3
    feedback = give_feedback(reference, like(reference, changed), mirror=False)
    assert feedback.correction is Channel.OTHER_HAND
    assert any(str(moment.text) == "Your other hand is not seen here." for moment in feedback.moments)
    assert "your other hand" in str(feedback.summary)


def test_a_fault_of_a_moment_is_found_at_its_moment(pack):
    reference = clip(pack, "Please")
    right = dominant_hand(prepare(reference)) == 1
    part = layout.RIGHT_HAND if right else layout.LEFT_HAND
    wrist = layout.RIGHT_WRIST if right else layout.LEFT_WRIST
    changed = hand_moved(reference, part, wrist, (0, -0.9), slice(24, 32))
    feedback = give_feedback(reference, like(reference, changed), mirror=False)
    assert 1 <= len(feedback.moments) <= MAX_MOMENTS
    worst = max(feedback.moments, key=lambda moment: moment.excess)
    assert 0.7 <= worst.attempt_s <= 1.2
    step = step_at(feedback.pairs, worst.reference_s)
    assert feedback.pairs[step, 0] == pytest.approx(worst.reference_s, abs=0.05)
    assert [moment.reference_s for moment in feedback.moments] == sorted(
        m.reference_s for m in feedback.moments
    )


def test_left_handers_are_compared_in_the_mirror(pack):
    reference = clip(pack, "Please")
    turned = reference.features.copy()
    for columns in (layout.POSE, layout.LEFT_HAND, layout.RIGHT_HAND):
        width = 4 if columns == layout.POSE else 3
        turned[:, columns.start : columns.stop : width] *= -1
    turned[:, layout.LEFT_HAND], turned[:, layout.RIGHT_HAND] = (
        turned[:, layout.RIGHT_HAND].copy(),
        turned[:, layout.LEFT_HAND].copy(),
    )
    pose = turned[:, layout.POSE].reshape(-1, 33, 4)
    for left, right in layout.POSE_MIRROR:
        pose[:, [left, right]] = pose[:, [right, left]]
    turned[:, layout.POSE] = pose.reshape(len(turned), -1)
    feedback = give_feedback(reference, like(reference, turned))
    assert feedback.mirrored
    assert feedback.overall > 90
    assert give_feedback(reference, like(reference, turned), mirror=False).overall < 60


def test_the_path_runs_forward_through_both_clips(pack):
    feedback = give_feedback(clip(pack, "Tea"), clip(pack, "Coffee"))
    assert (np.diff(feedback.pairs, axis=0) >= 0).all()
    aligned = align(prepare(clip(pack, "Tea")), prepare(clip(pack, "Coffee")))
    assert aligned.path[0].tolist() == [0, 0]
    with pytest.raises(ValueError, match="read-only"):
        feedback.pairs[0] = 0


def test_a_clip_without_a_sign_is_said():
    empty = FeatureSequence(np.zeros((40, 540), np.float32), np.zeros((40, 4), bool), 30, 0, 1.3)
    with pytest.raises(LandmarkError, match="no hand is raised") as caught:
        prepare(empty)
    assert caught.value.code == "feedback.no_sign"


def test_scores_mean_what_they_say():
    for limits in calibration().channels.values():
        assert to_score(0, limits.median, limits.p95) == 100
        assert to_score(limits.median, limits.median, limits.p95) == pytest.approx(80)
        assert to_score(limits.p95, limits.median, limits.p95) == pytest.approx(50)
        assert to_score(50 * limits.p95, limits.median, limits.p95) < 1
    assert sum(limits.weight for limits in calibration().channels.values()) == pytest.approx(1, abs=0.01)


@pytest.mark.shared_data
def test_real_people_another_persons_good_attempt_scores_above_a_wrong_sign(shared_folder, pack):
    """A few clips of the calibration, against the shipped references; the full figures: docs/feedback.md."""
    table = pd.read_csv(shared_folder / "words" / "clips.csv")
    table = table[table["file"] == "traduttore__traduttore-model.npz"]  # three people, one course
    with np.load(shared_folder / "words" / "traduttore__traduttore-model.npz", allow_pickle=False) as data:
        frames, offsets = data["frames"], data["offsets"]
    wrong = {"Please": "coffee", "Coffee": "water", "Water": "please", "Tea": "hungry"}
    good_scores: list[float] = []
    wrong_scores: list[float] = []
    for sentence, other in wrong.items():
        for label, scores in ((sentence.lower(), good_scores), (other, wrong_scores)):
            for index in table[table["label"] == label].groupby("recorder", dropna=False).head(2)["index"]:
                raw = frames[offsets[index] : offsets[index + 1]].astype(np.float32) / 8192
                try:
                    scores.append(give_feedback(clip(pack, sentence), normalise_clip(raw, fps=15)).overall)
                except LandmarkError:
                    continue
    assert min(len(good_scores), len(wrong_scores)) >= 12
    assert np.median(good_scores) > np.median(wrong_scores) + 20
    above = np.mean([good > bad for good in good_scores for bad in wrong_scores])
    assert above > 0.9
