"""Requests and responses for the OpenAPI document: every field with its unit and limits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from desktop_app.api import limits

Row = Annotated[
    list[Annotated[float, Field(ge=-limits.MAX_VALUE, le=limits.MAX_VALUE)]],
    Field(min_length=limits.FEATURE_DIM, max_length=limits.FEATURE_DIM),
]


class ErrorBody(BaseModel):
    """Every answer that is not a success."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(description="stable identifier of the kind of error")
    message: str = Field(description="what happened, one plain sentence")
    hint: str = Field(description="what to try next; may be empty")
    field: str | None = Field(
        description="the part of the request that is meant, as `frames[3][17]` or `top_k`"
    )


class Health(BaseModel):
    """Whether the server is alive and what it has loaded."""

    status: Literal["ok"]
    engine: Literal["loading", "ready", "failed"] = Field(description="state of model and packs together")
    provider: str | None = Field(description="ONNX Runtime provider in use; null before the model is loaded")
    model_loaded: bool
    pack_loaded: bool = Field(description="there is at least one reference to compare with")
    version: str = Field(description="of SignMirror")


class ThresholdsBody(BaseModel):
    """When an answer is accepted."""

    motion_floor: float = Field(description="mean motion, torso units a frame, below which a clip is refused")
    sim_threshold: float = Field(description="least similarity of an accepted answer, -1 to 1")
    sim_margin: float = Field(description="least distance to the second sentence, 0 to 2")
    confidence_temperature: float = Field(description="of the softmax behind `confidence`")


class DtwBody(BaseModel):
    """Re-ranking by dynamic time warping."""

    model_config = ConfigDict(populate_by_name=True)

    enabled: bool
    method: Literal["exact", "fastdtw"]
    radius: int = Field(description="of fastdtw")
    alpha: float = Field(description="weight of the cosine in `similarity`")
    lambda_: float = Field(alias="lambda", description="dtw_score = exp(-lambda * dtw_distance)")
    topk: int = Field(description="clips that are re-ranked, at least")


class LimitsBody(BaseModel):
    """What a request may be at most."""

    max_frames: int = Field(description="rows of a clip")
    max_body_bytes: int = Field(description="bytes of a body of /v1/inference")
    max_top_k: int
    max_value: float = Field(description="largest absolute value of a number, torso units")
    min_fps: float = Field(description="rows a second")
    max_fps: float = Field(description="rows a second")
    queue: int = Field(description="clips that may wait for the model")


class ConfigBody(BaseModel):
    """Model, packs, thresholds and limits of this server."""

    seq_len: int = Field(description="frames a cropping encoder sees of a clip (SEQ_LEN)")
    feature_dim: int = Field(description="numbers in a frame")
    feature_contract: str = Field(description="how the numbers are made: torso-540-v1 or ghsl-540-v1")
    default_top_k: int
    thresholds: ThresholdsBody
    dtw: DtwBody
    model: str = Field(description="name of the encoder")
    model_sha256: str
    provider: str = Field(description="ONNX Runtime provider in use")
    packs: list[str] = Field(description="names of the packs that are searched")
    references: int = Field(description="reference clips")
    sentences: int = Field(description="different sentences")
    limits: LimitsBody


class Sample(BaseModel):
    """One reference, drawn at random."""

    sentence_id: int
    sentence: str
    category: str
    video_file: str = Field(description="name of the clip, or where the reference comes from")
    video_url: str | None = Field(description="`/videos/...` on this server, null where there is no video")


class Metadata(BaseModel):
    """About the clip."""

    fps: float | None = Field(
        default=None, ge=limits.MIN_FPS, le=limits.MAX_FPS, description="rows a second; 30 where left out"
    )
    source: str | None = Field(
        default=None, max_length=limits.MAX_SOURCE_NAME, description="where it comes from; has no influence"
    )


class InferenceRequest(BaseModel):
    """A clip of 540 numbers a frame: pose 33 x 4, left hand 21 x 3, right hand 21 x 3, face 94 x 3."""

    frames: list[Row] = Field(
        min_length=1,
        max_length=limits.MAX_FRAMES,
        description="rows of 540 finite numbers in torso units, by the feature contract of `/v1/config`; "
        "a part that was not seen is zeros (torso-540-v1)",
    )
    top_k: int | None = Field(
        default=None, ge=1, le=limits.MAX_TOP_K, description="sentences to list; DEFAULT_TOP_K where left out"
    )
    metadata: Metadata | None = None


class Result(BaseModel):
    """One sentence of an answer, best first."""

    sentence_id: int
    sentence: str
    category: str
    video_file: str
    similarity: float = Field(description="blend of cosine and DTW score; what is accepted by")
    confidence: float = Field(description="softmax over all sentences, 0 to 1")
    raw_similarity: float = Field(description="cosine, -1 to 1")
    proto_similarity: float | None = Field(description="cosine with the sentence's mean; null with one clip")
    motion_mean: float = Field(description="of the clip that was sent, torso units a frame")
    accepted: bool
    rejection_reason: Literal["low_motion", "low_similarity", "ambiguous_top2", "prototype_disagreement"] | None
    dtw_distance: float | None = Field(description="null where it was not re-ranked")
    dtw_score: float | None = Field(description="0 to 1; null where it was not re-ranked")


class InferenceResponse(BaseModel):
    """The answer to a clip."""

    top_k: int = Field(description="how many sentences `results` lists")
    results: list[Result]
    rejection_reason: Literal["low_motion", "low_similarity"] | None = Field(
        default=None,
        description="only where `results` is empty: the clip hardly moves, or nothing is loaded to compare",
    )
    motion_mean: float | None = Field(
        default=None, description="only where `results` is empty: torso units a frame"
    )
