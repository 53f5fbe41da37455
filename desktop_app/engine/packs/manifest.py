"""The three lists of a pack: pack.json (what it is), clips.csv (references), files.csv (what must be there).

pack.json contains the sha256 of the two lists, files.csv that of every feature and media file, so that any
altered file can be found. The cache is not listed, because it can be recomputed; cache/cache.json describes it.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.packs import bounds
from desktop_app.engine.packs.safe_paths import is_safe_member
from desktop_app.errors import PackDamaged, PackError, next_step, reason_of
from desktop_app.files import final_name, is_text, sha256
from desktop_app.message import Message

FORMAT: Final = "signmirror-pack"
FORMAT_VERSION: Final = 1
PACK_JSON, CLIPS_CSV, FILES_CSV = "pack.json", "clips.csv", "files.csv"
EDIT: Final = ".edit"  # files of the editor: journal, trash, lock, and lists being committed
NEXT: Final = f"{EDIT}/next"
MAX_LIST_BYTES: Final = 256 << 20
MAX_CLIPS: Final = 500_000
MAX_FILES: Final = 2 * MAX_CLIPS
_MAX_COLUMNS: Final = 1000
DAMAGED_HINT: Final = Message(
    "Fetch the pack again from where it came from; `signmirror pack verify` checks it."
)


SPELLING: Final = "spelling"
ON_REQUEST: Final = "on request"


@dataclass(frozen=True, slots=True)
class PackManifest:
    """pack.json.

    Attributes:
        name, language, version, description: texts to show; `language` is the sign language.
        licence: SPDX expression; `attribution`: one line a source.
        consent: the consent under which it was recorded.
        purpose: "" for signs; `SPELLING` for an alphabet, which is not searched; `ON_REQUEST` for signs that
            are searched only where the pack is chosen, so that they do not stand in the way of others.
        encoder_sha256: of the encoder that the embeddings in cache/ come from, "" without a cache.
        files: sha256 of clips.csv and files.csv.
    """

    name: str
    language: str
    version: str
    feature_contract: str
    licence: str
    attribution: tuple[str, ...] = ()
    consent: str = ""
    description: str = ""
    created: str = ""
    purpose: str = ""
    encoder_sha256: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def opens_by_default(self) -> bool:
        """Whether the pack is searched where nobody has chosen packs."""
        return self.purpose not in (SPELLING, ON_REQUEST)

    def to_json(self) -> str:
        document = {"format": FORMAT, "format_version": FORMAT_VERSION, **asdict(self)}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class ReferenceClip:
    """One row of clips.csv: one reference.

    Attributes:
        variant: a regional form of the sentence, "" for the usual one.
        handedness: right, left, both or "".
        source: where it comes from, for attribution.
        media_file, feature_file: inside the pack; "" where there is none.
        fps, frames: of the feature file.
        start_s, end_s: where the sign lies in its media file.
        quality: figures such as motion_mean, person_share, hands_share.
        licence, consent: if they differ from those of the pack.
    """

    clip_id: str
    sentence_id: int
    sentence: str
    category: str = ""
    variant: str = ""
    signer_id: str = ""
    handedness: str = ""
    source: str = ""
    media_file: str = ""
    feature_file: str = ""
    fps: float = 30.0
    frames: int = 0
    start_s: float = 0.0
    end_s: float = 0.0
    quality: Mapping[str, float] = field(default_factory=dict)
    licence: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One row of files.csv."""

    path: str
    bytes: int
    sha256: str


CLIP_COLUMNS: Final = tuple(item.name for item in fields(ReferenceClip))
FILE_COLUMNS: Final = tuple(item.name for item in fields(FileEntry))
_REQUIRED: Final = ("clip_id", "sentence_id", "sentence", "feature_file", "fps", "frames")


def damaged(pack: Path | str, file: str, reason: Message, hint: Message = DAMAGED_HINT) -> PackDamaged:
    """The error for one damaged file of a pack."""
    name = final_name(pack) if isinstance(pack, Path) else pack
    return PackDamaged(
        Message("The pack '{name}' is damaged: {file} {reason}.", name=name, file=file, reason=reason), hint
    )


