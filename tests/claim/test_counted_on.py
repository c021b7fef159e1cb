"""Counts that go on from those before them: other places, one more truck, whom the rescuers brought out."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


def told(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(claim.act, words_of(claim)) for claim in claims_of(engine, text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gunmen killed 30 people in Adaro and 12 in Belo.", ["Gunmen killed 30 people in Adaro", "12 in Belo"]),
        (
            "Nine people died in Adaro, four in Belo and two at the ford, medics said.",
            ["Nine people died in Adaro", "four in Belo", "two at the ford"],
        ),
        ("11 rebels and six soldiers dead in the fighting, the army says.", ["11 rebels", "six soldiers dead in the fighting"]),
    ],
)  # fmt: skip
def test_every_count_is_a_claim_of_its_own(engine: Engine, text: str, parts: list[str]) -> None:
    assert told(engine, text) == [("kill", part) for part in parts]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army repelled the assault, destroying five pickup trucks and capturing a sixth.", "losses"),
        ("Troops destroyed 14 combat vehicles, seizing six others.", "losses"),
        ("Troops captured a fifth of the city.", "capture"),
    ],
)
def test_one_more_is_what_those_before_it_were(engine: Engine, text: str, act: str) -> None:
    assert claims_of(engine, text)[-1].act == act


def test_a_deed_beside_another_is_told_apart(engine: Engine) -> None:
    text = "The raiders burned the registry of Belo, in addition to killing two guards."
    assert told(engine, text)[-1] == ("kill", "killing two guards")
    assert only(engine, text, "burned").spans[0].quote.endswith("Belo")


def test_who_brings_bodies_out_killed_nobody(engine: Engine) -> None:
    claim = only(engine, "After the air raid rescuers pulled five bodies out of a collapsed house.", "bodies")
    assert (claim.act, "agent" in claim.roles) == ("kill", False)


def test_who_met_their_deaths_did_not_kill(engine: Engine) -> None:
    claim = only(engine, "Three villagers met their deaths when a rocket landed on their home.", "deaths")
    assert (claim.act, "agent" in claim.roles, "patient" in claim.roles) == ("kill", False, True)


def test_a_convoy_that_was_fired_upon_met_no_accident(engine: Engine) -> None:
    text = (
        "Rebels hold the river bank at Belo, the mission said. On Monday an army convoy of barges was fired upon "
        "near the bank: one crew member lost his life and one barge sank. The rebels said they had shot at soldiers."
    )
    assert only(engine, text, "lost his life").codeable


def test_a_short_while_ago_is_news(engine: Engine) -> None:
    assert only(engine, "Two rockets were fired at the army base a short while ago.", "rockets").codeable
