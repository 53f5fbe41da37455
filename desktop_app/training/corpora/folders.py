"""A folder a label, and in it the clips, or a folder a signer with the clips."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, clip_files, file_job, unique_ids

PREFIX: Final = "__"  # ann__take3.mp4 is by ann


class Folders:
    """`LABEL/clip`, `LABEL/SIGNER/clip` or `LABEL/SIGNER__clip`; underscores in a label are spaces."""

    name = "folders"

    def recognises(self, path: Path) -> bool:
        """Never by itself: `auto` reads folders as it always did, with the innermost one as the sentence."""
        return False

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job per file. A clip outside of a label's folder is an error, because it would have no label."""
        return unique_ids(self._jobs(path))

    def _jobs(self, path: Path) -> Iterator[ClipJob]:
        for file in clip_files(path):
            relative = file.relative_to(path).with_suffix("")
            if len(relative.parts) == 1:
                raise DatasetError(
                    Message("{file} lies in no label's folder.", file=file.name),
                    Message("Put it into a folder named after its label, or use --format table."),
                )
            label, *between = relative.parts[:-1]
            prefix, found, _ = relative.name.partition(PREFIX)
            signer = between[0] if between else prefix if found else ""
            yield file_job(file, "-".join(relative.parts), label.replace("_", " "), {"signer_id": signer})
