"""The door: who may come in. Pure ASGI, in front of everything, for HTTP and WebSocket alike.

Any web page that a user opens can send requests to this computer. So the `Host` must be one of ours (a name
that was pointed at 127.0.0.1 is not), the `Origin` must be our own page or one that was allowed, and everything
but `/healthz` needs the token of this run.
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
from desktop_app.api.options import LOOPBACK_NAMES, ApiOptions

OPEN_PATHS: Final = frozenset({"/healthz"})
TOKEN_PARAMETER: Final = "token"  # noqa: S105  (a name, not a token)
_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides about one request by its head alone.

    Attributes:
        token: of this run.
        hosts: names that are ours.
        any_address: a `Host` that is a bare IP address is ours as well: no name was pointed at us.
        origins: other pages that may ask.
        open_paths: what needs no token.
    """

    token: bytes
    hosts: frozenset[str]
    any_address: bool
    origins: frozenset[str]
    open_paths: frozenset[str] = OPEN_PATHS

    @classmethod
    def make(cls, options: ApiOptions, token: str, open_paths: Iterable[str] = OPEN_PATHS) -> Guard:
        """The rules that follow from the options."""
        return cls(
            token=token.encode("ascii"),
            hosts=LOOPBACK_NAMES | frozenset(options.allow_hosts),
            any_address=not options.is_loopback,
            origins=frozenset(options.allow_origins),
            open_paths=frozenset(open_paths),
        )

    def check(self, scope: Scope) -> str | None:
        """Let a request pass, or raise ApiError (400, 401, 403).

        Returns the page of another origin that asks and was allowed to, else None.
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
                "The request names no host, or several.",
                "Send one Host header.",
                field="Host",
            )
        found = _HOST.fullmatch(values[0].strip().lower())
        name = found.group(1) if found else ""
        if name not in self.hosts and not (self.any_address and _is_address(name)):
            raise ApiError(
                403,
                "api.host_refused",
                "This name is not one under which SignMirror may be asked.",
                "Use the address that SignMirror shows, or start it with --allow-host NAME.",
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
            if origin in self.origins:
                return origin
        raise ApiError(
            403,
            "api.origin_refused",
            "A web page of another address asked; that is not allowed.",
            "Start SignMirror with --allow-origin and the page's address if you trust it.",
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
                "The token is missing or is not the one of this run.",
                "Send it as `Authorization: Bearer TOKEN`.",
                field="Authorization",
                headers={"WWW-Authenticate": 'Bearer realm="SignMirror"'},
            )


def without_token(scope: Scope) -> Scope:
    """The request as the program behind the door sees it: a token in the address goes no further."""
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
    """The token of the header; None without a header, b"" for one that is no token."""
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
