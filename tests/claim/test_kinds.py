"""What kind of claim something is by how it is put: asked for, kept back, standing by a party, belonging to a group."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("The bishops called on the rebels to release the teachers.", "release", "statement"),
        ("Ghana urged both sides to hold talks.", "hold talks", "statement"),
        ("The brigade has made no comment.", "no comment", "meta"),
        ("Kenya has backed the rebels.", "has backed", "state"),
        ("Chadian gunships are taking part in the siege.", "taking part", "state"),
        ("The assault was supported by jets on Sunday.", "was supported", "event"),
        ("The dead men were members of the Hill Front.", "members", "relation"),
        ("The dead men were farmers.", "farmers", "characterisation"),
        ("The engineer works for a cement company.", "works", "relation"),
        ("Militiamen have besieged Torit since April.", "have besieged", "state"),
        ("Militiamen besieged Torit in April.", "besieged", "event"),
        ("If they resist, they will be killed.", "killed", "event"),
    ],
)
def test_how_a_claim_is_put_makes_its_kind(engine: Engine, text: str, part: str, kind: str) -> None:
    assert only(engine, text, part).kind == kind


@pytest.mark.parametrize(
    ("text", "codeable"),
    [
        ("Police shot two gunmen in Yei. Two rifles were recovered from the spot.", False),
        ("Police shot two gunmen in Yei. Officers recovered a pistol and cartridges from the scene.", False),
        ("Gunmen raided a post in Yei. The group said it recovered 20 rifles from the enemy.", True),
    ],
)
def test_arms_found_after_a_fight_are_no_booty(engine: Engine, text: str, codeable: bool) -> None:
    assert only(engine, text, "recovered").codeable is codeable
