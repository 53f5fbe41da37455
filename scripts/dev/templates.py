"""The English templates of the window, read from the code: every `tr("...")` and every `Message("...")`.

A message reaches the window from any module that the window's modules import, directly or not. They are found
by following the imports, so that a new one needs no entry in a list. What only commands and training use stays
in English and is not collected.
"""

from __future__ import annotations

import ast
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "desktop_app"
MAKERS = {"desktop_app.message": "Message", "desktop_app.ui.i18n.translate": "tr"}
# Where templates are passed on.
_PASSING_ON = ("message.py", "ui/i18n/translate.py")
# Modules that make these errors answer programs, in English.
_FOR_CLIENTS = "desktop_app.api.errors"


@dataclass(frozen=True)
class Call:
    """A call of `tr` or `Message`.

    Attributes:
        file: relative to the package.
        template: None where it is no literal.
        names: the keywords, with "**" for a mapping that is unpacked.
    """

    file: str
    line: int
    template: str | None
    names: tuple[str, ...]

    @property
    def is_text(self) -> bool:
        """Whether there is something to translate between the fields."""
        pieces = string.Formatter().parse(self.template or "")
        return any(character.isalpha() for literal, *_ in pieces for character in literal)


def fields(template: str) -> Counter[str]:
    """The {fields} of a template with their formats. Raises ValueError for a text that cannot be filled."""
    return Counter(
        f"{name}!{how or ''}:{spec}"
        for _, name, spec, how in string.Formatter().parse(template)
        if name is not None
    )


def wrong(call: Call) -> str:
    """What a call does that cannot be translated; "" where nothing is wrong."""
    where = f"{call.file}:{call.line}"
    if call.template is None:
        return f"{where}: the template must be one literal text"
    if not call.names:
        return ""
    try:
        wanted = {field.partition("!")[0] for field in fields(call.template)}
    except ValueError as error:
        return f"{where}: {error}"
    return "" if wanted == set(call.names) else f"{where}: fields {sorted(wanted)}, values {sorted(call.names)}"


def calls(paths: Iterable[Path]) -> Iterator[Call]:
    """All calls of some files, in the order of files and lines."""
    for path in sorted(paths):
        name = path.relative_to(PACKAGE).as_posix()
        if name in _PASSING_ON:
            continue
        makers = _makers(path)
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and _dotted(node.func) in makers:
                names = tuple(word.arg or "**" for word in node.keywords)
                yield Call(name, node.lineno, _literal(node.args), names)


def _makers(path: Path) -> set[str]:
    """What a file calls `tr` and `Message`: by name, by another that it imports them as, through a module."""
    found = set(MAKERS.values())
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in MAKERS:
                    found.add(f"{alias.asname or alias.name}.{MAKERS[alias.name]}")
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if MAKERS.get(node.module or "") == alias.name:
                    found.add(alias.asname or alias.name)
                elif maker := MAKERS.get(f"{node.module}.{alias.name}"):
                    found.add(f"{alias.asname or alias.name}.{maker}")
    return found


def _dotted(function: ast.expr) -> str:
    return ast.unparse(function) if isinstance(function, ast.Name | ast.Attribute) else ""


def _literal(arguments: list[ast.expr]) -> str | None:
    match arguments:
        case [ast.Constant(value=str(text))]:
            return text
    return None


def modules() -> list[Path]:
    """Every module of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def reachable() -> set[Path]:
    """Modules that use something of `desktop_app.ui`, and all that they import, directly or not."""
    waiting = [path for path in modules() if any(name.startswith("desktop_app.ui") for name in _imports(path))]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [module for name in _imports(path) for module in _files(name)]
    return found


def collected() -> set[Path]:
    """The reachable modules that speak to people; those that answer programs do so in English."""
    return {path for path in reachable() if not _answers_clients(path)}


def collect() -> dict[str, list[str]]:
    """Template -> files that use it.

    Raises:
        SystemExit: a call that cannot be translated.
    """
    found: dict[str, list[str]] = {}
    for call in calls(collected()):
        reason = wrong(call)
        if reason or call.template is None:
            raise SystemExit(reason)
        if call.is_text and call.file not in found.setdefault(call.template, []):
            found[call.template].append(call.file)
    return found


def _answers_clients(path: Path) -> bool:
    return _FOR_CLIENTS in _imports(path) or path == PACKAGE / "api" / "errors.py"


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> Iterator[str]:
    """Names of modules; those of functions and classes, which are no files, lead nowhere."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(module: str) -> list[Path]:
    if not module.startswith("desktop_app"):
        return []
    path = REPOSITORY.joinpath(*module.split("."))
    return [file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()]
