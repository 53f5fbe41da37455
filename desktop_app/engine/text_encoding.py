"""The encoding of a text file that does not name it: UTF-8, UTF-16, Windows-1252 or Mac OS Roman.

The first two are certain. The others are told apart by spelling: what an old Excel for Mac has written, read as
Windows-1252, has capitals after small letters and signs within words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.errors import TableError
from desktop_app.message import Message

WINDOWS: Final = "cp1252"
MAC: Final = "mac_roman"
SAVE: Final = Message("Save it again as CSV in UTF-8.")
_NAMES: Final = {WINDOWS: "Windows-1252", MAC: "Mac OS Roman"}
_CHUNK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the next one
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_CP1252: Final = re.compile(b"[\x81\x8d\x8f\x90\x9d]")
_UNLIKELY: Final = 4  # so many times fewer impossible spellings, and the other encoding is assumed
_SMALL: Final = "a-z\xdf-\xf6\xf8-\xff\u0153\u0161\u017e"
_CAPITAL: Final = "\xc0-\xd6\xd8-\xde\u0152\u0160\u017d\u0178"
_LETTER: Final = r"[^\W\d_]"
# Signs, most of them of mathematics, and accents on their own. Those that may open a quotation come second.
_SIGNS: Final = (
    "\u0192\u2020\u2021\u02c6\u2030\u02dc\xa2\xa4-\xa6\xac\xaf\xb6\u2202\u2211\u220f\u222b\u221a\u2248\u2206\u25ca"
    "\u02d8-\u02db\u02dd\u02c7\u0131\u2260\u221e\u2264\u2265\u2044\uf8ff"
)
_OPENING: Final = "\u2022\xa1\xa3\xa8\xb4\xb8\xbf\u201a\u201e\u03c0\u03a9\ufb01\ufb02"
# What no text has: capitals after small letters or within a word, signs at a letter, quotation marks in a word.
_IMPOSSIBLE: Final = re.compile(
    f"(?<=[{_SMALL}])[{_CAPITAL}]|(?<=[A-Z])[{_CAPITAL}](?=[{_SMALL}])"
    f"|(?<={_LETTER})[{_SIGNS}{_OPENING}]|[{_SIGNS}](?={_LETTER})"
    f"|(?<={_LETTER})[\u201c\u201d\xab\xbb\u2122\xa9\xae\xa7](?={_LETTER})"
    "|\ufffd"
)


def assumed_encoding(path: Path, encoding: str) -> Message | None:
    """What to tell about a file whose encoding is a guess; None for one that is certain."""
    if encoding not in _NAMES:
        return None
    return Message(
        "{file} is not in UTF-8 and is read as {encoding}. If accented letters look wrong, save it in UTF-8.",
        file=path.name,
        encoding=_NAMES[encoding],
    )


def encoding_of(path: Path) -> str:
    """The encoding of a file, as Python names it. Raises TableError for a file in none of those known."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
            for bom, name in _BOMS:
                if head.startswith(bom):
                    return name
            if b"\0" in head:  # UTF-16 without a mark: every second byte of ASCII text is zero
                return "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
            file.seek(0)
            decoder = codecs.getincrementaldecoder("utf-8")()
            wide, lines = False, 0
            while chunk := file.read(_CHUNK):
                try:
                    text = decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    before = error.object[: error.start]
                    if wide or not before.isascii():  # it began as UTF-8
                        raise _mixed(path, lines + before.count(b"\n") + 1) from error
                    break
                wide |= not text.isascii()
                lines += text.count("\n")
            else:
                return "utf-8"
            return _one_byte_encoding(path, file)
    except OSError as error:
        raise unreadable(path, error) from error


def _one_byte_encoding(path: Path, file: BinaryIO) -> str:
    """Windows-1252 or Mac OS Roman. Raises TableError for bytes that the first lacks in a text of the first."""
    windows, mac, lines, undefined = 0, 0, 0, 0
    for chunk in _chunks(file):
        windows += sum(1 for _ in _IMPOSSIBLE.finditer(chunk.decode(WINDOWS, "replace")))
        mac += sum(1 for _ in _IMPOSSIBLE.finditer(chunk.decode(MAC)))
        wrong = None if undefined else _NOT_IN_CP1252.search(chunk)
        if wrong is not None:
            undefined = lines + chunk.count(b"\n", 0, wrong.start()) + 1
        lines += chunk.count(b"\n")
    if windows and mac * _UNLIKELY <= windows:
        return MAC
    if undefined:
        raise _mixed(path, undefined)
    return WINDOWS


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _mixed(path: Path, line: int) -> TableError:
    return TableError(
        Message(
            "{table}, line {line} has characters that are neither UTF-8 nor Windows-1252.",
            table=path.name,
            line=line,
        ),
        SAVE,
    )


def unreadable(path: Path, error: Exception | None) -> TableError:
    """The error for a table that cannot be read."""
    strerror = getattr(error, "strerror", None)
    if strerror:
        message = Message("{table} cannot be read: {strerror}.", table=path.name, strerror=strerror)
    else:
        message = Message("{table} cannot be read as a table.", table=path.name)
    return TableError(message, SAVE, detail=str(error or ""))
