"""Clips, landmark recordings, pictures and what a learner sends to a teacher."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from desktop_app.engine.attempts.files import read_attempt, write_attempt
from desktop_app.engine.cv import cv2
from desktop_app.engine.sources.images import ImageFolderSource
from desktop_app.engine.sources.pose_file import load_pose, save_pose
from desktop_app.engine.sources.recording import (
    LandmarkRecording,
    load_feature_clip,
    load_recording,
    save_recording,
)
from desktop_app.engine.tracking.features import normalise_clip
from desktop_app.files import sha256
from tests.engine.attempts.sent import noted
from tests.fuzz.registry import Files, target
from tests.helpers.people import person_clip

RAW = person_clip(6)
TIMES = np.arange(6) / 30


@target(
    "npy",
    lambda folder: np.save(folder / "clip.npy", RAW),
    lambda folder: np.save(folder / "clip.npy", np.asfortranarray(RAW.astype(np.float64))),
)
def npy(folder: Path) -> None:
    load_feature_clip(folder / "clip.npy")


@target(
    "npz",
    lambda folder: save_recording(folder / "clip.npz", RAW, TIMES, 1.5),
    lambda folder: save_recording(folder / "clip.npz", RAW, TIMES, 1.5, compact=True),
)
def npz(folder: Path) -> None:
    recording = load_recording(folder / "clip.npz")
    normalise_clip(recording.raw, fps=recording.fps, aspect=recording.aspect)


@target("pose", lambda folder: save_pose(folder / "clip.pose", LandmarkRecording(RAW, TIMES, 1.5)))
def pose(folder: Path) -> None:
    recording = load_pose(folder / "clip.pose")
    normalise_clip(recording.raw, fps=recording.fps, aspect=recording.aspect)


def _picture(suffix: str) -> bytes:
    return bytes(cv2.imencode(suffix, np.arange(24 * 32 * 3, dtype=np.uint8).reshape(24, 32, 3))[1])


@target(
    "pictures",
    lambda folder: (folder / "a.png").write_bytes(_picture(".png")),
    lambda folder: (folder / "a.jpg").write_bytes(_picture(".jpg")),
    lambda folder: (folder / "a.bmp").write_bytes(_picture(".bmp")),
)
def pictures(folder: Path) -> None:
    source = ImageFolderSource(folder, realtime=False)
    source.open()
    source.read()
    source.close()


def _sealed_attempt(members: Files) -> Files:
    """try.json with the sizes and digests of the other members."""
    try:
        document = json.loads(members["try.json"])
        for name, entry in document["members"].items():
            entry.update(bytes=len(members[name]), sha256=sha256(members[name]))
        return {**members, "try.json": json.dumps(document).encode()}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        return members


@target("signtry", lambda folder: write_attempt(folder / "a.signtry", noted()), repair=_sealed_attempt)
def signtry(folder: Path) -> None:
    read_attempt(folder / "a.signtry")
