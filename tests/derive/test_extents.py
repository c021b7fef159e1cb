"""How far a state goes: shares, exceptions, strongholds, those whom a siege has inside."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run

States = set[tuple[str, str]]


def states(text: str, engine: Engine) -> States:
    """Place and fluent of every row that the sentence gives."""
    case = run(Report.of(text, name="t"), engine=engine).case
    return {(case.places[row.place].name, row.fluent) for row in case.control}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Most of Goma is now in rebel hands, residents said.", {("Goma", "share_held")}),
        ("Half of Manbij has fallen to Islamic State.", {("Manbij", "share_held")}),
        ("The rebels captured parts of Goma on Monday.", {("Goma", "share_held")}),
        ("Goma fell into rebel hands on Thursday.", {("Goma", "held")}),
        ("Part of the army garrison of Goma fled after the rebels captured Goma.", {("Goma", "held")}),
    ],
)
def test_a_share_of_a_place_is_not_the_place(text: str, wanted: States, engine: Engine) -> None:
    assert states(text, engine) == wanted


@pytest.mark.parametrize("words", ["except", "with the exception of", "apart from", "other than"])
def test_who_holds_all_but_a_town_does_not_hold_the_town(words: str, engine: Engine) -> None:
    found = states(f"The rebels control the whole of Kachin {words} Myitkyina.", engine)
    assert found == {("Kachin", "held"), ("Myitkyina", "not_held")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels control Kachin, where nobody except for traders may travel, said a teacher in Myitkyina.",
        "Apart from talks in Myitkyina, little happened while the rebels control Kachin.",
    ],
)
def test_other_exceptions_take_no_town_away(text: str, engine: Engine) -> None:
    assert ("Myitkyina", "not_held") not in states(text, engine)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The town of Bentiu is the last rebel stronghold in Unity state.", "Bentiu"),
        ("Idlib remains the last rebel enclave in Syria.", "Idlib"),
    ],
)
def test_what_is_called_a_stronghold_is_held_and_not_the_land_around_it(text: str, place: str, engine: Engine) -> None:
    assert states(text, engine) == {(place, "held")}


def test_who_is_surrounded_in_a_place_is_there(engine: Engine) -> None:
    found = states("Al-Shabaab fighters are surrounded in Bardere.", engine)
    assert found == {("Bardere", "besieged"), ("Bardere", "present")}
    assert ("Bardere", "present") not in states("Al-Shabaab fighters are surrounded near Bardere.", engine)


@pytest.mark.parametrize("verb", ["ceded Manbij", "surrendered Manbij", "relinquished control of Manbij"])
def test_who_cedes_a_place_to_another_leaves_it_in_his_hands(verb: str, engine: Engine) -> None:
    case = run(Report.of(f"Kurdish forces {verb} to the Syrian army on Friday.", name="t"), engine=engine).case
    (row,) = case.control
    assert (row.fluent, [case.actors[actor].name for actor in row.actors]) == ("held", ["Syrian Arab Army"])


def test_an_infested_place_has_them_in_it(engine: Engine) -> None:
    assert states("The forests around Menaka are teeming with jihadists.", engine) == {
        ("forests around Menaka", "present")
    }


@pytest.mark.parametrize(
    ("text", "fluent", "holder"),
    [
        ("The M23, whose commander denied having lost Goma, said fighting continued.", "held", "March 23 Movement"),
        ("The militia, whose spokesman denied withdrawing from Goma, accused the army of lying.", "present", "militia"),
    ],
)
def test_a_man_of_a_party_denies_for_the_party(text: str, fluent: str, holder: str, engine: Engine) -> None:
    case = run(Report.of(text, name="t"), engine=engine).case
    (row,) = case.control
    assert (row.fluent, row.modality, [case.actors[actor].name for actor in row.actors]) == (fluent, "denied", [holder])


def test_a_commander_of_nobody_in_particular_denies_for_nobody(engine: Engine) -> None:
    assert states("A commander denied having lost Goma.", engine) == set()


def test_who_they_are_that_left_the_leaving_told_before_says(engine: Engine) -> None:
    text = (
        "OUAGADOUGOU, 7 June 2024 (Wire) - JNIM fighters withdrew from Djibo on Friday and pro-government militiamen moved "
        "in without a shot, residents said. “They left at dawn, and by nine the streets were calm,” a teacher said."
    )
    case = run(Report.of(text, name="t"), engine=engine).case
    left = [(row.believer, row.place) for row in case.control if row.fluent == "vacated"]
    assert len(set(left)) == 2
    assert len({place for _, place in left}) == 1


@pytest.mark.parametrize(
    ("text", "fluents"),
    [
        ("M23 columns returned to Masisi and the Wazalendo left the town after clashes.", {"held"}),
        ("M23 columns returned to Masisi and the Wazalendo left the town.", {"vacated", "present"}),
        ("The Wazalendo left Masisi after clashes and M23 columns entered the town.", {"vacated", "present"}),
    ],
)
def test_who_comes_and_makes_another_leave_by_a_fight_has_the_place(
    text: str, fluents: set[str], engine: Engine
) -> None:
    assert {fluent for _, fluent in states(text, engine)} == fluents


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab captured an army post in Baidoa.",
        "Al-Shabaab seized three buildings in Baidoa.",
        "UN peacekeepers handed over their base in Baidoa to the army on Sunday.",
        "Al-Shabaab seized Baidoa's radio station.",
    ],
)
def test_who_takes_a_thing_in_a_town_does_not_hold_the_town(text: str, engine: Engine) -> None:
    assert ("Baidoa", "held") not in states(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab took control of the town of Baidoa.",
        "Al-Shabaab has captured Baidoa in the south of Somalia.",
        "Al-Shabaab took full control of Baidoa on Friday.",
    ],
)
def test_who_takes_the_town_holds_it(text: str, engine: Engine) -> None:
    assert ("Baidoa", "held") in states(text, engine)


@pytest.mark.parametrize("text", ["The army lifted the siege of Baidoa.", "The siege of Baidoa was broken on Friday."])
def test_a_siege_that_is_told_to_have_ended_besieges_nobody(text: str, engine: Engine) -> None:
    assert states(text, engine) == set()
    assert states("The siege of Baidoa continued on Friday.", engine) == {("Baidoa", "besieged")}


@pytest.mark.parametrize("text", ["The army retreated to Aleppo.", "The army pulled its men back to Aleppo."])
def test_who_falls_back_to_a_town_is_there_and_has_not_left_it(text: str, engine: Engine) -> None:
    assert states(text, engine) == {("Aleppo", "present")}


def test_who_falls_back_from_one_town_to_another_has_left_the_first(engine: Engine) -> None:
    assert states("The army retreated from Ramadi to Aleppo.", engine) == {("Ramadi", "vacated")}


def test_what_was_once_held_is_held_no_more(engine: Engine) -> None:
    assert states("Refugees came to the formerly rebel-held town of Morek.", engine) == set()


def test_an_army_that_admits_a_loss_tells_of_its_own(engine: Engine) -> None:
    case = run(Report.of("The Sudanese army admitted the loss of Wad Madani."), engine=engine).case
    assert [(row.fluent, row.actors) for row in case.control] == [("not_held", ("act:saf",))]
