"""What people bring along for a pack: tables of labels in any form, annotations, subtitles, alphabets."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import numpy as np

from desktop_app.engine.importing.annotations import read_annotations
from desktop_app.engine.importing.import_jobs import ImportJob, find_clips
from desktop_app.engine.importing.import_many import ImportOptions
from desktop_app.engine.importing.unfinished import note_unfinished, read_unfinished
from desktop_app.engine.letters.alphabet_import import import_alphabet
from desktop_app.engine.sources.foreign import refuse_foreign
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording
from desktop_app.errors import SourceError
from tests.engine.importing.test_annotations import EAF, SRT, VTT
from tests.fuzz.registry import target
from tests.fuzz.targets.recordings import RAW, TIMES

TABLE = "file,sentence,category,signer_id\na.mp4,Good day,greeting,ama\nb.mp4,Good night,,\n"


def _labelled(folder: Path, table: bytes) -> None:
    for name in ("a.mp4", "b.mp4"):
        (folder / name).write_bytes(b"video")
    (folder / "labels.csv").write_bytes(table)


@target(
    "import-table",
    lambda folder: _labelled(folder, TABLE.encode()),
    lambda folder: _labelled(folder, TABLE.replace(",", ";").encode("cp1252")),
    lambda folder: _labelled(folder, TABLE.replace(",", "\t").encode("utf-16")),
    lambda folder: _labelled(folder, ("sep=|\n" + TABLE.replace(",", "|")).encode()),
)
def import_table(folder: Path) -> None:
    find_clips(folder)
    find_clips(folder, folder / "labels.csv")


@target("elan", lambda folder: (folder / "a.eaf").write_text(EAF, encoding="utf-8"))
def elan(folder: Path) -> None:
    film = read_annotations(folder / "a.eaf")
    film.tier(None)


@target(
    "subtitles",
    lambda folder: (folder / "a.srt").write_text(SRT),
    lambda folder: (folder / "a.vtt").write_text(VTT),
)
def subtitles(folder: Path) -> None:
    for path in folder.glob("a.*"):
        read_annotations(path).tier(None)


def _alphabet(folder: Path) -> None:
    save_pose(folder / "a.pose", LandmarkRecording(RAW, TIMES, 1.5))
    (folder / "index.csv").write_text("path,words,signed_language\na.pose,A,ase\n")


@target("alphabet", _alphabet)
def alphabet(folder: Path) -> None:
    import_alphabet(folder, name="x", language="x", licence="MIT", target=folder / "made")


def _unfinished(folder: Path) -> None:
    (folder / "p").mkdir()
    os.environ["SIGNMIRROR_DATA_DIR"] = str(folder)
    note_unfinished(folder / "p", (ImportJob(folder / "a.mp4", "a.mp4", "Hello"),), ImportOptions())


@target("unfinished-import", _unfinished)
def unfinished_import(folder: Path) -> None:
    os.environ["SIGNMIRROR_DATA_DIR"] = str(folder)
    read_unfinished()


@target(
    "foreign",
    lambda folder: (folder / "a.bin").write_text('[{"landmarks": [0.1, 0.2, 0.3]}]'),
    lambda folder: (folder / "a.bin").write_text("x,y,z\n0.1,0.2,0.3\n0.1,0.2,0.3\n"),
    lambda folder: np.savez(folder / "a.npz", a=np.zeros(3)),
)
def foreign(folder: Path) -> None:
    for path in folder.iterdir():
        with contextlib.suppress(SourceError):  # which is what it is for
            refuse_foreign(path)
