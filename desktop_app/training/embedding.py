"""Embeds many clips with a torch encoder, and computes the figures of a model during training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import torch

from desktop_app.engine.records import FloatArray
from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.batches import BatchMaker
from desktop_app.training.dataset import DatasetClip
from desktop_app.training.draws import Draw
from desktop_app.training.metrics import (
    AlignmentFigures,
    RetrievalFigures,
    alignment,
    figures,
    mean_figures,
    ranks,
    sentence_scores,
)

BATCH: Final = 128
REFERENCES_PER_PERSON: Final = 6  # more of one person's clips of a sentence hardly change a draw of five


def embed_clips(
    model: AnyEncoder, clips: Sequence[DatasetClip], mean: FloatArray, std: FloatArray
) -> FloatArray:
    """(N, 256) unit rows, in the order of the clips; whole clips, batched by length."""
    order = sorted(range(len(clips)), key=lambda row: clips[row].num_frames)
    out = np.zeros((len(clips), model.settings.embedding_dim), np.float32)
    device = next(model.parameters()).device
    model.eval()
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            loaded = [(clips[row].features() - mean) / std for row in rows]
            lengths = torch.tensor([len(clip) for clip in loaded])
            padded = np.zeros((len(rows), int(lengths.max()), loaded[0].shape[1]), np.float32)
            for place, clip in enumerate(loaded):
                padded[place, : len(clip)] = clip
            encoded = model.encode_padded(torch.from_numpy(padded).to(device), lengths.to(device))[0]
            out[rows] = encoded.cpu().numpy()
    return out


def thin(clips: Sequence[DatasetClip]) -> list[DatasetClip]:
    """At most `REFERENCES_PER_PERSON` clips of each person and sentence, evenly spaced."""
    grouped: dict[tuple[str, str], list[DatasetClip]] = {}
    for clip in clips:
        grouped.setdefault((clip.sentence, clip.signer), []).append(clip)
    kept: list[DatasetClip] = []
    for group in grouped.values():
        places = np.unique(
            np.linspace(0, len(group) - 1, min(REFERENCES_PER_PERSON, len(group))).round().astype(int)
        )
        kept.extend(group[place] for place in places)
    return kept


class EmbeddedClips:
    """Clips and their embeddings, for several retrieval protocols."""

    def __init__(
        self, model: AnyEncoder, clips: Sequence[DatasetClip], mean: FloatArray, std: FloatArray
    ) -> None:
        self.clips = clips
        self._rows = embed_clips(model, clips, mean, std)
        names = sorted({clip.sentence for clip in clips})
        self._labels = np.array([names.index(clip.sentence) for clip in clips], np.int64)

    def retrieve(
        self, draws: Iterable[Draw], sentences: frozenset[str] | None = None
    ) -> RetrievalFigures | None:
        """Mean over signers of the mean over their draws; None without any query.

        Args:
            sentences: only these are queries; the references stay as they are.
        """
        people: dict[str, list[RetrievalFigures]] = {}
        for draw in draws:
            queries = draw.queries
            if sentences is not None:
                queries = np.array([row for row in queries if self.clips[row].sentence in sentences], np.int64)
            if not len(queries):
                continue
            scores, columns = sentence_scores(
                self._rows[queries], self._rows[draw.references], self._labels[draw.references]
            )
            people.setdefault(draw.signer, []).append(figures(ranks(scores, columns, self._labels[queries])))
        return mean_figures([mean_figures(draws) for draws in people.values()]) if people else None


def alignment_figures(model: AnyEncoder, maker: BatchMaker, pairs: list[tuple[int, int]]) -> AlignmentFigures:
    """Two augmented views of the same clips."""
    batch = maker.make(pairs)
    device = next(model.parameters()).device
    model.eval()
    with torch.no_grad():
        first = model(torch.from_numpy(batch.first).to(device))[0].cpu().numpy()
        second = model(torch.from_numpy(batch.second).to(device))[0].cpu().numpy()
    return alignment(first, second)
