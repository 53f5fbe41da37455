"""`signmirror pack import` and `export`: packs in from folders and .signpack files, and out again."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app import paths
from desktop_app.cli.common import (
    EXIT_USER,
    PATH,
    check_output,
    emit_json,
    json_option,
    note,
    note_found,
    progress,
    replace_option,
    text_option,
)
from desktop_app.cli.pack_edit import as_dict, open_extractor
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.importing.import_many import ImportResult
    from desktop_app.errors import AppError


@click.command("import")
@click.argument("source", type=PATH)
@click.option("--out", "target", help="A folder, or the name of a pack of yours; it is made or added to.")
@click.option(
    "--labels",
    type=PATH,
    help="Table with a file and a sentence a row (CSV, TSV, Excel), or .eaf, .vtt, .srt annotations.",
)
@text_option("--tier", help="Tier of an ELAN file: every annotation of it becomes a clip.")
@text_option("--licence", help="Licence of a new pack (SPDX).")
@text_option("--language", help="Language of signs of a new pack.")
@text_option("--name", help="Title of a new pack.")
@text_option("--consent", help="Under what consent the clips were recorded.")
@click.option("--whole", is_flag=True, help="Keep whole clips, not only their moving part.")
@click.option("--no-video", is_flag=True, help="Keep landmarks alone: no picture of a person.")
@click.option("--replace", "replace_old", is_flag=True, help="A .signpack may replace the pack of that name.")
@json_option
def import_command(
    source: Path,
    target: str | None,
    labels: Path | None,
    tier: str,
    licence: str,
    language: str,
    name: str,
    consent: str,
    whole: bool,
    no_video: bool,
    replace_old: bool,
    as_json: bool,
) -> int:
    """Bring a .signpack, a pack, a folder of videos or landmark recordings, or an annotated film in.

    A folder is imported clip by clip, a film with ELAN annotations (.eaf) or subtitles (.vtt, .srt) annotation
    by annotation. Stop it at any time: the same command goes on where it stopped. What cannot be used is listed
    in import-refused.csv of the pack, with the reason.
    """
    from desktop_app.engine.importing.import_jobs import find_clips
    from desktop_app.engine.importing.import_many import ADDED, KNOWN, REFUSED, ImportOptions, import_steps
    from desktop_app.engine.packs import PackEditor, PackManifest, create_pack, folder_for, install_pack
    from desktop_app.engine.packs.removal import removed_if_empty
    from desktop_app.engine.packs.replacing import holds_pack
    from desktop_app.engine.tracking.features import TORSO_540
    from desktop_app.errors import PackError
    from desktop_app.files import private_folder

    home = paths.user_packs_dir()
    if source.suffix.lower() in (".signpack", ".zip") or (source / "pack.json").is_file():
        folder = _target_folder(target, home) if target else _target_folder(source.stem, home)
        opened = install_pack(source, folder, replace_old=replace_old)
        if as_json:
            emit_json({"pack": opened.id, "path": str(opened.folder), "clips": len(opened.clips)})
        else:
            click.echo(f"{opened.name}: {len(opened.clips)} references in {opened.folder}.")
        return 0
    found = find_clips(source, labels, tier)
    jobs = found.jobs
    note_found(found)
    title = name or (Path(target).name if target else source.stem)
    folder = _target_folder(target, home) if target else folder_for(title, home)
    options = ImportOptions(trim=not whole, keep_video=not no_video)
    with ExitStack() as held:
        if not holds_pack(folder):
            private_folder(folder.parent)
            try:
                create_pack(folder, PackManifest(title, language, "1", TORSO_540, licence, consent=consent))
                held.enter_context(removed_if_empty(folder))
                note(f"A new pack in {folder}.")
            except PackError as error:
                if error.code != "pack.exists":  # another command has just made it
                    raise
        editor = held.enter_context(PackEditor(folder))
        steps = progress(import_steps(editor, jobs, open_extractor, options), "import", len(jobs))
        results = [step.result for step in steps]
        opened = editor.pack
    counts = {kind: sum(r.status == kind for r in results) for kind in (ADDED, KNOWN, REFUSED)}
    nothing = counts[REFUSED] == len(results)
    if as_json:
        document = {"pack": opened.id, "path": str(folder), "clips": len(opened.clips), **counts}
        document |= {"passed_over": list(found.passed_over), "untimed": list(found.untimed)}
        document |= {"results": [as_dict(result) for result in results]}
        if nothing:
            document["error"] = all_refused(results[0], kept=folder.exists()).to_dict()
        emit_json(document)
        return EXIT_USER if nothing else 0
    for result in results:
        if result.status == REFUSED:
            note(f"{result.file}: {result.text}" if result.file else str(result.text))
    click.echo(
        f"{opened.name}: {counts[ADDED]} added, {counts[KNOWN]} were there, {counts[REFUSED]} refused"
        + (f" (reasons in {folder / 'import-refused.csv'})." if counts[REFUSED] and folder.exists() else ".")
    )
    return EXIT_USER if nothing else 0


def all_refused(first: ImportResult, *, kept: bool = True) -> AppError:
    """The error of an import that brought nothing in; `kept`: the pack with the list of reasons is there."""
    from desktop_app.errors import PackError

    return PackError(
        Message("No clip could be imported. {file}: {text}", file=first.file or "-", text=first.text),
        Message("Mend what import-refused.csv in the pack names, and import again.")
        if kept
        else Message("Mend the files that are named, and import again."),
        code="import.all_refused",
    )


@click.command("export")
@click.argument("pack")
@click.argument("target", type=PATH)
@click.option("--no-video", is_flag=True, help="Leave the videos out: no picture of a person travels.")
@replace_option
@json_option
def export_command(pack: str, target: Path, no_video: bool, replace_old: bool, as_json: bool) -> None:
    """Write a pack as one .signpack file."""
    from desktop_app.engine.packs import export_steps, find_pack, open_pack

    check_output(target, replace_old=replace_old)
    opened = open_pack(find_pack(pack))
    for _ in progress(export_steps(opened, target, without_video=no_video), "export", len(opened.clips)):
        pass
    size = target.stat().st_size
    if as_json:
        emit_json({"pack": opened.id, "file": str(target), "bytes": size, "clips": len(opened.clips)})
    else:
        click.echo(f"{opened.name}: {len(opened.clips)} references, {size / 1e6:.1f} MB in {target}.")


def _target_folder(target: str, home: Path) -> Path:
    """A path as given; a bare name is a pack in the user's folder."""
    path = Path(target).expanduser()
    separators = (os.sep, os.altsep or os.sep)  # Path drops those of ./name and name/
    return path if any(one in target for one in separators) or path.is_dir() else home / target
