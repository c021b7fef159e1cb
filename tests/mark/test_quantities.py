"""Mentions of quantities and legal texts."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.mark.test_actors import marked


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("At least 14 people were killed and six wounded.", ["At least 14 people", "six"]),
        ("The village lies some 30 kilometres east of the town.", ["some 30 kilometres"]),
        ("Between the lines, 65 percent of the houses were burned.", ["65 percent"]),
        ("The army killed 19 Ugandan soldiers and lost 3 vehicles.", ["19", "3 vehicles"]),
        ("Hundreds of families fled.", ["Hundreds of families"]),
        ("Nobody was hurt.", ["Nobody"]),
        ("Eight to 12 insurgents were detained.", ["Eight to 12"]),
    ],
)
def test_quantities(engine: Engine, text: str, quantities: list[str]) -> None:
    assert marked(engine, text, "quantity") == quantities


@pytest.mark.parametrize(
    "text",
    [
        "M23 fighters took the town.",
        "Two-year-old laws apply.",
        "It happened in 1994.",
        "Highway 7 is closed.",
        "The 11th Brigade left.",
        "Jonas Okellu, 45, was there.",
    ],
)
def test_numbers_that_count_nothing(engine: Engine, text: str) -> None:
    assert marked(engine, text, "quantity") == []


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("They cited UN Security Council Resolution 1701 (2006).", ["UN Security Council Resolution 1701 (2006)"]),
        ("The 1994 peace accord is dead.", ["The 1994 peace accord"]),
        ("It breaks the resolutions of the Security Council.", ["the resolutions"]),
    ],
)
def test_references(engine: Engine, text: str, references: list[str]) -> None:
    assert marked(engine, text, "reference") == references
