"""Mentions of actors, persons and labels in small texts of our own."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.record import Mention
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def marked(engine: Engine, text: str, *kinds: str) -> list[str]:
    return [m.span.quote for m in mentions(engine, text) if m.kind in kinds]


def mentions(engine: Engine, text: str) -> tuple[Mention, ...]:
    return mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chad's army said it had lost two posts.", ["Chad's army"]),
        ("Peruvian police arrested the attackers on Friday.", ["Peruvian police", "attackers"]),
        ("The rebels withdrew while government troops shelled the market.", ["rebels", "government troops"]),
        ("A shopkeeper told reporters that the militants burned the school.", ["shopkeeper", "reporters", "militants"]),
        ("Rebel-held villages were bombed by Ugandan warplanes.", ["Rebel", "Ugandan warplanes"]),
        ("Nairobi denied that its troops had crossed the border.", ["Nairobi", "its troops"]),
        ("The Blue Valley Liberation Front (BVLF) left the town and the BVLF denied it.",
         ["Blue Valley Liberation Front", "BVLF", "BVLF"]),
        ("According to an officer, residents of the town had fled.", ["officer", "residents"]),
        ("Clashes broke out between Armenian and Azerbaijani forces.", ["Armenian", "Azerbaijani forces"]),
        ("Nigerian, Chadian and Cameroonian troops left.", ["Nigerian", "Chadian", "Cameroonian troops"]),
        ("Peruvian and Chilean players met.", []),
        ("Kenyan and Somali officials met.", ["Somali officials"]),
    ],
)  # fmt: skip
def test_actors(engine: Engine, text: str, actors: list[str]) -> None:
    found = marked(engine, text, "actor")
    assert [name for name in found if name.lower() not in ("it", "they")] == actors


def test_a_country_that_is_only_a_place_is_no_actor(engine: Engine) -> None:
    assert marked(engine, "Heavy rain fell in Kenya and in Uganda on Monday.", "actor") == []


def test_army_camp_is_no_mention_of_the_army(engine: Engine) -> None:
    assert marked(engine, "The flood destroyed an army camp.", "actor") == []


def test_labels_accuse_and_nouns_describe(engine: Engine) -> None:
    text = "The general staff said 12 terrorists had been killed; the insurgents fled."
    assert marked(engine, text, "label") == ["terrorists"]
    assert "insurgents" in marked(engine, text, "actor")


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Colonel Amadou Traorek spoke; Traorek was calm.", ["Colonel", "Amadou Traorek", "Traorek"]),
        ("Army spokesman Peter Okullom said nobody was hurt.", ["Peter Okullom"]),
        ("The governor met the mayor.", ["governor", "mayor"]),
        ("SANTA ROSA -- COLONEL JULIO MENDIETA WAS SHOT BY UNKNOWN MEN IN THE MARKET.", ["COLONEL", "JULIO MENDIETA"]),
        ("Mariam Keita, kidnapped in May, was freed on Friday.", ["Mariam Keita"]),
        ("Hassan Ali, wounded by shelling in Bor, died on Friday.", ["Hassan Ali"]),
        ("Bor, Monday - Engineer Peter Deng was freed.", ["Engineer", "Peter Deng"]),
        ("Blue Lagoon, opened in May, was closed on Friday.", []),
    ],
)
def test_persons(engine: Engine, text: str, persons: list[str]) -> None:
    assert [name for name in marked(engine, text, "person") if "spokesman" not in name] == persons


def test_the_publisher_is_marked_in_the_frame_and_in_the_text(engine: Engine) -> None:
    text = "JUBA, May 3, 2024 (Delta Wire) - Two men died, a doctor told Delta Wire on Friday."
    assert marked(engine, text, "actor").count("Delta Wire") == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("RSF units shelled the market.", ["RSF units"]),
        ("FARC elements crossed the river.", ["FARC elements"]),
        ("Hamas sources denied it.", ["Hamas sources"]),
        ("Government helicopters bombed Kosti.", ["Government helicopters"]),
        ("Air force planes bombed Kosti.", ["Air force"]),
        ("A joint team of the army sealed the lane.", ["joint team", "army"]),
        ("Farmers fled before soldiers drove them out.", ["Farmers", "soldiers", "them"]),
        ("The trucks stood there and they burned them.", ["they"]),
        ("Shelling killed eight women and 30 civilians.", ["women", "civilians"]),
        ("Rebel-held towns were hit by insurgent fire.", ["Rebel", "insurgent"]),
    ],
)
def test_a_part_of_a_party_is_named_with_it(engine: Engine, text: str, named: list[str]) -> None:
    assert marked(engine, text, "actor") == named


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("A Hezbollah lawmaker insisted that the bridge held.", ["Hezbollah lawmaker"]),
        ("The patrol killed a Taliban commander.", []),
        ("Two men stopped a driver and shot him.", ["him"]),
        ("A masked gunman shot a suspected insurgent.", ["masked gunman", "suspected insurgent"]),
        ("Army spokesman Captain Ali Reza Moradi spoke.", ["Army spokesman", "Captain", "Ali Reza Moradi"]),
        ("On Monday local commander Peter Atem agreed.", ["local commander", "Peter Atem"]),
    ],
)
def test_one_man_is_a_person_by_his_role(engine: Engine, text: str, persons: list[str]) -> None:
    assert marked(engine, text, "person") == persons


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Militiamen allied to Bamako entered Ber.", ["Militiamen", "Bamako"]),
        ("Fighters paid by Tehran attacked a post near Erbil.", ["Fighters", "Tehran"]),
        ("The front signed a truce with Addis Ababa in May.", ["front", "Addis Ababa"]),
        ("Caracas broke off talks with the guerrillas.", ["Caracas", "guerrillas"]),
        ("US-led raids killed nine people near Deir ez-Zor.", ["US"]),
        ("Fighters met in Bamako and went back to Niamey.", ["Fighters"]),
        ("The road linked to Kampala was closed.", []),
    ],
)
def test_the_seat_of_a_government_stands_for_it(engine: Engine, text: str, actors: list[str]) -> None:
    assert marked(engine, text, "actor") == actors
