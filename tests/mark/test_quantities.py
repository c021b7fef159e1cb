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
        ("Rangers said 14 villagers and two policemen were shot dead.", ["14", "two"]),
        ("Shelling killed 30 civilians and eight women.", ["30", "eight"]),
        ("Hundreds of soldiers guard the two gates.", ["Hundreds", "two"]),
        ("Eleven people, including four children, died.", ["Eleven people", "four children"]),
        ("Doctors treated 17 wounded and buried four dead.", ["17 wounded", "four dead"]),
        ("The raid left nine soldiers dead and 20 wounded.", ["nine", "20"]),
        (
            "They took six prisoners of war and 40 boxes of ammunition.",
            ["six prisoners of war", "40 boxes of ammunition"],
        ),
        ("The army seized 2 PKM machine guns.", ["2 PKM machine guns"]),
        ("About 5,000 displaced people reached the camp.", ["About 5,000 displaced people"]),
        ("Several hundred families fled.", ["Several hundred families"]),
        ("A total of 312 people died.", ["312 people"]),
        ("Some 20-25 pickups crossed the border.", ["Some 20-25 pickups"]),
        ("On 3 March, 2,410 recruits arrived.", ["2,410"]),
        ("One teacher was killed and a sixth is missing.", ["One", "a sixth"]),
        ("The unit handed over 45 captured rebel fighters.", ["45"]),
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
        "The two sides met at one point on Friday.",
        "Several theories were heard.",
        "Provincial Road 14 is closed.",
        "Nobody held the ridge.",
        "The force began its march at 5.15 this morning.",
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
