"""Storms of protest beside deaths in war, strikes that are waged, fire that is traded, quarrels over firms."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("Rebels killed nine soldiers on Monday amid a storm of protest over the war.", "killed", "kill"),
        ("Nine soldiers were killed on Monday, days after the party won a landslide.", "killed", "kill"),
        ("An avalanche of rockets killed nine people in Kalemba on Monday.", "killed", "kill"),
        ("The insurgents waged over 30 strikes on the port on Monday.", "strikes", "attack"),
        ("Fighter jets waged more than 20 strikes on the port on Monday.", "strikes", "air_strike"),
        ("Three attacks were carried out by warplanes on Monday.", "attacks", "air_strike"),
        ("Soldiers in helicopters carried out a raid on the village.", "raid", "attack"),
        ("Mortars were exchanged along the line on Monday.", "exchanged", "clash"),
        ("The two armies traded rockets across the river on Monday.", "traded", "clash"),
        ("The militia waged artillery and missiles on two suburbs.", "waged", "shelling"),
        ("Clashes prevailed around the airport on Monday.", "prevailed", "clash"),
        ("Soldiers intercepted a group of rebels near the border.", "intercepted", "clash"),
        ("Rebels confronted soldiers near the bridge on Monday.", "confronted", "clash"),
        ("Dozens of kidnapped pupils regained their freedom on Monday.", "regained", "release"),
        ("Gunmen shot at a taxi, leaving the driver in critical condition.", "leaving", "wound"),
        ("The rail hub of Mbala fell to the rebels on Sunday.", "fell", "capture"),
        ("Troops recovered the bodies of three guerrillas on Sunday.", "bodies", "kill"),
    ],
)
def test_what_stands_beside_a_figure_is_an_event(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed on Monday when a landslide buried their village.",
        "An avalanche of snow killed nine soldiers on Monday.",
        "A flood of muddy water killed nine people on Monday.",
        "The teachers waged a strike over pay on Monday.",
        "Navy sailors intercepted smugglers off the coast on Monday.",
        "Police confronted protesters near the bridge on Monday.",
        "Calm prevailed in the capital on Monday.",
        "The two leaders exchanged a round of insults on Monday.",
        "The firm unleashed a round of job cuts on Monday.",
        "Rescuers recovered the bodies of three children from the river.",
        "The chairman resigned after a battle with a lender over the merger.",
        "The new tariff has caused carnage among exporters.",
        "The revolt has since spread to the coast, seizing villages and killing many.",
    ],
)
def test_near_misses_are_none(engine: Engine, text: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("The patrol was fired on from a hillside near Bakel on Monday.", "fired", "attack"),
        ("A drone dropped two grenades on a trench on Monday.", "dropped", "air_strike"),
        ("Two sailors were among the martyrs of the blast.", "martyrs", "kill"),
        ("A fisherman died in the cross-fire of two navies.", "died", "kill"),
        ("The militias blasted 40 neighbourhoods on Thursday.", "blasted", "attack"),
        ("The duels around the hill left five men killed.", "left", "kill"),
        ("The army pushed the rebels out of the town on Monday.", "pushed", "withdraw"),
        ("The rebels pushed on to the capital.", "pushed", "advance"),
        ("Thousands escaped to neighbouring villages after the raid.", "escaped", "displace"),
    ],
)
def test_the_words_beside_a_verb_decide(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)


@pytest.mark.parametrize(
    "text",
    [
        "The general was fired on Monday by the president.",
        "I dropped my rifle.",
        "Two victims managed to escape.",
        "Police reached the site of the blast an hour later.",
        "He was taken to hospital before being evacuated to the capital.",
        "Nurses could not tell how many men were hit.",
        "The minister blasted the city council on Thursday.",
    ],
)
def test_none_of_these_is_an_attack_or_a_flight(engine: Engine, text: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == []


def test_what_is_ranked_among_its_like_is_told_once(engine: Engine) -> None:
    text = "Gunmen killed three farmers on Friday, officials said on Saturday, the latest attack in a valley known for feuds."
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == ["kill"]


@pytest.mark.parametrize(
    "text",
    [
        "Two clans have been fighting the army since the republic was founded in 1961.",
        "Soldiers have been fighting the rebels since the war began.",
        "Most attacks are attributed to bandits.",
        "The valley has seen three massacres in the course of three years.",
        "The minister visits wounded in the port.",
        "He suffered a wound to his pride.",
        "They crossed into the new year with hope.",
        "Only a few areas were left.",
    ],
)
def test_sums_figures_and_visits_are_no_events(engine: Engine, text: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("The rebels have been shelling the town since they took the hill on Monday.", "shelling", "shelling"),
        ("The wives were arrested by the army and were later released.", "released", "release"),
        ("Two youths were knee-capped by paramilitaries on Monday.", "knee-capped", "wound"),
        ("The valley has seen three massacres in a week.", "massacres", "kill"),
        ("He suffered a wound to his leg.", "wound", "wound"),
        ("The most recent attack killed nine people on Monday.", "killed", "kill"),
    ],
)
def test_their_neighbours_are(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable) == (act, True)
