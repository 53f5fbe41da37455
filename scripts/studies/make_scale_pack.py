"""Make the pack of 11,065 references in a folder, or measure one that was made (in a process of its own)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tqdm import tqdm

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.search import scale_benchmark as scale


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pack is or shall be; about 3 GB")
    parser.add_argument("--model", type=Path, help="folder of the encoder bundle; the shipped one by default")
    parser.add_argument("--references", type=int, default=scale.REFERENCES)
    parser.add_argument("--sentences", type=int, default=scale.SENTENCES)
    parser.add_argument("--frames", type=int, default=scale.FRAMES)
    parser.add_argument("--measure", action="store_true", help="open and search it instead of making it")
    arguments = parser.parse_args()
    encoder = open_encoder(load_bundle(arguments.model))
    if arguments.measure:
        json.dump(scale.measure(arguments.folder, encoder), sys.stdout, indent=2)
        print()
        return 0
    with tqdm(desc="references", disable=None) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        scale.make_scale_pack(
            arguments.folder,
            encoder,
            references=arguments.references,
            sentences=arguments.sentences,
            frames=arguments.frames,
            progress=advance,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
