"""Ports for a controller under test, without the program around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.settings import Settings
from desktop_app.ui.controller import ControllerPorts
from desktop_app.ui.kit.banner import BannerList
from desktop_app.ui.state import LiveState


class StillNavigation:
    """A window that stays where it is."""

    view = ""

    def show_view(self, name: str) -> None:
        self.view = name

    def close(self) -> bool:
        return False


def make_ports(**given: Any) -> ControllerPorts:
    """Ports that do nothing, besides those that are given."""
    still = ControllerPorts(
        navigation=StillNavigation(),
        live_state=LiveState,
        send=lambda _: None,
        change=lambda *_: None,
        settings=Settings,
        reopen_library=lambda: None,
        banners=BannerList(lambda _: None),
    )
    return replace(still, **given)
