from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def rows(text: str, engine: Engine) -> set[tuple[str, str]]:
    """Place, as the text writes it, and fluent of every row of control."""
    case = run(Report.of(text), engine=engine).case
    means = [(case.resolution.place(mention.id), mention.span.quote) for mention in case.resolution.mentions]
    words = {place.id: quote for place, quote in means if place is not None}
    return {(words.get(row.place, case.places[row.place].name), row.fluent) for row in case.control}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured the towns of Morek, Halfaya and Suran on Tuesday.",
        "Rebels captured Morek, Halfaya and Suran.",
        "The army said rebels had overrun the towns of Morek and Halfaya, as well as the village of Suran.",
        "Morek, Halfaya and Suran were seized by rebels overnight.",
        "Rebels hold the towns of Morek, Halfaya and Suran.",
    ],
)
def test_every_town_of_a_list_changes_hands(text: str, engine: Engine) -> None:
    assert rows(text, engine) >= {("Morek", "held"), ("Halfaya", "held"), ("Suran", "held")}


def test_who_besieges_two_towns_besieges_both(engine: Engine) -> None:
    assert rows("Rebels besieged Morek and Suran.", engine) == {("Morek", "besieged"), ("Suran", "besieged")}


def test_the_division_around_a_list_is_none_of_it(engine: Engine) -> None:
    names = {name for name, _ in rows("Rebels captured Morek and Suran, in Hama province.", engine)}
    assert names == {"Morek", "Suran"}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Soldiers retook a walled compound in the city of Ramadi.", "a walled compound"),
        ("Soldiers seized two villages from the rebels on Monday.", "two villages"),
        ("The army took control of a string of hilltop outposts near Morek.", "hilltop outposts"),
        ("Troops captured the Morek-Suran supply route.", "Morek-Suran supply route"),
    ],
)
def test_what_has_no_name_is_held_and_not_the_town_around_it(text: str, thing: str, engine: Engine) -> None:
    assert rows(text, engine) == {(thing, "held")}


@pytest.mark.parametrize(
    "text",
    [
        "The army captured three gunmen in Morek.",
        "The army captured a house in Morek.",
        "Police seized weapons and vehicles in Morek.",
    ],
)
def test_who_takes_people_or_things_in_a_town_takes_no_place(text: str, engine: Engine) -> None:
    assert rows(text, engine) == set()


def test_villages_told_anew_are_not_the_town_of_which_the_talk_was(engine: Engine) -> None:
    found = rows("Rebels attacked Morek on Monday. Soldiers captured two villages from them.", engine)
    assert ("Morek", "held") not in found


def test_large_parts_of_a_town_are_a_share_of_it(engine: Engine) -> None:
    assert rows("The army seized large parts of Aleppo on Friday.", engine) == {("Aleppo", "share_held")}


@pytest.mark.parametrize("text", ["Rebels hold the eastern part of Aleppo.", "The army took the old part of Aleppo."])
def test_a_part_that_is_named_is_held_and_no_share(text: str, engine: Engine) -> None:
    found = rows(text, engine)
    assert {fluent for _, fluent in found} == {"held"}
    assert "Aleppo" not in {name for name, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        "The town of Morek fell to fighters who took it from the army, an elder said.",
        "Seizing Morek from the army was hard, an elder said.",
    ],
)
def test_from_whom_a_town_is_taken_does_not_take_it(text: str, engine: Engine) -> None:
    case = run(Report.of(text), engine=engine).case
    armies = {actor.id for actor in case.actors.values() if actor.kind == "state_force"}
    assert not any(row.fluent == "held" and set(row.actors) & armies for row in case.control)


def test_two_towns_without_a_name_are_no_share(engine: Engine) -> None:
    assert rows("Guerrillas regained control of two hamlets near Morek.", engine) == {("two hamlets", "held")}


def test_a_spokesman_of_the_rebels_speaks_of_their_hands(engine: Engine) -> None:
    text = "The army attacked rebels in Morek. The town is still in our hands, a rebel spokesman said."
    case = run(Report.of(text), engine=engine).case
    (row,) = [row for row in case.control if row.fluent == "held"]
    assert [case.actors[actor].name for actor in row.actors] == ["rebels"]


def test_other_places_around_a_town_are_no_part_of_it(engine: Engine) -> None:
    text = (
        "Our forces have retaken Kidal, the president said. Many other places are still beyond the control of the army."
    )
    record = run(Report.of(text), engine=engine)
    assert not [finding for finding in record.findings if finding.type == "control_conflict"]
