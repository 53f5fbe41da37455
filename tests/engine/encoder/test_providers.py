"""The provider picker: by measurement, remembered, and falling back without a crash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import onnxruntime as ort
import pytest

from desktop_app.engine.encoder import providers
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.encoder.providers import CPU, CUDA, DIRECTML, ProviderChoice, ProviderMemory, Timing
from desktop_app.engine.inspection import machine
from desktop_app.errors import ModelError
from desktop_app.message import Message
from desktop_app.settings_file import settings_report
from tests.helpers.models import made_up_sign, our_bundle


class Stopwatch:
    """A clock that a fake session moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def pick(
    costs: dict[str, Any], available: Sequence[str] = (DIRECTML, CUDA, CPU)
) -> tuple[ProviderChoice, Any, list[str]]:
    watch = Stopwatch()
    loaded: list[str] = []

    def load(name: str) -> Any:
        loaded.append(name)
        if isinstance(costs[name], str):
            raise RuntimeError(costs[name])
        return iter(costs[name]) if isinstance(costs[name], list) else name

    def run(session: Any) -> None:
        watch.now += (next(session) if not isinstance(session, str) else costs[session]) / 1000

    choice, session = providers.pick(load, run, available, clock=watch)
    return choice, session, loaded


def test_the_fastest_wins_and_says_what_was_measured():
    choice, session, loaded = pick({DIRECTML: 3.0, CUDA: 0.9, CPU: 1.3})
    assert (choice.provider, session) == (CUDA, CUDA)
    assert loaded == [DIRECTML, CUDA, CPU]
    assert choice.timings[CPU].median_ms == pytest.approx(1.3)
    assert "0.90 ms" in str(choice.reason)


def test_a_graphics_card_with_a_bad_tail_does_not_win():
    runs = [1.0] * (providers.WARM_UP_RUNS + providers.TIMED_RUNS - 3) + [9.0] * 3
    choice, _, _ = pick({CUDA: runs, CPU: 1.3}, (CUDA, CPU))
    assert choice.timings[CUDA].median_ms < choice.timings[CPU].median_ms
    assert choice.provider == CPU


def test_one_that_cannot_load_is_left_out_and_named():
    choice, _, _ = pick({DIRECTML: "no adapter", CPU: 1.3}, (DIRECTML, CPU))
    assert choice.provider == CPU
    assert choice.failures == {DIRECTML: "no adapter"}
    assert str(choice.reason).endswith("; Dml is not used: there is no device for it")


# As ONNX Runtime 1.22 prints them.
DML_LOST = (
    r"[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Gemm node. "
    r"D:\a\_work\1\s\onnxruntime\core\providers\dml\DmlExecutionProvider\src\DmlCommandRecorder.cpp(372)\onnxruntime.dll!"
    r"00007FFD: (caller: 00007FFD) Exception(3) tid(1a2c) 887A0005 The GPU device instance has been suspended."
)
CUDA_OLD = (
    "/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc:129 std::conditional_t<THRW, void, "
    "onnxruntime::common::Status> onnxruntime::CudaCall(ERRTYPE, const char*, const char*, ERRTYPE, "
    "const char*, const char*, int) [with ERRTYPE = cudaError; bool THRW = true] CUDA failure 35: CUDA driver "
    "version is insufficient for CUDA runtime version ; GPU=-1 ; hostname=ci ; "
    "file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider.cc ; line=282 ; expr=x;"
)
CUDA_MISSING = (
    "Failed to load library libonnxruntime_providers_cuda.so with error: libcudnn.so.9: cannot open shared "
    "object file: No such file or directory"
)


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (DML_LOST, "the device was lost"),
        (CUDA_OLD, "a driver or library that it needs is missing or too old"),
        (CUDA_MISSING, "a driver or library that it needs is missing or too old"),
        ("CUDA failure 2: out of memory", "it has too little memory"),
        ("NOT_IMPLEMENTED : Could not find an implementation for GRU(14)", "it cannot run this model"),
        ("strange", "it does not run on this computer"),
    ],
)
def test_a_failure_is_one_plain_sentence_and_names_no_folder_of_the_builders(words, meaning):
    choice, _, _ = pick({DIRECTML: words, CPU: 1.3}, (DIRECTML, CPU))
    assert str(choice.reason).endswith(f"Dml is not used: {meaning}")
    detail = choice.failures[DIRECTML]
    assert len(detail) <= 600
    for folder in ("D:\\a", "_work", "onnxruntime_src", "/core/"):
        assert folder not in detail
    assert detail.split()[-1] in words  # else as it was said


def test_doctor_keeps_what_the_runtime_said_in_the_details(tmp_path, pretended_cuda, monkeypatch):
    def broken(model: bytes, provider: str, **_: Any) -> Any:
        if provider == CUDA:
            raise RuntimeError(CUDA_MISSING)
        return real(model, CPU)

    real = providers.make_session
    monkeypatch.setattr(providers, "make_session", broken)
    report = machine.machine_report(settings_report())
    assert report["encoder"]["provider_failures"] == {CUDA: CUDA_MISSING}
    (line,) = [line for line in machine.report_lines(report) if line.startswith("provider in use")]
    assert "CUDA is not used: a driver or library" in line
    assert "libcudnn" not in line


def test_when_none_works_it_is_an_error():
    with pytest.raises(ModelError):
        pick({CPU: "broken"}, (CPU,))


