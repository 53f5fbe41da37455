"""Tables as spreadsheets, notebooks and people write them: any usual delimiter, encoding and header."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.table_columns import fields_of
from desktop_app.engine.text_encoding import SAVE, encoding_of, unreadable
from desktop_app.errors import TableError
from desktop_app.message import Message

DELIMITERS: Final = (",", ";", "\t", "|")
SHEET_SUFFIXES: Final = frozenset({".xlsx"})
MAX_HEADER_LINES: Final = 20
_SEPARATOR_LINE: Final = re.compile(r"""["']?sep=(.)["']?\s*""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, its cells by column, and filled cells beyond the last column."""

    line: int
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()


class Table:
    """A CSV, TSV or Excel table. Rows are read one by one, each time from the file.

    Args:
        path: encoding (see text_encoding.py), delimiter (comma, semicolon, tab, bar or what a line `sep=`
            says) and header are found in it.

    Attributes:
        columns: the header as it is written, without spaces around.
        header_line: the line it is in, from 1.
        delimiter, encoding: of a text table; empty for a sheet.

    Raises:
        TableError: it cannot be read; the line is named where it is known.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding = self.delimiter = ""
        self._skip = 0  # lines before the header
        if path.suffix.lower() in SHEET_SUFFIXES:
            self.header_line, header = next(self._sheet(), (1, ()))
        else:
            self.encoding = encoding_of(path)
            self.header_line, header = self._find_header()
        # Without the empty cells that spreadsheets write behind the last: what lies under them is too much.
        named = max((place for place, name in enumerate(header, 1) if name), default=0)
        self.columns = header[:named]
        if not self.columns:
            raise TableError(Message("{table} is empty.", table=path.name), Message("Add a header and rows."))

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty.

        Raises:
            TableError: a row cannot be read; its line is named.
        """
        lines = self._sheet() if not self.encoding else self._lines()
        for line, cells in islice(lines, 1, None):
            if any(cells):
                surplus = cells[len(self.columns) :]
                padded = (*cells, *[""] * (len(self.columns) - len(cells)))
                # In reverse, so that the first of two columns of one name counts.
                pairs = list(zip(self.columns, padded, strict=False))[::-1]
                yield Row(line, {name: cell for name, cell in pairs if name}, surplus if any(surplus) else ())

    def _find_header(self) -> tuple[int, tuple[str, ...]]:
        try:
            with self.path.open(encoding=self.encoding, newline="") as file:
                head = list(islice(file, MAX_HEADER_LINES))
        except (OSError, UnicodeError) as error:
            raise unreadable(self.path, error) from error
        lines = [line.strip("\ufeff\r\n ") for line in head]
        first = next((place for place, line in enumerate(lines) if line), None)
        if first is None:
            return 1, ()
        if "\0" in lines[first]:
            raise unreadable(self.path, None)
        told = _SEPARATOR_LINE.fullmatch(head[first].strip("\ufeff\r\n"))
        if told is not None:
            self.delimiter, self._skip = told[1], first + 1
        else:
            self.delimiter = max(DELIMITERS, key=lambda one: _fit(lines[first], one))
        return next(self._lines(), (1, ()))

    def _lines(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Line and cells of the header and the rows."""
        line = self._skip
        try:
            with self.path.open(encoding=self.encoding, newline="") as file:
                for _ in range(self._skip):
                    next(file)
                reader = csv.reader(file, delimiter=self.delimiter, strict=True, skipinitialspace=True)
                for cells in reader:
                    if any("\0" in cell for cell in cells):  # no text, and no name of a file
                        raise csv.Error("NUL character")
                    if any(cells):
                        yield line + 1, tuple(cell.strip("\ufeff \t\r\n") for cell in cells)
                    line = self._skip + reader.line_num
        except csv.Error as error:
            raise TableError(
                Message("{table}, line {line} cannot be read as a row.", table=self.path.name, line=line + 1),
                Message("Check the quotation marks in this line, or save the table again as CSV."),
                detail=str(error),
            ) from error
        except (OSError, UnicodeError) as error:
            raise unreadable(self.path, error) from error

    def _sheet(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Line and cells of the first sheet of a workbook."""
        try:
            import openpyxl
        except ImportError as error:
            raise TableError(
                Message("{table} is an Excel table, which needs the package openpyxl.", table=self.path.name),
                Message("Save it as CSV in its place."),
                code="table.no_openpyxl",
            ) from error
        try:
            book = openpyxl.load_workbook(self.path, read_only=True, data_only=True)
        except Exception as error:
            raise unreadable(self.path, error) from error
        line = 0
        try:
            rows = book.active.iter_rows(values_only=True)
            while (values := _next_row(rows, self.path, line + 1)) is not None:
                line += 1
                cells = tuple(_cell(value) for value in values)
                if any(cells):
                    yield line, cells
        finally:
            book.close()


def _next_row(rows: Iterator[Sequence[Any]], path: Path, line: int) -> Sequence[Any] | None:
    """The next row of a sheet, None after the last. Raises TableError: openpyxl reads a sheet as it goes."""
    try:
        return next(rows, None)
    except Exception as error:
        raise TableError(
            Message("{table}, line {line} cannot be read as a row.", table=path.name, line=line),
            SAVE,
            detail=str(error),
        ) from error


def _fit(header: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter fits: known header words, then cells."""
    try:
        cells = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return 0, 0
    return sum(map(len, fields_of(cells).values())), len(cells)


def _cell(value: Any) -> str:
    """A cell of a sheet as text; whole numbers come as 184.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
