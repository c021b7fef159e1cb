"""What is called a lie, asked by whether, accused by both or only condemned has not been told as an event."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It is a lie that we have murdered two men.", "murdered"),
        ("It is false that the town has fallen, the army said.", "fallen"),
        ("It is not true that our fighters attacked the village.", "attacked"),
    ],
)
def test_what_is_called_a_lie_is_denied(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, text, part)
    assert (claim.polarity, claim.codeable) == ("negative", False)


def test_a_lie_that_is_spelled_out_takes_nothing_back(engine: Engine) -> None:
    text = "The rebels took the town on Monday. It is a lie that we have murdered two men."
    assert only(engine, text, "took").codeable


def test_a_lie_of_its_own_takes_back_what_was_said(engine: Engine) -> None:
    assert only(engine, "The rebels took the town. It is a lie.", "took").modality == "retracted"


@pytest.mark.parametrize(
    "text",
    [
        "Each side accuses the other of firing first.",
        "Both armies blamed each other for the shelling.",
        "Whether any of the attackers escaped is not known.",
        "Should the rebels attack, the army will strike back.",
        "The truce was to have started at noon.",
        "He is linked to bomb attacks against soldiers.",
        "Rescuers pulled four people out of the rubble.",
    ],
)
def test_what_nobody_tells_as_done_is_no_event(engine: Engine, text: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.codeable] == []


def test_an_accusation_of_one_side_tells_the_deed(engine: Engine) -> None:
    assert only(engine, "The government accused the rebels of shelling the market.", "shelling").codeable
