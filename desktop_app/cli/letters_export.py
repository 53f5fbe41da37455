"""`signmirror letters-export RUN --out FILE.onnx`"""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.cli.common import (
    PATH,
    check_kind,
    check_output,
    emit_json,
    json_option,
    replace_option,
    text_option,
)
from desktop_app.cli.letters_train import parse_length
from desktop_app.cli.train import require_torch
from desktop_app.errors import TrainingError
from desktop_app.message import Message


@click.command(name="letters-export")
@click.argument("run", type=PATH)
@click.option("--out", type=PATH, required=True, help="The .onnx file.")
@click.option(
    "--layout",
    type=click.Choice(["frame", "sequence", "flat-sequence"]),
    help="Input: (B, 1, 21, 3), (B, S, 21, 3) or (B, S, 63). Default: frame for an mlp, else flat-sequence.",
)
@text_option("--sequence-length", help="S: a number, or dynamic. Default: 1 for frame, else dynamic.")
@click.option(
    "--drawn",
    type=PATH,
    help="Run of an lstm or tcn that names J and Z beside RUN, an mlp that names the others.",
)
@click.option(
    "--collection", type=PATH, required=True, help="Recorded letters to compare the file with the net on."
)
@click.option("--licence", default="Apache-2.0", help="SPDX identifier, written into the file.")
@replace_option
@json_option
def command(
    run: Path,
    out: Path,
    layout: str | None,
    sequence_length: str,
    drawn: Path | None,
    collection: Path,
    licence: str,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Export a letter model to ONNX; file and net must agree to 1e-4, or nothing is written."""
    check_kind(out, ".onnx")
    require_torch()
    from desktop_app.engine.letters.contract import LetterInput
    from desktop_app.training.letters.checkpoint import load_run
    from desktop_app.training.letters.collection import load_letters
    from desktop_app.training.letters.export import ARCHITECTURE_KEY, LetterShape, export_letters, is_exported
    from desktop_app.training.letters.study import joined, sample_windows

    check_output(out, [collection], replace_old=replace_old or is_exported(out))
    main = load_run(run)
    second = load_run(drawn) if drawn else None
    if second is not None and (not main.is_frame or second.is_frame):
        raise TrainingError(
            Message("--drawn joins an mlp with an lstm or tcn."), Message("Give the mlp's run first.")
        )
    net, takes_frames = joined(
        main.nets if main.is_frame else (), second.nets if second else () if main.is_frame else main.nets
    )
    kind = LetterInput(layout or ("frame" if takes_frames else "flat-sequence"))
    frames = parse_length(sequence_length or ("1" if kind is LetterInput.FRAME else "dynamic"))
    notes = {"signmirror.licence": licence, ARCHITECTURE_KEY: main.settings.architecture}
    if second is not None:
        notes["signmirror.drawn"] = second.settings.architecture
    worst = export_letters(
        net,
        out,
        LetterShape(kind, frames),
        takes_frames=takes_frames,
        notes=notes,
        samples=sample_windows(load_letters(collection)),
    )
    size = out.stat().st_size
    length = "dynamic" if frames == 0 else str(frames)
    if as_json:
        emit_json(
            {
                "model": out,
                "layout": kind.value,
                "sequence_length": length,
                "bytes": size,
                "parity_max_difference": worst,
            }
        )
        return
    click.echo(
        f"{out}: {kind.value}, {length} frame(s), {size / 1e6:.2f} MB; file and net agree to {worst:.1e}."
    )
