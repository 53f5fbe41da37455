"""The class-room page: a few static files.

The page itself needs no token, because it contains only what ships with the program. Its address carries the
token behind `#`, which browsers never send and no log contains; the script sends it with its requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_FOLDER: Final = Path(__file__).resolve().parent / "static"
# Path -> (file, media type). No other file of the folder is served.
_FILES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "/": ("index.html", "text/html; charset=utf-8"),
        "/static/page.css": ("page.css", "text/css; charset=utf-8"),
        "/static/page.js": ("page.js", "text/javascript; charset=utf-8"),
        "/static/link.js": ("link.js", "text/javascript; charset=utf-8"),
        "/static/words.js": ("words.js", "text/javascript; charset=utf-8"),
        "/static/icon.svg": ("icon.svg", "image/svg+xml"),
    }
)
PAGE_PATHS: Final = frozenset(_FILES)
CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page_routes() -> list[Route]:
    """The routes of the page; its files are read once, here."""
    return [_route(address, *file) for address, file in _FILES.items()]


def page_address(base: str, token: str) -> str:
    """The address to open in a browser: `base` is `http://host:port`."""
    return f"{base.rstrip('/')}/#token={quote(token, safe='')}"


def _route(address: str, name: str, media_type: str) -> Route:
    content = (_FOLDER / name).read_bytes()

    async def answer(_: Request) -> Response:
        return Response(content, media_type=media_type, headers=_HEADERS)

    return Route(address, answer, methods=["GET"], include_in_schema=False)
