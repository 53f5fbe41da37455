"""Shared by all commands: exit codes, JSON output, remarks and progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from tqdm import tqdm

from desktop_app.errors import AppError, ConfigError, SourceError, file_error
from desktop_app.files import file_exists
from desktop_app.message import Message

EXIT_USER = 2  # the user can fix it
EXIT_INTERNAL = 70  # a bug (EX_SOFTWARE of sysexits.h)
EXIT_CANCELLED = 130

if TYPE_CHECKING:
    from desktop_app.engine.importing.import_jobs import FoundClips

Item = TypeVar("Item")
Report = TypeVar("Report")

PATH: Final = click.Path(path_type=Path)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
replace_option = click.option("--replace", "replace_old", is_flag=True, help="Write over a file of that name.")
STDOUT: Final = Path("-")
PICTURES: Final = (".png", ".pdf", ".svg", ".jpg", ".jpeg")  # formats of matplotlib, the default first
_PNG_HEAD: Final = 4096
_NAMED: Final = 8  # files that are skipped, by name
text_option = partial(click.option, default="", show_default=False)  # free text; nothing unless it is given


def emit_json(document: object) -> None:
    """Print the JSON document of a command on standard output; NaN becomes null.

    Letters that its encoding lacks are escaped as JSON does.
    """
    text = json.dumps(_plain(document), ensure_ascii=False, indent=2, allow_nan=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(_plain(document), indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")


def rounded(seconds: float) -> float:
    """A time to milliseconds, without the minus of a time just below zero."""
    return round(seconds, 3) + 0.0


def note(text: str) -> None:
    """Print progress or a remark on standard error, as far as it can be written."""
    with suppress(OSError):
        click.echo(text, err=True)


def note_found(found: FoundClips) -> None:
    """Print how a folder, table or film was read: what is skipped, and what was assumed."""
    for remark in found.remarks:
        note(str(remark))
    for names, one, several in (
        (found.passed_over, "file was", "files were"),
        (found.untimed, "annotation without times was", "annotations without times were"),
    ):
        if names:
            shown = ", ".join(names[:_NAMED])
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            note(f"{len(names)} {one if len(names) == 1 else several} skipped: {shown}{more}.")


def progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """A progress bar on standard error, only where that is a terminal."""
    yield from tqdm(items, desc=what, total=total, file=sys.stderr, disable=not sys.stderr.isatty())


def result_of(steps: Iterable[object], kind: type[Item]) -> Item:
    """Exhaust a generator that yields progress and finally its result; returns the result."""
    found = None
    for step in steps:
        if isinstance(step, kind):
            found = step
    assert found is not None
    return found


def check_clips(clips: tuple[str, ...]) -> tuple[str, ...]:
    """The clips, with those in a folder in its place unless it holds pictures, which are one clip.

    Raises SourceError for a file that does not exist, before anything is loaded.
    """
    from desktop_app.engine.file_kinds import IMAGE_SUFFIXES, is_visible, list_clips

    found: list[str] = []
    for clip in clips:
        if not Path(clip).exists():
            raise SourceError(
                Message("There is no file {clip}.", clip=clip),
                Message("Check the path."),
                code="source.missing",
            )
        folder = Path(clip)
        inside: tuple[Path, ...] = ()
        if folder.is_dir():
            pictures = (one for one in folder.iterdir() if one.suffix.lower() in IMAGE_SUFFIXES)
            if not any(is_visible(one.name) for one in pictures):
                inside = list_clips(folder).clips
        found += map(str, inside) if inside else [clip]
    return tuple(found)


def check_output(target: Path, inputs: Iterable[str | Path] = (), *, replace_old: bool = False) -> None:
    """Raise ConfigError where writing `target` would destroy a file.

    Args:
        inputs: files, and folders of pictures, that the command reads. They are never written over.
        replace_old: any other file may be.
    """
    if target == STDOUT or not file_exists(target):  # a device or a pipe is written to, not replaced
        return
    if any(_is_input(target, Path(one)) for one in inputs):
        raise ConfigError(
            Message("'{out}' is read by this command and would be written over.", out=target),
            Message("Choose another name."),
            code="output.is_input",
        )
    if not replace_old:
        raise ConfigError(
            Message("There is a file '{out}' already.", out=target),
            Message("Choose another name, or --replace."),
            code="output.exists",
        )


def check_picture(target: Path, *suffixes: str, replace_old: bool = False) -> None:
    """Raise ConfigError where a picture would take the place of a file, but for one of this program's own."""
    check_kind(target, *suffixes)
    check_output(target, replace_old=replace_old or _is_own_picture(target))


def _is_own_picture(path: Path) -> bool:
    """Whether it is a PNG that names this program; such texts come before the picture."""
    try:
        with path.open("rb") as file:
            return b"Software\0SignMirror" in file.read(_PNG_HEAD)
    except OSError:
        return False


def check_kind(target: Path, *suffixes: str) -> None:
    """Raise ConfigError where `target` is a file that is named as another kind of file."""
    if file_exists(target) and target.suffix.lower() not in suffixes:
        raise ConfigError(
            Message("There is a file '{out}' already, of another kind.", out=target),
            Message("Choose another name; it should end in {suffix}.", suffix=suffixes[0]),
            code="output.exists",
        )


def _is_input(target: Path, one: Path) -> bool:
    from desktop_app.engine.file_kinds import IMAGE_SUFFIXES

    try:
        if one.is_dir():
            return target.suffix.lower() in IMAGE_SUFFIXES and target.resolve().is_relative_to(one.resolve())
        return target.samefile(one)
    except OSError:
        return False


def process_clips(
    clips: tuple[str, ...],
    process: Callable[[str], Report],
    document: Callable[[Report], dict[str, Any]],
    show: Callable[[Report], None],
    *,
    as_json: bool,
) -> int:
    """Process clips one by one and print each report, or all as JSON; returns the exit code.

    Of several clips a failed one does not stop the others. Raises AppError for a single one.
    """
    documents: list[dict[str, Any]] = []
    failed = False
    for clip in progress(clips, "clips"):
        try:
            report = process(clip)
        except (AppError, OSError) as raised:
            if len(clips) == 1:
                raise
            error = file_error(raised) if isinstance(raised, OSError) else raised
            failed = True
            documents.append({"clip": clip, "error": error.to_dict()})
            note(f"{clip}: {error.message} {error.hint}")
            continue
        documents.append(document(report))
        if not as_json:
            show(report)
    if as_json:
        emit_json(documents)
    return EXIT_USER if failed else 0


def _plain(value: Any) -> Any:
    """numpy numbers and paths as JSON values; numbers that are not finite become null."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, float):
        return value if abs(value) != float("inf") and value == value else None
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)
