"""ASL Citizen: `videos/` and `splits/` with `Participant ID, Video file, Gloss, ASL-LEX Code`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.engine.file_kinds import is_visible
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, file_job, inside, table_columns, table_rows

_NEEDED: Final = ("Participant ID", "Video file", "Gloss")
_LICENCE: Final = "Microsoft Research (non-commercial)"


class AslCitizen:
    """Participants are the signers; the three splits are read together and named in the column `split`.

    A gloss keeps the number that distinguishes its variants (`DOG1`, `DOG2` are different signs).
    """

    name = "asl-citizen"

    def recognises(self, path: Path) -> bool:
        """`videos/` beside tables with the corpus's own column names."""
        return (path / "videos").is_dir() and bool(_tables(path))

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a row of every split. A video that was not fetched is listed as unreadable."""
        tables = _tables(path)
        if not tables:
            raise DatasetError(
                Message("{path} has no table with the columns {needed}.", path=path, needed=", ".join(_NEEDED)),
                Message("Give the folder that holds videos/ and splits/ as they come."),
            )
        for table in tables:
            for row in table_rows(table, _NEEDED):
                details = {
                    "signer_id": row["Participant ID"].strip(),
                    "category": "ASL",
                    "sign_language": "ASL",
                    "source": "ASL Citizen",
                    "licence": _LICENCE,
                    "split": table.stem,
                    "variant": row.get("ASL-LEX Code", ""),
                }
                file = inside(path / "videos", row["Video file"].strip(), table.name)
                yield file_job(file, file.stem, row["Gloss"].strip(), details)


def _tables(folder: Path) -> list[Path]:
    found = sorted([*(folder / "splits").glob("*.csv"), *folder.glob("*.csv")])
    return [table for table in found if is_visible(table.name) and set(_NEEDED) <= set(table_columns(table))]
