"""The decision logic, step by step, on references whose cosines and distances are given."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.engine.records import Candidate, FeatureSequence, FloatArray
from desktop_app.engine.search import decision
from desktop_app.engine.search.search import SentenceIndex
from desktop_app.engine.thresholds import Thresholds

PLAIN = Thresholds(dtw_enabled=False)


class Given:
    """References by (sentence_id, pack); prototypes by sentence id."""

    def __init__(
        self,
        sentences: Sequence[tuple[int, str]],
        prototypes: dict[int, FloatArray] | None = None,
        texts: dict[tuple[int, str], str] | None = None,
    ) -> None:
        self.references = [
            ReferenceInfo(f"c{i}", s, (texts or {}).get((s, p), f"{p}{s}"), "cat", f"v{i}.mp4", p)
            for i, (s, p) in enumerate(sentences)
        ]
        self.prototypes = prototypes or {}
        self.embeddings = np.zeros((len(sentences), 2), np.float32)

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        return self.prototypes.get(sentence_id)

    def projection(self, row: int) -> FloatArray:
        raise NotImplementedError

    def features(self, row: int) -> FeatureSequence:
        raise NotImplementedError


def ask(
    sentences: Iterable[int | tuple[int, str]],
    cosines: Sequence[float],
    thresholds: Thresholds = PLAIN,
    *,
    distances: dict[int, float] | None = None,
    top_k: int = 5,
    prototypes: dict[int, FloatArray] | None = None,
    texts: dict[tuple[int, str], str] | None = None,
) -> tuple[tuple[Candidate, ...], list[int]]:
    library = Given([s if isinstance(s, tuple) else (s, "p") for s in sentences], prototypes, texts)
    asked: list[int] = []

    def distances_to(rows: Sequence[int]) -> list[float | None]:
        asked.extend(rows)
        return [None if distances is None else distances.get(row) for row in rows]

    results = decision.decide(
        np.array([1, 0], np.float32),
        np.array(cosines, np.float32),
        library,
        SentenceIndex(library.references),
        thresholds,
        distances_to=distances_to,
        top_k=top_k,
        motion_mean=0.5,
    )
    return results, asked


def test_one_row_a_sentence_and_the_margin_is_between_sentences():
    results, _ = ask([1, 1, 2, 3], [0.90, 0.89, 0.70, 0.2])
    assert [c.sentence_id for c in results] == [1, 2, 3]
    assert results[0].accepted
    assert results[0].rejection_reason is None
    assert results[0].clip_id == "c0"


@pytest.mark.parametrize(
    ("cosines", "reason"),
    [
        ([0.581, 0.40], None),
        ([0.579, 0.1], decision.LOW_SIMILARITY),
        ([0.90, 0.81], decision.AMBIGUOUS),
        ([0.50, 0.49], decision.LOW_SIMILARITY),  # the first check that fails is the reason
    ],
)
def test_the_reasons_and_their_order(cosines, reason):
    results, _ = ask([1, 2], cosines)
    assert results[0].rejection_reason == reason
    assert results[0].accepted == (reason is None)
    assert not results[1].accepted
    assert results[1].rejection_reason in (decision.LOW_SIMILARITY, decision.AMBIGUOUS)


@pytest.mark.parametrize(("cosine", "reason"), [(0.54, None), (0.52, decision.PROTOTYPE)])
def test_the_prototype_may_be_a_little_below_the_threshold(cosine, reason):
    prototype = np.array([cosine, math.sqrt(1 - cosine**2)], np.float32)
    results, _ = ask([1, 2], [0.9, 0.1], prototypes={1: prototype})
    assert results[0].proto_similarity == pytest.approx(cosine, abs=1e-6)
    assert results[0].rejection_reason == reason
    assert results[1].proto_similarity is None


def test_a_single_sentence_has_no_rival():
    results, _ = ask([1, 1], [0.9, 0.8])
    assert len(results) == 1
    assert results[0].accepted


def test_confidence_is_the_softmax_over_all_sentences_not_only_those_listed():
    cosines = [0.9, 0.7, 0.5, 0.3]
    results, _ = ask([1, 2, 3, 4], cosines, top_k=2)
    weights = np.exp(np.array(cosines) / 0.12)
    expected = (weights / weights.sum())[:2]
    assert [c.confidence for c in results] == pytest.approx(expected.tolist(), rel=1e-5)


def test_reranking_follows_the_formula_and_can_change_the_order():
    thresholds = Thresholds(dtw_alpha=0.65, dtw_lambda=0.002, sim_threshold=0.1)
    results, _ = ask([1, 2], [0.80, 0.78], thresholds, distances={0: 400.0, 1: 50.0})
    first = results[0]
    assert first.sentence_id == 2
    assert first.dtw_distance == 50
    assert first.dtw_score == pytest.approx(math.exp(-0.1))
    assert first.similarity == pytest.approx(0.65 * 0.78 + 0.35 * math.exp(-0.1), abs=1e-6)
    assert first.raw_similarity == pytest.approx(0.78, abs=1e-6)


def test_another_clip_of_the_sentence_may_stand_for_it_after_reranking():
    results, _ = ask([1, 1, 2], [0.80, 0.79, 0.2], Thresholds(), distances={0: 900.0, 1: 1.0, 2: 500.0})
    assert results[0].clip_id == "c1"


def test_candidates_are_the_best_clips_and_the_best_of_every_listed_sentence():
    sentences = [1] * 6 + [2, 3, 4]
    cosines = [0.9, 0.89, 0.88, 0.87, 0.86, 0.85, 0.5, 0.4, 0.3]
    distances = dict.fromkeys(range(9), 10.0)
    results, asked = ask(sentences, cosines, Thresholds(dtw_topk=5), distances=distances, top_k=3)
    assert sorted(asked) == [0, 1, 2, 3, 4, 6, 7]
    assert all(c.dtw_distance is not None for c in results)


def test_top_k_larger_than_dtw_topk_widens_the_reranking():
    cosines = np.linspace(0.9, 0.1, 9).tolist()
    distances = dict.fromkeys(range(9), 10.0)
    results, asked = ask(range(9), cosines, Thresholds(dtw_topk=2), distances=distances, top_k=7)
    assert sorted(asked) == list(range(7))
    assert len(results) == 7


def test_reranked_candidates_come_before_the_others():
    # the first reference has nothing to compare with: its cosine alone may not put it on top
    results, _ = ask([1, 2], [0.95, 0.60], Thresholds(), distances={1: 500.0})
    assert [c.sentence_id for c in results] == [2, 1]
    assert results[0].similarity < results[1].similarity
    assert results[1].dtw_score is None


def test_without_dtw_nothing_is_asked():
    _, asked = ask([1, 2], [0.9, 0.1], PLAIN, distances={0: 1.0, 1: 1.0})
    assert asked == []


def test_the_same_words_from_two_packs_are_no_rivals():
    texts = {(1, "a"): "hello", (9, "b"): "Hello", (2, "a"): "thanks"}
    sentences = [(1, "a"), (9, "b"), (2, "a")]
    results, _ = ask(sentences, [0.90, 0.88, 0.60], texts=texts)
    assert results[0].accepted
    assert results[0].pack == "a"
    assert [c.accepted for c in results[1:]] == [False, False]


def test_ties_go_to_the_earlier_reference():
    results, _ = ask([3, 1, 2], [0.7, 0.7, 0.7])
    assert [c.sentence_id for c in results] == [3, 1, 2]


def test_no_references_no_lines():
    assert ask([], [])[0] == ()
