"""Preprocessing: features, gate with reasons, statistics, going on after a stop."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine import layout
from desktop_app.engine.tracking.features import normalise_clip, resample
from desktop_app.errors import DatasetError
from desktop_app.training.collections import read_collection
from desktop_app.training.dataset import Dataset, load_dataset
from desktop_app.training.gate import ClipQualityLimits
from desktop_app.training.preprocess import PreprocessReport, PreprocessSettings, preprocess
from desktop_app.training.statistics import load_statistics
from tests.helpers.shared import shared_video
from tests.training.collection import save_clips, sign_clip, write_collection


def run(
    source: Path, out: Path, settings: PreprocessSettings | None = None, workers: int = 1
) -> PreprocessReport:
    steps = list(preprocess(read_collection(source), out, settings or PreprocessSettings(), workers))
    assert isinstance(steps[-1], PreprocessReport)
    assert steps[:-1] == [None] * (len(steps) - 1)
    return steps[-1]


def test_metadata_has_the_columns_of_the_contract(dataset: Dataset):
    table = pd.read_csv(dataset.folder / "processed_metadata.csv")
    for column in (
        "video_file", "feature_path", "num_frames", "sentence_id", "sentence", "category", "signer_id",
        "motion_mean", "motion_p95", "mean_visibility", "fps", "aspect",
    ):  # fmt: skip
        assert column in table.columns
    assert (table["num_frames"] == 47).all()  # 24 frames at 15 a second are 23 steps of two rows
    assert set(table["fps"]) == {15.0}
    assert table["aspect"].round(4).unique().tolist() == [1.3333]


def test_features_are_those_of_the_live_code(dataset: Dataset, collection: Path):
    clip = dataset.clips[0]
    raw = sign_clip("circle", 0, 0)
    raw = np.round(raw * 8192).astype(np.int16).astype(np.float32) / np.float32(8192)
    expected = resample(normalise_clip(raw, fps=15.0)).features
    np.testing.assert_array_equal(clip.features(), expected)
    assert clip.features().dtype == np.float32
    del collection


def test_statistics_are_population_figures_over_all_rows(dataset: Dataset):
    rows = np.concatenate([clip.features() for clip in dataset.clips]).astype(np.float64)
    np.testing.assert_allclose(dataset.mean, rows.mean(axis=0), atol=1e-5)
    np.testing.assert_allclose(dataset.std, np.maximum(rows.std(axis=0), 1e-4), atol=1e-5)
    with np.load(dataset.folder / "global_stats.npz", allow_pickle=False) as data:
        assert data["seq_lengths"].dtype == np.int32
        assert data["seq_lengths"].sum() == len(rows)
        assert data["motion_means"].shape == (len(dataset.clips),)


def bad_clips(folder: Path) -> None:
    good = sign_clip("wave", 0, 0)
    nobody, half, dim, still = good.copy(), good.copy(), good.copy(), np.repeat(good[:1], 24, axis=0)
    nobody[:, layout.POSE] = 0
    half[:15] = 0
    dim[:, layout.VISIBILITY_COLUMNS] = 0.2
    save_clips(folder / "a.npz", [good, nobody, half, dim, still, good[:5], good[:0]])
    rows = [{"clip_id": f"c{i}", "file": "a.npz", "index": i, "label": "wave"} for i in range(8)]
    rows.append({"clip_id": "c8", "file": "a.npz", "index": 0, "label": " "})
    pd.DataFrame(rows).to_csv(folder / "clips.csv", index=False)


def test_every_refused_clip_is_listed_with_its_reason(tmp_path: Path):
    bad_clips(tmp_path)
    report = run(tmp_path, tmp_path / "out")
    table = pd.read_csv(tmp_path / "out" / "low_quality_videos.csv").set_index("clip_id")
    assert table["reason"].to_dict() == {
        "c1": "no_person",
        "c2": "few_landmarks",
        "c3": "low_visibility",
        "c4": "low_motion",
        "c5": "too_few_frames",
        "c6": "no_frames",
        "c7": "unreadable",
        "c8": "no_label",
    }
    assert report.kept == 1
    assert sum(report.rejected.values()) == 8
    assert "asks for number 7" in str(table.loc["c7", "detail"])


def test_all_refused_is_an_error_that_counts_reasons(tmp_path: Path):
    bad_clips(tmp_path)
    with pytest.raises(DatasetError, match="too_few_frames"):
        run(tmp_path, tmp_path / "out", PreprocessSettings(ClipQualityLimits(min_frames=48)))


def test_going_on_takes_over_what_is_done(collection: Path, tmp_path: Path):
    first = run(collection, tmp_path)
    stamps = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "features").iterdir()}
    missing = tmp_path / "features" / "ben-wave-0.npy"
    missing.unlink()
    log = tmp_path / "progress.jsonl"
    log.write_text(log.read_text() + '{"clip_id": "half a li')  # as a stop in the middle leaves it
    again = run(collection, tmp_path)
    assert again.kept == first.kept
    assert again.reused == first.kept - 1
    after = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "features").iterdir()}
    assert {name for name in after if after[name] != stamps[name]} == {missing.name}


def test_other_settings_start_anew(collection: Path, tmp_path: Path):
    run(collection, tmp_path)
    again = run(collection, tmp_path, PreprocessSettings(unknown_fps=20))
    assert again.reused == 0
    assert load_dataset(tmp_path).clips[0].num_frames == 35  # 23 steps at 20 a second are 34.5 rows


def test_several_processes_give_the_same_files(collection: Path, dataset: Dataset, tmp_path: Path):
    before = threading.enumerate()
    run(collection, tmp_path, workers=2)
    assert threading.enumerate() == before  # the pool has ended with the run
    for name in ("processed_metadata.csv", "low_quality_videos.csv"):
        assert (tmp_path / name).read_bytes() == (dataset.folder / name).read_bytes()
    for first, second in zip(
        load_statistics(tmp_path / "global_stats.npz"), (dataset.mean, dataset.std), strict=True
    ):
        np.testing.assert_array_equal(first, second)


def test_a_corrected_label_is_taken_over(tmp_path: Path):
    folder = write_collection(tmp_path / "words", idle=False)
    run(folder, tmp_path / "out")
    table = (folder / "clips.csv").read_text().replace(",down,", ",drop,")
    (folder / "clips.csv").write_text(table)
    run(folder, tmp_path / "out")
    assert load_dataset(tmp_path / "out").sentences == ["circle", "drop", "wave"]


@pytest.mark.shared_data
def test_a_real_video_becomes_a_clip(tmp_path: Path):
    (tmp_path / "list.csv").write_text(
        f"file,sentence,signer_id\n{shared_video('asl_hello')},hello,someone\nnowhere.mp4,bye,nobody\n"
    )
    report = run(tmp_path / "list.csv", tmp_path / "out")
    (clip,) = load_dataset(tmp_path / "out").clips
    assert report.rejected == {"unreadable": 1}
    rows = clip.features()
    assert len(rows) == clip.num_frames > 20
    assert np.isfinite(rows).all()
