"""A fuzzer against the OpenAPI document: nothing but documented answers, and never our own fault."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import httpx
import numpy as np
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.api_client import BINARY, ApiClient, clip

pytestmark = pytest.mark.network
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
BOUNDED = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
ENDPOINTS = ["/healthz", "/v1/config", "/v1/samples/random", "/videos/{filename}", "/v1/inference"]


def document(api_client: ApiClient) -> dict[str, Any]:
    """The OpenAPI document, with rows short enough for a fuzzer to make."""
    whole: dict[str, Any] = api_client.get("/openapi.json").document
    frames = whole["components"]["schemas"]["InferenceRequest"]["properties"]["frames"]
    frames["maxItems"] = 6
    frames["items"].update(minItems=0, maxItems=8)
    return whole


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        *((path, GenerationMode.POSITIVE) for path in ENDPOINTS),
        *((path, GenerationMode.NEGATIVE) for path in ENDPOINTS[1:]),  # /healthz takes nothing
    ],
    ids=str,
)
def test_only_documented_answers(api_client: ApiClient, path: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_dict(document(api_client))
    found: list[Any] = [one.ok() for one in schema.get_all_operations()]  # type: ignore[union-attr]
    operation = next(one for one in found if one.path == path)
    strategy = operation.as_strategy(generation_mode=mode)
    seen: Counter[int] = Counter()

    @BOUNDED
    @given(data=st.data())
    def fuzz(data: st.DataObject) -> None:
        case = data.draw(strategy)
        answer = case.call(base_url=api_client.url, headers=dict([api_client.bearer]))
        seen[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)

    fuzz()
    assert seen
    assert all(status < 500 for status in seen)


NUMBERS = st.floats(-1e4, 1e4, width=32) | st.sampled_from([0.0, 1e30, -1e5, float("nan"), float("inf")])
ODD = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3)


@st.composite
def bodies(draw: st.DrawFn) -> Any:
    """A clip that moves, with some of its parts replaced by anything."""
    rows: list[Any] = clip(draw(st.integers(1, 12))).astype(float).tolist()
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.integers(0, len(rows) - 1))
        if isinstance(rows[row], list) and rows[row]:
            rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(NUMBERS | ODD)
    if draw(st.booleans()) and draw(st.booleans()):
        rows[draw(st.integers(0, len(rows) - 1))] = draw(ODD)
    body: dict[str, Any] = {"frames": rows}
    if draw(st.booleans()):
        body["top_k"] = draw(st.integers(-1, 120) | ODD)
    if draw(st.booleans()):
        body["metadata"] = draw(st.fixed_dictionaries({"fps": NUMBERS | ODD, "source": ODD}) | ODD)
    return body


def test_clips_with_anything_in_them(api_client: ApiClient) -> None:
    seen: Counter[int] = Counter()

    @settings(BOUNDED, max_examples=80)
    @given(body=bodies())
    def fuzz(body: Any) -> None:
        reply = api_client.send(body)
        seen[reply.status] += 1
        assert reply.status in (200, 422)
        if reply.status == 422:
            assert reply.document["field"]

    fuzz()
    assert set(seen) == {200, 422}


def test_any_bytes_at_all(api_client: ApiClient) -> None:
    @settings(BOUNDED, max_examples=60)
    @given(
        body=st.binary(max_size=4400)
        | st.integers(1, 3).map(lambda n: np.random.default_rng(n).bytes(2160 * n)),
        kind=st.sampled_from([BINARY, "application/json", "text/plain"]),
    )
    def fuzz(body: bytes, kind: str) -> None:
        assert api_client.post(body, kind).status in (200, 400, 415, 422)

    fuzz()


def test_the_document_describes_units_limits_errors_and_the_token(api_client: ApiClient) -> None:
    whole = api_client.get("/openapi.json").document
    assert set(whole["paths"]) == {*ENDPOINTS, "/v1/live"}
    frames = whole["components"]["schemas"]["InferenceRequest"]["properties"]["frames"]
    assert (frames["minItems"], frames["maxItems"]) == (1, 512)
    assert (frames["items"]["minItems"], frames["items"]["maxItems"]) == (540, 540)
    assert "torso units" in frames["description"]
    assert set(whole["components"]["securitySchemes"]) == {"token", "tokenInAddress"}
    for path, operations in whole["paths"].items():
        for operation in operations.values():
            assert operation["security"] == ([] if path == "/healthz" else operation["security"])
            assert bool(operation["security"]) is (path != "/healthz")
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    reference = answer["content"]["application/json"]["schema"]["$ref"]
                    assert reference == "#/components/schemas/ErrorBody"
    post = whole["paths"]["/v1/inference"]["post"]
    assert set(post["requestBody"]["content"]) == {"application/json", BINARY}
    assert {"400", "401", "403", "408", "415", "422", "503"} <= set(post["responses"])
    assert "Retry-After" in post["responses"]["503"]["headers"]
    text = json.dumps(whole)
    for reference in {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}:
        assert reference in whole["components"]["schemas"]


def test_a_client_of_the_original_service_is_understood(api_client: ApiClient) -> None:
    """Its front end sends what the document of the original service shows, with fetch."""
    headers = dict([api_client.bearer])
    with httpx.Client(base_url=api_client.url, headers=headers, trust_env=False) as client:
        answer = client.post(
            "/v1/inference",
            json={"frames": clip(70).tolist(), "top_k": 5, "metadata": {"fps": 30, "source": "webcam"}},
        )
    assert answer.json()["results"][0]["accepted"] is True
