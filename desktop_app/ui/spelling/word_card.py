"""The word to spell: its letters and how each went, the level, and the session's speed and accuracy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.camera.source_bar import Picker
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.spelling.tiles import Tile, TileMark, TileRow
from desktop_app.ui.spelling.word_lists import LEVELS
from desktop_app.ui.spelling.word_practice import LetterResult, WordPractice
from desktop_app.ui.spelling.words import percent

_MARKS: Final = {
    LetterResult.AHEAD: TileMark.AHEAD,
    LetterResult.CURRENT: TileMark.CURRENT,
    LetterResult.RIGHT: TileMark.GOOD,
    LetterResult.CORRECTED: TileMark.MENDED,
    LetterResult.SHOWN: TileMark.MISSED,
}


def result_words(result: LetterResult) -> str:
    """How a letter went, for a screen reader."""
    return {
        LetterResult.AHEAD: tr("still to come"),
        LetterResult.CURRENT: tr("now"),
        LetterResult.RIGHT: tr("correct"),
        LetterResult.CORRECTED: tr("right after another letter"),
        LetterResult.SHOWN: tr("left out"),
    }[result]


def level_words(level: int) -> str:
    """What the words of a level are like."""
    return (tr("Three letters"), tr("Four or five letters"), tr("Long words, names"))[level - 1]


def session_words(practice: WordPractice) -> str:
    """Speed and accuracy so far, in one line."""
    if practice.accuracy is None:
        return tr("Session: no word yet")
    words = tr("Words {count}", count=practice.words_done)
    right = tr("right at once {share}", share=percent(practice.accuracy))
    speed = practice.letters_per_minute
    pace = tr("{rate} letters a minute", rate=round(speed)) if speed is not None else ""
    return " \N{MIDDLE DOT} ".join(part for part in (words, right, pace) if part)


class WordCard(QWidget):
    """Shows a `WordPractice` and emits what the user chooses."""

    level_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.level = Picker(tr("Level of the words"))
        self.level.setMinimumContentsLength(20)
        self.session = ElidedLabel("", "muted")
        self.skip = IconButton("ph.skip-forward", tr("Leave this letter out"), "S", quiet=False)
        self.next = IconButton("ph.arrow-line-right", tr("Next word"), "N", quiet=False)
        self.row = TileRow(side_px=56, least_px=30)
        header = hbox(self.level, Stretch(1), self.skip, self.next)
        vbox(header, self.row, self.session, parent=self, spacing=SPACE + SPACE // 2)
        entries = [("ph.graduation-cap", tr("{number}. {name}", number=i, name=level_words(i)), str(i))
                   for i in range(1, len(LEVELS) + 1)]  # fmt: skip
        self.level.fill(entries, "1")
        self.level.activated.connect(lambda row: self.level_chosen.emit(row + 1))

    def show_practice(self, practice: WordPractice) -> None:
        """Show the word and the session."""
        if self.level.currentIndex() != practice.level - 1:
            self.level.setCurrentIndex(practice.level - 1)
        self.session.set_full_text(session_words(practice))
        marks = practice.marks
        tiles = tuple(
            Tile(letter, _MARKS[mark], f"{letter} {result_words(mark)}")
            for letter, mark in zip(practice.word, marks, strict=True)
        )
        self.row.show_tiles(tiles, tr("Word to spell: {word}", word=practice.word))

    def keys(self) -> Keys:
        return {
            "S": (tr("Leave this letter out"), self.skip.click),
            "N": (tr("Next word"), self.next.click),
        }
