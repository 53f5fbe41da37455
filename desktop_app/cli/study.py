"""`signmirror study STUDY.toml --data DATA --out RUNS`"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note, progress, replace_option
from desktop_app.cli.datasets import judges_option
from desktop_app.cli.train import require_training

EXIT_SOME_FAILED = 1


@click.command("study")
@click.argument("study", type=PATH)
@click.option("--data", type=PATH, required=True, help="Data set of `preprocess`.")
@click.option("--out", type=PATH, required=True, help="Folder of the runs and the table.")
@click.option(
    "--hand-shapes", type=PATH, help="As `train --hand-shapes`, for every run that says nothing of them."
)
@click.option("--more-data", type=PATH, multiple=True, help="As `train --more-data`, for every run.")
@click.option("--teachers", type=PATH, help="As `train --teachers`, for every run that says nothing of them.")
@judges_option
@click.option("--only", multiple=True, help="Train only these runs: names with commas, or several times.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Runs at a time.")
@click.option(
    "--markdown",
    "document",
    type=PATH,
    help="Document that gets the table, between <!-- study:NAME --> and <!-- /study -->.",
)
@replace_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    study: Path,
    data: Path,
    out: Path,
    hand_shapes: Path | None,
    more_data: tuple[Path, ...],
    teachers: Path | None,
    judges: Path | None,
    only: tuple[str, ...],
    jobs: int,
    document: Path | None,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Train the runs of STUDY.toml that are not finished, then compare all that are.

    RUNS gets a folder per run and seed, table.csv and curves.png. Run again, it resumes where it stopped. Exit
    code 1: a run failed; the others were done nevertheless.
    """
    require_training()
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.provenance import data_provenance
    from desktop_app.training.study import LOG, read_study, run_study
    from desktop_app.training.study_table import (
        PICTURE,
        TABLE,
        check_table,
        markdown,
        marked_place,
        rewrite_between_marks,
        study_rows,
        write_study,
    )

    folders = {"hand_shapes": hand_shapes, "teachers": teachers, "judges": judges}
    under: dict[str, object] = {name: str(folder) for name, folder in folders.items() if folder is not None}
    if more_data:
        under["more_data"] = [str(folder) for folder in more_data]
    wanted = read_study(study, under)
    sha = data_provenance(load_dataset(data))["metadata_sha256"]
    if document is not None:
        marked_place(document, wanted.name)  # fail now rather than after hours of training
    check_table(out, replace_old=replace_old)
    names = tuple(name.strip() for text in only for name in text.split(",") if name.strip())
    failed: list[dict[str, object]] = []
    steps = run_study(wanted, data, sha, out, jobs=jobs, only=names, replace_old=replace_old)
    for event in progress(steps, "runs"):
        note(f"{event.run}, seed {event.seed}: {event.what}{f': {event.detail}' if event.detail else ''}")
        if event.what == "failed":
            failed.append({"run": event.run, "seed": event.seed, "reason": event.detail})
    rows = study_rows(wanted, out, sha)
    if rows:
        text = markdown(wanted, rows)
        write_study(wanted, rows, out, sha)
        if document is not None:
            rewrite_between_marks(document, wanted.name, text)
    if as_json:
        runs = [asdict(row) for row in rows]
        emit_json(
            {
                "study": wanted.name,
                "ships": wanted.ships,
                "baseline": wanted.baseline,
                "runs": runs,
                "failed": failed,
            }
        )
    else:
        click.echo(text if rows else "No run is finished.")
        if rows:
            note(f"Written: {out / TABLE}, {out / PICTURE}")
        for one in failed:
            click.echo(f"Failed: {one['run']}, seed {one['seed']} (see {LOG} in its folder).")
    if failed:
        context.exit(EXIT_SOME_FAILED)
