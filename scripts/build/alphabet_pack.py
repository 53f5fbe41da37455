"""Build the manual alphabet: for each letter the mean hand of several people, for J and Z the mean motion.

python scripts/build/alphabet_pack.py COLLECTION --out assets/packs/alphabet
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.letters.alphabet import INDEX, LETTERS, MOVING
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.packs.manifest import SPELLING
from desktop_app.engine.records import BoolArray, FloatArray
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.files import write_text
from desktop_app.training.letters.collection import LetterCollection, load_letters
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.mean_hands import MeanHand, mean_motion, mean_still
from scripts.synthesis.publish import CREATED, SYNTHESISED, sequence_of
from scripts.synthesis.retarget import retarget

WRIST = (-0.62, -0.05)  # of the right hand in torso units: beside the shoulder, where people spell
ELBOW = (-0.72, 0.75)
HELD_ROWS = 30  # a still letter is a second long
PAUSE_ROWS = 8  # before and after a drawn one


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path, help="folder with stills.npz, sequences.npz, sources.csv")
    parser.add_argument("--out", type=Path, default=Path("assets/packs/alphabet"))
    arguments = parser.parse_args()
    collection = load_letters(arguments.collection)
    body = NeutralBody.load()
    means = [mean for letter in LETTERS if (mean := _mean(collection, letter)) is not None]
    licences, lines = _credits(collection, means)
    manifest = PackManifest(
        name="Manual alphabet",
        language="American manual alphabet, used in Ghanaian Sign Language too",
        version="1",
        feature_contract=TORSO_540,
        licence=" AND ".join(licences),
        attribution=tuple(lines),
        consent=f"{SYNTHESISED} The sources publish landmarks or pictures under the licences named.",
        description="One hand a letter, the mean over several people; J and Z move.",
        created=CREATED,
        purpose=SPELLING,
    )
    with PackWriter(arguments.out, manifest, dtype="float32") as writer:
        for mean in means:
            features, present = _on_body(mean, body)
            names = [collection.name_of(source) for source in mean.sources]
            writer.add(
                NewReference(
                    sequence_of(features, present),
                    mean.letter,
                    category="letters",
                    signer_id="synthesised",
                    handedness="right",
                    source="; ".join(names),
                    quality={
                        "sources": len(mean.sources),
                        "takes": mean.takes,
                        "spread": round(mean.spread, 3),
                    },
                )
            )
            print(f"{mean.letter}  {len(mean.sources)} sources  {mean.takes:5} takes  spread {mean.spread:.3f}")
        pack = writer.finish(None)
    write_text(arguments.out / "README.md", _readme(collection, means, lines))
    missing = sorted(set(LETTERS) - {mean.letter for mean in means})
    print(f"{arguments.out}: {len(pack.clips)} letters; without enough people: {', '.join(missing) or 'none'}")


def _mean(collection: LetterCollection, letter: str) -> MeanHand | None:
    if letter not in MOVING:
        return mean_still(collection, INDEX[letter])
    clips = [clip for clip in collection.clips if clip.letter == INDEX[letter] and clip.kind == "clip"]
    return mean_motion(clips)


def _on_body(mean: MeanHand, body: NeutralBody) -> tuple[FloatArray, BoolArray]:
    """Rows (T, 540) of the neutral body that shows the letter with its right hand."""
    hands = mean.hands
    if len(hands) == 1:
        hands = np.repeat(hands, HELD_ROWS, axis=0)
    else:
        hands = np.concatenate(
            [np.repeat(hands[:1], PAUSE_ROWS, axis=0), hands, np.repeat(hands[-1:], PAUSE_ROWS, axis=0)]
        )
    palm = float(np.mean([body.hand[place] for place in (4, 8, 12, 16)]))
    count = len(hands)
    pose = np.zeros((count, layout.POSE_POINTS, 4), np.float32)
    pose[:, :, :3] = body.trunk
    pose[:, :11, :3] = body.head
    pose[:, :, 3] = body.visibility
    placed = hands * palm + np.array([*WRIST, 0.0], np.float32)
    pose[:, layout.RIGHT_ELBOW, :2] = ELBOW
    pose[:, layout.RIGHT_WRIST, :2] = placed[:, 0, :2]
    # MediaPipe's pose has its own little finger, index and thumb; they lie on the hand's.
    for mark, point in ((18, 17), (20, 5), (22, 2)):
        pose[:, mark, :3] = pose[:, layout.RIGHT_WRIST, :3] + (placed[:, point] - placed[:, 0])
    pose[:, layout.LEFT_ELBOW, :2] = (0.68, 0.05 + 0.75)
    pose[:, layout.LEFT_WRIST, :2] = (0.62, 1.6)
    features = np.zeros((count, layout.FEATURE_DIM), np.float32)
    features[:, layout.POSE] = pose.reshape(count, -1)
    features[:, layout.RIGHT_HAND] = placed.reshape(count, -1)
    features[:, layout.FACE] = body.face.reshape(-1)
    present = np.tile(np.array([True, False, True, True]), (count, 1))
    return retarget(features, present, body), present


def _credits(collection: LetterCollection, means: Sequence[MeanHand]) -> tuple[list[str], list[str]]:
    used = sorted({source for mean in means for source in mean.sources})
    table = collection.sources.set_index("index")
    lines, licences = [], set()
    for source in used:
        row = table.loc[source]
        letters = "".join(mean.letter for mean in means if source in mean.sources)
        lines.append(f"{row['source']} ({row['licence']}): {letters}")
        licences.add("Apache-2.0" if "Apache" in str(row["licence"]) else "MIT")
    return sorted(licences), lines


def _readme(collection: LetterCollection, means: Sequence[MeanHand], lines: Sequence[str]) -> str:
    rows = [
        f"| {mean.letter} | {len(mean.sources)} | {mean.takes} | {mean.spread:.2f} |"
        f" {', '.join(collection.name_of(source) for source in mean.sources)} |"
        for mean in means
    ]
    return "\n".join(
        [
            "# Manual alphabet",
            "",
            "For each still letter the Procrustes mean of several people's typical hands, held as they hold it",
            "on average; J and Z are mean motions (each clip laid on the mean by DTW, every source with",
            "the same weight). All are right hands on a neutral body. No single person's recording is in here.",
            "",
            "A source whose hand lies far from the others' mean is left out of a letter. Spread: the mean",
            "distance of a source from the mean, in palm lengths. The pack is for spelling: signs are not",
            "looked up in it.",
            "",
            "| letter | sources | takes | spread | who |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "## Sources and their letters",
            "",
            *[f"- {line}" for line in lines],
            "",
            "Made by `scripts/build/alphabet_pack.py`.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
