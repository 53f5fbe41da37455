"""The card about the program: what it says, and the report that it copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app import __version__, paths
from desktop_app.engine.inspection import machine
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.settings_file import settings_report
from desktop_app.ui.settings import controller
from desktop_app.ui.settings.about_card import AboutCard
from tests.ui.test_program import LONG_MS, start

__all__ = ["start"]


def test_it_names_the_version_and_every_folder(make_window):
    window = make_window()
    window.show_view("settings")
    card = window.settings.about
    assert __version__ in card.version.text()
    assert not card.licences.isVisible()


def test_licences_open_where_an_installer_put_them(qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    notice = tmp_path / "THIRD_PARTY.txt"
    notice.write_text("…", encoding="utf-8")
    monkeypatch.setattr(paths, "third_party_file", lambda: notice)
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop_app.ui.settings.about_card.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    card = AboutCard([("Logs", "/somewhere")])
    qtbot.addWidget(card)
    card.licences.click()
    assert opened == [str(notice)]


def test_the_report_is_what_doctor_says(start, qtbot):
    program = start()
    card = program.window.settings.about
    QGuiApplication.clipboard().clear()
    card.report.click()
    assert not card.report.isEnabled()
    qtbot.waitUntil(card.report.isEnabled, timeout=LONG_MS)
    copied = QGuiApplication.clipboard().text().splitlines()
    expected = list(machine.report_lines(machine.machine_report(settings_report())))
    assert copied[0] == expected[0]
    assert [line.split()[0] for line in copied if line] == [line.split()[0] for line in expected if line]
    assert any(line.startswith("pack ") and "verified" in line for line in copied)


def test_a_report_that_fails_gives_the_button_back(start, qtbot, monkeypatch: pytest.MonkeyPatch):
    def fail(_: object) -> None:
        raise AppError(Message("The disk is gone."), Message("Connect it again."))

    monkeypatch.setattr(controller, "machine_report", fail)
    program = start()
    card = program.window.settings.about
    card.report.click()
    qtbot.waitUntil(card.report.isEnabled, timeout=LONG_MS)
    assert "The disk is gone." in [banner.text for banner in program.window.state.banners]
