"""Which answers are accepted: outcomes of the open set, the curve over the threshold, and the calibration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.search.decision import PROTOTYPE_SLACK
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.dataset import IDLE
from desktop_app.training.draws import cross_signer_draws
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import even_sample
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator, RankedAnswer

RIGHT, WRONG, UNKNOWN, REST = "right", "wrong", "unknown", "idle"
LEAVE_OUT: Final = 0.5  # half the sentences lose their references: their clips are the unknown signs
UNKNOWN_LIMIT: Final = 0.10  # share of unknown signs that may be accepted
IDLE_LIMIT: Final = 0.10
CURVE_POINTS: Final = 41


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Arrays with one entry per query: its kind, and the three numbers that decide acceptance."""

    kind: npt.NDArray[np.str_]
    similarity: npt.NDArray[np.float64]
    gap: npt.NDArray[np.float64]
    prototype: npt.NDArray[np.float64]  # NaN: the sentence has none
    # Input of the confidence: similarities of all sentences, the listed ones first; and the index of the right
    # one (-1: none)
    sentences: tuple[npt.NDArray[np.float64], ...]
    right: npt.NDArray[np.int64]

    def accepted(self, threshold: float, margin: float) -> npt.NDArray[np.bool_]:
        """The rule of `engine.decision` for other thresholds."""
        agrees = np.isnan(self.prototype) | (self.prototype >= threshold - PROTOTYPE_SLACK)
        return (self.similarity >= threshold) & (self.gap >= margin) & agrees

    def shares(self, threshold: float, margin: float) -> dict[str, float | None]:
        """Share accepted of each kind; None where there is no such query."""
        accepted = self.accepted(threshold, margin)
        found: dict[str, float | None] = {}
        for kind, name in (
            (RIGHT, "known_right_accepted"),
            (WRONG, "known_wrong_accepted"),
            (UNKNOWN, "unknown_accepted"),
            (REST, "idle_accepted"),
        ):
            chosen = self.kind == kind
            found[name] = float(accepted[chosen].mean()) if chosen.any() else None
        return found


def collect_outcomes(
    encoded: EncodedClips,
    thresholds: Thresholds,
    *,
    k: int,
    seeds: int,
    limit: int = 40,
    signers: tuple[str, ...] | None = None,
) -> Iterator[Outcomes | str]:
    """Run the open set of every signer (or of `signers`); yields the signer of each draw, then the outcomes.

    Args:
        limit: queries per draw of each kind (known, unknown, idle).

    Raises:
        DatasetError: there is no query.
    """
    evaluator = Evaluator(encoded, thresholds)
    kinds: list[str] = []
    answers: list[tuple[RankedAnswer, int]] = []
    for draw in cross_signer_draws(encoded.clips, k, seeds, query_signers=signers, leave_out=LEAVE_OUT):
        yield draw.signer
        library = EvaluationLibrary(encoded, draw.references)
        idle = np.array([encoded.clips[row].sentence == IDLE for row in draw.outside], bool)
        groups = ((draw.queries, ""), (draw.outside[~idle], UNKNOWN), (draw.outside[idle], REST))
        for rows, kind in groups:
            for row in even_sample(rows, limit, draw.seed):
                answer = evaluator.rank(library, int(row))
                kinds.append(kind or (RIGHT if answer.place == 1 else WRONG))
                answers.append((answer, answer.place - 1 if not kind else -1))
    if not answers:
        raise DatasetError(
            Message("No clip can be asked: no sentence has references by another signer."),
            Message("Add clips of other people to the data set."),
            code="dataset.no_queries",
        )
    yield _pack(kinds, answers)


def _pack(kinds: list[str], answers: list[tuple[RankedAnswer, int]]) -> Outcomes:
    similarity, prototype = np.full(len(answers), -1.0), np.full(len(answers), np.nan)
    for row, (answer, _) in enumerate(answers):
        if answer.lines:  # without any the motion gate rejected the clip, and it is never accepted
            similarity[row] = answer.lines[0].similarity
            if answer.lines[0].proto_similarity is not None:
                prototype[row] = answer.lines[0].proto_similarity
    return Outcomes(
        kind=np.array(kinds),
        similarity=similarity,
        gap=np.array([answer.gap for answer, _ in answers]),
        prototype=prototype,
        sentences=tuple(
            np.concatenate([[line.similarity for line in answer.lines], answer.rest]).astype(np.float64)
            for answer, _ in answers
        ),
        # A right sentence beyond the listed ones does not depend on the temperature.
        right=np.array([place if place < len(answer.lines) else -1 for answer, place in answers], np.int64),
    )


