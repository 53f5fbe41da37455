"""The examples of docs/clients against a running server: one as a process, one in Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import paths
from tests.api_page.backends import ROOT
from tests.helpers.shared import shared_video

pytestmark = pytest.mark.network
CLIENTS = ROOT / "docs" / "clients"


@pytest.fixture(scope="module")
def recogniser():
    from desktop_app.cli.engine import build_recogniser

    return build_recogniser(())


def run(served, *clips: str, token: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, CLIENTS / "recognise.py", *clips, "--url", served.state.url],
        env={**os.environ, "SIGNMIRROR_API_TOKEN": token or served.state.token, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def engine(serve, recogniser):
    return serve(lambda: recogniser)


def test_the_python_client_prints_a_table_for_a_clip(engine):
    clip = paths.bundled_packs_dir() / "starter" / "features" / "hello.npy"
    done = run(engine, str(clip))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "hello.npy"
    assert lines[1].split()[:2] == ["1.", "Hello"]
    assert lines[1].endswith("recognised")
    assert len(lines) == 4


def test_the_python_client_reads_its_token_from_a_file(engine, tmp_path):
    token = tmp_path / "token"
    token.write_text(f"{engine.state.token}\n")
    clip = paths.bundled_packs_dir() / "starter" / "features" / "hello.npy"
    done = run(engine, str(clip), "--token-file", str(token), token="another-token-0123456789")
    assert done.returncode == 0, done.stderr


def test_the_python_client_finds_the_signs_of_a_recording(engine):
    done = run(engine, str(paths.sample_recording()))
    assert done.returncode == 0, done.stderr
    found = [line for line in done.stdout.splitlines() if line.startswith("sample.npz")]
    assert len(found) >= 3
    assert done.stdout.count("recognised") >= 3


def test_the_python_client_says_what_is_wrong(engine, tmp_path):
    import numpy as np

    clip = str(paths.bundled_packs_dir() / "starter" / "features" / "hello.npy")
    wrong_token = run(engine, clip, token="another")
    assert wrong_token.returncode == 2
    assert "token" in wrong_token.stderr
    np.save(tmp_path / "narrow.npy", np.zeros((10, 3), np.float32))
    narrow = run(engine, str(tmp_path / "narrow.npy"))
    assert narrow.returncode == 2
    assert "(10, 3)" in narrow.stderr
    broken = np.full((10, 540), np.nan, np.float32)
    np.save(tmp_path / "broken.npy", broken)
    not_finite = run(engine, str(tmp_path / "broken.npy"))
    assert not_finite.returncode == 2
    assert "frames[0][0]" in not_finite.stderr
    assert "Traceback" not in narrow.stderr + not_finite.stderr + wrong_token.stderr


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def folder_address() -> Iterator[str]:
    """docs/clients on a web server of its own: another origin than the API, as a class's own page is."""
    handler = functools.partial(Quiet, directory=str(CLIENTS))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, name="files")
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def open_letters(open_page, folder_address: str, served, **options):
    page = open_page(f"{folder_address}/letters.html", **options)
    page.fill("#address", served.state.url)
    page.fill("#token", served.state.token)
    return page


def wait_for_text(page, part: str, pattern: str) -> None:
    page.wait_for_function(
        "([part, pattern]) => new RegExp(pattern).test(document.getElementById(part).textContent)",
        arg=[part, pattern],
        timeout=60_000,
    )


def test_the_browser_client_sends_the_camera(serve, open_page, folder_address):
    served = serve(allow_origins=(folder_address,))
    page = open_letters(open_page, folder_address, served)
    page.click("#camera")
    wait_for_text(page, "state", "Show your hand")  # Chromium's made-up camera shows none
    wait_for_text(page, "counts", "received [1-9]")
    page.fill("#target", "b")
    page.click("#practice button[type=submit]")
    wait_for_text(page, "target-shown", "^B$")
    page.click("#stop")
    assert page.locator("#state").inner_text() == "Not connected"
    page.wait_for_function("() => !document.getElementById('picture').srcObject")


def test_the_browser_client_reads_a_letter_from_a_video(serve, open_page, folder_address):
    video: Path = shared_video("ghsl_letter_b")
    served = serve(allow_origins=(folder_address,))
    page = open_letters(open_page, folder_address, served)
    page.set_input_files("#file", str(video))
    wait_for_text(page, "letter", "^B$")
    wait_for_text(page, "counts", "sent [1-9]")


def test_a_page_that_was_not_allowed_is_refused(serve, open_page, folder_address):
    served = serve()
    page = open_letters(open_page, folder_address, served, expected=("WebSocket connection",))
    page.click("#camera")
    wait_for_text(page, "state", "Connection closed")
