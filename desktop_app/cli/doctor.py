"""`signmirror doctor`: the first question of every report about a problem."""

from __future__ import annotations

import click

from desktop_app.cli.common import emit_json, json_option


@click.command(name="doctor")
@json_option
def command(as_json: bool) -> int:
    """Check cameras, models, packs, settings, folders and the display, and report what was found."""
    from desktop_app.engine.inspection.machine import machine_report, report_lines
    from desktop_app.settings_file import settings_report

    report = machine_report(settings_report())
    if as_json:
        emit_json(report)
    else:
        for line in report_lines(report):
            click.echo(line)
    return 0
