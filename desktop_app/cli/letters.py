"""`signmirror letters`: fingerspelling on files, without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import PATH, check_clips, json_option, note, process_clips, rounded
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.letters.reading import LetterReport
    from desktop_app.engine.letters.records import LetterState
    from desktop_app.engine.letters.tracker import LetterTracker
    from desktop_app.engine.protocols import LandmarkExtractor


@click.command(name="letters")
@click.argument("clips", nargs=-1, required=True, metavar="CLIP...")
@click.option(
    "--mode",
    type=click.Choice(["sequence", "frame"]),
    default="sequence",
    help="The last 32 frames, or each frame by itself.",
)
@click.option("--model", type=PATH, help="Another letter model (.onnx).")
@click.option("--left-handed", is_flag=True, help="The signer's stronger hand is the left one.")
@click.option(
    "--tracker",
    type=click.Choice(["hands", "holistic"]),
    default="hands",
    help="Where landmarks of videos come from.",
)
@click.option("--steps", "with_steps", is_flag=True, help="List every frame, too.")
@json_option
def command(
    clips: tuple[str, ...],
    mode: str,
    model: Path | None,
    left_handed: bool,
    tracker: str,
    with_steps: bool,
    as_json: bool,
) -> int:
    """Read fingerspelling in videos, folders of pictures, and .pose or .npz landmark recordings."""
    from desktop_app.engine.letters.loading import load_letter_model
    from desktop_app.engine.letters.records import LetterMode, LetterSettings
    from desktop_app.engine.letters.tracker import LetterTracker

    clips = check_clips(clips)
    letter_model = load_letter_model(LetterMode(mode), model)
    for remark in letter_model.spec.remarks:
        note(str(remark))
    if mode == "sequence" and letter_model.spec.frames == 1:
        note(f"{letter_model.spec.name} reads single frames: J and Z cannot be told from its answers.")
    reader = LetterTracker(letter_model, LetterSettings(mode=LetterMode(mode), dominant_left=left_handed))
    return process_clips(
        clips,
        lambda clip: _read(clip, reader, tracker),
        lambda report: as_document(report, with_steps),
        lambda report: print_report(report, with_steps),
        as_json=as_json,
    )


def _read(clip: str, reader: LetterTracker, tracker: str) -> LetterReport:
    from desktop_app.engine.file_kinds import is_recording
    from desktop_app.engine.letters.reading import read_letters
    from desktop_app.engine.sources.factory import open_source_spec

    source = open_source_spec(clip, realtime=False, hands_suffice=True)
    if is_recording(Path(clip)):
        return read_letters(clip, source, None, reader)
    extractor = _extractor(tracker)
    try:
        return read_letters(clip, source, extractor, reader)
    finally:
        extractor.close()


def _extractor(tracker: str) -> LandmarkExtractor:
    from desktop_app.engine.tracking.holistic import HandsExtractor, HolisticExtractor

    return HandsExtractor() if tracker == "hands" else HolisticExtractor()


def as_document(report: LetterReport, with_steps: bool) -> dict[str, Any]:
    """The JSON object of one clip."""
    times = [state.inference_ms for state in report.states if state.inference_ms > 0]
    document: dict[str, Any] = {
        "clip": report.clip,
        "text": report.text,
        "commits": [
            {
                "letter": commit.letter,
                "time_s": rounded(commit.time_s),
                "probability": round(commit.probability, 4),
            }
            for commit in report.commits
        ],
        "dominant": report.dominant,
        "frames": len(report.states),
        "hand_share": round(sum(state.hand.any() for state in report.states) / len(report.states), 4),
        "inference_ms": round(sorted(times)[len(times) // 2], 3) if times else None,
    }
    remarks = _remarks(report)
    if remarks:
        document["remarks"] = [str(remark) for remark in remarks]
    if with_steps:
        document["steps"] = [_step(state) for state in report.states]
    return document


def _step(state: LetterState) -> dict[str, Any]:
    best = state.best
    return {
        "time_s": rounded(state.time_s),
        "phase": state.phase.value,
        "buffer": f"{state.collected}/{state.window}",
        "letter": best.letter if best else None,
        "probability": round(best.probability, 4) if best else None,
        "hold": round(state.hold, 3),
        "speed": round(state.speed, 3),
    }


def _remarks(report: LetterReport) -> tuple[Message, ...]:
    """What to know about the recording before trusting the letters."""
    from desktop_app.engine.tracking.offline import MIN_FPS, too_slow

    span_s = report.states[-1].time_s - report.states[0].time_s
    fps = (len(report.states) - 1) / span_s if span_s > 0 else MIN_FPS
    return (too_slow(fps),) if fps < MIN_FPS else ()


def print_report(report: LetterReport, with_steps: bool) -> None:
    """A clip as lines for people."""
    click.echo(f"{report.clip}: {report.text or '(nothing was spelled)'}")
    for remark in _remarks(report):
        note(f"{report.clip}: {remark}")
    if with_steps:
        for state in report.states:
            best = state.best
            answer = f"{best.letter:<8} {best.probability:.2f}" if best else "-"
            buffer = f"{state.collected:>2}/{state.window:<2}"
            click.echo(f"  {state.time_s:7.2f} s  {buffer}  {answer:<14} {state.phase.value}")
    for commit in report.commits:
        click.echo(f"  {commit.time_s:7.2f} s  {commit.letter:<8} {commit.probability:.2f}")
    click.echo(f"  most often: {report.dominant or '-'}")
