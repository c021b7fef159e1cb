"""Whose arms struck, and both states that an adjective joins."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.test_doers import agents


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("US-British strikes hit Hodeidah on Friday.", "attack", {"US", "British"}),
        ("Russian-Syrian air raids killed 20 people in Idlib.", "kill", {"Russian", "Syrian"}),
        ("Joint US-Somali forces killed 12 gunmen near Jilib.", "kill", {"US", "Somali forces"}),
        ("US and British warplanes hit Sanaa.", "air_strike", {"US", "British warplanes"}),
        ("Israeli fire killed three people in Khan Younis.", "kill", {"Israeli"}),
        ("Russian shelling wounded two people in Kherson.", "wound", {"Russian"}),
        ("Military air strikes killed 12 people in Sagaing.", "kill", {"Military"}),
        ("Government artillery hit the market in El Fasher.", "shelling", {"Government"}),
        ("Rebel rockets landed near the airport in Goma.", "shelling", {"Rebel"}),
        ("Hezbollah rockets struck Kiryat Shmona.", "shelling", {"Hezbollah"}),
        ("Police gunfire killed three students in Nairobi.", "kill", {"Police"}),
    ],
)
def test_whose_arms_they_are_is_who_struck(engine: Engine, text: str, act: str, doers: set[str]) -> None:
    assert set(agents(engine, text, act)) == doers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("US-made bombs hit a school in Sanaa.", "attack"),
        ("Cross-border fire killed two people near Chaman.", "kill"),
    ],
)
def test_a_maker_or_a_border_did_not_strike(engine: Engine, text: str, act: str) -> None:
    assert agents(engine, text, act) == []


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("US-backed militias captured the town of Manbij.", "capture", {"militias"}),
        ("Saudi-backed and Emirati-trained fighters seized a base in Hajjah.", "capture", {"fighters"}),
        ("Iranian-led militias attacked the convoy near Mosul.", "attack", {"militias"}),
    ],
)
def test_who_backs_or_leads_a_party_is_not_beside_it(engine: Engine, text: str, act: str, doers: set[str]) -> None:
    assert set(agents(engine, text, act)) == doers


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The army or the rebels shelled the market in Idlib on Sunday.", "shelling", set()),
        ("Air raids flown by Turkish or American jets hit Manbij.", "air_strike", set()),
        ("The hospital was bombed by Sudanese or Eritrean jets.", "air_strike", set()),
        ("Hamas, or Palestinian Islamic Jihad, fired rockets at Ashdod.", "shelling", set()),
        ("The army and the rebels shelled the market or the mosque.", "shelling", {"army", "rebels"}),
        ("Neither the army nor the rebels shelled the market.", "shelling", {"army", "rebels"}),
    ],
)
def test_of_two_doers_that_or_joins_neither_is_said_to_have_done_it(
    engine: Engine, text: str, act: str, doers: set[str]
) -> None:
    assert set(agents(engine, text, act)) == doers
