"""Sayings that hand on no claim are claims themselves."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Clerics have declared war on smugglers",
        "The two commanders gave different accounts of the night",
        "The footage shows a routine patrol",
        "The ministry announced a state of emergency",
    ],
)
def test_a_saying_about_a_thing_is_told_for_itself(engine: Engine, sentence: str) -> None:
    (claim,) = claims_of(engine, f"{sentence}.")
    assert (words_of(claim), claim.codeable) == (sentence, False)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The army said three shells hit the port.", "three shells hit the port"),
        ("Residents reported shelling near the port.", "shelling near the port"),
        ("The radio quoted a survivor as saying the ferry sank.", "the ferry sank"),
    ],
)
def test_a_saying_that_hands_on_a_claim_is_none(engine: Engine, sentence: str, words: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, sentence)] == [words]


def test_a_truce_is_made_by_words(engine: Engine) -> None:
    (claim,) = claims_of(engine, "The government declared a truce on Friday.")
    assert (claim.act, claim.codeable) == ("agree", True)


def test_what_is_reported_by_nobody_has_happened(engine: Engine) -> None:
    (claim,) = claims_of(engine, "Heavy gunfire was reported in the port on Friday.")
    assert claim.codeable
