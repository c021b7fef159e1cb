"""What ordinary prose may be coded for, and what must be found where its words are meant."""

from __future__ import annotations

from benchmarks.ordinary import measure
from dateline.pipeline import Engine

CODED, FOUND = 5, 0.86
"""Claims that may be coded in the thirty ordinary paragraphs, and the share of marked events that must be; may only improve."""


def test_ordinary_prose_stays_uncoded_and_war_is_found(engine: Engine) -> None:
    figures = measure(engine)
    assert figures["coded"] <= CODED, figures["faults"]
    assert figures["found"] >= FOUND, figures["faults"]
