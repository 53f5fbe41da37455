"""The documents: links, pictures and named files exist, every picture is shown, every button is called so."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted({*ROOT.glob("*.md"), *DOCS.rglob("*.md")})
INDEXES = (DOCS / "README.md", DOCS / "guide.md", DOCS / "decisions" / "README.md")
SHIPPED = sorted((ROOT / "assets").rglob("*.md"))  # they lie beside packs, models and samples
NAMING_FILES = [
    *(ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"),
    *sorted((DOCS / "decisions").glob("*.md")),
    *SHIPPED,
]
GUIDE = sorted({DOCS / "guide.md", *(DOCS / "guide").glob("*.md")})
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?\)")
CODE = re.compile(r"`([^`\n]+)`")
NAMED_FILE = re.compile(r"(?:desktop_app|tests|scripts|docs|assets|installer|studies|\.github|\.ci)/[\w./*-]*")
NAMED_MODULE = re.compile(r"python -m ((?:scripts|tests)[\w.]*)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
# Names in the packs that ship and are no words of the program.
NAMES = {"Starter signs", "Ghanaian signs", "Manners", "Thank you"}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def links(page: Path) -> list[str]:
    return [
        link
        for link in LINK.findall(without_code(page.read_text("utf-8")))
        if not re.match(r"https?:|mailto:", link)
    ]


def anchors(page: Path) -> set[str]:
    """What GitHub makes of headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@cache
def words_of_the_program() -> tuple[re.Pattern[str], ...]:
    """Texts of the catalogue, and those in the code that it has not taken yet; fields stand for anything."""
    catalogue = ElementTree.parse(ROOT / "assets" / "translations" / "signmirror_fr.ts")
    texts = {source.text or "" for source in catalogue.iter("source")}
    for file in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name("tr"), args=[ast.Constant(str(text)), *_]):
                    texts.add(text)
    said = {text for text in texts if len(re.findall(r"[^\W\d]", re.sub(r"\{\w*\}", "", text))) > 1}
    return tuple(re.compile(re.sub(r"\\\{\w*\\\}", ".+", re.escape(text))) for text in said)


@pytest.mark.parametrize("page", [*PAGES, *SHIPPED], ids=name_of)
def test_links_and_pictures_lead_somewhere(page):
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name_of(page)}: {link}"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{name_of(page)}: {link}"


def test_every_picture_is_shown_somewhere():
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page) if link.endswith(".png")}
    pictures = set((DOCS / "screenshots").glob("*.png"))
    assert pictures
    assert sorted(picture.name for picture in pictures - shown) == []


def test_every_document_is_in_the_index():
    listed = {(index.parent / link.partition("#")[0]).resolve() for index in INDEXES for link in links(index)}
    documents = set(DOCS.rglob("*.md")) - {DOCS / "README.md"}
    assert sorted(name_of(page) for page in documents - listed) == []


@pytest.mark.parametrize("page", NAMING_FILES, ids=name_of)
def test_named_files_and_modules_exist(page):
    text = page.read_text("utf-8")
    files = [name for name in CODE.findall(text) if NAMED_FILE.fullmatch(name)]
    modules = [name.replace(".", "/") for name in NAMED_MODULE.findall(text)]
    missing = [name for name in files if not any(ROOT.glob(name.rstrip("/")))]
    runs = [(ROOT / f"{name}.py", ROOT / name / "__main__.py") for name in modules]
    missing += [module.stem for module, package in runs if not (module.is_file() or package.is_file())]
    assert missing == []


@pytest.mark.parametrize("room", ["engine", "ui"])
def test_contributing_knows_every_package(room):
    packages = {path.parent.name for path in (ROOT / "desktop_app" / room).glob("*/__init__.py")}
    assert packages
    assert packages - set(CODE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))) == set()


@pytest.mark.parametrize("page", GUIDE, ids=name_of)
def test_what_the_guide_quotes_stands_in_the_program(page):
    text = re.sub(r"\s*\n\s*", " ", without_code(page.read_text("utf-8")))
    unknown = [
        quoted
        for quoted in BOLD.findall(text)
        if quoted not in NAMES and not any(one.fullmatch(quoted) for one in words_of_the_program())
    ]
    assert unknown == []


@cache
def definitions(file: str) -> set[str]:
    """Functions, classes, their methods and their attributes (as `Class.name`) of a file of the package."""
    found: set[str] = set()
    for node in ast.parse((ROOT / "desktop_app" / file).read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)}
            assigned = [target for one in node.body if isinstance(one, ast.Assign) for target in one.targets]
            found |= {f"{node.name}.{one.id}" for one in assigned if isinstance(one, ast.Name)}
    return found


@cache
def used_names() -> set[str]:
    """What the package reads by name or as an attribute; a definition alone is no use."""
    found: set[str] = set()
    for file in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Name(name, ast.Load()) | ast.Attribute(attr=name):
                    found.add(name)
    return found


def test_the_architecture_names_functions_that_the_program_uses():
    named = re.findall(r"`([\w/]+\.py): ([\w.]+)`", (DOCS / "architecture.md").read_text("utf-8"))
    assert len(named) > 20
    assert not [(file, name) for file, name in named if name not in definitions(file)]
    assert not [(file, name) for file, name in named if name.rpartition(".")[2] not in used_names()]
