"""Writes tests/data/golden/*.npz: what MediaPipe Holistic found in three videos, and the features made of it.

    python scripts/dev/make_golden.py FOLDER_OF_VIDEOS

Numbers only, no pictures. Every tenth frame is kept. Run it again only when the tracker is changed on purpose,
and look at the differences first: other landmarks mean other features and other embeddings, and every pack and
model has to be made anew.
"""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.__main__ import prepare_environment
from desktop_app.files import replacing

GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "data" / "golden"
VIDEOS = ("ghsl_sign_water", "ghsl_sign_family", "asl_hello")
EVERY = 10


def measure(path: Path) -> dict[str, npt.NDArray[Any]]:
    """Raw landmarks and features of every tenth frame, and statistics over the whole clip."""
    from desktop_app.engine.records import Frame
    from desktop_app.engine.sources.video import VideoSource
    from desktop_app.engine.tracking.features import TORSO_540, Normaliser
    from desktop_app.engine.tracking.holistic import HolisticExtractor
    from desktop_app.engine.tracking.offline import iterate

    source = VideoSource(path, realtime=False)
    info = source.open()
    extractor = HolisticExtractor()
    normaliser = Normaliser(TORSO_540, info.width / info.height)
    raw, features, present, ids = [], [], [], []
    for frame in iterate(source):
        assert isinstance(frame, Frame)
        landmarks = extractor.extract(frame)
        row, _, _ = normaliser.step(landmarks.raw, landmarks.position_s)
        present.append(landmarks.present)
        if frame.frame_id % EVERY == 0:
            ids.append(frame.frame_id)
            raw.append(landmarks.raw)
            features.append(row)
    extractor.close()
    source.close()
    return {
        "mediapipe": np.array(version("mediapipe")),
        "size": np.array([info.width, info.height]),
        "frames": np.array(len(present)),
        "frame_ids": np.array(ids),
        "raw": np.stack(raw),
        "features": np.stack(features),
        "present_share": np.mean(present, axis=0),
    }


def main() -> None:
    """Measure the three videos."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    prepare_environment()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name in VIDEOS:
        fields = measure(folder / f"{name}.mp4")
        target = GOLDEN / f"{name}.npz"
        with replacing(target) as part, part.open("wb") as file:
            np.savez_compressed(file, **fields)
        print(f"{target.name}: {int(fields['frames'])} frames, seen {fields['present_share'].round(2)}")


if __name__ == "__main__":
    main()
