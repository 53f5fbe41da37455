"""Calibrates the feedback on real clips, and reports how well its scores separate attempts.

    python scripts/studies/calibrate_feedback.py COLLECTION [--write] [--json FILE]

COLLECTION is a folder with `clips.csv` and one `.npz` a source. A good attempt is a clip of the same sign by
another person, a wrong one a clip of another sign by another person; the reference is a real clip too. The
clusters of the starter references (docs/references.md) define which clips of a label show the same movement;
figures for all clips of a label are given as well. Constants come from one half of the people and figures from
the other; the faults are added to good attempts of all. `--write` saves the constants of all in
desktop_app/engine/feedback/calibration.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.feedback.alignment import Aligned, Channel, align, dominant_hand
from desktop_app.engine.feedback.sign_features import REST, SignFeatures, prepare
from desktop_app.errors import LandmarkError
from scripts.synthesis.collection import Collection, evenly
from scripts.synthesis.selection import choose

TARGET = Path(__file__).resolve().parents[2] / "desktop_app" / "engine" / "feedback" / "calibration.json"
PER_SIGNER = 4
PAIRS = 900
FAULTS = 300
NO_SIGNS = frozenset({"idle"})

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FeedbackItem:
    """One clip: which sign (label and movement), and by whom."""

    label: str
    cluster: str
    signer: str
    features: SignFeatures


@dataclass(frozen=True)
class Pair:
    """A reference and an attempt: `kind` is same (movement), label (only the label) or wrong."""

    reference: FeedbackItem
    attempt: FeedbackItem
    kind: str


def load(folder: Path) -> list[FeedbackItem]:
    """Prepared clips of every label with several signers."""
    collection = Collection(folder)
    table = collection.table
    table = table[~table["label"].isin(NO_SIGNS) & (table["label"].str.len() > 1)]
    items = []
    for label, rows in sorted(table.groupby("label"), key=lambda item: str(item[0])):
        if rows["signer"].nunique() < 2:
            continue
        member: dict[str, str] = {}
        for number, cluster in enumerate(choose(collection.takes(str(label), per_signer=PER_SIGNER))):
            member |= {take.clip_id: f"{label} {number}" for take in cluster.takes}
        for signer, clips in sorted(rows.groupby("signer"), key=lambda item: str(item[0])):
            for row in evenly(clips, PER_SIGNER).to_dict("records"):
                try:
                    features = prepare(collection.clip(row))
                except LandmarkError:
                    continue
                items.append(FeedbackItem(str(label), member.get(row["clip_id"], ""), str(signer), features))
    return items


def pairs(items: list[FeedbackItem], rng: np.random.Generator) -> list[Pair]:
    """The same number of each kind, evenly over labels, all between different people."""
    found: dict[str, dict[str, list[Pair]]] = {"same": {}, "label": {}, "wrong": {}}
    for one in items:
        for other in items:
            if one.signer == other.signer:
                continue
            if one.label == other.label:
                together = bool(one.cluster) and one.cluster == other.cluster
                kind = "same" if together else "label"
            else:
                kind = "wrong"
                if rng.random() > 0.03:
                    continue
            if kind == "wrong" and not one.cluster:
                continue
            found[kind].setdefault(one.cluster or one.label, []).append(Pair(one, other, kind))
    chosen = []
    for groups in found.values():
        each = max(1, PAIRS // max(len(groups), 1))
        for group in groups.values():
            picked = rng.permutation(len(group))[:each]
            chosen += [group[i] for i in picked]
    return chosen


def auc(good: Floats, bad: Floats) -> float:
    """Probability that a good attempt is nearer than a wrong one."""
    if not len(good) or not len(bad):
        return float("nan")
    ranks = np.concatenate([good, bad]).argsort(kind="stable").argsort(kind="stable") + 1.0
    return float(1 - (ranks[: len(good)].sum() - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad)))


def fit_weights(rows: Floats, right: npt.NDArray[np.bool_]) -> Floats:
    """Logistic regression with weights of zero or more, by projected gradient."""
    x = np.column_stack([rows, np.ones(len(rows))])
    target = (~right).astype(float)
    balance = np.where(right, 0.5 / right.mean(), 0.5 / (~right).mean())
    weights = np.zeros(x.shape[1])
    for _ in range(4000):
        wrong = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        weights -= 0.1 * (x.T @ (balance * (wrong - target)) / len(x))
        weights[:-1] = np.maximum(weights[:-1], 0)
    return weights[:-1]


def faults(
    features: SignFeatures, donor: SignFeatures, plain: Aligned
) -> dict[str, tuple[Channel, SignFeatures]]:
    """Deliberate faults in a good attempt, and the channel that each should lower most."""
    side = 1 - plain.dominant if plain.mirrored else plain.dominant  # the hand that plays the dominant part
    spread = np.linspace(0, donor.rows - 1, features.rows).round().astype(int)
    shape = features.shape.copy()
    shape[:, side] = donor.shape[spread, dominant_hand(donor)]
    if dominant_hand(donor) != side:
        shape[:, side, :36:3] *= -1
    place = features.place.copy()
    place[:, side] += np.array([0.0, -0.45]) * features.lift[:, side, None]
    slow = np.repeat(np.arange(features.rows), 2)
    made = {
        "hand shape of another sign": (Channel.SHAPE, replace(features, shape=shape)),
        "shifted location": (Channel.LOCATION, replace(features, place=place)),
        "half speed": (Channel.TIMING, _rows(features, slow)),
    }
    if plain.two_handed:
        gone, lift, seen = features.place.copy(), features.lift.copy(), features.seen.copy()
        gone[:, 1 - side], lift[:, 1 - side], seen[:, 1 - side] = REST[1 - side], 0, False
        shape = features.shape.copy()
        shape[:, 1 - side] = 0
        made["missing hand"] = (
            Channel.OTHER_HAND,
            replace(features, place=gone, lift=lift, seen=seen, shape=shape),
        )
    return made


def _rows(features: SignFeatures, rows: npt.NDArray[Any]) -> SignFeatures:
    return replace(
        features,
        times=features.times[0] + np.arange(len(rows)) / 30,
        place=features.place[rows],
        lift=features.lift[rows],
        seen=features.seen[rows],
        shape=features.shape[rows],
        face=features.face[rows] if features.face is not None else None,
    )


def measure(chosen: list[Pair]) -> list[tuple[Pair, Aligned]]:
    """Align every pair."""
    return [(pair, align(pair.reference.features, pair.attempt.features)) for pair in chosen]


def calibrate(measured: list[tuple[Pair, Aligned]]) -> dict[str, Any]:
    """Median and 95th percentile of good attempts in each channel, and the weight of each."""
    good = [aligned for pair, aligned in measured if pair.kind == "same"]
    wrong = [aligned for pair, aligned in measured if pair.kind == "wrong"]
    channels: dict[str, Any] = {}
    for channel in Channel:
        values = np.array([one.distances[channel] for one in good if channel in one.distances])
        middle, high = (float(np.percentile(values, q)) for q in (50, 95))
        channels[channel.value] = {"median": round(middle, 5), "p95": round(max(high, middle * 1.2), 5)}
    rows = np.array([_scaled(one, channels) for one in (*good, *wrong)])
    right = np.array([True] * len(good) + [False] * len(wrong))
    weights = fit_weights(rows, right)
    weights = weights / weights.sum()
    for channel, weight in zip(Channel, weights, strict=True):
        channels[channel.value]["weight"] = round(float(weight), 4)
    total = (rows[right] @ weights).astype(float)
    overall = {"median": round(float(np.median(total)), 5), "p95": round(float(np.percentile(total, 95)), 5)}
    # The cost of one step of a good attempt: a moment worth mentioning costs more than nearly all of them.
    for channel in Channel:
        steps = [one.costs[channel] for one in good if channel in one.costs]
        channels[channel.value]["step_p90"] = round(float(np.percentile(np.concatenate(steps), 90)), 5)
    return {"channels": channels, "overall": overall}


def _scaled(aligned: Aligned, channels: dict[str, Any]) -> list[float]:
    """Distances in medians of good attempts, at most 5; a missing channel counts as 1."""
    return [
        min(aligned.distances[channel] / max(channels[channel.value]["median"], 1e-6), 5.0)
        if channel in aligned.distances
        else 1.0
        for channel in Channel
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--write", action="store_true", help="write calibration.json")
    parser.add_argument("--json", type=Path, help="write the figures too")
    arguments = parser.parse_args()
    rng = np.random.default_rng(5)
    items = load(arguments.collection)
    people = sorted({item.signer for item in items})
    # The people of a source stay together, so that no two halves share a room and a camera.
    sources = sorted({person.split("/")[0] for person in people})
    half = {source: number % 2 for number, source in enumerate(sources)}
    print(f"{len(items)} clips, {len(people)} people, {len({item.label for item in items})} labels")
    parts = [[item for item in items if half[item.signer.split("/")[0]] == side] for side in (0, 1)]
    measured = [measure(pairs(part, rng)) for part in parts]
    figures: dict[str, Any] = {"tuned on one half, measured on the other": {}}
    for tuned, tested in ((0, 1), (1, 0)):
        constants = calibrate(measured[tuned])
        figures["tuned on one half, measured on the other"][f"half {tested}"] = report(
            measured[tested], constants
        )
    everything = measured[0] + measured[1]
    constants = calibrate(everything)
    figures["faults"] = fault_figures(everything, constants, rng)
    for name, value in figures.items():
        print(f"\n{name}\n{json.dumps(value, indent=2)}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(constants))
    if arguments.write:
        origin = "python scripts/studies/calibrate_feedback.py COLLECTION --write"
        TARGET.write_text(json.dumps({"made_by": origin, **constants}, indent=2) + "\n", encoding="utf-8")
    return 0


def report(measured: list[tuple[Pair, Aligned]], constants: dict[str, Any]) -> dict[str, Any]:
    """AUC of good against wrong attempts, and medians of the scores."""
    weights = np.array([constants["channels"][channel.value]["weight"] for channel in Channel])
    result: dict[str, Any] = {}
    for name in ("overall", *(channel.value for channel in Channel)):
        values: dict[str, list[float]] = {"same": [], "label": [], "wrong": []}
        for pair, aligned in measured:
            if name == "overall":
                values[pair.kind].append(float(np.dot(_scaled(aligned, constants["channels"]), weights)))
            elif Channel(name) in aligned.distances:
                values[pair.kind].append(aligned.distances[Channel(name)])
        same, label, wrong = (np.array(values[kind]) for kind in ("same", "label", "wrong"))
        limits = constants["overall"] if name == "overall" else constants["channels"][name]
        result[name] = {
            "auc_same_movement": round(auc(same, wrong), 3),
            "auc_all_of_the_label": round(auc(np.concatenate([same, label]), wrong), 3),
            "score_good": round(float(np.median([score(v, limits) for v in same])), 0) if len(same) else None,
            "score_wrong": round(float(np.median([score(v, limits) for v in wrong])), 0)
            if len(wrong)
            else None,
            "pairs": [len(same), len(label), len(wrong)],
        }
    return result


def score(distance: float, limits: dict[str, float]) -> float:
    """The scale of the program, for constants that are not saved yet."""
    from desktop_app.engine.feedback.scores import to_score

    return to_score(distance, limits["median"], limits["p95"])


def fault_figures(
    measured: list[tuple[Pair, Aligned]], constants: dict[str, Any], rng: np.random.Generator
) -> dict[str, Any]:
    """How often a fault in a good attempt lowers the score of the right channel most."""
    good = [pair for pair, _ in measured if pair.kind == "same"]
    chosen = [good[i] for i in rng.permutation(len(good))[:FAULTS]]
    counts: dict[str, list[float]] = {}
    confused: dict[str, dict[str, int]] = {}
    for pair in chosen:
        others = [one for one in good if one.attempt.label != pair.attempt.label]
        donor = others[int(rng.integers(len(others)))].attempt.features
        plain = align(pair.reference.features, pair.attempt.features)
        for name, (channel, broken) in faults(pair.attempt.features, donor, plain).items():
            after = align(pair.reference.features, broken, mirror=plain.mirrored)
            drops = {
                one: score(plain.distances[one], constants["channels"][one.value])
                - score(after.distances[one], constants["channels"][one.value])
                for one in Channel
                if one in plain.distances and one in after.distances
            }
            lowered = max(drops, key=lambda one: drops[one])
            row = counts.setdefault(name, [0, 0, 0.0])
            row[0] += 1
            row[1] += lowered is channel
            row[2] += drops.get(channel, 0.0)
            confused.setdefault(name, {}).setdefault(lowered.value, 0)
            confused[name][lowered.value] += 1
    return {
        name: {
            "attempts": int(n),
            "right_channel_lowered_most": round(hits / n, 3),
            "mean_drop": round(total / n, 1),
            "lowered_most": confused[name],
        }
        for name, (n, hits, total) in counts.items()
    }


if __name__ == "__main__":
    sys.exit(main())
