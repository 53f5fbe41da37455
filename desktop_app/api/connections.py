"""The connections of uvicorn, with a way to abort one whose client has stopped reading.

Closing a transport waits until everything written has been read, which such a client never does.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import sys
from typing import Final

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from desktop_app.api.middleware import Address

GOING_AWAY: Final = 1001
_NO_LINGER: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Connections:
    """The open connections of one server, by the client's address. Used on the server's loop only."""

    def __init__(self) -> None:
        self._open: dict[Address, asyncio.BaseTransport] = {}

    def __len__(self) -> int:
        return len(self._open)

    def abort(self, client: Address | None) -> None:
        """Abort one connection; unknown ones are closed already."""
        transport = self._open.get(client) if client else None
        if isinstance(transport, asyncio.Transport):
            peer = transport.get_extra_info("socket")
            with contextlib.suppress(OSError, AttributeError):  # discards the send buffer of the system
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            transport.abort()

    def abort_all(self) -> None:
        for client in list(self._open):
            self.abort(client)

    def add(self, transport: asyncio.BaseTransport) -> None:
        client = _address(transport)
        if client:
            self._open[client] = transport

    def remove(self, transport: asyncio.BaseTransport | None) -> None:
        for client, known in list(self._open.items()):
            if known is transport:
                del self._open[client]

    def protocols(self) -> tuple[type[H11Protocol], type[WebSocketsSansIOProtocol]]:
        """Protocol classes for uvicorn that register their connections here."""
        connections = self

        class Http(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                connections.add(transport)
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                connections.remove(self.transport)
                super().connection_lost(exc)

        class WebSocket(WebSocketsSansIOProtocol):
            def shutdown(self) -> None:
                """Close with 1001 ("going away"), where uvicorn sends 1012 ("service restart")."""
                if self.handshake_complete and not self.close_sent:
                    self.stop_keepalive()
                    self.close_sent = True
                    self.queue.put_nowait({"type": "websocket.disconnect", "code": GOING_AWAY})
                    self.conn.send_close(GOING_AWAY)
                    self.transport.write(b"".join(self.conn.data_to_send()))
                    self.transport.close()
                else:
                    super().shutdown()

            def connection_lost(self, exc: Exception | None) -> None:
                connections.remove(self.transport)
                super().connection_lost(exc)

        return Http, WebSocket


def _address(transport: asyncio.BaseTransport) -> Address | None:
    peer = transport.get_extra_info("peername")
    return (str(peer[0]), int(peer[1])) if peer else None
