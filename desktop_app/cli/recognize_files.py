"""What was recognised as files that other programs open: CSV, subtitles (.vtt, .srt) and ELAN (.eaf)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.cli.common import STDOUT, check_output, rounded
from desktop_app.errors import ConfigError, SourceError, next_step, reason_of
from desktop_app.files import write_bytes
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder

if TYPE_CHECKING:
    from desktop_app.engine.records import Prediction
    from desktop_app.engine.tracking.offline import ClipReport

FILE_FORMATS: Final = ("csv", "vtt", "srt", "eaf")
UNSURE: Final = "? "  # before an answer that was not accepted
TIERS: Final = ("SignMirror", "SignMirror (not accepted)")
_COLUMNS: Final = (
    "clip", "start_s", "end_s", "sentence", "accepted", "rejection_reason", "similarity", "confidence", "pack",
)  # fmt: skip
_MIME_TYPES: Final = {".mp4": "video/mp4", ".mpg": "video/mpeg", ".mpeg": "video/mpeg", ".webm": "video/webm"}


def places_of(
    kind: str, clips: Sequence[str], out: Path | None, *, as_json: bool, replace_old: bool
) -> list[Path | None]:
    """The file that the signs of each clip go to: one for all (CSV) or one a clip; None is standard output.

    Args:
        out: a file where there is one, or the folder; `-` is standard output.
        replace_old: files that are there, but for the clips, may be written over.

    Raises:
        ConfigError: they cannot all go to standard output, or would destroy a file.
    """
    one_document = kind == "csv" or len(clips) == 1
    if out is None or out == STDOUT:
        if as_json or not one_document:
            raise ConfigError(
                Message("Standard output has room for one document."),
                Message("Name a file or folder for the {kind} files with --out.", kind=kind),
            )
        return [None] * len(clips)
    if not one_document and out.is_file():
        raise ConfigError(
            Message("'{out}' is a file, and there are several clips.", out=out), Message("Name a folder.")
        )
    places: list[Path | None] = []
    if kind == "csv":
        places += [out / f"signs.{kind}" if out.is_dir() else out] * len(clips)
    elif len(clips) == 1 and not out.is_dir():
        places.append(out)
    else:
        for clip in clips:
            stem = Path(clip).stem
            place, number = out / f"{stem}.{kind}", 1
            while place in places:
                number += 1
                place = out / f"{stem}-{number}.{kind}"
            places.append(place)
    for wanted in dict.fromkeys(places):
        if wanted is not None:
            check_output(wanted, clips, replace_old=replace_old)
    return places


def write_reports(kind: str, reports: Mapping[Path, Sequence[ClipReport]]) -> None:
    """Write the reports of each file; folders are made.

    Raises:
        SourceError: it cannot be written.
    """
    for target, these in reports.items():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            # Spreadsheets take a CSV without this mark for one in the encoding of the system.
            encoding = "utf-8-sig" if kind == "csv" else "utf-8"
            write_bytes(target, as_text(kind, these).encode(encoding))
        except OSError as error:
            raise SourceError(
                Message(
                    "'{path}' cannot be written: {strerror}.",
                    path=error.filename or target,
                    strerror=reason_of(error),
                ),
                next_step(error),
            ) from error


def as_text(kind: str, reports: Sequence[ClipReport]) -> str:
    """One document: a CSV of all reports, or the annotations of the only one."""
    if kind == "csv":
        return _csv(reports)
    (report,) = reports
    return _eaf(report) if kind == "eaf" else _subtitles(kind, report)


def _csv(reports: Sequence[ClipReport]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for report in reports:
        for prediction in report.predictions:
            best = prediction.results[0] if prediction.results else None
            writer.writerow(
                (
                    report.clip,
                    rounded(prediction.start_s),
                    rounded(prediction.end_s),
                    best.sentence if best else "",
                    "true" if prediction.accepted else "false",
                    prediction.rejection_reason or "",
                    round(best.similarity, 4) if best else "",
                    round(best.confidence, 4) if best else "",
                    best.pack if best else "",
                )
            )
    return text.getvalue()


def _subtitles(kind: str, report: ClipReport) -> str:
    import pysubs2

    subtitles = pysubs2.SSAFile()
    for prediction in report.predictions:
        start, end = _milliseconds(prediction)
        line = pysubs2.SSAEvent(start=start, end=end)
        line.plaintext = _answer(prediction, unsure=UNSURE)
        subtitles.append(line)
    return str(subtitles.to_string(kind))


def _eaf(report: ClipReport) -> str:
    from pympi.Elan import Eaf

    document = Eaf(author="SignMirror")
    media = Path(report.clip).resolve()
    mime = _MIME_TYPES.get(media.suffix.lower(), "unknown")
    document.add_linked_file(media.as_uri(), f"./{media.name}", mime)
    for name in TIERS:
        document.add_tier(name)
    document.remove_tier("default")
    for prediction in report.predictions:
        start, end = _milliseconds(prediction)
        tier = TIERS[0] if prediction.accepted else TIERS[1]
        document.add_annotation(tier, start, end, _answer(prediction))
    with temporary_folder() as folder:
        place = Path(folder, "signs.eaf")
        document.to_file(str(place))
        return place.read_text(encoding="utf-8")


def _answer(prediction: Prediction, unsure: str = "") -> str:
    text = prediction.results[0].sentence if prediction.results else ""
    return text if prediction.accepted else f"{unsure}{text}".strip()


def _milliseconds(prediction: Prediction) -> tuple[int, int]:
    """Start and end; an annotation takes a millisecond at least."""
    start = max(round(prediction.start_s * 1000), 0)
    return start, max(round(prediction.end_s * 1000), start + 1)
