"""Peak memory and time of `signmirror preprocess` over many tiny clips.

    python scripts/studies/measure_preprocess.py 2000 20000 --workers 2

Every size runs in a process of its own; the peak is that of the process that holds the index (Linux and macOS).
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

FRAMES = 10
CLIPS_A_FILE = 100


def write_collection(folder: Path, clips: int) -> None:
    """One small `.npz` of a hundred clips with a moving hand, which the table lists repeatedly."""
    rng = np.random.default_rng(1)
    rows = np.zeros((CLIPS_A_FILE * FRAMES, 540), np.float32)
    pose = rows[:, :132].reshape(-1, 33, 4)
    pose[:] = (0.5, 0.6, 0.0, 0.99)
    pose[:, 11, :2], pose[:, 12, :2] = (0.62, 0.45), (0.38, 0.45)
    rows[:, 195:258] = 0.5 + 0.05 * rng.standard_normal((len(rows), 63))
    frames = np.round(rows * 8192).astype(np.int16)
    np.savez(folder / "a.npz", frames=frames, offsets=np.arange(CLIPS_A_FILE + 1) * FRAMES)
    with (folder / "clips.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("clip_id", "file", "index", "label", "signer_group"))
        for i in range(clips):
            writer.writerow((f"clip-{i:07}", "a.npz", i % CLIPS_A_FILE, f"label {i % 250}", f"signer {i % 40}"))


def measure(clips: int, workers: int) -> dict[str, float]:
    """Preprocess this number of clips in this process."""
    from desktop_app.training.corpora.formats import open_corpus
    from desktop_app.training.preprocess import PreprocessSettings, preprocess

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_collection(folder, clips)
        started = time.perf_counter()
        for _ in preprocess(open_corpus(folder), folder / "data", PreprocessSettings(), workers):
            pass
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return {"clips": clips, "workers": workers, "seconds": round(seconds, 1), "peak_mb": round(peak, 1)}


def main() -> None:
    """One JSON line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("clips", type=int, nargs="*", default=[200, 2000, 20000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--here", action="store_true", help="measure in this process (used by the script itself)"
    )
    arguments = parser.parse_args()
    for clips in arguments.clips:
        if arguments.here:
            print(json.dumps(measure(clips, arguments.workers)), flush=True)
        else:
            command = [sys.executable, __file__, str(clips), "--workers", str(arguments.workers), "--here"]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