def unreadable(pack: Path, file: str, error: OSError) -> PackError:
    """The error for a file of a pack that the system does not let us read."""
    return PackError(
        Message(
            "The pack '{name}' cannot be read: {file}: {reason}.",
            name=pack.name,
            file=file,
            reason=reason_of(error),
        ),
        next_step(error),
        code="pack.unreadable",
    )


def unwritable(pack: Path, error: OSError) -> PackError:
    """The error for a pack that the system does not let us write."""
    return PackError(
        Message("The pack in {folder} cannot be written: {strerror}.", folder=pack, strerror=reason_of(error)),
        next_step(error),
    )


def read_list(folder: Path, name: str) -> bytes:
    """The bytes of pack.json or a list, of the committed version if an edit is in progress (commit.py).

    Raises PackDamaged, or PackError if it may not be read.
    """
    try:
        committed = folder / NEXT
        path = (committed if (committed / PACK_JSON).is_file() else folder) / name
        if not path.is_file():
            raise damaged(folder, name, Message("is missing"))
        if path.stat().st_size > MAX_LIST_BYTES:
            raise damaged(folder, name, Message("is far too large"))
        return path.read_bytes()
    except OSError as error:
        raise unreadable(folder, name, error) from error


def read_manifest(folder: Path) -> PackManifest:
    """pack.json of a folder. Raises PackDamaged, or PackError for a pack of a newer program."""
    return parse_manifest(folder, read_list(folder, PACK_JSON))


def parse_manifest(folder: Path, data: bytes) -> PackManifest:
    """The content of pack.json, validated. Raises as `read_manifest` does."""
    try:
        document = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise damaged(folder, PACK_JSON, Message("is not JSON")) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise damaged(folder, PACK_JSON, Message("does not describe a pack"))
    version = document.get("format_version")
    if not isinstance(version, int) or version > FORMAT_VERSION:
        raise PackError(
            Message(
                "The pack '{pack}' was made by a newer program (format {version}).",
                pack=folder.name,
                version=version,
            ),
            Message("Update SignMirror."),
            code="pack.newer",
        )
    values: dict[str, Any] = {}
    for item in fields(PackManifest):
        value = document.get(item.name)
        if item.name == "attribution":
            value = tuple(value) if isinstance(value, list) else ()
            right = all(_is_text(line) for line in value)
        elif item.name == "files":
            right = isinstance(value, dict) and all(_is_text(one) for pair in value.items() for one in pair)
        else:
            value = "" if value is None else value
            right = _is_text(value)
        if not right:
            raise damaged(folder, PACK_JSON, Message("has no usable '{name}'", name=item.name))
        values[item.name] = value
    if not values["name"] or not values["feature_contract"]:
        raise damaged(folder, PACK_JSON, Message("names no pack or no feature contract"))
    if len(values["name"]) > bounds.MAX_NAME:
        raise damaged(
            folder, PACK_JSON, Message("has a name of more than {most} characters", most=bounds.MAX_NAME)
        )
    return PackManifest(**values)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and is_text(value)


