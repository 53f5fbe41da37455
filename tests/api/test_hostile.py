"""Every row of the hostile-input table, against a real server; and the table in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.api_client import ApiClient
from tests.api.hostile import BAD_BODIES, BAD_NAMES, BAD_VISITORS, Case, said

pytestmark = pytest.mark.network
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"


@pytest.mark.parametrize("case", [*BAD_BODIES, *BAD_VISITORS], ids=lambda case: case.what)
def test_it_is_refused_as_expected(api_client: ApiClient, case: Case) -> None:
    reply = case.ask(api_client)
    assert said(reply) == case.expected()
    if case.code:
        assert set(reply.document) == {"code", "message", "hint", "field"}
        assert reply.document["message"].endswith(".")
    assert api_client.get("/healthz", token=False).status == 200


@pytest.mark.parametrize("case", BAD_NAMES, ids=lambda case: case.what)
def test_no_name_leads_out_of_the_videos(api_client: ApiClient, case: Case) -> None:
    assert case.ask(api_client).status == 404


def test_the_documentation_has_the_whole_table() -> None:
    lines = set(DOCUMENT.read_text(encoding="utf-8").splitlines())
    for case in (*BAD_BODIES, *BAD_VISITORS):
        assert f"| {case.what} | {case.expected()} | {case.expected()} |" in lines
    for case in BAD_NAMES:
        assert any(line.startswith(f"| `{case.what}` | 404 |") for line in lines), case.what
