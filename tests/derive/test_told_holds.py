"""What words of holding, leaving and fighting tell of a place: for which party, and of which part of it."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def rows(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """Fluent, name of the place and names of the actors of every row of control."""
    case = run(Report.of(text), engine=engine).case
    return {
        (row.fluent, case.places[row.place].name, ", ".join(sorted(case.actors[name].name for name in row.actors)))
        for row in case.control
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The rebels insisted that they still held the town's airstrip.", ("held", "airstrip", "rebels")),
        (
            "Boko Haram is in full control of the centre of Bama, residents said.",
            ("held", "centre of Bama", "Boko Haram"),
        ),
        ("The Syrian army still clings to the hill above Morek.", ("held", "hill above Morek", "Syrian Arab Army")),
        ("The army has set up a post at the school in Bama.", ("present", "school", "Nigerian armed forces")),
        ("Troops guard the bridge at Bama.", ("present", "bridge", "Nigerian armed forces")),
        (
            "Boko Haram fighters are holed up in the police station in Bama.",
            ("present", "police station", "Boko Haram"),
        ),
        ("The commissioner said Boko Haram fighters were in his office in Bama.", ("present", "Bama", "Boko Haram")),
        (
            "Boko Haram withdrew from Bama on 3 February and the army moved in the next day.",
            ("present", "Bama", "Nigerian armed forces"),
        ),
        ("The soldiers had gone from Bama by Friday.", ("vacated", "Bama", "Nigerian armed forces")),
        (
            "The army said it had pushed Boko Haram off the bridge at Bama.",
            ("vacated", "bridge", "Boko Haram"),
        ),
        ("The situation in Bama remains unclear.", ("unknown", "Bama", "")),
        ("Who holds the market in Bama now could not be established.", ("unknown", "market", "")),
    ],
)
def test_what_the_words_tell_of_a_place_has_its_row(text: str, row: tuple[str, str, str], engine: Engine) -> None:
    assert row in rows(text, engine)


def test_whose_battalions_are_in_our_hands_holds_nothing(engine: Engine) -> None:
    found = rows('"All the army\'s battalions in Bama are in our hands," Boko Haram said.', engine)
    assert not {row for row in found if row[0] == "held"}


@pytest.mark.parametrize(
    "text",
    [
        "MAIDUGURI, 3 May 2015 - Boko Haram and the army have been fighting for control of Bama since January.",
        "MAIDUGURI, 3 May 2015 - Boko Haram attacked a convoy of the army. The two sides have been fighting for control of Bama since March.",
        "Fighting continued around Bama between Boko Haram and Nigerian troops.",
    ],
)
def test_a_place_for_whose_control_two_are_fighting_is_contested_between_them(text: str, engine: Engine) -> None:
    assert ("contested", "Bama", "Boko Haram, Nigerian armed forces") in rows(text, engine)


def test_who_lost_a_place_to_another_had_it_before(engine: Engine) -> None:
    text = "M23 lost the town of Sake, west of Goma, to the army on Tuesday, two days after it had captured it."
    army = "Armed Forces of the Democratic Republic of the Congo"
    found = rows(text, engine)
    assert {("not_held", "Sake", "March 23 Movement"), ("held", "Sake", army)} <= found
    assert ("held", "Sake", "March 23 Movement") in found
    assert "Goma" not in {place for _, place, _ in found}


def test_fighters_are_of_no_government_whatever_their_name(engine: Engine) -> None:
    text = "In Hudur, Islamic Courts fighters lost the town to government troops on Saturday."
    assert ("not_held", "Xuddur", "Somali National Army") not in rows(text, engine)


def test_rebels_who_lose_a_place_to_a_group_are_another_one(engine: Engine) -> None:
    text = "Syrian rebels lost the village of Suran to Islamic State on Tuesday."
    assert "Islamic State" not in {actors for fluent, _, actors in rows(text, engine) if fluent == "not_held"}


def test_who_is_pushed_off_a_bridge_by_men_loyal_to_another_has_left_the_bridge(engine: Engine) -> None:
    text = "Fighting continued around Morek. Fighters loyal to the government pushed Islamic State off the Assi bridge."
    left = {place for fluent, place, actors in rows(text, engine) if fluent == "vacated" and actors == "Islamic State"}
    assert left == {"Assi bridge"}


def test_an_entry_into_a_name_that_nobody_read_is_none_into_the_town_before(engine: Engine) -> None:
    text = "Al-Shabaab took Hudur on Monday. Ethiopian forces were reported to have crossed into Luqvel."
    ethiopian = {place for fluent, place, actors in rows(text, engine) if fluent == "present" and "Ethiopia" in actors}
    assert "Xuddur" not in ethiopian


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("There is not one of the soldiers left in Bama.", ("not_present", "Bama", "Nigerian armed forces")),
        ("The rebels still have the port of Tripoli and the districts along the sea.", ("held", "port", "rebels")),
        ("It could not be established who held the bridge at Bama.", ("unknown", "bridge", "")),
        ("A gendarme said he did not know in whose hands the town of Damara was.", ("unknown", "Damara", "")),
        (
            "Boko Haram raided the police station at Bama on Monday and it was in their hands by six.",
            ("held", "police station", "Boko Haram"),
        ),
        (
            "The army took Bama. Boko Haram, which had been in Gwoza since May, was driven from there on Monday.",
            ("vacated", "Gwoza", "Boko Haram"),
        ),
        (
            "The army abandoned two roadblocks at Bama on Monday.",
            ("vacated", "two roadblocks", "Nigerian armed forces"),
        ),
    ],
)
def test_what_the_words_point_to_is_what_is_told_of(text: str, row: tuple[str, str, str], engine: Engine) -> None:
    assert row in rows(text, engine)


def test_who_comes_after_others_have_gone_is_not_where_they_went(engine: Engine) -> None:
    text = (
        "On the east coast, Boko Haram fighters walked into the village of Bama on Friday night, stayed for an hour and "
        "slipped away into the jungle before soldiers arrived."
    )
    assert {place for _, place, _ in rows(text, engine)} == {"Bama"}


def test_who_had_a_place_that_was_taken_had_it_until_then(engine: Engine) -> None:
    text = "MAIDUGURI, 3 May 2015 - Troops on Saturday occupied the town of Bama, which was held by Boko Haram."
    case = run(Report.of(text), engine=engine).case
    lost = [row.valid for row in case.control if row.fluent == "held" and row.actors == ("act:boko-haram",)]
    assert [valid is not None and valid.earliest is None and valid.latest is not None for valid in lost] == [True]


def test_a_relief_agency_that_leaves_has_held_nothing(engine: Engine) -> None:
    assert not rows("The Red Cross left Bama on Monday.", engine)


def test_soldiers_who_took_what_they_wanted_and_withdrew_have_withdrawn(engine: Engine) -> None:
    case = run(Report.of("Boko Haram looted the market of Bama and withdrew."), engine=engine).case
    assert [claim.act for claim in case.claims] == ["loot", "withdraw"]


def test_a_company_that_withdrew_is_no_news_of_war(engine: Engine) -> None:
    case = run(Report.of("The company lost money and withdrew."), engine=engine).case
    assert "withdraw" not in {claim.act for claim in case.claims}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The rebels took Bama. In Gwoza the police station was in their hands by noon.",
            ("held", "police station", "rebels"),
        ),
        ("Boko Haram is bottled up in Gwoza.", ("present", "Gwoza", "Boko Haram")),
        ("The soldiers were gone from Bama by nightfall.", ("vacated", "Bama", "Nigerian armed forces")),
    ],
)
def test_terse_words_of_holding_and_going(text: str, row: tuple[str, str, str], engine: Engine) -> None:
    assert row in rows(text, engine)


def test_there_is_the_place_of_those_who_tell(engine: Engine) -> None:
    text = "Boko Haram took Gwoza. Residents of Bama said that no soldier had been seen there since Tuesday."
    assert "Gwoza" not in {place for fluent, place, _ in rows(text, engine) if fluent == "not_present"}


def test_those_who_tell_who_was_still_there_when_they_left_have_left(engine: Engine) -> None:
    text = "Aid workers say Boko Haram fighters were still present at the airstrip of Bama when they left."
    assert "vacated" not in {fluent for fluent, _, _ in rows(text, engine)}


def test_the_enemy_is_nobody_whom_the_report_calls_ours(engine: Engine) -> None:
    text = "Units of our Northern Front took by assault the enemy's post in Minbya. The enemy fled, leaving five dead."
    assert "Northern Front" not in {actors for fluent, _, actors in rows(text, engine) if fluent == "vacated"}
