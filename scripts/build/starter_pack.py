"""Build the starter pack: DTW means over several signers of a collection of landmark clips.

python scripts/build/starter_pack.py COLLECTION --out assets/packs/starter [--no-encode]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from scripts.synthesis.body import NeutralBody
from scripts.synthesis.collection import Collection
from scripts.synthesis.publish import credits_of, shipped_encoder, write_starter
from scripts.synthesis.starter import (
    Reference,
    candidate_labels,
    references_of,
    takes_on_body,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path, help="folder with clips.csv")
    parser.add_argument("--out", type=Path, default=Path("assets/packs/starter"))
    parser.add_argument("--no-encode", action="store_true", help="write no embeddings")
    arguments = parser.parse_args()

    collection, body = Collection(arguments.collection), NeutralBody.load()
    references: list[Reference] = []
    dropped: list[str] = []
    for label in candidate_labels(collection):
        made = references_of(label, takes_on_body(collection, label, body), body)
        references += made
        if not made:
            dropped.append(label)
        for item in made:
            print(f"{item.sentence:14} {item.variant:20} {len(item.cluster.signers):2} signers", flush=True)
    encoder = None if arguments.no_encode else shipped_encoder()
    if encoder is None:
        print("no embeddings are written")
    pack = write_starter(arguments.out, references, encoder, readme(references, dropped))
    print(f"{arguments.out}: {len(pack.clips)} references, dropped for want of agreement: {', '.join(dropped)}")


def readme(references: Sequence[Reference], dropped: Sequence[str]) -> str:
    """What a person should know about the pack."""
    rows = [
        f"| {item.sentence} | {item.variant} | {item.category} | {len(item.cluster.signers)} |"
        f" {len(item.cluster.takes)} | {len(item.features) / 30:.1f} | {item.cluster.spread:.2f} |"
        for item in references
    ]
    takes = [take for item in references for take in item.cluster.takes]
    return "\n".join(
        [
            "# Starter signs",
            "",
            "Every reference is a mean over several people (DTW barycentre) on a neutral body. No recording of",
            "a person is in here. The people were mostly students at a webcam who copied a sign from a lesson:",
            "use these to try the program, and a teacher's own recordings to learn from.",
            "",
            "The language is what the sources say; several movements of one sentence are numbered. Spread is",
            "the mean DTW distance a step between takes of different signers (above 1.1 they were not joined).",
            "",
            "| sentence | variant: languages | category | signers | takes | seconds | spread |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"Left out, because no two signers make the same movement: {', '.join(dropped)}.",
            "",
            "## Sources",
            "",
            *[f"- {credit.line()}" for credit in credits_of(takes)],
            "",
            "Made by `scripts/build/starter_pack.py`; how it works: docs/references.md.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
