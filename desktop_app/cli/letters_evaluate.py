"""`signmirror letters-evaluate COLLECTION`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.common import PATH, PICTURES, check_picture, emit_json, json_option, replace_option

if TYPE_CHECKING:
    from desktop_app.training.letters.evaluate import LetterEvaluation


@click.command(name="letters-evaluate")
@click.argument("collection", type=PATH)
@click.option("--model", type=PATH, help="Another letter model (.onnx).")
@click.option(
    "--mode",
    type=click.Choice(["sequence", "frame"]),
    default="sequence",
    help="The model that ships for it, and how J and Z are read.",
)
@click.option(
    "--calibrate",
    type=click.IntRange(0, 60),
    default=0,
    help="Frames a letter of each source that are shown first; their captures are then left out.",
)
@click.option("--seed", type=int, default=0, help="Which frames are shown.")
@click.option("--confusion", type=PATH, help="Write the confusion picture here.")
@replace_option
@json_option
def command(
    collection: Path,
    model: Path | None,
    mode: str,
    calibrate: int,
    seed: int,
    confusion: Path | None,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Evaluate a letter model on people it was not trained on; accuracies are means over sources.

    COLLECTION is a folder with stills.npz, sequences.npz and sources.csv.
    """
    from desktop_app.engine.letters.loading import load_letter_model
    from desktop_app.engine.letters.records import LetterMode
    from desktop_app.training.letters.collection import load_letters
    from desktop_app.training.letters.evaluate import evaluate_letters

    if confusion is not None:
        check_picture(confusion, *PICTURES, replace_old=replace_old)
    data = load_letters(collection)
    found = evaluate_letters(
        data, load_letter_model(LetterMode(mode), model), mode=mode, calibrate=calibrate, seed=seed
    )
    if confusion is not None:
        from desktop_app.training.letters.report import draw_confusion

        draw_confusion(confusion, found.confusion)
    if as_json:
        emit_json(found.to_dict())
        return
    _print(found)


def _print(found: LetterEvaluation) -> None:
    click.echo(f"{found.people} sources, {found.mode} mode")
    for name in (
        "accuracy_still",
        "accuracy_still_clean",
        "accuracy_all",
        "worst_tenth_still",
        "j_recall",
        "z_recall",
        "still_called_jz",
    ):
        value = getattr(found, name)
        click.echo(f"  {name:22} {'-' if value is None else format(value, '.4f')}")
    for rate, drawn in found.drawn_by_rate.items():
        shares = (f"{name} {'-' if value is None else format(value, '.4f')}" for name, value in drawn.items())
        click.echo(f"  at {rate} frames a second: {', '.join(shares)}")
    for name, value in found.calibration.items():
        click.echo(
            f"  calibration {name:10} {value:.4f}"
            if isinstance(value, float)
            else f"  calibration {name:10} {value}"
        )
    click.echo("  " + "  ".join(f"{letter} {value:.2f}" for letter, value in found.per_letter.items()))
    for source, value in found.per_source.items():
        click.echo(f"  {value:.3f}  {source}")
