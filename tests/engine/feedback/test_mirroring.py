"""The other hand: a mirrored clip, and a film turned over, are the same sign for feedback and recogniser."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import give_feedback
from desktop_app.engine.feedback.sign_features import prepare
from desktop_app.engine.packs import Pack, open_pack
from desktop_app.engine.records import FeatureSequence, Frame
from desktop_app.training.augment import mirror
from tests.helpers.scores import score_of
from tests.helpers.shared import shared_video


def mirrored_sequence(sequence: FeatureSequence) -> FeatureSequence:
    """A clip of the other-handed signer, at the same times."""
    present = sequence.present[:, [0, 2, 1, 3]].copy()  # the hands exchanged
    return replace(sequence, features=mirror(sequence.features), present=present)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return open_pack(paths.bundled_packs_dir() / "starter")


def test_twice_mirrored_is_the_same_but_for_the_face(pack):
    features = pack.features(0).features
    again = mirror(mirror(features))
    body = slice(0, layout.FACE.start)
    np.testing.assert_array_equal(again[:, body], features[:, body])
    order = layout.POSE_MIRROR_ORDER
    assert (order[order] == np.arange(layout.POSE_POINTS)).all()
    turned = mirror(features)
    np.testing.assert_array_equal(turned[:, layout.LEFT_HAND][:, 1::3], features[:, layout.RIGHT_HAND][:, 1::3])
    np.testing.assert_array_equal(
        turned[:, layout.LEFT_WRIST * 4], -features[:, layout.RIGHT_WRIST * 4] + np.float32(0)
    )


def test_the_partners_of_the_face_lie_where_a_mirror_shows_them(pack):
    face = np.concatenate(
        [pack.features(row).features[:, layout.FACE] for row in range(len(pack.clips))]
    ).reshape(-1, layout.FACE_POINTS, 3)
    mean = face[face.any(axis=(1, 2))].mean(axis=0)
    mean -= mean.mean(axis=0)
    away = np.linalg.norm(mean[layout.FACE_MIRROR_ORDER] - mean * np.array([-1, 1, 1]), axis=1)
    assert away.mean() < 0.02  # torso units; the face is 0.42 wide
    assert (
        np.linalg.norm(mean * np.array([-2, 0, 0]), axis=1).mean() > 5 * away.mean()
    )  # else nothing is turned


def test_feedback_in_the_mirror_knows_the_face(pack):
    judged = 0
    for row in range(len(pack.clips)):
        reference = pack.features(row)
        plain = give_feedback(reference, reference, mirror=False)
        turned = give_feedback(reference, mirrored_sequence(reference), mirror=True)
        assert turned.mirrored
        assert (score_of(turned, Channel.FACE) is None) == (score_of(plain, Channel.FACE) is None)
        assert turned.overall == pytest.approx(plain.overall, abs=10)
        judged += score_of(turned, Channel.FACE) is not None
    assert judged > 0


def test_the_shipped_recogniser_answers_a_mirrored_clip_alike(pack):
    """So the stronger hand of the settings has nothing to change in front of the encoder."""
    from desktop_app.cli.engine import build_recogniser

    recogniser = build_recogniser(("starter",))
    for row in range(0, len(pack.clips), 3):
        plain = recogniser.recognise(pack.features(row))
        turned = recogniser.recognise(mirrored_sequence(pack.features(row)))
        assert plain.best is not None
        assert turned.best is not None
        assert turned.best.sentence == plain.best.sentence
        assert turned.best.similarity == pytest.approx(plain.best.similarity, abs=1e-3)


def tracked(name: str, *, flipped: bool) -> FeatureSequence:
    from desktop_app.engine.sources.factory import open_source_spec
    from desktop_app.engine.tracking.holistic import HolisticExtractor
    from desktop_app.engine.tracking.live import LiveTracker
    from desktop_app.engine.tracking.offline import iterate, whole_sequence

    source, tracker, extractor, rows = (
        open_source_spec(str(shared_video(name)), realtime=False),
        LiveTracker(),
        HolisticExtractor(),
        [],
    )
    source.open()
    try:
        for frame in iterate(source):
            assert isinstance(frame, Frame)
            picture = np.ascontiguousarray(frame.bgr[:, ::-1]) if flipped else frame.bgr
            turned = Frame(frame.frame_id, frame.captured_ns, picture, frame.position_s)
            rows.append(tracker.step(extractor.extract(turned)).row)
    finally:
        source.close()
        extractor.close()
    return whole_sequence(rows)


@pytest.mark.shared_data
def test_a_film_that_was_turned_over_is_the_same_sign_mirrored():
    plain, flipped = (tracked("ghsl_sign_bed", flipped=flipped) for flipped in (False, True))
    one, other = prepare(plain), prepare(mirrored_sequence(flipped))
    assert one.face is not None
    assert other.face is not None
    rows = min(len(plain.features), len(flipped.features))
    from desktop_app.engine.feedback.sign_features import _face

    faces = [
        _face(clip.features[:rows].astype(np.float64), clip.present[:rows])
        for clip in (plain, mirrored_sequence(flipped), flipped)
    ]
    assert faces[0] is not None
    assert faces[1] is not None
    assert faces[2] is not None
    turned = np.corrcoef(faces[0].ravel(), faces[1].ravel())[0, 1]
    unturned = np.corrcoef(faces[0].ravel(), faces[2].ravel())[0, 1]
    assert turned > 0.6
    assert turned > unturned + 0.2
    feedback = give_feedback(plain, flipped, mirror=True)
    assert feedback.overall > 75
    assert give_feedback(plain, flipped).mirrored
