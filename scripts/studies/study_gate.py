"""Measures the two thresholds of the sign gate: hand speed while a shape is held, and while signing.

    python scripts/studies/study_gate.py VIDEOS

VIDEOS: a folder with `*_letter_*.mp4` (a shape is held in the middle) and `*_sign_*.mp4` (single signs).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import ClipReader

HELD_FROM, HELD_TO = 0.55, 0.75  # the part of a letter video in which the hand is up and rests


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("videos", type=Path)
    folder = parser.parse_args().videos
    reader, tracker = ClipReader(HolisticExtractor), LiveTracker()
    held, moving, signs = [], [], []
    for path in sorted(folder.glob("*.mp4")):
        if "_letter_" not in path.name and "_sign_" not in path.name:
            continue
        source = open_source_spec(str(path), realtime=False)
        source.open()
        steps = [step for _, step in reader.steps(source, tracker)]
        source.close()
        speed = np.array([step.row.hand_speed for step in steps])
        seen = np.array([step.row.present[1:3].any() for step in steps])
        if "_letter_" in path.name:
            part = slice(int(len(speed) * HELD_FROM), int(len(speed) * HELD_TO))
            held.append(np.median(speed[part][seen[part]]) if seen[part].any() else np.nan)
        elif seen.any():
            moving.append(np.median(speed[seen]))
            signs.append(sum(step.finished is not None for step in steps) + (tracker.finish() is not None))
    reader.close()
    for name, values in (("held shapes", held), ("signs", moving)):
        low, median, high = np.nanpercentile(values, [10, 50, 90])
        print(f"{name}, {len(values)} clips: {median:.2f} torso units/s (p10 {low:.2f}, p90 {high:.2f})")
    counts = np.bincount(signs)
    print(
        "signs found in a clip of one sign: "
        + ", ".join(f"{n}: {count} clips" for n, count in enumerate(counts))
    )


if __name__ == "__main__":
    main()
