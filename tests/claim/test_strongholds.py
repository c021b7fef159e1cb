"""Whose a place is that is called somebody's stronghold, or is said to be with somebody."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def holds(text: str, engine: Engine) -> list[str]:
    """The words of every claim that somebody holds a place."""
    case = run(Report.of(text), engine=engine).case
    return [claim.spans[0].quote for claim in case.claims if claim.act == "hold"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Soldiers encircled the rebel stronghold of Morek on Monday.", "the rebel stronghold of Morek"),
        ("Jets bombed the rebels' bastion of Morek on Monday.", "the rebels' bastion of Morek"),
        (
            "By evening the town of Morek was back with the rebels.",
            "By evening the town of Morek was back with the rebels",
        ),
    ],
)
def test_a_stronghold_of_somebody_is_held_by_him(text: str, words: str, engine: Engine) -> None:
    assert words in holds(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "The army entered the former rebel stronghold of Morek on Tuesday.",
        "The party lost its stronghold of Bolsover in the vote.",
        "The army marched past the old bastion of Morek.",
        "The village was at peace with the rebels.",
    ],
)
def test_a_former_stronghold_and_one_of_votes_is_held_by_nobody(text: str, engine: Engine) -> None:
    assert holds(text, engine) == []
