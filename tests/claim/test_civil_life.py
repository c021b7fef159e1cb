"""Accidents, works, age, robbers, animals and the police on their rounds: no war; and war in the same words."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

PEACE = {
    "a coach in a gorge": (
        "A coach fell into a gorge in the Andes on Monday, killing nine schoolchildren and injuring thirty. The driver"
        " lost control in heavy rain, survivors said, and the vehicle rolled over twice before it came to rest."
    ),
    "a motorist": (
        "Two people were killed and three were hurt on Saturday evening near Pilsen. A motorist had ploughed through a"
        " barrier and struck a van on the other side, according to the fire service, which cut the victims free."
    ),
    "a blast in works": (
        "An explosion at a paint factory killed a foreman and wounded four workers on Tuesday in the suburb of Ostwald."
        " The blast broke windows across the river. Inspectors will look at the mixing vats this week."
    ),
    "an actor's death": (
        "The actor Leo Brandt, known for his comic parts on stage and in two hundred plays, has died aged 88 in a"
        " nursing home in Bern. He was married three times and leaves four children, his agent said on Friday."
    ),
    "a house search": (
        "Police returned to the flat on Monday with a second warrant. Officers entered the cellar through a window and"
        " left with three boxes of papers. The tenant later surrendered to detectives in the company of his lawyer."
    ),
    "a telescope": (
        "The new telescope will photograph a thousand galaxies a night. On its first evening it captured light that"
        " had left its source ten billion years ago, and the astronomers who run it opened a bottle of wine."
    ),
    "a cash machine": (
        "Three masked men blew up a cash machine in the village of Lauterach before dawn on Friday. They wounded a"
        " baker who was on his way to work and drove off with a few thousand francs, the prosecutor said."
    ),
    "a lion": (
        "A lion that had strayed from the park was shot by wardens on Sunday after it attacked a herdsman near the"
        " river. Soldiers had looked for the animal for two days. They killed it with one bullet."
    ),
    "a bomb of an old war": (
        "More than 5,000 residents had to leave their homes in Kassel on Sunday while sappers defused a wartime bomb"
        " that builders had found under a school yard. They were back by the evening, the city said."
    ),
    "a likeness": (
        "The storm tore down the marquee and three stalls at the fair on Saturday. It was as if a bomb had gone off,"
        " said the man who sells the tickets. The brass band played on in the church."
    ),
    "a novel": (
        "The novel follows a nurse through a long winter. After her brother is killed in an ambush, she walks home over"
        " the ice, and the people of the village will not let her in."
    ),
}
WAR = {
    "a coach on a mine": (
        "A coach hit a mine on the road to Kutum on Monday, killing nine schoolchildren and injuring thirty. Militiamen"
        " had laid the mine in the night, the mayor said, and the driver did not see it.",
        "killing nine",
    ),
    "a factory under drones": (
        "An explosion at a paint factory in Sumsk killed a foreman and wounded four workers on Tuesday. A drone had hit"
        " the roof a minute before, the governor said, and two more were shot down over the river.",
        "killed a foreman",
    ),
    "a pipeline": (
        "Rebels blew up a gas pipeline south of the town of Hadra on Monday and shot two guards. The army said that its"
        " troops were hunting the men in the hills.",
        "blew up",
    ),
    "a commander's death": (
        "The commander died on Sunday in a hospital in Goma. He had been wounded in clashes with the army the week"
        " before, and his fighters had carried him over the border, a rebel spokesman said.",
        "died",
    ),
    "a farm": (
        "Gunmen attacked a dairy farm near Ilorin on Friday, shot the owner and drove away forty cows. Police went after"
        " them but turned back when the gunmen opened fire from the forest.",
        "shot the owner",
    ),
}


@pytest.mark.parametrize("text", PEACE.values(), ids=PEACE)
def test_nothing_of_civil_life_is_coded(engine: Engine, text: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(("text", "told"), WAR.values(), ids=WAR)
def test_the_same_words_are_coded_in_war(engine: Engine, text: str, told: str) -> None:
    assert any(told in words_of(claim) for claim in claims_of(engine, text) if claim.codeable)
