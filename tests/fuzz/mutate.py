"""Mutations of valid inputs: of bytes, of numbers and structure in texts, of members of archives."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Final

from tests.fuzz.registry import Files, Repair

ARCHIVES: Final = (".npz", ".zip", ".signpack", ".signtry")
MAX_BYTES: Final = 4 << 20
_REPAIRED: Final = 0.8  # share of inputs whose digests are made to agree
_NUMBERS: Final = (
    b"0", b"-1", b"1", b"1e400", b"-1e400", b"1e-320", b"3e38", b"nan", b"NaN", b"Infinity", b"-0.0",
    b"2147483648", b"9223372036854775807", b"9223372036854775808", b"-9223372036854775809", b"1" * 400,
    b"1" * 5000, b"0x10", b"1_000", b"1.5", b"true", b"null", b"99999999999999999999999999", "٣".encode(),
)  # fmt: skip
_PIECES: Final = (
    b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\n", b"\r", b'"', b"'", b"\\", b",", b";", b"\t",
    b"{", b"}", b"[" * 20_000, b"{" * 3000, b'{"a":' * 5000, b"[[[[]]]]", b"null", b"../../etc/passwd",
    b"/etc/passwd", b"C:\\x", b"CON", b"\xe2\x80\xae", b"=1+1", b"%s%n", b"a" * 300, b"\x80\x04]\x94.",
    b"PK\x03\x04", b"\x93NUMPY",
)  # fmt: skip
_EXTREMES: Final = (
    0,
    1,
    -1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
    1 << 40,
    1 << 62,
)


def mutated(rng: random.Random, files: Files, others: list[Files], repair: Repair | None) -> Files:
    """One input made of a valid one: a file of it is changed, now and then missing or another input's."""
    files = dict(files)
    name = rng.choice(sorted(files))
    kind = rng.random()
    if kind < 0.01 and len(files) > 1:
        del files[name]
    elif kind < 0.03:
        files[name] = rng.choice(list(rng.choice(others).values()))
    elif name.endswith(ARCHIVES) and zipfile.is_zipfile(io.BytesIO(files[name])) and kind < 0.7:
        files[name] = _mutated_archive(rng, files[name], repair)
        return files
    else:
        files[name] = mutated_bytes(rng, files[name])
    if repair is not None and rng.random() < _REPAIRED:
        files = repair(files)
    return files


def mutated_bytes(rng: random.Random, data: bytes) -> bytes:
    """One to four mutations, one after the other."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        data = rng.choice(_MUTATIONS)(rng, data)
    return data[:MAX_BYTES]


def _mutated_archive(rng: random.Random, data: bytes, repair: Repair | None) -> bytes:
    """A member is changed, and the archive written anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(sorted(members))
    kind = rng.random()
    if kind < 0.05:
        del members[name]
    elif kind < 0.1:
        members[rng.choice(("../x", "/x", "a\\b", "CON", name.upper(), "x" * 250, "é"))] = members[name]
    else:
        members[name] = mutated_bytes(rng, members[name])
    if repair is not None and rng.random() < _REPAIRED:
        members = repair(members)
    out = io.BytesIO()
    how = rng.choice(
        (zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    )
    with zipfile.ZipFile(out, "w", how) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member), content, how)
    return mutated_bytes(rng, out.getvalue()) if rng.random() < 0.1 else out.getvalue()


def _flip(rng: random.Random, data: bytes) -> bytes:
    if not data:
        return b"\x00"
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        changed[_place(rng, data)] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _integer(rng: random.Random, data: bytes) -> bytes:
    """Overwrite a little-endian number of 1 to 8 bytes."""
    size = rng.choice((1, 2, 4, 8))
    if len(data) < size:
        return data
    place = min(_place(rng, data), len(data) - size)
    value = rng.choice(_EXTREMES) + rng.randrange(-2, 3)
    return data[:place] + (value & ((1 << 8 * size) - 1)).to_bytes(size, "little") + data[place + size :]


def _number(rng: random.Random, data: bytes) -> bytes:
    """Replace a number that is written as text."""
    found = list(re.finditer(rb"-?\d+(\.\d+)?(e-?\d+)?", data[:100_000]))
    if not found:
        return _flip(rng, data)
    one = rng.choice(found)
    return data[: one.start()] + rng.choice(_NUMBERS) + data[one.end() :]


def _insert(rng: random.Random, data: bytes) -> bytes:
    place = _place(rng, data)
    return data[:place] + rng.choice(_PIECES) + data[place:]


def _replace(rng: random.Random, data: bytes) -> bytes:
    """Replace a word or a quoted text."""
    found = list(re.finditer(rb"[A-Za-z_]{2,}|\"[^\"\n]{0,80}\"", data[:100_000]))
    if not found:
        return _insert(rng, data)
    one = rng.choice(found)
    return data[: one.start()] + rng.choice((*_PIECES, *_NUMBERS)) + data[one.end() :]


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: _place(rng, data)]


def _delete(rng: random.Random, data: bytes) -> bytes:
    place, size = _place(rng, data), rng.choice((1, 2, 4, 16, 256))
    return data[:place] + data[place + size :]


def _repeat(rng: random.Random, data: bytes) -> bytes:
    place, size = _place(rng, data), rng.choice((1, 8, 64, 1024))
    return data[:place] + data[place : place + size] * rng.choice((2, 3, 50)) + data[place + size :]


def _swap(rng: random.Random, data: bytes) -> bytes:
    """Exchange two lines, or two halves."""
    lines = data.split(b"\n")
    if len(lines) > 2:
        one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
        return b"\n".join(lines)
    place = _place(rng, data)
    return data[place:] + data[:place]


def _encode(rng: random.Random, data: bytes) -> bytes:
    """The same text in another encoding."""
    return data[:100_000].decode("latin-1").encode(rng.choice(("utf-16", "utf-16-le", "utf-32", "utf-7")))


def _place(rng: random.Random, data: bytes) -> int:
    """A place in the data, more often near the beginning, where headers are."""
    most = len(data) if rng.random() < 0.5 else min(len(data), 256)
    return rng.randrange(most) if most else 0


_MUTATIONS: Final[tuple[Callable[[random.Random, bytes], bytes], ...]] = (
    _flip, _flip, _integer, _integer, _number, _number, _number, _insert, _insert, _replace, _replace, _cut,
    _delete, _repeat, _swap, _encode,
)  # fmt: skip
