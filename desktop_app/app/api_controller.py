"""The local API: switched on in the settings, it publishes what is recognised.

Before the switch is on there is no socket, and the web framework is not imported.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial
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
from desktop_app.ui.kit.relay import Relay, TaskRunner
from desktop_app.ui.settings.share_state import Reach, SharePhase, ShareState

if TYPE_CHECKING:
    from desktop_app.api.options import ApiOptions
    from desktop_app.api.server import ApiServer, ApiState
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.kit.relay import Report
    from desktop_app.ui.settings.api_card import ApiCard

_log = logging.getLogger(__name__)

START_S: Final = 10.0
STOP_S: Final = 1.5
# An address of the documentation: no packet is sent by connecting a datagram socket.
_ANYWHERE: Final = ("192.0.2.1", 9)


class NoNetwork(AppError):
    """This computer is not connected to a network in which others could reach it."""

    code = "api.no_network"


def network_address() -> str:
    """The address of this computer in its network. Raises NoNetwork."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ANYWHERE)
            address = str(probe.getsockname()[0])
        except OSError as error:
            raise NoNetwork(
                Message("This computer is not connected to a network."),
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
    """What is published of an event: announced signs, and letters that went into the text. None: nothing."""
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
    """Connects the card of the settings to a server, which is started and stopped in the background.

    What is recognised goes from the pipeline's threads to the server, also while the window is busy.
    """

    def __init__(self, card: ApiCard, hub: EventHub, address: Callable[[], str] = network_address) -> None:
        """`address`: finds the address of this computer in its network."""
        self._card, self._address = card, address
        self._relay = Relay(card)
        self._tasks = TaskRunner("api-switch", at_end=self._end_running)
        self._server: ApiServer | None = None  # the one that is shown
        self._running: ApiServer | None = None  # set by tasks alone
        self._recogniser: Recogniser | None = None
        self._card.wanted.connect(self._switch)
        self._unsubscribe = hub.subscribe(self._listen)

    @property
    def server(self) -> ApiServer | None:
        """The server that runs, or None."""
        return self._server

    def close(self) -> None:
        """End the server with the program, also one that is just starting."""
        self._unsubscribe()
        self._relay.close()
        self._request_stop()
        self._tasks.close()

    def _listen(self, event: Event) -> None:
        """On the threads of the pipeline."""
        if isinstance(event, RecogniserReady | ThresholdsChanged):
            self._recogniser = event.recogniser
            self._relay.post(self._hand_over)
            return
        server = self._server
        document = live_document(event) if server is not None else None
        if server is not None and document is not None:
            server.publish_live(document)

    def _switch(self, on: bool, reach: Reach) -> None:
        """Start or stop; only the result of the last choice is shown."""
        self._request_stop()
        self._card.show_state(ShareState(SharePhase.STARTING if on else SharePhase.ENDING, reach))
        failed = partial(self._failed, reach)
        if on:
            self._tasks.start(
                "switch", lambda report: self._start(reach, report), self._started, failed=failed, replace=True
            )
        else:
            off = ShareState(SharePhase.OFF)
            self._tasks.start(
                "switch",
                lambda _: self._end_running(),
                lambda _: self._card.show_state(off),
                failed=failed,
                replace=True,
            )

    def _start(self, reach: Reach, report: Report) -> tuple[ApiServer, ShareState]:
        """On the thread of the tasks. Raises AppError."""
        self._end_running()
        report(0, 1)  # raises where something else is wanted by now
        try:
            with small_collections():  # the web framework is loaded now
                server = self._running = self._build(reach)
                server.start()
                return server, _shown(server.wait_running(START_S), reach)
        except BaseException:
            self._end_running()
            raise

    def _started(self, found: tuple[ApiServer, ShareState]) -> None:
        self._server, state = found
        self._card.show_state(state)
        error = self._server.state.error
        if error is not None:  # it has ended while it was being announced
            self._failed(state.reach, error)
        self._hand_over()

    def _hand_over(self) -> None:
        """Let the server answer with the recogniser in use. It lists the videos of the packs: not here."""
        server, recogniser = self._server, self._recogniser
        if server is not None and recogniser is not None:
            failed = partial(self._failed, self._card.state.reach)
            self._tasks.start(
                "recogniser", lambda _: server.set_recogniser(recogniser), failed=failed, replace=True
            )

    def _failed(self, reach: Reach, error: AppError) -> None:
        self._request_stop()
        self._card.show_state(ShareState(SharePhase.FAILED, reach, error=_for_window(error)))

    def _request_stop(self) -> None:
        """The server that is shown, and one that is starting, are not wanted any more."""
        self._server = None
        running = self._running
        if running is not None:
            running.request_stop()

    def _end_running(self) -> None:
        """Stop the server that runs. On the thread of the tasks."""
        if self._running is not None and not self._running.stop(STOP_S):
            _log.error("The local API did not end in time")
        self._running = None

    def _build(self, reach: Reach) -> ApiServer:
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
            if state.status is ApiStatus.FAILED and state.error is not None:
                self._relay.post(partial(self._ended, server, reach, state.error))

        server = ApiServer(parts, share_options(reach, self._address), changed)
        return server

    def _ended(self, server: ApiServer, reach: Reach, error: AppError) -> None:
        """A server has failed by itself. One that is not shown yet is reported by the task that starts it."""
        if self._server is server:
            self._failed(reach, error)


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


def _for_window(error: AppError) -> AppError:
    """An error of the server with a next step for a user of the window instead of the command line."""
    if error.code != "api.port_taken":  # any port would do, so it is the address that is gone
        return error
    return AppError(
        Message("This computer's address in the network could not be used."),
        Message("Check that it is still connected to the network, then switch it on again."),
        code=error.code,
        detail=str(error),
    )


def _code(address: str) -> tuple[tuple[bool, ...], ...]:
    import segno

    code = segno.make(address, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
