"""Checks the contents of the container and that it runs, without a container engine.

Installs the packages of the container file into a fresh environment, runs its start command there without the
caller's environment variables, sends every kind of request once, stops it as a container is stopped, and prints
sizes and answers as JSON.

    python -m scripts.dev.check_container
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any, Final

import numpy as np
import psutil

from desktop_app import paths
from desktop_app.engine.cv import cv2
from scripts.dev.server_process import WAIT_S, free_port, request_json, start_server

ROOT: Final = Path(__file__).resolve().parents[2]
CONTAINER: Final = ROOT / "installer" / "container"
_JPEG_CLIENT: Final = """
import json, sys
from websockets.sync.client import connect
url, token, picture = sys.argv[1:]
with connect(url, additional_headers={"Authorization": "Bearer " + token}, compression=None) as connection:
    ready = json.loads(connection.recv())
    connection.send(open(picture, "rb").read())
    answer = json.loads(connection.recv(timeout=60))
print(json.dumps({"ready": ready["type"], "answer": answer["type"], "phase": answer.get("phase")}))
"""


def sync_arguments() -> list[str]:
    """The arguments of the container file's last `uv sync`."""
    text = (CONTAINER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    left_out = re.search(r'LEFT_OUT="([^"]*)"', text)
    syncs = re.findall(r"^RUN uv sync (.*)$", text, re.MULTILINE)
    if left_out is None or not syncs:
        raise SystemExit("The container file installs nothing.")
    return str(syncs[-1]).replace("${LEFT_OUT}", left_out.group(1)).split()


def install(folder: Path) -> float:
    """Create the environment; returns the seconds it took."""
    began = time.perf_counter()
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder), "UV_PYTHON_DOWNLOADS": "never"}
    environment.pop("VIRTUAL_ENV", None)
    command = ["uv", "sync", "--quiet", "--python", sys.executable, *sync_arguments()]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return time.perf_counter() - began


def contents(folder: Path) -> dict[str, float]:
    """Megabytes by package folder, largest first; folders below 5 MB are summed up."""
    (packages,) = folder.glob("lib/python3*/site-packages")
    sizes: Counter[str] = Counter()
    for path in packages.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(packages).parts[0].removesuffix(".libs")
            sizes[name] += path.stat().st_size
    large = {name: round(size / 1e6, 1) for name, size in sizes.most_common() if size >= 5e6}
    rest = sum(size for size in sizes.values() if size < 5e6)
    return {**large, "the rest": round(rest / 1e6, 1), "together": round(sum(sizes.values()) / 1e6, 1)}


def start(folder: Path, home: Path, token: str) -> tuple[subprocess.Popen[bytes], str, float]:
    """Run the start command in a bare environment; process, URL, and seconds until the model is loaded."""
    port = free_port()
    environment = {"PATH": f"{folder}/bin:/usr/bin:/bin", "HOME": str(home), "PORT": str(port)}
    environment |= {
        "SIGNMIRROR_API_TOKEN": token,
        "PYTHONUNBUFFERED": "1",
        "MPLCONFIGDIR": str(home / "matplotlib"),
    }
    began = time.perf_counter()
    command = ["/bin/sh", str(CONTAINER / "start.sh")]
    process = start_server(
        command, port, env=environment, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return process, f"http://127.0.0.1:{port}", time.perf_counter() - began


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """Resident memory."""
    return round(int(psutil.Process(process.pid).memory_info().rss) / 1e6, 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="signmirror-container-") as name:
        folder, home = Path(name) / "venv", Path(name) / "home"
        home.mkdir()
        report: dict[str, Any] = {"installed_s": round(install(folder), 1), "megabytes": contents(folder)}
        token = secrets.token_urlsafe(24)
        process, url, ready_s = start(folder, home, token)
        try:
            report |= {"ready_s": round(ready_s, 1), "memory_mb": memory_mb(process)}
            report["config"] = {
                key: request_json(f"{url}/v1/config", token)[key] for key in ("model", "references", "provider")
            }
            rows = np.load(paths.bundled_packs_dir() / "starter" / "features" / "hello.npy", allow_pickle=False)
            body = rows.astype("<f4").tobytes()
            answer = request_json(f"{url}/v1/inference", token, body, "application/octet-stream")
            report["inference"] = answer["results"][0]["sentence"]
            with urllib.request.urlopen(f"{url}/static/page.js", timeout=WAIT_S) as page:
                report["page"] = page.headers.get_content_type()
            picture = home / "picture.jpg"
            cv2.imwrite(str(picture), np.full((480, 640, 3), 127, np.uint8))
            reply = subprocess.run(
                [f"{folder}/bin/python", "-c", _JPEG_CLIENT, f"ws{url[4:]}/v1/letters", token, str(picture)],
                capture_output=True,
                text=True,
                check=True,
                timeout=WAIT_S,
            )
            report["letters_from_a_picture"] = json.loads(reply.stdout)
            report["memory_with_letters_mb"] = memory_mb(process)
            began = time.perf_counter()
            process.send_signal(signal.SIGTERM)
            report["exit_status"] = process.wait(WAIT_S)
            report["stopped_s"] = round(time.perf_counter() - began, 2)
            output = process.stdout.read().decode() if process.stdout else ""
            report["printed"] = output.splitlines()[-3:]
        finally:
            if process.poll() is None:
                process.kill()
    json.dump(report, sys.stdout, indent=2)
    print()
    return 0 if report["exit_status"] == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main())
