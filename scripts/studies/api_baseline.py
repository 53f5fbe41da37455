"""The design of the original service as a baseline for load tests; the program does not use it.

A body of lists validated by pydantic, the encoder, cosine similarity over all references, and for each of the
best five a feature file read from disk and compared in Python by fastdtw. In its favour the files hold finished
projections, so it never runs the encoder for a reference.

    python -m scripts.studies.api_baseline PACK FILES --port 8000
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import uvicorn
from fastapi import FastAPI
from fastdtw import fastdtw
from pydantic import BaseModel

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.encoder.sequence_prep import centre_crop
from desktop_app.engine.packs import open_pack
from desktop_app.engine.records import FloatArray
from desktop_app.engine.search.library import open_library

DTW_TOPK, DTW_RADIUS, DTW_ALPHA, DTW_LAMBDA = 5, 6, 0.65, 0.002


class Body(BaseModel):
    """A clip."""

    frames: list[list[float]]
    top_k: int = 5


def create_app(pack: Path, files: Path) -> FastAPI:
    """The service; writes a projection of every reference into `files` first."""
    encoder = open_encoder(load_bundle(), provider="cpu")
    library = open_library([open_pack(pack)], encoder)
    names = []
    for row in range(len(library.references)):
        names.append(files / f"{row:05d}.npy")
        np.save(names[-1], np.asarray(library.projection(row), np.float32)[:64])
    embeddings = np.array(library.embeddings)
    app = FastAPI()

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"engine": "ready"}

    @app.post("/v1/inference")
    def inference(body: Body) -> dict[str, object]:
        rows: FloatArray = centre_crop(np.array(body.frames, np.float32), 64)
        embedding, projection = encoder.encode([rows])[0]
        raw = embeddings @ embedding
        best = np.argsort(raw)[::-1]
        scored = []
        for row in best[:DTW_TOPK]:
            reference = np.load(names[int(row)], allow_pickle=False)
            distance, _ = fastdtw(projection, reference, radius=DTW_RADIUS, dist=2)
            score = float(np.exp(-DTW_LAMBDA * distance))
            scored.append((DTW_ALPHA * float(raw[row]) + (1 - DTW_ALPHA) * score, int(row)))
        scored.sort(reverse=True)
        results = [
            {"sentence": library.references[row].sentence, "similarity": similarity}
            for similarity, row in scored[: body.top_k]
        ]
        return {"top_k": body.top_k, "results": results}

    return app


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    parser.add_argument("files", type=Path, help="an empty folder for the feature files")
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    app = create_app(arguments.pack, arguments.files)
    uvicorn.run(app, host="127.0.0.1", port=arguments.port, log_level="warning")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
