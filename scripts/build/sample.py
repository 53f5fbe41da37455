"""Build the built-in sample: a landmark recording of a synthetic person who signs.

python scripts/build/sample.py COLLECTION VIDEOS --out assets/samples/sample.npz [--landmarks FOLDER]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.engine.sources.recording import save_recording
from desktop_app.files import write_text
from scripts.synthesis.barycentre import barycentre
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.collection import Collection
from scripts.synthesis.ghanaian import build_sign, parse_pieces
from scripts.synthesis.performer import Utterance
from scripts.synthesis.publish import credits_of
from scripts.synthesis.sample import CAMERA, expected, make_sample
from scripts.synthesis.starter import KEPT_FOR_SAMPLE, kept_takes, sentence_of, takes_on_body
from scripts.synthesis.videos import LICENCE, SOURCE, extract

GHANAIAN = ("Handbag", "handbag@1.55-")  # the second time in the clip; the pack has the first
# The rate of most collections is not known and taken as slow; people who know a sign are quicker.
TEMPO = {"hello": 1.6, "thank you": 1.5, "no": 1.3, "i love you": 1.4, "Handbag": 1.1}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path, help="folder with clips.csv")
    parser.add_argument("videos", type=Path, help="folder with ghsl_sign_*.mp4")
    parser.add_argument("--out", type=Path, default=Path("assets/samples/sample.npz"))
    parser.add_argument("--landmarks", type=Path, help="landmarks kept by ghanaian_pack.py")
    arguments = parser.parse_args()

    collection, body = Collection(arguments.collection), NeutralBody.load()
    utterances: list[Utterance] = []
    made_of: dict[str, str] = {}
    for label in KEPT_FOR_SAMPLE:
        takes = kept_takes(label, takes_on_body(collection, label, body))
        features, present = barycentre(takes)
        utterances.append(Utterance(sentence_of(label), features, present, TEMPO[label]))
        made_of[sentence_of(label)] = "; ".join(credit.line() for credit in credits_of(takes))
    name, text = GHANAIAN
    pieces = parse_pieces(text)
    recordings = extract(arguments.videos, [piece.clip for piece in pieces], arguments.landmarks)
    utterances.append(Utterance(name, *build_sign(pieces, recordings, body), TEMPO[name]))
    made_of[name] = f"{SOURCE} ({LICENCE}): 1 signer, another take than the pack's"

    raw, times, performance = make_sample(utterances, body)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    save_recording(arguments.out, raw, times, CAMERA.aspect, compact=True)
    write_text(arguments.out.with_suffix(".json"), expected(performance, made_of))
    write_text(arguments.out.with_suffix(".md"), provenance(made_of))
    for label, start, end in performance.signs:
        print(f"{start:6.2f} - {end:6.2f} s  {label:12} {made_of[label]}")
    print(f"{arguments.out}: {len(raw)} frames, {times[-1]:.1f} s")


def provenance(made_of: dict[str, str]) -> str:
    """The text beside the sample: contents and sources."""
    return "\n".join(
        [
            "# sample.npz",
            "",
            "A landmark recording (`signmirror recognize assets/samples/sample.npz`) of a synthetic person who",
            "signs; no recording of a person is in it. Every movement is the DTW mean over takes of signers",
            "who are in no reference of the sign, on a body of other proportions, filmed by",
            "a simulated webcam: 16:9, another distance, 1.5 degrees askew, uneven frame times, lost frames,",
            "tremble. The Ghanaian sign has one signer only: it is another take than the reference's.",
            "`sample.json` says which sign lies where, hands raised to hands lowered.",
            "",
            "| sign | made of |",
            "|---|---|",
            *[f"| {label} | {source} |" for label, source in made_of.items()],
            "",
            "Made by `scripts/build/sample.py`; how it works: docs/references.md.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
