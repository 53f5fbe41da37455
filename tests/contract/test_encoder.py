"""What every encoder promises: ours, the original's, TorchScript, and the fake that other tests use."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.encoder.bundle import ModelBundle, load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.protocols import Encoder
from desktop_app.errors import LandmarkError
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import build, made_up_sign, original, our_bundle, weights, write_bundle


def ours(folder: Path) -> Encoder:
    return OnnxEncoder(our_bundle(folder))


def with_statistics(folder: Path) -> Encoder:
    write_bundle(folder, build(embedding_dim=24), config={"feature_contract": "torso-540-v1"}, stats=True)
    return OnnxEncoder(load_bundle(folder, {}))


def fixed(folder: Path) -> Encoder:
    return OnnxEncoder(load_bundle(write_bundle(folder, original(), stats=True), {}))


def original_dynamic(folder: Path) -> Encoder:
    model = build(input_name="sequence", projection=False, opset=18, embedding_name="output_1")
    return OnnxEncoder(load_bundle(write_bundle(folder, model), {}))


def batch_of_four(folder: Path) -> Encoder:
    return OnnxEncoder(our_bundle(folder, build(shape=(4, "frames", 540))))


def torchscript(folder: Path) -> Encoder:
    pytest.importorskip("torch")
    from desktop_app.engine.encoder.torchscript import TorchScriptEncoder

    return TorchScriptEncoder(write_torchscript(our_bundle(folder)))


def write_torchscript(bundle: ModelBundle) -> ModelBundle:
    """The same small network as `models.build`, as TorchScript beside the ONNX file; a bundle that names it."""
    import torch

    class Small(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.first = torch.nn.Parameter(torch.from_numpy(weights(540, 16, 1)))
            self.second = torch.nn.Parameter(torch.from_numpy(weights(32, 32, 2)))

        def forward(self, sequence: Any) -> Any:
            projection = torch.tanh(sequence @ self.first)
            both = torch.cat([projection.mean(1), projection.amax(1)], 1)
            return both @ self.second, projection

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # torch announces the end of TorchScript
        traced = torch.jit.trace(Small().eval(), torch.zeros(1, 9, 540))
        path = bundle.model_path.with_suffix(".ts")
        traced.save(str(path))
    return load_bundle(path, {})


def fake(_folder: Path) -> Encoder:
    return FakeEncoder()


KINDS = [ours, with_statistics, fixed, original_dynamic, batch_of_four, torchscript, fake]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def encoder(request: pytest.FixtureRequest, tmp_path: Path) -> Encoder:
    make: Callable[[Path], Encoder] = request.param
    return make(tmp_path / "bundle")


def test_embeddings_are_unit_vectors_of_the_promised_width(encoder):
    clips = [made_up_sign(seed, frames).features for seed, frames in ((1, 40), (2, 8), (3, 200), (4, 40))]
    for embedding, _ in encoder.encode(clips):
        assert embedding.shape == (encoder.spec.embedding_dim,)
        assert embedding.dtype == np.float32
        assert np.linalg.norm(embedding) == pytest.approx(1, abs=1e-5)


def test_order_is_kept_and_company_changes_nothing(encoder):
    clips = [
        made_up_sign(seed, frames).features for seed, frames in ((1, 40), (2, 30), (3, 40), (4, 12), (5, 40))
    ]
    together = encoder.encode(clips)
    for clip, (embedding, projection) in zip(clips, together, strict=True):
        alone, alone_projection = encoder.encode([clip])[0]
        assert embedding == pytest.approx(alone, abs=1e-5)
        assert projection == pytest.approx(alone_projection, abs=1e-4)


@pytest.mark.parametrize("frames", [1, 3, 8])
def test_clips_of_any_shortness_are_taken(encoder, frames):
    embedding, projection = encoder.encode([made_up_sign(1, 8).features[:frames]])[0]
    assert np.isfinite(embedding).all()
    assert len(projection) == frames  # rows that were only filled up are not part of it


def test_projection_is_as_wide_as_promised(encoder):
    projection = encoder.encode([made_up_sign(1).features])[0][1]
    assert projection.shape[1] == (encoder.spec.projection_dim or 540)
    assert projection.dtype == np.float32


def test_a_clip_is_its_own_nearest(encoder):
    signs = [made_up_sign(seed, 40).features for seed in range(6)]
    again = [made_up_sign(seed, 40, take=1).features for seed in range(6)]
    first = np.stack([e for e, _ in encoder.encode(signs)])
    second = np.stack([e for e, _ in encoder.encode(again)])
    assert (second @ first.T).argmax(axis=1).tolist() == list(range(6))


def test_no_clip_no_answer(encoder):
    assert encoder.encode([]) == []


@pytest.mark.parametrize(
    "bad", [np.zeros((0, 540)), np.zeros((9, 258)), np.full((9, 540), np.nan), np.zeros(540)]
)
def test_bad_clips_are_refused_in_words(encoder, bad):
    with pytest.raises(LandmarkError) as caught:
        encoder.encode([made_up_sign(1).features, bad.astype(np.float32)])
    assert caught.value.hint


def test_what_comes_out_is_read_only(encoder):
    embedding, projection = encoder.encode([made_up_sign(1).features])[0]
    assert not embedding.flags.writeable
    assert not projection.flags.writeable


def test_the_caller_s_clip_is_left_alone(encoder):
    clip = made_up_sign(1).features.copy()
    before = clip.copy()
    encoder.encode([clip])
    assert np.array_equal(clip, before)


def test_several_threads_get_the_same_answers(encoder):
    clips = [made_up_sign(seed, 30 + seed).features for seed in range(8)]
    alone = [encoder.encode([clip])[0][0] for clip in clips]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda i: encoder.encode([clips[i % 8]])[0][0], range(64)))
    for i, answer in enumerate(answers):
        assert answer == pytest.approx(alone[i % 8], abs=1e-6)
