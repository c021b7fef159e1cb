"""Whose count or account it is by which a writer tells."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Twelve people died in Gao, by the hospital's count.", "people died"),
        ("Twelve people were killed in Gao, by the hospital's tally.", "were killed"),
        ("By the hospital's reckoning, twelve people were killed in Gao.", "were killed"),
        ("On the hospital's figures, twelve people were killed in Gao.", "were killed"),
        ("Twelve people died by the hospital's own count.", "people died"),
        ("The mill was burned, by villagers' accounts, on Monday.", "mill was burned"),
    ],
)
def test_whose_count_it_is_answers_for_it_and_did_nothing(engine: Engine, text: str, part: str) -> None:
    found = only(engine, text, part)
    assert (found.modality, len(found.voices)) == ("attributed", 2)
    assert "agent" not in found.roles


def test_only_the_clause_beside_the_count_is_told_by_it(engine: Engine) -> None:
    text = "Rebels seized the mill at Gao, and twelve people are dead, by the hospital's count."
    assert only(engine, text, "seized the mill").modality == "asserted"
    assert only(engine, text, "are dead").modality == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        "By our count, twelve people were killed in Gao.",
        "By all accounts, twelve people were killed in Gao.",
        "Twelve people were killed in Gao by the army's shells.",
        "The toll was raised by the ministry's count of graves.",
        "Rebels killed twelve people in Gao on the army's own ground.",
        "Responding on his official account, the mayor shot a guard in Gao.",
    ],
)
def test_other_things_that_are_somebodys_say_nothing(engine: Engine, text: str) -> None:
    assert all(len(claim.voices) == 1 for claim in claims_of(engine, text))
