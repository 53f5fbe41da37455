"""The container file, the blueprint, and the start command in a bare environment."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import socket
import subprocess
import threading
import tomllib
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import yaml
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from desktop_app import paths
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.sources.recording import load_recording
from tests.api.api_client import clip
from tests.api_page.backends import ROOT, START, TOKEN, Backend, RoundRobin, bare_environment
from tests.helpers.fakes import WAIT_S
from tests.helpers.numbers import assert_alike

DOCKERFILE = ROOT / "installer" / "container" / "Dockerfile"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
SPEC_VARIABLES = {
    *(
        "MODELS_DIR",
        "ONNX_MODEL_PATH",
        "EMBEDDINGS_PATH",
        "MAPPING_PATH",
        "PROTOTYPES_PATH",
        "GLOBAL_STATS_PATH",
    ),
    *("SEQ_LEN", "FEATURE_DIM", "DEFAULT_TOP_K", "MOTION_FLOOR", "SIM_THRESHOLD", "SIM_MARGIN"),
    *("CONFIDENCE_TEMPERATURE", "DTW_ENABLED", "DTW_RADIUS", "DTW_ALPHA", "DTW_LAMBDA", "DTW_TOPK"),
    *("ENABLE_CUDA", "VIDEOS_DIR", "ORT_PROFILER", "PORT"),
}


# --- the files


def instructions() -> list[tuple[str, str]]:
    """Instructions of the container file with their arguments, continued lines joined."""
    text = "\n".join(line for line in DOCKERFILE.read_text().splitlines() if not line.startswith("#"))
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line.strip()]
    return [(line.split(None, 1)[0], re.sub(r"\s+", " ", line.split(None, 1)[1])) for line in lines]


def stages() -> list[list[tuple[str, str]]]:
    """Instructions by stage, without those before the first."""
    found: list[list[tuple[str, str]]] = []
    for name, arguments in instructions():
        if name == "FROM":
            found.append([])
        if found:
            found[-1].append((name, arguments))
    return found


def ignored(path: str) -> bool:
    """Whether .dockerignore keeps a path from the build: the last rule that fits counts."""
    out = False
    for rule in (ROOT / ".dockerignore").read_text().splitlines():
        rule = rule.strip()
        if not rule or rule.startswith("#"):
            continue
        pattern = rule.removeprefix("!").removeprefix("**/")
        whole = [path, *(str(parent) for parent in Path(path).parents if str(parent) != ".")]
        parts = Path(path).parts if rule.removeprefix("!").startswith("**/") else ()
        if pattern == "*" or any(fnmatch.fnmatch(one, pattern) for one in (*whole, *parts)):
            out = not rule.startswith("!")
    return out


def test_everything_that_is_copied_is_there_and_reaches_the_build():
    copied = [
        source
        for stage in stages()
        for name, arguments in stage
        if name == "COPY" and not arguments.startswith("--from=")
        for source in shlex.split(arguments)[:-1]
    ]
    assert {"pyproject.toml", "uv.lock", "desktop_app", "assets", "installer/container/start.sh"} <= set(copied)
    for source in copied:
        path = ROOT / source
        assert path.exists(), source
        files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
        kept = [one for one in files if "__pycache__" not in one.parts]
        assert kept
        assert not [one for one in kept if ignored(str(one.relative_to(ROOT)))], source
    for source in (
        ".git/config",
        "tests/conftest.py",
        "docs/hosting.md",
        ".venv/bin/python",
        "desktop_app/__pycache__/x.pyc",
    ):
        assert ignored(source), source


def test_models_and_packs_are_inside():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert (
        project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["assets"] == "desktop_app/assets"
    )
    for name in ("models/sign_encoder.onnx", "models/letters", "packs/starter"):
        assert not ignored(f"assets/{name}")
        assert (ROOT / "assets" / name).exists()


def test_the_packages_are_those_of_the_lock_without_the_window():
    build = stages()[0]
    lock = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    (left_out,) = [
        arguments for name, arguments in build if name == "ENV" and arguments.startswith("LEFT_OUT=")
    ]
    names = re.findall(r"--no-install-package (\S+)", left_out.replace('"', ""))
    assert set(names) <= lock
    assert "pyside6" in names
    syncs = [arguments for name, arguments in build if name == "RUN" and "uv sync" in arguments]
    assert len(syncs) == 2
    for sync in syncs:
        assert "--locked --extra api --no-dev" in sync
        assert "${LEFT_OUT}" in sync


def test_the_image_runs_as_nobody_in_particular_and_says_how_it_is():
    before = [arguments for name, arguments in instructions() if name == "ARG"]
    assert before[0].startswith("PYTHON=python:3.11-slim")
    final = stages()[-1]
    for stage in stages():
        name = stage[0][1].split()[0]
        assert name == "${PYTHON}"
    (user,) = [arguments for name, arguments in final if name == "USER"]
    assert user.isdigit()
    assert int(user) > 0
    order = [name for name, _ in final]
    assert order.index("USER") > max(place for place, name in enumerate(order) if name in ("RUN", "COPY"))
    assert dict(final)["STOPSIGNAL"] == "SIGTERM"
    assert "--healthy" in dict(final)["HEALTHCHECK"]
    assert json.loads(dict(final)["CMD"]) == ["/app/start.sh"]
    assert os.access(START, os.X_OK)
    assert not any("uv sync" in arguments or "pip" in arguments for _, arguments in final)
    (variables,) = [arguments for name, arguments in final if name == "ENV"]
    assert "TOKEN" not in variables  # a token in an image is everybody's
    assert "PORT=10000" in variables


def blueprint() -> dict[str, Any]:
    (service,) = yaml.safe_load((ROOT / "render.yaml").read_text())["services"]
    return dict(service)


def test_the_blueprint_names_every_variable_and_changes_nothing_by_itself(monkeypatch):
    service = blueprint()
    given = {entry["key"]: entry.get("value", "") for entry in service["envVars"]}
    assert set(given) >= SPEC_VARIABLES
    assert all(isinstance(value, str) for value in given.values())
    (token,) = [entry for entry in service["envVars"] if entry["key"] == "SIGNMIRROR_API_TOKEN"]
    assert token == {"key": "SIGNMIRROR_API_TOKEN", "generateValue": True}
    shipped, hosted = load_bundle(None, {}), load_bundle(None, given)
    assert hosted.thresholds == shipped.thresholds
    assert hosted.model_path == shipped.model_path
    assert not hosted.enable_gpu
    assert (ROOT / service["dockerfilePath"]).resolve() == DOCKERFILE
    assert service["healthCheckPath"] == "/healthz"
    (exposed,) = [arguments for name, arguments in stages()[-1] if name == "EXPOSE"]
    assert given["PORT"] == exposed


def test_without_a_token_nothing_starts(tmp_path):
    environment = bare_environment(tmp_path, 1) | {"SIGNMIRROR_API_TOKEN": ""}
    done = subprocess.run(
        ["/bin/sh", START], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "SIGNMIRROR_API_TOKEN" in done.stderr


# --- running


@pytest.fixture(scope="module")
def backends(tmp_path_factory):
    """Two servers that know nothing of each other but the token."""
    both = [Backend(tmp_path_factory.mktemp("server")) for _ in range(2)]
    try:
        for one in both:
            one.wait_ready()
        yield both
    finally:
        for one in both:
            one.close()


@pytest.fixture
def proxy(backends):
    one = RoundRobin([backend.port for backend in backends])
    yield one
    one.close()


@pytest.mark.network
def test_two_servers_behind_one_address_answer_alike(backends, proxy):
    body = clip(64).tobytes()
    answers = []
    for _ in range(4):  # a connection each: the next one goes to the other server
        with httpx.Client(base_url=f"http://127.0.0.1:{proxy.port}", headers=BEARER, timeout=WAIT_S) as client:
            answer = client.post(
                "/v1/inference", content=body, headers={"Content-Type": "application/octet-stream"}
            )
            assert answer.status_code == 200
            answers.append(answer.json())
    assert set(proxy.served) == {backend.port for backend in backends}
    assert answers[0]["results"]
    for answer in answers:
        for mine, theirs in zip(answer["results"], answers[0]["results"], strict=True):
            assert_alike(mine, theirs)


def letters_of(socket_: Connection) -> str:
    """Send the sample that spells HELLO, frame by frame; the text at the end."""
    recording = load_recording(paths.sample_recording("letters"))
    text = ""
    heard: list[dict[str, Any]] = []

    def hear() -> None:
        for message in socket_:
            heard.append(json.loads(message))
            if heard[-1]["type"] == "reset":
                return

    thread = threading.Thread(target=hear)
    thread.start()
    for raw, at in zip(recording.raw, recording.captured_s, strict=True):
        hand = raw[195:258] if raw[195:258].any() else raw[132:195]
        socket_.send(np.float64(at).tobytes() + hand.astype("<f4").tobytes())
    socket_.send(json.dumps({"type": "reset"}))
    thread.join(WAIT_S)
    text = heard[-1]["text"]
    assert heard[-1]["type"] == "reset"
    return str(text)


@pytest.mark.network
def test_letters_are_read_by_connection_whichever_server_it_meets(backends, proxy):
    address = f"ws://127.0.0.1:{proxy.port}/v1/letters?every_frame=true"
    read: list[str] = []

    def spell() -> None:
        with connect(address, additional_headers=BEARER, compression=None) as one:
            read.append(letters_of(one))

    clients = [threading.Thread(target=spell) for _ in range(4)]
    for client in clients:
        client.start()
    for client in clients:
        client.join(2 * WAIT_S)
    assert read == ["HELLO"] * 4
    assert set(proxy.served) == {backend.port for backend in backends}


@pytest.mark.network
def test_a_container_that_is_stopped_answers_what_it_was_asked_and_says_goodbye(tmp_path):
    one = Backend(tmp_path, {"RENDER_EXTERNAL_HOSTNAME": "signs.example"})
    try:
        one.wait_ready()
        named = httpx.get(f"{one.url}/healthz", headers={"Host": "signs.example"}, timeout=WAIT_S)
        assert named.status_code == 200
        assert (
            httpx.get(f"{one.url}/healthz", headers={"Host": "evil.example"}, timeout=WAIT_S).status_code == 403
        )
        healthy = subprocess.run(
            ["/bin/sh", START, "--healthy"],
            env=bare_environment(tmp_path, one.port),
            timeout=WAIT_S,
            check=False,
        )
        assert healthy.returncode == 0
        body = clip(64).tobytes()
        with (
            socket.create_connection(("127.0.0.1", one.port)) as asking,
            connect(f"ws://127.0.0.1:{one.port}/v1/letters", additional_headers=BEARER) as letters,
        ):
            assert json.loads(letters.recv())["type"] == "ready"
            head = (
                f"POST /v1/inference HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
                f"Content-Type: application/octet-stream\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            asking.sendall(head.encode() + body[:1000])
            # The server has begun to read it: what comes on another connection afterwards is answered.
            assert httpx.get(f"{one.url}/healthz", timeout=WAIT_S).status_code == 200
            one.process.terminate()
            with pytest.raises(ConnectionClosed) as closed:
                letters.recv(timeout=WAIT_S)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1001
            asking.sendall(body[1000:])
            answer = asking.recv(65536)
            assert answer.startswith(b"HTTP/1.1 200 "), answer[:200]
        assert one.process.wait(WAIT_S) == 0
        printed = one.output()
        assert "GET /healthz 200" in printed
        assert TOKEN not in printed
        assert "Traceback" not in printed
    finally:
        one.close()


@pytest.mark.network
def test_a_wrong_setting_is_reported_at_the_start(tmp_path):
    one = Backend(tmp_path, {"SIGNMIRROR_API_TOKEN": "short"})
    try:
        assert one.process.wait(60) == 2
        assert "16 characters" in one.output()
    finally:
        one.close()
