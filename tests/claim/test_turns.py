"""Turns of phrase: conditions without "if", charges without a deed, what happens below a death, what mines and bullets do."""

from __future__ import annotations

import pytest

from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import claims_of, only, words_of

LEAD = "GOMA, DR Congo, May 3, 2017 (AP) - Three soldiers died in an ambush on Tuesday.\n\n"


def told(engine: Engine, text: str) -> list[Claim]:
    return [claim for claim in claims_of(engine, LEAD + text) if claim.spans[0].start >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Should the port be attacked, thousands would flee.", "the port be attacked"),
        ("Should the rebels capture Minova, aid would stop.", "the rebels capture Minova"),
        ("Should shelling resume, the camp will be emptied.", "shelling resume"),
    ],
)
def test_a_condition_needs_no_if(engine: Engine, text: str, part: str) -> None:
    assert only(engine, LEAD + text, part).modality == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry accused the group of war crimes.",
        "Rights groups accuse both sides of atrocities.",
        "The government accused the rebels of genocide and crimes against humanity.",
        "Accusing the army of abuses, the bishop called for an inquiry.",
        "Prosecutors accuse him of complicity in murder.",
    ],
)
def test_a_charge_that_names_no_deed_is_none(engine: Engine, text: str) -> None:
    assert not any(claim.codeable for claim in told(engine, text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor accused the militia of burning three villages.", "burn"),
        ("The governor accused the militia of the ambush.", "ambush"),
        ("Police fired live rounds at demonstrators.", "attack"),
        ("Soldiers fired rubber bullets into the crowd.", "attack"),
        ("The driver was hit in the leg.", "wound"),
        ("A boat struck a mine and sank.", "attack"),
        ("A truck ran over a landmine.", "attack"),
        ("Thousands marched on the anniversary of the poll.", "protest"),
        ("Troops marched on the capital.", "advance"),
        ("Rebels broke through on the left bank.", "advance"),
        ("One of them later gave up the ghost.", "kill"),
        ("Raiders slaughtered cattle.", "losses"),
        ("Bandits sacked the village.", "loot"),
    ],
)
def test_each_turn_names_its_act(engine: Engine, text: str, act: str) -> None:
    assert {claim.act for claim in told(engine, text) if claim.codeable} == {act}


@pytest.mark.parametrize("text", ["They fought alongside the army.", "The president sacked his minister."])
def test_what_only_sounds_like_an_act(engine: Engine, text: str) -> None:
    assert not any(claim.codeable for claim in told(engine, text))


def test_what_was_left_undone_is_negative(engine: Engine) -> None:
    claim = only(engine, LEAD + "The army left its posts without firing a shot.", "firing a shot")
    assert (claim.polarity, claim.codeable, words_of(claim)) == ("negative", False, "without firing a shot")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen shot two farmers before fleeing into the forest.", "Gunmen shot two farmers"),
        ("Families have arrived in Goma after fleeing Minova.", "Families have arrived in Goma"),
    ],
)
def test_no_preposition_dangles(engine: Engine, text: str, words: str) -> None:
    assert words in {words_of(claim) for claim in claims_of(engine, LEAD + text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nine villagers lost their lives when gunmen attacked Minova.",
        "Nine villagers were killed after a drone hit the market in Minova.",
    ],
)
def test_who_died_when_a_town_was_attacked_died_there(engine: Engine, text: str) -> None:
    claim = claims_of(engine, LEAD + text)[-2]
    assert claim.place is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army bombed Rutshuru on Monday. A priest in Goma said that twelve people died there.", "Rutshuru"),
        ("Fighting raged in Minova, a doctor in Goma said. Three children were killed there.", "Minova"),
        ("Soldiers have retaken one of the villages, Minova.", "Minova"),
    ],
)
def test_there_is_where_it_happened(engine: Engine, text: str, place: str) -> None:
    case = run(Report.of(LEAD + text), engine=engine).case
    found = case.resolution.place(case.claims[-1].place)
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Rebels crossed from Uganda.", "enter"),
        ("Youths threw stones at a convoy.", "protest"),
        ("Youths threw petrol bombs at a police station.", "attack"),
        ("Our forces put the enemy to flight.", "repel"),
        ("A glide bomb hit a bakery.", "air_strike"),
        ("The baker lost an arm.", "wound"),
        ("The army sustained 20 killed.", "kill"),
    ],
)
def test_more_turns_name_their_act(engine: Engine, text: str, act: str) -> None:
    assert {claim.act for claim in told(engine, text) if claim.codeable} == {act}


@pytest.mark.parametrize(
    "text",
    [
        "Residents blamed a dispute over land.",
        "The militia has imposed a blockade on Minova for two years.",
        "In 2017 the rebels killed 300 villagers.",
    ],
)
def test_neither_causes_nor_sums_are_events(engine: Engine, text: str) -> None:
    assert not any(claim.codeable for claim in told(engine, text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Thousands fled to Goma from Minova.", "Minova"),
        ("About 3,000 people were displaced towards Goma.", None),
        ("Hundreds of villagers sought refuge in Goma.", None),
        ("Residents fled Minova.", "Minova"),
    ],
)
def test_flight_is_from_where_people_left(engine: Engine, text: str, place: str | None) -> None:
    case = run(Report.of(LEAD + text), engine=engine).case
    found = case.resolution.place(case.claims[-1].place)
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Witnesses blamed the ambush on armed herders.", "ambush"),
        ("The police put the figure at eight.", "kill"),
        ("Hundreds of women have taken shelter in a school.", "displace"),
    ],
)
def test_figures_blame_and_shelter(engine: Engine, text: str, act: str) -> None:
    assert {claim.act for claim in told(engine, text) if claim.codeable} == {act}


@pytest.mark.parametrize(
    "text",
    [
        "The town was left without electricity.",
        "Under the deal, the rebels were to withdraw while the army deployed along the border.",
        "Engineers blew up 12 unexploded shells.",
        "There are now 19 policemen killed so far this year.",
    ],
)
def test_what_is_to_come_and_what_is_summed_up_is_not_coded(engine: Engine, text: str) -> None:
    assert not any(claim.codeable for claim in told(engine, text))
