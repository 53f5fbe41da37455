"""Packs: their lists, features, cache and journal; archives of packs; exports of other programs."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import numpy as np

from desktop_app.engine.packs import PackEditor, open_pack, verify_pack
from desktop_app.engine.packs.index import sentences_of
from desktop_app.engine.packs.journal import read_journal
from desktop_app.engine.packs.peek import peek
from desktop_app.engine.search.library import open_library
from desktop_app.files import sha256
from tests.contract.test_library import write_pack
from tests.fuzz.registry import Files, target
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign, write_bundle

SIGNS = [(1, 0), (1, 1), (2, 0)]


def sealed(files: Files) -> Files:
    """files.csv and pack.json with the digests of what is there, as somebody with bad intentions makes them."""
    try:
        rows = list(csv.DictReader(io.StringIO(files["files.csv"].decode())))
        for row in rows:
            content = files[row["path"]]
            row.update(bytes=str(len(content)), sha256=sha256(content))
        lines = ["path,bytes,sha256", *(f"{row['path']},{row['bytes']},{row['sha256']}" for row in rows)]
        files = {**files, "files.csv": ("\n".join(lines) + "\n").encode()}
    except (KeyError, ValueError, TypeError, csv.Error):
        pass
    try:
        document = json.loads(files["pack.json"])
        document["files"] = {name: sha256(files[name]) for name in ("clips.csv", "files.csv")}
        return {**files, "pack.json": json.dumps(document).encode()}
    except (KeyError, ValueError, TypeError, RecursionError):
        return files


def _pack(folder: Path) -> Path:
    """A pack whose files lie in the folder itself."""
    made = write_pack(folder / "p", SIGNS)
    for path in made.iterdir():
        path.rename(folder / path.name)
    made.rmdir()
    return folder


def _encoded(folder: Path) -> None:
    open_library([_pack(folder)], FakeEncoder())


@target("pack", _pack, repair=sealed)
def pack(folder: Path) -> None:
    opened = open_pack(folder)
    sentences_of(opened, "key")
    verify_pack(opened)
    library = open_library([opened], FakeEncoder())
    for row in range(len(library.references)):
        library.features(row)


@target("pack-cache", _encoded)
def pack_cache(folder: Path) -> None:
    library = open_library([folder], FakeEncoder())
    for row in range(len(library.references)):
        library.projection(row)


def _edited(folder: Path) -> None:
    with PackEditor(_pack(folder)) as editor:
        editor.delete([editor.pack.clips[0].clip_id])


@target("pack-journal", _edited)
def pack_journal(folder: Path) -> None:
    read_journal(folder / ".edit" / "journal.json")
    with PackEditor(folder) as editor:
        editor.undo()


def _signpack(folder: Path) -> None:
    made = write_pack(folder / "p", SIGNS)
    with zipfile.ZipFile(folder / "a.signpack", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(made.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(made).as_posix())
    for path in sorted(made.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    made.rmdir()


@target("signpack", _signpack, repair=sealed)
def signpack(folder: Path) -> None:
    peek(folder / "a.signpack")
    open_pack(folder / "a.signpack")


def _export(folder: Path) -> None:
    """Embeddings, map, prototypes, statistics and features, as the original notebooks leave them."""
    write_bundle(folder, config={"name": "other", "seq_len": 64}, stats=True)
    vectors = np.eye(3, 32, dtype=np.float32)
    np.save(folder / "embeddings.npy", vectors)
    np.savez(
        folder / "prototypes.npz", sentence_ids=np.arange(3), embeddings=vectors, counts=np.ones(3, np.int64)
    )
    lines = ["video_file,feature_path,sentence_id,sentence,category,signer_id"]
    (folder / "features").mkdir()
    for row in range(3):
        np.save(folder / "features" / f"{row}.npy", made_up_sign(row, 12).features)
        lines.append(f"a.mp4,/x/features/{row}.npy,{row},Sign {row},test,s1")
    (folder / "embeddings_map.csv").write_text("\n".join(lines) + "\n")


@target("export", _export)
def export(folder: Path) -> None:
    opened = open_pack(folder)
    sentences_of(opened, "key")
    verify_pack(opened)
