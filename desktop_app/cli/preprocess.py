"""`signmirror preprocess VIDEOS --out DATASET`"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.common import (
    PATH,
    emit_json,
    json_option,
    note,
    note_found,
    progress,
    replace_option,
    text_option,
)
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.training.extraction import Engine

# The names of desktop_app.training.corpora.formats, which --help may not load; a test holds them together.
FORMATS = ("auto", "arrays", "gislr", "asl-citizen", "wlasl", "signtalk-gh", "keypoints", "table", "folders")
# Fewer right hands than this among enough one-handed clips, and the pictures are probably mirror images.
MIRRORED_BELOW, MIRRORED_CLIPS = 0.4, 50


@click.command("preprocess")
@click.argument("videos", type=PATH)
@click.option(
    "--format",
    "layout",
    type=click.Choice(FORMATS),
    default="auto",
    help="Layout of the collection (docs/corpora.md).",
)
@text_option("--tier", help="Tier of ELAN files: every annotation of it becomes a clip.")
@click.option("--mirrored", is_flag=True, help="The pictures are mirror images: exchange left and right.")
@click.option("--out", type=PATH, required=True, help="Folder of the data set.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes (default: cores, at most 4).")
@click.option(
    "--min-frames",
    type=click.IntRange(1),
    default=8,
    help="Recorded frames with a person; 8 suits single signs, use 48 for sentences.",
)
@click.option(
    "--min-landmarks",
    type=click.FloatRange(0, 1),
    default=0.45,
    help="Share of frames with a person.",
)
@click.option(
    "--min-visibility",
    type=click.FloatRange(0, 1),
    default=0.55,
    help="Mean visibility of head and arms.",
)
@click.option(
    "--motion-floor",
    type=click.FloatRange(0),
    default=7.5e-4,
    help="Mean motion energy in torso units a row.",
)
@click.option(
    "--unknown-fps",
    type=click.FloatRange(1, 240),
    default=15.0,
    help="Rate of recordings that do not say theirs.",
)
@click.option(
    "--unknown-aspect",
    type=click.FloatRange(0.1, 10),
    default=4 / 3,
    help="Width by height of recordings that do not say theirs.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    help="Where clips are read: processes here, or the workers of a Dask scheduler.",
)
@text_option("--scheduler", help="Address of the Dask scheduler; clips are read on its workers.")
@replace_option
@json_option
def command(
    videos: Path,
    layout: str,
    tier: str,
    mirrored: bool,
    out: Path,
    workers: int | None,
    min_frames: int,
    min_landmarks: float,
    min_visibility: float,
    motion_floor: float,
    unknown_fps: float,
    unknown_aspect: float,
    engine: str,
    scheduler: str,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Turn videos or landmark recordings into a data set of features.

    VIDEOS is a folder or table (file, sentence, category, signer_id) of videos, .pose or .npz recordings, an
    annotated film (.eaf, .vtt, .srt), a folder with clips.csv and landmark arrays, or a corpus in its own
    layout (--format). Running it again goes on where it stopped; rejected clips and their reasons are listed in
    low_quality_videos.csv.
    """
    from desktop_app.training.corpora.formats import WHOLE_FOLDERS, open_corpus, passed_over
    from desktop_app.training.gate import ClipQualityLimits
    from desktop_app.training.outputs import check_apart
    from desktop_app.training.preprocess import REJECTED, PreprocessSettings, preprocess

    away = _engine(engine, scheduler)
    corpus = open_corpus(videos, layout, mirrored=mirrored, tier=tier)
    check_apart(out, videos, read_whole=corpus.layout.name in WHOLE_FOLDERS)
    # Iterated once before the work, so that an error in the last line of a table shows up now.
    kinds = Counter(job.kind for job in corpus)
    total = kinds.total()
    others = passed_over(corpus)
    note_found(others)
    settings = PreprocessSettings(
        ClipQualityLimits(min_frames, min_landmarks, min_visibility, motion_floor),
        unknown_fps,
        unknown_aspect,
    )
    count = workers or (1 if set(kinds) <= {"array"} else min(os.cpu_count() or 1, 4))
    note(f"{total} clips ({corpus.layout.name}), {f'Dask at {scheduler}' if away else f'{count} process(es)'}.")
    report = None
    steps = preprocess(corpus, out, settings, count, away, replace_old=replace_old)
    for step in progress(steps, "clips", total):
        report = step or report
    assert report is not None
    right = report.right_handed
    if right is not None and right < MIRRORED_BELOW and report.one_handed >= MIRRORED_CLIPS:
        note(
            f"Of {report.one_handed} one-handed clips only {right:.0%} are signed with the right hand, which "
            f"most people use. If these {'were no' if mirrored else 'are'} mirror images, run again "
            f"{'without' if mirrored else 'with'} --mirrored."
        )
    if as_json:
        emit_json(
            {
                "dataset": out,
                "format": corpus.layout.name,
                "clips": total,
                "passed_over": list(others.passed_over),
            }
            | asdict(report)
        )
        return
    click.echo(
        f"{report.kept} clips of {report.signers} signers, {report.sentences} sentences, {report.rows} rows."
    )
    click.echo(f"Median motion energy {report.motion_median:.4f} torso units a row.")
    if report.reused:
        click.echo(f"{report.reused} clips were there already.")
    if report.rejected:
        click.echo(f"Refused: {', '.join(f'{reason} {n}' for reason, n in sorted(report.rejected.items()))}.")
        click.echo(f"See {out / REJECTED}.")


def _engine(name: str, scheduler: str) -> Engine | None:
    from desktop_app.errors import ConfigError

    if name == "dask":
        from desktop_app.training.cluster import DaskEngine

        return DaskEngine(scheduler)
    if scheduler:
        raise ConfigError(
            Message("--scheduler is for --engine dask."),
            Message("Add --engine dask, or leave --scheduler out."),
        )
    return None
