"""The protocols on embeddings that are known, through the production decision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.training.acceptance import (
    REST,
    RIGHT,
    UNKNOWN,
    WRONG,
    Outcomes,
    calibrate,
    collect_outcomes,
    open_set_document,
)
from desktop_app.training.dataset import Dataset, DatasetClip
from desktop_app.training.encoded import EncodedClips, RawEncoder, encode_clips
from desktop_app.training.evaluate_pack import evaluate_pack
from desktop_app.training.evaluation import EvaluationSettings, compare_documents, evaluate
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator


def clip(name: str, sentence: str, signer: str) -> DatasetClip:
    return DatasetClip(name, Path(name), 0, sentence, "", signer, f"{name}.mp4", 30)


def encoded_from(table: list[tuple[str, str, float]]) -> EncodedClips:
    """(sentence, signer, degrees on a circle) -> encoded clips; projections are constant at the same angle."""
    clips = tuple(clip(f"c{i}", sentence, signer) for i, (sentence, signer, _) in enumerate(table))
    angle = np.deg2rad([degrees for *_, degrees in table])
    vectors = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
    names = tuple(sorted({sentence for sentence, *_ in table}))
    return EncodedClips(
        clips,
        vectors,
        tuple(np.repeat(vector[None], 4, axis=0) for vector in vectors),
        np.ones(len(clips), np.float32),
        np.array([names.index(sentence) for sentence, *_ in table], np.int64),
        names,
    )


# Two people. Ann's "b" lies nearer to Ben's "a" than to Ben's "b": she is understood in one of two.
TWO_PEOPLE = [
    ("a", "ann", 0.0), ("b", "ann", 30.0), ("a", "ben", 10.0), ("b", "ben", 80.0), ("idle", "ann", 170.0),
]  # fmt: skip


def run(
    encoded: EncodedClips, settings: EvaluationSettings, thresholds: Thresholds | None = None
) -> dict[str, Any]:
    steps = list(evaluate(encoded, thresholds or Thresholds(), settings))
    assert isinstance(steps[-1], dict)
    return steps[-1]


def test_cross_signer_counts_by_hand():
    document = run(encoded_from(TWO_PEOPLE), EvaluationSettings(ks=(1,), seeds=2, with_dtw=False))
    (result,) = document["results"]
    # Ann: a right, b answered a. Ben: his a (10) is nearest to Ann's a (0), his b (80) to her b (30).
    assert result["per_signer"] == {"ann": 0.5, "ben": 1.0}
    assert result["ret1"] == 0.75
    assert result["ret5"] == 1.0
    assert result["mrr"] == pytest.approx((0.75 + 1) / 2)
    assert (document["signers"], document["labels"], document["protocol"]) == (2, 2, "cross-signer")
    assert document["left_out"] == ["idle"]
    assert document["confusions"] == [{"wanted": "b", "answered": "a", "count": 2}]
    assert document["per_label"] == {"a": 1.0, "b": 0.5}


def test_the_production_decision_ranks_like_the_matrix_without_dtw():
    rng = np.random.default_rng(0)
    table = [
        (name, who, float(rng.uniform(0, 360)))
        for name in "abcdefghij"
        for who in ("x", "y", "z")
        for _ in "12"
    ]
    encoded = encoded_from(table)
    plain = run(encoded, EvaluationSettings(ks=(2,), seeds=3, with_dtw=False))["results"][0]
    both = run(
        encoded, EvaluationSettings(ks=(2,), seeds=3, dtw_queries=0), replace(Thresholds(), dtw_enabled=False)
    )["results"]
    for name in ("ret1", "ret5", "ret10", "mrr", "per_signer"):
        assert both[1][name] == pytest.approx(plain[name])
    assert [one["dtw"] for one in both] == [False, True]


def test_dtw_decides_between_equals_and_is_capped():
    # Both references have the same cosine to the query; only the projection tells them apart.
    encoded = encoded_from([("a", "ann", 0.0), ("a", "ben", 20.0), ("b", "ben", -20.0)])
    moved = (*encoded.projections[:2], encoded.projections[2] + 5)
    encoded = replace(encoded, projections=moved)
    document = run(encoded, EvaluationSettings(ks=(1,), seeds=1, dtw_queries=1), Thresholds(dtw_lambda=0.1))
    plain, refined = document["results"]
    assert refined["per_signer"]["ann"] == 1.0
    assert refined["queries_asked"] <= plain["queries"]


def test_own_signer_references():
    table = [("a", "ann", degrees) for degrees in (0.0, 2.0)] + [
        ("b", "ann", degrees) for degrees in (90.0, 92.0)
    ]
    document = run(encoded_from(table), EvaluationSettings(protocol="own", ks=(1,), seeds=1, with_dtw=False))
    assert document["results"][0]["per_signer"] == {"ann": 1.0}


def test_unseen_signs_alone_stand_on_the_shelf():
    settings = EvaluationSettings(
        protocol="unseen-signs", ks=(1,), seeds=1, with_dtw=False, unseen=frozenset({"b"})
    )
    document = run(encoded_from(TWO_PEOPLE), settings)
    assert document["labels"] == 1
    assert document["results"][0]["ret1"] == 1.0


def test_a_pack_is_asked_for_the_sentences_it_has():
    encoded = encoded_from([*TWO_PEOPLE, ("c", "ann", 200.0)])
    pack = EvaluationLibrary(encoded, np.array([2, 3]))  # Ben's a and b
    *_, document = evaluate_pack(encoded, pack, Thresholds(), with_dtw=True, limit=0)
    assert isinstance(document, dict)
    assert [(one["k"], one["dtw"]) for one in document["results"]] == [(None, False), (None, True)]
    assert document["results"][0]["per_signer"] == {"ann": 0.5, "ben": 1.0}
    assert document["results"][0]["queries"] == 4  # the pack knows neither c nor idle
    first = document["first_use"]
    assert (first["people"], first["place_1"], first["first_5"]) == (2, 0.75, 1.0)
    assert first["unknown_accepted"] is not None
    with pytest.raises(DatasetError, match="none of the sentences"):
        list(evaluate_pack(encoded_from([("z", "ann", 0.0)]), pack, Thresholds(), with_dtw=False, limit=0))


def test_agreed_clips_can_be_asked_alone():
    encoded = encoded_from(TWO_PEOPLE)
    clips = tuple(replace(one, agreed=one.sentence != "b") for one in encoded.clips)
    part = replace(encoded, clips=clips).only_agreed()
    assert [one.sentence for one in part.clips] == ["a", "a", "idle"]
    assert run(part, EvaluationSettings(ks=(1,), seeds=1, with_dtw=False))["labels"] == 1


def test_only_chosen_signers_are_asked():
    settings = EvaluationSettings(ks=(1,), seeds=1, with_dtw=False, signers=("ben",))
    assert run(encoded_from(TWO_PEOPLE), settings)["results"][0]["per_signer"] == {"ben": 1.0}


def test_one_person_cannot_be_asked_across():
    with pytest.raises(DatasetError, match="by another signer"):
        run(encoded_from(TWO_PEOPLE[:2]), EvaluationSettings())


def test_a_frozen_clip_is_refused_by_the_motion_gate():
    encoded = encoded_from(TWO_PEOPLE)
    encoded = replace(encoded, motion=np.zeros(5, np.float32))
    library = EvaluationLibrary(encoded, np.array([2, 3]))
    answer = Evaluator(encoded, Thresholds()).rank(library, 0)
    assert answer.lines == ()
    assert answer.place == 3


def test_the_open_set_tells_four_kinds_apart():
    encoded = encoded_from(TWO_PEOPLE)
    steps = list(collect_outcomes(encoded, Thresholds(dtw_enabled=False), k=1, seeds=6))
    outcomes = steps[-1]
    assert isinstance(outcomes, Outcomes)
    assert set(outcomes.kind) == {RIGHT, UNKNOWN, REST}  # one sentence on the library: nothing can be wrong
    document = open_set_document(outcomes, Thresholds(sim_threshold=0.9, sim_margin=0), 1, 6)
    assert document["protocol"] == "open-set"
    assert document["known_right_accepted"] > document["idle_accepted"] == 0
    assert document["known_wrong_accepted"] is None
    assert [row["sim_threshold"] for row in document["curve"]] == sorted(
        row["sim_threshold"] for row in document["curve"]
    )


def test_acceptance_is_the_rule_of_the_engine():
    rng = np.random.default_rng(3)
    table = [(name, who, float(rng.uniform(0, 90))) for name in "abcd" for who in ("x", "y") for _ in "12"]
    encoded = encoded_from(table)
    limits = Thresholds(sim_threshold=0.9, sim_margin=0.02)
    library = EvaluationLibrary(
        encoded, np.array([row for row, one in enumerate(encoded.clips) if one.signer == "x"])
    )
    queries = [row for row, one in enumerate(encoded.clips) if one.signer == "y"]
    answers = [Evaluator(encoded, limits).rank(library, row) for row in queries]
    outcomes = Outcomes(
        kind=np.array([RIGHT if one.place == 1 else WRONG for one in answers]),
        similarity=np.array([one.lines[0].similarity for one in answers]),
        gap=np.array([one.gap for one in answers]),
        prototype=np.array([one.lines[0].proto_similarity for one in answers], np.float64),
        sentences=(),
        right=np.zeros(0, np.int64),
    )
    assert outcomes.accepted(0.9, 0.02).tolist() == [one.lines[0].accepted for one in answers]


def test_calibration_keeps_strangers_signs_out():
    rng = np.random.default_rng(0)
    kind = np.repeat([RIGHT, WRONG, UNKNOWN, REST], 200)
    similarity = np.concatenate([rng.normal(mean, 0.05, 200) for mean in (0.8, 0.6, 0.55, 0.4)])
    outcomes = Outcomes(
        kind=kind,
        similarity=similarity,
        gap=np.full(800, 0.2),
        prototype=np.full(800, np.nan),
        sentences=tuple(np.array([value, value - 0.2]) for value in similarity),
        right=np.where(kind == RIGHT, 0, -1),
    )
    found = calibrate(outcomes, Thresholds())
    assert 0.58 < found.thresholds.sim_threshold < 0.75
    assert (found.reached["unknown_accepted"] or 0) <= 0.10
    assert (found.reached["known_right_accepted"] or 0) > 0.9
    assert found.thresholds.confidence_temperature < 0.1  # always right by 0.2: be sure


def test_comparing_names_every_figure():
    document = run(encoded_from(TWO_PEOPLE), EvaluationSettings(ks=(1,), seeds=1, with_dtw=False))
    worse = {**document, "results": [{**document["results"][0], "ret1": 0.5}]}
    rows = {row["figure"]: row["change"] for row in compare_documents(document, worse)}
    assert rows == {"k=1 ret1": 0.25, "k=1 ret5": 0.0, "k=1 ret10": 0.0, "k=1 mrr": 0.0}


def test_raw_features_are_a_baseline_that_knows_its_own_people(dataset: Dataset):
    encoder = RawEncoder(dataset.mean, dataset.std)
    *counts, encoded = encode_clips(dataset.clips, encoder)
    assert isinstance(encoded, EncodedClips)
    assert counts[-1] == len(dataset.clips)
    np.testing.assert_allclose(np.linalg.norm(encoded.embeddings, axis=1), 1, atol=1e-5)
    document = run(encoded, EvaluationSettings(protocol="own", ks=(1,), seeds=2, with_dtw=False))
    assert document["results"][0]["ret1"] > 0.6  # a third by chance
