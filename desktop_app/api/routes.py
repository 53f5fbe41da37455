"""The HTTP endpoints. Each parses its request, runs the engine off the event loop, and answers."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Header, Path, Query, Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from desktop_app import __version__
from desktop_app.api import limits, schemas
from desktop_app.api.context import ApiContext, context_of
from desktop_app.api.engine_box import VIDEO_TYPES
from desktop_app.api.errors import ApiError, as_api_error, invalid
from desktop_app.api.live import result_document
from desktop_app.api.openapi import CLIP_BODY, errors
from desktop_app.api.payload import BINARY, JSON, ClipRequest, read_binary, read_json
from desktop_app.api.videos import check_range, find_video, has_video
from desktop_app.engine.records import Prediction
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.errors import AppError
from desktop_app.message import Message

router = APIRouter()
Result = TypeVar("Result")


@router.head("/healthz", include_in_schema=False)
@router.get(
    "/healthz", responses={200: {"model": schemas.Health}, **errors(400, 403)}, openapi_extra={"security": []}
)
async def healthz(request: Request) -> Response:
    """Whether the process answers; needs no token and no model."""
    box = context_of(request).box
    loaded = box.peek()
    return _json(
        {
            "status": "ok",
            "engine": box.state,
            "provider": loaded.recogniser.spec.provider if loaded else None,
            "model_loaded": loaded is not None,
            "pack_loaded": loaded is not None and len(loaded.recogniser.library.references) > 0,
            "version": __version__,
        }
    )


@router.get("/v1/config", responses={200: {"model": schemas.ConfigBody}, **errors(400, 401, 403, 503)})
async def config(request: Request) -> Response:
    """How this server recognises: sequence length, features, thresholds, DTW, limits."""
    context = context_of(request)
    recogniser = context.box.get().recogniser
    thresholds, spec, references = recogniser.thresholds, recogniser.spec, recogniser.library.references
    return _json(
        {
            "seq_len": thresholds.seq_len,
            "feature_dim": thresholds.feature_dim,
            "feature_contract": spec.feature_contract,
            "default_top_k": thresholds.default_top_k,
            "thresholds": {
                "motion_floor": thresholds.motion_floor,
                "sim_threshold": thresholds.sim_threshold,
                "sim_margin": thresholds.sim_margin,
                "confidence_temperature": thresholds.confidence_temperature,
            },
            "dtw": {
                "enabled": thresholds.dtw_enabled,
                "method": thresholds.dtw_method,
                "radius": thresholds.dtw_radius,
                "alpha": thresholds.dtw_alpha,
                "lambda": thresholds.dtw_lambda,
                "topk": thresholds.dtw_topk,
            },
            "model": spec.name,
            "model_sha256": spec.sha256,
            "provider": spec.provider,
            "packs": list(dict.fromkeys(reference.pack for reference in references)),
            "references": len(references),
            "sentences": len({(reference.pack, reference.sentence_id) for reference in references}),
            "limits": {
                "max_frames": limits.MAX_FRAMES,
                "max_body_bytes": limits.MAX_CLIP_BODY,
                "max_top_k": limits.MAX_TOP_K,
                "max_value": limits.MAX_VALUE,
                "min_fps": limits.MIN_FPS,
                "max_fps": limits.MAX_FPS,
                "queue": context.queue.limit,
            },
        }
    )


@router.get("/v1/samples/random", responses={200: {"model": schemas.Sample}, **errors(400, 401, 403, 404, 503)})
async def random_sample(request: Request) -> Response:
    """A reference drawn at random."""
    context = context_of(request)
    loaded = context.box.get()
    references = loaded.recogniser.library.references
    if not references:
        raise ApiError(
            404, "pack.empty", Message("No references are loaded."), Message("Start SignMirror with a pack.")
        )
    chosen = references[secrets.randbelow(len(references))]
    there = await asyncio.to_thread(has_video, chosen.video_file, context.videos_dir, loaded.videos)
    return _json(
        {
            "sentence_id": chosen.sentence_id,
            "sentence": chosen.sentence,
            "category": chosen.category,
            "video_file": chosen.video_file,
            "video_url": f"/videos/{quote(chosen.video_file, safe='')}" if there else None,
        }
    )


@router.head("/videos/{filename}", include_in_schema=False)
@router.get(
    "/videos/{filename}",
    response_class=FileResponse,
    responses={
        200: {
            "content": {kind: {} for kind in sorted(set(VIDEO_TYPES.values()))},
            "description": "The whole clip.",
        },
        206: {
            "content": {kind: {} for kind in sorted(set(VIDEO_TYPES.values()))},
            "description": "The bytes asked for.",
        },
        **errors(400, 401, 403, 404, 416),
    },
)
async def video(
    request: Request,
    filename: Annotated[str, Path(description="a bare file name, as `video_file` has it")],
    range_header: Annotated[str | None, Header(alias="Range", description="`bytes=0-1023`")] = None,
) -> Response:
    """A reference clip; byte ranges are answered. No name leads out of the folder of clips."""
    context = context_of(request)
    loaded = context.box.peek()
    path = await asyncio.to_thread(find_video, filename, context.videos_dir, loaded.videos if loaded else {})
    found = await asyncio.to_thread(path.stat)
    wanted = check_range(range_header, found.st_size)
    kept = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    request.scope["headers"] = [*kept, (b"range", wanted.encode())] if wanted else kept
    return FileResponse(
        path,
        media_type=VIDEO_TYPES[path.suffix.lower()],
        stat_result=found,
        headers={"Cache-Control": "private, max-age=3600"},
    )


@router.post(
    "/v1/inference",
    responses={200: {"model": schemas.InferenceResponse}, **errors(400, 401, 403, 408, 415, 422, 503)},
    openapi_extra={"requestBody": CLIP_BODY},
)
async def inference(
    request: Request,
    top_k: Annotated[
        int | None,
        Query(
            ge=1, le=limits.MAX_TOP_K, description="sentences to list, for a body of float32; JSON has its own"
        ),
    ] = None,
    fps: Annotated[
        float | None,
        Query(
            ge=limits.MIN_FPS,
            le=limits.MAX_FPS,
            allow_inf_nan=False,
            description="rows a second, for a body of float32; JSON has `metadata.fps`",
        ),
    ] = None,
) -> Response:
    """Recognise one clip. JSON, or rows of 540 little-endian float32 numbers (`application/octet-stream`)."""
    context = context_of(request)
    kind = _body_kind(request)
    context.box.get()  # without a model the body is not read
    context.queue.check_room()
    body = await request.body()

    def work() -> bytes:
        clip = read_json(body, top_k, fps) if kind == JSON else read_binary(body, top_k, fps)
        return _answer(context.box.get().recogniser, clip)

    return Response(await _while_connected(request, context, work), media_type=JSON)


@router.get(
    "/v1/live",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
            "description": "Events `result` with `id`; data is `{id, time, result}`. Never silent for long.",
        },
        **errors(400, 401, 403, 422, 503),
    },
)
async def live(
    request: Request,
    last_event_id: Annotated[
        str | None, Header(alias="Last-Event-ID", description="number of the last event that was seen")
    ] = None,
) -> Response:
    """What the desktop program recognises, as it happens (server-sent events)."""
    hub = context_of(request).live
    hub.check_capacity()
    seen: int | None = None
    if last_event_id:
        if not (last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 16):
            raise invalid(
                "Last-Event-ID",
                Message("Last-Event-ID is not the number of an event."),
                Message("Leave it out."),
            )
        seen = int(last_event_id)
    return _EventStream(hub.stream(seen), media_type="text/event-stream")


class _EventStream(StreamingResponse):
    """Closes its generator when the response ends for any reason, instead of at garbage collection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            if isinstance(self.body_iterator, AsyncGenerator):
                await self.body_iterator.aclose()


