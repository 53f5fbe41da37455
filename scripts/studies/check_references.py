"""Print the retrieval of the starter references as Markdown: clips of signers who are left out of them.

python scripts/studies/check_references.py COLLECTION
"""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.synthesis.body import NeutralBody
from scripts.synthesis.check import Rank, by_dtw, by_encoder, leave_one_signer_out, table
from scripts.synthesis.collection import Collection
from scripts.synthesis.publish import shipped_encoder
from scripts.synthesis.starter import candidate_labels, references_of, takes_on_body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path, help="folder with clips.csv")
    arguments = parser.parse_args()

    collection, body = Collection(arguments.collection), NeutralBody.load()
    references = [
        item
        for label in candidate_labels(collection)
        for item in references_of(label, takes_on_body(collection, label, body), body)
    ]
    ways: dict[str, Rank] = {"hand channels, DTW only": by_dtw}
    encoder = shipped_encoder()
    if encoder is not None:
        ways[f"shipped encoder {encoder.spec.sha256[:8]}, cosine"] = by_encoder(encoder)
    for name, rank in ways.items():
        print(f"\n### {name}\n")
        print("| label | signers | clips | place 1 | first 5 | place 1, all signers | first 5, all signers |")
        print("|---|---|---|---|---|---|---|")
        print("\n".join(table(leave_one_signer_out(collection, references, body, rank))))


if __name__ == "__main__":
    main()
