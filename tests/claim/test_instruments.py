"""What an act is done with is its instrument: nobody attacks a grenade, and who meets a mine suffers."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def roles(engine: Engine, text: str, act: str) -> dict[str, tuple[str, ...]]:
    """The words that fill the roles of the first claim of this act."""
    case = run(Report.of(text), engine=engine).case
    claim = next(claim for claim in case.claims if claim.act == act)
    return {role: tuple(case.resolution.mention(i).span.quote for i in ids) for role, ids in claim.roles.items()}


@pytest.mark.parametrize(
    ("text", "act", "instrument"),
    [
        ("Grenade thrown at police post in Karachi.", "attack", "Grenade"),
        ("Unknown men threw a grenade into a bar in Bujumbura.", "attack", "grenade"),
        ("Two men planted a roadside bomb on the highway.", "attack", "roadside bomb"),
        ("The town was shelled with rockets.", "shelling", "rockets"),
        ("Russian forces shelled Kharkiv with 5 missiles.", "shelling", "5 missiles"),
        ("A child was killed by a landmine in Taiz.", "kill", "landmine"),
        ("An IED detonated under a patrol near Diffa.", "attack", "IED"),
        ("The air force dropped barrel bombs on Daraa.", "air_strike", "barrel bombs"),
        ("The army used artillery against the village of Tawila.", "shelling", "artillery"),
    ],
)
def test_arms_are_the_instrument_and_not_the_victim(engine: Engine, text: str, act: str, instrument: str) -> None:
    found = roles(engine, text, act)
    assert instrument in found["instrument"]
    assert instrument not in found.get("patient", ())


def test_who_meets_a_mine_suffers(engine: Engine) -> None:
    found = roles(engine, "Two shepherds stepped on a mine near Sinjar.", "attack")
    assert found["patient"] == ("shepherds",)
    assert "agent" not in found


def test_an_air_force_is_a_party_and_no_weapon(engine: Engine) -> None:
    found = roles(engine, "The air force dropped barrel bombs on Daraa.", "air_strike")
    assert found["agent"] == ("air force",)


@pytest.mark.parametrize("text", ["Air defences shot down a drone over Kyiv.", "Troops seized a machine gun in Zap."])
def test_arms_that_are_lost_are_no_instrument(engine: Engine, text: str) -> None:
    assert "instrument" not in roles(engine, text, "losses")


def test_whoever_hears_shots_fires_none(engine: Engine) -> None:
    found = roles(engine, "Residents heard shots near the presidential palace.", "attack")
    assert "agent" not in found
