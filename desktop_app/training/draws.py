"""The draws of references and queries of each protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.records import IntArray
from desktop_app.training.dataset import IDLE, DatasetClip


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """Row numbers of the reference and query clips; `outside` are queries without a reference."""

    signer: str
    seed: int
    references: IntArray
    queries: IntArray
    outside: IntArray


def _rows(values: list[int]) -> IntArray:
    return np.array(sorted(values), np.int64)


def _group(clips: Sequence[DatasetClip]) -> dict[str, dict[str, list[int]]]:
    """sentence -> signer -> rows; idle clips are left out."""
    table: dict[str, dict[str, list[int]]] = {}
    for row, clip in enumerate(clips):
        if clip.sentence != IDLE:
            table.setdefault(clip.sentence, {}).setdefault(clip.signer, []).append(row)
    return table


def cross_signer_draws(
    clips: Sequence[DatasetClip],
    k: int,
    seeds: int,
    *,
    query_signers: Sequence[str] | None = None,
    sentences: frozenset[str] | None = None,
    leave_out: float = 0.0,
) -> Iterator[Draw]:
    """For every signer in turn: that signer's clips as queries, k clips a sentence of the others as references.

    Args:
        query_signers: only these give queries (references still come from all others).
        sentences: only these are among references and queries.
        leave_out: share of the sentences, drawn anew each time, whose references are removed: their clips
            are `outside` (the open set). Clips labelled `idle` are always outside.
    """
    table = _group(clips)
    if sentences is not None:
        table = {name: people for name, people in table.items() if name in sentences}
    signers = sorted({clip.signer for clip in clips})
    for number, signer in enumerate(signers):
        if query_signers is not None and signer not in query_signers:
            continue
        own = {name: people[signer] for name, people in sorted(table.items()) if signer in people}
        idle = [row for row, clip in enumerate(clips) if clip.signer == signer and clip.sentence == IDLE]
        for seed in range(seeds):
            rng = np.random.default_rng([seed, number, k])
            references: dict[str, list[int]] = {}
            for name, people in sorted(table.items()):
                pool = [row for person, rows in sorted(people.items()) if person != signer for row in rows]
                if pool:
                    references[name] = [int(i) for i in rng.choice(pool, min(k, len(pool)), replace=False)]
            removed: set[str] = set()
            if leave_out > 0:
                names = sorted(references)
                removed = {names[i] for i in rng.permutation(len(names))[: round(len(names) * leave_out)]}
            drawn = [row for name, rows in references.items() if name not in removed for row in rows]
            queries = [
                row for name, rows in own.items() if name in references and name not in removed for row in rows
            ]
            outside = [
                row for name, rows in own.items() if name not in references or name in removed for row in rows
            ]
            if drawn and (queries or (leave_out > 0 and (outside or idle))):
                yield Draw(signer, seed, _rows(drawn), _rows(queries), _rows(outside + idle))


def own_draws(
    clips: Sequence[DatasetClip], k: int, seeds: int, *, query_signers: Sequence[str] | None = None
) -> Iterator[Draw]:
    """k clips a sentence of a signer as references, the rest of the same signer's clips as queries.

    A sentence needs more than k clips of the signer, so that a query remains.
    """
    table = _group(clips)
    for number, signer in enumerate(sorted({clip.signer for clip in clips})):
        own = {name: people[signer] for name, people in sorted(table.items()) if signer in people}
        own = {name: rows for name, rows in own.items() if len(rows) > k}
        if len(own) < 2 or (query_signers is not None and signer not in query_signers):
            continue
        for seed in range(seeds):
            rng = np.random.default_rng([seed, number, k])
            references = [int(i) for rows in own.values() for i in rng.choice(rows, k, replace=False)]
            taken = set(references)
            queries = [row for rows in own.values() for row in rows if row not in taken]
            yield Draw(signer, seed, _rows(references), _rows(queries), _rows([]))
