"""The figures that are taken of a model while it learns."""

from __future__ import annotations

from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.batches import BatchMaker
from desktop_app.training.dataset import Clip, Dataset
from desktop_app.training.embedding import alignment_figures, held_out_figures


def evaluate(
    model: AnyEncoder,
    dataset: Dataset,
    train_clips: tuple[Clip, ...],
    held_out: tuple[Clip, ...],
    checker: BatchMaker,
    probe: list[tuple[int, int]],
) -> dict[str, float]:
    """Alignment of two views of the probe, and retrieval on the held-out signers where there are any."""
    aligned = alignment_figures(model, checker, probe)
    taken = {"inst1": aligned.inst1, "pos_sim": aligned.pos_sim, "neg_sim": aligned.neg_sim}
    if held_out:
        for k, one in held_out_figures(model, train_clips, held_out, dataset.mean, dataset.std).items():
            taken |= {f"ret1_k{k}": one.ret1, f"ret5_k{k}": one.ret5, f"mrr_k{k}": one.mrr}
    return taken
