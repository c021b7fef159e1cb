"""How an act is put that somebody only wishes for, or calls off."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The council called for the release of 12 hostages.", "release"),
        ("A preacher called for attacks on foreigners in Goma.", "attacks"),
        ("The mayor called for air strikes on the camp.", "air strikes"),
        ("The senator advocated air strikes on the camp.", "air strikes"),
        ("The general proposed a raid on the camp.", "raid"),
    ],
)
def test_what_somebody_calls_for_has_not_happened(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, text, part)
    assert (claim.modality, claim.codeable) == ("called_for", False)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels called off the attack on Bria.",
        "The army cancelled the attack on Bria.",
        "The general aborted the attack on Bria.",
    ],
)
def test_what_is_called_off_was_planned(engine: Engine, text: str) -> None:
    claim = only(engine, text, "the attack")
    assert (claim.modality, claim.codeable) == ("planned", False)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The bishop called for an inquiry into the killing of nine villagers in Bria.", "killing"),
        ("The mayor called for calm after the attack on Bria.", "attack"),
        ("The mayor called for the arrest of men who burned the market.", "burned"),
    ],
)
def test_what_gave_cause_to_the_call_has_happened(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).modality == "asserted"


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("Some thirty fighters are believed to be hiding in the caves.", "hiding", "possible"),
        ("The prefect said thirty fighters were thought to be hiding in the caves.", "hiding", "possible"),
        ("Analysts believe that thirty fighters are hiding in the caves.", "hiding", "attributed"),
    ],
)
def test_what_nobody_named_believes_is_possible(engine: Engine, text: str, part: str, modality: str) -> None:
    assert only(engine, text, part).modality == modality


def test_whoever_says_it_is_false_that_something_was_done_takes_nothing_back(engine: Engine) -> None:
    """The verdict looks ahead, not back on what was told before it."""
    text = "We left the fort at noon. It is false, as General Rojas says, that a child was hurt by our fire."
    assert only(engine, text, "left the fort").modality == "asserted"
