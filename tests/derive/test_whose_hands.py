"""Whose a place is that is "with us", "theirs" or "in his men's hands", and what has passed into whose."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def rows(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """Fluent, name of the place and names of the actors of every row of control."""
    case = run(Report.of(text), engine=engine).case
    return {
        (row.fluent, case.places[row.place].name, ", ".join(case.actors[name].name for name in row.actors))
        for row in case.control
    }


@pytest.mark.parametrize(
    "text",
    [
        'Soldiers took Suran. "The town of Morek is with us," said Colonel Samer Haddad, the army\'s spokesman.',
        'Soldiers took Suran. "The town of Morek is ours," said Colonel Samer Haddad, the army\'s spokesman.',
        "Colonel Samer Haddad, who commands the army, said that the town of Morek was in his men's hands.",
        "By evening the town of Morek was back with the army.",
        "The town of Morek has returned to army control.",
        "The town of Morek passed under army control on Monday.",
    ],
)
def test_a_place_in_the_hands_of_those_who_speak_or_are_named_is_theirs(text: str, engine: Engine) -> None:
    assert ("held", "Morek", "Syrian Arab Army") in rows(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        '"All the regime\'s barracks in Morek are now in our hands," Hayat Tahrir al-Sham said.',
        '"The army\'s posts in Morek are under our control," Hayat Tahrir al-Sham said.',
        "The army's posts in Morek are under the control of Hayat Tahrir al-Sham.",
    ],
)
def test_whose_a_site_was_does_not_hold_it_when_it_is_in_other_hands(text: str, engine: Engine) -> None:
    held = {actors for fluent, _, actors in rows(text, engine) if fluent == "held"}
    assert held == {"Hayat Tahrir al-Sham"}


def test_what_a_witness_calls_theirs_belongs_to_the_armed_who_were_named_last(engine: Engine) -> None:
    text = "On Monday Morek was overrun by the rebels. The bridge at Suran is still theirs, a trader said."
    assert "rebels" in {actors for fluent, place, actors in rows(text, engine) if "bridge" in place}


def test_a_spokesman_of_rebels_speaks_of_no_state(engine: Engine) -> None:
    text = "Soldiers entered the town of Morek. The rebels' spokesman, Samer Haddad, said the town was still with them."
    assert "held" not in {fluent for fluent, _, _ in rows(text, engine)}
    assert ("held", "Morek", "rebels") in rows(f"The rebels took Suran. {text}", engine)


def test_who_stays_with_friends_holds_no_place(engine: Engine) -> None:
    assert rows("The families are with us, said a teacher in Morek.", engine) == set()


def test_what_is_left_out_of_a_town_that_changed_hands_is_not_held(engine: Engine) -> None:
    found = rows("Most of the town except the northern district of Karm has returned to army control.", engine)
    assert {(fluent, place) for fluent, place, _ in found} == {("share_held", "town"), ("not_held", "Karm")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry denied that any Turkish soldier had been in Morek.", "Turkish soldier"),
        ("No soldier had come to Morek, said a teacher.", "soldier"),
        ("Soldiers seized the town of Morek. The rebels are nowhere to be seen, a trader said.", "rebels"),
    ],
)
def test_who_is_not_seen_in_a_place_even_a_single_man_is_not_there(text: str, who: str, engine: Engine) -> None:
    assert ("not_present", "Morek", who) in rows(text, engine)


def test_one_wounded_man_in_a_hospital_is_no_force_there(engine: Engine) -> None:
    found = rows("There was just one soldier in the hospital of Morek, a doctor said.", engine)
    assert "present" not in {fluent for fluent, _, _ in found}


@pytest.mark.parametrize("told", ["leaving it in the hands of the rebels", "leaving it in rebel hands"])
def test_who_is_left_in_possession_of_it_has_not_left_it(told: str, engine: Engine) -> None:
    assert rows(f"The army withdrew from Morek on Monday, {told}.", engine) == {
        ("vacated", "Morek", "Syrian Arab Army"),
        ("held", "Morek", "rebels"),
    }


@pytest.mark.parametrize("told", ["It is held by the army again", "It has been under army control since Friday"])
def test_it_is_the_town_of_which_the_talk_was(told: str, engine: Engine) -> None:
    assert ("held", "Morek", "Syrian Arab Army") in rows(f"Rebels seized the town of Morek on Monday. {told}.", engine)


def test_a_hold_that_lasted_until_some_year_ends_then_and_does_not_begin(engine: Engine) -> None:
    case = run(Report.of("The town of Morek was held by the rebels until 2013."), engine=engine).case
    (row,) = case.control
    assert row.valid is not None
    assert row.valid.earliest is None
    assert row.valid.last_day == date(2013, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        '"The town of Morek is in our hands," Hayat Tahrir al-Sham said.',
        "Morek is under the control of Hayat Tahrir al-Sham.",
    ],
)
def test_a_town_in_somebodys_hands_stays_the_place_of_the_claim(text: str, engine: Engine) -> None:
    case = run(Report.of(text), engine=engine).case
    named = [name for claim in case.claims if claim.act == "hold" for name in claim.roles.get("place", ())]
    assert [case.resolution.mention(name).span.quote for name in named] == ["Morek"]


def test_who_held_a_town_for_years_before_it_was_taken_holds_it_no_more(engine: Engine) -> None:
    found = rows("The army took Morek. It was held by the rebels for two years.", engine)
    assert {actors for fluent, _, actors in found if fluent == "held"} == {"Syrian Arab Army"}


@pytest.mark.parametrize(
    "whose", ["Samer Haddad, once a commander of the rebels,", "Samer Haddad, a former officer of the rebels,"]
)
def test_who_served_a_party_once_speaks_for_it_no_more(whose: str, engine: Engine) -> None:
    found = rows(f"The rebels met the army. {whose} said the town of Morek was ours.", engine)
    assert "rebels" not in {actors for fluent, _, actors in found if fluent == "held"}


def test_a_spokesman_named_behind_his_party_speaks_for_it(engine: Engine) -> None:
    text = 'Soldiers fought near Morek. "The town is ours," the Northland Front spokesman, Karim Shahin, said.'
    assert ("held", "Morek", "Northland Front") in rows(text, engine)
