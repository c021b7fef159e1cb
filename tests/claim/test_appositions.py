"""What stands behind a name to say what it is."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Homs, a city of 800,000 people, has been under siege since May.", "Homs, a city of 800,000 people"),
        ("The militia attacked Goma, a trading town near the border.", "Goma, a trading town near the border"),
        ("Troops from Niger, an ally of the junta, took the mine.", "Niger, an ally of the junta"),
        ("Shells hit Kharkiv, the country's second city.", "Kharkiv, the country's second city"),
        ("Troops held Goma, one of the largest towns of the east.", "Goma, one of the largest towns of the east"),
    ],
)
def test_what_a_name_is_said_to_be_is_a_claim_of_its_own(engine: Engine, sentence: str, told: str) -> None:
    found = {words_of(claim): claim for claim in claims_of(engine, sentence)}
    assert told in found, list(found)
    claim = found[told]
    assert (claim.act, claim.kind, claim.temporal_status) == ("characterise", "characterisation", "generic")


@pytest.mark.parametrize(
    "sentence",
    [
        "Colonel Ito, an army spokesman, said the town was quiet.",
        "According to Airwatch, a network of plane spotters, two jets left the base.",
        "Rebels took Goma, Bukavu and Uvira.",
        "He lost his brother, a teacher, in the raid.",
    ],
)
def test_speakers_and_common_nouns_are_introduced_without_a_claim(engine: Engine, sentence: str) -> None:
    assert not [claim for claim in claims_of(engine, sentence) if claim.kind == "characterisation"]
