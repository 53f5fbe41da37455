"""`signmirror letters-train COLLECTION --out RUN`"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note, replace_option, text_option
from desktop_app.cli.datasets import judges_option
from desktop_app.cli.train import require_torch
from desktop_app.errors import TrainingError
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.training.letters.collection import LetterCollection

FEATURE_DIM = 63


@click.command(name="letters-train")
@click.argument("collection", type=PATH)
@click.option("--out", type=PATH, required=True, help="Folder of the run.")
@click.option(
    "--architecture",
    type=click.Choice(["mlp", "lstm", "tcn"]),
    default="mlp",
    help="mlp reads single frames, the others sequences.",
)
@text_option("--sequence-length", help="Frames of a training window, or dynamic (32). mlp: 1.")
@click.option(
    "--feature-dim",
    type=click.Choice([str(FEATURE_DIM)]),
    default=str(FEATURE_DIM),
    help="Numbers a frame.",
)
@click.option("--hidden", type=click.IntRange(8, 2048), default=256, help="Width of the net.")
@click.option("--steps", type=click.IntRange(1, 1_000_000), default=1000)
@click.option("--batch", type=click.IntRange(0, 8192), default=0, help="Hands or windows a step; 0: as usual.")
@click.option("--nets", type=click.IntRange(1, 16), default=1, help="Seeds, averaged later.")
@text_option(
    "--held-out",
    help="Sources (numbers or names, comma between) to be judged on; each: every one in turn, then all.",
)
@judges_option
@click.option("--seed", type=int, default=0)
@click.option("--threads", type=click.IntRange(0, 256), default=0, help="Processor threads; 0: torch decides.")
@replace_option
@json_option
def command(
    collection: Path,
    out: Path,
    architecture: str,
    sequence_length: str,
    feature_dim: str,  # noqa: ARG001 (one value is known; other programs give it)
    hidden: int,
    steps: int,
    batch: int,
    nets: int,
    held_out: str,
    judges: Path | None,
    seed: int,
    threads: int,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Train a letter model, and report it on people it has not seen.

    The report (report.json, confusion.png) is about the held-out sources or the judges; without any there is
    none.
    """
    require_torch()
    from desktop_app.training.letters.checkpoint import check_run, save_run
    from desktop_app.training.letters.collection import load_letters
    from desktop_app.training.letters.loop import LetterTraining
    from desktop_app.training.letters.models import LetterModelSettings
    from desktop_app.training.letters.people import HandSettings
    from desktop_app.training.letters.report import save_report
    from desktop_app.training.letters.sequences import CAMERA, SequenceSettings
    from desktop_app.training.letters.study import combined, each_held_out, judge_nets, set_threads, train_seeds

    frame = architecture == "mlp"
    frames = parse_length(sequence_length or ("1" if frame else "32")) or 32
    if frame and frames != 1:
        raise TrainingError(
            Message("mlp reads single frames."), Message("Use --sequence-length 1, or lstm or tcn.")
        )
    if not frame and frames < 8:
        raise TrainingError(
            Message("{frames} frames are no sequence.", frames=frames), Message("Use at least 8, or the mlp.")
        )
    check_run(out, replace_old=replace_old)
    set_threads(threads)
    data = load_letters(collection)
    settings = LetterTraining(
        model=LetterModelSettings(architecture, hidden),
        hands=HandSettings() if frame else CAMERA,
        windows=SequenceSettings(frames=frames),
        steps=steps,
        batch=batch or (256 if frame else 96),
        seed=seed,
    )
    started = time.perf_counter()
    evaluations = []
    if held_out.strip() == "each":
        evaluations = [fold.evaluation for fold, _ in each_held_out(data, settings, nets, note)]
    elif held_out.strip():
        out_sources = parse_sources(data, held_out)
        from dataclasses import replace

        settings = replace(settings, held_out=out_sources)
    trained = train_seeds(data, settings, nets, note)
    part = data.only(settings.held_out) if settings.held_out else None
    if judges is not None and not held_out.strip():
        part = load_letters(judges)
    if part is not None:
        evaluations = [judge_nets(part, trained if frame else (), () if frame else trained)]
    save_run(out, trained, settings, {"collection": collection.name, "frames": frames})
    figures: dict[str, Any] = combined(evaluations) if evaluations else {}
    if evaluations:
        save_report(out, evaluations, figures)
    if as_json:
        emit_json({"run": out, "figures": figures, "seconds": round(time.perf_counter() - started, 1)})
        return
    click.echo(f"{len(trained)} net(s) of {architecture} in {out}.")
    for name, value in figures.items():
        click.echo(f"  {name:22} {'-' if value is None else format(value, '.4f')}")


def parse_length(text: str) -> int:
    """Frames, or 0 for dynamic. Raises TrainingError."""
    if text.strip().lower() == "dynamic":
        return 0
    if text.strip().isdigit() and 1 <= int(text) <= 256:
        return int(text)
    raise TrainingError(
        Message("'{text}' is no sequence length.", text=text), Message("Give 1 to 256, or dynamic.")
    )


def parse_sources(data: LetterCollection, text: str) -> tuple[int, ...]:
    """Numbers or names of sources. Raises TrainingError naming what is unknown."""
    known = {data.name_of(number): number for number in data.judged} | {str(n): n for n in data.judged}
    chosen = []
    for name in (part.strip() for part in text.split(",") if part.strip()):
        if name not in known:
            raise TrainingError(
                Message("There is no source '{name}'.", name=name),
                Message("Sources: {known}.", known=", ".join(known)),
            )
        chosen.append(known[name])
    return tuple(dict.fromkeys(chosen))
