"""`signmirror inspect`: what a model file takes and gives, and whether it fits."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.cli.common import EXIT_USER, PATH, emit_json, json_option


@click.command(name="inspect")
@click.argument("model", type=PATH)
@click.option("--classes", type=click.Choice(["26", "29"]), default="29", help="Letters configured.")
@click.option(
    "--sequence-length",
    type=click.IntRange(1, 256),
    default=32,
    help="Frames of the letters' sequence mode.",
)
@json_option
def command(model: Path, classes: str, sequence_length: int, as_json: bool) -> int:
    """Report on MODEL.onnx: inputs, outputs, operators, what it fits, what does not, and a trial run.

    Exit code 2 when it fits nothing.
    """
    from desktop_app.engine.inspection.encoder_models import inspect_model
    from desktop_app.engine.inspection.letter_models import LetterConfig

    path = model / "sign_encoder.onnx" if model.is_dir() else model
    report = inspect_model(path, LetterConfig(int(classes), sequence_length))
    if as_json:
        emit_json(report.to_dict())
        return 0 if report.fits else EXIT_USER
    click.echo(
        f"{path.name}: {report.bytes / 1e6:.2f} MB, opset {report.opset}, {report.parameters:,} parameters"
    )
    click.echo(f"  sha256   {report.sha256}")
    for title, infos in (("input", report.inputs), ("output", report.outputs)):
        for info in infos:
            shape = ", ".join("any" if size is None else str(size) for size in info["shape"])
            click.echo(f"  {title:<8} {info['name']} ({shape}) {info['dtype']}")
    click.echo(f"  free     {', '.join(report.dynamic) or 'nothing: every dimension is fixed'}")
    click.echo(f"  uses     {', '.join(f'{name} x{count}' for name, count in report.operators.items())}")
    for trial in report.trials:
        result = f"{trial.median_ms:.2f} ms, " + ", ".join(f"{n} {s}" for n, s in trial.outputs.items())
        click.echo(f"  trial    {trial.batch} x {trial.frames} frames: {result if trial.ok else trial.error}")
    for finding in report.findings:
        click.echo(f"  {finding.level:<8} {finding.text}")
        if finding.advice:
            click.echo(f"  {'':<8} {finding.advice}")
    click.echo(
        f"Fits: {report.kind} for {', '.join(report.fits)}"
        if report.fits
        else "Fits: nothing this program does."
    )
    return 0 if report.fits else EXIT_USER
