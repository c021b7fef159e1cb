"""What is hoped for, provided for, able to be, rather not done or only rumoured has not happened."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only

WAR = "BENI, May 3, 2017 (AP) - Rebels shelled the army base in Beni on Tuesday, killing three soldiers.\n\n"


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("The truce that envoys hope to see signed this week would end the war.", "signed", "planned"),
        ("Envoys hope to see a truce signed this week.", "signed", "planned"),
        ("The families would like to see the nurses freed.", "freed", "planned"),
        ("The army hopes to retake the hill.", "retake", "planned"),
        ("The army hopes to have retaken the hill by Friday.", "retaken", "planned"),
        ("The chief hopes the gunmen have fled the village.", "fled", "possible"),
        ('"I would rather go hungry than be killed," said a porter.', "than be killed", "hypothetical"),
        (
            "Gossips spread rumours according to which the mayor was killed.",
            "mayor",
            "claimed",
        ),
        ("The army denies the rumours according to which ten soldiers were captured.", "ten soldiers", "denied"),
        ("Under the deal, the rebels withdraw from the port by Friday.", "withdraw", "planned"),
        ("The rocket can hit targets 300 km away.", "hit", "possible"),
        ("The drones are able to strike the capital.", "strike", "possible"),
    ],
)
def test_what_lies_ahead_is_not_told_as_done(engine: Engine, text: str, part: str, modality: str) -> None:
    found = only(engine, WAR + text, part)
    assert found.modality == modality
    assert modality == "claimed" or not found.codeable


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Residents saw soldiers shot in the square.", "shot"),
        ("The mediator had a truce signed on Tuesday.", "truce"),
        ("The rebels were able to capture two posts.", "capture"),
        ("Under the agreement, the army pulled back on Tuesday.", "pulled back"),
        ("Residents can hear shelling.", "shelling"),
        ("More than 20 soldiers were killed on Tuesday.", "killed on"),
    ],
)
def test_what_was_done_is_still_told(engine: Engine, text: str, part: str) -> None:
    assert only(engine, WAR + text, part).codeable


def test_what_is_told_in_the_past_beside_an_order_was_not_ordered(engine: Engine) -> None:
    text = "The council demanded the withdrawal of the brigade that attacked the village on Tuesday."
    assert only(engine, WAR + text, "attacked").modality in ("asserted", "attributed")
    assert only(engine, WAR + text, "withdrawal").modality == "called_for"


def test_a_clause_that_says_which_village_is_meant_is_background(engine: Engine) -> None:
    text = "The army shelled the village that the rebels captured."
    assert only(engine, WAR + text, "rebels captured").temporal_status == "background"


def test_whoever_does_a_thing_is_told_with_what_he_is_threatened_with(engine: Engine) -> None:
    text = "The army warned that any vehicle moving at night would be shot at."
    assert not only(engine, WAR + text, "moving at night").codeable


@pytest.mark.parametrize(
    "text",
    [
        "Rumours that the mayor was killed turned out to be false.",
        "A report that the mayor was killed turned out to be wrong.",
    ],
)
def test_a_rumour_that_proved_false_is_denied(engine: Engine, text: str) -> None:
    assert only(engine, WAR + text, "mayor was killed").modality == "denied"


def test_an_hour_with_a_nought_makes_no_year(engine: Engine) -> None:
    claim = only(engine, WAR + "Jets strafed the road between 0800 and 1030 on Tuesday.", "strafed")
    assert claim.temporal_status == "current"
    assert only(engine, WAR + "Jets strafed the road between 0800 and 1030.", "strafed").codeable


def test_whoever_evacuates_foreigners_gives_up_no_place(engine: Engine) -> None:
    assert only(engine, WAR + "The contingent evacuated 450 foreign nationals.", "evacuated").act != "withdraw"


def test_who_has_been_fighting_for_years_is_no_news(engine: Engine) -> None:
    text = "The group has been fighting to topple the government since 2007."
    assert not only(engine, WAR + text, "fighting").codeable
