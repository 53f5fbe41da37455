"""An evaluated attempt as a record of the history, and as a file for others."""

from __future__ import annotations

from desktop_app.engine.attempts.records import ComparedReference, SharedAttempt, make_attempt
from desktop_app.engine.practice.evaluation import AttemptResult, AttemptVerdict
from desktop_app.engine.progress.records import Attempt, SentenceKey, utc_now


def attempt_of(result: AttemptResult, asked: SentenceKey | None) -> Attempt:
    """The record of an attempt for the history."""
    seen, feedback = result.seen_as, result.feedback
    return Attempt(
        when=utc_now(),
        pack=asked.pack if asked is not None else "",
        sentence=asked.sentence if asked is not None else "",
        category=asked.category if asked is not None else "",
        kind="practice" if asked is not None else "free",
        right=result.verdict is AttemptVerdict.RIGHT,
        overall=feedback.overall if feedback is not None else None,
        channels=(
            {item.channel.value: item.score for item in feedback.channels} if feedback is not None else {}
        ),
        recognised=seen[1] if seen is not None else "",
        accepted=result.verdict in (AttemptVerdict.RIGHT, AttemptVerdict.OTHER),
        reasons=tuple(reason.code for reason in result.reasons),
        seconds=round(result.span.seconds, 2),
    )


def shared_attempt_of(result: AttemptResult, attempt: Attempt) -> SharedAttempt:
    """The attempt with its landmarks, feedback and reference, and no picture."""
    info = result.reference_info
    reference = None
    if info is not None:
        reference = ComparedReference(info.pack, info.clip_id, info.sentence, result.reference)
    return make_attempt(result.take, attempt, feedback=result.feedback, reference=reference)
