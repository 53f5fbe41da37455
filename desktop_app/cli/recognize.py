"""`signmirror recognize`: the live pipeline on files, without a window."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import PATH, check_clips, json_option, note, process_clips, replace_option, rounded
from desktop_app.cli.recognize_files import FILE_FORMATS, as_text, places_of, write_reports
from desktop_app.errors import ConfigError
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.records import Prediction
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.engine.tracking.offline import ClipReader, ClipReport


@click.command(name="recognize")
@click.argument("clips", nargs=-1, required=True, metavar="CLIP...")
@click.option("--top-k", type=click.IntRange(1, 100), default=5, help="Sentences an answer.")
@click.option(
    "--pack", "packs", multiple=True, help="Pack name or path; may be given again. Default: all shipped."
)
@click.option("--whole-clip", is_flag=True, help="One answer a clip instead of one a sign.")
@click.option("--fps", type=click.FloatRange(1, 240), default=30.0, help="Rate of .npy clips.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(("text", "json", *FILE_FORMATS)),
    default="text",
    help="Write what was found as JSON, a table (CSV), subtitles (.vtt, .srt) or ELAN annotations (.eaf).",
)
@click.option(
    "--out",
    type=PATH,
    help="File for --format, or a folder with one file a clip. Default, or -: standard output.",
)
@replace_option
@click.option("--model", type=PATH, help="Folder of another encoder bundle.")
@json_option
def command(
    clips: tuple[str, ...],
    top_k: int,
    packs: tuple[str, ...],
    whole_clip: bool,
    fps: float,
    kind: str,
    out: Path | None,
    replace_old: bool,
    model: Path | None,
    as_json: bool,
) -> int:
    """Recognise signs in videos, .pose or .npz landmark recordings, and .npy clips (frames, 540).

    In subtitles and ELAN files, answers that were not accepted are marked.
    """
    from desktop_app.cli.engine import build_recogniser
    from desktop_app.engine.tracking.holistic import HolisticExtractor
    from desktop_app.engine.tracking.offline import ClipReader

    clips = check_clips(clips)
    places: list[Path | None] = [None] * len(clips)
    if kind in FILE_FORMATS:
        places = places_of(kind, clips, out, as_json=as_json, replace_old=replace_old)
    elif out is not None:
        raise ConfigError(
            Message("--out is for {formats}.", formats=", ".join(FILE_FORMATS)), Message("Add --format.")
        )
    recogniser = build_recogniser(packs, model)
    reader = ClipReader(HolisticExtractor)

    reports: dict[Path | None, list[ClipReport]] = {}
    upcoming = iter(places)

    def process(clip: str) -> ClipReport:
        place = next(upcoming)
        report = _recognise(clip, reader, recogniser, whole_clip=whole_clip, fps=fps, top_k=top_k)
        for remark in report.remarks:
            note(f"{clip}: {remark}")
        reports.setdefault(place, []).append(report)
        return report

    def show(report: ClipReport) -> None:
        if kind == "text":
            print_report(report)

    try:
        code = process_clips(clips, process, as_document, show, as_json=as_json or kind == "json")
    finally:
        reader.close()
    if kind in FILE_FORMATS:
        if None in reports:
            click.echo(as_text(kind, reports[None]), nl=False)
        files = {place: these for place, these in reports.items() if place is not None}
        write_reports(kind, files)
        for path in files:
            note(f"Written: {path}")
    return code


def _recognise(
    clip: str, reader: ClipReader, recogniser: Recogniser, *, whole_clip: bool, fps: float, top_k: int
) -> ClipReport:
    from desktop_app.engine.file_kinds import FEATURE_SUFFIX
    from desktop_app.engine.sources.factory import open_source_spec
    from desktop_app.engine.sources.feature_clip import FeatureClipSource, unlike_torso_units
    from desktop_app.engine.tracking.live import LiveTracker
    from desktop_app.engine.tracking.offline import recognise_clip

    contract = recogniser.spec.feature_contract
    if Path(clip).suffix.lower() != FEATURE_SUFFIX:
        source = open_source_spec(clip, realtime=False)
        tracker = LiveTracker(contract)
        return recognise_clip(clip, source, reader, tracker, recogniser, whole_clip=whole_clip, top_k=top_k)
    rows = FeatureClipSource(Path(clip), fps)
    tracker = LiveTracker(contract, already_normalised=True)
    report = recognise_clip(clip, rows, reader, tracker, recogniser, whole_clip=whole_clip, top_k=top_k)
    unlike = unlike_torso_units(rows.features)
    return replace(report, remarks=(*report.remarks, unlike)) if unlike else report


def as_document(report: ClipReport) -> dict[str, Any]:
    """The JSON object of one clip; `remarks` only where there are any."""
    document: dict[str, Any] = {
        "clip": report.clip,
        "frames": report.frames,
        "fps": round(report.fps, 3),
        "seconds": round(report.seconds, 3),
        "person_share": round(report.person_share, 4),
        "segments": [_segment(prediction) for prediction in report.predictions],
    }
    if report.remarks:
        document["remarks"] = [str(remark) for remark in report.remarks]
    return document


def _segment(prediction: Prediction) -> dict[str, Any]:
    return {
        "start_s": rounded(prediction.start_s),
        "end_s": rounded(prediction.end_s),
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
