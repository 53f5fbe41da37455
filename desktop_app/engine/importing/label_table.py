"""Tables that say what clips mean: their rows with the files they name, and the table of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.engine.file_kinds import FOREIGN_TABLE_SUFFIXES, TABLE_SUFFIXES
from desktop_app.engine.file_names import FileFinder
from desktop_app.engine.table_columns import fields_of, first_filled, seconds_of
from desktop_app.engine.tables import Row, Table
from desktop_app.engine.text_encoding import assumed_encoding
from desktop_app.errors import TableError
from desktop_app.files import readable
from desktop_app.message import Message

SURPLUS, AMBIGUOUS, TIMES, NO_FILE = "surplus", "ambiguous", "times", "no_file"
TEXT_SUFFIX: Final = ".txt"  # what Excel calls "Unicode text" is a table; most others are not
# Lists that this program writes beside clips.
OWN_LISTS: Final = frozenset({"import-refused.csv", "low_quality_videos.csv"})
_DATA_SET_TABLE, _DATA_SET_LOG = "processed_metadata.csv", "progress.jsonl"  # as `preprocess` writes them
_FIELDS: Final = ("category", "signer_id", "variant", "handedness", "source", "licence", "consent")
_MILLISECONDS: Final = 0.001


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One row of a table of clips.

    Attributes:
        name: of the file, as it is written.
        path: the file it means; where there is none, where it should be.
        sentence: may be empty.
        fields: category, signer_id, variant, handedness, source, licence and consent, where they are filled.
        start_s, end_s: the part of the file; None: its beginning or its end.
        problem: "", or why the row cannot be used: surplus, ambiguous or times; `details` belongs to it.
        cells: all cells by column.
    """

    line: int
    name: str
    path: Path
    sentence: str
    fields: dict[str, str]
    start_s: float | None
    end_s: float | None
    problem: str
    details: str
    cells: dict[str, str]


class LabelTable:
    """A table with a column for the file and one for the sentence.

    Args:
        roots: folders in which files are looked for, besides that of the table.

    Raises:
        TableError: it cannot be read, or lacks one of the columns.
    """

    def __init__(self, path: Path, *roots: Path) -> None:
        self.path = path
        self._table = Table(path)
        self.fields = fields_of(self._table.columns)
        self._finder = FileFinder(*roots, path.parent)
        # spoken-to-signed counts in milliseconds, and writes 0 and 0 for a whole file.
        self._lexicon = "sign_language" in self.fields and "start" in self.fields
        missing = [
            what
            for field, what in (("file", Message("file")), ("sentence", Message("sentence")))
            if field not in self.fields
        ]
        if missing:
            raise TableError(
                Message(
                    "{table}, line {line} names no column for: {missing}.",
                    table=path.name,
                    line=self._table.header_line,
                    missing=missing,
                ),
                Message(
                    "The first line names the columns, such as file, sentence, category, signer_id. To go by "
                    "file names alone, move the table elsewhere."
                ),
            )

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What the user should know about how the table was read."""
        remark = assumed_encoding(self.path, self._table.encoding)
        return () if remark is None else (remark,)

    def rows(self) -> Iterator[LabelRow]:
        """Every row. Raises TableError for one that cannot be read."""
        for row in self._table.rows():
            yield self._row(row)

    def _row(self, row: Row) -> LabelRow:
        names = [row.cells[column] for column in self.fields["file"] if row.cells.get(column)]
        # The film first; where it did not come along, its features may have (processed_metadata.csv).
        found = [self._finder.find(name) for name in names]
        name, paths = next(
            ((name, paths) for name, paths in zip(names, found, strict=True) if paths),
            (names[0] if names else "", ()),
        )
        start_s, end_s = self._time(row, "start"), self._time(row, "end")
        problem = details = ""
        if row.surplus:
            problem, details = SURPLUS, ""
        elif not names:
            problem = NO_FILE
        elif len(paths) > 1:
            problem, details = AMBIGUOUS, shown(paths, self.path.parent)
        elif start_s is False or end_s is False or (start_s and end_s and end_s <= start_s):
            problem = TIMES
        return LabelRow(
            line=row.line,
            name=name.replace("\\", "/"),
            path=paths[0] if paths else self.path.parent / name.replace("\\", "/"),
            sentence=" ".join(first_filled(row.cells, self.fields["sentence"]).split()),
            fields={
                field: value
                for field in _FIELDS
                if (value := first_filled(row.cells, self.fields.get(field, ())))
            },
            start_s=start_s or None,
            end_s=end_s or None,
            problem=problem,
            details=details,
            cells=row.cells,
        )

    def _time(self, row: Row, field: str) -> float | bool | None:
        """Seconds; None where there are none; False for what is no time."""
        text = first_filled(row.cells, self.fields.get(field, ()))
        if not text:
            return None
        seconds = seconds_of(text, _MILLISECONDS if self._lexicon else 1.0)
        return False if seconds is None else seconds


def shown(paths: Iterable[Path], folder: Path) -> str:
    """Paths as they are named in messages."""
    names = (
        path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path) for path in paths
    )
    return ", ".join(map(readable, names))


def row_problem(problem: str, line: int, details: str) -> Message:
    """The problem of a row in words."""
    if problem == AMBIGUOUS:
        return Message("Several files may be meant: {details}.", details=details)
    if problem == NO_FILE:
        return Message("Line {line} names no file.", line=line)
    if problem == TIMES:
        return Message("Line {line} has a start or end that cannot be read as a time.", line=line)
    return Message(
        "Line {line} has more cells than the header. Put texts that contain the delimiter in quotation marks.",
        line=line,
    )


def table_of(folder: Path, files: Iterable[Path]) -> LabelTable | None:
    """The table among the files that lie directly in a folder.

    Raises:
        TableError: there are several, or none of those that are there can be used. Going by file names instead
            would lose what the table says.
    """
    known = TABLE_SUFFIXES | FOREIGN_TABLE_SUFFIXES
    usable: list[LabelTable] = []
    faults: list[TableError] = []
    for path in sorted(files):
        suffix = path.suffix.lower()
        if path.parent != folder or path.name in OWN_LISTS or suffix not in known | {TEXT_SUFFIX}:
            continue
        try:
            usable.append(_open(path))
        except TableError as error:
            if suffix in known:  # any other text is no table
                faults.append(error)
    if len(usable) > 1 and (folder / _DATA_SET_LOG).is_file():  # one of them is what was made of the others
        usable = [table for table in usable if table.path.name != _DATA_SET_TABLE]
    text = [table for table in usable if table.path.suffix.lower() != ".xlsx"]
    chosen = text if len(text) == 1 else usable  # a sheet is where the text table comes from
    if len(chosen) > 1:
        raise TableError(
            Message("There are several tables: {tables}.", tables=", ".join(one.path.name for one in chosen)),
            Message(
                "Give the one that counts, with --labels or instead of the folder, or move the others away."
            ),
            code="table.several",
        )
    if not chosen and faults:
        raise faults[0]
    return chosen[0] if chosen else None


def _open(path: Path) -> LabelTable:
    if path.suffix.lower() in FOREIGN_TABLE_SUFFIXES:
        raise TableError(
            Message("{table} is a table that cannot be read here.", table=path.name),
            Message("Save it as CSV in its place."),
        )
    return LabelTable(path)
