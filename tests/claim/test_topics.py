"""Deeds that are told for the first time inside what another noun or a span of time tells of them."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("sentence", "deed", "act"),
    [
        (
            "The rebels demand the lifting of a militia blockade on the port of Adaro.",
            "a militia blockade on the port of Adaro",
            "besiege",
        ),
        (
            "The general spoke of the start of an assault on rebel positions.",
            "an assault on rebel positions",
            "attack",
        ),
        (
            "An end to air raids on the camp is what the refugees want.",
            "air raids on the camp",
            "air_strike",
        ),
    ],
)
def test_a_deed_that_another_noun_is_about_is_a_claim_but_no_event(
    engine: Engine, sentence: str, deed: str, act: str
) -> None:
    found = {words_of(claim): claim for claim in claims_of(engine, sentence)}
    assert deed in found, list(found)
    assert (found[deed].act, found[deed].codeable) == (act, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The planner of the raid on the barracks was arrested.",
        "He was a veteran of the war against the junta.",
        "The anniversary of an attack on a church was marked with prayers.",
        "Two victims of an ambush on the coast road are in hospital.",
    ],
)
def test_a_deed_that_is_only_pointed_back_to_is_none(engine: Engine, sentence: str) -> None:
    nouns = ("raid on", "war against", "attack on", "ambush on")
    opening = [words_of(claim).split(maxsplit=1)[1] for claim in claims_of(engine, sentence)]
    assert not [words for words in opening if words.startswith(nouns)]


@pytest.mark.parametrize(
    ("sentence", "deed", "codeable"),
    [
        ("Villagers fled after three days of shelling by the army.", "three days of shelling by the army", True),
        ("The army took the hill after an hour of combat.", "an hour of combat", True),
        ("The minister resigned after weeks of protests in the capital.", "weeks of protests in the capital", False),
    ],
)
def test_fighting_is_told_with_how_long_it_took(engine: Engine, sentence: str, deed: str, codeable: bool) -> None:
    found = {words_of(claim): claim for claim in claims_of(engine, sentence)}
    assert deed in found, list(found)
    assert found[deed].codeable is codeable


def test_protests_of_some_kind_are_told_in_a_phrase(engine: Engine) -> None:
    claims = {words_of(claim): claim.act for claim in claims_of(engine, "Shops closed amid violent protests.")}
    assert claims.get("violent protests") == "protest"
    assert len(claims_of(engine, "The law passed despite the protests.")) == 1
