"""Made-up histories with known answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from desktop_app.engine.progress.records import Attempt, SentenceKey

MONDAY = date(2026, 3, 2)
START = datetime.combine(MONDAY, time(9)).astimezone(UTC)  # nine o'clock wherever the tests run
WATER = SentenceKey("Starter", "WATER", "Food")
MILK = SentenceKey("Starter", "MILK", "Food")
HELLO = SentenceKey("Starter", "HELLO", "Greetings")


def attempt(key: SentenceKey = WATER, *, day: float = 0, right: bool = True, **others) -> Attempt:
    """A practice attempt `day` days after the start."""
    fields: dict[str, Any] = {
        "kind": "practice",
        "overall": 72.5,
        "recognised": key.sentence if right else "MILK",
        "accepted": right,
    }
    return Attempt(
        when=START + timedelta(days=day),
        pack=key.pack,
        sentence=key.sentence,
        category=key.category,
        right=right,
        **(fields | others),
    )


FULL = attempt(
    right=False,
    overall=41.25,
    channels={"shape": 80.0, "location": 12.5, "face": None},
    recognised="MILK",
    reasons=("too_alike", "unknown"),
    seconds=1.75,
    file="abc.signtry",
)
