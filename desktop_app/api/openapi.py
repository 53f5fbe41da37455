"""The OpenAPI document: errors, the two kinds of body, and the token."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from desktop_app import __version__
from desktop_app.api import limits, schemas
from desktop_app.api.payload import BINARY, JSON, ROW_BYTES

ABOUT: Final = """The engine of SignMirror behind HTTP.

Everything but `/healthz` needs the token of this run, as `Authorization: Bearer TOKEN`; GET also takes it as
the query parameter `token`, for what a browser opens itself (videos, server-sent events). `WS /v1/letters`
reads fingerspelling; it is described in docs/api.md, since OpenAPI cannot describe WebSockets.

Requests with a foreign `Host` or `Origin` are refused (403). Every error is `{code, message, hint, field}`.
"""
_MEANINGS: Final = {
    400: "Not readable: no JSON, a body over its limit, or no single Host header.",
    401: "The token is missing or wrong.",
    403: "The Host or the Origin is not allowed.",
    404: "There is no such thing.",
    408: "The body did not arrive in time.",
    415: "Neither JSON nor float32, or compressed.",
    416: "The range lies behind the end of the clip.",
    422: "A value that cannot be used; `field` names it.",
    500: "Our own fault.",
    503: "No model is loaded, or too much waits. See Retry-After.",
}
_HEADERS: Final[dict[int, dict[str, Any]]] = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}}},
    416: {"Content-Range": {"schema": {"type": "string"}, "description": "bytes */SIZE"}},
    503: {"Retry-After": {"schema": {"type": "integer", "minimum": 1}, "description": "seconds"}},
}
CLIP_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        JSON: {"schema": {"$ref": "#/components/schemas/InferenceRequest"}},
        BINARY: {
            "schema": {
                "type": "string",
                "format": "binary",
                "minLength": ROW_BYTES,
                "maxLength": ROW_BYTES * limits.MAX_FRAMES,
                "description": f"1 to {limits.MAX_FRAMES} rows of {limits.FEATURE_DIM} little-endian float32 "
                f"numbers, {ROW_BYTES} bytes each",
            }
        },
    },
}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documented refusals of an endpoint."""
    return {
        status: {
            "model": schemas.ErrorBody,
            "description": _MEANINGS[status],
            **({"headers": _HEADERS[status]} if status in _HEADERS else {}),
        }
        for status in statuses
    }


def describe(app: FastAPI) -> dict[str, Any]:
    """Build the document once; FastAPI serves it at /openapi.json."""
    if app.openapi_schema is None:
        document = get_openapi(
            title="SignMirror",
            version=__version__,
            summary="Recognise signs and fingerspelling on your own computer.",
            description=ABOUT,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            routes=app.routes,
        )
        components = document.setdefault("components", {})
        schema = schemas.InferenceRequest.model_json_schema(ref_template="#/components/schemas/{model}")
        components.setdefault("schemas", {}).update(schema.pop("$defs", {}))
        components["schemas"]["InferenceRequest"] = schema
        for unused in ("HTTPValidationError", "ValidationError"):
            components["schemas"].pop(unused, None)
        components["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "the token of this run"},
            "tokenInAddress": {
                "type": "apiKey",
                "in": "query",
                "name": "token",
                "description": "GET only: for what a browser opens itself",
            },
        }
        for path in document["paths"].values():
            for method, operation in path.items():
                responses = operation["responses"]
                if "HTTPValidationError" in str(responses.get("422")):  # FastAPI's own, which is never sent
                    del responses["422"]
                either: list[dict[str, list[str]]] = (
                    [{"token": []}, {"tokenInAddress": []}] if method == "get" else [{"token": []}]
                )
                operation.setdefault("security", either)
        app.openapi_schema = document
    return app.openapi_schema
