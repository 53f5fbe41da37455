"""`signmirror pack`: list, describe, check and re-encode reference packs; editing is in pack_edit.py."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app import paths
from desktop_app.cli.common import PATH, emit_json, json_option, note
from desktop_app.cli.pack_edit import add, change, redo, remove, undo
from desktop_app.cli.pack_transfer import export_command, import_command
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.packs import Pack


@click.group(name="pack")
def command() -> None:
    """Reference packs, what retrieval searches. PACK: name of an installed pack, a folder or a .signpack."""


@command.command(name="list")
@json_option
def list_packs(as_json: bool) -> None:
    """List the installed packs."""
    from desktop_app.engine.packs import installed_packs, open_pack
    from desktop_app.errors import AppError, file_error

    documents: list[dict[str, Any]] = []
    for path in installed_packs():
        try:
            documents.append(_summary(open_pack(path)))
        except (AppError, OSError) as raised:  # one damaged pack must not hide the others
            error = file_error(raised) if isinstance(raised, OSError) else raised
            documents.append({"id": path.stem, "path": str(path), "error": error.to_dict()})
    if as_json:
        emit_json(documents)
        return
    if not documents:
        click.echo("No pack is installed.")
    for document in documents:
        if "error" in document:
            click.echo(f"{document['id']:<20} {document['error']['message']}")
        else:
            counts = f"{document['clips']} references of {document['sentences']} sentences"
            origin = f"{document['language']}, {document['licence']}"
            click.echo(f"{document['id']:<20} {document['name']}: {counts}, {origin}")


@command.command()
@click.argument("pack")
@json_option
def info(pack: str, as_json: bool) -> None:
    """Describe a pack: where it comes from, what it holds, whether its embeddings are current."""
    opened = _open(pack)
    document = _summary(opened) | _details(opened)
    if as_json:
        emit_json(document)
        return
    for key, value in document.items():
        if key == "sentence_list":
            continue
        text = "\n".join(f"{'':<22}{line}" for line in value).strip() if isinstance(value, list) else value
        click.echo(f"{key.replace('_', ' '):<22}{text}")
    for entry in document["sentence_list"]:
        names = ", ".join(entry["clip_ids"][:4]) + (" ..." if entry["clips"] > 4 else "")
        click.echo(f"  {entry['clips']:>3} x {entry['sentence']}  ({names})")


@command.command()
@click.argument("pack")
@json_option
def verify(pack: str, as_json: bool) -> None:
    """Read every file of a pack and compare it with the pack's lists; exit code 2 names the damaged file."""
    from desktop_app.engine.packs import verify_pack
    from desktop_app.errors import PackDamaged

    opened = _open(pack)
    report = verify_pack(opened)
    if not report.ok:
        for problem in report.problems[1:20]:
            note(f"{problem.file} {problem.reason}")
        first, more = report.problems[0], len(report.problems) - 1
        only_cache = all(problem.file.startswith("cache/") for problem in report.problems)
        raise PackDamaged(
            Message(
                "The pack '{name}' is damaged: {file} {reason}{more}.",
                name=opened.name,
                file=first.file,
                reason=first.reason,
                more=Message(", and {count} more", count=more) if more else "",
            ),
            Message("Run `signmirror pack reindex {pack}`.", pack=pack)
            if only_cache
            else Message("Fetch the pack again from where it came from."),
        )
    if as_json:
        emit_json(
            {
                "pack": opened.id,
                "ok": True,
                "files": report.files,
                "bytes": report.bytes,
                "clips": report.clips,
                "cache": report.cache,
                "problems": [],
                "others": list(report.others),
            }
        )
    else:
        if report.others:
            note(str(report.remark))
        size = f"{report.files} files, {report.bytes / 1e6:.1f} MB, {report.clips} references"
        click.echo(f"{opened.name}: {size}, all good.")


@command.command()
@click.argument("pack")
@click.option("--model", type=PATH, help="Folder of another encoder bundle.")
@json_option
def reindex(pack: str, model: Path | None, as_json: bool) -> None:
    """Encode every reference of a pack anew, for the encoder in use."""
    from tqdm import tqdm

    from desktop_app.engine.encoder.bundle import load_bundle
    from desktop_app.engine.encoder.onnx import open_encoder
    from desktop_app.engine.search.library import reindex as encode_anew

    opened = _open(pack)
    encoder = open_encoder(load_bundle(model), cache_dir=paths.cache_dir())
    start = time.perf_counter()
    with tqdm(total=len(opened.clips), desc="references", disable=None) as bar:

        def advance(done: int, _total: int) -> None:
            bar.update(done - bar.n)

        place = encode_anew(opened, encoder, advance)
    seconds = time.perf_counter() - start
    if as_json:
        emit_json(
            {
                "pack": opened.id,
                "clips": len(opened.clips),
                "encoder": encoder.spec.name,
                "encoder_sha256": encoder.spec.sha256,
                "cache": str(place),
                "seconds": round(seconds, 3),
            }
        )
    else:
        click.echo(
            f"{opened.name}: {len(opened.clips)} references encoded in {seconds:.1f} s, kept in {place}."
        )


def _open(pack: str) -> Pack:
    from desktop_app.engine.packs import find_pack, open_pack

    return open_pack(find_pack(pack))


def _summary(pack: Pack) -> dict[str, Any]:
    manifest = pack.manifest
    return {
        "id": pack.id,
        "name": manifest.name,
        "path": str(pack.folder),
        "bundled": paths.bundled_packs_dir().resolve() in pack.folder.resolve().parents,
        "version": manifest.version,
        "language": manifest.language,
        "licence": manifest.licence,
        "feature_contract": manifest.feature_contract,
        "clips": len(pack.clips),
        "sentences": pack.sentences,
    }


def _details(pack: Pack) -> dict[str, Any]:
    counts: dict[int, dict[str, Any]] = {}
    for clip in pack.clips:
        entry = counts.setdefault(
            clip.sentence_id,
            {"sentence_id": clip.sentence_id, "sentence": clip.sentence, "category": clip.category, "clips": 0},
        )
        entry["clips"] += 1
        entry.setdefault("clip_ids", []).append(clip.clip_id)
    return {
        "description": pack.manifest.description,
        "created": pack.manifest.created,
        "consent": pack.manifest.consent,
        "attribution": list(pack.manifest.attribution),
        "encoder_sha256": pack.manifest.encoder_sha256,
        "own_encoder": pack.bundle is not None,
        "signers": len({clip.signer_id for clip in pack.clips if clip.signer_id}),
        "seconds": round(sum(clip.frames / clip.fps for clip in pack.clips), 1),
        "media": sum(bool(clip.media_file) for clip in pack.clips),
        "sentence_list": list(counts.values()),
    }


for _subcommand in (add, remove, change, undo, redo, import_command, export_command):
    command.add_command(_subcommand)
