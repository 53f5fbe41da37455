"""Small collections in the layouts of public corpora, made on the spot."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from tests.helpers.people import person_clip
from tests.helpers.videos import shade, write_video

FRAMES = 40


def tiny_video(path: Path, frames: int = FRAMES) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_video(path, [shade(i % 20) for i in range(frames)])


def write_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def signtalk(folder: Path) -> Path:
    """Two sentences in two variants, one of which is not there, and a video that the table does not know."""
    for name in ("12A", "12B", "184C", "7A"):
        tiny_video(folder / "videos" / f"{name}.mp4")
    write_csv(
        folder / "metadata.csv",
        [
            {"Video ID": "12", "Sentence": "I am ill, doctor", "Category": "Health", "Variant": ""},
            {"Video ID": "184C", "Sentence": "Where is the ward?", "Category": "Places", "Variant": "C"},
            {"Video ID": "200A", "Sentence": "Thank you", "Category": "Polite", "Variant": "A"},
        ],
    )
    return folder


def asl_citizen(folder: Path) -> Path:
    """Two participants in two splits; one video was not fetched."""
    for number, split in enumerate(("train", "test")):
        rows = []
        for sign in ("DOG1", "APPLE"):
            name = f"{number}{sign}-{sign.lower()}.mp4"
            tiny_video(folder / "videos" / name)
            rows.append(
                {"Participant ID": f"P{number}", "Video file": name, "Gloss": sign, "ASL-LEX Code": "A_01"}
            )
        rows.append(
            {
                "Participant ID": f"P{number}",
                "Video file": f"gone{number}.mp4",
                "Gloss": "CAT",
                "ASL-LEX Code": "",
            }
        )
        write_csv(folder / "splits" / f"{split}.csv", rows)
    return folder


def wlasl(folder: Path) -> Path:
    """A clip within a longer video, one that was cut out already, one whole, and one that vanished."""
    tiny_video(folder / "videos" / "00001.mp4", 60)
    tiny_video(folder / "videos" / "00002.mp4", 30)
    tiny_video(folder / "videos" / "00003.mp4", 30)

    def instance(video: str, start: int, end: int, signer: int) -> dict[str, Any]:
        return {
            "bbox": [0, 0, 64, 48], "fps": 25, "frame_start": start, "frame_end": end, "instance_id": 0,
            "signer_id": signer, "source": "web", "split": "train", "url": "", "variation_id": 0,
            "video_id": video,
        }  # fmt: skip

    document = [
        {"gloss": "book", "instances": [instance("00001", 11, 50, 4), instance("00002", 101, 130, 9)]},
        {"gloss": "drink", "instances": [instance("00003", 1, -1, 4), instance("00004", 1, -1, 5)]},
    ]
    (folder / "WLASL_v0.3.json").write_text(json.dumps(document))
    return folder


def folders(folder: Path) -> Path:
    """The signer from a sub-folder, from a prefix, and unknown."""
    for name in ("good_day/ann/one.mp4", "good_day/ben__two.mp4", "thanks/three.mp4"):
        tiny_video(folder / name)
    return folder


def keypoints(folder: Path) -> Path:
    """Two signs in two takes of 30 arrays each, and a take whose eleventh frame is missing."""
    for sign, speed in (("hello", 1.0), ("thank_you", 0.5)):
        for take in range(2):
            write_frames(folder / sign / str(take), person_clip(30, speed=speed))
    write_frames(folder / "hello" / "10", person_clip(30, speed=1.2))
    (folder / "hello" / "10" / "11.npy").unlink()
    return folder


def write_frames(folder: Path, raw: FloatArray) -> None:
    """One array of 1,662 numbers a frame: pose, face, left hand, right hand."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, row in enumerate(raw):
        mesh = _mesh(row[layout.FACE].reshape(-1, 3), 4 / 3)
        mesh[list(layout.FACE_INDICES)] = row[layout.FACE].reshape(-1, 3)
        parts = (row[layout.POSE], mesh.ravel(), row[layout.LEFT_HAND], row[layout.RIGHT_HAND])
        np.save(folder / f"{number}.npy", np.concatenate(parts).astype(np.float64))


def gislr(folder: Path, *, aspect: float = 9 / 16) -> Path:
    """Two participants with two signs each, and a row whose file was not fetched."""
    rows = []
    for number, (participant, sign, speed) in enumerate(
        [(26734, "blow", 1.0), (26734, "wait", 0.5), (28656, "blow", 1.1), (28656, "wait", 0.6)]
    ):
        path = f"train_landmark_files/{participant}/{1000 + number}.parquet"
        clip = person_clip(30, speed=speed)
        if number == 0:
            clip[5:8, layout.LEFT_HAND] = 0  # not seen for three frames
        write_parquet(folder / path, clip, aspect=aspect)
        rows.append({"path": path, "participant_id": participant, "sequence_id": 1000 + number, "sign": sign})
    rows.append({**rows[0], "path": "train_landmark_files/26734/9.parquet", "sequence_id": 9})
    write_csv(folder / "train.csv", rows)
    return folder


def write_parquet(path: Path, raw: FloatArray, *, aspect: float, first_frame: int = 20) -> None:
    """543 rows a frame as the corpus has them: doubles, NaN for a part that was not seen, no visibility."""
    import pyarrow as pa
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    columns: dict[str, list[Any]] = {
        name: [] for name in ("frame", "row_id", "type", "landmark_index", "x", "y", "z")
    }
    for number, row in enumerate(raw, start=first_frame):
        parts = {
            "face": _mesh(row[layout.FACE].reshape(-1, 3), aspect),
            "left_hand": row[layout.LEFT_HAND].reshape(-1, 3),
            "pose": row[layout.POSE].reshape(-1, 4)[:, :3],
            "right_hand": row[layout.RIGHT_HAND].reshape(-1, 3),
        }
        for part, points in parts.items():
            values = points.astype(np.float64) if points.any() else np.full(points.shape, np.nan)
            for index, (x, y, z) in enumerate(values):
                for name, value in zip(
                    columns, (number, f"{number}-{part}-{index}", part, index, x, y, z), strict=True
                ):
                    columns[name].append(value)
    schema = {"frame": pa.int16(), "landmark_index": pa.int16()}
    parquet.write_table(
        pa.table({name: pa.array(values, type=schema.get(name)) for name, values in columns.items()}), path
    )


def _mesh(face: FloatArray, aspect: float) -> FloatArray:
    """(94, 3) to (468, 3) with the proportions of a face in a picture of this aspect."""
    mesh = np.repeat(face, 5, axis=0)[: layout.FACE_MESH_POINTS]
    forehead_y = mesh[10, 1]
    mesh[2, 1] = forehead_y + 0.1
    mesh[[234, 454], 0] = 0.5 - 0.071 / aspect, 0.5 + 0.071 / aspect
    return mesh
