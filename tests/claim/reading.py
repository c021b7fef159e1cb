"""Claims of a small text of our own, found by a part of their words."""

from __future__ import annotations

from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def claims_of(engine: Engine, text: str) -> tuple[Claim, ...]:
    return run(Report.of(text), engine=engine).case.claims


def words_of(claim: Claim) -> str:
    return " … ".join(span.quote for span in claim.spans)


def only(engine: Engine, text: str, part: str) -> Claim:
    claims = claims_of(engine, text)
    found = [claim for claim in claims if part in words_of(claim)]
    assert found, [words_of(claim) for claim in claims]
    return min(found, key=lambda claim: len(words_of(claim)))
