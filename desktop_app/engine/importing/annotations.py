"""Annotated films: ELAN (.eaf) and subtitles (.vtt, .srt) as clips of a film, one an annotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote

from desktop_app.engine.file_names import FileFinder
from desktop_app.errors import TableError
from desktop_app.message import Message

MAX_BYTES: Final = 64 << 20
_SCHEMA: Final = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
_MAX_MS: Final = 10**10
_LIST: Final = 12  # tiers that a message names


@dataclass(frozen=True, slots=True)
class Annotation:
    """A part of a film, in seconds from its beginning, and what it says."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of annotations; subtitles are a single tier without a name.

    Attributes:
        signer_id: its participant.
        untimed: texts of annotations that have no usable times.
    """

    name: str
    signer_id: str
    annotations: tuple[Annotation, ...]
    untimed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedFilm:
    """An annotation file.

    Attributes:
        films: the files that it may mean, as it names them or by its own name; one, none or several.
        tiers: those that hold annotations.
        remarks: what the user should know about how the file was read.
    """

    path: Path
    films: tuple[Path, ...]
    tiers: tuple[Tier, ...]
    remarks: tuple[Message, ...] = ()

    def tier(self, name: str | None = "") -> Tier:
        """The tier of that name in any case; "": the only one there is; None: the one with most annotations.

        Raises:
            TableError: no such tier, or several and none was chosen; the message names them.
        """
        if not self.tiers:
            raise TableError(
                Message("{file} contains no annotation with times and a text.", file=self.path.name),
                Message("Annotate the film first."),
                code="annotations.empty",
            )
        if not name and (name is None or len(self.tiers) == 1):
            return max(self.tiers, key=lambda tier: len(tier.annotations))
        assert name is not None
        found = [tier for tier in self.tiers if tier.name.casefold() == name.casefold()]
        if name and found:
            return found[0]
        names = ", ".join(f"'{tier.name}' ({len(tier.annotations)})" for tier in self.tiers[:_LIST])
        if name:
            message = Message("{file} has no tier '{tier}'.", file=self.path.name, tier=name)
        else:
            message = Message("{file} has several tiers.", file=self.path.name)
        raise TableError(
            message, Message("Choose one with --tier: {names}.", names=names), code="annotations.tier"
        )


def read_annotations(path: Path, *roots: Path) -> AnnotatedFilm:
    """Read an .eaf, .vtt or .srt file.

    Args:
        roots: folders in which its film is looked for, besides its own.

    Raises:
        TableError: it cannot be read as what its name says.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _unreadable(path, "too large")
    except OSError as error:
        raise _unreadable(path, str(error)) from error
    finder = FileFinder(*roots, path.parent)
    if path.suffix.lower() == ".eaf":
        return _elan(path, finder)
    return _subtitles(path, finder)


def _elan(path: Path, finder: FileFinder) -> AnnotatedFilm:
    from pympi.Elan import Eaf, parse_eaf

    try:
        document = Eaf()
        document.tiers.clear()
        document.adocument[_SCHEMA] = ""  # pympi takes it for granted, and other programs leave it out
        parse_eaf(str(path), document, suppress_version_warning=True)
        media = [one for one in document.get_linked_files() if "audio" not in str(one.get("MIME_TYPE") or "")]
        found = _first_found(finder, (url for one in media for url in _names(one)), path)
        origin_ms = int(next((one.get("TIME_ORIGIN") for one in media if one.get("TIME_ORIGIN")), 0) or 0)
        slots, moments = _slots(document), _moments(document.timeslots)
        times = {
            mark: (moments[first] + origin_ms, moments[last] + origin_ms)
            for mark, (first, last) in slots.items()
            if first in moments and last in moments
        }
        tiers = tuple(_tier(document, name, times) for name in document.get_tier_names())
    except Exception as error:  # pympi raises Exception itself, and whatever strange XML causes
        raise _unreadable(path, f"{type(error).__name__}: {error}") from error
    return AnnotatedFilm(path, found, tuple(tier for tier in tiers if tier.annotations))


