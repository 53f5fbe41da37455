"""Collections and tables for training and measuring."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from desktop_app.training.collections import ArrayReader, read_collection
from desktop_app.training.corpora.gislr import read_clip
from desktop_app.training.corpora.keypoints import COLUMNS, read_take
from desktop_app.training.dataset import load_dataset
from desktop_app.training.letters.collection import load_letters
from desktop_app.training.manifest import read_manifest, write_manifest
from desktop_app.training.preprocess import METADATA, STATISTICS
from desktop_app.training.statistics import StatisticsBuilder
from tests.fuzz.registry import target
from tests.helpers.models import made_up_sign
from tests.helpers.people import person_clip
from tests.training.collection import save_clips
from tests.training.corpora_samples import write_parquet
from tests.training.letters import made_up


def _arrays(folder: Path) -> None:
    save_clips(folder / "ama.npz", [person_clip(5), person_clip(4)])
    (folder / "clips.csv").write_text(
        "file,index,label,fps,aspect\nama.npz,0,hello,30,1.5\nama.npz,1,bye,25,\n"
    )


@target("arrays", _arrays)
def arrays(folder: Path) -> None:
    reader = ArrayReader()
    for job in read_collection(folder):
        reader.read(job.path, job.index)


def _wlasl(folder: Path) -> None:
    (folder / "videos").mkdir()
    (folder / "videos" / "00001.mp4").write_bytes(b"video")
    instance = {
        "fps": 25,
        "frame_start": 1,
        "frame_end": -1,
        "signer_id": 4,
        "video_id": "00001",
        "split": "train",
    }
    document = [{"gloss": "book", "instances": [instance]}]
    (folder / "WLASL_v0.3.json").write_text(json.dumps(document))


def _asl_citizen(folder: Path) -> None:
    for name in ("splits", "videos"):
        (folder / name).mkdir()
    (folder / "videos" / "a.mp4").write_bytes(b"video")
    (folder / "splits" / "train.csv").write_text(
        "Participant ID,Video file,Gloss,ASL-LEX Code\nP0,a.mp4,DOG1,A_01\n"
    )


def _signtalk(folder: Path) -> None:
    (folder / "videos").mkdir()
    (folder / "videos" / "12A.mp4").write_bytes(b"video")
    (folder / "metadata.csv").write_text("Video ID,Sentence,Category,Variant\n12,I am ill,Health,\n")


@target("corpora", _wlasl, _asl_citizen, _signtalk)
def corpora(folder: Path) -> None:
    read_collection(folder)


def _keypoints(folder: Path) -> None:
    for sign in ("hello", "bye"):
        (folder / sign / "0").mkdir(parents=True)
        for frame in range(2):
            np.save(folder / sign / "0" / f"{frame}.npy", np.full(COLUMNS, 0.1))
    np.save(folder / "bye" / "1.npy", np.full((2, COLUMNS), 0.1, np.float32))


@target("keypoints", _keypoints)
def keypoints(folder: Path) -> None:
    for job in read_collection(folder):
        if job.kind == "keypoints":
            read_take(job.path)


@target("parquet", lambda folder: write_parquet(folder / "a.parquet", person_clip(2), aspect=1.5))
def parquet(folder: Path) -> None:
    read_clip(folder / "a.parquet")


def _dataset(folder: Path) -> None:
    builder = StatisticsBuilder()
    builder.add(made_up_sign(1, 12).features, 0.5)
    builder.save(folder / STATISTICS)
    np.save(folder / "a.npy", made_up_sign(1, 12).features)
    header = "clip_id,feature_path,sentence_id,sentence,category,signer_id,video_file,num_frames,motion_mean"
    (folder / METADATA).write_text(f"{header}\na,a.npy,0,Hello,x,ama,a.mp4,12,0.5\n")


@target("dataset", _dataset)
def dataset(folder: Path) -> None:
    for clip in load_dataset(folder).clips:
        clip.features()


@target("letters-collection", lambda folder: made_up.write_collection(folder))
def letters_collection(folder: Path) -> None:
    load_letters(folder)


def _manifest(folder: Path) -> None:
    (folder / "global_stats.npz").write_bytes(b"x")
    write_manifest(folder, {"a": {"b": 1}})


@target("manifest", _manifest)
def manifest(folder: Path) -> None:
    read_manifest(folder)
