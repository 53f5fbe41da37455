"""What the settings show of the local API: one frozen value, and its words. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.errors import AppError
from desktop_app.ui.i18n.translate import tr


class SharePhase(StrEnum):
    """Whether the server runs."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    ENDING = "ending"
    FAILED = "failed"


class Reach(StrEnum):
    """Who can reach the server."""

    COMPUTER = "computer"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class ShareState:
    """Everything that the card shows.

    Attributes:
        reach: who can reach it, or will when it has started.
        address: `http://host:port`, "" unless ON; token: what programs must show; page: the address of the
            class-room page with the token in it.
        code: the page's address as a QR code, rows of dark (True) and light squares; () without one.
        error: why it failed.
    """

    phase: SharePhase = SharePhase.OFF
    reach: Reach = Reach.COMPUTER
    address: str = ""
    token: str = ""
    page: str = ""
    code: tuple[tuple[bool, ...], ...] = ()
    error: AppError | None = None

    @property
    def wanted(self) -> bool:
        """Whether the switch is on."""
        return self.phase in (SharePhase.STARTING, SharePhase.ON)


def share_words(state: ShareState) -> str:
    """Whether results are shared, and with whom, in one sentence."""
    network = state.reach is Reach.NETWORK
    match state.phase:
        case SharePhase.OFF:
            return tr("Off. Nothing can reach SignMirror.")
        case SharePhase.STARTING:
            return tr("Starting")
        case SharePhase.ON:
            if network:
                return tr("On. Devices in this network can reach it with the token.")
            return tr("On. Pages and programs on this computer can reach it with the token.")
        case SharePhase.ENDING:
            return tr("Ending")
        case SharePhase.FAILED:
            return tr("Off. It could not be started.")


def share_icon(state: ShareState) -> tuple[str, str]:
    """(icon, colour role) of the state."""
    match state.phase:
        case SharePhase.ON:
            return (
                ("ph.wifi-high", "success") if state.reach is Reach.NETWORK else ("ph.check-circle", "success")
            )
        case SharePhase.STARTING | SharePhase.ENDING:
            return "ph.hourglass-medium", "muted"
        case SharePhase.FAILED:
            return "ph.warning-circle", "danger"
        case SharePhase.OFF:
            return "ph.circle", "muted"
