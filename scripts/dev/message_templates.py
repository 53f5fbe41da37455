"""The engine's English messages as templates, read from its code: f-string fields become {0}, {1} and so on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "desktop_app"
# Where errors that reach the window are made. Commands and training speak to the terminal, in English.
ERROR_ROOMS = ("engine", "runtime", "errors.py", "settings_file.py", "app/recogniser_loader.py")
# Modules whose every sentence is said to the user.
MESSAGE_MODULES = (
    "engine/takes/quality.py",
    "engine/recording/compare.py",
    "engine/feedback/why.py",
    "engine/feedback/words.py",
)
# Words that are put into their sentences.
FRAGMENTS = ("left", "right")
# Why a provider was chosen (engine/encoder/providers.py and onnx.py), put together from pieces.
REASONS = (
    "fastest of {0} measured ({1})",
    "fastest of {0} measured ({1}); {2} failed: {3}",
    "the only one that runs it ({0})",
    "the only one that runs it ({0}); {1} failed: {2}",
    "the only provider here",
    "ENABLE_CUDA is false",
    "{0} failed while running: {1}",
)
_FRAGMENT_TABLES = ("_EDGES", "NAMES")
_NOT_OURS = {
    "ArrayFileError",
    "ValueError",
    "KeyError",
    "TypeError",
    "RuntimeError",
    "IndexError",
    "AssertionError",
    "OSError",
}
_SENTENCE = re.compile(r"(\{0\}|[A-Z“]).* .*[.:!?]$|(\{0\}|[A-Z“]).* \{\d+\}$", re.DOTALL)


@dataclass(frozen=True)
class Template:
    """A message, the file it is in, and what its places stand for."""

    text: str
    file: str
    places: tuple[str, ...]

    @property
    def comment(self) -> str:
        """For translators."""
        said = "".join(f"; {{{number}}}: {what}" for number, what in enumerate(self.places))
        return f"A message of the engine{said}"


def collect() -> list[Template]:
    """All templates, each text once, in the order of files and lines."""
    found: dict[str, Template] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes: list[ast.expr] = []
        if name.startswith(ERROR_ROOMS):
            nodes += _error_texts(tree)
        if name in MESSAGE_MODULES:
            nodes += _sentences(tree)
        for node in nodes:
            for template in _templates(node, name):
                found.setdefault(template.text, template)
                # A finding is shown as reason and advice as well: its first sentence, and the rest.
                if name.endswith("quality.py") and ". " in template.text:
                    for half in _halves(template):
                        found.setdefault(half.text, half)
    for word in FRAGMENTS:
        found.setdefault(word, Template(word, "engine/takes/quality.py", ()))
    for reason in REASONS:
        places = tuple("figures" for _ in re.findall(r"\{\d\}", reason))
        found.setdefault(reason, Template(reason, "engine/encoder/providers.py", places))
    return list(found.values())


def _halves(template: Template) -> list[Template]:
    first, _, rest = template.text.partition(". ")
    return [_renumbered(first + ".", template), _renumbered(rest, template)]


def _renumbered(text: str, whole: Template) -> Template:
    numbers = [int(number) for number in re.findall(r"\{(\d+)\}", text)]
    for new, old in enumerate(numbers):
        text = text.replace(f"{{{old}}}", f"{{{new}}}", 1)
    return Template(text, whole.file, tuple(whole.places[number] for number in numbers))


def _error_texts(tree: ast.Module) -> Iterator[ast.expr]:
    """What is handed to an error of ours as its sentence and next step, and words that are put into it."""
    constants = _assignments_of(tree.body)
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.Module):
            continue
        named = _assignments(function)
        for call in _calls(function):
            texts = [*call.args[:2]]
            if _name(call) == "internal_error":
                continue
            texts += [word.value for word in call.keywords if word.arg in ("user_text", "hint", "text")]
            for text in texts:
                if isinstance(text, ast.Name):
                    yield from named.get(text.id) or constants.get(text.id, [])
                else:
                    yield text
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) == "damaged":
            yield from (text for text in node.args[2:3] if isinstance(text, ast.Constant))
            for text in node.args[3:4]:
                yield from constants.get(text.id, []) if isinstance(text, ast.Name) else [text]
    for function in ast.walk(tree):  # a next step that most callers leave as it is
        if isinstance(function, ast.FunctionDef):
            for default in function.args.defaults:
                yield from constants.get(default.id, []) if isinstance(default, ast.Name) else []


def _calls(function: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = _name(node)
            ours = name.endswith("Error") or name in _OWN_ERRORS
            if ours and name not in _NOT_OURS:
                yield node


def _own_errors() -> set[str]:
    tree = ast.parse((PACKAGE / "errors.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


_OWN_ERRORS = _own_errors()


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _assignments(function: ast.AST) -> dict[str, list[ast.expr]]:
    return _assignments_of(ast.walk(function))


def _assignments_of(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found.setdefault(node.target.id, []).append(node.value)
    return found


def _sentences(tree: ast.Module) -> Iterator[ast.expr]:
    """Every string of a module that reads like a sentence, and the words of its tables."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
              if part is not node}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in _FRAGMENT_TABLES:
            yield from node.value.values if isinstance(node.value, ast.Dict) else ()
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in docstrings | inside:
            for template in _templates(node, ""):
                if _SENTENCE.fullmatch(template.text):
                    yield node


def _templates(node: ast.expr, file: str) -> Iterator[Template]:
    """A text expression as templates; both branches of a choice, nothing of what is computed elsewhere."""
    if isinstance(node, ast.IfExp):
        yield from _templates(node.body, file)
        yield from _templates(node.orelse, file)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield Template(node.value, file, ())
    elif isinstance(node, ast.JoinedStr):
        text = ""
        places: list[str] = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += str(part.value).replace("{", "{{").replace("}", "}}")
            elif isinstance(part, ast.FormattedValue):
                text += f"{{{len(places)}}}"
                places.append(ast.unparse(part.value))
        yield Template(text, file, tuple(places))
