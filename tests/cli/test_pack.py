"""`signmirror pack`: what it prints, and which exit code it ends with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.packs import open_pack
from tests.contract.test_library import SIGNS, write_pack
from tests.engine.packs.test_signpack import zip_of
from tests.helpers.models import our_bundle


@pytest.fixture(autouse=True)
def no_shipped_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def pack() -> Path:
    return write_pack(paths.user_packs_dir() / "mine", SIGNS, "My signs")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_list_of_nothing(capsys):
    assert run(capsys, "pack", "list") == (0, [])
    assert main(["pack", "list"]) == 0
    assert "No pack" in capsys.readouterr().out


def test_list_names_good_and_damaged_packs(capsys, pack):
    shutil.copytree(pack, pack.with_name("broken"))
    (pack.with_name("broken") / "clips.csv").unlink()
    code, packs = run(capsys, "pack", "list")
    assert code == 0
    assert [entry["id"] for entry in packs] == ["broken", "mine"]
    assert packs[0]["error"]["code"] == "pack.damaged"
    assert (packs[1]["clips"], packs[1]["sentences"], packs[1]["bundled"]) == (6, 3, False)
    assert main(["pack", "list"]) == 0
    assert "6 references of 3 sentences" in capsys.readouterr().out


def test_info_by_title(capsys, pack):
    code, info = run(capsys, "pack", "info", "my signs")
    assert code == 0
    assert info["path"] == str(pack)
    assert [entry["clips"] for entry in info["sentence_list"]] == [2, 1, 3]
    assert main(["pack", "info", "mine"]) == 0
    assert "3 x sign 3" in capsys.readouterr().out


def test_verify_a_good_pack_and_its_zip(capsys, pack, tmp_path):
    code, report = run(capsys, "pack", "verify", "mine")
    assert code == 0
    assert report.pop("bytes") > 0
    assert report == {
        "pack": "mine",
        "ok": True,
        "files": 6,
        "clips": 6,
        "cache": "none",
        "problems": [],
        "others": [],
    }
    archive = zip_of(pack, tmp_path / "lesson.signpack")
    assert run(capsys, "pack", "verify", str(archive))[0] == 0


def test_verify_names_the_damaged_file_and_exits_with_two(capsys, pack):
    path = pack / "features" / "sign-2.npy"
    path.write_bytes(path.read_bytes()[:-9])
    code, document = run(capsys, "pack", "verify", "mine")
    assert code == 2
    assert "features/sign-2.npy" in document["error"]["message"]
    assert document["error"]["code"] == "pack.damaged"
    assert main(["pack", "verify", "mine"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_verify_says_reindex_when_only_the_cache_is_damaged(capsys, pack, tmp_path):
    bundle = our_bundle(tmp_path / "model")
    assert run(capsys, "pack", "reindex", "mine", "--model", str(bundle.folder))[0] == 0
    (pack / "cache" / "embeddings.npy").write_bytes(b"cut")
    code, document = run(capsys, "pack", "verify", "mine")
    assert code == 2
    assert document["error"]["hint"] == "Run `signmirror pack reindex mine`."


def test_reindex_writes_the_cache_of_the_encoder(capsys, pack, tmp_path):
    bundle = our_bundle(tmp_path / "model")
    code, report = run(capsys, "pack", "reindex", "mine", "--model", str(bundle.folder))
    assert code == 0
    assert (report["clips"], report["encoder_sha256"]) == (6, bundle.sha256)
    assert report["cache"] == str(pack / "cache")
    assert open_pack(pack).manifest.encoder_sha256 == bundle.sha256
    assert main(["pack", "reindex", "mine", "--model", str(bundle.folder)]) == 0
    assert "6 references encoded" in capsys.readouterr().out


@pytest.mark.parametrize("action", ["info", "verify", "reindex"])
def test_a_pack_that_is_not_there(capsys, action):
    code, document = run(capsys, "pack", action, "nope")
    assert code == 2
    assert document["error"]["code"] == "pack.not_found"
