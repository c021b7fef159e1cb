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
    assert [act for act, _ in told(engine, "The governor boasts of his garden.")] == []


def test_a_lone_participle_is_told_with_those_who_suffered_it(engine: Engine) -> None:
    found = told(engine, "Several rebels were killed and captured in the battle near Belo.")
    assert ("arrest", "Several rebels were … captured") in found


def test_a_second_deed_with_words_of_its_own_stands_alone(engine: Engine) -> None:
    found = told(engine, "Soldiers killed several rebels and captured several others.")
    assert ("arrest", "captured several others") in found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine dead in Belo, says governor", "Nine dead in Belo"),
        ('Four dead on one bank, "not a bruise" on the other', "Four dead on one bank"),
        ("Nine dead in raid on Belo", "Nine dead"),
    ],
)
def test_a_count_is_told_with_its_place_but_without_the_attack(engine: Engine, text: str, count: str) -> None:
    assert ("kill", count) in told(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "The camp was attacked on Saturday, 9 June, by fighters of the banned Front.",
        "Rebels fired two rockets which fell in the Belo area.",
        "It was the army that shelled the town.",
    ],
)
def test_one_deed_is_told_in_one_stretch(engine: Engine, text: str) -> None:
    assert [words for _, words in told(engine, text)] == [text.removesuffix(".")]


def test_it_was_not_a_drone_that_did_it(engine: Engine) -> None:
    (claim,) = claims_of(engine, "It was not a drone that set the truck ablaze.")
    assert (claim.act, claim.polarity, claim.codeable) == ("burn", "negative", False)


def test_a_ranked_attack_is_no_cleft_sentence(engine: Engine) -> None:
    found = told(engine, "It was the fifth attack that hit the town this year.")
    assert not any(words.startswith("It was the fifth attack that hit") for _, words in found)


def test_rockets_that_kill_do_more_than_fall(engine: Engine) -> None:
    found = [act for act, _ in told(engine, "Rebels fired two rockets which killed a nurse in Belo.")]
    assert found == ["shelling", "kill"]


def test_those_hurt_in_an_attack_are_told_with_it(engine: Engine) -> None:
    found = told(engine, "Police said 31 people hurt in Tuesday's attack were in hospital.")
    assert ("wound", "31 people hurt in Tuesday's attack") in found


def test_an_aside_tells_where_a_town_lies(engine: Engine) -> None:
    found = told(engine, "Gunmen attacked a camp near Djibo, in northern Burkina Faso, on Monday, March 10, 2025.")
    assert ("attack", "Gunmen attacked a camp near Djibo … on Monday, March 10, 2025") in found


@pytest.mark.parametrize(
    ("text", "codeable"),
    [
        ("The high court struck down the press law on Tuesday.", False),
        ("Rebels struck down two policemen in Belo on Friday.", True),
    ],
)
def test_a_court_hits_nobody(engine: Engine, text: str, codeable: bool) -> None:
    (claim,) = claims_of(engine, text)
    assert claim.codeable == codeable
