"""The icon font: only the one that the window uses, and nothing installed."""

from __future__ import annotations

from typing import Any

import pytest
import qtawesome.iconic_font

from desktop_app.ui.kit import theme
from desktop_app.ui.kit.tokens import PALETTES


def test_icons_load_one_font_and_install_none(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def install(*_: object, **__: object) -> str:
        raise AssertionError("fonts would be installed for the user")

    monkeypatch.setattr(qtawesome.iconic_font.IconicFont, "_install_fonts", install)
    theme._icon_font.cache_clear()
    icon = theme.Theme(PALETTES["light"]).icon("ph.hand-palm")
    assert not icon.pixmap(24, 24).isNull()
    assert list(theme._icon_font().fontname) == ["ph"]
