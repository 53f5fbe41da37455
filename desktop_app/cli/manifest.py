"""`signmirror manifest OLD NEW`"""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.cli.common import PATH, emit_json, json_option


@click.command("manifest")
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@json_option
def command(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed between two exports (folders, manifests or bundle zips)."""
    from desktop_app.training.manifest import compare, read_manifest

    found = compare(read_manifest(old), read_manifest(new))
    if as_json:
        emit_json(
            {
                "same": found.same,
                "added": found.added,
                "removed": found.removed,
                "changed": {
                    name: {"old_bytes": before, "new_bytes": after}
                    for name, (before, after) in found.changed.items()
                },
                "facts": {name: {"old": before, "new": after} for name, (before, after) in found.facts.items()},
            }
        )
        return
    if found.same:
        click.echo("The two exports are the same.")
        return
    for name in found.added:
        click.echo(f"+ {name}")
    for name in found.removed:
        click.echo(f"- {name}")
    for name, (before, after) in found.changed.items():
        click.echo(f"~ {name}  {before:,} -> {after:,} bytes")
    for name, values in found.facts.items():
        click.echo(f"  {name}: {values[0]} -> {values[1]}")
