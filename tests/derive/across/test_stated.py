"""Which numbers the words of a count state."""

from __future__ import annotations

import pytest

from dateline.derive.across.stated import Figures, stated
from dateline.model.ledger import Count


@pytest.mark.parametrize(
    ("words", "low", "high", "told"),
    [
        ("hundreds", 200.0, None, (None, None)),
        ("Dozens of people", 24.0, None, (None, None)),
        ("several", 2.0, None, (None, None)),
        ("some 3,200", 2880.0, 3520.0, (3200.0, 3200.0)),
        ("nearly 50", 45.0, 49.0, (50.0, 50.0)),
        ("more than 20", 21.0, None, (20.0, None)),
        ("at least 19", 19.0, None, (19.0, None)),
        ("fewer than 20", 0.0, 20.0, (None, 20.0)),
        ("12", 12.0, 12.0, (12.0, 12.0)),
        ("eight to 12", 8.0, 12.0, (8.0, 12.0)),
        ("dozens", 31.0, 40.0, (31.0, 40.0)),
        ("up to 20", None, 20.0, (None, 20.0)),
    ],
)
def test_only_numbers_that_a_voice_gave_are_stated(
    words: str, low: float | None, high: float | None, told: Figures
) -> None:
    assert stated(Count(measure="killed", unit="people", words=words, low=low, high=high)) == told
