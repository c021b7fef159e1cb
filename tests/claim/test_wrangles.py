"""Fights over words and portfolios, ground gained at a table, prices that shoot up."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only

WAR = "BENI, May 3, 2017 (AP) - Rebels shelled the army base in Beni on Tuesday, killing three soldiers.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The delegates are still fighting over the wording of the draft.",
        '"We are fighting for every comma," an envoy said.',
        "The two delegations clashed over the agenda.",
        "Ministers are fighting over portfolios.",
        "The two sides have moved closer since Tuesday.",
        "Copper shot up 8 percent.",
        "The premier came under fire from families who accuse him of dragging out the war.",
        "Shops closed as an armed strike called by the group entered its third day.",
        "Some 900 families are still displaced in the north.",
    ],
)
def test_words_of_war_about_talks_and_prices_are_no_events(engine: Engine, text: str) -> None:
    claims = [claim for claim in claims_of(engine, WAR + text) if claim.spans[0].start >= len(WAR)]
    assert not [claim for claim in claims if claim.codeable]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rebels fought over the bridge for three days.", "fought"),
        ("Two militias clashed over cattle.", "clashed"),
        ("The rebels moved closer to the airport.", "closer"),
        ("The rebels advanced by two kilometres.", "advanced"),
        ("The patrol came under fire from villagers.", "fire"),
        ("Ten soldiers died in an armed strike on a convoy.", "strike"),
    ],
)
def test_real_fights_are(engine: Engine, text: str, part: str) -> None:
    assert only(engine, WAR + text, part).codeable
