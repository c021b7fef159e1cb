"""Headlines and bulletins tell their dead without a finite verb."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Four killed, 11 injured as gunmen attack bus in Plateau.", [("kill", "Four"), ("wound", "11")]),
        ("Two soldiers killed, five wounded in blast near Bannu.", [("kill", "Two"), ("wound", "five")]),
        ("At least six killed in strike on hospital in El Fasher.", [("kill", "At least six")]),
        ("12 dead, 30 hurt in market bombing in Maiduguri.", [("kill", "12 dead"), ("wound", "30")]),
        ("Nine dead, scores missing after raid on Tudun Biri.", [("kill", "Nine dead")]),
    ],
)
def test_headlines_tell_their_dead_without_a_verb(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    case = run(Report.of(text), engine=engine).case
    found = [
        (claim.act, case.resolution.mention(number).span.quote)
        for claim in case.claims
        for number in claim.roles.get("quantity", ())
        if claim.kind == "casualty"
    ]
    assert found == told
