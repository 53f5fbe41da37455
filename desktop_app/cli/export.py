"""`signmirror export RUN --out BUNDLE`"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note, replace_option
from desktop_app.cli.datasets import judges_option, opened_dataset
from desktop_app.cli.train import require_torch


@click.command("export")
@click.argument("run", type=PATH)
@click.option("--out", type=PATH, required=True, help="Folder of the bundle.")
@click.option("--dataset", type=PATH, help="Data set the run was trained on, if it moved.")
@click.option("--name", default="sign-encoder", help="Name of the encoder.")
@click.option("--licence", default="Apache-2.0", help="SPDX identifier of the model.")
@click.option(
    "--references",
    type=click.Choice(["clips", "prototypes", "none"]),
    default="clips",
    help="A row per clip; one mean per sentence, which contains no single recording; or none.",
)
@click.option(
    "--evidence",
    type=PATH,
    help="Run with held-out signers that gives figures and thresholds for a run on all signers.",
)
@click.option(
    "--unseen-evidence",
    type=PATH,
    help="Run with held-out sentences: DTW is weighted on signs that were not trained on, too.",
)
@judges_option
@click.option(
    "--pack",
    "packs",
    multiple=True,
    help="Pack (name or path) that the judges meet at first use, to choose thresholds; may be given again.",
)
@click.option("--zip/--no-zip", "with_zip", default=True, help="Also write one zip of it all.")
@replace_option
@json_option
def command(
    run: Path,
    out: Path,
    dataset: Path | None,
    name: str,
    licence: str,
    references: str,
    evidence: Path | None,
    unseen_evidence: Path | None,
    judges: Path | None,
    packs: tuple[str, ...],
    with_zip: bool,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Export a trained encoder with all its artifacts, calibrated and checked.

    Torch, TorchScript and ONNX must agree to 1e-4 on real clips of several lengths, or nothing is written.
    """
    require_torch()
    from desktop_app.engine.packs import find_pack
    from desktop_app.training.checkpoint import read_config
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.export import ExportReport, ExportSettings, export

    found = tuple(find_pack(pack) for pack in packs)
    settings = ExportSettings(name, licence, references, evidence, unseen_evidence, with_zip, found)
    report = None
    folder = dataset or Path(read_config(run)["dataset_folder"])
    with nullcontext() if judges is None else opened_dataset(judges) as people:
        steps = export(run, load_dataset(folder), out, settings, judges=people, replace_old=replace_old)
        for step in steps:
            if isinstance(step, ExportReport):
                report = step
            else:
                note(f"{step} ...")
    assert report is not None
    if as_json:
        emit_json(
            {
                "bundle": report.folder,
                "references": report.references,
                "parity_max_difference": report.parity,
                "thresholds": asdict(report.thresholds),
                "metrics": report.metrics,
            }
        )
        return
    click.echo(
        f"Bundle in {report.folder}: {report.references} references; models agree to {report.parity:.1e}."
    )
    for group, figures in report.metrics.items():
        click.echo(f"  {group}: {figures}")
