"""Turns of phrase that many reports share, and the same words where they mean something else."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import by_rules, claims_of

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
    ("release", "The hostages whom pirates took are free at last."),
    ("talk", "The envoys sat down with the rebels in Doha."),
    ("access", "The internet was switched off across the province."),
    ("capture", "Rebel fighters grabbed a junction near Bardai."),
    ("withdraw", "Government units slipped out of the pocket at night."),
    ("withdraw", "The militants have vanished from the three villages."),
    ("besiege", "Government forces threw a ring around the town."),
    ("air_strike", "A helicopter gunship opened fire on the lorries."),
    ("shelling", "Twelve rockets came down near the depot."),
    ("kill", "Eight charred bodies lay by the road."),
    ("kill", "No one survived the raid on the hamlet."),
    ("wound", "Shrapnel tore into the legs of two girls."),
    ("abduct", "A priest was seized from his house by armed men."),
    ("loot", "Fighters helped themselves to the stores of the clinic."),
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
    ("capture", "The rebels grabbed the headlines."),
    ("kill", "The bodies of the lorries lay by the road."),
    ("withdraw", "The smell has vanished from the village."),
    ("besiege", "The children formed a ring around the teacher."),
    ("release", "The patients are free of fever, nurses in Goma said."),
    ("release", "The hostages are free to write letters, the kidnappers said."),
]


@pytest.mark.parametrize(("act", "text"), TURNS)
def test_a_turn_of_phrase_names_its_act(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text)}


@pytest.mark.parametrize(("act", "text"), OTHERS)
def test_elsewhere_the_words_name_no_such_act(engine: Engine, act: str, text: str) -> None:
    assert act not in {claim.act for claim in claims_of(by_rules(engine), text)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A patrol of the gendarmerie fell into an ambush between Yoro and Kisi.", ["ambush"]),
        ("Patrols of the border force were stepped up.", ["deploy"]),
        ("Rebels burned 40 huts and drove off the cattle.", ["burn", "loot"]),
        ("A delegation of elders won the release of 16 hostages.", ["release"]),
    ],
)
def test_one_deed_is_told_once(engine: Engine, text: str, acts: list[str]) -> None:
    assert [claim.act for claim in claims_of(engine, text)] == acts
