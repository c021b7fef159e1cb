"""An event that is only put beside another is told elsewhere; what it came weeks after is no news."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only

LEAD = "PORT VALE, May 3, 2017 (AP) - Gunmen killed nine farmers near Torit on Tuesday. "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The raid came after weeks of clashes between herders and farmers.", "The raid came"),
        ("Tuesday's attack came on the heels of a bombing in the port.", "attack came"),
        ("The killings take place on the eve of a vote.", "killings take place"),
        ("The Tuesday attack came two weeks after 30 people were abducted.", "attack came"),
        ("It came days after a blast in Yola.", "It came"),
    ],
)
def test_what_is_put_beside_another_is_no_second_event(engine: Engine, text: str, part: str) -> None:
    assert only(engine, LEAD + text, part).predicate == "follow"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Clashes came after midnight in Lira.", "Clashes came"),
        ("A raid took place against the backdrop of talks.", "raid took place"),
        ("The violence took place in a market.", "took place"),
    ],
)
def test_what_is_told_for_the_first_time_or_with_its_place_is_an_event(engine: Engine, text: str, part: str) -> None:
    assert only(engine, LEAD + text, part).codeable


@pytest.mark.parametrize(
    ("text", "part", "codeable"),
    [
        ("The attack came two weeks after 30 people were abducted in Yola.", "abducted", False),
        ("It comes just days after a bomb killed six people in Yola.", "killed six", False),
        ("The town fell two days after troops had crossed the river.", "crossed", True),
    ],
)
def test_what_it_came_long_after_is_background(engine: Engine, text: str, part: str, codeable: bool) -> None:
    assert only(engine, LEAD + text, part).codeable is codeable
