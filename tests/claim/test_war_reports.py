"""Turns of phrase that war reports are full of: what they tell as an event, and their near misses."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of

EVENTS = (
    ("Villages along the river were subjected to a heavy barrage by the guards on Monday.", "subjected", "shelling"),
    ("The garrison in Bria was exposed to mortar fire on Friday.", "exposed", "shelling"),
    ("The brigade launched a counterattack operation south of Bakel on Monday.", "launched", "attack"),
    ("Air force jets flew 40 combat sorties over the Hawija valley on Sunday.", "flew", "air_strike"),
    ("The rebels released the last of their captives in Bambari on Sunday.", "released", "release"),
    ("The raids on Monday included the shelling of a clinic in Kadugli.", "shelling of a clinic", "shelling"),
    ("He was wounded when a rocket crashed into the queue outside a bakery in Homs.", "was wounded", "wound"),
    (
        "The bombing came in answer to a raid carried out by militiamen in Kaya on Monday.",
        "raid carried out",
        "attack",
    ),
)
NOT_EVENTS = (
    ("The streets of Vukovar were largely deserted on Saturday.", "deserted"),
    ("The complaint is about weapons placed near the embassy in Tbilisi.", "placed"),
    ("Such killing of civilians is a crime, the envoy said in Pristina on Monday.", "killing"),
    ("It was too early to start withdrawing troops from Gori, the general said on Monday.", "withdrawing"),
    ("On Monday it was quiet. The army has been shelling the suburbs almost weekly since October.", "shelling"),
    (
        "It was quiet on Monday. The war has claimed 9,000 lives and wounded twice as many.",
        "claimed 9,000 lives",
    ),
    ("It was the worst raid in the valley since the shelling of the port in March.", "shelling of the port"),
    ("A fiery crash on a motorway killed two people and closed the road near Lyon on Friday.", "killed two"),
    ("A fiery crash on a motorway killed two people and closed the road near Lyon on Friday.", "closed the road"),
    ("The troops left the valley after the war of 1994-96.", "troops left"),
)


@pytest.mark.parametrize(("text", "part", "act"), EVENTS)
def test_a_turn_of_war_reports_is_an_event(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable, claim.why) == (act, True, None)


@pytest.mark.parametrize(("text", "part"), NOT_EVENTS)
def test_its_near_miss_is_none(engine: Engine, text: str, part: str) -> None:
    coded = [words_of(claim) for claim in claims_of(engine, text) if claim.codeable]
    assert not [words for words in coded if part in words]
