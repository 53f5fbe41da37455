"""Names of the classes of a letter model: from its metadata, or from a list beside it.

Many models know fewer letters than the alphabet, other gestures besides, or another order. Their makers write
the names into a file beside the model, or into its metadata, in one of a few usual forms.
"""

from __future__ import annotations

import ast
import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES, DELETE, INDEX, LETTERS, NOTHING, SPACE, STILL_LETTERS
from desktop_app.engine.malformed import refusing_malformed
from desktop_app.engine.records import IntArray
from desktop_app.errors import ModelError
from desktop_app.files import is_text
from desktop_app.message import Message, sentences

# What a model has by the number of its classes, if no list says otherwise.
USUAL: Final[Mapping[int, tuple[str, ...]]] = {
    len(STILL_LETTERS): STILL_LETTERS,
    len(LETTERS): LETTERS,
    len(CLASSES): CLASSES,
}
MAX_LABELS: Final = 256
MAX_BYTES: Final = 1 << 16
UNKNOWN: Final = -1  # place of a class that is no letter
_KEYS: Final = ("signmirror.classes", "classes", "labels", "names", "class_names")
# Beside the model; "{stem}" is its own name. Lists without it may belong to another model.
_OWN_FILES: Final = (
    "{stem}.labels.txt", "{stem}_labels.txt", "{stem}.txt", "{stem}.labels.json", "{stem}_labels.json",
    "{stem}.json", "{stem}.labels.csv", "{stem}_labels.csv", "{stem}_label.csv", "{stem}.csv",
)  # fmt: skip
_COMMON_FILES: Final = (
    "labels.txt", "classes.txt", "labels.json", "classes.json", "class_names.json", "labels.csv", "classes.csv",
    "keypoint_classifier_label.csv",
)  # fmt: skip
_SYNONYMS: Final = {
    "SPACE": SPACE, "_": SPACE, " ": SPACE, "BLANK SPACE": SPACE,
    "DEL": DELETE, "DELETE": DELETE, "BACKSPACE": DELETE,
    "NOTHING": NOTHING, "NONE": NOTHING, "BLANK": NOTHING, "NO HAND": NOTHING, "BACKGROUND": NOTHING,
}  # fmt: skip


def read_labels(model: Path, metadata: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The lists of names that may belong to a model, in order of preference: where it stands -> names.

    Raises:
        ModelError: a list of the model's own cannot be read.
    """
    found: dict[str, tuple[str, ...]] = {}
    for key in _KEYS:
        if key in metadata:
            found[f"{model.name} ({key})"] = _parsed(metadata[key], f"{model.name} ({key})")
    for pattern in (*_OWN_FILES, *_COMMON_FILES):
        path = model.with_name(pattern.format(stem=model.stem))
        if path.is_file():
            try:
                found[path.name] = _parsed_file(path)
            except ModelError:  # without "label" in its name it may be anything
                if pattern in _OWN_FILES and "label" in pattern:
                    raise
                if pattern in _COMMON_FILES:
                    found[path.name] = ()  # said to be unused
    return found


def choose_labels(lists: Mapping[str, Sequence[str]], classes: int) -> tuple[str, ...] | None:
    """The first list with one name a class, else the usual names for that number; None if there are none."""
    return next((tuple(names) for names in lists.values() if _fits(names, classes)), USUAL.get(classes))


def unused_lists(lists: Mapping[str, Sequence[str]], classes: int) -> tuple[str, ...]:
    """Where lists stand that say nothing usable about so many classes; none if another list does."""
    return () if any(_fits(names, classes) for names in lists.values()) else tuple(lists)


def _fits(names: Sequence[str], classes: int) -> bool:
    """Whether there is one name a class, and no letter twice."""
    letters = [name for name in map(canonical, names) if name in INDEX]
    return len(names) == classes and len(set(letters)) == len(letters)


def label_remarks(model: Path, lists: Mapping[str, Sequence[str]], classes: int) -> tuple[Message, ...]:
    """What to tell about the names of the classes: lists that do not fit them, or that there is none."""
    hint = Message("The usual order of {classes} classes is taken; the answers may be wrong.", classes=classes)
    if not lists:
        return (
            sentences(Message("{model} does not say which letters its classes are.", model=model.name), hint),
        )
    return tuple(
        sentences(
            Message(
                "The names in {where} are not used: they are not one for each class of the model.", where=where
            ),
            hint,
        )
        for where in unused_lists(lists, classes)
    )


def places_of(names: Sequence[str]) -> IntArray:
    """Index of each class among the 29, UNKNOWN for what is no letter."""
    return np.array([INDEX.get(canonical(name), UNKNOWN) for name in names], np.int64)


def canonical(name: str) -> str:
    """The name of a class as this program writes it; other names as they are."""
    upper = name.strip().upper().replace("-", " ")
    if name and not name.strip():
        return SPACE
    return _SYNONYMS.get(upper, _SYNONYMS.get(upper.replace("_", " "), upper))


def _parsed_file(path: Path) -> tuple[str, ...]:
    with refusing_malformed(lambda error: _unreadable(path.name, error)):
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        text = path.read_bytes().decode("utf-8-sig")
        if path.suffix.lower() == ".csv":
            rows = [row for row in csv.reader(io.StringIO(text)) if row]
            if all(len(row) > 1 and row[0].strip().isdecimal() for row in rows):  # number and name
                return _checked([row[1] for row in sorted(rows, key=lambda row: int(row[0]))], path.name)
            return _checked([row[0] for row in rows], path.name)
        if path.suffix.lower() == ".txt":
            return _checked(text.splitlines(), path.name)
    return _parsed(text, path.name)


def _parsed(text: str, where: str) -> tuple[str, ...]:
    """Names from JSON, from a list or dictionary as Python writes it, or separated by commas or lines."""
    text = text[:MAX_BYTES].strip()
    if text[:1] not in ("[", "{", "("):
        return _checked(text.splitlines() if "\n" in text else text.split(","), where)
    with refusing_malformed(lambda error: _unreadable(where, error)):
        try:
            document = json.loads(text)
        except ValueError:
            document = ast.literal_eval(text)  # ultralytics writes {0: 'A', 1: 'B'}
        return _checked(_names_in(document), where)


def _names_in(document: Any) -> list[str]:
    if isinstance(document, dict):
        if all(isinstance(value, int) for value in document.values()):  # name -> number
            return [str(name) for name, _ in sorted(document.items(), key=lambda item: item[1])]
        return [str(name) for _, name in sorted(document.items(), key=lambda item: int(item[0]))]
    return [str(name) for name in document]


def _checked(names: Sequence[str], where: str) -> tuple[str, ...]:
    if not 0 < len(names) <= MAX_LABELS or not any(name.strip() for name in names):
        raise _unreadable(where, ValueError(f"{len(names)} names"))
    if not all(is_text(name) for name in names):
        raise _unreadable(where, ValueError("a name that is no text"))
    return tuple(names)


def _unreadable(where: str, error: Exception) -> ModelError:
    return ModelError(
        Message("The names of the letters in {where} cannot be read.", where=where),
        Message(
            "Write one name on a line, in the order of the model's output, into a file labels.txt beside it."
        ),
        detail=str(error),
    )
