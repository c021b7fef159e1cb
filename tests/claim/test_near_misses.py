"""Words that name an act in one sentence and none in the next."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import by_rules

NEAR_MISSES = (
    ("A drone flew at low altitude over Poltava on Monday.", "air_strike"),
    ("The coast guard picked up 30 migrants off Sfax on Tuesday.", "arrest"),
    ("The coast guard picked up 30 migrants off Sfax on Tuesday.", "kill"),
    ("Residents poured into the streets of Bangui on Tuesday.", "displace"),
    ("The general slipped away from the reception in Benghazi on Monday.", "withdraw"),
    ("The farmer butchered a lamb in Latakia on Friday.", "kill"),
)


@pytest.mark.parametrize(("text", "act"), NEAR_MISSES)
def test_a_near_miss_names_no_act(engine: Engine, text: str, act: str) -> None:
    record = run(Report.of(text, name="near"), engine=by_rules(engine))
    assert act not in {claim.act for claim in record.case.claims}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two drones flew at the airbase near Saky on Monday.", "air_strike"),
        ("Police picked up two men in Gulu on Tuesday.", "arrest"),
        ("Thousands of residents poured into Uganda on Tuesday.", "displace"),
    ],
)
def test_what_the_words_are_for_is_still_read(engine: Engine, text: str, act: str) -> None:
    record = run(Report.of(text, name="near"), engine=engine)
    assert act in {claim.act for claim in record.case.claims}


def test_a_surname_that_many_bear_is_not_the_leader(engine: Engine) -> None:
    text = "In Kasese, Baluku, a farmer, was killed by gunmen on Sunday."
    record = run(Report.of(text, name="near"), engine=engine)
    assert "Musa Baluku" not in {actor.name for actor in record.case.actors.values()}


def test_units_under_repair_are_nobodys(engine: Engine) -> None:
    text = "Units under repair were moved to Goma on Monday."
    record = run(Report.of(text, name="near"), engine=engine)
    assert not any(claim.roles.get("patient") for claim in record.case.claims)
