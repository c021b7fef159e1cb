"""Things told in a row stay in the words of the claim; an apposition is told apart."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    "sentence",
    [
        "We seized 12 rifles, a mortar, three radios and 400 rounds of ammunition",
        "Troops captured two tanks, a field gun, 30 grenades and a truck",
        "The blast killed a guard, his wife, two children and a driver",
        "The drone hit a school, a clinic and three houses",
        "The raiders stole 300 cows, two motorcycles and a generator",
    ],
)
def test_a_row_of_new_things_is_one_claim(engine: Engine, sentence: str) -> None:
    assert sentence in [words_of(claim) for claim in claims_of(engine, f"{sentence}.")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The blast killed a guard, a father of two.", "The blast killed a guard"),
        ("Gunmen shot the mayor, a rice trader, on Friday.", "Gunmen shot the mayor … on Friday"),
    ],
)
def test_what_tells_more_of_one_thing_is_no_row(engine: Engine, sentence: str, words: str) -> None:
    assert words in [words_of(claim) for claim in claims_of(engine, sentence)]
