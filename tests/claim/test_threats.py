"""What men in arms threaten, order and disown, in their own papers and in the reports of others."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import by_rules, only, words_of

HEAD = """FRONT FOR THE LIBERATION OF KANDARA (FLK)
Military communiqué No. 7, 3 March 2024

Fighters of the Front stormed the gendarmerie post at Kandara. Our fighters seized
two rifles there. """


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("We had no hand in the killing of the priest at Sokolo.", "no hand"),
        ("We do not wage war on farmers.", "war on farmers"),
        ("Our fighters did not shell the market at Nara.", "shell the market"),
    ],
)
def test_a_party_disowns_deeds_in_its_own_paper(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, HEAD + text, part)
    assert (claim.modality, claim.polarity, claim.codeable) == ("denied", "negative", False)


def test_what_others_did_not_do_is_told_and_not_denied(engine: Engine) -> None:
    assert only(engine, HEAD + "The army did not shell the market at Nara.", "the market").modality == "asserted"


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        (HEAD + "Settlers must leave the valley before the end of the month.", "Settlers", "order_to_leave"),
        ("Civilians must leave the eastern districts at once, the army said.", "Civilians", "order_to_leave"),
        (HEAD + "Drivers must stop serving the army.", "Drivers", "characterise"),
    ],
)
def test_men_in_arms_order_what_others_must_do(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(by_rules(engine), text, part)
    assert (claim.modality, claim.act) == ("ordered", act)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Residents must boil their water, the mayor said.", "boil"),
        (HEAD + "We must thank the people of Kandara.", "thank"),
    ],
)
def test_what_else_must_be_done_is_called_for(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).modality == "called_for"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (HEAD + "Traders must leave the mine or they will be dealt with as enemies.", "enemies"),
        ("Villagers must leave the valley or they will be shot, the rebels said.", "shot"),
        (HEAD + "The murder of our commander will not go unpunished.", "murder"),
        (HEAD + "The army will pay dearly for its crimes.", "dearly"),
    ],
)
def test_the_other_choice_and_revenge_are_threatened(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, text, part)
    assert (claim.modality, claim.codeable) == ("threatened", False)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Either the government must act or prices will rise.", "prices"),
        ("The army will pay its pensioners in May, the army said.", "pensioners"),
    ],
)
def test_other_things_ahead_are_no_threats(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).modality == "planned"


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("If nobody pays by Sunday, they will kill the driver, the kidnappers said.", "kill the driver", "threatened"),
        ("Should the shelling go on, the enemy will get a bitter lesson, the army said.", "lesson", "threatened"),
        ("Whoever trades with the regime will answer for it, the rebels said.", "answer", "threatened"),
        ("If the militia returns, it will kill the mayor, a teacher said.", "kill the mayor", "hypothetical"),
        ("If the truce holds, we will attack nobody, the rebels said.", "attack nobody", "hypothetical"),
        ("The minister will answer for the deaths, the judge said.", "answer", "planned"),
    ],
)
def test_what_a_party_will_do_itself_is_its_threat(engine: Engine, text: str, part: str, modality: str) -> None:
    assert only(engine, text, part).modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No helicopters left the base, the army said.", "denied"),
        ("No civilians were hurt in the raid, the army said.", "attributed"),
        ("No helicopters left the base, a shepherd said.", "attributed"),
    ],
)
def test_that_none_of_theirs_did_it_is_a_denial(engine: Engine, text: str, modality: str) -> None:
    assert only(engine, text, "No ").modality == modality


def test_whoever_had_no_hand_in_a_deed_denies_it_as_a_whole(engine: Engine) -> None:
    text = "The spokesman insisted that his men had no hand in the killing of the two priests."
    claim = only(engine, text, "no hand")
    assert words_of(claim) == "his men had no hand in the killing of the two priests"
    assert (claim.modality, claim.polarity, claim.codeable) == ("denied", "negative", False)
