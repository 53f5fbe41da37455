"""Address and access rules of the local API, validated before it starts. Loads no web framework."""

from __future__ import annotations

import importlib.util
import ipaddress
import re
import secrets
from dataclasses import dataclass, field
from typing import Final

from desktop_app.api import limits
from desktop_app.errors import AppError, ConfigError
from desktop_app.message import Message

LOOPBACK: Final = "127.0.0.1"
LOOPBACK_NAMES: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
TOKEN_VARIABLE: Final = "SIGNMIRROR_API_TOKEN"  # noqa: S105  (a name, not a token)
FROM_DISK: Final = "null"
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/=-]+")
_NAME: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_ORIGIN: Final = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?")
_NEEDS: Final = ("fastapi", "uvicorn", "websockets", "msgspec")


class ApiUnavailable(AppError):
    """The local API cannot be started."""

    code = "api.unavailable"


def check_installed() -> None:
    """Raises ApiUnavailable when the extra packages of the local API are not there."""
    missing = [name for name in _NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        raise ApiUnavailable(
            Message("The local API needs {missing}, which is not installed.", missing=", ".join(missing)),
            Message("Install the extra `api`: `uv sync --extra api`, or `pip install signmirror[api]`."),
            code="api.not_installed",
        )


@dataclass(frozen=True, slots=True)
class ApiOptions:
    """Address and access rules of the API.

    Attributes:
        host: an address of this computer, `0.0.0.0` or `::` for all of them.
        port: 0 takes a free one at random.
        token: of the clients; "" creates one for this run. Listening beyond this computer needs a token of the
            user's own.
        allow_hosts: additional accepted names in the `Host` header.
        allow_origins: foreign origins whose pages may use the API, as `https://school.example`; `null`: pages
            opened from disk, and whatever else a browser gives no origin.
        reuse_port: several processes may listen on the same port (Linux, macOS).
        per_address: connections that one address may hold; networks of IPv6 (/64) count as one.
        queue_limit: clips that may wait for the model.
        heartbeat_s: the longest silence on the live page's stream.
        send_timeout_s: a client that reads nothing for so long is disconnected.
        headers_timeout_s: a client that has not sent its request line and headers by then is disconnected.

    Raises:
        ConfigError: a value that cannot be used, or another host without the user's own token.
    """

    host: str = LOOPBACK
    port: int = 0
    token: str = field(default="", repr=False)
    allow_hosts: tuple[str, ...] = ()
    allow_origins: tuple[str, ...] = ()
    reuse_port: bool = False
    per_address: int = limits.MAX_PER_ADDRESS
    queue_limit: int = limits.QUEUE_LIMIT
    heartbeat_s: float = limits.HEARTBEAT_S
    send_timeout_s: float = limits.SEND_TIMEOUT_S
    headers_timeout_s: float = limits.HEADERS_TIMEOUT_S

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ConfigError(
                Message("There is no port {port}.", port=self.port),
                Message("Use 1 to 65535, or 0 for any free one."),
            )
        if self.token and not _TOKEN.fullmatch(self.token):
            raise ConfigError(
                Message("The token has characters that cannot travel in a web address."),
                Message("Use letters, digits and . _ ~ + / = - only."),
            )
        if not self.is_loopback and len(self.token) < limits.MIN_TOKEN:
            raise ConfigError(
                Message(
                    "Other computers could reach {host}, and that needs a token of your own.", host=self.host
                ),
                Message(
                    "Set {variable} to {least} characters or more, or give --token-file; or leave --host out.",
                    variable=TOKEN_VARIABLE,
                    least=limits.MIN_TOKEN,
                ),
                code="api.token_needed",
            )
        object.__setattr__(self, "allow_hosts", tuple(_host_name(name) for name in self.allow_hosts))
        object.__setattr__(self, "allow_origins", tuple(_origin(text) for text in self.allow_origins))

    @property
    def is_loopback(self) -> bool:
        """Whether only programs on this computer can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def make_token() -> str:
    """32 random bytes as text for an address."""
    return secrets.token_urlsafe(32)


def _host_name(text: str) -> str:
    name = text.strip().lower()
    if not _NAME.fullmatch(name):
        raise ConfigError(
            Message("'{text}' is not the name of a computer.", text=text),
            Message("Give the bare name, such as signs.school.example."),
        )
    return name


def origin_of(text: str) -> str:
    """An origin as browsers send it; pages opened from disk are `null` (some browsers say `file://`)."""
    origin = text.strip().lower()
    return FROM_DISK if origin.rstrip("/") == "file:" else origin


def _origin(text: str) -> str:
    origin = origin_of(text).rstrip("/")
    if origin == FROM_DISK:
        return origin
    if not _ORIGIN.fullmatch(origin):
        raise ConfigError(
            Message("'{text}' is not the origin of a web page.", text=text),
            Message("Write scheme and host only: https://school.example; null for pages opened from disk."),
        )
    return origin
