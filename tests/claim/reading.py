"""Claims of a small text of our own, found by a part of their words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.reference.act_reader import ActReader


def claims_of(engine: Engine, text: str) -> tuple[Claim, ...]:
    return run(Report.of(text), engine=engine).case.claims


def by_rules(engine: Engine) -> Engine:
    """The engine without the learned reader of acts: what the rules say."""
    nowhere = ActReader(file=Path("/nowhere/act_reader.onnx"), words=Path("/nowhere/words.txt"))
    return replace(engine, reference=replace(engine.reference, act_reader=nowhere))


def words_of(claim: Claim) -> str:
    return " … ".join(span.quote for span in claim.spans)


def only(engine: Engine, text: str, part: str) -> Claim:
    claims = claims_of(engine, text)
    found = [claim for claim in claims if part in words_of(claim)]
    assert found, [words_of(claim) for claim in claims]
    return min(found, key=lambda claim: len(words_of(claim)))
