"""`asdict` would take a `Message` apart into template and fields: it is not used on records that hold one.

A message in a document is its text, `str(message)`, which the caller puts in the place of the field.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "desktop_app"
# What the arguments are whose type is not written beside the call: loop variables, results, attributes.
TYPES = {
    "cli/app_window.py: result": "Candidate",
    "cli/bench.py: report": "StallReport",
    "cli/export.py: report.thresholds": "Thresholds",
    "cli/preprocess.py: report": "PreprocessReport",
    "cli/recognize.py: candidate": "Candidate",
    "engine/importing/import_many.py: self._options": "ImportOptions",
    "engine/importing/import_many.py: result": "ImportResult",
    "engine/importing/unfinished.py: job": "ImportJob",
    "engine/inspection/encoder_models.py: info": "TensorInfo",
    "engine/packs/manifest.py: clip": "ReferenceClip",
    "cli/study.py: row": "StudyRow",
    "training/checkpoint.py: model.settings": "ModelSettings",
    "training/evaluation.py: mean_figures(list(signers.values()))": "RetrievalFigures",
}


def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in PACKAGE.rglob("*.py")
    }


def words(annotation: ast.expr) -> set[str]:
    return set(re.findall(r"\w+", ast.unparse(annotation)))


def fields_with_messages(modules: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Record -> its fields that hold a message, themselves or in a record within."""
    annotations = {
        node.name: {
            field.target.id: words(field.annotation)
            for field in node.body
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        }
        for tree in modules.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any("dataclass" in ast.unparse(one) for one in node.decorator_list)
    }
    found: dict[str, set[str]] = {"Message": {"template"}}
    while True:
        more = {
            name: {field for field, used in fields.items() if used & found.keys()}
            for name, fields in annotations.items()
        }
        more = {name: fields for name, fields in more.items() if fields} | {"Message": {"template"}}
        if more == found:
            return found
        found = more


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    """Every `asdict(...)` with what it stands in, the innermost last."""

    def visit(node: ast.AST, around: list[ast.AST]) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("asdict", "dataclasses.asdict"):
            yield node, around
        for child in ast.iter_child_nodes(node):
            yield from visit(child, [*around, node])

    return visit(tree, [])


def replaced(call: ast.Call, around: list[ast.AST]) -> tuple[ast.expr, set[str]]:
    """The record, and its fields that are given another value before or after: `replace`, keys of the dict."""
    record, fields = call.args[0], set[str]()
    if isinstance(record, ast.Call) and ast.unparse(record.func) == "replace":
        fields |= {word.arg for word in record.keywords if word.arg}
        record = record.args[0]
    if around and isinstance(around[-1], ast.Dict):
        fields |= {
            key.value for key in around[-1].keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
        }
    return record, fields


def types_of(name: str, record: ast.expr, around: list[ast.AST]) -> set[str]:
    """The names in the record's annotation; of `self` the class."""
    text = ast.unparse(record)
    if text == "self":
        return {next(node.name for node in reversed(around) if isinstance(node, ast.ClassDef))}
    for node in reversed(around):
        if isinstance(node, ast.FunctionDef):
            for argument in (*node.args.args, *node.args.kwonlyargs):
                if argument.arg == text and argument.annotation is not None:
                    return words(argument.annotation)
    assert f"{name}: {text}" in TYPES, f"add to TYPES what {text} is in {name}"
    return {TYPES[f"{name}: {text}"]}


def broken(modules: dict[str, ast.Module]) -> list[str]:
    """Calls that would take a message apart."""
    held = fields_with_messages(modules)
    found = []
    for name, tree in modules.items():
        for call, around in calls(tree):
            record, other = replaced(call, around)
            for kind in types_of(name, record, around):
                left = held.get(kind, set()) - other
                if left:
                    found.append(f"{name}:{call.lineno}: {kind} has messages in {', '.join(sorted(left))}")
    return found


def test_no_record_with_a_message_is_taken_apart():
    modules = trees()
    assert sum(1 for tree in modules.values() for _ in calls(tree)) > 10
    known = {
        node.name for tree in modules.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    }
    assert set(TYPES.values()) <= known
    assert broken(modules) == []


@pytest.mark.parametrize(
    ("expression", "wrong"),
    [
        ("asdict(self)", True),
        ('{**asdict(self), "inner": ()}', False),
        ("asdict(replace(self, inner=()))", False),
        ('{**asdict(self), "other": ()}', True),
    ],
)
def test_a_message_deep_inside_is_found(expression, wrong):
    code = f"""
@dataclass
class Inner:
    text: Message | None

@dataclass
class Outer:
    inner: tuple[Inner, ...]

    def to_dict(self):
        return {expression}
"""
    assert bool(broken({"module.py": ast.parse(code)})) is wrong
