"""What words tell of a place beyond their verb: arrivals, fights that a capture ended, towns that pass to and fro, people caught."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.derive.test_fights_and_leavings import Rows, rows

ENDF = "Ethiopian National Defence Force"
BOTH = (ENDF, "Al-Shabaab")


def of(found: Rows, fluent: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(place, names) for place, one, names in found if one == fluent}


@pytest.mark.parametrize(
    "text",
    [
        "The ENDF retook Baidoa from Al-Shabaab after two days of fighting.",
        "The ENDF captured Baidoa after a battle with Al-Shabaab.",
        "The ENDF and Al-Shabaab have traded control of Baidoa several times since May.",
        "Control of Baidoa has passed back and forth between the ENDF and Al-Shabaab.",
    ],
)
def test_a_place_that_was_fought_for_or_passed_to_and_fro_was_contested(text: str, engine: Engine) -> None:
    assert ("Baidoa", BOTH) in of(rows(text, engine), "contested")


@pytest.mark.parametrize(
    "text",
    [
        "The ENDF retook Baidoa from Al-Shabaab after it had fought Al-Shabaab in Kismayo.",
        "The ENDF captured Baidoa from Al-Shabaab after talks with elders.",
        "Baidoa has changed hands twice since 1991, the ENDF said.",
        "The cup has changed hands several times between the ENDF and Al-Shabaab.",
    ],
)
def test_a_fight_elsewhere_or_of_one_party_contests_nothing_there(text: str, engine: Engine) -> None:
    assert "Baidoa" not in {place for place, _ in of(rows(text, engine), "contested")}


def test_who_reached_the_outskirts_is_there_and_in_no_town(engine: Engine) -> None:
    found = rows("ENDF units reached the outskirts of Baidoa on Friday.", engine)
    assert {place for place, _ in of(found, "present")} == {"outskirts of Baidoa"}
    assert not of(rows("ENDF units advanced to within sight of Baidoa on Friday.", engine), "present")


@pytest.mark.parametrize(
    ("text", "besieged"),
    [
        ("Families trapped in Baidoa called for help.", False),
        ("Hundreds of civilians are trapped in Baidoa by the fighting.", False),
        ("Civilians are trapped in Baidoa, which Al-Shabaab has surrounded.", True),
        ("Some 200 ENDF soldiers are trapped in Baidoa.", True),
    ],
)
def test_people_who_are_stuck_in_a_town_tell_of_no_siege(text: str, besieged: bool, engine: Engine) -> None:
    assert bool(of(rows(text, engine), "besieged")) is besieged


def test_it_is_the_place_of_which_the_talk_was(engine: Engine) -> None:
    text = "Al-Shabaab took Baidoa on Monday. The ENDF said it had driven them out and now held all of it."
    assert ("Baidoa", (ENDF,)) in of(rows(text, engine), "held")
    post = rows("The ENDF captured the post at Baidoa and held it until dawn.", engine)
    assert {place for place, _ in of(post, "held")} == {"post"}


def test_a_country_with_which_something_is_agreed_was_not_left(engine: Engine) -> None:
    text = "Al-Shabaab men were besieged in Baidoa. They were evacuated on Friday under a deal with Iran."
    assert {place for place, _ in of(rows(text, engine), "vacated")} <= {"Baidoa"}


def test_who_retakes_a_town_is_not_who_took_it_when_it_fell(engine: Engine) -> None:
    text = "The town of Bria fell on Friday, officials said. On Tuesday the army retook it."
    assert {names for _, names in of(rows(text, engine), "held")} == {(), ("Central African Armed Forces",)}


def test_who_is_hurled_back_from_the_gates_was_never_inside(engine: Engine) -> None:
    found = of(rows("The raiders were hurled back from the very gates of Baidoa.", engine), "vacated")
    assert not {"Marib", "Ma’rib"} & {place for place, _ in found}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Baidoa has never left Al-Shabaab control.", "Al-Shabaab"),
        ("The ENDF said Baidoa had never slipped out of its hands.", ENDF),
    ],
)
def test_what_was_never_out_of_their_hands_they_hold(text: str, holder: str, engine: Engine) -> None:
    assert ("Baidoa", (holder,)) in of(rows(text, engine), "held")


def test_what_is_lost_inside_a_town_is_not_the_town(engine: Engine) -> None:
    lost = of(rows("The ENDF lost its headquarters in Baidoa, residents said.", engine), "not_held")
    assert {place for place, _ in lost} == {"headquarters"}
    again = rows("Al-Shabaab seized a customs post at Baidoa. The ENDF said it had never lost the post.", engine)
    assert {place for place, fluent, _ in again if fluent == "held"} == {"customs post"}


def test_who_is_still_there_is_where_the_talk_was(engine: Engine) -> None:
    text = "Gunmen occupied the airstrip of Baidoa on Tuesday. Two traders said the gunmen were still there."
    assert {place for place, _ in of(rows(text, engine), "present")} == {"airstrip"}


def test_of_two_who_both_claim_a_town_each_speaks_of_itself(engine: Engine) -> None:
    held = of(rows("The ENDF and Al-Shabaab both claim to control Baidoa.", engine), "held")
    assert held == {("Baidoa", (ENDF,)), ("Baidoa", ("Al-Shabaab",))}


def test_nobody_who_came_was_there_and_no_group_is_nobody(engine: Engine) -> None:
    found = rows("Residents said no ENDF soldiers had come to Baidoa since.", engine)
    assert ("Baidoa", (ENDF,)) in of(found, "not_present")
    assert not rows("No group controls Baidoa.", engine)


def test_whose_a_unit_is_does_not_hold_beside_it(engine: Engine) -> None:
    held = of(rows("Until last week Baidoa belonged to the ENDF's 4th Division.", engine), "held")
    assert held == {("Baidoa", ("4th Division",))}


def test_nobody_who_came_back_to_the_town_was_there(engine: Engine) -> None:
    text = "Residents said Al-Shabaab left Baidoa on Friday and no ENDF soldiers had come to the town since."
    assert ("Baidoa", (ENDF,)) in of(rows(text, engine), "not_present")
