"""No English prose hides in the values of messages: a plain text is shown as it is in every language.

Texts are followed from `Message(..., name=text)` and `tr(..., name=text)` back to the literals: through local
names, parameters and their defaults, what functions return, and fields of records. Records and methods are told
apart by name only, so a text that goes elsewhere may be found, too; give it one word.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.dev import templates

Function = ast.FunctionDef | ast.AsyncFunctionDef
# Two words in small letters, or a word with a capital and whatever follows it. Quoted words are names, as are
# those with an underscore, a digit or a dot.
_QUOTED = re.compile(r"'[^']*'|`[^`]*`|“[^”]*”")
_PROSE = re.compile(r"(?<![\w.])[a-z]{2,}(, [a-z]{2,})* [a-z]{2,}(?![\w.])|^[A-Z][a-z]+ \S")
_FIELD = "{}"
# Packs keep it, with every reference.
STORED = frozenset({"recorded with SignMirror"})


@dataclass
class Module:
    """A file of the program, as far as texts go through it."""

    name: str
    tree: ast.Module
    functions: dict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[ast.AST, Function | None] = field(default_factory=dict)
    records: dict[str, ast.ClassDef] = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, name: str, text: str) -> Module:
        module = cls(name, ast.parse(text))
        module._visit(module.tree, None)
        return module

    def _visit(self, node: ast.AST, owner: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            self.owners[child] = owner
            if isinstance(child, Function):
                self.functions[child.name].append(child)
            elif isinstance(child, ast.ClassDef):
                self.records[child.name] = child
            elif isinstance(child, ast.ImportFrom):
                self.imported.update({a.asname or a.name: a.name for a in child.names})
            self._visit(child, child if isinstance(child, Function) else owner)


class Texts:
    """Finds the texts that reach values of messages."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._modules = [Module.read(name, text) for name, text in sources.items()]
        self._calls: dict[str, list[tuple[Module, ast.Call]]] = defaultdict(list)
        for module in self._modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call):
                    name = _last(node.func)
                    self._calls[module.imported.get(name, name)].append((module, node))
        self._seen: set[object] = set()

    def prose(self) -> list[str]:
        """`file:line: text` of every one that is prose."""
        found = set()
        for maker in ("Message", "tr"):
            for module, call in list(self._calls[maker]):
                for keyword in call.keywords:
                    for origin, line, text in self._written(module, keyword.value):
                        bare = _QUOTED.sub(_FIELD, text)
                        if _PROSE.search(bare) and text not in STORED:
                            found.add(f"{origin.name}:{line}: {text}")
        return sorted(found)

    def _written(self, module: Module, node: ast.expr) -> Iterator[tuple[Module, int, str]]:
        """Literals that a value may be."""
        match node:
            case ast.Constant(value=str(text)):
                yield module, node.lineno, text
            case ast.JoinedStr(values=parts):
                texts = [str(part.value) if isinstance(part, ast.Constant) else _FIELD for part in parts]
                yield module, node.lineno, "".join(texts)
            case ast.IfExp(body=first, orelse=second):
                yield from self._all(module, (first, second))
            case ast.BoolOp(values=values):
                yield from self._all(module, values)
            case ast.Name(id=name):
                yield from self._name(module, module.owners.get(node), name)
            case ast.Attribute(attr=name):
                yield from self._attribute(name)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str())), args=[list_]):  # ", ".join(...)
                yield from self._written(module, list_)
            case ast.Call(func=function) if _last(function) not in ("Message", "tr"):
                yield from self._returned(module, function)
            case ast.GeneratorExp(elt=part) | ast.ListComp(elt=part):
                yield from self._written(module, part)
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                yield from self._all(module, parts)

    def _all(self, module: Module, nodes: Iterable[ast.expr]) -> Iterator[tuple[Module, int, str]]:
        for node in nodes:
            yield from self._written(module, node)

    def _once(self, *key: object) -> bool:
        fresh = key not in self._seen
        self._seen.add(key)
        return fresh

    def _name(self, module: Module, owner: Function | None, name: str) -> Iterator[tuple[Module, int, str]]:
        if not self._once("name", module.name, owner, name):
            return
        for node in ast.walk(owner or module.tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    yield from self._written(module, value)
                case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                    yield from self._written(module, value)
        while owner is not None:
            if name in _parameters(owner):
                yield from self._parameter(module, name)
                return
            owner = module.owners.get(owner)

    def _parameter(self, module: Module, name: str) -> Iterator[tuple[Module, int, str]]:
        """A parameter of this name of every function in the module: tables of functions pass theirs on."""
        if not self._once("parameter", module.name, name):
            return
        for function in [each for group in module.functions.values() for each in group]:
            parameters = _parameters(function)
            if name in parameters:
                yield from self._given(module, function.name, parameters, name)
                if isinstance(default := parameters[name], ast.expr):
                    yield from self._written(module, default)

    def _attribute(self, name: str) -> Iterator[tuple[Module, int, str]]:
        """A field of any record, at its default and where such records are made."""
        if not self._once("attribute", name):
            return
        for module in self._modules:
            for record in module.records.values():
                fields = {
                    part.target.id: part.value
                    for part in record.body
                    if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
                }
                if name in fields:
                    yield from self._given(module, record.name, fields, name)
                    if isinstance(default := fields[name], ast.expr):
                        yield from self._written(module, default)

    def _given(
        self, defined: Module, function: str, parameters: Mapping[str, ast.expr | None], name: str
    ) -> Iterator[tuple[Module, int, str]]:
        place = list(parameters).index(name)
        for module, call in list(self._calls[function]):
            if isinstance(call.func, ast.Name) and not _knows(module, call.func.id, defined):
                continue
            if len(call.args) > place and not any(isinstance(each, ast.Starred) for each in call.args):
                yield from self._written(module, call.args[place])
            yield from self._all(module, (word.value for word in call.keywords if word.arg == name))

    def _returned(self, module: Module, function: ast.expr) -> Iterator[tuple[Module, int, str]]:
        if not isinstance(function, ast.Name) or not self._once("returned", module.name, function.id):
            return
        for defined in self._modules:
            if _knows(module, function.id, defined):
                for each in defined.functions.get(module.imported.get(function.id, function.id), []):
                    for node in ast.walk(each):
                        if isinstance(node, ast.Return) and node.value is not None:
                            yield from self._written(defined, node.value)


def _last(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _knows(module: Module, name: str, defined: Module) -> bool:
    """Whether a bare name of one module may be what another defines."""
    return module is defined or name in module.imported


def _parameters(function: Function) -> dict[str, ast.expr | None]:
    """The parameters of a function without `self`, with their defaults."""
    words = function.args
    places = [*words.posonlyargs, *words.args]
    defaults = [*[None] * (len(places) - len(words.defaults)), *words.defaults]
    found = {each.arg: value for each, value in zip(places, defaults, strict=True)}
    found.update({each.arg: value for each, value in zip(words.kwonlyargs, words.kw_defaults, strict=True)})
    return {name: value for name, value in found.items() if name not in ("self", "cls")}


def _sources(paths: Iterable[Path]) -> dict[str, str]:
    return {path.relative_to(templates.PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_values_of_messages_are_data():
    assert Texts(_sources(templates.collected())).prose() == []


@pytest.mark.parametrize(
    "code",
    [
        "Message('{what} is wrong.', what='the environment variable')",
        "Message('{what} is wrong.', what=f'The environment variable {name}')",
        "def read(x, name='The model'):\n    raise AppError(Message('{name} is empty.', name=name))",
        "def bad(column):\n    return Message('{column} is bad.', column=column)\nbad('frames or fps')",
        "def check(v, origin): Message('{o}', o=origin)\n"
        "def load(v, origin): T[v](v, origin)\nload(1, 'a whole word')",
        "class Camera:\n    name: str\nCamera(f'Camera {n}')\nMessage('{name} is gone.', name=device.name)",
        "def why():\n    return 'no such thing'\nMessage('{why}', why=why())",
        "names = found or 'none of them'\nMessage('{names}', names=names)",
    ],
)
def test_prose_in_a_value_is_found(code):
    assert len(Texts({"module.py": code}).prose()) == 1


@pytest.mark.parametrize(
    "code",
    [
        "Message('{what} is wrong.', what=Message('the environment variable'))",
        "Message('{key} is wrong.', key='whole_clip')",
        "Message('{key} is wrong.', key='CSV')",
        "Message('{listed} are wrong.', listed=', '.join(f\"'{name}'\" for name in names))",
    ],
)
def test_data_is_left_alone(code):
    assert Texts({"module.py": code}).prose() == []
