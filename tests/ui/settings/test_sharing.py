"""The switch that shares live results: card, desk and the whole program, over the loopback address."""

from __future__ import annotations

import importlib.util
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import httpx
import numpy as np
import pytest
import segno
from PySide6.QtGui import QGuiApplication

from desktop_app import paths
from desktop_app.app.api_controller import (
    ApiController,
    NoNetwork,
    live_document,
    network_address,
    share_options,
)
from desktop_app.engine.cv import cv2
from desktop_app.engine.letters.records import LetterCommit, LetterPhase, LetterState
from desktop_app.engine.records import LandmarkFrame, read_only
from desktop_app.errors import AppError
from desktop_app.message import NOTHING, Message
from desktop_app.runtime.events import EventHub, LettersRead, LetterTextChanged, RecogniserReady, SignRecognised
from desktop_app.ui.settings.share_state import Reach, SharePhase, ShareState, share_icon, share_words
from tests.helpers.fakes import WAIT_S
from tests.ui import scenes
from tests.ui.conftest import settle
from tests.ui.test_program import LONG_MS, start

__all__ = ["start"]
STARTED_MS = 20_000


def on(reach: Reach = Reach.COMPUTER) -> ShareState:
    address = "http://192.168.1.20:41234"
    page = f"{address}/#token=8FSrW0N2i7dQv3yB-lkTzMxQmYp5s1H_aGc9uEoJb4w"
    code: tuple[tuple[bool, ...], ...] = ()
    if reach is Reach.NETWORK:
        code = tuple(tuple(bool(square) for square in row) for row in segno.make(page, error="m").matrix)
    return ShareState(SharePhase.ON, reach, address, "8FSrW0N2", page, code)


@pytest.fixture
def card(make_window):
    window = make_window()
    window.show_view("settings")
    return window.settings.api


def requests(card) -> list[tuple[bool, Reach]]:
    heard: list[tuple[bool, Reach]] = []
    card.wanted.connect(lambda on, reach: heard.append((on, reach)))
    return heard


def test_it_is_off_at_first_and_the_network_cannot_be_chosen(card):
    assert not card.share.isChecked()
    assert not card.network.isEnabled()
    heard = requests(card)
    card.share.click()
    assert heard == [(True, Reach.COMPUTER)]


def test_the_network_needs_a_confirmation(card):
    card.show_state(on())
    heard = requests(card)
    card.network.click()
    assert not heard
    assert card.allow.isVisible()
    assert not card.network.isChecked()
    card.cancel.click()
    assert not heard
    assert not card.allow.isVisible()
    card.network.click()
    card.allow.click()
    assert heard == [(True, Reach.NETWORK)]
    card.show_state(on(Reach.NETWORK))
    card.network.click()
    assert heard[-1] == (True, Reach.COMPUTER)


def test_address_token_and_page_are_copied(card):
    card.show_state(on())
    for row in (card.address, card.token, card.page):
        row.button.click()
        assert QGuiApplication.clipboard().text() == row.value
        assert row.button.accessibleName() == "Copied"
    assert card.page.value == card.state.page


def test_the_code_on_the_screen_leads_to_the_page(card, qapp):
    card.show_state(on())
    assert not card.qr.isVisible()
    card.show_state(on(Reach.NETWORK))
    settle(qapp)
    image = card.qr.grab().toImage().convertToFormat(card.qr.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    picture = np.ascontiguousarray(rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3))
    read, *_ = cv2.QRCodeDetector().detectAndDecode(cv2.resize(picture, None, fx=3, fy=3))
    assert read == card.state.page


@pytest.mark.parametrize("phase", SharePhase)
def test_every_state_is_reported_in_words_and_by_an_icon(phase):
    words = {share_words(ShareState(phase, reach)) for reach in Reach}
    assert all(words)
    assert share_icon(ShareState(phase))[0].startswith("ph.")


def test_large_text_and_a_small_window_hold_it(make_window, qapp):
    window = make_window(text=200, size=(1024, 700))
    window.show_view("settings")
    window.settings.api.show_state(on(Reach.NETWORK))
    settle(qapp)
    assert window.settings.api.minimumSizeHint().width() <= window.settings.scroller.viewport().width()


# --- the controller


@pytest.fixture
def controller(make_window) -> Iterator[Callable[..., ApiController]]:
    made: list[ApiController] = []

    def make(address: Callable[[], str] = lambda: "127.0.0.1") -> ApiController:
        window = make_window()
        window.show_view("settings")
        hub = EventHub()
        made.append(ApiController(window.settings.api, hub, address))
        made[-1].hub = hub  # type: ignore[attr-defined]
        made[-1].card = window.settings.api  # type: ignore[attr-defined]
        return made[-1]

    yield make
    for one in made:
        one.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("signmirror-api")]