def test_memory_is_for_this_model_machine_and_runtime(tmp_path):
    timings, failures = {CUDA: Timing(1, 2), CPU: Timing(3, 4)}, {DIRECTML: "no"}
    choice = ProviderChoice(CUDA, providers.why_chosen(CUDA, timings, failures), timings, failures)
    ProviderMemory(tmp_path, "a" * 64, [CUDA, CPU]).remember(choice)
    assert ProviderMemory(tmp_path, "a" * 64, [CUDA, CPU]).recall() == choice
    assert ProviderMemory(tmp_path, "b" * 64, [CUDA, CPU]).recall() is None
    assert ProviderMemory(tmp_path, "a" * 64, [CPU]).recall() is None
    assert ProviderMemory(None, "a" * 64, [CUDA, CPU]).recall() is None


def test_the_reason_of_a_remembered_choice_is_made_anew(tmp_path):
    """The memory keeps it in English; what was measured and what failed is enough to say it again."""
    timings, failures = {CUDA: Timing(1, 2), CPU: Timing(3, 4)}, {CUDA: "device removed"}
    choice = ProviderChoice(CPU, providers.why_chosen(CPU, timings, failures), timings, failures)
    memory = ProviderMemory(tmp_path, "a" * 64, [CUDA, CPU])
    memory.remember(choice)
    assert "CUDA failed while running: the device was lost" in (tmp_path / "providers.json").read_text()
    recalled = memory.recall()
    assert recalled == choice
    assert recalled.reason.values == {"provider": "CUDA", "why": Message("the device was lost")}


@pytest.mark.parametrize("content", ["", "[1]", "{bad", '{"x": 1}', "[" * 100_000])
def test_a_broken_memory_is_no_memory(tmp_path, content):
    (tmp_path / "providers.json").write_text(content)
    memory = ProviderMemory(tmp_path, "a" * 64, [CPU])
    assert memory.recall() is None
    memory.remember(ProviderChoice(CPU, Message("the only one that runs it")))
    assert memory.recall() == ProviderChoice(CPU, Message("the only one that runs it"))


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")  # a file where a folder should be: fails for the superuser, too
    ProviderMemory(blocked / "cache", "a" * 64, [CPU]).remember(
        ProviderChoice(CPU, Message("the only one that runs it"))
    )


class Session:
    """A session on a pretended provider: the real one, until it fails."""

    def __init__(self, real: Any, provider: str, failing: bool) -> None:
        self._real, self._provider, self._failing = real, provider, failing

    def run(self, names: Any, feed: Any) -> Any:
        if self._failing:
            raise RuntimeError("device removed")
        return self._real.run(names, feed)

    def get_outputs(self) -> Any:
        return self._real.get_outputs()


@pytest.fixture
def pretended_cuda(monkeypatch):
    """A runtime that says it has CUDA; `state` decides whether it is fast and whether it fails."""
    state: dict[str, Any] = {"loads": []}
    real = providers.make_session

    def make_session(model: bytes, provider: str, *, profile_prefix: str | None = None) -> Any:
        state["loads"].append(provider)
        session = real(model, CPU, profile_prefix=profile_prefix)
        return session if provider == CPU else state.setdefault("cuda", Session(session, provider, False))

    monkeypatch.setattr(ort, "get_available_providers", lambda: [CUDA, CPU])
    monkeypatch.setattr(providers, "make_session", make_session)
    monkeypatch.setattr(providers, "_winner", lambda timings: CUDA if CUDA in timings else CPU)
    return state


def test_the_choice_is_measured_once_and_remembered(tmp_path, pretended_cuda):
    bundle = our_bundle(tmp_path / "b")
    first = OnnxEncoder(bundle, cache_dir=tmp_path / "cache")
    assert first.spec.provider == CUDA
    assert pretended_cuda["loads"] == [CUDA, CPU]
    pretended_cuda["loads"].clear()
    second = OnnxEncoder(bundle, cache_dir=tmp_path / "cache")
    assert second.spec.provider == CUDA
    assert pretended_cuda["loads"] == [CUDA]


def test_a_provider_that_fails_later_is_replaced_by_the_processor(tmp_path, pretended_cuda):
    bundle = our_bundle(tmp_path / "b")
    clip = made_up_sign(1).features
    expected = OnnxEncoder(bundle, provider="cpu").encode([clip])[0][0]
    encoder = OnnxEncoder(bundle, cache_dir=tmp_path / "cache")
    pretended_cuda["cuda"]._failing = True
    assert encoder.encode([clip])[0][0] == pytest.approx(expected, abs=1e-6)
    assert encoder.spec.provider == CPU
    assert "the device was lost" in str(encoder.spec.provider_reason)
    remembered = json.loads((tmp_path / "cache" / "providers.json").read_text())
    assert next(iter(remembered.values()))["provider"] == CPU


def test_enable_cuda_false_means_the_processor_alone(tmp_path, pretended_cuda, monkeypatch):
    bundle = replace(our_bundle(tmp_path / "b"), enable_gpu=False)
    encoder = OnnxEncoder(bundle)
    assert encoder.spec.provider == CPU
    assert "ENABLE_CUDA" in str(encoder.spec.provider_reason)


def test_a_provider_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ModelError) as caught:
        OnnxEncoder(our_bundle(tmp_path / "b"), provider="coreml")
    assert caught.value.code == "model.provider_unavailable"


def test_profiling_writes_into_the_log_folder(tmp_path, own_folders):
    bundle = replace(our_bundle(tmp_path / "b"), profile=True)
    encoder = OnnxEncoder(bundle)
    encoder.encode([made_up_sign(1).features])
    del encoder
    assert list((own_folders / "log").glob("onnxruntime-profile*.json"))


def test_a_provider_that_fails_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """ONNX Runtime's own fallback prints a banner on standard output, where the JSON of a command belongs."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no such device")

    monkeypatch.setattr(ort.InferenceSession, "_create_inference_session", fail)
    with pytest.raises(RuntimeError, match="no such device"):
        providers.make_session(b"", DIRECTML)
    assert capfd.readouterr().out == ""
