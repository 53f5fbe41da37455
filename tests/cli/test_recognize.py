"""`signmirror recognize` as a user runs it: real videos and recordings, and what can be wrong with a file."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
from typing import Any

import cv2
import numpy as np
import pysubs2
import pytest
from pose_format import Pose
from pympi.Elan import Eaf

from desktop_app import paths
from desktop_app.cli.common import EXIT_USER, rounded
from desktop_app.cli.main import main
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording, save_recording
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


def near(seconds: float) -> Any:
    return pytest.approx(seconds, abs=0.001)


def printed(capsys, *arguments):
    assert main(["recognize", *map(str, arguments)]) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def segments():
    """What the JSON of the built-in sample says: start, end, sentence, accepted."""
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream):
        assert main(["recognize", str(paths.sample_recording()), "--json"]) == 0
    (document,) = json.loads(stream.getvalue())
    found = [
        (one["start_s"], one["end_s"], one["results"][0]["sentence"] if one["results"] else "", one["accepted"])
        for one in document["segments"]
    ]
    assert len(found) >= 2
    return found


@pytest.mark.parametrize("kind", ["vtt", "srt"])
def test_subtitles_have_every_sign_with_its_times(capsys, segments, kind):
    text = printed(capsys, paths.sample_recording(), "--format", kind)
    assert text.startswith("WEBVTT" if kind == "vtt" else "1\n")
    lines = pysubs2.SSAFile.from_string(text, format_=kind)
    assert [(one.start / 1000, one.end / 1000, one.plaintext) for one in lines] == [
        (
            near(start),
            near(end),
            sentence if sure else f"? {sentence}".strip(),
        )
        for start, end, sentence, sure in segments
    ]


def test_a_table_has_every_sign_with_its_times(capsys, segments, tmp_path):
    text = printed(capsys, paths.sample_recording(), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(float(row["start_s"]), float(row["end_s"]), row["sentence"], row["accepted"]) for row in rows] == [
        (start, end, sentence, str(sure).lower()) for start, end, sentence, sure in segments
    ]
    target = tmp_path / "signs.csv"
    assert printed(capsys, paths.sample_recording(), "--format", "csv", "--out", target) == ""
    assert target.read_bytes() == b"\xef\xbb\xbf" + text.encode()  # spreadsheets then know that it is UTF-8


def test_an_elan_file_has_every_sign_and_names_its_film(capsys, segments, tmp_path):
    target = tmp_path / "out" / "sample.eaf"
    assert printed(capsys, paths.sample_recording(), "--format", "eaf", "--out", target) == ""
    document = Eaf(str(target))
    (media,) = document.get_linked_files()
    assert media["RELATIVE_MEDIA_URL"] == f"./{paths.sample_recording().name}"
    for tier, accepted in (("SignMirror", True), ("SignMirror (not accepted)", False)):
        found = sorted(document.get_annotation_data_for_tier(tier))
        wanted = [(start, end, text) for start, end, text, sure in segments if sure is accepted]
        assert [(start / 1000, end / 1000, text) for start, end, text in found] == [
            (near(start), near(end), text) for start, end, text in wanted
        ]
    assert "default" not in document.get_tier_names()


def test_what_was_found_can_be_imported_again(capsys, segments, tmp_path):
    shutil.copy(paths.sample_recording(), tmp_path / "film.npz")
    printed(capsys, tmp_path / "film.npz", "--format", "vtt", "--out", tmp_path / "film.vtt")
    assert main(["pack", "import", str(tmp_path / "film.vtt"), "--out", str(tmp_path / "pack"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == len(segments)


def test_several_clips_go_into_a_folder_beside_the_json(capsys, tmp_path):
    for name in ("a", "b"):
        shutil.copy(paths.sample_recording(), tmp_path / f"{name}.npz")
    clips = (tmp_path / "a.npz", tmp_path / "b.npz")
    code, document = run(capsys, *clips, "--format", "vtt")
    assert (code, "--out" in document["error"]["hint"]) == (EXIT_USER, True)
    code, documents = run(capsys, *clips, "--format", "vtt", "--out", tmp_path / "out")
    assert (code, len(documents)) == (0, 2)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.vtt", "b.vtt"]
    code, document = run(capsys, *clips, "--format", "vtt", "--out", tmp_path / "a.npz")
    assert code == EXIT_USER


def test_a_folder_stands_for_the_clips_in_it(capsys, tmp_path):
    for name in ("hello/1.npz", "hello/._1.npz", "water/2.npz", "water/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(paths.sample_recording(), tmp_path / name)
    code, documents = run(capsys, tmp_path, "--whole-clip")
    assert code == 0
    assert [document["clip"] for document in documents] == [
        str(tmp_path / "hello" / "1.npz"), str(tmp_path / "water" / "2.npz"),
    ]  # fmt: skip


def test_json_may_be_asked_for_as_a_format(capsys, tmp_path):
    assert main(["recognize", str(paths.sample_recording()), "--format", "json"]) == 0
    check_document(json.loads(capsys.readouterr().out)[0])
    assert main(["recognize", str(tmp_path / "gone.mp4"), "--format", "json"]) == EXIT_USER
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "source.missing"


def test_rows_that_are_no_torso_units_are_remarked_upon(tmp_path, capsys):
    np.save(tmp_path / "raw.npy", sign_recording())
    code, (document,) = run(capsys, tmp_path / "raw.npy", "--whole-clip")
    assert code == 0
    assert "not in torso units" in document["remarks"][0]


def test_one_frame_a_second_is_said(tmp_path, capsys):
    raw = sign_recording()[::30]
    save_recording(tmp_path / "slow.npz", raw, np.arange(len(raw), dtype=float), 4 / 3)
    _, (document,) = run(capsys, tmp_path / "slow.npz")
    assert document["remarks"][0].startswith("It has 1.0 frames a second")


def test_hands_alone_are_enough_for_letters(tmp_path, capsys):
    raw = sign_recording()
    save_pose(tmp_path / "whole.pose", LandmarkRecording(raw, np.arange(len(raw)) / 30, 4 / 3))
    pose = Pose.read((tmp_path / "whole.pose").read_bytes())
    hands = pose.get_components(["LEFT_HAND_LANDMARKS", "RIGHT_HAND_LANDMARKS"])
    with (tmp_path / "hands.pose").open("wb") as file:
        hands.write(file)
    for name in ("whole", "hands"):
        assert main(["letters", str(tmp_path / f"{name}.pose"), "--json"]) == 0
    whole, found = (json.loads(part)[0] for part in capsys.readouterr().out.replace("]\n[", "]\0[").split("\0"))
    assert found["hand_share"] == whole["hand_share"] > 0
    assert found["text"] == whole["text"]
    code, document = run(capsys, tmp_path / "hands.pose")
    assert (code, document["error"]["code"]) == (EXIT_USER, "source.hands_only")


def test_times_just_below_zero_have_no_minus():
    assert str(rounded(-1e-9)) == "0.0"
    assert (rounded(-0.25), rounded(1.23456)) == (-0.25, 1.235)
