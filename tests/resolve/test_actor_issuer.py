"""For which side a publisher of communiqués speaks."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

OURS = "Our fighters took Pangani on Thursday."


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        (f"ARMED FORCES PRESS OFFICE – Nairobi – Communiqué No. 4 – 3 May 2024\n\n{OURS}", "state_force", "KE"),
        (f"NORTHERN COMMAND OF THE ARMY\nStatement No. 4 – Nairobi, 3 May 2024\n\n{OURS}", "state_force", "KE"),
        (f"MEDIA OFFICE OF THE ARAKAN ARMY\nStatement 4/2024, 3 May 2024\n\n{OURS}", "rebel", "brotherhood"),
        (f"Houthi War Media – Sanaa, 3 May 2024\n\n{OURS}", "rebel", "houthis"),
    ],
)
def test_a_party_speaks_in_its_own_paper(engine: Engine, text: str, kind: str, side: str) -> None:
    publisher = run(Report.of(text), engine=engine).case.resolution.publisher
    assert (publisher.kind, publisher.side) == (kind, side)


@pytest.mark.parametrize(
    "text",
    [
        # An outlet that only reports on an army is none of its voices.
        "Army Weekly – Nairobi, 3 May 2024\n\nThe army took Pangani on Thursday.",
        # Somebody else's "our".
        "Army Weekly – Nairobi, 3 May 2024\n\n“Our fighters took Pangani,” a man said on Thursday.",
        # A party of which nothing is known.
        f"Coast Wire – Nairobi, 3 May 2024\n\n{OURS}",
        # A line of words above a dated one is no name.
        f"Pangani fell on Thursday.\nStatement No. 4 – Nairobi, 3 May 2024\n\n{OURS}",
    ],
)
def test_an_outlet_speaks_for_nobody(engine: Engine, text: str) -> None:
    publisher = run(Report.of(text), engine=engine).case.resolution.publisher
    assert (publisher.kind, publisher.side) == ("media", None)


STATEMENT = (
    "VALLEY FRONT\nMedia Office – Statement No. 4 – Bangui, 3 May 2024\n\nOur fighters captured Birao on Friday. "
)


def test_a_party_that_no_register_has_is_one_where_its_own_fighters_are_told_of(engine: Engine) -> None:
    record = run(Report.of(STATEMENT + "We lost two men."), engine=engine)
    publisher = record.case.resolution.publisher
    assert (publisher.name, publisher.side) == ("Valley Front", publisher.id)
    assert [claim.interest for claim in record.claims] == ["self_serving", "against_interest"]


def test_a_party_that_writes_means_itself_whatever_others_claim_of_it(engine: Engine) -> None:
    text = STATEMENT + "The army claims that we shelled the school. “We took the hill,” the army said."
    record = run(Report.of(text), engine=engine)
    shelled, took = (
        claim
        for claim in record.claims
        if claim.act in ("shelling", "capture") and "fighters" not in claim.spans[0].quote
    )
    assert record.case.resolution.actor(shelled.roles["agent"][0]) == record.case.resolution.publisher
    assert record.case.resolution.actor(took.roles["agent"][0]) != record.case.resolution.publisher