def becomes(qtbot, card, phase: SharePhase) -> None:
    qtbot.waitUntil(lambda: card.state.phase is phase, timeout=STARTED_MS)


def alive(state: ShareState) -> int:
    headers = {"Authorization": f"Bearer {state.token}"}
    return httpx.get(f"{state.address}/openapi.json", headers=headers, timeout=WAIT_S).status_code


@pytest.mark.network
def test_the_switch_starts_and_ends_a_server(controller, qtbot):
    card = controller().card
    card.share.click()
    assert not card.network.isEnabled()  # while it starts
    becomes(qtbot, card, SharePhase.ON)
    here = card.state
    assert here.address.startswith("http://127.0.0.1:")
    assert alive(here) == 200
    assert httpx.get(here.page, timeout=WAIT_S).status_code == 200
    assert not here.code
    card.network.click()
    card.allow.click()
    becomes(qtbot, card, SharePhase.ON)
    there = card.state
    assert there.reach is Reach.NETWORK
    assert there.token != here.token
    assert there.code
    assert alive(there) == 200
    with pytest.raises(httpx.ConnectError):
        alive(here)
    card.share.click()
    becomes(qtbot, card, SharePhase.OFF)
    with pytest.raises(httpx.ConnectError):
        alive(there)


@pytest.mark.network
def test_the_newest_request_counts_however_fast_they_come(controller, qtbot):
    one = controller()
    for _ in range(3):
        one.card.share.click()
        one.card.share.click()
    one.card.share.click()
    becomes(qtbot, one.card, SharePhase.ON)
    assert alive(one.card.state) == 200
    one.card.share.click()
    becomes(qtbot, one.card, SharePhase.OFF)


@pytest.mark.network
def test_closing_while_it_starts_leaves_nothing(controller, qtbot):
    one = controller()
    one.card.share.click()
    one.close()
    assert one.server is None


def test_without_a_network_it_says_what_to_do(controller, qtbot):
    def nowhere() -> str:
        raise NoNetwork(Message("This computer is not connected."), Message("Connect it, then try again."))

    card = controller(nowhere).card
    card.wanted.emit(True, Reach.NETWORK)
    becomes(qtbot, card, SharePhase.FAILED)
    assert not card.share.isChecked()
    (banner,) = card.banners.views
    assert "not connected" in banner.accessibleName()
    assert "try again" in banner.accessibleName()


def test_without_the_extra_packages_it_says_how_to_get_them(controller, qtbot, monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "uvicorn" else found(name, *more)
    )
    card = controller().card
    card.share.click()
    becomes(qtbot, card, SharePhase.FAILED)
    assert "uvicorn" in card.banners.views[0].accessibleName()
    assert "--extra api" in card.banners.views[0].accessibleName()


def test_what_nobody_expected_puts_the_switch_back_and_is_logged(controller, qtbot, caplog):
    def broken() -> str:
        raise IndexError("no address 7")

    card = controller(broken).card
    with caplog.at_level(logging.ERROR):
        card.wanted.emit(True, Reach.NETWORK)
        becomes(qtbot, card, SharePhase.FAILED)
    assert not card.share.isChecked()
    assert "no address 7" in card.banners.views[0].accessibleName()
    assert any(record.exc_info and record.exc_info[0] is IndexError for record in caplog.records)


@pytest.mark.network
def test_packs_that_cannot_be_handed_over_are_reported(controller, qtbot, monkeypatch, caplog):
    from desktop_app.api.server import ApiServer

    def broken(*_: object) -> None:
        raise IndexError("no pack 7")

    one = controller()
    one.card.share.click()
    becomes(qtbot, one.card, SharePhase.ON)
    monkeypatch.setattr(ApiServer, "set_recogniser", broken)
    with caplog.at_level(logging.ERROR):
        one.hub.publish(RecogniserReady(object()))  # type: ignore[arg-type]
        becomes(qtbot, one.card, SharePhase.FAILED)
    assert "no pack 7" in one.card.banners.views[0].accessibleName()
    assert any(record.exc_info and record.exc_info[0] is IndexError for record in caplog.records)


def test_an_address_that_is_gone_is_reported_without_ports(controller, qtbot, monkeypatch):
    from desktop_app.api import server
    from desktop_app.api.options import ApiUnavailable

    def refuse(_: object) -> None:
        raise ApiUnavailable(
            Message("Nothing can listen on 192.168.1.20 port 0."), NOTHING, code="api.port_taken"
        )

    monkeypatch.setattr(server, "bind", refuse)
    card = controller().card
    card.share.click()
    becomes(qtbot, card, SharePhase.FAILED)
    assert "port" not in card.banners.views[0].accessibleName()


