"""Deals that die, clips that are shot, fire that critics draw; shrapnel that rips, drones of which some were downed."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    "text",
    [
        "Clashes died down in the port on Monday.",
        "Hopes for a truce died on Friday.",
        "The clip was shot by a tourist.",
        "The president fired his army chief on Monday.",
        "The minister came under fire from lawmakers over the raid.",
        "The mission drew fire from rights groups over its silence.",
        "Army engineers blew up a wartime bomb on the beach.",
        "Police carried out a controlled detonation of the parcel.",
        "The guards occupied themselves with cards.",
    ],
)
def test_words_of_violence_that_tell_of_none(engine: Engine, text: str) -> None:
    assert [claim for claim in claims_of(engine, text) if claim.codeable] == []


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("Three villagers died in the raid on Sunday.", "died", "kill"),
        ("A journalist was shot by a soldier.", "shot", "attack"),
        ("The patrol came under fire from armed groups.", "under fire", "attack"),
        ("The jet came under fire over Ardale.", "under fire", "attack"),
        ("Militants blew up a device near the gate.", "blew up", "attack"),
        ("Soldiers occupied the town with tanks.", "occupied", "capture"),
        ("Shelling resumed on Friday after a lull.", "resumed", "shelling"),
        ("A landmine ripped through a bus on Tuesday.", "ripped", "attack"),
        ("Shrapnel tore through the wall of the clinic.", "tore", "attack"),
        ("Rockets smashed into homes in the suburb.", "smashed", "shelling"),
        ("A car packed with explosives rammed into a checkpoint.", "rammed", "attack"),
        ("It was gathered that gunmen killed two farmers on Monday.", "killed", "kill"),
        ("The militia fired 40 drones, 31 of which were downed.", "31 of which", "losses"),
        ("The hospital, hit by a shell on Friday, has closed.", "hit by", "shelling"),
        ("The dam, blown up by troops on Friday, supplied the city.", "blown up", "attack"),
    ],
)
def test_the_same_words_where_somebody_is_harmed(engine: Engine, text: str, part: str, act: str) -> None:
    found = only(engine, text, part)
    assert (found.act, found.codeable) == (act, True)


def test_those_of_whom_some_died_are_not_counted_among_the_dead(engine: Engine) -> None:
    found = only(engine, "The convoy carried 30 soldiers, 12 of whom died.", "died")
    assert len(found.roles["quantity"]) == 1


def test_who_is_confirmed_killed_by_gunmen_has_his_killers(engine: Engine) -> None:
    assert "agent" in only(engine, "Five farmers were confirmed killed by gunmen on Friday.", "killed").roles


def test_the_third_day_running_is_no_claim_of_its_own(engine: Engine) -> None:
    assert len(claims_of(engine, "Clashes raged for the third day running on Friday.")) == 1


@pytest.mark.parametrize(
    ("text", "part", "role"),
    [
        ("Turkey said its warplanes hit eleven targets on Sunday.", "warplanes", "agent"),
        ("The army said the depot was hit by its drones on Friday.", "drones", "agent"),
        ("The insurgents claimed their rockets struck the airport.", "rockets", "agent"),
        ("Iran said its missiles sank a landing ship on Friday.", "missiles", "agent"),
        ("Rebels attacked a British destroyer in the strait.", "destroyer", "patient"),
    ],
)
def test_whose_the_arms_are_acts_and_suffers_with_them(engine: Engine, text: str, part: str, role: str) -> None:
    assert role in only(engine, text, part).roles


def test_who_lost_arms_is_no_doer(engine: Engine) -> None:
    found = only(engine, "Russia said Ukraine shot down its jets.", "jets")
    assert len(found.roles["agent"]) == 1
