#!/usr/bin/env python3
"""Asks a running SignMirror which sentences a clip resembles, and prints its answers as tables.

    signmirror serve                                 # prints address and token
    python recognise.py CLIP.npy --url http://127.0.0.1:PORT --token-file FILE

CLIP.npy holds (frames, 540) numbers by the feature contract that `GET /v1/config` names. A landmark recording
(.npz) is cut into signs and brought to that contract first, which needs the package `signmirror`; else Python
3.11 and NumPy are enough. Address and token may also stand in SIGNMIRROR_URL and SIGNMIRROR_API_TOKEN.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Clip = npt.NDArray[np.float32]
TRIES = 5


class AnswerRefused(Exception):
    """The server did not answer the question; the text says why and what to do."""


def ask(url: str, token: str, path: str, body: bytes | None = None) -> Any:
    """One answer. A server that is busy says when to come again: then that is done."""
    request = urllib.request.Request(url.rstrip("/") + path, body)
    request.add_header("Authorization", f"Bearer {token}")
    if body is not None:
        request.add_header("Content-Type", "application/octet-stream")
    for left in reversed(range(TRIES)):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.loads(error.read() or b"{}")
            if error.code == 503 and left:
                time.sleep(min(float(error.headers.get("Retry-After", "1")), 10.0))
                continue
            text = f"{problem.get('message', error.reason)} {problem.get('hint', '')}"
            raise AnswerRefused(text.strip()) from error
        except OSError as error:
            raise AnswerRefused(f"Nothing answers at {url}. Is `signmirror serve` running there?") from error
    raise AnswerRefused("The server stayed busy.")


def recognise(url: str, token: str, clip: Clip, top_k: int, fps: float) -> Any:
    """The document of `POST /v1/inference`; float32 is a third of the size of JSON."""
    body = np.ascontiguousarray(clip, "<f4").tobytes()
    return ask(url, token, f"/v1/inference?top_k={top_k}&fps={fps:g}", body)


def read_clips(path: Path, contract: str, fps: float) -> Iterator[tuple[str, Clip, float]]:
    """(what it is, (frames, 540) float32, frames a second) of every sign in a file."""
    if path.suffix == ".npy":
        rows = np.load(path, allow_pickle=False)
        if rows.ndim != 2 or rows.shape[1] != 540:
            raise AnswerRefused(f"{path} holds {rows.shape} numbers; a clip is (frames, 540).")
        yield path.name, rows.astype(np.float32), fps
        return
    from desktop_app.engine.records import LandmarkFrame
    from desktop_app.engine.sources.recording import load_recording
    from desktop_app.engine.tracking.live import LiveTracker

    recording, tracker = load_recording(path), LiveTracker(contract)
    found = []
    for number, (raw, at) in enumerate(zip(recording.raw, recording.captured_s, strict=True)):
        step = tracker.step(LandmarkFrame(number, round(at * 1e9), float(at), raw, recording.aspect))
        if step.finished is not None:
            found.append(step.finished.sequence)
    last = tracker.finish()
    for sequence in [*found, last.sequence] if last is not None else found:
        name = f"{path.name}, {sequence.start_s:.1f} to {sequence.end_s:.1f} s"
        yield name, sequence.features, sequence.fps


def print_answer(name: str, answer: Any) -> None:
    """One table."""
    print(name)
    if not answer["results"]:
        print("  nothing was looked up: the hands hardly moved")
    for rank, one in enumerate(answer["results"], 1):
        mark = "" if rank > 1 else "recognised" if one["accepted"] else one["rejection_reason"]
        print(f"  {rank}. {one['sentence']:<32} {one['similarity']:6.3f} {one['confidence']:6.1%}  {mark}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clips", nargs="+", type=Path, metavar="CLIP")
    parser.add_argument("--url", default=os.environ.get("SIGNMIRROR_URL", "http://127.0.0.1:8000"))
    parser.add_argument("--token-file", type=Path, help="default: the token in SIGNMIRROR_API_TOKEN")
    parser.add_argument("--top-k", type=int, default=3)
    parser.add_argument("--fps", type=float, default=30.0, help="of .npy clips")
    arguments = parser.parse_args()
    token = os.environ.get("SIGNMIRROR_API_TOKEN", "")
    try:
        if arguments.token_file:
            token = arguments.token_file.read_text().strip()
        contract = ask(arguments.url, token, "/v1/config")["feature_contract"]
        for path in arguments.clips:
            for name, clip, fps in read_clips(path, contract, arguments.fps):
                answer = recognise(arguments.url, token, clip, arguments.top_k, fps)
                print_answer(name, answer)
    except (AnswerRefused, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
