"""Robustness of the Ghanaian signs: altered videos against the clean references.

    python scripts/studies/check_ghanaian.py VIDEOS --landmarks CACHE [--json FILE]

VIDEOS: a folder with `ghsl_sign_*.mp4` and `videos.csv`. Landmarks of every altered video are kept in CACHE, so
that another encoder costs seconds. The references are the shipped Ghanaian pack: the same recordings on another
body, so this measures robustness to camera and playback, not to another signer.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pandas as pd

from desktop_app.__main__ import prepare_environment
from desktop_app.cli.engine import build_recogniser
from desktop_app.engine.records import FeatureSequence, Frame, ImageArray, LandmarkFrame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import load_recording, save_recording
from desktop_app.engine.tracking.features import resample_at
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import iterate, whole_sequence

NS_PER_S = 1_000_000_000
Film = list[tuple[float, ImageArray]]  # seconds, BGR


@dataclass(frozen=True)
class Alteration:
    """A film in, a film out."""

    name: str
    change: Callable[[Film], Film]


def speed(factor: float) -> Callable[[Film], Film]:
    """Played faster or slower, seen by a camera of 30 frames a second."""

    def change(film: Film) -> Film:
        times = [time_s / factor for time_s, _ in film]
        if factor <= 1:
            return [(time_s, picture) for time_s, (_, picture) in zip(times, film, strict=True)]
        kept = np.unique(np.searchsorted(times, np.arange(0, times[-1], 1 / 30)))
        return [(times[i], film[i][1]) for i in kept]

    return change


def crop(film: Film) -> Film:
    """A camera nearer by a quarter, aimed a little low and to the side."""
    height, width = film[0][1].shape[:2]
    top, left = int(height * 0.02), int(width * 0.12)
    high, wide = int(height * 0.8), int(width * 0.8)
    return [
        (time_s, np.ascontiguousarray(picture[top : top + high, left : left + wide]))
        for time_s, picture in film
    ]


def brightness(factor: float) -> Callable[[Film], Film]:
    """A darker or brighter picture."""
    return lambda film: [(t, cv2.convertScaleAbs(picture, alpha=factor, beta=0)) for t, picture in film]


def mirrored(film: Film) -> Film:
    """Left and right exchanged: a left-handed signer."""
    return [(time_s, np.ascontiguousarray(picture[:, ::-1])) for time_s, picture in film]


def at_15_fps(film: Film) -> Film:
    """Every second frame, through a lossy encoder and back."""
    kept = film[::2]
    height, width = kept[0][1].shape[:2]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "film.mp4")
        writer = cv2.VideoWriter(path, cv2.VideoWriter.fourcc(*"mp4v"), 15.0, (width, height))
        for _, picture in kept:
            writer.write(picture)
        writer.release()
        source = open_source_spec(path, realtime=False)
        source.open()
        pictures = [frame.bgr for frame in iterate(source) if isinstance(frame, Frame)]
        source.close()
    return [(time_s, picture) for (time_s, _), picture in zip(kept, pictures, strict=False)]


ALTERATIONS = (
    Alteration("clean", lambda film: film),
    Alteration("speed 0.7", speed(0.7)),
    Alteration("speed 1.4", speed(1.4)),
    Alteration("nearer, off centre", crop),
    Alteration("darker (x 0.5)", brightness(0.5)),
    Alteration("brighter (x 1.5)", brightness(1.5)),
    Alteration("15 frames a second", at_15_fps),
    Alteration("mirrored", mirrored),
)


def read_film(path: Path) -> Film:
    """All frames of a video with their times."""
    source = open_source_spec(str(path), realtime=False)
    source.open()
    film = [(frame.position_s, frame.bgr) for frame in iterate(source) if isinstance(frame, Frame)]
    source.close()
    return film


def track(film: Film, extractor: HolisticExtractor, target: Path) -> None:
    """Landmarks of a film into our own recording format."""
    extractor.reset()
    rows, times, aspect = [], [], 1.0
    for number, (time_s, picture) in enumerate(film):
        frame = Frame(number, NS_PER_S + round(time_s * NS_PER_S), picture, time_s)
        rows.append(extractor.extract(frame).raw)
        times.append(time_s)
        aspect = frame.aspect
    save_recording(target, np.stack(rows), np.array(times), aspect)


def features(path: Path) -> FeatureSequence:
    """The whole recording as the live view would see it."""
    recording = load_recording(path)
    tracker = LiveTracker()
    rows = [
        tracker.step(
            LandmarkFrame(i, NS_PER_S + round(time_s * NS_PER_S), float(time_s), row, recording.aspect)
        ).row
        for i, (row, time_s) in enumerate(zip(recording.raw, recording.captured_s, strict=True))
    ]
    whole = whole_sequence(rows)
    times = np.arange(len(whole.features)) / whole.fps
    return resample_at(whole.features, whole.present, times, 30.0, whole.start_s, whole.end_s)


def clips(videos: Path, known: set[str]) -> Iterator[tuple[Path, str]]:
    """Videos whose sign is in the pack; copies of one file under several labels are skipped."""
    table = pd.read_csv(videos / "videos.csv")
    table = table[table["file"].str.startswith("ghsl_sign_")]
    contents: dict[bytes, int] = {}
    for name in table["file"]:
        data = (videos / name).read_bytes()
        contents[data] = contents.get(data, 0) + 1
    for name, label in zip(table["file"], table["label"], strict=True):
        if contents[(videos / name).read_bytes()] == 1 and label.casefold() in known:
            yield videos / name, label.casefold()


def main() -> None:
    prepare_environment()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("videos", type=Path)
    parser.add_argument("--landmarks", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--every", type=int, default=1, help="Take every n-th video; all of them need an hour.")
    arguments = parser.parse_args()
    arguments.landmarks.mkdir(parents=True, exist_ok=True)
    recogniser = build_recogniser(("ghanaian",))
    known = {reference.sentence.casefold() for reference in recogniser.library.references}
    wanted = list(clips(arguments.videos, known))[:: arguments.every]
    extractor = HolisticExtractor()
    for path, _ in wanted:
        missing = [(a, t) for a in ALTERATIONS if not (t := cached(arguments.landmarks, path, a)).exists()]
        film = read_film(path) if missing else []
        for alteration, target in missing:
            track(alteration.change(film), extractor, target)
    extractor.close()
    report = {}
    print(f"{len(wanted)} videos, {len(known)} references, encoder {recogniser.spec.sha256[:8]}")
    for alteration in ALTERATIONS:
        places, accepted, right = [], 0, 0
        for path, label in wanted:
            answer = recogniser.recognise(features(cached(arguments.landmarks, path, alteration)), 10)
            names = [result.sentence.casefold() for result in answer.results]
            places.append(names.index(label) + 1 if label in names else 0)
            accepted += answer.accepted
            right += answer.accepted and places[-1] == 1
        first = sum(place == 1 for place in places) / len(places)
        five = sum(0 < place <= 5 for place in places) / len(places)
        report[alteration.name] = {"ret1": first, "ret5": five, "accepted": accepted, "accepted_right": right}
        print(
            f"{alteration.name:<20} place 1 {first:.2f}  first 5 {five:.2f}  "
            f"accepted {accepted}, {right} of them right"
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1) + "\n")


def cached(folder: Path, video: Path, alteration: Alteration) -> Path:
    """Where the landmarks of an altered video are kept."""
    return folder / f"{video.stem}.{alteration.name.replace(' ', '_').replace('(', '').replace(')', '')}.npz"


if __name__ == "__main__":
    main()
