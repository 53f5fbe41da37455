"""The artifact set of the original export as a pack: with its own encoder, and what can be wrong with it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder, open_encoder
from desktop_app.engine.packs import default_packs, open_pack, verify_pack
from desktop_app.engine.packs.pack import Pack, presence
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.errors import ContractMismatch, PackDamaged, PackError
from tests.helpers.models import build, made_up_sign, original, write_bundle

SIGNS = [(1, 0), (1, 1), (2, 0), (3, 0), (3, 1)]


def write_export(folder: Path, *, features: bool = True, videos: bool = False) -> Path:
    """What the original notebooks leave: fixed model, statistics, embeddings, map, prototypes."""
    write_bundle(folder, original(), config={"SEQ_LEN": 64, "LR": 3e-4}, stats=True)
    encoder = OnnxEncoder(load_bundle(folder, {}))
    clips = [made_up_sign(sign, 70, take=take).features for sign, take in SIGNS]
    embeddings = np.stack([embedding for embedding, _ in encoder.encode(clips)])
    np.save(folder / "embeddings.npy", embeddings)
    rows = []
    for row, ((sign, take), clip) in enumerate(zip(SIGNS, clips, strict=True)):
        name = f"clip_{sign}_{take}.npy"
        rows.append(
            (f"videos\\sign {sign}.mp4", f"/kaggle/working/proc/features/{name}", sign + 40, f"SIGN {sign}")
        )
        if features:
            (folder / "features").mkdir(exist_ok=True)
            np.save(folder / "features" / name, clip)
        if videos and row == 0:
            (folder / "videos").mkdir()
            (folder / "videos" / f"sign {sign}.mp4").write_bytes(b"video")
    write_map(folder, rows)
    np.savez(
        folder / "prototypes.npz",
        sentence_ids=np.array([41, 43]),
        embeddings=np.stack([embeddings[:2].mean(axis=0), embeddings[3:].mean(axis=0)]),
        counts=np.array([2, 2]),
    )
    return folder


def write_map(folder: Path, rows: list[Any]) -> None:
    with (folder / "embeddings_map.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("video_file", "feature_path", "sentence_id", "sentence", "category"))
        writer.writerows((*row, "test") for row in rows)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_export(tmp_path / "ghsl", videos=True)


def test_it_opens_with_its_own_encoder_and_answers(export):
    pack = open_pack(export)
    assert pack.bundle is not None
    assert pack.feature_contract == "ghsl-540-v1"
    encoder = open_encoder(pack.bundle)
    library = open_library([pack], encoder)
    prediction = Recogniser(encoder, library, pack.bundle.thresholds).recognise(made_up_sign(3, 70, take=9))
    best = prediction.results[0]
    assert (best.sentence_id, best.sentence, best.category) == (43, "SIGN 3", "test")
    assert prediction.accepted
    assert best.dtw_distance is not None
    assert best.proto_similarity == pytest.approx(1, abs=0.01)
    assert prediction.results[1].dtw_distance is not None


def test_videos_are_found_by_name_whatever_system_wrote_the_map(export):
    library = open_library([export], open_encoder(load_bundle(export, {})))
    assert library.media_path(0) == export / "videos" / "sign 1.mp4"
    assert library.references[0].video_file.endswith("sign 1.mp4")
    assert library.media_path(2) is None


def test_without_features_dtw_is_left_out(tmp_path):
    export = write_export(tmp_path / "ghsl", features=False)
    bundle = load_bundle(export, {})
    encoder = open_encoder(bundle)
    library = open_library([export], encoder)
    prediction = Recogniser(encoder, library, bundle.thresholds).recognise(made_up_sign(2, 70, take=4))
    assert prediction.results[0].sentence == "SIGN 2"
    assert all(c.dtw_distance is None and c.dtw_score is None for c in prediction.results)
    assert prediction.results[0].similarity == prediction.results[0].raw_similarity


def test_without_prototypes_none_is_asked(export):
    (export / "prototypes.npz").unlink()
    library = open_library([export], open_encoder(load_bundle(export, {})))
    assert library.prototype(41, library.references[0].pack) is None


def test_another_encoder_of_its_contract_encodes_it_anew(export, tmp_path):
    other = OnnxEncoder(load_bundle(write_bundle(tmp_path / "other", build(seed=9)), {}))
    library = open_library([export], other)
    expected = other.encode([made_up_sign(1, 70).features])[0][0]
    assert library.embeddings[0] == pytest.approx(expected, abs=1e-5)
    assert not (export / "cache").exists()


def test_another_encoder_without_features_is_told_to_use_its_own(tmp_path):
    export = write_export(tmp_path / "ghsl", features=False)
    other = OnnxEncoder(load_bundle(write_bundle(tmp_path / "other", build(seed=9)), {}))
    with pytest.raises(PackError) as caught:
        open_library([export], other)
    assert str(export) in str(caught.value.hint)


def test_embeddings_of_another_width_than_the_encoder(export):
    np.save(export / "embeddings.npy", np.ones((5, 128), np.float32))
    with pytest.raises(ContractMismatch, match=r"embeddings\.npy has vectors of 128"):
        open_library([export], open_encoder(load_bundle(export, {})))


@pytest.mark.parametrize("rows", [3, 6])
def test_a_map_of_another_length_than_the_embeddings(export, rows):
    write_map(export, [("v", "f", 1, "x")] * rows)
    with pytest.raises(PackDamaged, match=rf"embeddings_map\.csv has {rows} rows where embeddings\.npy has 5"):
        open_pack(export)


def test_an_empty_map_is_named(export):
    (export / "embeddings_map.csv").write_bytes(b"")
    with pytest.raises(PackDamaged, match=r"embeddings_map\.csv has no column"):
        open_pack(export)


def test_a_pickled_array_is_never_loaded(export):
    np.save(export / "embeddings.npy", np.array([{"a": 1}] * 5, object), allow_pickle=True)
    with pytest.raises(PackDamaged, match=r"embeddings\.npy holds Python objects"):
        open_pack(export)


@pytest.mark.parametrize("name", ["embeddings.npy", "embeddings_map.csv"])
def test_a_missing_half_is_named(export, name):
    (export / name).unlink()
    with pytest.raises(PackDamaged, match=f"{name} is missing"):
        open_pack(export)


def test_texts_that_cannot_be_shown_are_refused(export):
    config = export / "model_config.json"
    whole = config.read_text()
    config.write_text(json.dumps({**json.loads(whole), "pack_name": "\ud800x"}))
    with pytest.raises(PackDamaged, match=r"model_config\.json has no usable 'pack_name'"):
        open_pack(export)
    config.write_text(whole)
    write_map(export, [("v", "f", 1, "a\x1b[2J")] * 5)
    with pytest.raises(PackDamaged, match=r"embeddings_map\.csv has no usable sentence in line 2"):
        open_pack(export)


def test_prototypes_that_cannot_be_used_are_named(export):
    np.savez(export / "prototypes.npz", sentence_ids=np.array([1]), embeddings=np.ones((1, 7), np.float32))
    with pytest.raises(PackDamaged, match=r"prototypes\.npz"):
        open_library([export], open_encoder(load_bundle(export, {})))


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "sentence_id,sentence\nx,y\n" * 3])
def test_a_map_that_is_none(export, text):
    (export / "embeddings_map.csv").write_text(text)
    with pytest.raises(PackDamaged, match=r"embeddings_map\.csv"):
        open_pack(export)


def test_a_numbered_sentence_may_look_like_a_float(export):
    rows = [("v.mp4", "", f"{number}.0", "x") for number in range(5)]
    write_map(export, rows)
    assert [clip.sentence_id for clip in open_pack(export).clips] == list(range(5))


def test_an_empty_sentence_shows_its_file_name(export):
    rows = [(f"C:\\films\\sign {i}.mp4", "f.npy", i, "" if i else "Water") for i in range(4)]
    write_map(export, [*rows, ("", "features/clip.npy", 4, "  ")])
    assert [clip.sentence for clip in open_pack(export).clips] == [
        "Water", "sign 1.mp4", "sign 2.mp4", "sign 3.mp4", "clip.npy",
    ]  # fmt: skip


def test_a_named_bundle_brings_its_references_along(export):
    found = default_packs(load_bundle(None, {"MODELS_DIR": str(export)}))
    assert len(found) == 1
    assert [pack.id for pack in found if isinstance(pack, Pack)] == ["ghsl"]


def test_it_verifies_and_says_what_is_wrong(export):
    assert verify_pack(open_pack(export)).ok
    (export / "features" / "clip_2_0.npy").write_bytes(b"cut")
    report = verify_pack(open_pack(export))
    assert [Path(problem.file).name for problem in report.problems] == ["clip_2_0.npy"]


def test_presence_of_the_original_contract_is_read_off_the_points():
    clip = made_up_sign(1, 10).features.copy()
    clip[3:, 132:195] = np.tile([0.2, -0.4, 0.1], 21)  # an absent left hand: one point, 21 times
    seen = presence(clip, "ghsl-540-v1")
    assert seen[:3].all()
    assert not seen[3:, 1].any()
    assert seen[:, [0, 2, 3]].all()
