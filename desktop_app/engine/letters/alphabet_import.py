"""Finger alphabets of other sign languages, from `.pose` recordings, as a pack of the user's own.

Made for the recordings of the PyPI package `spoken-to-signed` (a folder with `index.csv`: path,
signed_language, words), which ask for a licence of their own and are not shipped. Any other table of files and
sentences, folders that are called like their letters, or the file names alone work as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.file_kinds import list_clips
from desktop_app.engine.importing.folder_labels import folder_labels
from desktop_app.engine.importing.label_table import LabelTable, row_problem, table_of
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.packs.manifest import SPELLING
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.packs.replacing import check_place
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.sources.pose_file import load_pose
from desktop_app.engine.table_columns import first_filled
from desktop_app.engine.tracking.features import TORSO_540, normalise_clip
from desktop_app.errors import PackError, SourceError
from desktop_app.message import Message

POSE_SUFFIX: Final = ".pose"
LEAST_HANDS: Final = 5  # rows with a hand; fewer show no letter
Skip = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class _Letter:
    path: Path
    letter: str
    start_s: float = 0.0
    end_s: float | None = None


def import_alphabet(
    folder: Path,
    *,
    name: str,
    language: str,
    licence: str,
    signed_language: str = "",
    target: Path | None = None,
    replace_old: bool = False,
    on_skip: Skip | None = None,
    on_remark: Callable[[str], None] | None = None,
) -> Pack:
    """Make a pack of a folder of `.pose` recordings.

    Args:
        signed_language: code of one alphabet where the folder's table holds several ("ase", "gsg").
        target: the pack's folder; None: among the user's packs.
        replace_old: replace a pack that is there.
        on_skip: called with file name and reason for each skipped file.
        on_remark: called with what was assumed about the table.

    Raises:
        PackError: no table row or file fits, nothing usable is in them, or the place is taken.
        TableError: a table lies there that cannot be used.
    """
    place = target or paths.user_packs_dir() / slug(name)
    check_place(place, replace_old=replace_old)
    letters = _find(folder, signed_language, on_skip, on_remark)
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
    with PackWriter(place, manifest) as writer:
        kept = 0
        for item in letters:
            try:
                sequence = _read(item)
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


def _read(item: _Letter) -> FeatureSequence:
    path = item.path
    recording = load_pose(path)
    times = recording.captured_s - recording.captured_s[0]
    raw = recording.raw[(times >= item.start_s) & (times <= (times[-1] if item.end_s is None else item.end_s))]
    clip = normalise_clip(raw, fps=recording.fps, aspect=recording.aspect)
    hands = clip.features[:, layout.LEFT_HAND.start : layout.RIGHT_HAND.stop].any(axis=1)
    if hands.sum() < LEAST_HANDS:
        raise SourceError(Message("{path} shows no hand.", path=path.name), Message("Leave it out."))
    rows = hands.nonzero()[0]
    part = slice(int(rows[0]), int(rows[-1]) + 1)  # the letter, without the arms that come up and go down
    features, present = clip.features[part].copy(), clip.present[part].copy()
    return FeatureSequence(features, present, recording.fps, 0.0, len(features) / recording.fps)


def _find(
    folder: Path, signed_language: str, on_skip: Skip | None, on_remark: Callable[[str], None] | None
) -> list[_Letter]:
    if not folder.is_dir():
        raise PackError(
            Message("There is no folder {folder}.", folder=folder),
            Message("Give the folder with the .pose files."),
        )
    listing = list_clips(folder, {POSE_SUFFIX})
    table = table_of(folder, listing.others)
    if table is None:
        labels = folder_labels(listing.clips, folder)
        found = [_Letter(path, labels[path].sentence) for path in listing.clips]
    else:
        if on_remark is not None:
            for remark in table.remarks:
                on_remark(str(remark))
        found = _from_table(table, folder, signed_language, on_skip)
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


def _from_table(table: LabelTable, folder: Path, signed_language: str, on_skip: Skip | None) -> list[_Letter]:
    rows = list(table.rows())
    languages = table.fields.get("sign_language", ())
    if languages:
        known = sorted({first_filled(row.cells, languages) for row in rows})
        if not signed_language and len(known) > 1:
            raise PackError(
                Message("{path} holds several alphabets.", path=table.path.name),
                Message("Choose one: {known} (--signed-language).", known=", ".join(known)),
            )
        if signed_language:
            rows = [row for row in rows if first_filled(row.cells, languages) == signed_language]
    found = []
    home = folder.resolve()
    for row in rows:
        if row.problem:
            _skip(on_skip, row.name, row_problem(row.problem, row.line, row.details))
        elif home not in row.path.resolve().parents or row.path.suffix.lower() != POSE_SUFFIX:
            _skip(on_skip, row.name, Message("It is no .pose recording in this folder."))
        elif not row.sentence:
            _skip(on_skip, row.name, Message("The table gives no letter for it."))
        else:
            found.append(_Letter(row.path, row.sentence, row.start_s or 0.0, row.end_s))
    return found


def _skip(on_skip: Skip | None, name: str, why: Message) -> None:
    if on_skip is not None:
        on_skip(name, str(why))
