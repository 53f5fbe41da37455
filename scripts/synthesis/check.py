"""Retrieval of the starter references: takes of a signer against references made without that signer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from desktop_app.engine.protocols import Encoder
from desktop_app.engine.records import BoolArray, FloatArray
from desktop_app.engine.tracking.features import resample
from scripts.synthesis.alignment import channels, distance
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.collection import Collection, evenly
from scripts.synthesis.starter import Reference, synthesise
from scripts.synthesis.takes import MIN_ROWS, clean, mirrored, trim

QUERIES_PER_SIGNER: Final = 8

Entry = tuple[str, FloatArray, BoolArray]  # label, features, present
Rank = Callable[[Sequence[Entry], Sequence[Entry]], list[list[str]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One query: what it is, whether its signer makes the movement of a reference, and the labels found."""

    label: str
    signer: str
    agrees: bool
    found: tuple[str, ...]

    @property
    def rank(self) -> int:
        """0 for the best place."""
        return self.found.index(self.label) if self.label in self.found else len(self.found)


def leave_one_signer_out(
    collection: Collection, references: Sequence[Reference], body: NeutralBody, rank: Rank
) -> list[Answer]:
    """Every signer's clips, whole as the program gets them, against references made without that signer."""
    labels = {item.label for item in references}
    table = collection.table[collection.table["label"].isin(labels)]
    answers: list[Answer] = []
    for signer, clips in sorted(table.groupby("signer"), key=lambda item: str(item[0])):
        entries = [_without(item, str(signer), body) for item in references]
        mine = {item.label for item in references if signer in item.cluster.signers}
        queries = [
            (str(label), *_query(collection, row))
            for label, group in sorted(clips.groupby("label"), key=lambda item: str(item[0]))
            for row in evenly(group, QUERIES_PER_SIGNER).to_dict("records")
        ]
        for query, found in zip(queries, rank(entries, queries), strict=True):
            answers.append(Answer(query[0], str(signer), query[0] in mine, tuple(found)))
    return answers


def by_encoder(encoder: Encoder) -> Rank:
    """Cosine of the encoder's embeddings."""

    def rank(entries: Sequence[Entry], queries: Sequence[Entry]) -> list[list[str]]:
        known = np.stack([one for one, _ in encoder.encode([features for _, features, _ in entries])])
        wanted = np.stack([one for one, _ in encoder.encode([features for _, features, _ in queries])])
        labels = [label for label, _, _ in entries]
        return [_labels(row, labels) for row in -wanted @ known.T]

    return rank


def by_dtw(entries: Sequence[Entry], queries: Sequence[Entry]) -> list[list[str]]:
    """DTW on places and shapes of the hands, no encoder; left-handed takes are turned."""
    known = [channels(*trim(features, present)) for _, features, present in entries]
    labels = [label for label, _, _ in entries]
    found: list[list[str]] = []
    for _, features, present in queries:
        rows = trim(*clean(features, present))
        if len(rows[0]) < MIN_ROWS:
            found.append([])
            continue
        both = channels(*rows), channels(*mirrored(*rows))
        found.append(_labels(np.array([min(distance(one, other) for one in both) for other in known]), labels))
    return found


def table(answers: Sequence[Answer]) -> list[str]:
    """Markdown rows: for every label, its queries and the share on place 1 and among the first five."""
    rows = []
    for label in [*sorted({answer.label for answer in answers}), ""]:
        mine = [answer for answer in answers if label in ("", answer.label)]
        agree = [answer for answer in mine if answer.agrees]
        cells = [_share(agree, 0), _share(agree, 4), _share(mine, 0), _share(mine, 4)]
        name = label or "**all**"
        rows.append(f"| {name} | {len({a.signer for a in agree})} | {len(agree)} | {' | '.join(cells)} |")
    return rows


def _share(answers: Sequence[Answer], place: int) -> str:
    return f"{np.mean([answer.rank <= place for answer in answers]):.2f}" if answers else "-"


def _without(item: Reference, signer: str, body: NeutralBody) -> Entry:
    if signer not in item.cluster.signers:
        return item.label, item.features, item.present
    return item.label, *synthesise([take for take in item.cluster.takes if take.signer != signer], body)


def _query(collection: Collection, row: dict[Hashable, Any]) -> tuple[FloatArray, BoolArray]:
    sequence = resample(collection.clip(row))
    return sequence.features, sequence.present


def _labels(distances: FloatArray, labels: Sequence[str]) -> list[str]:
    """Labels by their nearest entry, each once."""
    return list(dict.fromkeys(labels[i] for i in np.argsort(distances, kind="stable")))
