"""WLASL: `WLASL_v0.3.json`, a list of glosses with their instances, and `videos/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, file_job, safe_id

_LICENCE: Final = "C-UDA-1.0"
_FOLDERS: Final = ("videos", "raw_videos")


class Wlasl:
    """An instance is a clip, `signer_id` its signer. Videos that are not there are listed, not fatal.

    `frame_start` counts from 1 and `frame_end` may be -1, the end. Where the corpus's own script has cut the
    videos already, the file ends before `frame_end` and is taken whole (`clip_features.py`).
    """

    name = "wlasl"

    def recognises(self, path: Path) -> bool:
        """A file named like the corpus's own."""
        return path.is_dir() and any(path.glob("WLASL_v*.json"))

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job an instance."""
        tables = sorted(path.glob("WLASL_v*.json"))
        if not tables:
            raise DatasetError(
                Message("{path} has no WLASL_v0.3.json.", path=path),
                Message("Give the folder that holds it and videos/."),
            )
        table = tables[-1]
        folder = next((path / name for name in _FOLDERS if (path / name).is_dir()), path / _FOLDERS[0])
        for gloss, instance in _instances(table):
            try:
                video = safe_id(str(instance["video_id"]))
                cut = _cut(instance)
                details = {
                    "signer_id": _text(instance, "signer_id"),
                    "category": "ASL",
                    "sign_language": "ASL",
                    "source": "WLASL",
                    "licence": _LICENCE,
                    "split": _text(instance, "split"),
                    "variant": _text(instance, "variation_id"),
                }
            except (KeyError, ValueError, TypeError, OverflowError) as error:  # JSON can say 1e400
                raise DatasetError(
                    Message(
                        "{table}: an instance of '{gloss}' has no video_id or no whole frame numbers.",
                        table=table.name,
                        gloss=gloss,
                    ),
                    Message("Fetch the file again."),
                    detail=repr(error),
                ) from error
            # The rate in the table is that of the video on the web; the file states its own.
            yield file_job(folder / f"{video}.mp4", video, gloss, details, cut)


def _instances(table: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The whole table is one JSON document of 12 MB; it is freed after the last instance."""
    try:
        entries = json.loads(table.read_text(encoding="utf-8"))
        pairs = [(str(entry["gloss"]), entry["instances"]) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DatasetError(
            Message("{table} cannot be read as a list of glosses and instances.", table=table.name),
            Message("Fetch the file again."),
            detail=str(error),
        ) from error
    for gloss, instances in pairs:
        for instance in instances:
            yield gloss, instance


def _text(instance: dict[str, Any], name: str) -> str:
    value = instance.get(name)
    return "" if value is None else str(value)


def _cut(instance: dict[str, Any]) -> tuple[int, int | None] | None:
    first, last = int(instance.get("frame_start", 1)), int(instance.get("frame_end", -1))
    start = max(first - 1, 0)
    end = last - 1 if last > 0 else None
    return None if start == 0 and end is None else (start, end)
