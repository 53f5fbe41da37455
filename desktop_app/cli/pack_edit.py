"""`signmirror pack add, remove, change, undo, redo`: editing the user's own packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop_app.cli.common import emit_json, json_option, note, say

if TYPE_CHECKING:
    from desktop_app.engine.packs import Pack
    from desktop_app.engine.packs.journal import Step

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
    """One option a field of a clip."""
    for name, text in reversed(FIELDS.items()):
        option = "--signer" if name == "signer_id" else f"--{name}"
        function = click.option(option, name, default=None, help=text)(function)
    return function


def no_tracker_yet() -> Any:
    """The landmark tracker, loaded when the first video asks for it."""
    from desktop_app.engine.tracking.holistic import HolisticExtractor

    return HolisticExtractor(warm_up=False)


@click.command()
@click.argument("pack")
@click.argument("clips", nargs=-1, required=True, type=click.Path(path_type=Path))
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

    fields = {name: value for name, value in values.items() if value is not None}
    jobs = [ImportJob(path, path.name, **{"sentence": sentence_of(path.stem), **fields}) for path in clips]
    with PackEditor(find_pack(pack)) as editor:
        options = ImportOptions(trim=not whole, keep_video=not no_video)
        results = [step.result for step in import_steps(editor, jobs, no_tracker_yet, options)]
        opened = editor.pack
    refused = [result for result in results if result.status == REFUSED]
    if refused and len(refused) == len(results):
        raise PackError(
            f"{refused[0].file} was not added: {refused[0].text}", "Record it again, or choose another clip."
        )
    for result in refused:
        note(f"{result.file} was not added: {result.text}")
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "results": [as_dict(r) for r in results]})
        return
    for result in results:
        if result.status != REFUSED:
            say(f"{result.file}: {result.status} as {result.clip_id} ({result.sentence}).")


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
                f"The pack has no sentence {', '.join(sorted(wanted - found)) or 'named'}.",
                "Name clips by their ids, or a sentence with --sentence.",
                code="pack.no_clip",
            )
        chosen = [clip.clip_id for clip in editor.pack.clips if clip.sentence.casefold() in wanted]
        removed = list(dict.fromkeys([*clip_ids, *chosen]))
        editor.delete(removed)
        opened = editor.pack
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "removed": removed})
    else:
        say(f"{opened.name}: {len(removed)} removed, {len(opened.clips)} left.")


@click.command()
@click.argument("pack")
@click.argument("clip_ids", nargs=-1, required=True)
@field_options
@json_option
def change(pack: str, clip_ids: tuple[str, ...], as_json: bool, **values: str | None) -> None:
    """Rename or re-label clips of a pack of your own."""
    from desktop_app.engine.packs import PackEditor, find_pack

    fields = {name: value for name, value in values.items() if value is not None}
    with PackEditor(find_pack(pack)) as editor:
        editor.change(clip_ids, **fields)
        opened = editor.pack
    if as_json:
        emit_json({"pack": opened.id, "clips": len(opened.clips), "changed": list(clip_ids), **fields})
    else:
        say(f"{opened.name}: {len(clip_ids)} changed.")


@click.command()
@click.argument("pack")
@json_option
def undo(pack: str, as_json: bool) -> None:
    """Take the last change of a pack back."""
    from desktop_app.engine.packs import PackEditor, find_pack

    with PackEditor(find_pack(pack)) as editor:
        step = editor.undo()
        opened = editor.pack
    _tell("taken back", step, opened, as_json)


@click.command()
@click.argument("pack")
@json_option
def redo(pack: str, as_json: bool) -> None:
    """Do again what was taken back."""
    from desktop_app.engine.packs import PackEditor, find_pack

    with PackEditor(find_pack(pack)) as editor:
        step = editor.redo()
        opened = editor.pack
    _tell("done again", step, opened, as_json)


def as_dict(result: Any) -> dict[str, str]:
    """One result of an import as JSON."""
    from dataclasses import asdict

    return asdict(result)


def _tell(done: str, step: Step | None, pack: Pack, as_json: bool) -> None:
    if as_json:
        emit_json({"pack": pack.id, "clips": len(pack.clips), "step": step.what if step else None})
    elif step is None:
        say("There is nothing to take back." if done == "taken back" else "There is nothing to do again.")
    else:
        say(f"{pack.name}: {step.what} of {step.when} {done}; {len(pack.clips)} references now.")
