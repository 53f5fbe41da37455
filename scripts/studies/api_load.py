"""Load test of the local API over loopback with a bounded number of requests; prints the results as JSON.

One run covers the server and a baseline of the original service's design with the same pack, JSON and float32
bodies, several numbers of clients, and the server's memory over many requests, with and without malformed ones.

    python -m scripts.studies.api_load --clients 1,8,64
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.records import FloatArray
from desktop_app.engine.search import scale_benchmark as scale
from scripts.dev.server_process import WAIT_S, free_port, start_server
from scripts.studies.api_load_client import LoadOutcome, Request, as_binary, as_json, load, malformed

FRAMES: Final = 64
WARM_UP: Final = 50
QUERIES: Final = 16
BASELINE: Final = "baseline"


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server that is ready; stopped afterwards."""
    process = start_server(command, port, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(WAIT_S)


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """Resident memory of a process."""
    return round(int(psutil.Process(process.pid).memory_info().rss) / 1e6, 1)


def processor_s(process: subprocess.Popen[bytes]) -> float:
    """Processor time of a process, which other load on the machine does not lengthen."""
    times = psutil.Process(process.pid).cpu_times()
    return float(times.user + times.system)


def queries(contract: str, sentences: int) -> list[FloatArray]:
    """Clips of 64 frames that resemble references of the pack."""
    bases = scale._bases(contract, FRAMES)
    return [scale.take_of(bases, number * 7 % sentences, 90 + number).features for number in range(QUERIES)]


@dataclass(frozen=True)
class Subject:
    """A server and the requests that are sent to it."""

    port: int
    process: subprocess.Popen[bytes]
    requests: list[Request]
    count: int


def measure_in_turns(subjects: dict[str, Subject], clients: Sequence[int], rounds: int) -> dict[str, Any]:
    """Rate, percentiles and processor time of every subject for each number of clients.

    They take turns, `rounds` times, so that other load on the machine affects them equally.
    """
    report: dict[str, Any] = {name: {} for name in subjects}
    ratios: dict[str, dict[str, list[float]]] = {name: {} for name in subjects if name != BASELINE}
    for subject in subjects.values():
        asyncio.run(load(subject.port, subject.requests, min(WARM_UP, subject.count), 2))
    for n in clients:
        sums = {name: LoadOutcome() for name in subjects}
        for _ in range(rounds):
            rates = {}
            for name, subject in subjects.items():
                count = max(subject.count // rounds, n)
                before = processor_s(subject.process)
                outcome = asyncio.run(load(subject.port, subject.requests, count, n))
                outcome.processor_s = processor_s(subject.process) - before
                sums[name].add(outcome)
                rates[name] = len(outcome.milliseconds) / outcome.seconds
            for name, found in ratios.items():
                if rates.get(BASELINE):
                    found.setdefault(str(n), []).append(rates[name] / rates[BASELINE])
        for name, outcome in sums.items():
            report[name][str(n)] = outcome.document()
    report["answers_ratio"] = {
        name: {n: round(statistics.median(values), 1) for n, values in found.items()}
        for name, found in ratios.items()
    }
    return report


def measure_memory(
    port: int, process: subprocess.Popen[bytes], requests: list[Request], count: int
) -> dict[str, Any]:
    """Resident memory at tenths of `count` requests over eight connections."""
    samples, outcomes = [], LoadOutcome()
    for _ in range(10):
        outcome = asyncio.run(load(port, requests, count // 10, 8))
        outcomes.statuses += outcome.statuses
        outcomes.by_kind += outcome.by_kind
        samples.append(memory_mb(process))
    document: dict[str, Any] = {
        "requests": sum(outcomes.statuses.values()),
        "memory_mb": samples,
        "grown_mb": round(samples[-1] - samples[0], 1),
    }
    document["statuses"] = {str(status): n for status, n in sorted(outcomes.statuses.items())}
    bad = {kind: status for kind, status in outcomes.by_kind if kind not in ("json", "float32")}
    if bad:
        document["malformed"] = {kind: bad[kind] for kind in sorted(bad)}
        document["malformed_all_4xx"] = all(
            400 <= status < 500 for kind, status in outcomes.by_kind if kind in bad
        )
        document["good_all_200"] = all(
            status == 200 for kind, status in outcomes.by_kind if kind in ("json", "float32")
        )
    return document


def run(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Run all measurements one after the other."""
    clients = [int(n) for n in arguments.clients.split(",")]
    encoder = open_encoder(load_bundle(), provider="cpu")
    pack, files = folder / "pack", folder / "files"
    files.mkdir()
    sentences = max(arguments.references // 2, 1)
    scale.make_scale_pack(pack, encoder, references=arguments.references, sentences=sentences)
    token, port, other = secrets.token_urlsafe(24), free_port(), free_port()
    rows = queries(encoder.spec.feature_contract, sentences)
    bodies = {"json": [as_json(one, token) for one in rows], "float32": [as_binary(one, token) for one in rows]}
    report: dict[str, Any] = {
        "references": arguments.references,
        "frames": FRAMES,
        "rounds": arguments.rounds,
        "body_bytes": {kind: len(requests[0].data) for kind, requests in bodies.items()},
    }
    python = [sys.executable, "-m"]
    os.environ["SIGNMIRROR_API_TOKEN"] = token  # not for the list of processes
    serve = [*python, "desktop_app", "serve", "--pack", str(pack), "--port", str(port)]
    baseline = [*python, "scripts.studies.api_baseline", str(pack), str(files), "--port", str(other)]
    with running(serve, port) as process:
        with running(baseline, other) as original:
            subjects = {
                kind: Subject(port, process, requests, arguments.requests) for kind, requests in bodies.items()
            }
            subjects[BASELINE] = Subject(other, original, bodies["json"], arguments.baseline_requests)
            report |= measure_in_turns(subjects, clients, arguments.rounds)
        if arguments.memory_requests:
            report["memory"] = measure_memory(port, process, bodies["float32"], arguments.memory_requests)
            good = (bodies["json"][0], bodies["float32"][0])
            mixed = [one for bad in malformed(rows[0], token) for one in (bad, *good)]
            report["memory_mixed"] = measure_memory(port, process, mixed, arguments.memory_requests)
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", default="1,8,64", help="numbers of connections")
    parser.add_argument("--requests", type=int, default=2000, help="for each kind and number of clients")
    parser.add_argument("--memory-requests", type=int, default=10_000, help="0 leaves memory out")
    parser.add_argument("--baseline-requests", type=int, default=150, help="for each number of clients")
    parser.add_argument("--rounds", type=int, default=5, help="turns that server and baseline take")
    parser.add_argument("--references", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="signmirror-load-") as name:
        json.dump(run(arguments, Path(name)), sys.stdout, indent=2)
    print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
