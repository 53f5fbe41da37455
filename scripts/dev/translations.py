"""The catalogues of the interface: extract, check, compile. Qt's own tools do the reading and the compiling.

    python -m scripts.dev.translations              # bring assets/translations/*.ts up to date with the code
    python -m scripts.dev.translations --release    # compile them to .qm, and list the engine's messages
    python -m scripts.dev.translations --check      # exit code 1 and the reasons where something is missing

`pyside6-lupdate` names the class around a call as its context and leaves functions without one; everything here
passes one function (`ui/i18n/translate.py: tr`), so all of it goes into the context
SignMirror. Translations are kept by their English text; what the code no longer says leaves the catalogue.
Messages of the engine come as templates.
"""

from __future__ import annotations

import argparse
import ast
import json
import shutil
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from scripts.dev.message_templates import PACKAGE, REPOSITORY, collect

CATALOGUES = REPOSITORY / "assets" / "translations"
LANGUAGES = ("fr",)
CONTEXT = "SignMirror"
MESSAGES = "messages.json"


@dataclass
class Entry:
    """One English text with where it is said and its translation."""

    source: str
    files: list[str] = field(default_factory=list)
    comment: str = ""
    translation: str = ""


def spoken() -> dict[str, Entry]:
    """Everything the window says: what Qt's tool finds in the code, and the engine's messages."""
    entries: dict[str, Entry] = {}
    for source, file in [*_by_lupdate(), *_by_parsing()]:
        entry = entries.setdefault(source, Entry(source))
        if file not in entry.files:
            entry.files.append(file)
    for template in collect():
        entry = entries.setdefault(template.text, Entry(template.text))
        entry.comment = template.comment
        if template.file not in entry.files:
            entry.files.append(template.file)
    for entry in entries.values():
        entry.files.sort()
    return dict(sorted(entries.items(), key=lambda item: (item[1].files[0], item[0])))


def _by_lupdate() -> list[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.ts"
        files = [str(path) for path in sorted(PACKAGE.rglob("*.py")) if "tr(" in path.read_text("utf-8")]
        _tool("lupdate", *files, "-ts", str(target))
        found = []
        for message in ET.parse(target).getroot().iter("message"):
            location = message.find("location")
            name = str(location.get("filename")) if location is not None else ""
            path = (target.parent / name).resolve()
            found.append((message.findtext("source") or "", path.relative_to(PACKAGE).as_posix()))
    return found


def _by_parsing() -> list[tuple[str, str]]:
    """Calls inside f-strings, which Qt's tool takes for text. Raises SystemExit for a text made of pieces."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                text = node.args[0] if node.args else None
                if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                    raise SystemExit(f"{name}:{node.lineno}: tr() takes one literal text.")
                found.append((text.value, name))
    return found


def _tool(name: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    tool = shutil.which(str(beside)) or shutil.which(beside.name)
    if tool is None:
        raise SystemExit(f"pyside6-{name} is missing; it comes with PySide6.")
    subprocess.run([tool, *arguments], check=True, capture_output=True, text=True)


def read(path: Path) -> dict[str, Entry]:
    """A catalogue, by English text; empty where there is none. Unfinished ones have no translation."""
    if not path.is_file():
        return {}
    entries = {}
    for message in ET.parse(path).getroot().iter("message"):
        said = message.find("translation")
        done = said is not None and said.get("type") is None
        source = message.findtext("source") or ""
        entries[source] = Entry(source, translation=(said.text or "") if done and said is not None else "")
    return entries


def write(path: Path, language: str, entries: dict[str, Entry]) -> None:
    """A catalogue in Qt's form, without line numbers: they would change with every edit of the code."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for entry in entries.values():
        message = ET.SubElement(context, "message")
        for file in entry.files:
            ET.SubElement(message, "location", filename=f"../../desktop_app/{file}")
        ET.SubElement(message, "source").text = entry.source
        if entry.comment:
            ET.SubElement(message, "extracomment").text = entry.comment
        said = ET.SubElement(message, "translation")
        said.text = entry.translation
        if not entry.translation:
            said.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    _replace(path, f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n')


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def places(text: str) -> Counter[str]:
    """The {places} of a text with their formats. Raises ValueError for a text that cannot be filled."""
    return Counter(f"{name}:{how}" for _, name, how, _ in string.Formatter().parse(text) if name is not None)


def update(language: str) -> tuple[int, int]:
    """Bring a catalogue up to date; returns how many texts there are, and how many are translated."""
    path = CATALOGUES / f"signmirror_{language}.ts"
    entries, known = spoken(), read(path)
    for source, entry in entries.items():
        if source in known:
            entry.translation = known[source].translation
    write(path, language, entries)
    return len(entries), sum(bool(entry.translation) for entry in entries.values())


def release(language: str) -> None:
    """Compile a catalogue, and write the templates by which finished messages are found again."""
    name = f"signmirror_{language}"
    _tool("lrelease", str(CATALOGUES / f"{name}.ts"), "-qm", str(CATALOGUES / f"{name}.qm"), "-nounfinished")
    texts = sorted(template.text for template in collect())
    _replace(CATALOGUES / MESSAGES, json.dumps({"messages": texts}, ensure_ascii=False, indent=1) + "\n")


def missing(language: str) -> list[str]:
    """Texts of the code that are not in the catalogue, and those that are not translated."""
    known = read(CATALOGUES / f"signmirror_{language}.ts")
    wrong = []
    for source in spoken():
        if source not in known:
            wrong.append(f"not in the catalogue: {source!r}")
        elif not known[source].translation:
            wrong.append(f"not translated: {source!r}")
    return wrong


def faulty(language: str) -> list[str]:
    """Translations whose places differ from those of the English text."""
    wrong = []
    for source, entry in read(CATALOGUES / f"signmirror_{language}.ts").items():
        if not entry.translation:
            continue
        try:
            if places(source) != places(entry.translation):
                wrong.append(f"other places: {source!r} -> {entry.translation!r}")
        except ValueError:
            wrong.append(f"cannot be filled: {entry.translation!r}")
    return wrong


def main() -> None:
    """See the module's words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is missing or wrong")
    what.add_argument("--release", action="store_true", help="compile")
    arguments = parser.parse_args()
    for language in LANGUAGES:
        if arguments.check:
            wrong = [*missing(language), *faulty(language)]
            print("\n".join(wrong) or f"{language}: complete")
            if wrong:
                sys.exit(1)
        elif arguments.release:
            release(language)
        else:
            total, done = update(language)
            print(f"{language}: {total} texts, {done} translated")


if __name__ == "__main__":
    main()
