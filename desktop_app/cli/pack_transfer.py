"""`signmirror pack import` and `export`: packs in from folders and .signpack files, and out again."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app import paths
from desktop_app.cli.common import PATH, emit_json, json_option, note, progress
from desktop_app.cli.pack_edit import as_dict, open_extractor


@click.command("import")
@click.argument("source", type=PATH)
@click.option("--out", "target", help="A folder, or the name of a pack of yours; it is made or added to.")
@click.option("--labels", type=PATH, help="CSV with file,sentence (and more columns).")
@click.option("--licence", default="", help="Licence of a new pack (SPDX).")
@click.option("--language", default="", help="Language of signs of a new pack.")
@click.option("--name", default="", help="Title of a new pack.")
@click.option("--consent", default="", help="Under what consent the clips were recorded.")
@click.option("--whole", is_flag=True, help="Keep whole clips, not only their moving part.")
@click.option("--no-video", is_flag=True, help="Keep landmarks alone: no picture of a person.")
@click.option("--replace", "replace_old", is_flag=True, help="A .signpack may replace the pack of that name.")
@json_option
def import_command(
    source: Path,
    target: str | None,
    labels: Path | None,
    licence: str,
    language: str,
    name: str,
    consent: str,
    whole: bool,
    no_video: bool,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Bring a .signpack, a pack, or a folder of videos or landmark recordings in.

    A folder is imported clip by clip. Stop it at any time: the same command goes on where it stopped. What
    cannot be used is listed in import-refused.csv of the pack, with the reason.
    """
    from desktop_app.engine.importing.import_jobs import find_jobs
    from desktop_app.engine.importing.import_many import ADDED, KNOWN, REFUSED, ImportOptions, import_steps
    from desktop_app.engine.packs import PackEditor, PackManifest, create_pack, folder_for, install_pack
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
        return
    jobs = find_jobs(source, labels)
    title = name or (Path(target).name if target else source.stem)
    folder = _target_folder(target, home) if target else folder_for(title, home)
    if not folder.exists():
        private_folder(folder.parent)
        try:
            create_pack(folder, PackManifest(title, language, "1", TORSO_540, licence, consent=consent))
            note(f"A new pack in {folder}.")
        except PackError as error:
            if error.code != "pack.exists":  # another command has just made it
                raise
    options = ImportOptions(trim=not whole, keep_video=not no_video)
    with PackEditor(folder) as editor:
        steps = progress(import_steps(editor, jobs, open_extractor, options), "import", len(jobs))
        results = [step.result for step in steps]
        opened = editor.pack
    counts = {kind: sum(r.status == kind for r in results) for kind in (ADDED, KNOWN, REFUSED)}
    if as_json:
        document = {"pack": opened.id, "path": str(folder), "clips": len(opened.clips), **counts}
        emit_json(document | {"results": [as_dict(result) for result in results]})
        return
    for result in results:
        if result.status == REFUSED:
            note(f"{result.file}: {result.text}")
    click.echo(
        f"{opened.name}: {counts[ADDED]} added, {counts[KNOWN]} were there, {counts[REFUSED]} refused"
        + (f" (reasons in {folder / 'import-refused.csv'})." if counts[REFUSED] else ".")
    )


@click.command("export")
@click.argument("pack")
@click.argument("target", type=PATH)
@click.option("--no-video", is_flag=True, help="Leave the videos out: no picture of a person travels.")
@json_option
def export_command(pack: str, target: Path, no_video: bool, as_json: bool) -> None:
    """Write a pack as one .signpack file."""
    from desktop_app.engine.packs import export_steps, find_pack, open_pack

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
    return path if len(path.parts) > 1 or path.is_dir() else home / target
