"""The connections of uvicorn: limits for each address and for the time of headers, and a way to abort one.

Closing a transport waits until everything written has been read, which a client that has stopped reading never
does.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import struct
import sys
from collections import Counter
from typing import Any, Final

import h11
import msgspec
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from desktop_app.api import limits
from desktop_app.api.errors import busy, error_body
from desktop_app.api.middleware import Address
from desktop_app.message import Message

GOING_AWAY: Final = 1001
INVALID_DATA: Final = 1007
_NO_LINGER: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Connections:
    """The open connections of one server, by the client's address. Used on the server's loop only.

    Args:
        per_address: connections that one address (of IPv6: one /64 network) may hold.
        headers_timeout_s: a client that has not sent its request line and headers by then is disconnected.
    """

    def __init__(
        self,
        per_address: int = limits.MAX_PER_ADDRESS,
        headers_timeout_s: float = limits.HEADERS_TIMEOUT_S,
    ) -> None:
        self._per_address = per_address
        self._headers_timeout_s = headers_timeout_s
        self._open: dict[Address, asyncio.BaseTransport] = {}
        self._held: Counter[str] = Counter()

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

    def add(self, transport: asyncio.BaseTransport) -> bool:
        """Register a new connection; False when its address holds too many already."""
        client = _address(transport)
        if not client:
            return True
        self._open[client] = transport
        self._held[_network(client)] += 1
        return self._held[_network(client)] <= self._per_address

    def remove(self, transport: asyncio.BaseTransport | None) -> None:
        for client, known in list(self._open.items()):
            if known is transport:
                del self._open[client]
                self._held[_network(client)] -= 1
                self._held += Counter()  # drops addresses without connections

    def protocols(self) -> tuple[type[H11Protocol], type[WebSocketsSansIOProtocol]]:
        """Protocol classes for uvicorn that register their connections here."""
        connections = self

        class Http(H11Protocol):
            headers_timer: asyncio.TimerHandle | None = None

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                welcome = connections.add(transport)
                super().connection_made(transport)
                if welcome:
                    self.wait_for_headers()
                else:
                    transport.write(_too_many_connections())
                    transport.close()

            def data_received(self, data: bytes) -> None:
                if self.transport.is_closing():
                    return
                super().data_received(data)
                self.wait_for_headers()

            def wait_for_headers(self) -> None:
                """Disconnect a client that is still sending the headers of a request when its time is over."""
                if self.conn.their_state is not h11.IDLE or self.transport.is_closing():
                    self.stop_waiting()
                elif self.headers_timer is None:
                    self.headers_timer = self.loop.call_later(
                        connections._headers_timeout_s, self.transport.abort
                    )

            def stop_waiting(self) -> None:
                if self.headers_timer is not None:
                    self.headers_timer.cancel()
                    self.headers_timer = None

            def connection_lost(self, exc: Exception | None) -> None:
                self.stop_waiting()
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

            def send_receive_event_to_app(self) -> None:
                """Close with 1007 on text that is not UTF-8, where uvicorn logs an error."""
                if self.curr_msg_data_type == "text" and not _is_utf8(b"".join(self.frames)):
                    self.frames = []
                    if not self.close_sent:
                        self.conn.send_close(INVALID_DATA)
                        self.handle_parser_exception()
                else:
                    super().send_receive_event_to_app()

            async def send(self, message: Any) -> None:
                """What is sent after the end finds the client gone; uvicorn takes it for a mistake."""
                if self.close_sent and message["type"] in ("websocket.send", "websocket.close"):
                    raise ClientDisconnected
                await super().send(message)
                if message["type"] == "websocket.http.response.body" and self.close_sent:
                    self.handshake_complete = True  # refused with a whole answer, which uvicorn takes for none

            def connection_lost(self, exc: Exception | None) -> None:
                connections.remove(self.transport)
                super().connection_lost(exc)

        return Http, WebSocket


def _address(transport: asyncio.BaseTransport) -> Address | None:
    peer = transport.get_extra_info("peername")
    return (str(peer[0]), int(peer[1])) if peer else None


def _network(client: Address) -> str:
    """What counts as one address: a computer with IPv6 has a whole network of them."""
    try:
        address = ipaddress.ip_address(client[0].partition("%")[0])
    except ValueError:
        return client[0]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _too_many_connections() -> bytes:
    error = busy(Message("This address holds too many connections."), Message("Close some, then try again."))
    body = msgspec.json.encode(error_body(error))
    lines = (
        "HTTP/1.1 503 Service Unavailable",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        f"Retry-After: {error.headers['Retry-After']}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode() + body
