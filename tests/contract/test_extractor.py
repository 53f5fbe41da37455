"""Landmark extractors, the real one and the fakes, keep the same promises; and what MediaPipe itself does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.records import Frame
from desktop_app.engine.sources.video import VideoSource
from desktop_app.engine.tracking.holistic import HandsExtractor, HolisticExtractor
from tests.helpers.fakes import FakeExtractor, person
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.shared import shared_video

MAKERS: dict[str, Callable[[], LandmarkExtractor]] = {
    "holistic": HolisticExtractor,
    "hands": HandsExtractor,
    "replay": lambda: ReplayExtractor({0: person(0.4)}),
    "fake": FakeExtractor,
}
# Of the picture's width; MediaPipe promises no equal last digits. Traces of another clip are far larger.
SAME = 1e-5


@pytest.fixture(params=list(MAKERS))
def extractor(request: pytest.FixtureRequest) -> Iterator[LandmarkExtractor]:
    made = MAKERS[request.param]()
    yield made
    made.close()


@pytest.fixture(scope="module")
def holistic() -> Iterator[HolisticExtractor]:
    made = HolisticExtractor()
    yield made
    made.close()


def blank(width: int = 64, height: int = 48, frame_id: int = 0) -> Frame:
    return Frame(frame_id, 5_000_000_000, np.zeros((height, width, 3), np.uint8), 1.25)


def video_frames(name: str, count: int) -> list[Frame]:
    source = VideoSource(shared_video(name), realtime=False)
    source.open()
    found = [source.read() for _ in range(count)]
    source.close()
    return found


def test_ids_times_and_aspect_come_from_the_frame(extractor: LandmarkExtractor) -> None:
    frame = blank(width=96, frame_id=7)
    found = extractor.extract(frame)
    assert (found.frame_id, found.captured_ns, found.position_s) == (7, 5_000_000_000, 1.25)
    assert found.aspect == 2.0
    assert found.raw.shape == (layout.FEATURE_DIM,)
    assert not found.raw.flags.writeable
    assert np.isfinite(found.raw).all()


def test_reset_at_any_time(extractor: LandmarkExtractor) -> None:
    extractor.reset()
    extractor.extract(blank())
    extractor.reset()
    extractor.reset()
    extractor.extract(blank())


def test_close_twice_and_refuse_afterwards(extractor: LandmarkExtractor) -> None:
    extractor.extract(blank())
    extractor.close()
    extractor.close()
    with pytest.raises(RuntimeError):
        extractor.extract(blank())
    with pytest.raises(RuntimeError):
        extractor.reset()


def test_holistic_sees_nobody_in_a_blank_picture(holistic: HolisticExtractor) -> None:
    found = holistic.extract(blank(640, 480))
    assert not found.raw.any()
    assert found.face_mesh.shape == (0, 3)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (15, 400), (16, 16), (37, 91), (1283, 719)])
def test_holistic_takes_any_size(holistic: HolisticExtractor, width: int, height: int) -> None:
    assert not holistic.extract(blank(width, height)).raw.any()


@pytest.mark.shared_data
def test_the_four_parts_of_a_person(holistic: HolisticExtractor) -> None:
    holistic.reset()
    found = [holistic.extract(frame) for frame in video_frames("ghsl_sign_water", 45)][-1]
    assert found.present.tolist() == [True, False, True, True]  # signs with the right hand
    assert found.face_mesh.shape == (layout.FACE_MESH_POINTS, 3)
    np.testing.assert_array_equal(found.face, found.face_mesh[::5])
    pose = found.pose
    assert pose[layout.NOSE, 1] < pose[layout.LEFT_SHOULDER, 1] < pose[layout.LEFT_HIP, 1]
    # Unmirrored: the person's own left is on the right of the picture.
    assert pose[layout.LEFT_SHOULDER, 0] > pose[layout.RIGHT_SHOULDER, 0]
    assert ((pose[:, 3] >= 0) & (pose[:, 3] <= 1)).all()
    wrist = pose[layout.RIGHT_WRIST, :2]
    assert np.hypot(*(found.right_hand[0, :2] - wrist)) < 0.1


@pytest.mark.shared_data
def test_a_mirrored_picture_swaps_the_hands(holistic: HolisticExtractor) -> None:
    frames = video_frames("ghsl_sign_family", 30)
    flipped = [Frame(f.frame_id, f.captured_ns, f.bgr[:, ::-1].copy(), f.position_s) for f in frames]
    hands = []
    for clip in (frames, flipped):
        holistic.reset()
        hands.append(np.sum([holistic.extract(frame).present[1:3] for frame in clip], axis=0))
    (left, right), (left_flipped, right_flipped) = hands
    assert right >= 10
    assert left_flipped >= 10
    assert max(left, right_flipped) <= 3


@pytest.mark.shared_data
def test_reset_makes_a_clip_independent_of_the_one_before(holistic: HolisticExtractor) -> None:
    first, other = video_frames("ghsl_sign_family", 12), video_frames("asl_hello", 8)
    holistic.reset()
    alone = np.stack([holistic.extract(frame).raw for frame in first])
    for frame in other:
        holistic.extract(frame)
    holistic.reset()
    after = np.stack([holistic.extract(frame).raw for frame in first])
    np.testing.assert_allclose(alone, after, atol=SAME)


@pytest.mark.shared_data
def test_the_warm_up_changes_nothing() -> None:
    frames = video_frames("ghsl_sign_family", 6)
    runs = []
    for warm_up in (True, False):
        extractor = HolisticExtractor(warm_up=warm_up)
        runs.append(np.stack([extractor.extract(frame).raw for frame in frames]))
        extractor.close()
    np.testing.assert_allclose(runs[0], runs[1], atol=SAME)


@pytest.mark.shared_data
def test_hands_alone_finds_the_hand_that_holistic_finds(holistic: HolisticExtractor) -> None:
    frames = video_frames("ghsl_letter_b", 110)[80:]
    holistic.reset()
    hands = HandsExtractor()
    try:
        pairs = [(holistic.extract(frame), hands.extract(frame)) for frame in frames]
    finally:
        hands.close()
    seen = [(whole.right_hand, alone.right_hand) for whole, alone in pairs if whole.present[2]]
    assert len(seen) >= 10
    assert sum(alone.any() for _, alone in seen) >= 0.8 * len(seen)  # named as the signer's right, too
    close = [np.abs(whole - alone)[:, :2].mean() < 0.03 for whole, alone in seen if alone.any()]
    assert np.mean(close) >= 0.8
    assert not any(alone.present[0] or alone.present[1] or alone.present[3] for _, alone in pairs)
