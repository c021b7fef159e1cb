"""Turns of phrase that many reports share, and the same words where they mean something else."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

TURNS = [
    ("enter", "Armed militiamen turned up in Bardai on Sunday."),
    ("enter", "Marines came ashore south of the port before dawn."),
    ("enter", "The gate fell and soldiers poured in."),
    ("deploy", "Reinforcements arrived from the garrison on Monday."),
    ("withdraw", "The insurgents were forced out of the valley by the army."),
    ("repel", "Troops stopped a rebel column at the ford."),
    ("advance", "Our troops improved their positions along the canal."),
    ("hold", "Some 300 fighters are dug in on the ridge."),
    ("shelling", "The two armies exchanged artillery fire across the river."),
    ("air_strike", "Barrel bombs rained on the suburb."),
    ("kill", "The blast tore three policemen apart."),
    ("wound", "The sergeant took a bullet in the shoulder."),
    ("abduct", "The engineer was dragged into a car by masked gunmen."),
    ("abduct", "Pirates took the crew captive."),
    ("talk", "The envoys sat down with the rebels in Doha."),
    ("access", "The internet was switched off across the province."),
]
OTHERS = [
    ("enter", "The minister arrived in Bangui for talks."),
    ("enter", "Our correspondent reached the village on Sunday."),
    ("enter", "Complaints poured in."),
    ("repel", "The guards stopped a lorry at the gate."),
    ("kill", "The coast guard picked up 30 migrants off Sfax."),
    ("withdraw", "The road runs along the river that the army holds."),
    ("shelling", "The two ministers exchanged letters."),
    ("abduct", "The rebels hold the bridge."),
]


@pytest.mark.parametrize(("act", "text"), TURNS)
def test_a_turn_of_phrase_names_its_act(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text)}


@pytest.mark.parametrize(("act", "text"), OTHERS)
def test_elsewhere_the_words_name_no_such_act(engine: Engine, act: str, text: str) -> None:
    assert act not in {claim.act for claim in claims_of(engine, text)}
