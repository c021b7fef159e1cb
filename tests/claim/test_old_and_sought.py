"""What is no event of the news: older days of a report without a date, what has happened before, truces that are sought."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


def test_a_day_of_an_earlier_month_is_old_where_the_news_is_told_by_weekday(engine: Engine) -> None:
    text = (
        "The governor banned marches in Songea, a newspaper reported Friday.\n\n"
        "Gunmen killed nine policemen in Songea on April 7. On Sunday, gunmen attacked a post near Songea. "
        "On May 2, gunmen shot a trader in Songea."
    )
    assert only(engine, text, "nine policemen").temporal_status == "background"
    assert only(engine, text, "a post near").temporal_status == "current"
    assert only(engine, text, "a trader").temporal_status == "current"


def test_a_lone_day_and_month_may_be_news(engine: Engine) -> None:
    text = "The council met in Songea on Friday. Gunmen killed nine policemen in Songea on April 7."
    assert only(engine, text, "nine policemen").codeable


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Some 41500 farmers have been killed in the fighting.", "41500"),
        ("More than 900 men have been killed and many have fled since the war began.", "900"),
        ("Rebels have attacked the post before, the police said.", "the post"),
    ],
)
def test_totals_of_the_war_and_what_happened_before_are_background(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).temporal_status == "background"


@pytest.mark.parametrize(
    "text", ["Rebels attacked the post before dawn.", "About 2800 people have been killed in the raids."]
)
def test_dawn_is_no_earlier_time_and_a_town_may_lose_many(engine: Engine, text: str) -> None:
    assert only(engine, text, " ").temporal_status == "current"


def test_a_truce_that_is_negotiated_is_none_yet(engine: Engine) -> None:
    assert not only(engine, "An accord is negotiated for a truce in Belo.", "a truce").codeable
    assert only(engine, "A truce in Belo was signed on Monday.", "truce").codeable


def test_who_agrees_on_a_truce_makes_one_claim_of_it(engine: Engine) -> None:
    claim = only(engine, "The two sides agreed on a truce in Belo on Monday.", "truce")
    assert claim.codeable
    assert claim.spans[0].quote == "The two sides agreed on a truce in Belo on Monday"


@pytest.mark.parametrize(
    ("text", "codeable"),
    [
        ("Police raided two homes in Belo on Monday.", False),
        ("Police raided a rebel hideout in Belo on Monday.", True),
        ("Gunmen raided two homes in Belo on Monday.", True),
        ("Two suspects were handed over to Kenya for trial.", False),
    ],
)
def test_a_search_by_the_police_is_no_raid(engine: Engine, text: str, codeable: bool) -> None:
    assert any(only(engine, text, part).codeable == codeable for part in ("raided", "handed") if part in text)
