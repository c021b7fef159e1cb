"""Parts of a count told without a verb, and the dead of two sides, are claims of their own."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def harm(engine: Engine, text: str) -> list[tuple[str, str]]:
    """The act and the words of every casualty claim of a text."""
    claims = run(Report.of(text), engine=engine).claims
    return [(c.act, " … ".join(span.quote for span in c.spans)) for c in claims if c.kind == "casualty"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The blast killed 14 people, among them the mayor of Kenge.",
            [("kill", "The blast killed 14 people"), ("kill", "among them the mayor of Kenge")],
        ),
        (
            "Nine people were wounded, at least three of them nurses.",
            [("wound", "Nine people were wounded"), ("wound", "at least three of them nurses")],
        ),
        (
            "The brigade killed 12 militants, among them a local emir, and burned two huts.",
            [("kill", "The brigade killed 12 militants"), ("kill", "among them a local emir")],
        ),
        (
            "The clinics took in 18 wounded: 11 soldiers, four drivers and three children.",
            [("wound", "The clinics took in 18 wounded"), ("wound", "11 soldiers, four drivers and three children")],
        ),
        (
            "Six soldiers and 30 rebels were killed in Kenge.",
            [("kill", "Six soldiers … were killed"), ("kill", "30 rebels were killed in Kenge")],
        ),
    ],
)
def test_a_part_of_a_count_is_a_claim(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    assert harm(engine, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Twelve villagers died, most of them women.",
        "Nine traders and four drivers were killed.",
        "A raid killed 17 villagers, among them patients of a clinic.",
    ],
)
def test_what_tells_nobody_apart_stays_inside(engine: Engine, text: str) -> None:
    assert len(harm(engine, text)) == 1


def test_two_of_them_who_fled_are_no_part_of_the_dead(engine: Engine) -> None:
    assert harm(engine, "Police arrested nine men, two of them students.") == []


def test_a_part_is_told_by_the_voice_of_the_whole_and_is_as_old(engine: Engine) -> None:
    text = "Police said nine people were killed in 2012, three of them nurses."
    whole, part = (claim for claim in run(Report.of(text), engine=engine).claims if claim.kind == "casualty")
    assert whole.voices[-1].holder == part.voices[-1].holder
    assert whole.temporal_status == part.temporal_status != "current"
    assert part.roles.keys() >= {"patient", "quantity"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Eleven villagers were killed: five in Kenge and six at the ford.",
            [("kill", "Eleven villagers were killed"), ("kill", "five in Kenge"), ("kill", "six at the ford")],
        ),
        (
            "Nine people were wounded, four of them near the market.",
            [("wound", "Nine people were wounded"), ("wound", "four of them near the market")],
        ),
        (
            "Nine people were wounded, two of them seriously.",
            [("wound", "Nine people were wounded"), ("wound", "two of them seriously")],
        ),
        ("The blast killed nine people, most of them traders.", [("kill", "The blast killed nine people")]),
        ("The blast killed nine people, four of them in uniform.", [("kill", "The blast killed nine people")]),
    ],
)
def test_a_part_is_told_by_place_or_degree(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    assert harm(engine, text) == told


@pytest.mark.parametrize("part", ["most of them traders", "four of them in uniform"])
def test_what_those_were_like_is_no_second_count(engine: Engine, part: str) -> None:
    claims = run(Report.of(f"The blast killed nine people, {part}."), engine=engine).claims
    found = [c for c in claims if c.spans[0].quote == part]
    assert [(c.act, c.codeable) for c in found] == [("characterise", False)]


def test_those_who_were_displaced_are_told_by_place(engine: Engine) -> None:
    text = "Some 900 people have been displaced: 500 in Kenge and 400 in Popo."
    claims = run(Report.of(text), engine=engine).claims
    assert [c.act for c in claims] == ["displace"] * 3


@pytest.mark.parametrize("text", ["the scrolls were burnt or carried away, some 300 of them", "Ten fled, two of them"])
def test_a_text_that_ends_with_those_who_are_counted_has_no_part(engine: Engine, text: str) -> None:
    assert run(Report.of(text), engine=engine).case.claims
