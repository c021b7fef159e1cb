"""Whose units are, who is meant by forces that no register has, and who cannot be meant."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def actors(text: str, engine: Engine) -> dict[str, Actor]:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    return {m.span.quote: actor for m in mentions if (actor := resolution.actor(m.id))}


@pytest.mark.parametrize(
    ("text", "unit", "side"),
    [
        ("Ukraine's 212th Brigade pushed Russian marines back.", "212th Brigade", "UA"),
        ("Russia's 877th Regiment entered the village.", "877th Regiment", "RU"),
        ("Battalion 909 of the Golani Brigade raided a camp.", "Battalion 909", "IL"),
        ("Hezbollah's 14th Division fired rockets at Israeli troops.", "14th Division", "hezbollah"),
    ],
)
def test_unit_is_on_the_side_of_its_owner(engine: Engine, text: str, unit: str, side: str) -> None:
    assert actors(text, engine)[unit].side == side


def test_number_behind_a_unit_is_part_of_its_name(engine: Engine) -> None:
    found = actors("Light Infantry Battalion 777 and Infantry Division 76 left their camp.", engine)
    assert {"Light Infantry Battalion 777", "Infantry Division 76"} <= set(found)


def test_general_staff_is_no_general(engine: Engine) -> None:
    assert (
        actors("Ukrainian troops held the town, the General Staff said.", engine)["General Staff"].id == "act:ua-staff"
    )


@pytest.mark.parametrize("words", ["Druze gunmen", "Fulani militia", "Gao police"])
def test_people_or_place_before_armed_men_says_which(engine: Engine, words: str) -> None:
    found = actors(f"{words} attacked a convoy in the morning.", engine)
    assert words in found


def test_residents_of_a_place_leave_the_place_a_mention(engine: Engine) -> None:
    parsed = parse(Report.of("Goma residents said that shells had hit the port."), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    assert [(m.kind, m.span.quote) for m in mentions][:2] == [("place", "Goma"), ("actor", "residents")]


def test_forces_of_a_region_are_not_the_army_of_its_country(engine: Engine) -> None:
    found = actors("Kachin forces and Amhara troops did not meet. Ethiopian soldiers left Bahir Dar.", engine)
    assert found["Amhara troops"].side is None


def test_joint_force_is_no_single_army(engine: Engine) -> None:
    found = actors("The joint force repelled an attack on El Fasher, the Sudanese army said.", engine)
    assert (found["joint force"].kind, found["joint force"].side) == ("joint_force", None)


@pytest.mark.parametrize(
    "text",
    [
        "Naparama fighters attacked the insurgents in Macomia.",
        "The insurgents were driven out by Naparama fighters in Macomia.",
        "Naparama fighters and insurgents clashed in Macomia.",
    ],
)
def test_nobody_fights_himself(engine: Engine, text: str) -> None:
    assert actors(text, engine)["insurgents"].provisional


def test_rebels_named_in_the_sentence_before_are_meant(engine: Engine) -> None:
    found = actors("The M23 entered Rutshuru. The rebels burned a bridge.", engine)
    assert found["rebels"].id == "act:m23"
