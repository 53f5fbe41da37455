"""`signmirror pack add, remove, change, undo, redo`: editing the user's own packs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop_app.cli.common import PATH, emit_json, json_option, note
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.importing.import_many import ImportResult

Command = TypeVar("Command", bound=Callable[..., Any])

FIELDS = {
    "sentence": "What the clip means.",
    "category": "A category, for filters.",
    "variant": "A regional form.",
    "signer_id": "Who signs.",
    "handedness": "right, left or both.",
    "source": "Where it comes from.",
    "licence": "Licence, where it differs from the pack's.",
    "consent": "Consent, where it differs from the pack's.",
}


def field_options(function: Command) -> Command:
    """Add one option for each field of a clip."""
    for name, text in reversed(FIELDS.items()):
        option = "--signer" if name == "signer_id" else f"--{name}"
        function = click.option(option, name, default=None, help=text)(function)
    return function


def open_extractor() -> Any:
    """The landmark tracker, created for the first video."""
    from desktop_app.engine.tracking.holistic import HolisticExtractor

    return HolisticExtractor(warm_up=False)


@click.command()
@click.argument("pack")
@click.argument("clips", nargs=-1, required=True, type=PATH)
@field_options
@click.option("--whole", is_flag=True, help="Keep the whole clip, not only its moving part.")
@click.option("--no-video", is_flag=True, help="Keep landmarks alone: no picture of a person.")
@json_option
def add(
    pack: str,
    clips: tuple[Path, ...],
    whole: bool,
    no_video: bool,
    as_json: bool,
    **values: str | None,
) -> None:
    """Add videos or landmark recordings to a pack of your own as references of one sentence."""
    from desktop_app.engine.importing.import_jobs import ImportJob, sentence_of
    from desktop_app.engine.importing.import_many import REFUSED, ImportOptions, import_steps
    from desktop_app.engine.packs import PackEditor, find_pack
    from desktop_app.errors import PackError

    fields: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    jobs = [ImportJob(path, path.name, **{"sentence": sentence_of(path.stem), **fields}) for path in clips]
    with PackEditor(find_pack(pack)) as editor:
        options = ImportOptions(trim=not whole, keep_video=not no_video)
        results = [step.result for step in import_steps(editor, jobs, open_extractor, options)]
        opened = editor.pack
    refused = [result for result in results if result.status == REFUSED]
    if refused and len(refused) == len(results):
        raise PackError(
            Message("{file} was not added: {text}", file=refused[0].file, text=refused[0].text),
            Message("Record it again, or choose another clip."),
        )
    for result in refused:
        note(f"{result.file} was not added: {result.text}")
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "results": [as_dict(r) for r in results]})
        return
    for result in results:
        if result.status != REFUSED:
            click.echo(f"{result.file}: {result.status} as {result.clip_id} ({result.sentence}).")


@click.command()
@click.argument("pack")
@click.argument("clip_ids", nargs=-1)
@click.option("--sentence", multiple=True, help="All clips of a sentence.")
@json_option
def remove(pack: str, clip_ids: tuple[str, ...], sentence: tuple[str, ...], as_json: bool) -> None:
    """Take clips out of a pack of your own. `signmirror pack undo` brings them back."""
    from desktop_app.engine.packs import PackEditor, find_pack
    from desktop_app.errors import PackError

    with PackEditor(find_pack(pack)) as editor:
        wanted = {text.casefold() for text in sentence}
        found = {clip.sentence.casefold() for clip in editor.pack.clips} & wanted
        if wanted - found or not (wanted or clip_ids):
            raise PackError(
                Message(
                    "The pack has no sentence {wanted}.",
                    wanted=", ".join(sorted(wanted - found)) or Message("named"),
                ),
                Message("Name clips by their ids, or a sentence with --sentence."),
                code="pack.no_clip",
            )
        chosen = [clip.clip_id for clip in editor.pack.clips if clip.sentence.casefold() in wanted]
        removed = list(dict.fromkeys([*clip_ids, *chosen]))
        editor.delete(removed)
        opened = editor.pack
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "removed": removed})
    else:
        click.echo(f"{opened.name}: {len(removed)} removed, {len(opened.clips)} left.")


@click.command()
@click.argument("pack")
@click.argument("clip_ids", nargs=-1, required=True)
@field_options
@json_option
def change(pack: str, clip_ids: tuple[str, ...], as_json: bool, **values: str | None) -> None:
    """Rename or re-label clips of a pack of your own."""
    from desktop_app.engine.packs import PackEditor, find_pack
    from desktop_app.engine.table_columns import handedness_of

    fields = {name: value for name, value in values.items() if value is not None}
    if "handedness" in fields:
        fields["handedness"] = handedness_of(fields["handedness"])
    with PackEditor(find_pack(pack)) as editor:
        editor.change(clip_ids, **fields)
        opened = editor.pack
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "changed": list(clip_ids), **fields})
    else:
        click.echo(f"{opened.name}: {len(clip_ids)} changed.")


@click.command()
@click.argument("pack")
@json_option
def undo(pack: str, as_json: bool) -> None:
    """Take the last change of a pack back."""
    _step(pack, "taken back", "There is nothing to take back.", as_json, back=True)


@click.command()
@click.argument("pack")
@json_option
def redo(pack: str, as_json: bool) -> None:
    """Do again what was taken back."""
    _step(pack, "done again", "There is nothing to do again.", as_json, back=False)


def as_dict(result: ImportResult) -> dict[str, str]:
    """One result of an import as JSON."""
    return {**asdict(result), "text": str(result.text)}


def _step(pack: str, done: str, nothing: str, as_json: bool, *, back: bool) -> None:
    """Undo or redo one change and print it."""
    from desktop_app.engine.packs import PackEditor, find_pack, open_pack
    from desktop_app.engine.packs.rescue import undo_last_edit

    folder = find_pack(pack)
    if back:
        step = undo_last_edit(folder)
    else:
        with PackEditor(folder) as editor:
            step = editor.redo()
    opened = open_pack(folder)
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "step": step.what if step else None})
    elif step is None:
        click.echo(nothing)
    else:
        click.echo(f"{opened.name}: {step.what} of {step.when} {done}; {len(opened.clips)} references now.")
