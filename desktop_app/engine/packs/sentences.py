"""Numbers of the sentences of a pack."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

from desktop_app.engine.packs.bounds import MAX_INTEGER
from desktop_app.engine.packs.manifest import ReferenceClip

KnownSentences = dict[str, tuple[int, str]]


def sentence_key(sentence: str) -> str:
    """Key of a sentence; ignores case and spacing."""
    return " ".join(sentence.split()).casefold()


def known_sentences(clips: Iterable[ReferenceClip]) -> KnownSentences:
    """Number and spelling of each sentence, by its key; the first clip counts."""
    known: KnownSentences = {}
    for clip in clips:
        known.setdefault(sentence_key(clip.sentence), (clip.sentence_id, clip.sentence))
    return known


def free_number(taken: Collection[int]) -> int:
    """The number after the largest one; the lowest free one if that would exceed 64 bits."""
    number = max(taken, default=-1) + 1
    return number if number <= MAX_INTEGER else next(one for one in count() if one not in taken)
