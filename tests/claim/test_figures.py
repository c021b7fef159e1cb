"""Business, parties and matches in words of war; the same words where there is a war."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

WAR = (
    "LIMA PORT, May 3, 2023 (AP) - Rebels shelled the army base at Goma on Tuesday, killing three soldiers, the army"
    " said.\n\n"
)


def coded(engine: Engine, text: str) -> list[str]:
    claims = [claim for claim in claims_of(engine, WAR + text) if claim.spans[0].start >= len(WAR)]
    return [words_of(claim) for claim in claims if claim.codeable]


@pytest.mark.parametrize(
    "text",
    [
        "The president's party has lost control of the chamber.",
        "The ruling coalition captured the senate.",
        "Importers have launched an offensive on Asian shelves.",
        "Two firms under siege from creditors surrendered this week.",
        "The retailer was attacked by activist investors and retreated from Asia.",
        "The bank is fighting a war on two fronts.",
        "The airline bombarded customers with emails.",
        "Rovers were massacred 5-0 at home.",
        "The chess champion attacked on the queen's side.",
        "The liberals walked out of the chamber.",
        "A bus plunged into a ravine, killing nine passengers.",
        "The cyclone hit the coast on Tuesday and killed 12 fishermen.",
        "Farmers are fighting a losing battle against locusts.",
        "The critics attacked its silence about the killings.",
        "The documentary captured two prizes.",
        "Banks fled the market on Monday.",
        "Lawmakers ambushed the minister with questions.",
        "The government fights drug trafficking.",
        "Rescue workers fought against time.",
    ],
)
def test_rivals_who_take_up_no_arms_are_not_coded(engine: Engine, text: str) -> None:
    assert coded(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed parliament on Wednesday.",
        "The army has lost control of the airport.",
        "The rebels have launched an offensive on the northern front.",
        "Two commanders surrendered this week.",
        "A company of the army withdrew from Sake on Wednesday.",
        "Rebels bombarded the town with rockets.",
        "Soldiers came under fire for three hours.",
        "Militiamen killed 3-5 people in the village.",
    ],
)
def test_the_same_words_in_war_are_coded(engine: Engine, text: str) -> None:
    assert len(coded(engine, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Drug traffickers attacked a patrol off Guayaquil.",
        "Gunmen attacked a tax office in Abidjan.",
        "Crime gangs fought soldiers in Durban.",
        "Rebels stormed a cholera clinic in Bunia.",
        "The navy shelled the port for the third time in a week.",
    ],
)
def test_what_men_or_houses_are_called_makes_no_metaphor(engine: Engine, text: str) -> None:
    assert coded(engine, text) == [text.rstrip(".")]


def test_a_fire_that_somebody_set_is_no_accident(engine: Engine) -> None:
    assert coded(engine, "Raiders killed six farmers and set the market on fire.") == [
        "Raiders killed six farmers",
        "set the market on fire",
    ]
