"""SignTalk-GH: videos `184C.mp4` (number of the sentence, letter of the variant) and a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from desktop_app.engine.file_kinds import TABLE_SUFFIXES, VIDEO_SUFFIXES, is_visible, visible_files
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, file_job, table_columns, table_rows

_VIDEO: Final = re.compile(r"^(\d+)([A-Za-z])$")
_COLUMNS: Final = {
    "id": ("id", "videoid", "video", "videofile", "file", "filename", "sentenceid", "number", "no", "sn"),
    "sentence": ("sentence", "text", "englishsentence", "english", "translation", "label"),
    "category": ("category", "topic", "domain"),
    "variant": ("variant", "variation", "version"),
    "signer": ("signer", "signerid", "participant"),
}
_HEAD: Final = 200  # files that are checked to recognise the layout


class SignTalkGh:
    """Ghanaian sentences. Every variant is another recording of the sentence.

    A row of the table stands for one video (`184C`) or for all variants of a sentence (`184`). The letter is
    the signer unless the table has a column for that.
    """

    name = "signtalk-gh"

    def recognises(self, path: Path) -> bool:
        """Videos with such names, and a CSV that has an identity and a sentence."""
        if not path.is_dir():
            return False
        names = [file.stem for file in islice(_walk(path), _HEAD)]
        if not names or not all(_VIDEO.match(name) for name in names):
            return False
        return any({"id", "sentence"} <= set(_named(table_columns(table))) for table in _tables(path))

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a video; those without a sentence are refused as `no_label`, rows without a video listed."""
        table = _metadata(path)
        videos = sorted(_walk(path), key=_order)
        if not videos:
            raise DatasetError(
                Message("There is no video in {path}.", path=path),
                Message("Give the folder with the table and the videos."),
            )
        sentences = _sentences(table)
        used = set()
        for video in videos:
            key = video.stem.upper()
            match = _VIDEO.match(key)
            row_key = key if key in sentences else match.group(1) if match else key
            row = sentences.get(row_key, {})
            used.add(row_key)
            yield _job(video, row, match.group(2) if match else "")
        for key, row in sentences.items():
            if key not in used:
                yield _job(path / f"{key}.mp4", row, "")


def _job(video: Path, row: dict[str, str], letter: str) -> ClipJob:
    variant = row.get("variant", "") or letter
    details = {
        "category": row.get("category", "") or "GhSL",
        "signer_id": row.get("signer", "") or (f"variant-{letter}" if letter else ""),
        "variant": variant,
        "sign_language": "GhSL",
        "source": "SignTalk-GH",
    }
    return file_job(video, video.stem, row.get("sentence", ""), details)


def _walk(folder: Path) -> Iterator[Path]:
    return (file for file in visible_files(folder) if file.suffix.lower() in VIDEO_SUFFIXES)


def _order(video: Path) -> tuple[int, str]:
    match = _VIDEO.match(video.stem)
    return (int(match.group(1)) if match else 0, video.stem)


def _named(columns: tuple[str, ...]) -> dict[str, str]:
    """Our column names -> those of the table."""
    plain = {re.sub(r"[^a-z]", "", column.lower()): column for column in reversed(columns)}
    return {ours: plain[name] for ours, names in _COLUMNS.items() for name in reversed(names) if name in plain}


def _tables(folder: Path) -> list[Path]:
    """The tables in a folder; a sheet is where a text table comes from, and comes last."""
    found = [
        path for path in folder.iterdir() if is_visible(path.name) and path.suffix.lower() in TABLE_SUFFIXES
    ]
    return sorted(found, key=lambda path: (path.suffix.lower() == ".xlsx", path.name))


def _metadata(folder: Path) -> Path:
    for table in _tables(folder):
        if table.suffix == ".xlsx" or {"id", "sentence"} <= set(_named(table_columns(table))):
            return table
    raise DatasetError(
        Message("{folder} has no table of the sentences.", folder=folder),
        Message(
            "It needs a CSV beside the videos with the columns video and sentence (and category, variant)."
        ),
    )


def _sentences(table: Path) -> dict[str, dict[str, str]]:
    """The table by `184C` or `184`; a few thousand short rows, the only thing that is held in memory."""
    rows = table_rows(table, ())
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        named = {ours: row[theirs].strip() for ours, theirs in _named(tuple(row)).items()}
        if not {"id", "sentence"} <= set(named):
            raise DatasetError(
                Message("{table} has no column for the video and the sentence.", table=table.name),
                Message("It needs the columns video and sentence (and category, variant)."),
            )
        key = Path(named["id"]).stem.upper()
        letter = named.get("variant", "").upper()
        if key.isdigit() and re.fullmatch("[A-Z]", letter):
            key += letter  # a row a variant, with the letter in a column of its own
        if key:
            found[key] = named
    return found
