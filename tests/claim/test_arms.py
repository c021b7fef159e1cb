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
