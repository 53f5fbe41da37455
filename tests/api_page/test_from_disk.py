"""A page that was opened from disk asks a server that lets such pages in."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.network
PAGE = """<!doctype html><title>from disk</title><script>
const url = %(url)s, token = %(token)s;
async function ask() {
  const answer = await fetch(`${url}/v1/inference`, {
    method: "POST", body: "{}",
    headers: {"Authorization": `Bearer ${token}`, "Content-Type": "application/json"},
  });
  const code = (await answer.json()).code;
  const socket = new WebSocket(`${url.replace("http", "ws")}/v1/letters?token=${token}`);
  socket.onmessage = event => { document.title = `${code} ${JSON.parse(event.data).type}`; socket.close(); };
  socket.onerror = () => { document.title = "refused"; };
}
ask().catch(() => { document.title = "refused"; });
</script>"""


@pytest.fixture
def page_on_disk(tmp_path):
    def write(served) -> str:
        path = tmp_path / "page.html"
        values = {"url": json.dumps(served.state.url), "token": json.dumps(served.state.token)}
        path.write_text(PAGE % values)
        return str(path.as_uri())

    return write


def test_it_is_let_in_where_null_is_allowed(serve, open_page, page_on_disk):
    page = open_page(page_on_disk(serve(allow_origins=("null",))), expected=("503", "400", "422"))
    page.wait_for_function("document.title != 'from disk'")
    assert page.title().endswith(" ready")
    assert page.title() != "refused"


def test_it_is_refused_where_it_is_not(serve, open_page, page_on_disk):
    page = open_page(page_on_disk(serve()), expected=("CORS", "ERR_FAILED"))
    page.wait_for_function("document.title != 'from disk'")
    assert page.title() == "refused"
