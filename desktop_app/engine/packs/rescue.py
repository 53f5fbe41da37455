"""Undoes the edit that has damaged a pack: older versions could write rows that they could not read again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.journal import Journal, Step, read_journal
from desktop_app.engine.packs.lock import PackLock
from desktop_app.message import Message


def undo_damaging_edit(folder: Path) -> Step | None:
    """Undo the last edit by its rows alone; None if there is none. What it added goes, and cannot be redone.

    Raises:
        PackDamaged, PackError: the pack would still be unusable; it is unchanged.
        OSError: it cannot be written.
    """
    journal = read_journal(folder / commit.JOURNAL)
    if not journal.undo:
        return None
    lock = PackLock(folder / lists.EDIT / "lock")
    try:
        commit.install(folder)
        journal = read_journal(folder / commit.JOURNAL)
        if not journal.undo:
            return None
        step, journal = journal.undo[-1], Journal(journal.undo[:-1], ())
        manifest = lists.read_manifest(folder)
        data = lists.read_list(folder, lists.CLIPS_CSV)
        lists.check_digest(folder, manifest, lists.CLIPS_CSV, data)
        files = lists.parse_files(folder, lists.read_list(folder, lists.FILES_CSV))
        try:
            kept, gone = _split(data, set(step.remove))
        except csv.Error as error:
            reason = Message("is not a table of comma-separated values")
            raise lists.damaged(folder, lists.CLIPS_CSV, reason) from error
        clips = list(lists.parse_clips(folder, kept))
        for item in sorted(step.restore, key=lambda item: item.position):
            clips.insert(min(item.position, len(clips)), item.clip)
            files.update({entry.path: entry for entry in item.files})
        used = {name for clip in clips for name in (clip.feature_file, clip.media_file)}
        files = {name: entry for name, entry in files.items() if name in used or name not in gone}
        commit.begin(folder, gone - used)
        commit.bring_back(folder, [entry.path for item in step.restore for entry in item.files])
        commit.commit(folder, manifest, clips, files.values(), journal.to_json())
        commit.settle(folder, files, journal.kept_files)
        return step
    finally:
        lock.release()


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
