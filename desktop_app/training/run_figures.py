"""The figures of a model during training."""

from __future__ import annotations

from typing import Final

from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.batches import BatchMaker
from desktop_app.training.dataset import Dataset, Split
from desktop_app.training.draws import cross_signer_draws, own_draws
from desktop_app.training.embedding import EmbeddedClips, alignment_figures, thin

KS: Final = (1, 5)
OWN_K: Final = 3
DRAWS: Final = 4


def evaluate(
    model: AnyEncoder,
    dataset: Dataset,
    split: Split,
    checker: BatchMaker,
    probe: list[tuple[int, int]],
    judges: Dataset | None = None,
) -> dict[str, float]:
    """The figures that the split allows.

    - `inst1`, `pos_sim`, `neg_sim`: two views of the probe;
    - `ret1_k1` and so on: the held-out signers' clips of sentences that were trained on, against clips
      of all others;
    - `own_ret1_k3`: the same signers' clips against three of their own a sentence;
    - `unseen_ret1_k1` and so on: all signers' clips of sentences that were not trained on, with other people's
      references, among all sentences;
    - `judges_ret1_k1` and so on: people who are in no training set, among themselves;
    - `agreed_ret1_k1` and so on: of these the clips whose sign several of them make alike.
    """
    aligned = alignment_figures(model, checker, probe)
    result = {"inst1": aligned.inst1, "pos_sim": aligned.pos_sim, "neg_sim": aligned.neg_sim}
    if split.held_out:
        held_back = frozenset(split.held_out_sentences)
        clips = [*thin(split.train), *split.held_out]
        embedded = EmbeddedClips(model, clips, dataset.mean, dataset.std)
        known = frozenset(clip.sentence for clip in clips) - held_back
        for k in KS:
            draws = cross_signer_draws(clips, k, DRAWS, query_signers=split.held_out_signers)
            if found := embedded.retrieve(draws, known):
                result |= {f"ret1_k{k}": found.ret1, f"ret5_k{k}": found.ret5, f"mrr_k{k}": found.mrr}
        if found := embedded.retrieve(own_draws(clips, OWN_K, DRAWS, query_signers=split.held_out_signers)):
            result[f"own_ret1_k{OWN_K}"] = found.ret1
    if split.held_out_sentences:
        clips = thin(dataset.clips)
        embedded = EmbeddedClips(model, clips, dataset.mean, dataset.std)
        for k in KS:
            draws = cross_signer_draws(clips, k, DRAWS)
            if found := embedded.retrieve(draws, frozenset(split.held_out_sentences)):
                result |= {f"unseen_ret1_k{k}": found.ret1, f"unseen_ret5_k{k}": found.ret5}
    if judges is not None:
        for name, part in (("judges", judges), ("agreed", judges.only_agreed())):
            result |= _among_themselves(model, part, dataset, name)
    return result


def _among_themselves(model: AnyEncoder, part: Dataset, dataset: Dataset, name: str) -> dict[str, float]:
    """Each person's clips against those of the others, with the statistics that the model was trained with."""
    embedded = EmbeddedClips(model, part.clips, dataset.mean, dataset.std)
    result: dict[str, float] = {}
    for k in KS:
        if found := embedded.retrieve(cross_signer_draws(part.clips, k, DRAWS)):
            result |= {f"{name}_ret1_k{k}": found.ret1, f"{name}_ret5_k{k}": found.ret5}
    return result
