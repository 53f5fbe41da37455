"""`signmirror preprocess VIDEOS --out DATASET`"""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.cli.common import emit_json, json_option, note, progress, say


@click.command("preprocess")
@click.argument("videos", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the data set.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=None, help="Processes (default: cores, at most 4)."
)
@click.option(
    "--min-frames",
    type=click.IntRange(1),
    default=8,
    show_default=True,
    help="Recorded frames with a person; 8 suits single signs, use 48 for sentences.",
)
@click.option(
    "--min-landmarks",
    type=click.FloatRange(0, 1),
    default=0.45,
    show_default=True,
    help="Share of frames with a person.",
)
@click.option(
    "--min-visibility",
    type=click.FloatRange(0, 1),
    default=0.55,
    show_default=True,
    help="Mean visibility of head and arms.",
)
@click.option(
    "--motion-floor",
    type=click.FloatRange(0),
    default=7.5e-4,
    show_default=True,
    help="Mean motion energy in torso units a row.",
)
@click.option(
    "--unknown-fps",
    type=click.FloatRange(1, 240),
    default=15.0,
    show_default=True,
    help="Rate of recordings that do not say theirs.",
)
@json_option
def command(
    videos: Path,
    out: Path,
    workers: int | None,
    min_frames: int,
    min_landmarks: float,
    min_visibility: float,
    motion_floor: float,
    unknown_fps: float,
    as_json: bool,
) -> None:
    """Turn videos or landmark recordings into a data set of features.

    VIDEOS is a folder or CSV (file,sentence,category,signer_id) of videos, .pose or .npz recordings, or a
    folder with clips.csv and landmark arrays. Running it again goes on where it stopped; clips that are
    refused stand with their reason in low_quality_videos.csv.
    """
    from desktop_app.training.collections import read_collection
    from desktop_app.training.gate import GateSettings
    from desktop_app.training.preprocess import REJECTED, PreprocessSettings, preprocess

    jobs = read_collection(videos)
    settings = PreprocessSettings(
        GateSettings(min_frames, min_landmarks, min_visibility, motion_floor), unknown_fps
    )
    count = workers or (1 if all(job.kind == "array" for job in jobs) else min(os.cpu_count() or 1, 4))
    note(f"{len(jobs)} clips, {count} process(es).")
    report = None
    for step in progress(preprocess(jobs, out, settings, count), "clips", len(jobs)):
        report = step or report
    assert report is not None
    if as_json:
        emit_json({"dataset": out, "clips": len(jobs), **asdict(report)})
        return
    say(f"{report.kept} clips of {report.signers} signers, {report.sentences} sentences, {report.rows} rows.")
    say(f"Median motion energy {report.motion_median:.4f} torso units a row.")
    if report.reused:
        say(f"{report.reused} clips were there already.")
    if report.rejected:
        say(f"Refused: {', '.join(f'{reason} {n}' for reason, n in sorted(report.rejected.items()))}.")
        say(f"See {out / REJECTED}.")
