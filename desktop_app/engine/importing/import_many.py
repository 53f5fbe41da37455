"""Imports many videos and recordings into a pack, clip by clip; can be stopped and resumed at any time.

Every finished clip is staged at once (`.edit/staged/`, named after its content and its sentence), and staged
clips are committed to the pack in batches. A run that is stopped or killed loses at most the current clip:
the next run of the same import finds what is staged and what is in the pack.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.file_kinds import FEATURE_SUFFIX
from desktop_app.engine.importing.film import FilmCutter
from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.engine.importing.label_table import row_problem
from desktop_app.engine.packs.editor import PackEditor
from desktop_app.engine.packs.manifest import EDIT
from desktop_app.engine.packs.reference import HANDEDNESS, MEDIA_SUFFIXES, NewReference
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.engine.protocols import FrameSource, LandmarkExtractor
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.feature_clip import unlike_torso_units
from desktop_app.engine.sources.recording import load_feature_clip
from desktop_app.engine.takes.trim import Span, cut, moving_part
from desktop_app.engine.tracking.offline import PART_TIMES, ClipReader, read_sequence
from desktop_app.errors import AppError, SourceError, reason_of
from desktop_app.files import file_exists, private_folder, readable, replacing, sha256, sha256_file, write_text
from desktop_app.message import NOTHING, Message, verbatim

STAGED: Final = f"{EDIT}/staged"
REFUSED_CSV, REFUSED_JSON = "import-refused.csv", "import-refused.json"
BATCH: Final = 64  # clips that become part of the pack in one step
ADDED, REFUSED, KNOWN = "added", "refused", "known"
MIN_HAND_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How clips are imported.

    Attributes:
        trim: keep the moving part only (with the rest that the live view leaves around a sign). A job that is a
            part of its file is kept as it is.
        keep_video: copy .mp4 files into the pack; False keeps landmarks alone, no picture of a person. Of a
            part of a video only landmarks are kept.
        min_person_share: share of frames in which a person must be seen.
        min_seconds: shorter clips are refused.
    """

    trim: bool = True
    keep_video: bool = True
    min_person_share: float = 0.45
    min_seconds: float = 0.3


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Result of one file: `status` is added, refused or known (already in the pack).

    `reason` is a code (missing, no_label, file_name, handedness, surplus, ambiguous, times, unreadable,
    no_person, few_landmarks, no_hands or too_short), `text` says it in words, `clip_id` is the reference it
    became.
    """

    file: str
    sentence: str
    status: str
    clip_id: str = ""
    reason: str = ""
    text: Message = NOTHING


@dataclass(frozen=True, slots=True)
class ImportStep:
    """Progress after one file, with its result."""

    done: int
    total: int
    result: ImportResult


class Refusal(Exception):
    """A clip was refused; `reason` is its code."""

    def __init__(self, reason: str, text: Message) -> None:
        super().__init__(text)
        self.reason, self.text = reason, text

    @classmethod
    def from_note(cls, note: Mapping[str, Any]) -> Refusal:
        """What `note()` has written; notes of older versions have no values, and only their English text."""
        reason = str(note["reason"])
        try:
            return _REFUSALS[reason](**dict(note.get("values", {})))
        except (KeyError, TypeError, ValueError):
            return cls(reason, verbatim(str(note.get("text", ""))))

    def note(self) -> dict[str, Any]:
        """The refusal as JSON knows it."""
        return {"reason": self.reason, "text": str(self.text), "values": dict(self.text.values)}


def _no_person() -> Refusal:
    return Refusal("no_person", Message("Nobody is seen in it."))


def _few_landmarks(person: float) -> Refusal:
    return Refusal("few_landmarks", Message("A person is seen in only {person:.0%} of it.", person=person))


def _no_hands() -> Refusal:
    return Refusal("no_hands", Message("No hands are seen in it."))


def _too_short(seconds: float, min_seconds: float) -> Refusal:
    text = Message(
        "It lasts {seconds:.1f} s; a sign takes {min_seconds:.1f} s.", seconds=seconds, min_seconds=min_seconds
    )
    return Refusal("too_short", text)


def _file_name() -> Refusal:
    return Refusal("file_name", Message("Its name is not in UTF-8. Rename the file."))


# What `judge` finds, and what is noted so that the file need not be read again.
_REFUSALS: Final[Mapping[str, Callable[..., Refusal]]] = {
    "no_person": _no_person,
    "few_landmarks": _few_landmarks,
    "no_hands": _no_hands,
    "too_short": _too_short,
}


def import_steps(
    editor: PackEditor,
    jobs: Sequence[ImportJob],
    make_extractor: Callable[[], LandmarkExtractor],
    options: ImportOptions | None = None,
) -> Generator[ImportStep, None, None]:
    """Import jobs into the editor's pack; yields after every file, in order.

    Closing the iterator stops the import: what is done becomes part of the pack, and the list of what was
    refused is written (`import-refused.csv` and `.json` in the pack's folder). A file that cannot be used is
    refused and does not stop the others.

    Args:
        make_extractor: called once, when the first video comes; closed at the end.

    Raises:
        PackError: the pack cannot be written.
    """
    run = _Import(editor, make_extractor, options or ImportOptions())
    try:
        for done, job in enumerate(jobs, 1):
            yield ImportStep(done, len(jobs), run.take(job))
    finally:
        run.close()


class _Import:
    def __init__(
        self, editor: PackEditor, make_extractor: Callable[[], LandmarkExtractor], options: ImportOptions
    ) -> None:
        self._editor = editor
        self._reader = ClipReader(make_extractor)
        self._cutter = FilmCutter(self._reader, editor.pack.feature_contract)
        self._options = options
        self._folder = editor.pack.folder
        self._staged = self._folder / STAGED
        self._known = {clip.clip_id: clip.sentence for clip in editor.pack.clips}
        with self._writing():
            private_folder(self._staged)
            for left in self._staged.iterdir():
                if left.stem in self._known:  # killed just after this clip had become part of the pack
                    left.unlink()
        self._waiting: list[tuple[str, ImportJob]] = []
        self._refused: list[ImportResult] = []
        self._contents: dict[Path, str] = {}

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Raise what the system refuses as the editor does."""
        try:
            yield
        except OSError as error:
            raise self._editor.unwritable(error) from error

    def take(self, job: ImportJob) -> ImportResult:
        """Import one file: known, staged or refused."""
        try:
            clip_id = self._take(job)
        except Refusal as refusal:
            sentence = readable(job.sentence)
            result = ImportResult(job.name, sentence, REFUSED, "", refusal.reason, refusal.text)
            self._refused.append(result)
            return result
        if clip_id in self._known:
            return ImportResult(job.name, job.sentence, KNOWN, clip_id)
        self._known[clip_id] = job.sentence
        self._waiting.append((clip_id, job))
        if len(self._waiting) >= BATCH:
            self._commit()
        return ImportResult(job.name, job.sentence, ADDED, clip_id)

    def close(self) -> None:
        """Commit staged clips, write the list of refusals, and close the tracker."""
        try:
            self._commit()
            with self._writing():
                write_refused(self._folder, self._refused)
        finally:
            self._cutter.close()
            self._reader.close()

    def _take(self, job: ImportJob) -> str:
        if job.problem:
            raise Refusal(job.problem, row_problem(job.problem, job.line, job.details))
        if not file_exists(job.path):
            raise Refusal("missing", Message("The file is not there."))
        if not job.sentence:
            raise Refusal("no_label", Message("The table gives no sentence for this file."))
        if readable(job.sentence) != job.sentence:
            raise _file_name()
        if job.handedness not in HANDEDNESS:
            raise Refusal(
                "handedness", Message("'{handedness}' is not right, left or both.", handedness=job.handedness)
            )
        clip_id = self._id_of(job)
        if clip_id in self._known:
            return clip_id
        noted = _read_json(self._staged / f"{clip_id}.json")
        if noted is None or noted.get("options") != asdict(self._options):
            noted = self._work(job, clip_id)
        if "reason" in noted:
            raise Refusal.from_note(noted)
        return clip_id

    def _id_of(self, job: ImportJob) -> str:
        """The id is derived from file, sentence, part and trimming, so that a second run recognises the clip.

        Its end stands for the exact sentence and the part: "You are hungry." is not "You are hungry?". Clips of
        earlier versions have no such end. The id of a deleted clip that undo may restore is not reused; a
        number is appended.
        """
        content = self._content_of(job.path)
        mark = content[:8] if self._options.trim else f"{content[:8]}w"
        stem = f"{slug(job.sentence)[:40].rstrip('-.')}-{mark}"
        earlier = f"{slug(job.sentence)[:44].rstrip('-.')}-{mark}"
        if not job.is_part and self._known.get(earlier) == job.sentence:
            return earlier
        part = f"\0{job.start_s}\0{job.end_s}" if job.is_part else ""
        clip_id = stem = f"{stem}-{sha256(f'{job.sentence}{part}'.encode())[:6]}"
        deleted, number = self._editor.journal.clip_ids, 1
        while clip_id in deleted and clip_id not in self._known:
            number += 1
            clip_id = f"{stem}-{number}"
        return clip_id

    def _content_of(self, path: Path) -> str:
        """The digest of a file; kept, since one film may have a thousand parts."""
        if path not in self._contents:
            try:
                self._contents[path] = sha256_file(path)
            except OSError as error:
                raise Refusal(
                    "unreadable", Message("The file cannot be read: {strerror}.", strerror=reason_of(error))
                ) from error
        return self._contents[path]

    def _work(self, job: ImportJob, clip_id: str) -> dict[str, Any]:
        """Read and judge one file. Its note is written last, so that a note marks a complete clip."""
        note: dict[str, Any] = {"options": asdict(self._options)}
        try:
            sequence = self._read(job)
            span = judge(sequence, replace(self._options, trim=self._options.trim and not job.is_part))
        except AppError as error:
            # Not kept: the file may be copied again under the same name.
            raise Refusal("times" if error.code == PART_TIMES else "unreadable", error.message) from error
        except UnicodeEncodeError as error:  # a library that takes file names in UTF-8 only
            raise _file_name() from error
        except Refusal as refusal:
            note |= refusal.note()
        else:
            part = cut(sequence, span)
            with (
                self._writing(),
                replacing(self._staged / f"{clip_id}.npy") as place,
                place.open("wb") as file,
            ):
                np.save(file, part.features, allow_pickle=False)
            note |= {"start_s": part.start_s, "end_s": part.end_s, "fps": part.fps}
        with self._writing():
            write_text(self._staged / f"{clip_id}.json", json.dumps(note))
        return note

    def _read(self, job: ImportJob) -> FeatureSequence:
        if job.path.suffix.lower() == FEATURE_SUFFIX:
            sequence = load_feature_clip(job.path)
            unlike = unlike_torso_units(sequence.features)
            if unlike:
                raise SourceError(unlike)
            return sequence
        if job.is_part:
            return self._cutter.read(job.path, job.start_s, job.end_s)
        source: FrameSource = open_source_spec(str(job.path), realtime=False)
        return read_sequence(source, self._reader, self._editor.pack.feature_contract)

    def _commit(self) -> None:
        if not self._waiting:
            return
        self._editor.add([self._reference(clip_id, job) for clip_id, job in self._waiting])
        for clip_id, _ in self._waiting:
            for suffix in (".npy", ".json"):
                (self._staged / f"{clip_id}{suffix}").unlink(missing_ok=True)
        self._waiting.clear()

    def _reference(self, clip_id: str, job: ImportJob) -> NewReference:
        note = _read_json(self._staged / f"{clip_id}.json") or {}
        sequence = load_feature_clip(self._staged / f"{clip_id}.npy", float(note.get("fps", 30.0)))
        suffix = job.path.suffix.lower()
        keep = suffix in MEDIA_SUFFIXES and not job.is_part and (self._options.keep_video or not job.is_video)
        return NewReference(
            sequence,
            job.sentence,
            category=job.category,
            variant=job.variant,
            signer_id=job.signer_id,
            handedness=job.handedness,
            source=job.source or job.name,
            media=job.path if keep else None,
            clip_id=clip_id,
            start_s=float(note.get("start_s", 0.0)),
            end_s=float(note.get("end_s", 0.0)),
            licence=job.licence,
            consent=job.consent,
        )


def judge(sequence: FeatureSequence, options: ImportOptions) -> Span:
    """The part of a recording to keep. Raises Refusal if it cannot be a reference."""
    present = sequence.present
    person = float(present[:, 0].mean())
    if person == 0:
        raise _no_person()
    if person < options.min_person_share:
        raise _few_landmarks(person)
    if int(present[:, 1:3].any(axis=1).sum()) < MIN_HAND_ROWS:
        raise _no_hands()
    whole = Span(sequence.start_s, sequence.end_s, found=False)
    span = moving_part(sequence) if options.trim else whole
    if span.seconds < options.min_seconds:
        raise _too_short(span.seconds, options.min_seconds)
    return span


def write_refused(folder: Path, refused: Iterable[ImportResult]) -> None:
    """Write the refused files with reasons as CSV and JSON, replacing those of the last import."""
    rows = [{**asdict(result), "text": readable(str(result.text))} for result in refused]
    text = io.StringIO()
    writer = csv.DictWriter(text, ("file", "sentence", "reason", "text"), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    write_text(folder / REFUSED_CSV, text.getvalue())
    write_text(folder / REFUSED_JSON, json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None
