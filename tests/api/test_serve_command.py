"""`signmirror serve` as a process: where it listens, who may set what, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from desktop_app.cli.main import main
from desktop_app.cli.serve import videos_dir
from tests.api.api_client import clip
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers import no_sockets
from tests.helpers.fakes import WAIT_S

pytestmark = pytest.mark.network


@contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[tuple[dict[str, Any], subprocess.Popen[str]]]:
    """The command in a process of its own, and its line of JSON."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "serve", "--json", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline()), process
    finally:
        process.kill()
        process.communicate()


def wait_ready(client: httpx.Client) -> dict[str, Any]:
    deadline = time.monotonic() + WAIT_S
    while (health := client.get("/healthz").json())["engine"] == "loading":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return dict(health)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_ends_when_it_is_told_to(how: signal.Signals) -> None:
    with serving("--pack", "starter") as (said, process):
        assert said["host"] == "127.0.0.1"
        assert said["pid"] == process.pid
        headers = {"Authorization": f"Bearer {said['token']}"}
        with httpx.Client(base_url=said["url"], headers=headers, trust_env=False, timeout=WAIT_S) as client:
            assert wait_ready(client)["provider"] == "CPUExecutionProvider"
            request = {"frames": clip().tolist(), "top_k": 5, "metadata": {"fps": 30, "source": "webcam"}}
            answer = client.post("/v1/inference", json=request)
            assert answer.json()["results"][0]["sentence"] == "Hello"
        started = time.monotonic()
        process.send_signal(how)
        assert process.wait(WAIT_S) == 0
        assert time.monotonic() - started < 10


def test_the_environment_is_honoured(tmp_path: Path) -> None:
    (tmp_path / "one.mp4").write_bytes(b"video")
    environment = {
        "SIGNMIRROR_API_TOKEN": "a-token-of-the-user-1",
        "SIGNMIRROR_API_ALLOW_HOSTS": "signs.school.example other.example",
        "VIDEOS_DIR": str(tmp_path),
        "DEFAULT_TOP_K": "2",
        "SIM_THRESHOLD": "0.123",
        "DTW_ENABLED": "false",
    }
    with serving("--pack", "starter", "--log-requests", **environment) as (said, process):
        assert said["token"] is None  # who gave it knows it; a log need not
        headers = {"Authorization": "Bearer a-token-of-the-user-1", "Host": "other.example"}
        with httpx.Client(base_url=said["url"], headers=headers, trust_env=False, timeout=WAIT_S) as client:
            wait_ready(client)
            config = client.get("/v1/config").json()
            assert config["default_top_k"] == 2
            assert config["thresholds"]["sim_threshold"] == 0.123
            assert config["dtw"]["enabled"] is False
            assert client.get("/videos/one.mp4").content == b"video"
            assert client.get("/videos/one.mp4?token=a-token-of-the-user-1").status_code == 200
        process.terminate()
        output, errors = process.communicate(timeout=WAIT_S)
        assert "GET /videos/one.mp4 200" in output
        assert "a-token-of-the-user-1" not in output + errors


def test_port_of_the_environment(tmp_path: Path) -> None:
    with serving("--pack", "starter") as (said, _):
        taken = str(said["port"])
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "serve", "--json"],
            env={**os.environ, "PORT": taken},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    error = json.loads(done.stdout)["error"]
    assert error["code"] == "api.port_taken"
    assert taken in error["message"]


def test_another_host_without_a_token_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0", "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "api.token_needed"
    assert "--token" in error["hint"]


def test_a_pack_that_cannot_be_opened_ends_it_before_it_listens(tmp_path: Path) -> None:
    broken = write_pack(tmp_path / "broken", SIGNS)
    (broken / "clips.csv").write_text("clip_id\n")
    done = serve_until_it_ends("--pack", str(broken))
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "pack.damaged"  # and no address before it
    assert "clips.csv" in done.stderr


def test_a_pack_that_cannot_be_loaded_ends_it(tmp_path: Path) -> None:
    """What only shows when its features are read."""
    broken = write_pack(tmp_path / "broken", SIGNS)
    for feature in (broken / "features").iterdir():
        feature.write_bytes(b"no array")
    done = serve_until_it_ends("--pack", str(broken), "--token-file", str(token_file(tmp_path)))
    assert done.returncode == 2
    assert "is damaged" in done.stderr
    assert "Traceback" not in done.stderr


def serve_until_it_ends(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", "serve", "--json", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT_S,
    )


def token_file(folder: Path, content: str = "a-token-of-the-user-1\n") -> Path:
    path = folder / "token"
    path.write_text(content)
    return path


def test_the_token_comes_from_a_file(tmp_path: Path) -> None:
    with serving("--pack", "starter", "--token-file", str(token_file(tmp_path))) as (said, _):
        assert said["token"] is None
        headers = {"Authorization": "Bearer a-token-of-the-user-1"}
        assert httpx.get(f"{said['url']}/openapi.json", headers=headers, trust_env=False).status_code == 200
        assert httpx.get(f"{said['url']}/openapi.json", trust_env=False).status_code == 401


@pytest.mark.parametrize("content", ["", " \n", "\xff"])
def test_a_file_without_a_token_is_refused(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = token_file(tmp_path)
    path.write_bytes(content.encode("latin-1"))
    assert main(["serve", "--token-file", str(path)]) == 2
    assert "no token" in capsys.readouterr().err
    assert main(["serve", "--token-file", str(tmp_path / "gone")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_without_the_extra_packages_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("desktop_app.api.options._NEEDS", ("a_package_that_is_not_there",))
    assert main(["serve"]) == 2
    assert "--extra api" in capsys.readouterr().err


def test_where_videos_are_looked_for() -> None:
    assert videos_dir(None, {"VIDEOS_DIR": "/v", "MODELS_DIR": "/m"}) == Path("/v")
    assert videos_dir(None, {"MODELS_DIR": "/m"}) == Path("/m/videos")
    assert videos_dir(Path("/bundle"), {"VIDEOS_DIR": "/v"}) == Path("/bundle/videos")


@pytest.mark.skipif(not no_sockets.supported(), reason="the kernel filter exists on Linux only")
def test_only_serve_opens_a_socket() -> None:
    """Under the filter that ends whatever opens an internet socket, `serve` dies and its help does not."""
    ends = []
    for arguments in (["serve", "--help"], ["serve"]):
        done = subprocess.run(
            [sys.executable, "-m", "tests.helpers.no_sockets", "-m", "desktop_app", *arguments],
            capture_output=True,
            check=False,
            timeout=60,
        )
        ends.append(done.returncode)
    assert ends == [0, -signal.SIGSYS]
