"""Packs whose signs would stand in the way of others are searched on request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.engine.packs import default_packs, find_pack
from desktop_app.engine.packs.index import PackIndex, names_of, open_keys
from desktop_app.engine.packs.manifest import ON_REQUEST
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.models import our_bundle


def test_a_pack_on_request_is_searched_only_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")
    usual = write_pack(tmp_path / "shipped" / "starter", SIGNS, "Starter signs")
    extra = write_pack(tmp_path / "shipped" / "grammar", SIGNS, "Grammar words")
    manifest = json.loads((extra / "pack.json").read_text())
    (extra / "pack.json").write_text(json.dumps(manifest | {"purpose": ON_REQUEST}))
    assert [pack.folder for pack in default_packs(our_bundle(tmp_path / "model"))] == [usual]
    assert find_pack("grammar words") == extra
    packs = PackIndex().read()
    assert open_keys(packs, (), "torso-540-v1") == {str(usual)}
    assert open_keys(packs, ("starter", "grammar"), "torso-540-v1") == {str(usual), str(extra)}
    assert set(names_of(packs, {str(usual), str(extra)}, "torso-540-v1")) == {"Starter signs", "Grammar words"}
