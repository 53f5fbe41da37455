"""The same pack gives the same .signpack, whenever, wherever and after whatever edits it is exported."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.packs import NewReference, PackEditor, export_steps, install_pack, open_pack
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.writer import record_encoder
from desktop_app.engine.search.library import open_library
from desktop_app.files import sha256
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign


def export(folder: Path, target: Path) -> bytes:
    for _ in export_steps(open_pack(folder), target):
        pass
    return target.read_bytes()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = write_pack(tmp_path / "p", SIGNS)
    media = tmp_path / "v.mp4"
    media.write_bytes(b"video" * 1000)
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(9), "with a video", media=media)])
    return folder


def test_at_another_time_on_another_system(pack, tmp_path, monkeypatch):
    first = export(pack, tmp_path / "a.signpack")
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2031, 5, 6, 7, 8, 10, 0, 0, 0)))
    monkeypatch.setattr(sys, "platform", "win32" if sys.platform != "win32" else "linux")
    for path in pack.rglob("*"):
        os.utime(path, (1.5e9, 1.5e9))
        if path.is_file():
            path.chmod(0o644)
    assert export(pack, tmp_path / "another name.signpack") == first


def test_of_a_copy_that_has_another_history(pack, tmp_path):
    first = export(pack, tmp_path / "a.signpack")
    copy = install_pack(tmp_path / "a.signpack", tmp_path / "elsewhere" / "q").folder
    with PackEditor(copy) as editor:
        editor.change(["sign-1"], sentence="another")
        editor.delete(["sign-2"])
        editor.undo()
        editor.undo()
    encoder = FakeEncoder()
    open_library([copy], encoder)
    record_encoder(open_pack(copy), encoder.spec.sha256)
    (copy / "features" / "note.txt").write_text("somebody else's")
    assert export(copy, tmp_path / "b.signpack") == first
    assert export(install_pack(copy, tmp_path / "c").folder, tmp_path / "c.signpack") == first


def test_with_its_lists_in_another_order(pack, tmp_path):
    """Rows of files.csv and keys of pack.json say nothing by their order."""
    first = export(pack, tmp_path / "a.signpack")
    other = tmp_path / "other"
    shutil.copytree(pack, other)
    header, *rows = (other / lists.FILES_CSV).read_text().splitlines()
    (other / lists.FILES_CSV).write_bytes("\n".join([header, *reversed(rows), ""]).encode())
    files = {name: sha256((other / name).read_bytes()) for name in (lists.FILES_CSV, lists.CLIPS_CSV)}
    manifest = replace(lists.read_manifest(other), files=files)
    document = json.loads(manifest.to_json())
    (other / lists.PACK_JSON).write_text(json.dumps(dict(reversed(document.items()))))
    assert export(other, tmp_path / "b.signpack") == first


def test_no_member_carries_when_where_or_by_whom_it_was_made(pack, tmp_path):
    export(pack, tmp_path / "a.signpack")
    with zipfile.ZipFile(tmp_path / "a.signpack") as archive:
        infos = archive.infolist()
        assert archive.comment == b""
    assert [info.filename for info in infos[:3]] == [lists.PACK_JSON, lists.CLIPS_CSV, lists.FILES_CSV]
    names = [info.filename for info in infos[3:]]
    assert names == sorted(names)
    for info in infos:
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert (info.create_system, info.external_attr, info.extra) == (3, 0o644 << 16, b"")
        stored = info.filename.endswith(".mp4")
        assert info.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
