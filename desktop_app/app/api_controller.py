"""The local API of the window: switched on in the settings, given what is recognised.

Nothing of a web framework, and no socket, before the switch is on.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.engine.letters.loading import load_hands_extractor, load_letter_model
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.runtime.events import (
    Event,
    EventHub,
    LettersRead,
    LetterTextChanged,
    RecogniserReady,
    SignRecognised,
    ThresholdsChanged,
)
from desktop_app.runtime.quiet_import import small_collections
from desktop_app.ui.controller import Controller
from desktop_app.ui.kit.relay import Relay
from desktop_app.ui.settings.share_state import Reach, SharePhase, ShareState

if TYPE_CHECKING:
    from desktop_app.api.options import ApiOptions
    from desktop_app.api.server import ApiServer, ApiState
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.settings.api_card import ApiCard

_log = logging.getLogger(__name__)

START_S: Final = 10.0
STOP_S: Final = 1.5
# An address of the documentation: no packet is sent by connecting a datagram socket.
_ANYWHERE: Final = ("192.0.2.1", 9)


class NoNetwork(AppError):
    """This computer is in no network that others could reach it by."""

    code = "api.no_network"


def network_address() -> str:
    """The address of this computer in its network. Raises NoNetwork."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ANYWHERE)
            address = str(probe.getsockname()[0])
        except OSError as error:
            raise NoNetwork(
                Message("This computer is in no network."),
                Message("Connect it to the class room's network, then try again."),
            ) from error
    return address


def share_options(reach: Reach, address: Callable[[], str] = network_address) -> ApiOptions:
    """Where to listen and for whom: this computer alone, or its network with a token of its own."""
    from desktop_app.api.options import ApiOptions, make_token

    if reach is Reach.COMPUTER:
        return ApiOptions()
    return ApiOptions(host=address(), token=make_token())


def live_document(event: Event) -> dict[str, Any] | None:
    """What the pages are told of an event: announced signs and letters that went into the text."""
    match event:
        case SignRecognised(announced=True):
            from desktop_app.api.live import prediction_document

            return {"kind": "sign", **prediction_document(event.prediction)}
        case LettersRead() if event.state.commit is not None:
            commit = event.state.commit
            return {
                "kind": "letters",
                "text": event.state.text,
                "letter": commit.letter,
                "probability": commit.probability,
            }
        case LetterTextChanged():
            return {"kind": "letters", "text": event.text, "letter": None, "probability": None}
        case _:
            return None


