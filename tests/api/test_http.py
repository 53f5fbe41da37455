"""The endpoints as the specification has them."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.api.engine_box import ApiParts
from desktop_app.api.limits import MAX_FRAMES
from desktop_app.api.options import ApiOptions
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import features_present
from desktop_app.errors import ModelMissing
from desktop_app.message import Message
from tests.api.api_client import BINARY, ApiClient, clip
from tests.api.conftest import Serve, make_parts
from tests.helpers.numbers import assert_alike

pytestmark = pytest.mark.network

RESULT_FIELDS = {
    "sentence_id": int,
    "sentence": str,
    "category": str,
    "video_file": str,
    "similarity": float,
    "confidence": float,
    "raw_similarity": float,
    "proto_similarity": float | None,
    "motion_mean": float,
    "accepted": bool,
    "rejection_reason": str | None,
    "dtw_distance": float | None,
    "dtw_score": float | None,
}


def test_the_example_request_gets_the_documented_fields(api_client: ApiClient) -> None:
    request = {"frames": clip(64).tolist(), "top_k": 5, "metadata": {"fps": 30, "source": "webcam"}}
    reply = api_client.send(request)
    assert reply.status == 200
    assert reply.headers["content-type"] == "application/json"
    assert set(reply.document) == {"top_k", "results"}
    assert reply.document["top_k"] == len(reply.document["results"]) == 5
    for result in reply.document["results"]:
        assert list(result) == list(RESULT_FIELDS)
        for name, kind in RESULT_FIELDS.items():
            assert isinstance(result[name], kind), name
    best = reply.document["results"][0]
    assert best["sentence"] == "Hello"
    assert best["accepted"] is True
    assert best["rejection_reason"] is None
    similarities = [result["similarity"] for result in reply.document["results"]]
    assert similarities == sorted(similarities, reverse=True)


def test_it_answers_what_the_recogniser_answers(api_client: ApiClient, recogniser: Recogniser) -> None:
    rows = clip(70)
    sequence = FeatureSequence(rows, features_present(rows), 25.0, 0.0, 70 / 25)
    wanted = recogniser.recognise(sequence, 3).results
    got = api_client.send({"frames": rows.tolist(), "top_k": 3, "metadata": {"fps": 25}}).document["results"]
    assert [(one["sentence"], one["similarity"], one["dtw_distance"]) for one in got] == [
        (one.sentence, pytest.approx(one.similarity), pytest.approx(one.dtw_distance)) for one in wanted
    ]


def test_float32_says_the_same_as_json(api_client: ApiClient) -> None:
    rows = clip(64)
    as_json = api_client.send({"frames": rows.tolist(), "top_k": 2, "metadata": {"fps": 25}})
    as_bytes = api_client.post(rows.astype("<f4").tobytes(), BINARY, "/v1/inference?top_k=2&fps=25")
    assert as_bytes.status == 200
    one, other = as_bytes.document, as_json.document
    for mine, theirs in zip(one.pop("results"), other.pop("results"), strict=True):
        assert_alike(mine, theirs)
    assert_alike(one, other)


def test_what_the_body_says_goes_before_the_address(api_client: ApiClient) -> None:
    body = json.dumps({"frames": clip().tolist(), "top_k": 2}).encode()
    assert api_client.post(body, target="/v1/inference?top_k=4").document["top_k"] == 2
    body = json.dumps({"frames": clip().tolist()}).encode()
    assert api_client.post(body, target="/v1/inference?top_k=4").document["top_k"] == 4


def test_top_k_defaults_to_the_configured_number_and_ends_with_the_library(
    serve: Serve, recogniser: Recogniser
) -> None:
    fewer = recogniser.with_thresholds(replace(recogniser.thresholds, default_top_k=2))
    api_client = serve(make_parts(fewer))
    assert api_client.send({"frames": clip().tolist()}).document["top_k"] == 2
    assert api_client.send({"frames": clip().tolist(), "top_k": None}).document["top_k"] == 2
    sentences = len({one.sentence_id for one in recogniser.library.references})
    assert api_client.send({"frames": clip().tolist(), "top_k": 100}).document["top_k"] == sentences


def test_a_clip_that_does_not_move_is_refused_in_words(api_client: ApiClient) -> None:
    still = np.repeat(clip(1), 30, axis=0)
    document = api_client.send({"frames": still.tolist()}).document
    assert document == {"top_k": 0, "results": [], "rejection_reason": "low_motion", "motion_mean": 0.0}


def test_the_longest_clip_and_the_largest_numbers_are_taken(api_client: ApiClient) -> None:
    assert api_client.post(clip(MAX_FRAMES).tobytes(), BINARY).status == 200
    assert api_client.post(clip(MAX_FRAMES).tobytes(), BINARY, "/v1/inference?fps=5").status == 200
    extreme = np.full((64, 540), 1e4, np.float32)
    extreme[::2] *= -1
    assert api_client.post(extreme.tobytes(), BINARY).status == 200
    assert api_client.send({"frames": [[0] * 540]}).status == 200


def test_config(api_client: ApiClient, recogniser: Recogniser) -> None:
    document = api_client.get("/v1/config").document
    thresholds = recogniser.thresholds
    assert document["seq_len"] == 64
    assert document["feature_dim"] == 540
    assert document["feature_contract"] == "torso-540-v1"
    assert document["default_top_k"] == thresholds.default_top_k
    assert document["thresholds"]["sim_threshold"] == thresholds.sim_threshold
    assert document["dtw"]["enabled"] is thresholds.dtw_enabled
    assert document["dtw"]["lambda"] == thresholds.dtw_lambda
    assert document["references"] == len(recogniser.library.references)
    assert document["limits"]["max_frames"] == 512


def test_random_samples_are_references(api_client: ApiClient, recogniser: Recogniser) -> None:
    drawn = [api_client.get("/v1/samples/random").document for _ in range(12)]
    assert all(set(one) == {"sentence_id", "sentence", "category", "video_file", "video_url"} for one in drawn)
    known = {(one.sentence_id, one.sentence, one.video_file) for one in recogniser.library.references}
    assert {(one["sentence_id"], one["sentence"], one["video_file"]) for one in drawn} <= known
    assert len({one["video_file"] for one in drawn}) > 1
    assert drawn[0]["video_url"] is None  # synthesised references have no video


def test_health_before_and_after_loading(serve: Serve, recogniser: Recogniser) -> None:
    api_client = serve(make_parts(None))
    waiting = api_client.get("/healthz", token=False)
    assert waiting.status == 200
    assert waiting.document["engine"] == "loading"
    assert waiting.document["provider"] is None
    assert (waiting.document["model_loaded"], waiting.document["pack_loaded"]) == (False, False)
    for reply in (
        api_client.get("/v1/config"),
        api_client.get("/v1/samples/random"),
        api_client.send({"frames": [[0] * 540]}),
    ):
        assert (reply.status, reply.document["code"]) == (503, "model.not_loaded")
        assert int(reply.headers["retry-after"]) >= 1
    api_client.server.set_recogniser(recogniser)
    ready = api_client.get("/healthz", token=False).document
    assert ready["engine"] == "ready"
    assert ready["provider"] == "CPUExecutionProvider"
    assert (ready["model_loaded"], ready["pack_loaded"]) == (True, True)


def test_a_model_that_cannot_be_loaded_is_said_in_its_own_words(serve: Serve) -> None:
    def load() -> Recogniser:
        raise ModelMissing(Message("There is no encoder."), Message("Set MODELS_DIR."))

    api_client = serve(replace(make_parts(None), load_recogniser=load))
    assert api_client.get("/healthz", token=False).document["engine"] == "failed"
    reply = api_client.get("/v1/config")
    assert reply.status == 503
    assert reply.document == {
        "code": "model.not_loaded",
        "message": "There is no encoder.",
        "hint": "Set MODELS_DIR.",
        "field": None,
    }


def test_another_library_takes_over_while_it_runs(serve: Serve, recogniser: Recogniser) -> None:
    api_client = serve(make_parts(recogniser))
    api_client.server.set_recogniser(recogniser.with_thresholds(Thresholds(sim_threshold=0.999, sim_margin=0)))
    assert api_client.get("/v1/config").document["thresholds"]["sim_threshold"] == 0.999
    best = api_client.send({"frames": clip()[:40].tolist()}).document["results"][0]
    assert (best["accepted"], best["rejection_reason"]) == (False, "low_similarity")


def test_our_own_fault_tells_nothing_and_harms_nobody(serve: Serve, recogniser: Recogniser) -> None:
    class Broken(Recogniser):
        def recognise(self, *_arguments: object) -> None:  # type: ignore[override]
            raise RuntimeError("secret detail")

    parts: ApiParts = make_parts(Broken(recogniser.encoder, recogniser.library, recogniser.thresholds))
    api_client = serve(parts, ApiOptions())
    reply = api_client.send({"frames": clip().tolist()})
    assert (reply.status, reply.document["code"]) == (500, "internal")
    assert b"secret" not in reply.body
    assert api_client.get("/v1/config").status == 200


def test_answers_carry_the_headers_that_protect(api_client: ApiClient) -> None:
    for reply in (
        api_client.get("/v1/config"),
        api_client.get("/v1/config", token=False),
        api_client.get("/x"),
    ):
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in reply.headers
        assert "server" not in reply.headers
