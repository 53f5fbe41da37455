"""`signmirror bench`: speed on this machine, every figure beside the one it is measured against."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app import paths
from desktop_app.cli.common import PATH, emit_json, json_option, note
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser

EVENT_LOOP_S = 12.0


@click.command(name="bench")
@click.option(
    "--video",
    type=PATH,
    help="Video of a signer for the landmark loop; without it a drawn picture without a person is used.",
)
@click.option("--frames", type=click.IntRange(20), default=300, help="Frames of the loop.")
@click.option("--pack", "packs", multiple=True, help="Pack name or path; may be given again.")
@click.option("--memory", is_flag=True, help="Memory after 1,000 and 10,000 frames (about ten minutes).")
@click.option("--scale", is_flag=True, help="A pack of 11,065 references (3 GB of disk, some minutes).")
@click.option("--window/--no-window", default=True, help="Longest stall of the window's event loop while live.")
@json_option
def command(
    video: Path | None,
    frames: int,
    packs: tuple[str, ...],
    memory: bool,
    scale: bool,
    window: bool,
    as_json: bool,
) -> int:
    """Measure landmark loop, encoder, search, DTW, the delay of an answer, and on demand memory and scale."""
    from desktop_app.cli.engine import build_recogniser
    from desktop_app.engine.search.benchmark import retrieval_benchmark
    from desktop_app.runtime.benchmark import landmark_loop_ratio, memory_growth
    from desktop_app.runtime.delay import live_delay

    recogniser = build_recogniser(packs)
    report: dict[str, Any] = {}
    with picture_source(video) as clip:
        note("landmark loop against bare MediaPipe")
        report["landmark_loop"] = landmark_loop_ratio(clip, frames)
        note("encoder, search, DTW")
        report |= retrieval_benchmark(recogniser.encoder, recogniser.library, recogniser.thresholds)
        note("live, in real time")
        report["live"] = live_delay(recogniser, clip if video else paths.sample_recording())
        if window:
            report["event_loop"] = _event_loop(clip if video else paths.sample_recording())
        if memory:
            note("memory over 10,000 frames")
            report["memory_mb"] = memory_growth(clip)
    if scale:
        note("11,065 references")
        report["scale"] = _scale(recogniser)
    if as_json:
        emit_json(report)
    else:
        _print(report)
    return 0


@contextmanager
def picture_source(video: Path | None) -> Iterator[Path]:
    """The video to run MediaPipe on: the user's, or a temporary folder of synthetic pictures."""
    if video is not None:
        if not video.is_file():
            raise AppError(
                Message("There is no video {video}.", video=video),
                Message("Check the path."),
                code="source.missing",
            )
        yield video
        return
    import cv2
    import numpy as np

    with temporary_folder() as folder:
        rng = np.random.default_rng(0)
        for i in range(60):
            picture = cv2.resize(rng.integers(60, 200, (12, 16, 3), np.uint8), (640, 480))
            cv2.circle(picture, (320 + 2 * i, 200), 80, (140, 170, 220), -1)
            cv2.imwrite(str(Path(folder) / f"{i:03d}.png"), picture)
        yield Path(folder)


def _event_loop(source: Path) -> dict[str, Any]:
    from dataclasses import asdict

    from desktop_app.cli.app import choose_platform
    from desktop_app.cli.app_window import live_stall
    from desktop_app.settings_file import SettingsStore

    note("event loop of the window while live")
    choose_platform(headless=True)
    report = live_stall(SettingsStore(), str(source), EVENT_LOOP_S)
    return asdict(report) | {"seconds": EVENT_LOOP_S}


def _scale(recogniser: Recogniser) -> dict[str, Any]:
    from desktop_app.engine.search.scale_benchmark import scale_benchmark

    with temporary_folder() as folder:
        return scale_benchmark(Path(folder), recogniser.encoder)


def _print(report: dict[str, Any]) -> None:
    for name, values in report.items():
        click.echo(name)
        for key, value in values.items():
            click.echo(f"  {key:<24} {f'{value:.3f}' if isinstance(value, float) else value}")
