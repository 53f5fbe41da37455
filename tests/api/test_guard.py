"""Who may come in: names, pages, tokens."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import ApiError
from desktop_app.api.guard import Guard, without_token
from desktop_app.api.options import ApiOptions, make_token
from desktop_app.errors import ConfigError
from tests.api.api_client import ApiClient
from tests.api.conftest import Serve, make_parts

TOKEN = "a-token-of-the-user-1"
HOME = Guard.make(ApiOptions(port=8000), TOKEN)
SCHOOL = Guard.make(
    ApiOptions(
        host="0.0.0.0",
        token=TOKEN,
        allow_hosts=("Signs.School.example",),
        allow_origins=("https://class.example",),
    ),
    TOKEN,
)


def scope(path: str = "/v1/config", method: str = "GET", query: str = "", **headers: str) -> dict[str, object]:
    values = {"host": "127.0.0.1:8000", "authorization": f"Bearer {TOKEN}", **headers}
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in values.items() if value],
    }


def code(guard: Guard, **request: str) -> str:
    try:
        guard.check(scope(**request))
    except ApiError as error:
        return f"{error.status} {error.code.removeprefix('api.')}"
    return "in"


@pytest.mark.parametrize(
    ("host", "at_home", "at_school"),
    [
        ("127.0.0.1:8000", "in", "in"),
        ("LOCALHOST:8000", "in", "in"),
        ("localhost", "in", "in"),
        ("[::1]:8000", "in", "in"),
        ("192.168.1.7:8000", "403 host_refused", "in"),
        ("[fe80::1]:8000", "403 host_refused", "in"),
        ("signs.school.example", "403 host_refused", "in"),
        ("signs.school.example.evil.com", "403 host_refused", "403 host_refused"),
        ("127.0.0.1.evil.com", "403 host_refused", "403 host_refused"),
        ("2130706433", "403 host_refused", "403 host_refused"),
        ("0x7f.1", "403 host_refused", "403 host_refused"),
        ("127.0.0.1:8000@evil.com", "403 host_refused", "403 host_refused"),
        ("localhost, evil.com", "403 host_refused", "403 host_refused"),
        ("localhost:x", "403 host_refused", "403 host_refused"),
        ("", "400 host_missing", "400 host_missing"),
    ],
)
def test_host(host: str, at_home: str, at_school: str) -> None:
    assert code(HOME, host=host) == at_home
    assert code(SCHOOL, host=host) == at_school


@pytest.mark.parametrize("allowed", ["null", "NULL", "file://", "file:///"])
@pytest.mark.parametrize("origin", ["null", "file://"])
def test_pages_opened_from_disk_where_they_are_allowed(origin: str, allowed: str) -> None:
    guard = Guard.make(ApiOptions(allow_origins=(allowed,)), TOKEN)
    assert guard.check(scope(origin=origin)) == origin
    assert code(guard, origin="https://evil.com") == "403 origin_refused"
    assert code(guard, origin="file://evil.com") == "403 origin_refused"


@pytest.mark.parametrize(
    ("origin", "at_home", "at_school"),
    [
        ("http://127.0.0.1:8000", "in", "in"),
        ("https://127.0.0.1:8000", "in", "in"),  # behind a proxy that speaks TLS
        ("http://127.0.0.1:8001", "403 origin_refused", "403 origin_refused"),
        ("http://127.0.0.1", "403 origin_refused", "403 origin_refused"),
        ("http://localhost:8000", "403 origin_refused", "403 origin_refused"),
        ("https://class.example", "403 origin_refused", "in"),
        ("http://class.example", "403 origin_refused", "403 origin_refused"),
        ("https://class.example.evil.com", "403 origin_refused", "403 origin_refused"),
        ("https://evil.com", "403 origin_refused", "403 origin_refused"),
        ("null", "403 origin_refused", "403 origin_refused"),
        ("file://", "403 origin_refused", "403 origin_refused"),
        ("chrome-extension://abcdef", "403 origin_refused", "403 origin_refused"),
        ("http://[", "403 origin_refused", "403 origin_refused"),
        ("http://127.0.0.1:8000 ", "in", "in"),
        ("http://127.0.0.1:8000\xe9", "403 origin_refused", "403 origin_refused"),
    ],
)
def test_origin(origin: str, at_home: str, at_school: str) -> None:
    assert code(HOME, origin=origin, method="POST") == at_home
    assert code(SCHOOL, origin=origin, method="POST") == at_school


@pytest.mark.parametrize(
    ("header", "query", "method", "verdict"),
    [
        (f"Bearer {TOKEN}", "", "POST", "in"),
        (f"bearer  {TOKEN} ", "", "GET", "in"),
        ("", f"token={TOKEN}", "GET", "in"),
        ("", f"token={TOKEN}", "HEAD", "in"),
        ("", f"token={TOKEN}", "POST", "401 token_needed"),
        ("", f"token={TOKEN}&token=x", "GET", "401 token_needed"),
        ("", "token=", "GET", "401 token_needed"),
        ("", f"Token={TOKEN}", "GET", "401 token_needed"),
        ("Bearer ", "", "GET", "401 token_needed"),
        (TOKEN, "", "GET", "401 token_needed"),
        (f"Bearer {TOKEN}x", "", "GET", "401 token_needed"),
        (f"Bearer {TOKEN[:-1]}", "", "GET", "401 token_needed"),
        ("Bearer \xe9", "", "GET", "401 token_needed"),
        ("Bearer wrong", f"token={TOKEN}", "GET", "401 token_needed"),  # the header is what counts
    ],
)
def test_token(header: str, query: str, method: str, verdict: str) -> None:
    assert code(HOME, authorization=header, query=query, method=method) == verdict


def test_only_health_needs_no_token() -> None:
    assert code(HOME, path="/healthz", authorization="") == "in"
    for path in ("/", "/healthz/", "/v1/live", "/openapi.json", "/videos/a.mp4", "//healthz", "/healthz/../v1"):
        assert code(HOME, path=path, authorization="") == "401 token_needed"


def test_two_headers_of_a_kind_are_refused() -> None:
    for name, value in (
        (b"host", b"localhost"),
        (b"origin", b"http://127.0.0.1:8000"),
        (b"authorization", b"x"),
    ):
        request = scope(origin="http://127.0.0.1:8000")
        request["headers"] = [*request["headers"], (name, value)]  # type: ignore[misc]
        with pytest.raises(ApiError):
            HOME.check(request)


def test_a_token_in_the_address_goes_no_further() -> None:
    request = scope(query=f"top_k=5&token={TOKEN}&note=a%26b")
    assert without_token(request)["query_string"] == b"top_k=5&note=a%26b"
    assert TOKEN.encode() in request["query_string"]  # type: ignore[operator]


def test_another_host_needs_a_token_of_the_user() -> None:
    for host in ("0.0.0.0", "::", "192.168.1.7", "school.example"):
        for token in ("", "short"):
            with pytest.raises(ConfigError, match="token"):
                ApiOptions(host=host, token=token)
        assert not ApiOptions(host=host, token=TOKEN).is_loopback
    for host in ("127.0.0.1", "127.1.2.3", "::1", "localhost"):
        assert ApiOptions(host=host).is_loopback


def test_options_that_make_no_sense_are_refused() -> None:
    for wrong in (
        {"port": 70000},
        {"token": "with space"},
        {"token": "zwölf"},
        {"allow_hosts": ("http://x",)},
        {"allow_origins": ("class.example",)},
        {"allow_origins": ("https://class.example/page",)},
    ):
        with pytest.raises(ConfigError):
            ApiOptions(**wrong)


def test_tokens_differ_and_do_not_show_in_a_description() -> None:
    one, other = make_token(), make_token()
    assert one != other
    assert len(one) >= 43  # 256 bits
    assert TOKEN not in repr(ApiOptions(token=TOKEN))


@pytest.mark.network
def test_a_page_that_was_allowed_may_ask_from_a_browser(serve: Serve) -> None:
    api_client: ApiClient = serve(make_parts(None), ApiOptions(allow_origins=("https://class.example",)))
    origin = ("Origin", "https://class.example")
    leave = api_client.ask("/v1/inference", "OPTIONS", headers=[origin], token=False)
    assert leave.status == 204
    assert leave.headers["access-control-allow-origin"] == "https://class.example"
    assert "authorization" in leave.headers["access-control-allow-headers"]
    answer = api_client.get("/healthz", headers=[origin])
    assert answer.headers["access-control-allow-origin"] == "https://class.example"
    assert answer.headers["vary"] == "Origin"
    assert api_client.get("/v1/config", headers=[origin], token=False).status == 401
    assert api_client.get("/v1/config", headers=[("Origin", "https://evil.com")]).status == 403
