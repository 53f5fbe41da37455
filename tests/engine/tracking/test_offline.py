"""Recordings through the live pipeline in lockstep, with a recogniser that only listens."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.records import FeatureSequence, Prediction
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.feature_clip import FeatureClipSource
from desktop_app.engine.sources.recording import save_recording
from desktop_app.engine.tracking.features import TORSO_540, normalise_clip
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import ClipReader, recognise_clip
from desktop_app.errors import SourceError
from tests.helpers.people import person_clip, sign_recording


class Listener:
    """Takes every sequence and answers nothing."""

    def __init__(self) -> None:
        self.heard: list[FeatureSequence] = []

    def recognise(self, sequence: FeatureSequence, top_k: int = 5) -> Prediction:
        self.heard.append(sequence)
        return Prediction((), False, "low_similarity", 0.0, sequence.start_s, sequence.end_s, 0.0, 0.0)


def no_extractor():
    raise AssertionError("a landmark recording needs no extractor")


def read(path, *, whole_clip=False):
    listener = Listener()
    report = recognise_clip(
        path.name,
        open_source_spec(str(path), realtime=False),
        ClipReader(no_extractor),
        LiveTracker(TORSO_540),
        listener,
        whole_clip=whole_clip,
    )
    return report, listener.heard


def write(path, raw, fps=25.0):
    save_recording(path, raw, np.arange(len(raw)) / fps, 4 / 3)
    return path


def test_signs_of_a_recording(tmp_path):
    report, heard = read(write(tmp_path / "two.npz", sign_recording(signs=2, fps=25.0)))
    assert len(report.predictions) == len(heard) == 2
    assert report.fps == pytest.approx(25.0, abs=0.1)
    assert report.seconds == pytest.approx(6.0, abs=0.1)
    assert report.person_share == 1.0
    assert report.predictions[0].end_s < report.predictions[1].start_s


def test_whole_clip_is_one_answer_at_30_rows_a_second(tmp_path):
    report, heard = read(write(tmp_path / "two.npz", sign_recording(signs=2, fps=25.0)), whole_clip=True)
    assert len(report.predictions) == 1
    assert len(heard[0].features) == pytest.approx(6.0 * 30, abs=3)


def test_a_clip_cut_to_one_sign_needs_no_rest(tmp_path):
    still = person_clip(frames=1).repeat(30, axis=0)
    report, heard = read(write(tmp_path / "held.npz", still))
    assert len(report.predictions) == 1
    assert len(heard[0].features) == pytest.approx(30 / 25 * 30, abs=2)


def test_nobody_in_the_picture_gives_no_answer(tmp_path):
    report, heard = read(write(tmp_path / "empty.npz", np.zeros((40, 540), np.float32)))
    assert report.person_share == 0
    assert not heard


def test_feature_clips_are_not_normalised_twice(tmp_path):
    clip = normalise_clip(sign_recording(), fps=30)
    np.save(tmp_path / "clip.npy", clip.features)
    listener = Listener()
    report = recognise_clip(
        "clip.npy",
        FeatureClipSource(tmp_path / "clip.npy", 30.0),
        ClipReader(no_extractor),
        LiveTracker(TORSO_540, already_normalised=True),
        listener,
        whole_clip=True,
    )
    assert report.frames == len(clip.features)
    np.testing.assert_allclose(listener.heard[0].features, clip.features, atol=1e-6)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((10, 539), np.float32),
        np.full((10, 540), np.nan, np.float32),
        np.zeros((0, 540), np.float32),
        np.array([{"a": 1}], dtype=object),
    ],
    ids=["width", "nan", "empty", "pickle"],
)
def test_bad_feature_clips_are_refused_in_words(tmp_path, array):
    np.save(tmp_path / "bad.npy", array, allow_pickle=True)
    with pytest.raises(SourceError) as caught:
        FeatureClipSource(tmp_path / "bad.npy", 30.0).open()
    assert str(caught.value.message)
    assert caught.value.hint
