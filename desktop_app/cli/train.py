"""`signmirror train DATASET --out RUN`"""

from __future__ import annotations

import importlib.util
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note, progress, replace_option
from desktop_app.cli.datasets import judges_option, opened_dataset
from desktop_app.errors import TrainingError
from desktop_app.message import Message


def require_torch() -> None:
    """Raise TrainingError with the next step when torch is not installed."""
    if importlib.util.find_spec("torch") is None:
        raise TrainingError(
            Message("Training and export need PyTorch, which is not installed."),
            Message("Install it with `uv sync --extra train` (see docs/training.md)."),
            code="training.no_torch",
        )


def require_training() -> None:
    """Raise TrainingError with the next step when a package for training is not installed."""
    require_torch()
    if importlib.util.find_spec("lightning_fabric") is None:
        raise TrainingError(
            Message("Training needs Lightning Fabric, which is not installed."),
            Message(
                "Install it with `uv sync --extra train`, or beside a PyTorch of your own with "
                "`uv pip install lightning-fabric`."
            ),
            code="training.no_fabric",
        )


@click.command("train")
@click.argument("dataset", type=PATH)
@click.option("--out", type=PATH, required=True, help="Folder of the run.")
@click.option(
    "--config",
    type=PATH,
    help="Settings in a TOML file, for example the config.toml of another run; the options here go before it.",
)
@click.option(
    "--objective",
    type=click.Choice(["supcon", "infonce"]),
    help="Clips of a sentence by others are positives (supcon), or only the clip's own twin [supcon].",
)
@click.option(
    "--architecture",
    type=click.Choice(["lean-conv-gru-v1", "bigru-attention-v1"]),
    help="The encoder for unknown signers, or the contract's baseline [lean-conv-gru-v1].",
)
@click.option("--steps", type=click.IntRange(1), help="Batches [2000].")
@click.option("--evaluate-every", type=click.IntRange(0), help="Steps [0: the steps of an epoch].")
@click.option("--sentences", type=click.IntRange(2), help="Sentences in a batch [32].")
@click.option("--clips", type=click.IntRange(1), help="Clips of each in a batch [3].")
@click.option("--max-frames", type=click.IntRange(8), help="Longest view, rows [64; baseline: 96].")
@click.option("--learning-rate", type=float, help="At its highest [0.0015].")
@click.option(
    "--held-out", help="Share of signers kept for testing, or their names with commas; 0 trains on all [0.25]."
)
@click.option("--held-out-sentences", help="Sentences, with commas, that are not trained on.")
@click.option("--start-from", type=PATH, help="Run whose best weights are the initial ones.")
@click.option(
    "--hand-shapes", type=PATH, help="Folder of finger letters (stills.npz) with hand shapes for pseudo signs."
)
@click.option(
    "--more-data", type=PATH, multiple=True, help="Another data set to learn from; may be given again."
)
@click.option("--teachers", type=PATH, help="Folder of published networks to learn from (docs/training.md).")
@judges_option
@click.option("--seed", type=int, help="Of weights and batches, not of the split [0].")
@click.option("--threads", type=click.IntRange(1), help="Processor threads [2].")
@click.option(
    "--accelerator",
    type=click.Choice(["auto", "cpu", "cuda", "mps"]),
    help="Kind of device [auto: the best there is].",
)
@click.option("--devices", help="How many on each machine, or auto for all [1].")
@click.option("--nodes", type=click.IntRange(1), help="Machines that run this command [1].")
@click.option("--strategy", type=click.Choice(["auto", "ddp"]), help="How devices share the work [auto].")
@click.option(
    "--baseline", type=PATH, help="Run folder, or saved JSON of one, that the figures are compared with."
)
@replace_option
@json_option
def command(
    dataset: Path,
    out: Path,
    config: Path | None,
    baseline: Path | None,
    replace_old: bool,
    as_json: bool,
    **flags: Any,
) -> None:
    """Train an encoder on a data set made by `signmirror preprocess`.

    RUN gets config.json (settings and split), config.toml (settings, for --config), metrics.csv, curves.png,
    best.pt, best.json and last.pt.
    """
    require_training()
    from desktop_app.training.checkpoint import BEST, load_checkpoint, read_config
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.devices import open_devices
    from desktop_app.training.loop import train
    from desktop_app.training.run_config import merged, read_table, settings_from
    from desktop_app.training.run_folder import baseline_figures, differences

    file = {} if config is None else read_table(config)
    settings = settings_from(merged(file, flag_table(flags)), "the settings" if config is None else str(config))
    before = None if baseline is None else baseline_figures(baseline)
    data = load_dataset(dataset, map(Path, settings.more_data))
    fabric = open_devices(settings.devices)
    with nullcontext() if settings.judges is None else opened_dataset(Path(settings.judges)) as judges:
        steps = train(data, out, settings, fabric, judges, replace_old=replace_old)
        if not fabric.is_global_zero:  # only the first process prints
            for _ in steps:
                pass
            return
        for step in progress(steps, "steps", settings.steps):
            if step.figures is not None:
                shown = "  ".join(f"{name} {value:.3f}" for name, value in step.figures.items())
                note(f"step {step.step}  loss {step.loss:.3f}  {shown}")
    _, best_step, figures = load_checkpoint(out / BEST)
    held = read_config(out)["held_out_signers"]
    change = {} if before is None else differences(figures, before)
    if as_json:
        document = {"run": out, "best_step": best_step, "figures": figures, "held_out_signers": held}
        if before is not None:
            document |= {"baseline": {"path": baseline, "figures": before}, "difference": change}
        emit_json(document)
        return
    click.echo(f"Best checkpoint at step {best_step}; {len(held)} signers were held out.")
    if before is not None:
        click.echo(f"  {'':10} {'now':>7}  {'baseline':>8}  difference")
    for name, value in figures.items():
        compared = f"  {value - change[name]:8.4f}  {change[name]:+10.4f}" if name in change else ""
        click.echo(f"  {name:10} {value:7.4f}{compared}")


def flag_table(flags: dict[str, Any]) -> dict[str, Any]:
    """The given options as a table of a settings file."""
    places = {
        "architecture": ("model",), "sentences": ("batch",), "clips": ("batch",), "max_frames": ("batch",),
        "accelerator": ("devices",), "devices": ("devices",), "nodes": ("devices",), "strategy": ("devices",),
    }  # fmt: skip
    table: dict[str, Any] = {}
    for name, value in flags.items():
        if value is None or value == ():
            continue
        if name == "held_out":
            value = parse_held_out(value)
        elif name == "more_data":
            value = [str(one) for one in value]
        elif name == "held_out_sentences":
            value = [one.strip() for one in value.split(",") if one.strip()]
        elif name == "devices" and value != "auto":
            value = parse_devices(value)
        inner = table
        for place in places.get(name, ()):
            inner = inner.setdefault(place, {})
        inner[name] = str(value) if isinstance(value, Path) else value
    return table


def parse_devices(text: str) -> int:
    """A number of devices from 1. Raises TrainingError."""
    if not text.isdecimal() or not int(text):
        raise TrainingError(
            Message("{text} is no number of devices.", text=text), Message("Give 1 or more, or auto.")
        )
    return int(text)


def parse_held_out(text: str) -> tuple[str, ...] | float:
    """A share between 0 and 1, or names of signers."""
    try:
        share = float(text)
    except ValueError:
        return tuple(name.strip() for name in text.split(",") if name.strip())
    if not 0 <= share < 1:
        raise TrainingError(
            Message("{text} is no share of signers.", text=text),
            Message("Give a number from 0 to below 1, or names."),
        )
    return share
