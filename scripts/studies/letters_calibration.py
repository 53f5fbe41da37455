"""Fits the weights of the calibration, and judges each source by weights that were fitted without it.

python -m scripts.studies.letters_calibration COLLECTION [--steps 500] [--draws 4] [--set NAME=VALUE ...]

For each source a net is trained without it; one capture per letter of the source calibrates
it, the others are queries. Prints the share of right answers before and after (mean over letters and draws),
then the weights of all sources together, in the order of `TERMS`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn

from desktop_app.engine.letters.alphabet import LETTERS, MOVING_PLACES
from desktop_app.engine.letters.calibration import (
    FEATURES_DOUBTED,
    FEATURES_NEAR,
    SHAPE_DOUBTED,
    SHAPE_NEAR,
    cosines,
)
from desktop_app.engine.letters.hands import shapes_of
from desktop_app.engine.letters.smoothing import held_still
from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.training.letters.collection import LetterCollection, Stills, load_letters
from desktop_app.training.letters.loop import LetterTraining
from desktop_app.training.letters.study import joined, set_threads, train_seeds
from scripts.studies.letters_study import changed

# (of the features, times the doubt, width), in the order of the weights that are printed.
TERMS: Final = tuple(
    (features, doubted, width)
    for features, doubted, kind in (
        (True, False, FEATURES_NEAR),
        (False, False, SHAPE_NEAR),
        (True, True, FEATURES_DOUBTED),
        (False, True, SHAPE_DOUBTED),
    )
    for width, _ in kind
)
MOST: Final = 60  # queries per letter
FITTED: Final = 20  # of these, rows of the fit
SHRINK: Final = 5e-4


@dataclass(frozen=True, slots=True, eq=False)
class CalibrationDraw:
    """One choice of shown captures: (N, L, 1 + terms) evidence of each letter, and (N,) the right one."""

    evidence: FloatArray
    right: IntArray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--draws", type=int, default=4)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="as of letters_study")
    arguments = parser.parse_args()
    set_threads(1)
    collection = load_letters(arguments.collection)
    training = changed(LetterTraining(steps=arguments.steps), arguments.set)
    draws: dict[int, list[CalibrationDraw]] = {}
    for source in collection.judged:
        nets = train_seeds(collection, replace(training, held_out=(source,)), 1)
        net, _ = joined(nets, ())
        found = [draw_of(collection, source, net, number) for number in range(arguments.draws)]
        draws[source] = [draw for draw in found if len(draw.right)]
    queries = {source: found for source, found in draws.items() if found}
    for source, found in queries.items():
        weights = fit({other: of for other, of in queries.items() if other != source})
        before = np.mean([share(draw.evidence[:, :, 0], draw.right) for draw in found])
        after = np.mean([share(draw.evidence @ weights, draw.right) for draw in found])
        print(f"{collection.name_of(source)[:40]:40} {before:.4f} {after:.4f}", flush=True)
    print([round(float(weight), 2) for weight in fit(queries)])


def draw_of(collection: LetterCollection, source: int, net: nn.Module, seed: int) -> CalibrationDraw:
    """Draw one capture per letter of a source for calibration, and the others as queries."""
    stills = collection.stills
    drawn = np.isin(stills.letters, MOVING_PLACES) | (stills.letters >= len(LETTERS))
    of_source = stills.pick(np.flatnonzero((stills.sources == source) & ~stills.suspect & ~drawn))
    rng = np.random.default_rng(100 * source + seed)
    shown, queries = chosen(of_source, rng)
    with torch.no_grad():
        hands = of_source.right_hands()
        chances, features = (part.numpy() for part in net(torch.from_numpy(hands)[:, None]))
    chances, rows = held_still(chances), np.concatenate([features, shapes_of(hands)], axis=1)
    letters = of_source.letters[shown]
    doubt = 1 - chances[shown, letters]
    examples = np.concatenate([rows[shown], doubt[:, None]], axis=1)
    shape, feature = cosines(rows[queries], examples, examples[:, -64:-1].mean(axis=0))
    parts = [np.log(np.maximum(chances[queries][:, letters], 1e-6))]
    for of_features, doubted, width in TERMS:
        near = np.exp(((feature if of_features else shape) - 1) / width)
        parts.append(near * doubt if doubted else near)
    place = np.searchsorted(letters, of_source.letters[queries])
    return CalibrationDraw(np.stack(parts, axis=2).astype(np.float32), place)


def chosen(stills: Stills, rng: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Calibration rows, one per letter in the order of letters, and rows of other captures."""
    shown: list[int] = []
    queries: list[int] = []
    for letter in np.unique(stills.letters):
        rows = np.flatnonzero(stills.letters == letter)
        first = int(rng.choice(rows))
        capture = stills.groups[first]
        others = rows[(stills.groups[rows] != capture) if capture >= 0 else rows != first]
        shown.append(first)
        queries.extend(rng.permutation(others)[:MOST])
    return np.array(shown, np.int64), np.array(queries, np.int64)


def fit(draws: Mapping[int, Sequence[CalibrationDraw]]) -> FloatArray:
    """(1 + terms,) weights, none below 0: a softmax over letters; sources and letters weigh the same."""
    batches = [_batch(found) for found in draws.values()]
    free = torch.full((1 + len(TERMS),), -2.0)
    free[0] = 0.54
    free.requires_grad_()
    best = torch.optim.LBFGS([free], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        best.zero_grad()
        weights = nn.functional.softplus(free)
        total = SHRINK * (weights[1:] ** 2).sum()
        for evidence, there, right, weight in batches:
            scores = (evidence @ weights).masked_fill(~there, -1e9)
            lost = nn.functional.cross_entropy(scores, right, reduction="none")
            total = total + (lost * weight).sum() / len(batches)
        total.backward()
        return total

    best.step(loss)
    return np.asarray(nn.functional.softplus(free).detach().numpy())


def _batch(found: Sequence[CalibrationDraw]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    evidence, there, right, weight = [], [], [], []
    most = max(draw.evidence.shape[1] for draw in found)
    for draw in found:
        rng = np.random.default_rng(0)
        letters = np.unique(draw.right)
        rows = [rng.permutation(np.flatnonzero(draw.right == letter))[:FITTED] for letter in letters]
        for of_letter in rows:
            part = draw.evidence[of_letter]
            evidence.append(np.pad(part, ((0, 0), (0, most - part.shape[1]), (0, 0))))
            there.append(np.arange(most)[None] < np.full((len(part), 1), part.shape[1]))
            weight.append(np.full(len(part), 1 / (len(part) * len(letters) * len(found)), np.float32))
        right.append(draw.right[np.concatenate(rows)])
    parts = (evidence, there, right, weight)
    one, two, three, four = (torch.from_numpy(np.concatenate(part)) for part in parts)
    return one, two, three, four


def share(scores: FloatArray, right: IntArray) -> float:
    """Right answers, mean over letters."""
    answers = scores.argmax(axis=1)
    return float(np.mean([(answers[right == letter] == letter).mean() for letter in np.unique(right)]))


if __name__ == "__main__":
    main()