def _body_kind(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (JSON, BINARY) or request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ApiError(
            415,
            "body.wrong_type",
            Message("This kind of body is not taken."),
            Message("Send {json} or {binary}, not compressed.", json=JSON, binary=BINARY),
            field="Content-Type",
        )
    return kind


def _answer(recogniser: Recogniser, clip: ClipRequest) -> bytes:
    try:
        prediction = recogniser.recognise(clip.sequence(recogniser.spec.feature_contract), clip.top_k)
    except AppError as error:
        raise as_api_error(error) from error
    return msgspec.json.encode(_document(prediction))


def _document(prediction: Prediction) -> dict[str, Any]:
    document: dict[str, Any] = {
        "top_k": len(prediction.results),
        "results": [result_document(candidate) for candidate in prediction.results],
    }
    if not prediction.results:  # else each result contains it
        document |= {"rejection_reason": prediction.rejection_reason, "motion_mean": prediction.motion_mean}
    return document


async def _while_connected(request: Request, context: ApiContext, work: Callable[[], Result]) -> Result:
    """Run work in the queue; cancels it when the client disconnects."""
    job = asyncio.ensure_future(context.queue.run(work))
    gone = asyncio.ensure_future(request.receive())  # after the body only a disconnect follows
    try:
        await asyncio.wait({job, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not job.done():
            job.cancel()
            raise ApiError(499, "client.left", Message("The client left."))  # never sent
        return job.result()
    finally:
        for task in (job, gone):
            task.cancel()
        await asyncio.gather(job, gone, return_exceptions=True)


def _json(document: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode(document), media_type=JSON)
