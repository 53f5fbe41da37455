"""`signmirror`: finds the command, and turns every error into a message and an exit code."""

from __future__ import annotations

import importlib
import io
import logging
import os
import sys
from contextlib import suppress
from itertools import pairwise
from typing import Final, TextIO

import click

from desktop_app import __version__
from desktop_app.cli.common import EXIT_CANCELLED, EXIT_INTERNAL, EXIT_USER, emit_json, note
from desktop_app.errors import AppError, file_error, next_step, reason_of
from desktop_app.logs import SHOWN_IN_PART
from desktop_app.message import Message

# Name -> module of desktop_app.cli with a click command called `command`, and its line in --help. The module is
# imported only when its command runs: `signmirror --help` must not load mediapipe.
COMMANDS: Final = {
    "app": ("app", "Open the window (also without a command)."),
    "recognize": ("recognize", "Recognise signs in videos and recordings."),
    "letters": ("letters", "Read fingerspelling in videos and recordings."),
    "evaluate": ("evaluate", "Measure retrieval on labelled clips."),
    "preprocess": ("preprocess", "Turn videos or recordings into a data set."),
    "train": ("train", "Train an encoder."),
    "study": ("study", "Train encoders that differ, and compare them in a table."),
    "export": ("export", "Export a trained encoder with all its artifacts."),
    "letters-import": ("letters_import", "Make an alphabet of .pose recordings."),
    "letters-train": ("letters_train", "Train a letter model."),
    "letters-export": ("letters_export", "Export a letter model to ONNX."),
    "letters-evaluate": ("letters_evaluate", "Measure letter models on people they have not seen."),
    "inspect": ("inspect", "Say what a model file takes and gives, and whether it fits."),
    "manifest": ("manifest", "Difference of two exports."),
    "pack": ("pack", "List, change, import, export, check and re-encode reference packs."),
    "progress": ("progress", "Show, save and delete what was kept of your practice."),
    "serve": ("serve", "Serve the engine to scripts and web pages (HTTP, WebSocket)."),
    "doctor": ("doctor", "Check cameras, models, packs and folders."),
    "bench": ("bench", "Measure speed as ratios on this machine."),
}


class LazyGroup(click.Group):
    """A group that imports the module of a command when it is called."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0].startswith("-") and args[0] not in ("--help", "--version"):
            args = ["app", *args]  # `signmirror --source clip.mp4` opens the window too
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"desktop_app.cli.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"show_default": True})
@click.version_option(__version__, prog_name="signmirror")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """SignMirror recognises signs on your own computer. Without a command it opens the window."""
    if ctx.invoked_subcommand is None:
        command = cli.get_command(ctx, "app")
        if command is not None:
            ctx.exit(command.main(args=[], prog_name="signmirror app", standalone_mode=False) or 0)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # what the terminal's encoding lacks is escaped, as on stderr
        sys.stdout.reconfigure(errors=SHOWN_IN_PART)
    code = _run(sys.argv[1:] if arguments is None else arguments)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        code = _output_failed(error)
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)
    return code


def _run(arguments: list[str]) -> int:
    as_json = "--json" in arguments or "--format=json" in arguments
    as_json |= ("--format", "json") in pairwise(arguments)
    try:
        result = cli.main(args=arguments, prog_name="signmirror", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except AppError as error:
        return _report(error.to_dict(), as_json, EXIT_USER)
    except click.exceptions.Abort:
        return EXIT_CANCELLED
    except click.ClickException as error:
        usage = error.ctx.get_usage() if isinstance(error, click.UsageError) and error.ctx else ""
        return _report(
            {"code": "usage", "message": error.format_message(), "hint": usage or "See `signmirror --help`."},
            as_json,
            EXIT_USER,
        )
    except KeyboardInterrupt:
        return EXIT_CANCELLED
    except BrokenPipeError as error:
        return _output_failed(error)
    except OSError as error:
        logging.getLogger(__name__).info("Refused by the system", exc_info=True)
        return _report(file_error(error).to_dict(), as_json, EXIT_USER)
    except Exception as error:
        logging.getLogger(__name__).exception("Unexpected error")
        return _report(
            {
                "code": "internal",
                "message": f"Something went wrong inside SignMirror: {type(error).__name__}: {error}",
                "hint": "Run it again with SIGNMIRROR_LOG=debug and send us the log.",
            },
            as_json,
            EXIT_INTERNAL,
        )


def _output_failed(error: OSError) -> int:
    """Standard output cannot be written. A reader that has left (`| head`) has what it wanted."""
    _silence(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return EXIT_CANCELLED
    note(str(Message("The output cannot be written: {reason}.", reason=reason_of(error))))
    note(str(next_step(error)))
    return EXIT_USER


def _silence(stream: TextIO) -> None:
    """Let what is left in a stream go nowhere: Python writes it at its end, and must not fail then."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _report(error: dict[str, str], as_json: bool, code: int) -> int:
    if as_json:
        with suppress(OSError):  # it is told on standard error
            emit_json({"error": error})
    note(error["message"])
    if error["hint"]:
        note(error["hint"])
    return code
