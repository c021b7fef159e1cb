"""A column of perpetrators fills the agent that the row's own words leave open."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.pipeline import Engine, run

TABLE = (
    "Date | Place | Incident | Perpetrator | Killed\n"
    "3 May 2024 | Gao | Attack on a village | JNIM | 4\n"
    "4 May 2024 | Kaya | Soldiers shot a farmer | JNIM | 1\n"
)


def test_the_cell_of_the_perpetrator_is_the_agent_of_what_names_none(engine: Engine) -> None:
    record = run(Report.of(TABLE), engine=engine)
    told = {
        claim.spans[0].quote: [record.case.resolution.mention(i).span.quote for i in claim.roles.get("agent", ())]
        for claim in record.claims
    }
    assert told["Attack on a village"] == ["JNIM"]
    assert told["Soldiers shot a farmer"] == ["Soldiers"]
    assert told["4"] == []
