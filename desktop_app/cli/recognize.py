"""`signmirror recognize`: the live pipeline on files, without a window."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import PATH, check_clips, json_option, process_clips

if TYPE_CHECKING:
    from desktop_app.engine.records import Prediction
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.engine.tracking.offline import ClipReader, ClipReport


@click.command(name="recognize")
@click.argument("clips", nargs=-1, required=True, metavar="CLIP...")
@click.option("--top-k", type=click.IntRange(1, 100), default=5, show_default=True, help="Sentences an answer.")
@click.option(
    "--pack", "packs", multiple=True, help="Pack name or path; may be given again. Default: all shipped."
)
@click.option("--whole-clip", is_flag=True, help="One answer a clip instead of one a sign.")
@click.option(
    "--fps", type=click.FloatRange(1, 240), default=30.0, show_default=True, help="Rate of .npy clips."
)
@click.option("--model", type=PATH, help="Folder of another encoder bundle.")
@json_option
def command(
    clips: tuple[str, ...],
    top_k: int,
    packs: tuple[str, ...],
    whole_clip: bool,
    fps: float,
    model: Path | None,
    as_json: bool,
) -> int:
    """Recognise signs in videos, .pose or .npz landmark recordings, and .npy clips (frames, 540)."""
    from desktop_app.cli.engine import build_recogniser
    from desktop_app.engine.tracking.holistic import HolisticExtractor
    from desktop_app.engine.tracking.offline import ClipReader

    check_clips(clips)
    recogniser = build_recogniser(packs, model)
    reader = ClipReader(HolisticExtractor)

    def process(clip: str) -> ClipReport:
        return _recognise(clip, reader, recogniser, whole_clip=whole_clip, fps=fps, top_k=top_k)

    try:
        return process_clips(clips, process, as_document, print_report, as_json=as_json)
    finally:
        reader.close()


def _recognise(
    clip: str, reader: ClipReader, recogniser: Recogniser, *, whole_clip: bool, fps: float, top_k: int
) -> ClipReport:
    from desktop_app.engine.sources.factory import open_source_spec
    from desktop_app.engine.sources.feature_clip import FeatureClipSource
    from desktop_app.engine.tracking.live import LiveTracker
    from desktop_app.engine.tracking.offline import recognise_clip

    is_features = Path(clip).suffix.lower() == ".npy"
    source = FeatureClipSource(Path(clip), fps) if is_features else open_source_spec(clip, realtime=False)
    tracker = LiveTracker(recogniser.spec.feature_contract, already_normalised=is_features)
    return recognise_clip(clip, source, reader, tracker, recogniser, whole_clip=whole_clip, top_k=top_k)


def as_document(report: ClipReport) -> dict[str, Any]:
    """The JSON object of one clip."""
    return {
        "clip": report.clip,
        "frames": report.frames,
        "fps": round(report.fps, 3),
        "seconds": round(report.seconds, 3),
        "person_share": round(report.person_share, 4),
        "segments": [_segment(prediction) for prediction in report.predictions],
    }


def _segment(prediction: Prediction) -> dict[str, Any]:
    return {
        "start_s": round(prediction.start_s, 3),
        "end_s": round(prediction.end_s, 3),
        "motion_mean": prediction.motion_mean,
        "accepted": prediction.accepted,
        "rejection_reason": prediction.rejection_reason,
        "results": [asdict(candidate) for candidate in prediction.results],
    }


def print_report(report: ClipReport) -> None:
    """A clip as a table for people."""
    click.echo(
        f"{report.clip}: {report.frames} frames, {report.fps:.1f}/s, {report.seconds:.1f} s, "
        f"a person in {report.person_share:.0%} of the frames"
    )
    if not report.predictions:
        click.echo("  no sign found: the hands did not move long enough, or were not seen")
    for prediction in report.predictions:
        verdict = "recognised" if prediction.accepted else f"not sure ({prediction.rejection_reason})"
        click.echo(f"  {prediction.start_s:6.2f} to {prediction.end_s:5.2f} s  {verdict}")
        for rank, candidate in enumerate(prediction.results, 1):
            click.echo(
                f"    {rank}. {candidate.sentence:<28} similarity {candidate.similarity:.3f}  "
                f"confidence {candidate.confidence:.2f}  {candidate.pack}"
            )