class ApiController(Controller):
    """Joins the card of the settings to a server. Starting and stopping happen on one thread of its own.

    What is recognised goes from the pipeline's threads to the server, also while the window is busy.
    """

    def __init__(self, card: ApiCard, hub: EventHub, address: Callable[[], str] = network_address) -> None:
        """`address`: finds the address of this computer in its network."""
        self._card = card
        self._address = address
        self._relay = Relay(card)
        self._pool: ThreadPoolExecutor | None = None
        self._request = 0  # counts wishes; only the newest one is shown
        self._server: ApiServer | None = None  # the one that is shown
        self._running: ApiServer | None = None  # touched on the own thread only
        self._recogniser: Recogniser | None = None
        self._card.wanted.connect(self._wanted)
        self._unsubscribe = hub.subscribe(self._listen)

    @property
    def server(self) -> ApiServer | None:
        """The server that runs, or None."""
        return self._server

    def close(self) -> None:
        """End the server with the program; one that is just starting ends as soon as it has started."""
        self._unsubscribe()
        self._request += 1
        self._relay.close()
        server, self._server = self._server, None
        if server is not None:
            server.request_stop()
        if self._pool is not None:
            self._pool.submit(self._end_running)
            self._pool.shutdown(wait=True)
            self._pool = None

    def _listen(self, event: Event) -> None:
        """On the threads of the pipeline."""
        if isinstance(event, RecogniserReady | ThresholdsChanged):
            self._recogniser, pool = event.recogniser, self._pool
            if pool is not None:
                with suppress(RuntimeError):  # the program is ending
                    pool.submit(self._hand_over)  # it lists the videos of the packs, which takes a while
            return
        server = self._server
        document = live_document(event) if server is not None else None
        if server is not None and document is not None:
            server.publish_live(document)

    def _wanted(self, on: bool, reach: Reach) -> None:
        if self._relay.closed:
            return
        self._request += 1
        server, self._server = self._server, None
        if server is not None:
            server.request_stop()
        self._card.show_state(ShareState(SharePhase.STARTING if on else SharePhase.ENDING, reach))
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-api-switch")
        self._pool.submit(self._change, self._request, on, reach)

    def _change(self, request: int, on: bool, reach: Reach) -> None:
        """On the own thread: stop what runs, start what is wanted, and report."""
        self._end_running()
        if not on:
            self._report(request, ShareState(SharePhase.OFF))
            return
        if request != self._request:
            return
        try:
            with small_collections():  # the web framework is loaded now
                self._running = self._build(request, reach)
                self._running.start()
                state = _shown(self._running.wait_running(START_S), reach)
        except AppError as error:
            self._end_running()
            self._report(request, ShareState(SharePhase.FAILED, reach, error=_in_words(error)))
        except Exception:  # noqa: BLE001  (edge of a thread: whatever it was, the switch must go back)
            _log.exception("The local API could not be started")
            self._end_running()
            unknown = AppError(Message("The local API could not be started."), Message("The log says why."))
            self._report(request, ShareState(SharePhase.FAILED, reach, error=unknown))
        else:
            self._report(request, state, self._running)
            self._hand_over()

    def _hand_over(self) -> None:
        if self._running is not None and self._recogniser is not None:
            self._running.set_recogniser(self._recogniser)

    def _end_running(self) -> None:
        if self._running is not None and not self._running.stop(STOP_S):
            _log.error("The local API did not end in time")
        self._running = None

    def _build(self, request: int, reach: Reach) -> ApiServer:
        from desktop_app.api.options import check_installed

        check_installed()
        from desktop_app.api.engine_box import ApiParts
        from desktop_app.api.server import ApiServer, ApiStatus

        videos = os.environ.get("VIDEOS_DIR", "").strip()
        parts = ApiParts(
            load_recogniser=None,
            load_letters=load_letter_model,
            make_extractor=load_hands_extractor,
            videos_dir=Path(videos).expanduser() if videos else None,
        )

        def changed(state: ApiState) -> None:
            if state.status is ApiStatus.FAILED:
                self._report(request, ShareState(SharePhase.FAILED, reach, error=state.error))

        return ApiServer(parts, share_options(reach, self._address), changed)

    def _report(self, request: int, state: ShareState, server: ApiServer | None = None) -> None:
        def show() -> None:
            if request == self._request:  # else another wish came, and its own report follows
                self._server = server
                self._card.show_state(state)

        self._relay.post(show)


def _shown(running: ApiState, reach: Reach) -> ShareState:
    from desktop_app.api.page import page_address

    state = ShareState(
        SharePhase.ON,
        reach,
        address=running.url,
        token=running.token,
        page=page_address(running.url, running.token),
    )
    # A code for phones only where a phone gets through.
    return replace(state, code=_code(state.page)) if reach is Reach.NETWORK else state


def _in_words(error: AppError) -> AppError:
    """An error of the server with a next step for somebody who has a window, not a command line."""
    if error.code != "api.port_taken":  # any port would do, so it is the address that is gone
        return error
    return AppError(
        Message("This computer's address in the network could not be used."),
        Message("Check that it is still in the network, then switch it on again."),
        code=error.code,
        detail=str(error),
    )


def _code(address: str) -> tuple[tuple[bool, ...], ...]:
    import segno

    code = segno.make(address, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