def _tier(document: Any, name: str, times: Mapping[str, tuple[int, int]]) -> Tier:
    aligned, references, attributes, _ = document.tiers[name]
    texts = {mark: text for mark, (_, _, text, *_) in aligned.items()}
    texts |= {mark: text for mark, (_, text, *_) in references.items()}
    annotations, untimed = [], []
    for mark, text in texts.items():
        words = " ".join(str(text or "").split())
        start, end = times.get(mark, (0, 0))
        if words and -_MAX_MS <= start < end <= _MAX_MS:
            annotations.append(Annotation(start / 1000, end / 1000, words))
        elif words:
            untimed.append(words)
    annotations.sort(key=lambda one: (one.start_s, one.end_s))
    return Tier(name, str(attributes.get("PARTICIPANT") or ""), tuple(annotations), tuple(untimed))


def _slots(document: Any) -> dict[str, tuple[str, str]]:
    """The time slots of each annotation: its own, or those of the one at the end of its references.

    Damaged files refer in circles, and to nothing; those annotations have none.
    """
    found: dict[str, tuple[str, str]] = {}
    parents: dict[str, str] = {}
    for aligned, references, *_ in document.tiers.values():
        found |= {mark: (first, last) for mark, (first, last, *_) in aligned.items()}
        parents |= {mark: parent for mark, (parent, *_) in references.items()}
    for start in list(parents):
        way, mark = [], start
        while mark in parents:  # each is followed once, which ends circles and keeps long chains linear
            way.append(mark)
            mark = parents.pop(mark)
        if mark in found:
            found |= dict.fromkeys(way, found[mark])
    return found


def _moments(slots: Mapping[str, int | None]) -> dict[str, int]:
    """Slots in order -> milliseconds; those without a time lie evenly between their neighbours, as in ELAN."""
    found: dict[str, int] = {}
    between: list[str] = []
    before: int | None = None
    for name, value in slots.items():
        if value is None:
            between.append(name)
            continue
        if before is not None:
            parts = len(between) + 1
            found |= {one: before + (value - before) * n // parts for n, one in enumerate(between, 1)}
        found[name] = before = value
        between = []
    return found


def _names(media: dict[str, Any]) -> list[str]:
    """The names of a linked file: relative, then the base name of its address on the annotator's computer."""
    urls = [str(media.get(key) or "") for key in ("RELATIVE_MEDIA_URL", "MEDIA_URL")]
    paths = [unquote(url.removeprefix("file:")) for url in urls if url]
    return [name for path in paths for name in (path, PurePosixPath(path.replace("\\", "/")).name)]


def _subtitles(path: Path, finder: FileFinder) -> AnnotatedFilm:
    import pysubs2

    from desktop_app.engine.text_encoding import assumed_encoding, encoding_of

    kind = path.suffix.lower().removeprefix(".")
    try:
        encoding = encoding_of(path)
        text = path.read_text(encoding=encoding)
        events = pysubs2.SSAFile.from_string(text, format_=kind).events
    except Exception as error:
        if isinstance(error, TableError):
            raise
        # The reader of subtitles has errors of its own, and lets those of numbers through.
        raise _unreadable(path, f"{type(error).__name__}: {error}") from error
    annotations = tuple(
        Annotation(event.start / 1000, event.end / 1000, words)
        for event in sorted(events, key=lambda event: (event.start, event.end))
        if (words := " ".join(event.plaintext.split())) and event.end > event.start
    )
    tiers = (Tier("", "", annotations),) if annotations else ()
    remark = assumed_encoding(path, encoding)
    remarks = () if remark is None else (remark,)
    return AnnotatedFilm(path, _first_found(finder, (), path), tiers, remarks)


def _first_found(finder: FileFinder, names: Iterable[str], path: Path) -> tuple[Path, ...]:
    """The film by one of its names, else the clip called like the annotation file (`film.en.vtt`: `film`)."""
    stem = path.stem
    for name in (*names, stem, PurePosixPath(stem).stem):
        found = finder.find(name)
        if found:
            return found
    return ()


def _unreadable(path: Path, detail: str) -> TableError:
    return TableError(
        Message("{file} cannot be read as annotations.", file=path.name),
        Message("Open it in the program that made it, and save it again."),
        code="annotations.unreadable",
        detail=detail,
    )
