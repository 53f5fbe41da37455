"""Tables as spreadsheets and people write them: delimiters, encodings, header words, faults by line."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app.engine.table_columns import fields_of, handedness_of, seconds_of
from desktop_app.engine.tables import Row, Table
from desktop_app.engine.text_encoding import assumed_encoding
from desktop_app.errors import TableError

TEXT = "file{0}sentence\r\nun.pose{0}Où est l\u2019hôpital ?\r\n\r\ndeux.pose{0}Ça va\r\n"
ROWS = [
    Row(2, {"file": "un.pose", "sentence": "Où est l\u2019hôpital ?"}),
    Row(4, {"file": "deux.pose", "sentence": "Ça va"}),
]

# Nothing in these speaks against Windows-1252: a capital at the beginning, a dash between words.
UNDECIDED = {("mac_roman", text) for text in ("école", "niño, mañana, corazón", "l\u00b4eau l\u2018eau")}


def written(tmp_path: Path, content: bytes, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_usual_delimiters_and_encodings(tmp_path, delimiter, encoding):
    table = Table(written(tmp_path, TEXT.format(delimiter).encode(encoding)))
    assert table.columns == ("file", "sentence")
    assert table.delimiter == delimiter
    assert list(table.rows()) == ROWS
    assert list(table.rows()) == ROWS  # each time from the file


@pytest.mark.parametrize(
    "text",
    [
        "Où est l\u2019hôpital ?",
        "école",
        "Déjà vu, ça va; l\u2019été à Noël",
        "Le garçon a mangé une pêche sur l\u2019île",
        "Mädchen, schön, für, Straße",
        "niño, mañana, corazón",
        "Šárka “said” it — 5 € \u2013 n° 3",
        "DÉJÀ, HÔTEL",
        "naïve café",
        "l\u00b4eau l\u2018eau",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_encodings_of_windows_and_mac(tmp_path, text, encoding):
    try:
        content = f'file,sentence\na.mp4,"{text}"\n'.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("Mac OS Roman lacks a letter")
    table = Table(written(tmp_path, content))
    (row,) = table.rows()
    remark = assumed_encoding(table.path, table.encoding)
    assert remark is not None
    if (encoding, text) in UNDECIDED:
        assert "Windows-1252" in str(remark)  # it is told what was assumed
        return
    assert row.cells["sentence"] == text
    assert {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman"}[encoding] in str(remark)


def test_certain_encodings_are_not_remarked_on(tmp_path):
    for encoding in ("ascii", "utf-8", "utf-16"):
        table = Table(written(tmp_path, "file,sentence\na.mp4,Hello\n".encode(encoding)))
        assert assumed_encoding(table.path, table.encoding) is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "#"])
def test_a_line_may_name_the_delimiter(tmp_path, delimiter):
    for first in (f"sep={delimiter}", f'"sep={delimiter}"', f"SEP={delimiter}"):
        table = Table(written(tmp_path, f"\ufeff{first}\r\n{TEXT.format(delimiter)}".encode()))
        assert table.header_line == 2
        assert [row.line for row in table.rows()] == [3, 5]


def test_the_delimiter_is_the_one_that_gives_known_header_words(tmp_path):
    table = Table(written(tmp_path, b"fichier;phrase (a, b, c, d);signeur\nx.mp4;oui, non;ama\n"))
    assert table.delimiter == ";"
    assert next(table.rows()).cells["phrase (a, b, c, d)"] == "oui, non"


def test_cells_in_quotes_hold_delimiters_quotes_and_lines(tmp_path):
    table = Table(written(tmp_path, b'file, sentence\na.mp4, "Hello, how ""are""\nyou?"\nb.mp4,Good\n'))
    assert [(row.line, row.cells["sentence"]) for row in table.rows()] == [
        (2, 'Hello, how "are"\nyou?'),
        (4, "Good"),
    ]


def test_rows_that_are_too_short_or_too_long(tmp_path):
    for header in (b"file,sentence", b"file,sentence,"):  # a column without a name takes nothing
        table = Table(written(tmp_path, header + b"\nun.pose,Hello, how are you?\ndeux.pose\nx.pose,Good,,\n"))
        first, second, third = table.rows()
        assert (first.line, first.surplus) == (2, ("how are you?",))
        assert second.cells == {"file": "deux.pose", "sentence": ""}
        assert third.surplus == ()  # spreadsheets write empty cells behind the last


def test_a_column_of_row_numbers_may_have_no_name(tmp_path):
    (row,) = Table(written(tmp_path, b",file,sentence\n0,un.pose,Hello\n")).rows()
    assert (row.cells, row.surplus) == ({"file": "un.pose", "sentence": "Hello"}, ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'file,sentence\na,b\n"x,y\n', "line 3"),
        (b'file,sentence\na,b\nc,"d"e\n', "line 3"),
        (b"file,sentence\nx,d\xc3\xa9j\xc3\xa0\ny,caf\xe9\n", "line 3"),
        (b"file,sentence\nx,caf\xe9\ny,\x81\n", "line 3"),
        (b"", "is empty"),
        (b"\r\n\r\n", "is empty"),
        (b"PK\x03\x04" + bytes(range(256)), "cannot be read as a table"),
    ],
)
def test_what_cannot_be_read_is_named_by_line(tmp_path, content, words):
    with pytest.raises(TableError, match=words) as caught:
        list(Table(written(tmp_path, content)).rows())
    assert "t.csv" in str(caught.value)
    assert caught.value.hint


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(TableError, match=r"gone\.csv"):
        Table(tmp_path / "gone.csv")


def test_a_sheet_that_breaks_off_names_the_line(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("file", "sentence"), ("a.mp4", "Hello"), ("b.mp4", "Water")):
        book.active.append(row)
    book.save(tmp_path / "whole.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "whole.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "t.xlsx", "w") as damaged,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith("sheet1.xml"):
                content = content[: content.rindex(b"<row")]
            damaged.writestr(name, content)
    table = Table(tmp_path / "t.xlsx")
    rows = table.rows()
    assert next(rows).cells["file"] == "a.mp4"
    with pytest.raises(TableError, match="line 3 cannot be read"):
        next(rows)


def test_a_sheet_without_openpyxl_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(TableError, match="openpyxl") as caught:
        Table(written(tmp_path, b"PK", "t.xlsx"))
    assert "CSV" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("filename,label", {"file": "filename", "sentence": "label"}),
        ("video_file,gloss", {"file": "video_file", "sentence": "gloss"}),
        ("path,words", {"file": "path", "sentence": "words"}),
        ("Video File,Text", {"file": "Video File", "sentence": "Text"}),
        ("Fichier,Phrase", {"file": "Fichier", "sentence": "Phrase"}),
        ("NOM DU FICHIER,Étiquettes", {"file": "NOM DU FICHIER", "sentence": "Étiquettes"}),
        ("fichier vidéo,Signe,Signeur,Catégorie,Main", {
            "file": "fichier vidéo", "sentence": "Signe", "signer_id": "Signeur", "category": "Catégorie",
            "handedness": "Main",
        }),
    ],
)  # fmt: skip
def test_header_words_of_the_trade(header, fields):
    assert {field: names[0] for field, names in fields_of(header.split(",")).items()} == fields


def test_the_more_telling_of_two_columns_comes_first():
    assert fields_of(["label", "sentence", "glosses"])["sentence"] == ("sentence", "glosses", "label")
    assert fields_of(["feature_path", "video_file"])["file"] == ("video_file", "feature_path")


@pytest.mark.parametrize(
    ("words", "hand"),
    [
        (("right", "Right", "R", "RH", "right-handed", "droite", "Droitier", "D"), "right"),
        (("left", "LEFT", "l", "gauche", "Gauchère"), "left"),
        (("both", "two", "Les deux", "two-handed"), "both"),
        (("", "unknown", "n/a", " "), ""),
    ],
)
def test_words_for_hands(words, hand):
    assert {handedness_of(word) for word in words} == {hand}
    assert handedness_of("third") == "third"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("1:02.5", 62.5),
        ("0:01:02,5", 62.5),
        ("-1", None),
        ("soon", None),
        ("9" * 400, None),
        ("9" * 400 + ":00:01", None),  # too large for a float
        ("9" * 5000 + ":00:01", None),  # too long for an int
    ],
)
def test_times(text, seconds):
    assert seconds_of(text) == seconds
