"""`signmirror recognize` as a user runs it: real videos and recordings, and what can be wrong with a file."""

from __future__ import annotations

import json
import shutil

import cv2
import numpy as np
import pytest

from desktop_app import paths
from desktop_app.cli.common import EXIT_USER
from desktop_app.cli.main import main
from desktop_app.engine.tracking.features import normalise_clip
from tests.helpers.people import sign_recording
from tests.helpers.shared import shared_video

CLIP_FIELDS = {"clip", "frames", "fps", "seconds", "person_share", "segments"}
SEGMENT_FIELDS = {"start_s", "end_s", "motion_mean", "accepted", "rejection_reason", "results"}
RESULT_FIELDS = {
    "sentence_id", "sentence", "category", "video_file", "similarity", "confidence", "raw_similarity",
    "proto_similarity", "motion_mean", "accepted", "rejection_reason", "dtw_distance", "dtw_score",
}  # fmt: skip
REASONS = {None, "low_motion", "low_similarity", "ambiguous_top2", "prototype_disagreement"}


def run(capsys, *arguments):
    code = main(["recognize", *map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def check_document(document):
    assert set(document) == CLIP_FIELDS
    for segment in document["segments"]:
        assert set(segment) == SEGMENT_FIELDS
        assert 0 <= segment["start_s"] < segment["end_s"] <= document["seconds"] + 0.1
        similarities = [result["similarity"] for result in segment["results"]]
        reranked = [result["dtw_score"] is not None for result in segment["results"]]
        assert similarities == sorted(similarities, reverse=True) or not all(reranked)
        for result in segment["results"]:
            assert set(result) >= RESULT_FIELDS
            assert result["rejection_reason"] in REASONS
            assert result["accepted"] == (result["rejection_reason"] is None)


def test_the_built_in_sample(capsys):
    code, (document,) = run(capsys, paths.sample_recording())
    assert code == 0
    check_document(document)
    expected = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
    for sign in expected:
        overlapping = [
            segment
            for segment in document["segments"]
            if segment["start_s"] < sign["end_s"] and segment["end_s"] > sign["start_s"]
        ]
        assert len(overlapping) == 1, f"{sign['sentence']} was not found as one sign"


@pytest.mark.parametrize("name", ["asl_hello.mp4", "ghsl_sign_water.mp4"])
def test_real_videos(capsys, name):
    code, (document,) = run(capsys, shared_video(name.removesuffix(".mp4")), "--top-k", "6")
    assert code == 0
    check_document(document)
    assert document["person_share"] > 0.95
    assert document["segments"]
    wanted = name.removesuffix(".mp4").rpartition("_")[2]
    best = document["segments"][0]["results"]
    assert any(result["sentence"].lower() == wanted for result in best), [r["sentence"] for r in best]


def test_whole_clip_of_features_and_top_k(tmp_path, capsys):
    np.save(tmp_path / "clip.npy", normalise_clip(sign_recording(), fps=30).features)
    code, (document,) = run(capsys, tmp_path / "clip.npy", "--whole-clip", "--top-k", "3")
    assert code == 0
    check_document(document)
    (segment,) = document["segments"]
    assert len(segment["results"]) == 3
    assert len({result["sentence"] for result in segment["results"]}) == 3


def test_a_still_picture_is_low_motion(tmp_path, capsys):
    still = np.repeat(normalise_clip(sign_recording(), fps=30).features[:1], 60, axis=0)
    np.save(tmp_path / "still.npy", still)
    _, (document,) = run(capsys, tmp_path / "still.npy", "--whole-clip")
    assert document["segments"][0]["rejection_reason"] == "low_motion"
    assert document["segments"][0]["results"] == []


def test_a_video_without_a_person_is_no_error(tmp_path, capsys):
    path = tmp_path / "wall.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, (320, 240))
    for _ in range(20):
        writer.write(np.full((240, 320, 3), 127, np.uint8))
    writer.release()
    code, (document,) = run(capsys, path)
    assert code == 0
    assert document["person_share"] == 0
    assert document["segments"] == []


def write_bad(kind, folder):
    path = folder / f"bad{'.npy' if kind in ('width', 'nan', 'pickle') else '.mp4'}"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("this is no video\n" * 50)
    elif kind == "truncated":
        whole = folder / "whole.mp4"
        writer = cv2.VideoWriter(str(whole), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, (320, 240))
        for i in range(60):
            writer.write(np.full((240, 320, 3), 2 * i, np.uint8))
        writer.release()
        path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 3])  # the index at the end is gone
    elif kind == "width":
        np.save(path, np.zeros((30, 539), np.float32))
    elif kind == "nan":
        np.save(path, np.full((30, 540), np.nan, np.float32))
    elif kind == "pickle":
        np.save(path, np.array([{"frames": 1}], dtype=object), allow_pickle=True)
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "truncated", "width", "nan", "pickle"])
def test_bad_files_get_a_sentence_and_a_next_step(kind, tmp_path, capsys):
    code, document = run(capsys, write_bad(kind, tmp_path))
    assert code == EXIT_USER
    error = document["error"]
    assert error["message"].endswith(".")
    assert error["hint"]
    assert "Traceback" not in error["message"]


def test_one_bad_file_does_not_lose_the_others(tmp_path, capsys):
    bad = write_bad("text", tmp_path)
    good = tmp_path / "good.npz"
    shutil.copy(paths.sample_recording(), good)
    code, (first, second) = run(capsys, bad, good)
    assert code == EXIT_USER
    assert set(first) == {"clip", "error"}
    check_document(second)


def test_unknown_pack_names_the_installed_ones(capsys):
    code, document = run(capsys, paths.sample_recording(), "--pack", "klingon")
    assert code == EXIT_USER
    assert "klingon" in document["error"]["message"]
    assert "starter" in document["error"]["hint"]
