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
        "Rescuers recovered the bodies of three children from the river.",
        "The chairman resigned after a battle with a hedge fund over the board.",
        "The price war has caused carnage among retailers.",
        "The revolt has since spread to the coast, seizing villages and killing many.",
    ],
)
def test_near_misses_are_none(engine: Engine, text: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == []
