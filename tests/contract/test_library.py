"""What every reference library promises: of one pack, of several, and the one held in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.protocols import ReferenceLibrary
from desktop_app.engine.search.benchmark import MemoryLibrary
from desktop_app.engine.search.library import open_library
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign

SIGNS = [(1, 0), (1, 1), (2, 0), (3, 0), (3, 1), (3, 2)]


def write_pack(folder: Path, signs: list[tuple[int, int]], name: str = "Test") -> Path:
    """A pack of made-up signs, not encoded."""
    manifest = PackManifest(name, "none", "1", "torso-540-v1", "CC0-1.0")
    with PackWriter(folder, manifest, dtype="float32") as writer:
        for sign, take in signs:
            writer.add(NewReference(made_up_sign(sign, 30 + 5 * take, take=take), f"sign {sign}"))
        writer.finish()
    return folder


def one_pack(folder: Path) -> ReferenceLibrary:
    return open_library([write_pack(folder / "one", SIGNS)], FakeEncoder())


def two_packs(folder: Path) -> ReferenceLibrary:
    first = write_pack(folder / "a", SIGNS[:2], "A")
    second = write_pack(folder / "b", SIGNS[2:], "B")
    return open_library([first, second], FakeEncoder())


def in_memory(_folder: Path) -> ReferenceLibrary:
    sequences = [made_up_sign(sign, 30 + 5 * take, take=take) for sign, take in SIGNS]
    return MemoryLibrary.encode(FakeEncoder(), sequences, [f"sign {sign}" for sign, _ in SIGNS])


@pytest.fixture(params=[one_pack, two_packs, in_memory], ids=lambda make: make.__name__)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> ReferenceLibrary:
    make: Callable[[Path], ReferenceLibrary] = request.param
    return make(tmp_path)


def test_rows_run_alike(library):
    assert len(library.references) == len(library.embeddings) == len(SIGNS)
    for row, (sign, take) in enumerate(SIGNS):
        assert library.references[row].sentence == f"sign {sign}"
        expected = made_up_sign(sign, 30 + 5 * take, take=take)
        stored = library.features(row)
        assert np.array_equal(stored.features, expected.features)
        assert stored.fps == 30
        embedding, projection = FakeEncoder().encode([expected.features])[0]
        assert library.embeddings[row] == pytest.approx(embedding, abs=1e-5)
        assert library.projection(row) == pytest.approx(projection, abs=2e-3)  # kept in half precision


def test_embeddings_are_unit_rows_of_float32(library):
    assert library.embeddings.dtype == np.float32
    assert np.linalg.norm(library.embeddings, axis=1) == pytest.approx(np.ones(len(SIGNS)), abs=1e-5)


def test_sentence_ids_tell_sentences_apart(library):
    ids = [info.sentence_id for info in library.references]
    assert ids[0] == ids[1]
    assert ids[3] == ids[4] == ids[5]
    assert len(set(ids)) == 3


def test_prototypes_are_means_of_two_clips_or_more(library):
    infos = library.references
    assert library.prototype(infos[2].sentence_id, infos[2].pack) is None
    for rows in ([0, 1], [3, 4, 5]):
        prototype = library.prototype(infos[rows[0]].sentence_id, infos[rows[0]].pack)
        mean = library.embeddings[rows].mean(axis=0)
        assert prototype == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)


def test_no_prototype_of_what_is_not_there(library):
    assert library.prototype(4711, library.references[0].pack) is None
    assert library.prototype(library.references[0].sentence_id, "no such pack") is None


def test_clip_ids_are_unique_within_a_pack(library):
    keys = [(info.pack, info.clip_id) for info in library.references]
    assert len(set(keys)) == len(keys)