def acceptance_curve(outcomes: Outcomes, margin: float) -> list[dict[str, Any]]:
    """Shares accepted over the similarity threshold at one margin."""
    reached = outcomes.similarity[outcomes.similarity > -1]
    low, high = (float(reached.min()), float(reached.max())) if len(reached) else (0.0, 1.0)
    return [
        {"sim_threshold": round(float(at), 4), **outcomes.shares(float(at), margin)}
        for at in np.linspace(low, high, CURVE_POINTS)
    ]


def open_set_document(outcomes: Outcomes, thresholds: Thresholds, k: int, seeds: int) -> dict[str, Any]:
    """The JSON of `--protocol open-set`."""
    counts = {kind: int((outcomes.kind == kind).sum()) for kind in (RIGHT, WRONG, UNKNOWN, REST)}
    return {
        "protocol": "open-set",
        **outcomes.shares(thresholds.sim_threshold, thresholds.sim_margin),
        "curve": acceptance_curve(outcomes, thresholds.sim_margin),
        "k": k,
        "seeds": seeds,
        "queries": counts,
        "sim_threshold": thresholds.sim_threshold,
        "sim_margin": thresholds.sim_margin,
    }


@dataclass(frozen=True, slots=True)
class ConfidenceCalibration:
    """Thresholds and what they reach on the clips they were chosen on."""

    thresholds: Thresholds
    reached: dict[str, float | None]

    @property
    def gain(self) -> float:
        """Share of right answers accepted, less the shares of unknown signs and of idle clips."""
        return gain(self.reached)


def gain(shares: dict[str, float | None]) -> float:
    """The score of an acceptance rule: right answers accepted, less unknown signs and idle clips accepted."""
    right, unknown, idle = (
        shares[name] or 0.0 for name in ("known_right_accepted", "unknown_accepted", "idle_accepted")
    )
    return right - unknown - idle


def calibrate(outcomes: Outcomes, start: Thresholds) -> ConfidenceCalibration:
    """Choose threshold, margin and temperature.

    At most a tenth of the unknown signs and of the idle clips is accepted; within that, the share of right
    answers accepted less the shares of these two is highest (the last right answers cost the most false ones);
    of equal choices the one that accepts the fewest wrong answers. The temperature makes the right answer most
    likely.
    """
    thresholds_tried = np.round(np.arange(-0.2, 0.995, 0.01), 3)
    margins = np.round(np.concatenate([np.arange(0, 0.05, 0.005), np.arange(0.05, 0.301, 0.01)]), 4)
    best: tuple[tuple[float, float], float, float] | None = None
    for threshold in thresholds_tried:
        for margin in margins:
            share = outcomes.shares(float(threshold), float(margin))
            if (share["unknown_accepted"] or 0) > UNKNOWN_LIMIT or (share["idle_accepted"] or 0) > IDLE_LIMIT:
                continue
            score = (gain(share), -(share["known_wrong_accepted"] or 0.0))
            if best is None or score > best[0]:
                best = (score, float(threshold), float(margin))
    if best is None:
        raise DatasetError(
            Message("No threshold keeps unknown signs out."), Message("Train longer, or keep the defaults.")
        )
    chosen = replace(
        start, sim_threshold=best[1], sim_margin=best[2], confidence_temperature=_temperature(outcomes)
    )
    return ConfidenceCalibration(chosen, outcomes.shares(chosen.sim_threshold, chosen.sim_margin))


def _temperature(outcomes: Outcomes) -> float:
    """Least negative log-likelihood of the right line under the softmax over all sentences."""
    known = [(outcomes.sentences[row], right) for row, right in enumerate(outcomes.right) if right >= 0]
    if not known:
        return Thresholds().confidence_temperature
    best, chosen = np.inf, Thresholds().confidence_temperature
    for temperature in np.geomspace(0.01, 1.0, 41):
        loss = 0.0
        for values, right in known:
            scaled = (values - values.max()) / temperature
            loss += float(np.log(np.exp(scaled).sum()) - scaled[right])
        if loss < best:
            best, chosen = loss, float(temperature)
    return round(chosen, 4)
