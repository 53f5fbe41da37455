"""Lessons from packs: by category, due sentences, confusions, random."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop_app.engine.progress.figures import Confusion
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.progress.schedule import Due
from desktop_app.engine.protocols import ReferenceInfo

LARGEST: Final = 8  # sentences; few candidates make both learner and recogniser more certain


class LessonKind(StrEnum):
    """How the sentences of a lesson are chosen."""

    CATEGORY = "category"
    DUE = "due"
    CONFUSABLE = "confusable"
    SURPRISE = "surprise"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Sentences that are practised together; only these are candidates of the recogniser.

    Attributes:
        pack, category: of a lesson by category; "" otherwise.
        part, parts: of a split category; 1 of 1 otherwise.
    """

    kind: LessonKind
    sentences: tuple[SentenceKey, ...]
    pack: str = ""
    category: str = ""
    part: int = 1
    parts: int = 1

    @property
    def id(self) -> str:
        """Stable as long as the pack does not change."""
        return "/".join((self.kind.value, self.pack, self.category, str(self.part)))


@dataclass(frozen=True, slots=True)
class LessonIndex:
    """What a library offers for practice.

    Attributes:
        keys: in pack order. known: the same as a set.
        clips: pack and sentence -> pack and clip of its first reference.
        lessons: by category.
    """

    keys: tuple[SentenceKey, ...] = ()
    known: frozenset[SentenceKey] = frozenset()
    clips: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    lessons: tuple[Lesson, ...] = ()


def sentences_of(references: Iterable[ReferenceInfo]) -> tuple[SentenceKey, ...]:
    """Every sentence once, in pack order; the category is that of its first reference."""
    found: dict[tuple[str, str], SentenceKey] = {}
    for one in references:
        found.setdefault((one.pack, one.sentence), SentenceKey(one.pack, one.sentence, one.category))
    return tuple(found.values())


def lessons(sentences: Iterable[SentenceKey]) -> tuple[Lesson, ...]:
    """Lessons by pack and category in order of appearance, with at most `LARGEST` sentences each.

    Larger categories are split into parts of nearly equal size.
    """
    groups: dict[tuple[str, str], list[SentenceKey]] = {}
    for key in dict.fromkeys(sentences):
        groups.setdefault((key.pack, key.category), []).append(key)
    return tuple(
        Lesson(LessonKind.CATEGORY, part, pack, category, number, len(parts))
        for (pack, category), keys in groups.items()
        for parts in [_split(keys)]
        for number, part in enumerate(parts, 1)
    )


def index_sentences(references: Sequence[ReferenceInfo]) -> LessonIndex:
    """All sentences of a library with their lessons."""
    clips: dict[tuple[str, str], tuple[str, str]] = {}
    for info in references:
        clips.setdefault((info.pack, info.sentence), (info.pack, info.clip_id))
    keys = sentences_of(references)
    return LessonIndex(keys, frozenset(keys), clips, lessons(keys))


def due_lesson(waiting: Sequence[Due]) -> Lesson | None:
    """A lesson of the first due sentences (`schedule.due`); None if nothing is due."""
    keys = tuple(one.key for one in waiting[:LARGEST])
    return Lesson(LessonKind.DUE, keys) if keys else None


def confusable_lesson(confusions: Sequence[Confusion], sentences: Iterable[SentenceKey]) -> Lesson | None:
    """A lesson of confused pairs, the most frequent first; None if none of them is in an open pack.

    Only complete pairs are included.
    """
    known = {key.identity: key for key in sentences}
    chosen: dict[SentenceKey, None] = {}
    for pair in confusions:
        both = [known.get((pair.pack, name)) for name in (pair.asked, pair.recognised)]
        keys = [key for key in both if key is not None]
        more = [key for key in keys if key not in chosen]
        if len(keys) == 2 and len(chosen) + len(more) <= LARGEST:
            chosen.update(dict.fromkeys(more))
    return Lesson(LessonKind.CONFUSABLE, tuple(chosen)) if chosen else None


def surprise_lesson(sentences: Iterable[SentenceKey], chance: random.Random) -> Lesson | None:
    """A lesson of random sentences; None if no pack is open."""
    keys = list(dict.fromkeys(sentences))
    chosen = tuple(chance.sample(keys, min(LARGEST, len(keys))))
    return Lesson(LessonKind.SURPRISE, chosen) if chosen else None


def _split(keys: Sequence[SentenceKey]) -> list[tuple[SentenceKey, ...]]:
    parts = math.ceil(len(keys) / LARGEST)
    edges = [round(number * len(keys) / parts) for number in range(parts + 1)]
    return [tuple(keys[start:end]) for start, end in itertools.pairwise(edges)]
