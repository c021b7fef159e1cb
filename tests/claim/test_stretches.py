"""Which words make a claim, and how far each reaches: patrols that are shot at, tolls of attacks, boasts."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


def told(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(claim.act, words_of(claim)) for claim in claims_of(engine, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Militants fired on a police patrol in the town of Belo.",
        "Rebels threw grenades at an army patrol near Belo.",
        "Militants opened fire on a joint patrol in the town of Belo.",
    ],
)
def test_a_patrol_that_is_fired_on_belongs_to_the_fire(engine: Engine, text: str) -> None:
    assert told(engine, text) == [("attack", text.removesuffix("."))]


def test_a_patrol_on_which_somebody_is_out_is_a_deed(engine: Engine) -> None:
    assert ("deploy", "a patrol near Belo") in told(engine, "The soldiers were hit during a patrol near Belo.")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Two men had died since being brought to Belo.", ("kill", "Two men had died")),
        ("Three soldiers died in Monday's attacks.", ("attack", "Monday's attacks")),
        ("The death toll from Monday's raid on Belo was put at nine.", ("kill", "The death toll … was put at nine")),
        ("The rebels boast of having killed 20 soldiers.", ("kill", "having killed 20 soldiers")),
        ("The colonel bragged of taking the town of Belo.", ("capture", "taking the town of Belo")),
    ],
)
def test_two_things_are_told_apart(engine: Engine, text: str, apart: tuple[str, str]) -> None:
    assert apart in told(engine, text)


def test_nobody_boasts_of_a_garden_in_two_claims(engine: Engine) -> None:
    assert [act for act, _ in told(engine, "The governor boasts of his garden.")] == ["say"]


def test_a_lone_participle_is_told_with_those_who_suffered_it(engine: Engine) -> None:
    found = told(engine, "Several rebels were killed and captured after the battle near Belo.")
    assert ("arrest", "Several rebels were … captured") in found


def test_a_second_deed_with_words_of_its_own_stands_alone(engine: Engine) -> None:
    found = told(engine, "Soldiers killed several rebels and captured several others.")
    assert ("arrest", "captured several others") in found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine dead in Belo, says governor", "Nine dead in Belo"),
        ('Four dead on one side, "not a scratch" on the other', "Four dead on one side"),
        ("Nine dead in raid on Belo", "Nine dead"),
    ],
)
def test_a_count_is_told_with_its_place_but_without_the_attack(engine: Engine, text: str, count: str) -> None:
    assert ("kill", count) in told(engine, text)
