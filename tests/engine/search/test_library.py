"""Libraries: re-encoding when the encoder changes, where the result is kept, and packs that do not fit."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine.packs import cache, open_pack
from desktop_app.engine.search.library import open_library, private_cache, reindex
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import ContractMismatch, PackDamaged, PackError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign


def test_a_pack_is_encoded_once_and_again_when_the_encoder_changes(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    calls = []
    first = FakeEncoder()
    open_library([folder], first, progress=lambda done, total: calls.append((done, total)))
    assert first.encoded == len(SIGNS)
    assert calls[0] == (0, len(SIGNS))
    assert calls[-1] == (len(SIGNS), len(SIGNS))
    assert open_pack(folder).manifest.encoder_sha256 == first.spec.sha256

    again = FakeEncoder()
    open_library([folder], again)
    assert again.encoded == 0

    other = FakeEncoder(sha256="e" * 64)
    open_library([folder], other)
    assert other.encoded == len(SIGNS)
    assert open_pack(folder).manifest.encoder_sha256 == "e" * 64


def test_other_statistics_make_the_cache_stale(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    changed = FakeEncoder()
    changed.spec = replace(changed.spec, preparation="other statistics")
    open_library([folder], changed)
    assert changed.encoded == len(SIGNS)


def test_packs_that_ship_are_not_written_to(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")
    folder = write_pack(tmp_path / "shipped" / "p", SIGNS)
    encoder = FakeEncoder()
    open_library([folder], encoder)
    assert not (folder / "cache").exists()
    assert (private_cache(open_pack(folder)) / "embeddings.npy").is_file()
    open_library([folder], encoder)
    assert encoder.encoded == len(SIGNS)


def forbid(monkeypatch: pytest.MonkeyPatch, *places: Path) -> None:
    """Folders that cannot be written, for the superuser, too."""
    write = cache.write_cache

    def guarded(target: Path, *arguments: Any) -> None:
        if any(place in target.parents for place in places):
            raise PermissionError(13, "Permission denied", str(target))
        write(target, *arguments)

    monkeypatch.setattr(cache, "write_cache", guarded)


def test_without_any_place_to_write_the_embeddings_live_in_memory(tmp_path, monkeypatch):
    folder = write_pack(tmp_path / "p", SIGNS)
    forbid(monkeypatch, folder, paths.cache_dir())
    library = open_library([folder], FakeEncoder())
    assert len(library.embeddings) == len(SIGNS)
    assert len(library.projection(5)) == 40
    assert library.prototype(library.references[0].sentence_id, "Test") is not None
    with pytest.raises(PackError, match="cannot be written"):
        reindex(open_pack(folder), FakeEncoder())


def test_a_damaged_private_cache_is_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path)
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    (private_cache(open_pack(folder)) / "projections.npy").write_bytes(b"cut")
    encoder = FakeEncoder()
    open_library([folder], encoder)
    assert encoder.encoded == len(SIGNS)


DAMAGES: dict[str, tuple[str, Any]] = {
    "embeddings.npy of another width": ("embeddings.npy", np.ones((len(SIGNS), 7), np.float32)),
    "embeddings.npy with fewer rows": ("embeddings.npy", np.ones((2, 24), np.float32)),
    "embeddings.npy not of length one": ("embeddings.npy", np.ones((len(SIGNS), 24), np.float32)),
    "projections.npy of another width": ("projections.npy", np.ones((205, 3), np.float16)),
    "projections.npy too short": ("projections.npy", np.ones((5, 12), np.float16)),
    "projection_offsets.npy of integers": ("projection_offsets.npy", np.arange(3)),
}


@pytest.mark.parametrize("case", DAMAGES)
def test_a_pack_whose_own_cache_does_not_fit_is_refused_by_file(tmp_path, case):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    name, array = DAMAGES[case]
    np.save(folder / "cache" / name, array)
    with pytest.raises(PackDamaged, match=name) as caught:
        open_library([folder], FakeEncoder())
    assert "reindex" in str(caught.value.hint)
    reindex(open_pack(folder), FakeEncoder())
    assert len(open_library([folder], FakeEncoder()).embeddings) == len(SIGNS)


def test_a_pickle_among_the_arrays_is_never_loaded(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    np.save(folder / "cache" / "embeddings.npy", np.array([{"a": 1}], object), allow_pickle=True)
    with pytest.raises(PackDamaged, match=r"embeddings\.npy holds Python objects"):
        open_library([folder], FakeEncoder())


def test_a_map_with_fewer_rows_than_embeddings_is_refused(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    path = folder / "cache" / "embeddings_map.csv"
    path.write_text("\n".join(path.read_text().splitlines()[:-1]) + "\n")
    with pytest.raises(PackDamaged, match=r"embeddings_map\.csv has 5 rows"):
        open_library([folder], FakeEncoder())


def test_a_cache_description_that_is_none(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())
    (folder / "cache" / "cache.json").write_text("[]")
    with pytest.raises(PackDamaged, match=r"cache\.json"):
        open_library([folder], FakeEncoder())


def test_a_pack_of_another_contract_is_refused_naming_both(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    with pytest.raises(ContractMismatch) as caught:
        open_library([folder], FakeEncoder(contract="ghsl-540-v1"))
    assert "torso-540-v1" in str(caught.value.message)
    assert "ghsl-540-v1" in str(caught.value.message)


def test_a_damaged_pack_leaves_the_open_library_as_it_is(tmp_path):
    good, bad = write_pack(tmp_path / "good", SIGNS), write_pack(tmp_path / "bad", SIGNS)
    encoder = FakeEncoder()
    library = open_library([good], encoder)
    recogniser = Recogniser(encoder, library, Thresholds())
    (bad / "features" / "sign-1.npy").unlink()
    with pytest.raises(PackDamaged, match=r"features/sign-1\.npy"):
        open_library([good, bad], encoder)
    assert recogniser.recognise(made_up_sign(2, 33, take=7)).results[0].sentence == "sign 2"


def test_numbers_of_a_second_pack_move_out_of_the_way(tmp_path):
    first, second = write_pack(tmp_path / "a", SIGNS, "A"), write_pack(tmp_path / "b", SIGNS, "B")
    library = open_library([first, second], FakeEncoder())
    ids = [info.sentence_id for info in library.references]
    assert ids[:6] == [0, 0, 1, 2, 2, 2]
    assert ids[6:] == [3, 3, 4, 5, 5, 5]
    assert [info.pack for info in library.references[5:7]] == ["A", "B"]
    assert library.prototype(3, "B") == pytest.approx(library.prototype(0, "A"))


def test_two_packs_of_the_same_name_stay_apart(tmp_path):
    first, second = write_pack(tmp_path / "a", SIGNS), write_pack(tmp_path / "b", SIGNS)
    library = open_library([first, second], FakeEncoder())
    assert {info.pack for info in library.references} == {"Test", "Test (b)"}


def test_a_library_of_nothing_answers_nothing():
    encoder = FakeEncoder()
    library = open_library([], encoder)
    prediction = Recogniser(encoder, library, Thresholds()).recognise(made_up_sign(1))
    assert prediction.results == ()
    assert not prediction.accepted


def test_a_read_only_pack_falls_back_to_the_cache_folder(tmp_path, monkeypatch):
    folder = write_pack(tmp_path / "p", SIGNS)
    forbid(monkeypatch, folder)
    library = open_library([folder], FakeEncoder())
    described = json.loads((private_cache(open_pack(folder)) / "cache.json").read_text())
    assert described["encoder_sha256"] == FakeEncoder().spec.sha256
    assert len(library.embeddings) == len(SIGNS)


def test_a_crash_while_encoding_leaves_the_old_cache(tmp_path, monkeypatch):
    folder = write_pack(tmp_path / "p", SIGNS)
    open_library([folder], FakeEncoder())

    def fails(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(cache, "prototypes_of", fails)
    with pytest.raises(KeyboardInterrupt):
        open_library([folder], FakeEncoder(sha256="e" * 64))
    monkeypatch.undo()
    encoder = FakeEncoder()
    open_library([folder], encoder)
    assert encoder.encoded == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "cache", "clips.csv", "features", "files.csv", "pack.json",
    ]  # fmt: skip
    shutil.rmtree(folder)