def test_the_network_gets_a_token_of_its_own_and_loopback_a_new_one_each_run():
    network = share_options(Reach.NETWORK, lambda: "192.168.1.20")
    assert network.host == "192.168.1.20"
    assert len(network.token) >= 32
    assert not network.is_loopback
    here = share_options(Reach.COMPUTER)
    assert here.is_loopback
    assert here.port == 0
    assert not here.token


def test_a_computer_without_a_network_is_told_so(monkeypatch):
    import socket

    def refuse(*_: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(NoNetwork):
        network_address()


# --- what is told


def letters_read(commit: LetterCommit | None) -> LettersRead:
    state = LetterState(
        1.0, LetterPhase.COMMITTED, 32, 32, (), read_only(np.zeros(29, np.float32)), 1.0, commit, "HI",
        read_only(np.zeros((21, 3), np.float32)), False, 0.0, 0.3,
    )  # fmt: skip
    return LettersRead(LandmarkFrame.empty(1, 1, 0.0, 1.0), state)


def test_announced_signs_and_taken_letters_are_reported_and_nothing_else():
    window = None
    told = live_document(SignRecognised(scenes.prediction(), window, True, 42.0))  # type: ignore[arg-type]
    assert told is not None
    assert told["kind"] == "sign"
    assert told["results"][0]["sentence"] == "Thank you"
    assert live_document(SignRecognised(scenes.prediction(), window, False, 42.0)) is None  # type: ignore[arg-type]
    letters = live_document(letters_read(LetterCommit("I", 1.0, 0.93)))
    assert letters == {"kind": "letters", "text": "HI", "letter": "I", "probability": 0.93}
    assert live_document(letters_read(None)) is None
    assert live_document(LetterTextChanged("H")) == {
        "kind": "letters",
        "text": "H",
        "letter": None,
        "probability": None,
    }


def test_what_nobody_shares_costs_nothing(controller):
    one = controller()
    event = SignRecognised(scenes.prediction(), None, True, 42.0)  # type: ignore[arg-type]
    one.hub.publish(event)
    assert one.server is None


@pytest.mark.network
def test_pages_hear_of_a_sign_while_the_window_is_busy(controller, qtbot):
    """What is recognised comes on a thread of the pipeline, and this test keeps that of the window."""
    one = controller()
    one.card.share.click()
    becomes(qtbot, one.card, SharePhase.ON)
    state = one.card.state
    with httpx.stream("GET", f"{state.address}/v1/live", params={"token": state.token}, timeout=10) as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        event = SignRecognised(scenes.prediction(), None, True, 42.0)  # type: ignore[arg-type]
        worker = threading.Thread(target=one.hub.publish, args=(event,))
        worker.start()
        worker.join()
        told = next(json.loads(line[6:]) for line in lines if line.startswith("data: "))
    assert told["result"]["results"][0]["sentence"] == "Thank you"


@pytest.mark.network
def test_the_whole_program_shares_what_it_recognises(start, qtbot):
    program = start(str(paths.sample_recording()))
    card = program.window.settings.api
    card.share.click()
    becomes(qtbot, card, SharePhase.ON)
    state = card.state
    with httpx.stream(
        "GET", f"{state.address}/v1/live", params={"token": state.token}, timeout=WAIT_S
    ) as stream:
        lines = stream.iter_lines()
        qtbot.waitUntil(
            lambda: program.window.state.answer is not None and program.window.state.answer.number >= 3,
            timeout=LONG_MS,
        )
        told = next(json.loads(line[6:]) for line in lines if line.startswith("data: "))
    assert told["result"]["kind"] == "sign"
    assert told["result"]["accepted"]
    answer = httpx.get(
        f"{state.address}/v1/config", headers={"Authorization": f"Bearer {state.token}"}, timeout=WAIT_S
    )
    assert answer.json()["sentences"] > 50  # it answers with the window's own packs
    program.window.close()
    assert program.stop().clean
    with pytest.raises(httpx.ConnectError):
        alive(state)


def test_the_window_loads_no_web_framework_before_it_is_asked():
    code = (
        "import desktop_app.app.program, sys\n"
        "found = {'fastapi', 'starlette', 'uvicorn', 'msgspec', 'websockets', 'segno'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(found)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_unknown_errors_do_not_leave_the_switch_on(controller, qtbot, caplog):
    def broken() -> str:
        raise RuntimeError("an adapter of a strange kind")

    card = controller(broken).card
    card.wanted.emit(True, Reach.NETWORK)
    becomes(qtbot, card, SharePhase.FAILED)
    assert isinstance(card.state.error, AppError)
    assert "strange kind" in caplog.text