def write_clips(clips: Iterable[ReferenceClip]) -> str:
    """The text of clips.csv."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CLIP_COLUMNS)
    for clip in clips:
        row = asdict(clip)
        row["quality"] = json.dumps(row["quality"], sort_keys=True) if row["quality"] else ""
        writer.writerow([row[name] for name in CLIP_COLUMNS])
    return text.getvalue()


def parse_clips(folder: Path, data: bytes) -> tuple[ReferenceClip, ...]:
    """The rows of clips.csv, validated. Unknown columns are ignored."""
    rows = _rows(folder, CLIPS_CSV, data, _REQUIRED, MAX_CLIPS)
    clips = tuple(_clip(folder, line, row) for line, row in enumerate(rows, 2))
    seen: set[str] = set()
    for line, clip in enumerate(clips, 2):
        key = clip.clip_id.lower()
        if key in seen:
            raise damaged(
                folder,
                CLIPS_CSV,
                Message("lists the clip '{clip_id}' twice (line {line})", clip_id=clip.clip_id, line=line),
            )
        seen.add(key)
    return clips


def _clip(folder: Path, line: int, row: Mapping[str, str]) -> ReferenceClip:
    def bad(column: str | Message) -> PackDamaged:
        return damaged(
            folder, CLIPS_CSV, Message("has no usable {column} in line {line}", column=column, line=line)
        )

    def number(column: str, low: float, high: float) -> float:
        try:
            value = float(row.get(column) or 0)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise bad(column)
        return value

    for column in ("clip_id", "sentence"):
        if not 0 < len(row[column]) <= bounds.MAX_TEXT:
            raise bad(column)
    for column in ("feature_file", "media_file"):
        if row.get(column) and not is_safe_member(row[column]):
            raise bad(column)
    try:
        quality = bounds.figures(row.get("quality") or "{}")
        sentence_id = bounds.whole_number(row["sentence_id"], -bounds.MAX_INTEGER)
        frames = bounds.whole_number(row["frames"])
    except ValueError as error:
        raise bad(Message("{names} or {last}", names="sentence_id, frames", last="quality")) from error
    fps = number("fps", 0, bounds.RATES[1])
    if not bounds.is_possible_length(frames, fps):
        raise bad(Message("{names} or {last}", names="frames", last="fps"))
    texts = {
        name: row.get(name) or ""
        for name in CLIP_COLUMNS
        if name not in ("sentence_id", "frames", "fps", "start_s", "end_s", "quality")
    }
    for column, text in texts.items():
        if not is_text(text):
            raise bad(column)
    return ReferenceClip(
        sentence_id=sentence_id,
        frames=frames,
        fps=fps,
        start_s=number("start_s", 0, bounds.MAX_TIME_S),
        end_s=number("end_s", 0, bounds.MAX_TIME_S),
        quality=quality,
        **texts,
    )


def write_files(entries: Iterable[FileEntry]) -> str:
    """The text of files.csv."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FILE_COLUMNS)
    writer.writerows((entry.path, entry.bytes, entry.sha256) for entry in entries)
    return text.getvalue()


def parse_files(folder: Path, data: bytes) -> dict[str, FileEntry]:
    """The rows of files.csv by path. Raises PackDamaged for unsafe names and those that differ only in case."""
    entries: dict[str, FileEntry] = {}
    lower: set[str] = set()
    for line, row in enumerate(_rows(folder, FILES_CSV, data, FILE_COLUMNS, MAX_FILES), 2):
        path = row["path"]
        if not is_safe_member(path) or path.startswith(".") or path.lower() in lower:
            raise damaged(
                folder,
                FILES_CSV,
                Message("has a name in line {line} that is not allowed or comes twice", line=line),
            )
        try:
            size = bounds.whole_number(row["bytes"])
        except ValueError:
            size = -1
        if size < 0 or len(row["sha256"]) != 64:
            raise damaged(folder, FILES_CSV, Message("has no usable size or sha256 in line {line}", line=line))
        lower.add(path.lower())
        entries[path] = FileEntry(path, size, row["sha256"])
    return entries


def check_digest(folder: Path, manifest: PackManifest, name: str, data: bytes) -> None:
    """Raise PackDamaged unless a list matches its digest in pack.json."""
    if manifest.files.get(name) != sha256(data):
        raise damaged(folder, name, Message("is not the file that pack.json lists (its sha256 differs)"))


def _rows(folder: Path, name: str, data: bytes, required: Iterable[str], most: int) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), restval="", strict=True)
        if len(reader.fieldnames or ()) > _MAX_COLUMNS:
            raise damaged(folder, name, Message("has more than {most} columns", most=_MAX_COLUMNS))
        rows = list(islice(reader, most + 1))
    except (UnicodeDecodeError, csv.Error) as error:
        raise damaged(folder, name, Message("is not a table of comma-separated values")) from error
    if len(rows) > most:
        raise damaged(folder, name, Message("has more than {most} rows", most=most))
    missing = [column for column in required if column not in (reader.fieldnames or ())]
    if missing:
        raise damaged(folder, name, Message("has no column {missing}", missing=", ".join(missing)))
    return rows
