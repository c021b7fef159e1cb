"""Classes of general verbs: with men in arms they tell how a place was entered, what was taken, who was let go, who died."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

EVENTS = [
    ("abduct", "Eleven miners were led at gunpoint into the bush by the gunmen."),
    ("abduct", "About thirty women were marched away into the hills."),
    ("abduct", "Some 20 schoolgirls were herded onto trucks by the militants."),
    ("advance", "Tanks came rolling along the coastal road on Monday."),
    ("advance", "Soldiers came charging up the hill."),
    ("attack", "The road to the ford was mined by the rebels last week."),
    ("displace", "Hundreds of villagers have walked to Gedaref to escape the fighting."),
    ("displace", "Families hiked across the border after the raid."),
    ("enter", "Rebel fighters strolled into Masisi on Friday."),
    ("enter", "Hundreds of militiamen walked into the town of Bunia at dawn."),
    ("enter", "Taliban fighters strode through the gates of the provincial capital on Thursday."),
    ("enter", "Rwandan soldiers spilled across the border on Wednesday."),
    ("enter", "Fighters of the group swarmed into the oil town on Saturday."),
    ("kill", "Nineteen corpses had been recovered from the market, the police said."),
    ("kill", "Volunteers have moved 23 bodies since Friday."),
    ("kill", "Three terrorists were dispatched to hell in the operation."),
    ("kill", "Seven of our comrades gave their lives in the battle."),
    ("kill", "The army admitted the loss of 9 of its men."),
    ("kill", "The navy acknowledged the loss of nine."),
    ("loot", "The clinic was stripped of its medicines by the gunmen."),
    ("loot", "The police station had been emptied of guns."),
    ("loot", "A machine gun and three radios were brought away by our fighters."),
    ("release", "Ten captured policemen were let go after two days."),
    ("release", "The rebels let three of the hostages go on Friday."),
    ("release", "Four of their men laid down their arms and were let go after a talk."),
    ("release", "Five abducted teachers were sent home unharmed."),
    ("release", "Three hostages managed to escape on Monday."),
    ("release", "Two of the abducted nurses have since escaped."),
    ("release", "Two soldiers whom the fighters had captured were set at liberty."),
]
OTHERS = [
    ("attack", "The coal is mined in the east."),
    ("displace", "The tourists walked to the beach."),
    ("displace", "The festival drew 900 people who walked to the square."),
    ("release", "The company let 40 workers go on Friday."),
    ("release", "The bank said 300 staff had been let go."),
    ("enter", "The team walked into a storm of criticism."),
    ("enter", "Rebels walked into an ambush near Kati."),
    ("enter", "Police walked into the court on Monday with the suspect."),
    ("enter", "The minister strolled into the meeting."),
    ("advance", "The government came rushing to the aid of farmers."),
    ("advance", "The rebels raced up the table with a win on Saturday."),
    ("loot", "He was stripped of his title."),
    ("loot", "The country was stripped of its weapons under the treaty."),
    ("kill", "He gave his life to science."),
    ("kill", "The army admitted the loss of two tanks."),
    ("kill", "The rebels conceded the loss of the airport."),
]


@pytest.mark.parametrize(("act", "text"), EVENTS)
def test_the_class_names_the_act(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text) if claim.codeable}


@pytest.mark.parametrize(("act", "text"), OTHERS)
def test_others_who_do_the_like_make_no_event(engine: Engine, act: str, text: str) -> None:
    assert act not in {claim.act for claim in claims_of(engine, text) if claim.codeable}


def test_the_month_of_march_is_no_march(engine: Engine) -> None:
    claims = claims_of(engine, "Rebels stormed the post at Kati on the night of 1 March.")
    assert [claim.act for claim in claims] == ["attack"]
