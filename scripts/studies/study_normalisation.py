"""The two ratios of `torso-540-v1`, measured, and the effect of the rule on jitter.

    python scripts/studies/study_normalisation.py COLLECTION

COLLECTION: a folder with `clips.csv` and `.npz` files of raw landmarks (int16, coordinate x 8192).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import DEFAULT_ASPECT
from desktop_app.engine.tracking.features import Normaliser
from desktop_app.training.collections import ArrayReader, read_collection

VISIBLE = 0.5
ASPECT = np.array([DEFAULT_ASPECT, 1.0, DEFAULT_ASPECT])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    collection = parser.parse_args().collection
    below, ratio, hidden = [], [], []
    spans, thirds, centres_four, centres_ours, scales_ours = [], [], [], [], []
    reader = ArrayReader()
    for job in read_collection(collection):
        raw = reader.read(job.path, job.index)
        pose = raw[:, layout.POSE].reshape(-1, 33, 4)
        pose = pose[pose.any(axis=(1, 2))]
        if len(pose) < 8:
            continue
        xyz, visibility = pose[..., :3] * ASPECT, pose[..., 3]
        shoulders, hips = xyz[:, [11, 12]], xyz[:, [23, 24]]
        span = np.linalg.norm((shoulders[:, 0] - shoulders[:, 1])[:, :2], axis=1)
        middle, low = shoulders.mean(axis=1), hips.mean(axis=1)
        three = np.median(
            [
                np.linalg.norm(shoulders[:, 0] - shoulders[:, 1], axis=1),
                np.linalg.norm(hips[:, 0] - hips[:, 1], axis=1),
                np.linalg.norm(middle - low, axis=1),
            ],
            axis=0,
        )
        hips_visible = visibility[:, [23, 24]].min(axis=1)
        hidden.append(np.median(hips_visible) < VISIBLE)
        if np.median(hips_visible) >= VISIBLE and span.min() > 0.02:
            below.append(np.median((low - middle)[:, 1] / 2 / span))
            ratio.append(np.median(three / span))
        if span.min() < 0.02:
            continue
        normaliser = Normaliser("torso-540-v1")
        torsos = [normaliser.step(row, i / 15)[2] for i, row in enumerate(raw)]
        ours = np.array([(t.x, t.y, t.scale) for t in torsos if t is not None])
        four = (middle + low) / 2
        spans.append(span.std() / span.mean())
        thirds.append(three.std() / three.mean())
        scales_ours.append(ours[:, 2].std() / ours[:, 2].mean())
        centres_four.append(np.median(np.linalg.norm(np.diff(four[:, :2], axis=0), axis=1)) / np.median(three))
        centres_ours.append(np.median(np.linalg.norm(np.diff(ours[:, :2], axis=0), axis=1)) / np.median(three))
    print(f"clips with hips hidden (median visibility < {VISIBLE}): {np.mean(hidden):.3f} of {len(hidden)}")
    print(f"clips with hips visible: {len(below)}")
    for name, values in {
        "centre below shoulders / shoulder span (xy)": below,
        "three-part scale (xyz) / shoulder span (xy)": ratio,
        "scale variation in a clip, three parts": thirds,
        "scale variation in a clip, shoulder span": spans,
        "scale variation in a clip, torso-540-v1": scales_ours,
        "centre jitter a frame in torso units, four points": centres_four,
        "centre jitter a frame in torso units, torso-540-v1": centres_ours,
    }.items():
        quarters = np.percentile(values, [25, 50, 75, 99])
        low, median, high, worst = quarters
        print(f"{name}: median {median:.4f} (quartiles {low:.4f} {high:.4f}, p99 {worst:.4f})")


if __name__ == "__main__":
    main()
