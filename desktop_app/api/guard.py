"""Access control for HTTP and WebSocket requests, by their headers.

Any web page that a user opens can send requests to this computer. So the `Host` must be a known one (which
stops DNS rebinding), the `Origin` must be our own page or an allowed one, and everything but `/healthz` needs
the token of this run.
"""

from __future__ import annotations

import hmac
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.types import Scope

from desktop_app.api.errors import ApiError
from desktop_app.api.options import LOOPBACK_NAMES, ApiOptions, origin_of
from desktop_app.message import Message

OPEN_PATHS: Final = frozenset({"/healthz"})
TOKEN_PARAMETER: Final = "token"  # noqa: S105  (a name, not a token)
_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Guard:
    """Accepts or rejects a request by its headers alone.

    Attributes:
        token: of this run.
        hosts: accepted host names.
        any_address: a bare IP address as `Host` is accepted too: it cannot be the result of DNS rebinding.
        origins: allowed foreign origins.
        open_paths: paths that need no token.
    """

    token: bytes
    hosts: frozenset[str]
    any_address: bool
    origins: frozenset[str]
    open_paths: frozenset[str]

    @classmethod
    def make(cls, options: ApiOptions, token: str, open_paths: Iterable[str] = OPEN_PATHS) -> Guard:
        """Derive the rules from the options."""
        return cls(
            token=token.encode("ascii"),
            hosts=LOOPBACK_NAMES | frozenset(options.allow_hosts),
            any_address=not options.is_loopback,
            origins=frozenset(options.allow_origins),
            open_paths=frozenset(open_paths),
        )

    def check(self, scope: Scope) -> str | None:
        """Accept a request, or raise ApiError (400, 401, 403).

        Returns the foreign origin of an allowed page, else None.
        """
        host = self._host(_all(scope, b"host"))
        foreign = self._origin(_all(scope, b"origin"), host)
        if not (_is_preflight(scope) and foreign) and scope["path"] not in self.open_paths:
            self._token(scope)
        return foreign

    def _host(self, values: list[str]) -> str:
        if len(values) != 1:
            raise ApiError(
                400,
                "api.host_missing",
                Message("The request names no host, or several."),
                Message("Send one Host header."),
                field="Host",
            )
        found = _HOST.fullmatch(values[0].strip().lower())
        name = found.group(1) if found else ""
        if name not in self.hosts and not (self.any_address and _is_address(name)):
            raise ApiError(
                403,
                "api.host_refused",
                Message("This name is not one under which SignMirror may be asked."),
                Message("Use the address that SignMirror shows, or start it with --allow-host NAME."),
                field="Host",
            )
        return values[0].strip().lower()

    def _origin(self, values: list[str], host: str) -> str | None:
        if not values:
            return None
        origin = values[0].strip().lower()
        if len(values) == 1:
            if origin in (f"http://{host}", f"https://{host}"):
                return None
            if origin_of(origin) in self.origins:
                return origin
        raise ApiError(
            403,
            "api.origin_refused",
            Message("A web page of another address asked; that is not allowed."),
            Message("Start SignMirror with --allow-origin and the page's address if you trust it."),
            field="Origin",
        )

    def _token(self, scope: Scope) -> None:
        token = _bearer(_all(scope, b"authorization"))
        if token is None and (scope["type"] == "websocket" or scope["method"] in ("GET", "HEAD")):
            query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
            tokens = [value for name, value in query if name == TOKEN_PARAMETER]
            token = tokens[0].encode("utf-8", "replace") if len(tokens) == 1 else None
        if token is None or not hmac.compare_digest(token, self.token):
            raise ApiError(
                401,
                "api.token_needed",
                Message("The token is missing or is not the one of this run."),
                Message("Send it as `Authorization: Bearer TOKEN`."),
                field="Authorization",
                headers={"WWW-Authenticate": 'Bearer realm="SignMirror"'},
            )


def without_token(scope: Scope) -> Scope:
    """The request without the token in its query, as the endpoints see it."""
    query = scope["query_string"]
    if TOKEN_PARAMETER.encode() not in query:
        return scope
    kept = [
        pair
        for pair in parse_qsl(query.decode("latin-1"), keep_blank_values=True)
        if pair[0] != TOKEN_PARAMETER
    ]
    return {**scope, "query_string": urlencode(kept).encode("ascii")}


def _all(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _bearer(values: list[str]) -> bytes | None:
    """The token of the header; None without a header, b"" for another scheme."""
    if not values:
        return None
    scheme, _, token = values[0].strip().partition(" ")
    return token.strip().encode("latin-1") if len(values) == 1 and scheme.lower() == "bearer" else b""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _is_preflight(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "OPTIONS")
