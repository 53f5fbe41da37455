"""Real recordings: the collection, and videos of the Ghanaian alphabet."""

from __future__ import annotations

import json

import numpy as np
import pytest

from desktop_app.cli.main import main
from desktop_app.engine import layout
from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model
from desktop_app.engine.letters.reading import dominant_letter, kept_commits
from desktop_app.engine.letters.records import LetterCommit, LetterSettings
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.records import LandmarkFrame
from desktop_app.training.letters.collection import load_letters
from tests.helpers.shared import needs_shared, shared_video


@pytest.fixture(scope="module")
def model() -> OnnxLetterModel:
    return OnnxLetterModel(bundled_model("sequence"))


@pytest.mark.shared_data
def test_the_figures_of_the_shipped_model_on_people_it_knows(capsys):
    folder = needs_shared() / "letters"
    assert main(["letters-evaluate", str(folder), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["people"] == 8
    assert figures["mode"] == "sequence"
    assert figures["accuracy_still_clean"] > 0.9  # known people; strangers are in docs/letters.md
    assert figures["j_recall"] >= 0.85
    assert figures["z_recall"] >= 0.85
    assert figures["still_called_jz"] <= 0.01


@pytest.mark.shared_data
def test_recorded_streams_of_one_letter_are_read(model):
    """A stream of 400 webcam frames a letter: gaps and tremble are real."""
    collection = load_letters(needs_shared() / "letters")
    streams = [clip for clip in collection.clips if clip.kind == "stream" and CLASSES[clip.letter] in "BFLWY"]
    assert len(streams) == 5
    for clip in streams:
        tracker = LetterTracker(model, LetterSettings(dominant_left=True))
        commits = []
        for number, hand in zip(clip.index[:150] - clip.index[0], clip.frames[:150], strict=True):
            raw = np.zeros(layout.FEATURE_DIM, np.float32)
            raw[layout.LEFT_HAND] = hand.ravel()
            time_s = float(number) / 30
            commits.append(
                tracker.step(LandmarkFrame(int(number), int(1e9 + 1e9 * time_s), time_s, raw)).commit
            )
        assert dominant_letter(kept_commits(iter(commits))) == CLASSES[clip.letter]


@pytest.mark.shared_data
@pytest.mark.parametrize("letter", ["a", "j", "y"])
def test_videos_of_the_ghanaian_alphabet(letter, capsys):
    """Three of the 26; docs/letters.md has them all."""
    assert main(["letters", str(shared_video(f"ghsl_letter_{letter}")), "--json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert document["dominant"] == letter.upper()
    assert document["text"]
    times = [commit["time_s"] for commit in document["commits"]]
    assert times == sorted(times)


def test_replaced_commits_are_left_out():
    commits = [LetterCommit("A", 0.0, 0.9), None, LetterCommit("I", 1.0, 0.9), LetterCommit("J", 2.0, 0.6, 1)]
    kept = kept_commits(iter(commits))
    assert "".join(commit.letter for commit in kept) == "AJ"
    assert dominant_letter(kept) == "A"
    assert dominant_letter(()) == ""


@pytest.mark.parametrize(
    "arguments", [["letters"], ["letters", "nowhere.mp4"], ["letters-evaluate", "nowhere"]]
)
def test_what_is_missing_is_said(arguments, capsys):
    assert main([*arguments, "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["message"]
    assert error["hint"]


def test_the_steps_of_a_recording(tmp_path, capsys):
    from desktop_app import paths

    code = main(["letters", str(paths.sample_recording()), "--steps", "--mode", "frame", "--json"])
    assert code == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert len(document["steps"]) == document["frames"]
    assert {"phase", "buffer", "letter", "probability"} <= set(document["steps"][0])
    main(["letters", str(paths.sample_recording())])
    assert "most often" in capsys.readouterr().out
