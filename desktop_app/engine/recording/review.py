"""Reviews a take: its moving part, its quality, and its similarity to other takes and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.engine.recording.compare import too_close, unlike_own_takes
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.takes.quality import QualityFinding, check_take
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span, cut, moving_part
from desktop_app.errors import LandmarkError, ModelError


@dataclass(frozen=True, slots=True, eq=False)
class TakeReview:
    """The part to keep, findings (the worst first), and the trimmed sequence."""

    span: Span
    findings: tuple[QualityFinding, ...]
    part: FeatureSequence | None


def assess_take(
    take: Take,
    sentence: str,
    *,
    span: Span | None = None,
    others: Sequence[FeatureSequence] = (),
    recogniser: Recogniser | None = None,
) -> TakeReview:
    """Review a take.

    Args:
        sentence: its intended meaning.
        span: the part to keep; None finds the moving part.
        others: the other takes of the sentence, trimmed.
        recogniser: over the open packs; None skips the comparison with them.
    """
    span = moving_part(take.sequence) if span is None else span
    findings = list(check_take(take, span, origin_s=take.sequence.start_s))
    try:
        part = cut(take.sequence, span)
    except LandmarkError:
        return TakeReview(span, tuple(findings), None)
    if any(finding.blocks for finding in findings):  # without a sign there is nothing to compare
        return TakeReview(span, tuple(findings), part)
    try:
        unlike = unlike_own_takes(part, others)
        close = None
        if recogniser is not None and len(recogniser.library.references):
            close = too_close(part, sentence, recogniser, recogniser.thresholds.sim_threshold)
    except (LandmarkError, ModelError):
        return TakeReview(span, tuple(findings), part)
    findings += [finding for finding in (close, unlike) if finding is not None]
    return TakeReview(span, tuple(sorted(findings, key=lambda one: (not one.blocks, one.start_s))), part)
