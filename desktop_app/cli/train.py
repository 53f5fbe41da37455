"""`signmirror train DATASET --out RUN`"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from desktop_app.cli.common import emit_json, json_option, note, progress, say
from desktop_app.errors import TrainingError


def need_torch() -> None:
    """Say how to get torch where it is not installed."""
    if importlib.util.find_spec("torch") is None:
        raise TrainingError(
            "Training and export need PyTorch, which is not installed.",
            "Install it with `uv sync --extra train` (see docs/training.md).",
            code="training.no_torch",
        )


@click.command("train")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder of the run.")
@click.option(
    "--objective",
    type=click.Choice(["supcon", "infonce"]),
    default="supcon",
    show_default=True,
    help="Clips of a sentence by others are positives (supcon), or only the clip's own twin.",
)
@click.option(
    "--architecture",
    type=click.Choice(["lean-conv-gru-v1", "bigru-attention-v1"]),
    default="lean-conv-gru-v1",
    show_default=True,
    help="The encoder for strangers, or the contract's baseline.",
)
@click.option("--steps", type=click.IntRange(1), default=1200, show_default=True, help="Batches.")
@click.option("--evaluate-every", type=click.IntRange(1), default=100, show_default=True, help="Steps.")
@click.option(
    "--sentences", type=click.IntRange(2), default=32, show_default=True, help="Sentences in a batch."
)
@click.option("--clips", type=click.IntRange(1), default=3, show_default=True, help="Clips of each in a batch.")
@click.option(
    "--max-frames", type=click.IntRange(8), default=None, help="Longest view, rows [64; baseline: 96]."
)
@click.option("--learning-rate", type=float, default=1.5e-3, show_default=True)
@click.option(
    "--held-out",
    default="0.25",
    show_default=True,
    help="Share of signers kept for testing, or their names with commas; 0 trains on everybody.",
)
@click.option("--held-out-sentences", default="", help="Sentences, with commas, that nobody is trained on.")
@click.option(
    "--start-from", type=click.Path(path_type=Path), default=None, help="Run whose best weights are the start."
)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--threads", type=click.IntRange(1), default=2, show_default=True, help="Processor threads.")
@json_option
def command(
    dataset: Path,
    out: Path,
    objective: str,
    architecture: str,
    steps: int,
    evaluate_every: int,
    sentences: int,
    clips: int,
    max_frames: int | None,
    learning_rate: float,
    held_out: str,
    held_out_sentences: str,
    start_from: Path | None,
    seed: int,
    threads: int,
    as_json: bool,
) -> None:
    """Train an encoder on a data set made by `signmirror preprocess`.

    RUN gets config.json (settings and split), metrics.csv, curves.png, best.pt and last.pt.
    """
    need_torch()
    from dataclasses import replace

    from desktop_app.training.checkpoint import BEST, load_checkpoint, read_config
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.loop import train
    from desktop_app.training.run_settings import default_settings

    usual = default_settings(architecture)
    settings = replace(
        usual,
        objective=objective,
        steps=steps,
        evaluate_every=evaluate_every,
        learning_rate=learning_rate,
        held_out=parse_held_out(held_out),
        held_out_sentences=tuple(name.strip() for name in held_out_sentences.split(",") if name.strip()),
        start_from=None if start_from is None else str(start_from),
        seed=seed,
        threads=threads,
        batch=replace(
            usual.batch, sentences=sentences, clips=clips, max_frames=max_frames or usual.batch.max_frames
        ),
    )
    for step in progress(train(load_dataset(dataset), out, settings), "steps", steps):
        if step.figures is not None:
            shown = "  ".join(f"{name} {value:.3f}" for name, value in step.figures.items())
            note(f"step {step.step}  loss {step.loss:.3f}  {shown}")
    _, best_step, figures = load_checkpoint(out / BEST)
    held = read_config(out)["held_out_signers"]
    if as_json:
        emit_json({"run": out, "best_step": best_step, "figures": figures, "held_out_signers": held})
        return
    say(f"Best checkpoint at step {best_step}; {len(held)} signers were held out.")
    for name, value in figures.items():
        say(f"  {name:10} {value:.4f}")


def parse_held_out(text: str) -> tuple[str, ...] | float:
    """A share between 0 and 1, or names of signers."""
    try:
        share = float(text)
    except ValueError:
        return tuple(name.strip() for name in text.split(",") if name.strip())
    if not 0 <= share < 1:
        raise TrainingError(f"{text} is no share of signers.", "Give a number from 0 to below 1, or names.")
    return share
