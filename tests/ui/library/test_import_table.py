"""The table of what would be imported: its check marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.ui.library.import_dialog import table_view
from desktop_app.ui.library.import_table import JobModel


@pytest.fixture
def table(qtbot, qapp):
    model = JobModel()
    model.set_jobs([ImportJob(Path(f"{name}.pose"), name, "Good morning") for name in "ab"])
    view = table_view(model, "Files")
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    return view


@pytest.mark.parametrize(
    ("button", "away", "wanted"),
    [
        (Qt.MouseButton.LeftButton, False, [True, False]),
        (Qt.MouseButton.LeftButton, True, [True, True]),  # beside the mark a click chooses
        (Qt.MouseButton.RightButton, False, [True, True]),
    ],
)
def test_a_mark_is_cleared_by_a_click_on_it(table, qtbot, button, away, wanted):
    box = table.visualRect(table.model().index(1, 0))
    where = box.center()
    if not away:
        where.setX(box.x() + 10)
    qtbot.mouseClick(table.viewport(), button, pos=where)
    assert table.model().wanted == wanted


def test_the_space_key_switches_a_mark(table, qtbot):
    table.setCurrentIndex(table.model().index(0, 0))
    for wanted in ([False, True], [True, True]):
        qtbot.keyClick(table, Qt.Key.Key_Space)
        assert table.model().wanted == wanted
