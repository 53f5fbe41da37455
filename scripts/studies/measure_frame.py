"""What a frame costs outside MediaPipe: processor time of each thread, with and without a take (Linux).

    python -m scripts.studies.measure_frame [--frames N]

The landmarks of somebody who signs all the time go through the live pipeline in lockstep, with all that listens
to it in the program but the window. Nothing is encoded.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Final, cast

from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.runtime.attempt_explainer import AttemptExplainer
from desktop_app.runtime.events import Event, EventHub, SourceEnded
from desktop_app.runtime.pipeline import LivePipeline
from desktop_app.runtime.take_recorder import TakeRecorder
from desktop_app.ui.bridge import Bridge
from scripts.studies.measure_memory import FPS, NoAnswers, Stream

THREADS: Final = ("signmirror-landmarks", "signmirror-takes", "signmirror-reasons", "signmirror-recogniser")


def processor_ms() -> dict[str, float]:
    """Thread -> milliseconds on a processor so far."""
    times = {}
    for thread in threading.enumerate():
        if thread.name in THREADS:
            text = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text(encoding="ascii")
            times[thread.name] = int(text.split()[0]) / 1e6
    return times


def measure(frames: int, *, take: bool) -> dict[str, float]:
    """Thread -> milliseconds of processor time a frame."""
    over = threading.Event()
    found: dict[str, float] = {}

    def listen(event: Event) -> None:
        if isinstance(event, SourceEnded):
            found.update(processor_ms())
            over.set()

    hub, bridge = EventHub(), Bridge()
    hub.subscribe(bridge.publish)
    recorder, reasons = TakeRecorder(hub, lossless=True), AttemptExplainer(hub, lossless=True)
    hub.subscribe(listen)
    pipeline = LivePipeline(
        open_source=lambda: Stream(frames / FPS, pictures=False),
        make_extractor=lambda: cast("Any", None),
        make_tracker=LiveTracker,
        load_recogniser=lambda: cast("Any", NoAnswers()),
        hub=hub,
        lossless=True,
    )
    recorder.start()
    reasons.start()
    if take:
        recorder.begin()
    pipeline.start()
    over.wait()
    pipeline.stop()
    for worker in (recorder, reasons):
        worker.request_stop()
        worker.join(2.0)
    return {name: milliseconds / frames for name, milliseconds in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=1750, help="Less than a take may have: 1800.")
    parser.add_argument("--runs", type=int, default=5, help="The best one counts.")
    parser.add_argument("--child", choices=["rest", "take"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        found = [measure(arguments.frames, take=arguments.child == "take") for _ in range(arguments.runs)]
        best = {name: min(run.get(name, 0.0) for run in found) for name in THREADS}
        threads = ", ".join(f"{name} {ms:.3f}" for name, ms in best.items())
        print(f"{arguments.child}: {threads}, together {sum(best.values()):.3f} ms a frame")
        return
    options = ["--frames", str(arguments.frames), "--runs", str(arguments.runs)]
    for case in ("rest", "take"):
        subprocess.run(
            [sys.executable, "-m", "scripts.studies.measure_frame", *options, "--child", case], check=True
        )


if __name__ == "__main__":
    main()
