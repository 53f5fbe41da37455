"""`signmirror progress`: the history of practice as figures or as a table, and its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.common import STDOUT, check_output, emit_json, json_option, note, replace_option

if TYPE_CHECKING:
    from desktop_app.engine.progress.store import ProgressStore


@click.group(name="progress")
def command() -> None:
    """Show, save and delete what was kept of your practice on this computer."""


@command.command()
@json_option
def show(as_json: bool) -> None:
    """Figures of the history: attempts, sentences learnt, look-alikes, days in a row."""
    from desktop_app.engine.progress.overview import summarise
    from desktop_app.engine.progress.records import utc_now

    store = _open()
    try:
        found = summarise(store.attempts(), store.cards(), (), utc_now())
    finally:
        store.close()
    if as_json:
        emit_json(  # "tries" means attempts: the keys stay, since scripts read them
            {
                "tries": found.attempts,
                "judged": found.judged,
                "right": found.right,
                "sentences": [
                    {
                        "pack": one.key.pack,
                        "sentence": one.key.sentence,
                        "tries": one.attempts,
                        "right": one.right,
                        "learnt": one.learnt,
                    }
                    for one in found.sentences
                ],
                "mixed_up": [
                    {
                        "pack": one.pack,
                        "asked": one.asked,
                        "recognised": one.recognised,
                        "times": one.times,
                        "tries": one.attempts,
                    }
                    for one in found.confusions
                ],
                "days_in_a_row": found.streak.days,
            }
        )
        return
    click.echo(f"Attempts: {found.attempts}; right: {found.right} of {found.judged} that could be judged")
    click.echo(f"Sentences practised: {len(found.sentences)}, of which learnt: {found.learnt}")
    click.echo(f"Days in a row: {found.streak.days}")
    for pair in found.confusions:
        click.echo(f"  {pair.asked} was taken for {pair.recognised}: {pair.times} of {pair.attempts}")


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@replace_option
def export(file: Path, replace_old: bool) -> None:
    """Write every attempt to FILE, a table (CSV) that spreadsheets open; - is standard output."""
    from desktop_app.engine.progress.table import as_csv

    check_output(file, replace_old=replace_old)
    store = _open()
    try:
        if file == STDOUT:
            click.echo(as_csv(store.attempts()), nl=False)
            return
        count = store.export_csv(file)
    finally:
        store.close()
    click.echo(f"{file}: {count} attempts")


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(yes: bool) -> None:
    """Delete the whole history, its backups and the movements of kept attempts."""
    store = _open()
    try:
        count = len(store.attempts())
        if not yes:
            click.confirm(f"Delete {count} attempts for good? This cannot be undone", abort=True, err=True)
        store.delete_all()
    finally:
        store.close()
    click.echo(f"Deleted: {count} attempts")


def _open() -> ProgressStore:
    """Open the history of this user, with a remark where a damaged one was replaced."""
    from desktop_app import paths
    from desktop_app.engine.progress.store import HISTORY, ProgressStore

    store = ProgressStore(paths.data_dir() / HISTORY)
    if store.happened:
        note(f"The history was damaged; it is kept as {store.aside}.")
        note("The last good copy was put back." if store.happened == "restored" else "A new one was begun.")
    return store
