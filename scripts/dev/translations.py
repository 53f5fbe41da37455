"""The catalogues of the interface: bring up to date, check, compile. Qt's own tool does the compiling.

    python -m scripts.dev.translations              # bring assets/translations/*.ts up to date with the code
    python -m scripts.dev.translations --release    # compile them to .qm
    python -m scripts.dev.translations --check      # exit code 1 and the reasons where something is missing

Translations are kept by their English template (`scripts/dev/templates.py` collects them); what the code no
longer says leaves the catalogue.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.files import write_text
from scripts.dev.templates import REPOSITORY, collect, fields

CATALOGUES = REPOSITORY / "assets" / "translations"
LANGUAGES = ("fr",)
CONTEXT = "SignMirror"


@dataclass
class Entry:
    """One English text with the files that use it and its translation."""

    source: str
    files: list[str] = field(default_factory=list)
    translation: str = ""


def entries_of_code() -> dict[str, Entry]:
    """Every template of the window, in the order of files."""
    entries = [Entry(template, sorted(files)) for template, files in collect().items()]
    return {entry.source: entry for entry in sorted(entries, key=lambda entry: (entry.files[0], entry.source))}


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
        found = message.find("translation")
        done = found is not None and found.get("type") is None
        source = message.findtext("source") or ""
        entries[source] = Entry(source, translation=(found.text or "") if done and found is not None else "")
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
        translation = ET.SubElement(message, "translation")
        translation.text = entry.translation
        if not entry.translation:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n')


def update(language: str) -> tuple[int, int]:
    """Bring a catalogue up to date; returns the number of texts and of translations."""
    path = CATALOGUES / f"signmirror_{language}.ts"
    entries, known = entries_of_code(), read(path)
    for source, entry in entries.items():
        if source in known:
            entry.translation = known[source].translation
    write(path, language, entries)
    return len(entries), sum(bool(entry.translation) for entry in entries.values())


def release(language: str) -> None:
    """Compile a catalogue."""
    name = f"signmirror_{language}"
    _tool("lrelease", str(CATALOGUES / f"{name}.ts"), "-qm", str(CATALOGUES / f"{name}.qm"), "-nounfinished")


def missing(language: str) -> list[str]:
    """Texts that are not in the catalogue or not translated."""
    known = read(CATALOGUES / f"signmirror_{language}.ts")
    wrong = []
    for source in entries_of_code():
        if source not in known:
            wrong.append(f"not in the catalogue: {source!r}")
        elif not known[source].translation:
            wrong.append(f"not translated: {source!r}")
    return wrong


def faulty(language: str) -> list[str]:
    """Translations whose fields differ from those of the English template."""
    wrong = []
    for source, entry in read(CATALOGUES / f"signmirror_{language}.ts").items():
        if not entry.translation:
            continue
        try:
            if fields(source) != fields(entry.translation):
                wrong.append(f"other fields: {source!r} -> {entry.translation!r}")
        except ValueError:
            wrong.append(f"cannot be filled: {entry.translation!r}")
    return wrong


def straight(language: str) -> list[str]:
    """Translations with a straight apostrophe; the typographic one is used throughout."""
    known = read(CATALOGUES / f"signmirror_{language}.ts").values()
    return [f"straight apostrophe: {entry.translation!r}" for entry in known if "'" in entry.translation]


def main() -> None:
    """Update, check or compile the catalogues; exit code 1 where a check finds something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="list what is missing or wrong")
    what.add_argument("--release", action="store_true", help="compile")
    arguments = parser.parse_args()
    for language in LANGUAGES:
        if arguments.check:
            wrong = [*missing(language), *faulty(language), *straight(language)]
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
