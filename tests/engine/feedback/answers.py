"""Answers of a recogniser, made up."""

from __future__ import annotations

from desktop_app.engine.records import Candidate, Prediction


def prediction(
    reason: str | None, *sentences: tuple[str, float], span: tuple[float, float] = (1.0, 2.6)
) -> Prediction:
    lines = tuple(
        Candidate(
            sentence_id=number,
            sentence=text,
            category="",
            video_file="",
            similarity=similarity,
            confidence=0.4,
            raw_similarity=similarity,
            proto_similarity=None,
            motion_mean=0.1,
            accepted=False,
            rejection_reason=reason,
            dtw_distance=None,
            dtw_score=None,
        )
        for number, (text, similarity) in enumerate(sentences)
    )
    return Prediction(lines, reason is None, reason, 0.1, *span, 1.0, 1.0)
