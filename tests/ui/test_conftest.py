"""What every test of the window begins with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


@pytest.mark.parametrize("time", ["first", "second"])
def test_no_key_of_an_earlier_test_is_held(qapp, time: str) -> None:
    assert QGuiApplication.keyboardModifiers() is Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() is Qt.KeyboardModifier.ControlModifier  # for the next one
