"""The header words of tables of clips, in English and French, and the values of their cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

# Field -> header words, the most telling first. Case, accents, spaces and a plural s do not matter.
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "file": (
        "file", "filename", "file path", "path", "video file", "video filename", "video path", "video name",
        "video", "clip", "clip file", "clip path", "clip name", "media", "media file", "media path",
        "recording", "recording file", "pose", "pose file", "pose path", "fichier", "nom fichier",
        "nom du fichier", "nom de fichier", "chemin", "chemin du fichier", "fichier vidéo", "enregistrement",
        "film", "feature path", "feature file",
    ),
    "sentence": (
        "sentence", "phrase", "text", "texte", "word", "mot", "gloss", "glosses", "glose", "label", "étiquette",
        "libellé", "sign", "signe", "sign name", "meaning", "signification", "sens", "translation",
        "traduction", "transcription", "transcript", "caption", "annotation", "english", "anglais", "français",
        "french", "class", "class name", "classe", "title", "titre",
    ),
    "category": ("category", "catégorie", "topic", "theme", "thème", "domain", "domaine", "lesson", "leçon"),
    "signer_id": (
        "signer id", "signer", "signer name", "participant id", "participant", "performer", "person",
        "personne", "signeur", "signeuse", "signant", "signataire", "locuteur", "subject", "sujet", "speaker",
    ),
    "variant": ("variant", "variante", "variation", "dialect", "dialecte", "region", "région"),
    "handedness": (
        "handedness", "hand", "dominant hand", "main", "main dominante", "latéralité", "preferred hand",
    ),
    "source": ("source", "origin", "origine", "provenance"),
    "licence": ("licence", "license"),
    "consent": ("consent", "consentement"),
    "start": ("start s", "start", "start time", "begin", "begin time", "début", "debut s"),
    "end": ("end s", "end", "end time", "stop", "fin", "fin s"),
    "fps": ("fps", "frame rate", "framerate"),
    "sign_language": ("sign language", "signed language", "langue des signes", "langue signée"),
}  # fmt: skip
_HANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "right": ("right", "r", "rh", "righthand", "righthanded", "droite", "droit", "d", "droitier", "droitiere"),
    "left": ("left", "l", "lh", "lefthand", "lefthanded", "gauche", "g", "gaucher", "gauchere"),
    "both": ("both", "b", "two", "2", "bothhands", "twohanded", "deux", "lesdeux", "deuxmains", "ambidextrous"),
    "": ("", "unknown", "none", "na", "nan", "inconnu", "inconnue"),
}  # fmt: skip
_LATEST_S: Final = 1e9  # thirty years into a film: no time of a clip
_CLOCK: Final = re.compile(r"(?:(\d{1,5}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)")


def plain(word: str) -> str:
    """A header word as it is compared: letters and digits without accents, in lower case."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _singular(word: str) -> str:
    return plain(word).removesuffix("s")


_PLACES: Final = {
    _singular(word): (field, place) for field, words in WORDS.items() for place, word in enumerate(words)
}


def fields_of(columns: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The columns that hold each known field, the most telling header word first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for column in columns:
        field, place = _PLACES.get(_singular(column), ("", 0))
        if field:
            found.setdefault(field, []).append((place, column))
    return {field: tuple(name for _, name in sorted(names)) for field, names in found.items()}


def first_filled(cells: Mapping[str, str], columns: Sequence[str]) -> str:
    """The first of these cells that is not empty."""
    return next((cells[column] for column in columns if cells.get(column)), "")


def handedness_of(text: str) -> str:
    """`right`, `left`, `both` or "" for the usual words; any other text as it is."""
    word = plain(text)
    return next((hand for hand, words in _HANDS.items() if word in words), text)


def seconds_of(text: str, unit: float = 1.0) -> float | None:
    """A time as `12.5` (in units of so many seconds), `1:02.5` or `0:01:02,5`; None for anything else."""
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        hours, minutes, seconds = clock.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
    try:
        value = float(text.replace(",", ".")) * unit
    except ValueError:
        return None
    return value if 0 <= value <= _LATEST_S else None
