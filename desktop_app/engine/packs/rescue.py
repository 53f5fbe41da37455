"""Undoes edits, also one that damaged its pack: older versions could write rows that they could not read."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path

from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.editor import PackEditor
from desktop_app.engine.packs.journal import Journal, Step, read_journal
from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.members import check_writable_places
from desktop_app.errors import PackDamaged, PackError
from desktop_app.message import Message


def undo_last_edit(folder: Path) -> Step | None:
    """Undo the last edit of a pack, also one that has damaged it so that it cannot be opened.

    Returns:
        The edit, None if there is none.

    Raises:
        PackDamaged: the pack is damaged, and not by its last edit; it is unchanged.
        PackError: it cannot be edited or written, or somebody else is editing it.
    """
    try:
        with PackEditor(folder) as editor:
            return editor.undo()
    except PackDamaged as damaged:
        step = _undo_rows(folder, damaged)
        if step is None:
            raise
        return step


def _undo_rows(folder: Path, damaged: PackDamaged) -> Step | None:
    """Undo by rows alone: what the edit added goes, and cannot be redone. None if there is no edit."""
    if not folder.is_dir() or not read_journal(folder / commit.JOURNAL).undo:
        return None
    check_writable_places(folder)
    try:
        lock = PackLock(folder / lists.EDIT / "lock")
        try:
            return _undo_locked(folder, damaged)
        finally:
            lock.release()
    except OSError as error:
        raise lists.unwritable(folder, error) from error


def _undo_locked(folder: Path, damaged: PackDamaged) -> Step | None:
    commit.install(folder)
    before = read_journal(folder / commit.JOURNAL)
    if not before.undo:
        return None
    step, journal = before.undo[-1], Journal(before.undo[:-1], ())
    manifest = lists.read_manifest(folder)
    data = lists.read_list(folder, lists.CLIPS_CSV)
    lists.check_digest(folder, manifest, lists.CLIPS_CSV, data)
    listed = lists.parse_files(folder, lists.read_list(folder, lists.FILES_CSV))
    try:
        kept, gone = _split(data, set(step.remove))
    except csv.Error as error:
        reason = Message("is not a table of comma-separated values")
        raise lists.damaged(folder, lists.CLIPS_CSV, reason) from error
    clips, files = list(lists.parse_clips(folder, kept)), dict(listed)
    for item in sorted(step.restore, key=lambda item: item.position):
        clips.insert(min(item.position, len(clips)), item.clip)
        files.update({entry.path: entry for entry in item.files})
    used = {name for clip in clips for name in (clip.feature_file, clip.media_file)}
    files = {name: entry for name, entry in files.items() if name in used or name not in gone}
    try:
        commit.begin(folder)
        commit.bring_back(folder, [entry.path for item in step.restore for entry in item.files])
        commit.commit(folder, manifest, clips, files.values(), journal.to_json())
    except (OSError, PackError) as error:
        with suppress(OSError):  # the next edit removes what is left
            commit.discard(folder)
            commit.settle(folder, listed, before.kept_files)
        if isinstance(error, PackError):
            raise damaged from error
        raise
    with suppress(OSError):  # the edit is undone on the disk, and the next one completes this
        unused = [listed[name] for name in gone - used if name in listed]
        commit.settle(folder, files, journal.kept_files, unused)
    return step


def _split(data: bytes, ids: set[str]) -> tuple[bytes, set[str]]:
    """clips.csv without the rows of these ids, and the files that those name."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""), restval="")
    text, gone = io.StringIO(), set()
    writer = csv.DictWriter(text, reader.fieldnames or (), lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in reader:
        if row.get("clip_id") in ids:
            gone |= {row.get("feature_file") or "", row.get("media_file") or ""}
        else:
            writer.writerow(row)
    return text.getvalue().encode("utf-8"), gone - {""}
