"""Finger alphabets of other sign languages, from `.pose` recordings, as a pack of the user's own.

Made for the recordings of the PyPI package `spoken-to-signed` (a folder with `index.csv`: path,
signed_language, words), which ask for a licence of their own and are not shipped. A table with `file` and
`sentence`, or no table at all (the file names are the letters), works as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.packs.manifest import SPELLING
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.sources.pose_file import load_pose
from desktop_app.engine.tracking.features import TORSO_540, normalise_clip
from desktop_app.errors import PackError, SourceError
from desktop_app.message import Message

TABLES: Final = ("index.csv", "clips.csv")
LEAST_HANDS: Final = 5  # rows with a hand; fewer show no letter
Skip = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class _Letter:
    path: Path
    letter: str


def import_alphabet(
    folder: Path,
    *,
    name: str,
    language: str,
    licence: str,
    signed_language: str = "",
    target: Path | None = None,
    on_skip: Skip | None = None,
) -> Pack:
    """Make a pack of a folder of `.pose` recordings.

    Args:
        signed_language: code of one alphabet where the folder's table holds several ("ase", "gsg").
        target: the pack's folder; None: among the user's packs.
        on_skip: called with file name and reason for each skipped file.

    Raises:
        PackError: no table row or file fits, or nothing usable is in them.
    """
    letters = _find(folder, signed_language)
    manifest = PackManifest(
        name=name,
        language=language,
        version="1",
        feature_contract=TORSO_540,
        licence=licence,
        attribution=(f"Imported from {folder.name}",),
        consent="As given by whoever made the recordings.",
        description="A finger alphabet, imported by the user.",
        purpose=SPELLING,
    )
    place = target or paths.user_packs_dir() / slug(name)
    with PackWriter(place, manifest) as writer:
        kept = 0
        for item in letters:
            try:
                sequence = _read(item.path)
            except SourceError as error:
                if on_skip is not None:
                    on_skip(item.path.name, str(error))
                continue
            writer.add(NewReference(sequence, item.letter, category="letters", source=item.path.name))
            kept += 1
        if not kept:
            raise PackError(
                Message("No recording in {folder} shows a hand.", folder=folder),
                Message("Convert the videos again."),
            )
        return writer.finish(None)


def _read(path: Path) -> FeatureSequence:
    recording = load_pose(path)
    clip = normalise_clip(recording.raw, fps=recording.fps, aspect=recording.aspect)
    hands = clip.features[:, layout.LEFT_HAND.start : layout.RIGHT_HAND.stop].any(axis=1)
    if hands.sum() < LEAST_HANDS:
        raise SourceError(Message("{path} shows no hand.", path=path.name), Message("Leave it out."))
    rows = hands.nonzero()[0]
    part = slice(int(rows[0]), int(rows[-1]) + 1)  # the letter, without the arms that come up and go down
    features, present = clip.features[part].copy(), clip.present[part].copy()
    return FeatureSequence(features, present, recording.fps, 0.0, len(features) / recording.fps)


def _find(folder: Path, signed_language: str) -> list[_Letter]:
    if not folder.is_dir():
        raise PackError(
            Message("There is no folder {folder}.", folder=folder),
            Message("Give the folder with the .pose files."),
        )
    table = next((folder / name for name in TABLES if (folder / name).is_file()), None)
    if table is None:
        found = [_Letter(path, path.stem) for path in sorted(folder.rglob("*.pose"))]
    else:
        found = _from_table(table, signed_language)
    if not found:
        nothing = Message("{folder} holds no .pose recordings.", folder=folder)
        if signed_language:
            nothing = Message(
                "{folder} holds no .pose recordings of '{language}'.", folder=folder, language=signed_language
            )
        raise PackError(
            nothing,
            Message("Give the folder with the .pose files, and a code that its table knows."),
        )
    return found


def _from_table(path: Path, signed_language: str) -> list[_Letter]:
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise PackError(
            Message("{path} cannot be read as a table.", path=path.name), Message("Save it as CSV in UTF-8.")
        ) from error
    files = next((name for name in ("path", "file") if name in rows), "")
    words = next((name for name in ("words", "sentence", "glosses") if name in rows), "")
    if not files or not words:
        raise PackError(
            Message("{path} has no columns for files and letters.", path=path.name),
            Message("It needs path and words, or file and sentence."),
        )
    if "signed_language" in rows:
        known = sorted(set(rows["signed_language"]))
        if not signed_language and len(known) > 1:
            raise PackError(
                Message("{path} holds several alphabets.", path=path.name),
                Message("Choose one: {known} (--signed-language).", known=", ".join(known)),
            )
        if signed_language:
            rows = rows[rows["signed_language"] == signed_language]
    home = path.parent.resolve()
    found = []
    for file, word in zip(rows[files], rows[words], strict=True):
        place = (home / file).resolve()
        if home in place.parents and place.suffix.lower() == ".pose":
            found.append(_Letter(place, word.strip()))
    return [item for item in found if item.letter]
