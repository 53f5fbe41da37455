"""`signmirror letters-import FOLDER`: another finger alphabet as a pack."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note, text_option


@click.command(name="letters-import")
@click.argument("folder", type=PATH)
@click.option("--name", required=True, help="Name of the pack.")
@click.option("--language", required=True, help="Sign language of the alphabet.")
@click.option(
    "--licence", required=True, help="SPDX identifier or words: under what you may use the recordings."
)
@text_option("--signed-language", help="Code in the folder's table, where it holds several (ase).")
@click.option("--out", type=PATH, help="Folder of the pack; default: yours.")
@click.option("--replace", "replace_old", is_flag=True, help="Replace a pack of that name.")
@json_option
def command(
    folder: Path,
    name: str,
    language: str,
    licence: str,
    signed_language: str,
    out: Path | None,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Make an alphabet of .pose recordings, for example those of the package spoken-to-signed.

    FOLDER has a table (index.csv with path and words, or clips.csv with file and sentence); without one the
    file names are the letters.
    """
    from desktop_app.engine.letters.alphabet_import import import_alphabet

    skipped: list[str] = []

    def skip(file: str, why: str) -> None:
        skipped.append(file)
        note(f"{file} is left out: {why}")

    pack = import_alphabet(
        folder,
        name=name,
        language=language,
        licence=licence,
        signed_language=signed_language,
        target=out,
        replace_old=replace_old,
        on_skip=skip,
        on_remark=note,
    )
    letters = [clip.sentence for clip in pack.clips]
    if as_json:
        emit_json({"pack": pack.id, "path": pack.folder, "letters": letters, "skipped": skipped})
    else:
        click.echo(f"{pack.name}: {len(letters)} letters in {pack.folder}: {' '.join(letters)}")
