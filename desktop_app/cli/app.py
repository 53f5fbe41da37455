"""`signmirror app`: the window; with --screenshot or --headless-demo also where there is no display."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.common import check_picture, emit_json, json_option, replace_option
from desktop_app.errors import AppError, ConfigError
from desktop_app.message import Message, sentences

VIEWS = ("live", "practice", "letters", "library", "record", "progress", "review", "settings")


class DisplayMissing(AppError):
    """There is no display for a window."""

    code = "display.missing"


@click.command(help="Open the window, with a PACK_FILE (.signpack) to look at and install.")
@click.option("--source", metavar="SOURCE", help="camera:N, camera:NAME, a video, image folder or recording.")
@click.option("--pack", "packs", metavar="PACK", multiple=True, help="Search this pack only; may be repeated.")
@click.option("--view", type=click.Choice(VIEWS), default="live", help="The view that is shown first.")
@click.option("--screenshot", type=click.Path(path_type=Path, dir_okay=False), help="Save a picture, then end.")
@click.option(
    "--after", type=click.FloatRange(0, 3600), default=5.0, metavar="SECONDS", help="When to save it."
)
@click.option("--theme", type=click.Choice(["system", "light", "dark", "contrast"]))
@click.option("--text-scale", type=int, metavar="PERCENT", help="Text size, 100 to 200.")
@click.option("--size", metavar="WxH", help="Size of the window, for example 1280x800.")
@click.option(
    "--headless-demo",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Play the sample without a display, print what is recognised, save a picture, end.",
)
@click.argument("pack_file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@replace_option
@json_option
def command(
    source: str | None,
    packs: tuple[str, ...],
    view: str,
    screenshot: Path | None,
    after: float,
    theme: str | None,
    text_scale: int | None,
    size: str | None,
    headless_demo: Path | None,
    pack_file: Path | None,
    replace_old: bool,
    as_json: bool,
) -> int:
    """Open the window, or render it once and end. PACK_FILE is shown, and installed if wanted."""
    flags = {
        "input.source": source,
        "recognition.packs": list(packs) or None,
        "look.theme": theme,
        "look.text_scale": text_scale,
    }
    for picture in (screenshot, headless_demo):
        if picture is not None:
            check_picture(picture, ".png", replace_old=replace_old)
    choose_platform(headless=screenshot is not None or headless_demo is not None)
    from desktop_app.cli import app_window
    from desktop_app.settings_file import SettingsStore
    from desktop_app.settings_layers import Origin

    store = SettingsStore(flags=flags)
    wrong = [problem.message for problem in store.resolved.problems if problem.origin is Origin.FLAG]
    if wrong:
        raise ConfigError(sentences(*wrong), Message("See `signmirror app --help`."))
    if headless_demo is not None:
        signs = app_window.headless_demo(store, headless_demo, parse_size(size), source)
        _print_demo(signs, headless_demo, as_json)
        return 0
    if screenshot is not None:
        app_window.screenshot(store, screenshot, after, parse_size(size), view)
        return 0
    return app_window.run(store, parse_size(size, default=None), view, pack_file)


def parse_size(text: str | None, default: tuple[int, int] | None = (1280, 800)) -> tuple[int, int] | None:
    """ "1280x800" -> (1280, 800). Raises ConfigError."""
    if text is None:
        return default
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text.strip().lower())
    if match is None:
        raise ConfigError(
            Message("'{text}' is not a size.", text=text),
            Message("Write width and height in pixels, for example 1280x800."),
        )
    return int(match[1]), int(match[2])


def choose_platform(*, headless: bool) -> None:
    """On Linux without a display pictures are rendered off screen; a window cannot be opened there.

    Raises:
        DisplayMissing: a window is needed and there is no display.
    """
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not sys.platform.startswith("linux") or shown or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not headless:
        raise DisplayMissing(
            Message("There is no display to open a window on."),
            Message("Save a picture with --screenshot FILE, or use `signmirror recognize`."),
        )
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _print_demo(signs: list[dict[str, Any]], picture: Path, as_json: bool) -> None:
    if as_json:
        emit_json({"signs": signs, "picture": str(picture)})
        return
    for number, sign in enumerate(signs, 1):
        verdict = "recognised" if sign["accepted"] else f"not accepted: {sign['rejection_reason']}"
        click.echo(f"Sign {number}  {sign['start_s']:.1f} to {sign['end_s']:.1f} s  {verdict}")
        for rank, result in enumerate(sign["results"], 1):
            share = f"{result['confidence'] * 100:3.0f} %"
            click.echo(f"  {rank}  {result['sentence']:<32.32}  {share}  similarity {result['similarity']:.2f}")
    click.echo(f"{len(signs)} signs found. The window is in {picture}.")
