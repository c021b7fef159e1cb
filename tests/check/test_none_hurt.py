"""No casualties at all, and wounded: a contradiction between voices without two numbers."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.check.none_hurt import none_against_wounded
from dateline.model.record import Case
from dateline.model.world import Actor
from dateline.reference import load_reference
from tests.cases import ARMY, REBELS, RESIDENTS, TOWN, CaseOf, count

SOLDIER = Actor(id="civ:soldier", name="soldier", kind="civilian", provisional=True)
BAKER = Actor(id="civ:baker", name="baker", kind="civilian", provisional=True)


def told(*, by: Any = RESIDENTS, predicate: str = "casualties", whom: Actor = SOLDIER, act: str = "wound") -> Case:
    text = CaseOf("The army said it had no casualties in Oakford. Residents said a man was wounded in Oakford.")
    place = text.means("Oakford", TOWN)
    roles = {"patient": text.means("it", ARMY), "quantity": text.means("no", count(0))}
    text.claim(
        "it had no casualties", "kill", predicate=predicate, by=ARMY, kind="casualty", polarity="negative",
        roles=roles, place=place, codeable=False,
    )  # fmt: skip
    text.claim(
        "a man was wounded", act, by=by, kind="casualty", roles={"patient": text.means("a man", whom)}, place=place
    )
    return text.case(derived=False)


def test_no_casualties_and_a_wounded_soldier() -> None:
    (finding,) = none_against_wounded(told(), load_reference())
    assert (finding.code, finding.severity, finding.claims) == ("N101", "error", ("c1", "c2"))
    assert finding.computation == {"check": "count_range", "values": [0, 1], "low": 0, "high": 1}


@pytest.mark.parametrize(("noun", "against"), [("soldiers", True), ("villagers", False)])
def test_the_noun_of_a_number_says_who_was_wounded(noun: str, against: bool) -> None:
    text = CaseOf(f"The army said it had no casualties in Oakford. A doctor said three {noun} were wounded.")
    place = text.means("Oakford", TOWN)
    roles = {"patient": text.means("it", ARMY), "quantity": text.means("no", count(0))}
    text.claim(
        "it had no casualties", "kill", predicate="casualties", by=ARMY, kind="casualty", polarity="negative",
        roles=roles, place=place, codeable=False,
    )  # fmt: skip
    hurt = {"quantity": text.means(f"three {noun}", count(3, "wounded", noun=noun))}
    text.claim(f"three {noun} were wounded", "wound", by=RESIDENTS, kind="casualty", roles=hurt)
    assert bool(list(none_against_wounded(text.case(derived=False), load_reference()))) is against


@pytest.mark.parametrize(
    "other",
    [
        {"by": ARMY}, {"predicate": "kill"}, {"whom": BAKER}, {"whom": REBELS}, {"by": None}, {"act": "arrest"},
    ],
)  # fmt: skip
def test_what_is_no_contradiction(other: dict[str, Any]) -> None:
    assert list(none_against_wounded(told(**other), load_reference())) == []
