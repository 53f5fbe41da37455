"""Manifests: what they hold, and what changed between two."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.errors import ModelError
from desktop_app.training.dataset import DatasetClip
from desktop_app.training.manifest import compare, read_manifest, write_manifest, write_zip
from desktop_app.training.references import prototypes, write_references


def bundle(folder: Path, model: bytes, **facts: object) -> Path:
    folder.mkdir()
    (folder / "sign_encoder.onnx").write_bytes(model)
    (folder / "model_config.json").write_text("{}")
    write_manifest(folder, facts)
    return folder


def test_a_manifest_hashes_what_is_there(tmp_path: Path):
    document = read_manifest(bundle(tmp_path / "a", b"weights", training_commit="abc"))
    entry = document["files"]["sign_encoder.onnx"]
    assert entry == {"sha256": hashlib.sha256(b"weights").hexdigest(), "bytes": 7}
    assert set(document["files"]) == {"sign_encoder.onnx", "model_config.json"}
    assert document["training_commit"] == "abc"


def test_the_difference_names_files_and_facts(tmp_path: Path):
    old = bundle(tmp_path / "old", b"weights", metrics={"ret1": 0.1}, tools={"torch": "2.6"})
    new = bundle(tmp_path / "new", b"weights!", metrics={"ret1": 0.2}, tools={"torch": "2.6"})
    (new / "embeddings.npy").write_bytes(b"x")
    write_manifest(new, {"metrics": {"ret1": 0.2}, "tools": {"torch": "2.6"}})
    found = compare(read_manifest(old), read_manifest(new))
    assert found.added == ("embeddings.npy",)
    assert found.removed == ()
    assert found.changed == {"sign_encoder.onnx": (7, 8)}
    assert found.facts == {"metrics.ret1": (0.1, 0.2)}
    assert not found.same
    assert compare(read_manifest(old), read_manifest(old)).same


def test_a_bundle_zip_holds_everything_and_is_the_same_twice(tmp_path: Path):
    folder = bundle(tmp_path / "a", b"weights")
    first = write_zip(folder).read_bytes()
    assert write_zip(folder).read_bytes() == first
    with zipfile.ZipFile(folder / "sign_encoder_bundle.zip") as archive:
        assert set(archive.namelist()) == {"sign_encoder.onnx", "model_config.json", "export_manifest.json"}
    assert compare(read_manifest(folder), read_manifest(folder / "sign_encoder_bundle.zip")).same


@pytest.mark.parametrize("content", ["", "[]", "{", json.dumps({"files": []})])
def test_what_is_no_manifest_is_refused(tmp_path: Path, content: str):
    (tmp_path / "export_manifest.json").write_text(content)
    with pytest.raises(ModelError, match="manifest"):
        read_manifest(tmp_path)


def clip(row: int, sentence_id: int, sentence: str) -> DatasetClip:
    return DatasetClip(
        f"c{row}", Path(f"c{row}.npy"), sentence_id, sentence, "ASL", f"s{row}", f"c{row}.mp4", 30
    )


def test_prototypes_are_unit_means_of_two_or_more():
    vectors = np.array([[1, 0], [0, 1], [1, 0]], np.float32)
    ids, table, counts = prototypes(np.array([4, 4, 9]), vectors)
    assert (ids.tolist(), counts.tolist()) == ([4], [2])
    np.testing.assert_allclose(table, [[0.5**0.5, 0.5**0.5]], atol=1e-6)


def test_shipped_references_name_no_recording(tmp_path: Path):
    clips = [clip(0, 0, "a"), clip(1, 0, "a"), clip(2, 1, "b"), clip(3, 2, "idle")]
    vectors = np.eye(4, dtype=np.float32)
    assert write_references(tmp_path, clips, vectors, "prototypes") == 2
    table = pd.read_csv(tmp_path / "embeddings_map.csv", keep_default_na=False)
    assert table["sentence"].tolist() == ["a", "b"]
    assert set(table["signer_id"]) == {"several"}
    assert (table[["video_file", "feature_path"]] == "").all().all()
    assert np.load(tmp_path / "embeddings.npy", allow_pickle=False).shape == (2, 4)
    assert write_references(tmp_path, clips, vectors, "clips") == 3
    table = pd.read_csv(tmp_path / "embeddings_map.csv")
    assert table["video_file"].tolist() == ["c0.mp4", "c1.mp4", "c2.mp4"]
