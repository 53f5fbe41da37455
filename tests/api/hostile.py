"""Requests that must not work, and what they are told.

`python -m tests.api.hostile` asks a real server and prints the table of docs/api.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.api.api_client import BINARY, JSON, ApiClient, Reply, clip, pieces

MIB = 1 << 20
ROW = [0.0] * 540
Ask = Callable[[ApiClient], Reply]


@dataclass(frozen=True)
class Case:
    """One row of the table; `named` is the field that the answer names."""

    what: str
    status: int
    code: str
    named: str | None
    ask: Ask = field(repr=False)

    def expected(self) -> str:
        if not self.code:
            return f"{self.status}, no HTTP"
        return f"{self.status} `{self.code}`" + (f", `{self.named}`" if self.named else "")


def said(reply: Reply) -> str:
    """What a server answered, as the table says it."""
    if not reply.body.startswith(b"{"):  # refused by the HTTP parser
        return f"{reply.status}, no HTTP"
    document = reply.document
    return f"{reply.status} `{document['code']}`" + (f", `{document['field']}`" if document["field"] else "")


def _body(text: str | bytes, kind: str = JSON, target: str = "/v1/inference") -> Ask:
    data = text.encode() if isinstance(text, str) else text
    return lambda api_client: api_client.post(data, kind, target)


def _sent(**document: Any) -> Ask:
    return _body(json.dumps(document))


def _get(target: str, *headers: tuple[str, str], token: bool = True, host: bool = True) -> Ask:
    return lambda api_client: api_client.get(target, headers=headers, token=token, host=host)


def _with(place: int, column: int, value: float) -> list[list[float]]:
    rows: list[list[float]] = clip(8).astype(float).tolist()
    rows[place][column] = value
    return rows


def _from(*headers: tuple[str, str], method: str = "POST") -> Ask:
    """A good clip with further headers."""
    body = json.dumps({"frames": clip(8).tolist()}).encode()
    return lambda api_client: api_client.ask(
        "/v1/inference", method, headers=[("Content-Type", JSON), *headers], body=body
    )


def _other_port(api_client: ApiClient) -> Reply:
    return api_client.get("/v1/config", headers=[("Origin", f"http://127.0.0.1:{api_client.port ^ 1}")])


def _token_in_post(api_client: ApiClient) -> Reply:
    body = json.dumps({"frames": [ROW]}).encode()
    return api_client.ask(
        f"/v1/inference?token={api_client.token}",
        "POST",
        headers=[("Content-Type", JSON)],
        body=body,
        token=False,
    )


def _two_tokens(api_client: ApiClient) -> Reply:
    return api_client.get(f"/v1/config?token={api_client.token}&token=x", token=False)


BAD_BODIES = (
    Case("empty body", 400, "body.not_json", "body", _body("")),
    Case("not JSON", 400, "body.not_json", "body", _body("frames=1")),
    Case("not UTF-8", 400, "body.not_json", "body", _body(b'{"metadata": {"source": "\xff"}}')),
    Case("100,000 brackets in an unknown field", 400, "body.not_json", "body", _body('{"x":' + "[" * 100_000)),
    Case("an array", 422, "request.invalid", "body", _body("[]")),
    Case("no frames", 422, "request.invalid", "frames", _sent(top_k=1)),
    Case("no rows", 422, "request.invalid", "frames", _sent(frames=[])),
    Case("frames is a text", 422, "request.invalid", "frames", _sent(frames="abc")),
    Case("a row is null", 422, "request.invalid", "frames[1]", _sent(frames=[ROW, None])),
    Case("539 numbers", 422, "frames.wrong_width", "frames[1]", _sent(frames=[ROW, ROW[1:]])),
    Case("541 numbers", 422, "frames.wrong_width", "frames[0]", _sent(frames=[[*ROW, 0.0]])),
    Case("a text among the numbers", 422, "request.invalid", "frames[0][539]", _sent(frames=[[*ROW[1:], "1"]])),
    Case("true among the numbers", 422, "request.invalid", "frames[0][539]", _sent(frames=[[*ROW[1:], True]])),
    Case("null among the numbers", 422, "request.invalid", "frames[0][539]", _sent(frames=[[*ROW[1:], None]])),
    Case("NaN", 422, "frames.not_finite", "frames", _sent(frames=_with(2, 5, float("nan")))),
    Case("-Infinity", 422, "frames.not_finite", "frames", _sent(frames=_with(2, 5, float("-inf")))),
    Case(
        "1e999",
        422,
        "frames.not_finite",
        "frames[0][539]",
        _body('{"frames": [[' + "0," * 539 + "1e999]]}"),
    ),
    Case("1e30", 422, "frames.out_of_range", "frames[7][539]", _sent(frames=_with(7, 539, 1e30))),
    Case("513 frames", 422, "frames.too_many", "frames", _sent(frames=[ROW] * 513)),
    Case("top_k 0", 422, "request.invalid", "top_k", _sent(frames=[ROW], top_k=0)),
    Case("top_k 101", 422, "request.invalid", "top_k", _sent(frames=[ROW], top_k=101)),
    Case('top_k "5"', 422, "request.invalid", "top_k", _sent(frames=[ROW], top_k="5")),
    Case("fps 0", 422, "request.invalid", "metadata.fps", _sent(frames=[ROW], metadata={"fps": 0})),
    Case(
        "source of 201 characters",
        422,
        "request.invalid",
        "metadata.source",
        _sent(frames=[ROW], metadata={"source": "x" * 201}),
    ),
    Case("9 MiB with a length", 400, "api.body_too_large", "body", _body(b" " * (9 * MIB))),
    Case(
        "12 MiB in chunks, no length",
        400,
        "api.body_too_large",
        "body",
        lambda api_client: api_client.post(pieces(MIB, 12)),
    ),
    Case("float32: no bytes", 422, "frames.wrong_width", "frames", _body(b"", BINARY)),
    Case("float32: 2,159 bytes", 422, "frames.wrong_width", "frames", _body(b"\0" * 2159, BINARY)),
    Case("float32: 513 frames", 422, "frames.too_many", "frames", _body(b"\0" * (2160 * 513), BINARY)),
    Case("float32: NaN", 422, "frames.not_finite", "frames[0][0]", _body(b"\0\0\xc0\x7f" * 540, BINARY)),
    Case(
        "float32: top_k=x in the address",
        422,
        "request.invalid",
        "top_k",
        _body(b"\0" * 2160, BINARY, "/v1/inference?top_k=x"),
    ),
    Case(
        "float32: fps=nan in the address",
        422,
        "request.invalid",
        "fps",
        _body(b"\0" * 2160, BINARY, "/v1/inference?fps=nan"),
    ),
    Case(
        "a form", 415, "body.wrong_type", "Content-Type", _body("frames=1", "application/x-www-form-urlencoded")
    ),
    Case("compressed", 415, "body.wrong_type", "Content-Type", _from(("Content-Encoding", "gzip"))),
)

BAD_VISITORS = (
    Case("no token", 401, "api.token_needed", "Authorization", _get("/v1/config", token=False)),
    Case(
        "a wrong token",
        401,
        "api.token_needed",
        "Authorization",
        _get("/v1/config", ("Authorization", "Bearer 12345678901234567890"), token=False),
    ),
    Case(
        "Basic instead of Bearer",
        401,
        "api.token_needed",
        "Authorization",
        _get("/v1/config", ("Authorization", "Basic dXNlcjpwYXNz"), token=False),
    ),
    Case("the token twice in the address", 401, "api.token_needed", "Authorization", _two_tokens),
    Case("POST with the token in the address", 401, "api.token_needed", "Authorization", _token_in_post),
    Case(
        "openapi.json without a token",
        401,
        "api.token_needed",
        "Authorization",
        _get("/openapi.json", token=False),
    ),
    Case("unknown address without a token", 401, "api.token_needed", "Authorization", _get("/x", token=False)),
    Case("/healthz/ without a token", 401, "api.token_needed", "Authorization", _get("/healthz/", token=False)),
    Case("Host: evil.com", 403, "api.host_refused", "Host", _get("/healthz", ("Host", "evil.com"), host=False)),
    Case(
        "Host: 127.0.0.1.evil.com",
        403,
        "api.host_refused",
        "Host",
        _get("/healthz", ("Host", "127.0.0.1.evil.com"), host=False),
    ),
    Case(
        "Host: localhost.",
        403,
        "api.host_refused",
        "Host",
        _get("/healthz", ("Host", "localhost."), host=False),
    ),
    Case("Host: 10.0.0.9", 403, "api.host_refused", "Host", _get("/healthz", ("Host", "10.0.0.9"), host=False)),
    Case(
        "Host: localhost@evil.com",
        403,
        "api.host_refused",
        "Host",
        _get("/healthz", ("Host", "localhost@evil.com"), host=False),
    ),
    Case("two Hosts", 400, "", None, _get("/healthz", ("Host", "localhost"))),
    Case(
        "Origin: https://evil.com", 403, "api.origin_refused", "Origin", _from(("Origin", "https://evil.com"))
    ),
    Case("Origin: null", 403, "api.origin_refused", "Origin", _from(("Origin", "null"))),
    Case("Origin: another port of this computer", 403, "api.origin_refused", "Origin", _other_port),
    Case(
        "a browser asks for leave (OPTIONS) from evil.com",
        403,
        "api.origin_refused",
        "Origin",
        _from(("Origin", "https://evil.com"), ("Access-Control-Request-Method", "POST"), method="OPTIONS"),
    ),
    Case("GET /v1/inference", 405, "api.wrong_method", None, _get("/v1/inference")),
    Case(
        "DELETE /v1/config",
        405,
        "api.wrong_method",
        None,
        lambda api_client: api_client.ask("/v1/config", "DELETE"),
    ),
    Case("an address that is not there", 404, "api.not_found", None, _get("/v1/nothing")),
    Case(
        "Last-Event-ID: abc",
        422,
        "request.invalid",
        "Last-Event-ID",
        _get("/v1/live", ("Last-Event-ID", "abc")),
    ),
    Case(
        "20 KB for an address that takes no body",
        400,
        "api.body_too_large",
        "body",
        lambda api_client: api_client.ask("/v1/config", body=b" " * 20_000),
    ),
)

# Names under /videos/: none of them may lead anywhere.
ESCAPES = (
    "../secret.mp4",
    "..%2fsecret.mp4",
    "..%5csecret.mp4",
    "%2e%2e%2fsecret.mp4",
    "%252e%252e%252fsecret.mp4",
    "....//secret.mp4",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "%2fetc%2fpasswd.mp4",
    "C:%5cWindows%5cwin.ini",
    "C:secret.mp4",
    "%5c%5cserver%5cshare%5csecret.mp4",
    "%2f%2fserver%2fshare%2fsecret.mp4",
    "%5c%5c%3f%5cC:%5csecret.mp4",
    "file:%2f%2f%2fetc%2fpasswd",
    "secret.mp4%00.mp4",
    "hello.mp4%00",
    "hello.mp4%20",
    "hello.mp4.",
    "hello.mp4::$DATA",
    "con.mp4",
    "nul",
    ".",
    "..",
    "~%2fsecret.mp4",
    "%c0%ae%c0%ae%c0%afsecret.mp4",
    "%ff%fe.mp4",
    "notes.txt",
    "a" * 256 + ".mp4",
)
BAD_NAMES = tuple(
    Case(
        f"/videos/{name if len(name) < 60 else name[:8] + '… (260 characters)'}",
        404,
        "",
        "filename",
        _get(f"/videos/{name}"),
    )
    for name in ESCAPES
)


def main() -> int:
    """Print the table with what a server of this very program answers."""
    from desktop_app.api.options import ApiOptions
    from desktop_app.api.server import ApiServer
    from desktop_app.cli.serve import make_parts

    server = ApiServer(make_parts(("starter",), None), ApiOptions())
    server.start()
    server.wait_running()
    api_client = ApiClient(server)
    api_client.wait_loaded()
    wrong = 0
    print("| input | expected | got |\n| --- | --- | --- |")
    for case in (*BAD_BODIES, *BAD_VISITORS):
        got = said(case.ask(api_client))
        wrong += got != case.expected()
        print(f"| {case.what} | {case.expected()} | {got} |")
    for case in BAD_NAMES:
        reply = case.ask(api_client)
        wrong += reply.status != 404
        print(f"| `{case.what}` | 404 | {said(reply)} |")
    server.stop()
    return wrong


if __name__ == "__main__":
    sys.exit(main())
