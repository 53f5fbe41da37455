"""Reads the fingerspelling of a recording frame by frame; no frame is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.engine.letters.alphabet import LETTERS
from desktop_app.engine.letters.records import LetterCommit, LetterState
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.protocols import FrameSource, LandmarkExtractor
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.tracking.offline import iterate
from desktop_app.errors import SourceError
from desktop_app.message import Message


@dataclass(frozen=True, slots=True)
class LetterReport:
    """The result for one recording.

    Attributes:
        states: one a frame.
        text: with SPACE and DELETE applied.
        commits: in order, those that were replaced later left out.
        dominant: the letter that was committed most often, of equals the one with more probability; "" for
            none.
    """

    clip: str
    states: tuple[LetterState, ...]
    text: str
    commits: tuple[LetterCommit, ...]
    dominant: str


def read_letters(
    name: str, source: FrameSource, extractor: LandmarkExtractor | None, tracker: LetterTracker
) -> LetterReport:
    """Read a recording.

    Args:
        extractor: for videos and pictures; None for landmark recordings.

    Raises:
        SourceError: it cannot be opened, or holds no frame.
    """
    tracker.reset()
    tracker.clear_text()
    source.open()
    try:
        states = [tracker.step(frame) for frame in _landmarks(name, source, extractor)]
    finally:
        source.close()
    if not states:
        raise SourceError(
            Message("{name} holds no frame.", name=name), Message("Choose another file."), code="source.empty"
        )
    commits = kept_commits(state.commit for state in states)
    return LetterReport(name, tuple(states), tracker.text, commits, dominant_letter(commits))


def kept_commits(found: Iterator[LetterCommit | None]) -> tuple[LetterCommit, ...]:
    """Commits without those that a later one replaced."""
    kept: list[LetterCommit] = []
    for commit in found:
        if commit is None:
            continue
        if commit.replaces:
            del kept[-commit.replaces :]
        kept.append(commit)
    return tuple(kept)


def dominant_letter(commits: tuple[LetterCommit, ...]) -> str:
    """The letter A to Z that was committed most often."""
    letters = [commit for commit in commits if commit.letter in LETTERS]
    if not letters:
        return ""
    counts = Counter(commit.letter for commit in letters)
    surety = dict.fromkeys(counts, 0.0)
    for commit in letters:
        surety[commit.letter] += commit.probability
    return max(counts, key=lambda letter: (counts[letter], surety[letter]))


def _landmarks(name: str, source: FrameSource, extractor: LandmarkExtractor | None) -> Iterator[LandmarkFrame]:
    for frame in iterate(source):
        if isinstance(frame, LandmarkFrame):
            yield frame
        elif extractor is None:
            raise SourceError(
                Message("{name} holds pictures, and no tracker was given.", name=name),
                Message("Give an extractor."),
            )
        else:
            yield extractor.extract(frame)
