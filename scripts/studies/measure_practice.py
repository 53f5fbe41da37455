"""The thresholds of practice, where the sentence is known: benefit and cost of the slack of a lesson.

    python -m scripts.studies.measure_practice COLLECTION [--references N] [--rounds N] [--json FILE]

COLLECTION is a folder with `clips.csv` and one `.npz` a source. A lesson is eight random signs, each with up to
three references: real clips of the same movement by people other than the learner (the clusters of the starter
references define which clips show the same movement). A good attempt is a clip of one of its signs by another
person, a wrong one a clip of a sign outside of the lesson, while one of its signs is the expected one. Figures
for signers whom the encoder was not trained on are given separately.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app import paths
from desktop_app.engine.dtw import shorten
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.protocols import Encoder, ReferenceInfo
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.search.recogniser import ENCODER_FPS, Recogniser
from desktop_app.engine.tracking.features import resample
from scripts.synthesis.collection import Collection
from scripts.synthesis.selection import choose

LESSON = 8
SLACKS = ((0.0, 0.0), (0.04, 0.06), (0.09, 0.06), (0.14, 0.06), (0.19, 0.06), (0.14, 0.11))


@dataclass(frozen=True)
class PracticeItem:
    """One clip of a movement: `sign` is label and cluster."""

    sign: str
    label: str
    signer: str
    clip: FeatureSequence
    embedding: FloatArray
    projection: FloatArray


class LessonReferences:
    """The references of a lesson; satisfies `protocols.ReferenceLibrary`."""

    def __init__(self, items: list[PracticeItem]) -> None:
        self._items = items
        numbers = {sign: number for number, sign in enumerate(dict.fromkeys(item.sign for item in items))}
        self.references = tuple(
            ReferenceInfo(str(i), numbers[item.sign], item.sign, "", "", "lesson")
            for i, item in enumerate(items)
        )
        self.embeddings: FloatArray = np.stack([item.embedding for item in items])

    def projection(self, row: int) -> FloatArray:
        """(T', P) of one reference."""
        return self._items[row].projection

    def features(self, row: int) -> FeatureSequence:
        """The clip of one reference."""
        return self._items[row].clip

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        """None: a mean of three clips is not reliable."""
        return None


def load(folder: Path, encoder: Encoder, per_signer: int) -> list[PracticeItem]:
    """Load the clips of every movement with several signers."""
    collection = Collection(folder)
    table: pd.DataFrame = collection.table
    items = []
    for label in sorted(set(table["label"]) - {"idle"}):
        for number, cluster in enumerate(choose(collection.takes(str(label), per_signer=per_signer))):
            wanted = {take.clip_id for take in cluster.takes}
            for row in table[table["clip_id"].isin(wanted)].to_dict("records"):
                clip = collection.clip(row)
                embedding, projection = encoder.encode([resample(clip, ENCODER_FPS).features])[0]
                signer = str(row["signer"])
                items.append(
                    PracticeItem(f"{label} {number}", str(label), signer, clip, embedding, shorten(projection))
                )
    return items


def lesson_for(
    items: list[PracticeItem], signs: list[str], without: str, count: int, rng: np.random.Generator
) -> list[PracticeItem]:
    """Up to `count` references a sign, none by the learner."""
    chosen = []
    for sign in signs:
        others = [item for item in items if item.sign == sign and item.signer != without]
        chosen += [others[i] for i in rng.permutation(len(others))[:count]]
    return chosen


def measure(
    items: list[PracticeItem], base: Recogniser, count: int, rounds: int, rng: np.random.Generator
) -> pd.DataFrame:
    """One row per attempt: whether it is good, whether the expected sign is first, similarity and lead."""
    signs = sorted({item.sign for item in items})
    labels = {item.sign: item.label for item in items}
    rows = []
    for item in items:
        if len({other.signer for other in items if other.sign == item.sign}) < 2:
            continue
        for number in range(rounds):
            others = [sign for sign in signs if labels[sign] != item.label]
            picked = [others[i] for i in rng.permutation(len(others))[: LESSON - 1]]
            for good in (True, False):
                expected = item.sign if good else picked[0]
                lesson = lesson_for(items, [expected, *picked[0 if good else 1 :]], item.signer, count, rng)
                if expected not in {one.sign for one in lesson}:
                    continue
                found = base.with_library(LessonReferences(lesson)).recognise(item.clip, 5).results
                if not found:
                    continue
                ahead = found[0].similarity - (found[1].similarity if len(found) > 1 else 0.0)
                first = found[0].sentence == expected
                rows.append((item.signer, good, first, found[0].similarity, ahead, number))
    return pd.DataFrame(rows, columns=["signer", "good", "first", "similarity", "ahead", "round"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--per-signer", type=int, default=4, help="clips of a label by one person")
    parser.add_argument("--references", type=int, default=3, help="references a sign, by other people")
    parser.add_argument("--rounds", type=int, default=3, help="lessons per clip")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    bundle = load_bundle()
    encoder = open_encoder(bundle, cache_dir=paths.cache_dir())
    items = load(arguments.collection, encoder, arguments.per_signer)
    base = Recogniser(encoder, LessonReferences(items[:1]), bundle.thresholds)
    table = measure(items, base, arguments.references, arguments.rounds, np.random.default_rng(7))
    config = json.loads((bundle.folder / "model_config.json").read_text(encoding="utf-8"))
    held_out = config.get("calibration", {}).get("held_out_signers", [])
    unseen = table[table["signer"].isin(held_out)]
    report = {"attempts": len(table), "signers": int(table["signer"].nunique()), "unseen_attempts": len(unseen)}
    lines = []
    for slack, margin in SLACKS:
        limits = bundle.thresholds.sim_threshold - slack, bundle.thresholds.sim_margin - margin
        line: dict[str, float] = {"similarity": round(limits[0], 3), "margin": round(limits[1], 3)}
        for name, part in (("all", table), ("unseen", unseen)):
            taken = part["first"] & (part["similarity"] >= limits[0]) & (part["ahead"] >= limits[1])
            line[f"good_{name}"] = round(float(taken[part["good"]].mean()), 3)
            line[f"wrong_{name}"] = round(float(taken[~part["good"]].mean()), 3)
        lines.append(line)
        print(line)
    print(report)
    if arguments.json:
        arguments.json.write_text(json.dumps(report | {"lines": lines}, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
