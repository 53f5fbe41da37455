"""A .signtry file: one attempt as a zip. Written atomically; only members that its manifest lists are read.

try.json          what was asked, the result, and size and sha256 of every other member
notes.json        notes at moments
features.npy      (T, 540) float16, torso units; present.npy (T, 4)
raw.npy           (F, 540) float16, raw landmarks; times.npy (F,) float64
reference.npy, reference_present.npy, pairs.npy   the reference's rows and the alignment, if any
video.mp4         only if the learner chose to send it
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_array
from desktop_app.engine.attempts import document as documents
from desktop_app.engine.attempts.document import FORMAT, VERSION, Json, Refused
from desktop_app.engine.attempts.records import (
    MAX_NAME,
    AttemptFileDamaged,
    AttemptFileError,
    ComparedReference,
    Note,
    SharedAttempt,
)
from desktop_app.engine.malformed import open_zip
from desktop_app.engine.packs.archive import checked_members, write_member
from desktop_app.engine.records import FeatureSequence
from desktop_app.errors import next_step, reason_of
from desktop_app.files import replacing, sha256, sha256_file
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder

SUFFIX: Final = ".signtry"
MAX_MEMBERS: Final = 16
MAX_BYTES: Final = 1 << 30
MAX_ROWS: Final = 20_000  # a take of a minute has 1,800
MAX_TEXT_BYTES: Final = 1 << 20
# Names on disk: "try" means an attempt, and existing files must stay readable.
ATTEMPT_JSON, NOTES_JSON, VIDEO = "try.json", "notes.json", "video.mp4"
_HINT: Final = Message("Ask for the file again; nothing of it was opened.")
_BOOL: Final = ("bool", "uint8")
# Array members: columns (None: one dimension), kinds.
_ARRAYS: Final[Mapping[str, tuple[int | None, tuple[str, ...]]]] = {
    "features.npy": (layout.FEATURE_DIM, ("float16",)),
    "present.npy": (len(layout.PARTS), _BOOL),
    "raw.npy": (layout.FEATURE_DIM, ("float16",)),
    "times.npy": (None, ("float64",)),
    "reference.npy": (layout.FEATURE_DIM, ("float16",)),
    "reference_present.npy": (len(layout.PARTS), _BOOL),
    "pairs.npy": (2, ("float64",)),
}
_NEEDED: Final = ("features.npy", "present.npy", "raw.npy", "times.npy")
_MEMBERS: Final = frozenset(
    {  # Names on disk: "try" means an attempt, and existing files must stay readable.
        ATTEMPT_JSON,
        NOTES_JSON,
        VIDEO,
        *_ARRAYS,
    }
)


def write_attempt(path: Path, shared: SharedAttempt, *, video: Path | None = None) -> None:
    """Write an attempt to a file, replacing an existing one.

    Args:
        video: an .mp4 of the whole take, if the learner chose to send it.

    Raises:
        AttemptFileError: the file cannot be written, or the video cannot be read.
    """
    arrays = {
        "features.npy": shared.sequence.features.astype(np.float16),
        "present.npy": shared.sequence.present,
        "raw.npy": shared.raw.astype(np.float16),
        "times.npy": shared.times,
    }
    if shared.reference is not None and shared.reference.sequence is not None:
        arrays["reference.npy"] = shared.reference.sequence.features.astype(np.float16)
        arrays["reference_present.npy"] = shared.reference.sequence.present
    if shared.feedback is not None:
        arrays["pairs.npy"] = np.asarray(shared.feedback.pairs, np.float64)
    members = {name: _npy(array) for name, array in arrays.items()}
    with _writing(path) as archive:
        listed = {name: _put(archive, name, data) for name, data in members.items()}
        if video is not None:
            listed[VIDEO] = _put_video(archive, video)
        _put_lists(archive, documents.attempt_document(shared), listed, shared.notes)


def read_attempt(path: Path) -> SharedAttempt:
    """Read an attempt from an untrusted file. The video stays packed.

    Raises:
        AttemptFileDamaged: not an attempt, malicious, or inconsistent with its manifest; it names the member.
        AttemptFileError: it cannot be read, or a newer version of the program wrote it.
    """
    with _opened(path) as (archive, members), temporary_folder() as place:
        folder = Path(place)
        document, listed = _manifest(path, archive, members)
        for name in listed:
            if name != VIDEO:
                _unpack(path, archive, members, name, listed, folder)
        arrays = {name: _array(path, folder, name) for name in listed if name in _ARRAYS}
        try:
            notes = documents.read_notes(documents.parse((folder / NOTES_JSON).read_bytes()))
        except Refused as error:
            raise damaged(path, NOTES_JSON, error.message) from error
        try:
            return _build(document, arrays, notes, has_video=VIDEO in listed)
        except (Refused, ValueError) as error:
            reason = error.message if isinstance(error, Refused) else Message("does not fit its arrays")
            raise damaged(path, ATTEMPT_JSON, reason) from error


def save_notes(source: Path, target: Path, notes: tuple[Note, ...]) -> None:
    """Copy `source` to `target` with other notes; both may be the same file. Other members stay unchanged.

    Raises AttemptFileDamaged, AttemptFileError.
    """
    with temporary_folder() as place:
        with _opened(source) as (archive, members):
            document, listed = _manifest(source, archive, members)
            kept = {name: entry for name, entry in listed.items() if name != NOTES_JSON}
            for name in kept:
                _unpack(source, archive, members, name, listed, Path(place))
        # Windows cannot replace an open file, so the source is closed first.
        with _writing(target) as out:
            for name in kept:
                how = zipfile.ZIP_STORED if name == VIDEO else zipfile.ZIP_DEFLATED
                out.write(Path(place) / name, name, how)
            _put_lists(out, document, kept, notes)


def extract_video(path: Path, target: Path) -> None:
    """Unpack the video of an attempt into a new file. Raises AttemptFileDamaged, AttemptFileError."""
    with _opened(path) as (archive, members), temporary_folder() as place:
        _, listed = _manifest(path, archive, members)
        if VIDEO not in listed:
            raise AttemptFileError(
                Message("'{path}' holds no video.", path=path.name),
                Message("Its landmarks can be shown all the same."),
            )
        _unpack(path, archive, members, VIDEO, listed, Path(place))
        try:
            shutil.copyfile(Path(place) / VIDEO, target)
        except OSError as error:
            raise _unwritable(target, error) from error


def damaged(path: Path, member: str | Message, reason: Message) -> AttemptFileDamaged:
    """The error for one damaged member."""
    return AttemptFileDamaged(
        Message(
            "The attempt '{path}' cannot be used: {member} {reason}.",
            path=path.name,
            member=member,
            reason=reason,
        ),
        _HINT,
    )


@contextmanager
def _opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]]:
    """An open zip with checked members. Zip and system errors in the block become errors about this file."""
    try:
        with open_zip(path, lambda problem: damaged(path, Message("it"), problem)) as archive:
            members = checked_members(
                path, archive, refuse=damaged, most_members=MAX_MEMBERS, most_bytes=MAX_BYTES
            )
            yield archive, members
    except OSError as error:
        raise AttemptFileError(
            Message("'{path}' cannot be read: {strerror}.", path=path.name, strerror=reason_of(error)),
            Message("Check that the file is there."),
        ) from error


def _manifest(
    path: Path, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]
) -> tuple[Json, dict[str, Json]]:
    """try.json and its list of members, checked for names, presence and size."""
    if ATTEMPT_JSON not in members:
        raise damaged(path, ATTEMPT_JSON, Message("is missing"))
    if members[ATTEMPT_JSON].file_size > MAX_TEXT_BYTES:
        raise damaged(path, ATTEMPT_JSON, Message("is too large"))
    with temporary_folder() as place:
        write_member(path, archive, members[ATTEMPT_JSON], Path(place), refuse=damaged)
        data = (Path(place) / ATTEMPT_JSON).read_bytes()
    try:
        document = documents.parse(data)
    except Refused as error:
        raise damaged(path, ATTEMPT_JSON, error.message) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise damaged(path, ATTEMPT_JSON, Message("is not that of an attempt"))
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise AttemptFileError(
            Message("'{path}' was written by a newer version of SignMirror.", path=path.name),
            Message("Update SignMirror."),
        )
    listed = document.get("members")
    if version != VERSION or not isinstance(listed, dict) or not {NOTES_JSON, *_NEEDED} <= listed.keys():
        raise damaged(path, ATTEMPT_JSON, Message("does not list what an attempt holds"))
    for name, entry in listed.items():
        known = name in _MEMBERS and name != ATTEMPT_JSON
        if not known or not isinstance(entry, dict) or not isinstance(entry.get("sha256"), str):
            raise damaged(path, repr(name), Message("is not a file that an attempt may contain"))
        if name not in members:
            raise damaged(path, name, Message("is missing"))
        if members[name].file_size != entry.get("bytes"):
            raise damaged(path, name, Message("has another size than try.json says"))
        if name == NOTES_JSON and members[name].file_size > MAX_TEXT_BYTES:
            raise damaged(path, name, Message("is too large"))
    return document, listed


def _unpack(
    path: Path,
    archive: zipfile.ZipFile,
    members: Mapping[str, zipfile.ZipInfo],
    name: str,
    listed: Mapping[str, Json],
    folder: Path,
) -> None:
    write_member(path, archive, members[name], folder, refuse=damaged)
    if sha256_file(folder / name) != listed[name]["sha256"]:
        raise damaged(path, name, Message("was altered (its sha256 differs)"))


def _array(path: Path, folder: Path, name: str) -> npt.NDArray[Any]:
    columns, kinds = _ARRAYS[name]
    try:
        array = read_array(
            folder / name,
            ndim=1 if columns is None else 2,
            columns=columns,
            dtypes=kinds,
            most_bytes=MAX_ROWS * layout.FEATURE_DIM * 2 + 4096,
        )
    except ArrayFileError as error:
        raise damaged(path, name, error.message) from error
    if not 0 < len(array) <= MAX_ROWS:
        raise damaged(path, name, Message("has {count} rows", count=len(array)))
    return array


def _build(
    document: Json, arrays: Mapping[str, npt.NDArray[Any]], notes: tuple[Note, ...], *, has_video: bool
) -> SharedAttempt:
    """The record. Raises Refused, or ValueError where arrays do not fit together."""
    times = arrays["times.npy"]
    if (np.diff(times) < 0).any():
        raise Refused(Message("has times that run backwards"))
    reference = None
    if document.get("reference") is not None:
        found = document["reference"]
        if not isinstance(found, dict):
            raise Refused(Message("has no usable 'reference'"))
        rows = None
        if found.get("sequence") is not None:
            rows = _sequence(found, arrays, "reference.npy", "reference_present.npy")
        reference = ComparedReference(
            documents.text(found, "pack"),
            documents.text(found, "clip_id"),
            documents.text(found, "sentence"),
            rows,
        )
    return SharedAttempt(
        documents.read_attempt(document),
        _sequence(document, arrays, "features.npy", "present.npy"),
        arrays["raw.npy"].astype(np.float32),
        times,
        documents.number(document, "aspect", 0.05, 20),
        documents.text(document, "signer", MAX_NAME),
        reference,
        documents.read_feedback(document, arrays.get("pairs.npy")),
        notes,
        documents.text(document, "program"),
        has_video,
    )


def _sequence(
    document: Json, arrays: Mapping[str, npt.NDArray[Any]], features: str, present: str
) -> FeatureSequence:
    span = document.get("sequence")
    if not isinstance(span, dict) or features not in arrays or present not in arrays:
        raise Refused(Message("does not say where its rows lie"))
    start_s, end_s = documents.number(span, "start_s"), documents.number(span, "end_s")
    if end_s < start_s:
        raise Refused(Message("ends before it begins"))
    return FeatureSequence(
        arrays[features].astype(np.float32),
        arrays[present].astype(bool),
        documents.number(span, "fps", 1, 240),
        start_s,
        end_s,
    )


@contextmanager
def _writing(path: Path) -> Iterator[zipfile.ZipFile]:
    """A new zip at `path`, put in place when the block ends."""
    if path.suffix.lower() != SUFFIX:
        raise AttemptFileError(
            Message("{path} is not a valid name for an attempt.", path=path.name),
            Message("Use a name that ends in {suffix}.", suffix=SUFFIX),
        )
    try:
        with (
            replacing(path) as part,
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        ):
            yield archive
    except OSError as error:
        raise _unwritable(path, error) from error


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> Json:
    archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return {"bytes": len(data), "sha256": sha256(data)}


def _put_video(archive: zipfile.ZipFile, video: Path) -> Json:
    if not video.is_file():
        raise AttemptFileError(
            Message("The video of this attempt is not there any more."), Message("Send the attempt without it.")
        )
    archive.write(video, VIDEO, zipfile.ZIP_STORED)
    return {"bytes": video.stat().st_size, "sha256": sha256_file(video)}


def _put_lists(
    archive: zipfile.ZipFile, document: Json, listed: Mapping[str, Json], notes: tuple[Note, ...]
) -> None:
    """Write notes.json, then try.json with the list of all other members."""
    written = _put(archive, NOTES_JSON, _json(documents.notes_document(notes)))
    _put(archive, ATTEMPT_JSON, _json({**document, "members": {**listed, NOTES_JSON: written}}))


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8")


def _npy(array: npt.NDArray[Any]) -> bytes:
    out = io.BytesIO()
    np.save(out, array, allow_pickle=False)
    return out.getvalue()


def _unwritable(path: Path, error: OSError) -> AttemptFileError:
    return AttemptFileError(
        Message("'{path}' cannot be written: {strerror}.", path=path, strerror=reason_of(error)),
        next_step(error),
    )
