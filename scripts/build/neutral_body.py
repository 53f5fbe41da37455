"""Measure the neutral body over all signers of a collection of landmark clips.

python scripts/build/neutral_body.py COLLECTION [--out FILE]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.files import write_text
from scripts.synthesis.body import NEUTRAL_BODY_FILE, mean_body, measure
from scripts.synthesis.collection import Collection

CLIPS_PER_SIGNER = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path, help="folder with clips.csv")
    parser.add_argument("--out", type=Path, default=NEUTRAL_BODY_FILE)
    arguments = parser.parse_args()

    collection = Collection(arguments.collection)
    people = []
    for signer in sorted(collection.table["signer"].unique()):
        measured = measure(*collection.rows_of_signer(signer, CLIPS_PER_SIGNER))
        if measured is not None:
            people.append(measured)
    body = mean_body(people)
    write_text(arguments.out, body.to_json())
    print(
        f"{arguments.out}: {body.signers} signers, arms {body.upper_arm} + {body.forearm}, hands {body.hand[8]}"
    )


if __name__ == "__main__":
    main()
