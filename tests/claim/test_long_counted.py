"""What was counted since long ago, what a court charges, what was said in a speech, what victims describe."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only

WAR = "BENI, May 3, 2017 (AP) - Rebels shelled the army base in Beni on Tuesday, killing three soldiers.\n\n"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The rebels have stepped up their attacks since ending a truce in November 2016.", "stepped up"),
        ("The rebels have attacked six bases since breaking the truce in January.", "six bases"),
        ("Nine soldiers are accused of having abandoned their position last June.", "abandoned"),
        ("He is wanted for the murder of a bishop.", "murder"),
        ("The party leader opened fire on the generals in his speech.", "opened fire"),
        ("The senator hit out at the president in a tweet.", "hit out"),
        ("A lawmaker fired a broadside at the cabinet.", "broadside"),
    ],
)
def test_old_charges_and_speeches_are_no_news(engine: Engine, text: str, part: str) -> None:
    assert not only(engine, WAR + text, part).codeable


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The army has retaken three towns since the offensive began on 20 April.", "three towns"),
        ("The army has killed 12 rebels since Monday.", "12 rebels"),
        ("The worst attack since 2012 has killed nine.", "nine"),
        ("Gunmen opened fire during a speech by the mayor.", "opened fire"),
        ("Rebels attacked a base during the president's speech.", "attacked"),
    ],
)
def test_what_is_counted_since_the_other_day_is(engine: Engine, text: str, part: str) -> None:
    assert only(engine, WAR + text, part).codeable


@pytest.mark.parametrize("verb", ["described", "recalled", "reported"])
def test_what_victims_describe_is_their_word(engine: Engine, verb: str) -> None:
    claim = only(engine, WAR + f"The villagers {verb} being robbed and shot at.", "being robbed")
    assert len(claim.voices) == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The jets have struck the plant at least twice.", "struck"),
        ("The ceasefire held through the night.", "ceasefire"),
        ("The agreement is by and large being observed.", "agreement"),
        ("The envoy is fighting against the clock.", "fighting"),
        ("The army killed the chief weeks after killing his deputy.", "his deputy"),
        ("The minister spoke of baseless reports that soldiers had fled the town.", "soldiers had fled"),
    ],
)
def test_sums_and_what_is_kept_are_no_events(engine: Engine, text: str, part: str) -> None:
    assert not only(engine, WAR + text, part).codeable


@pytest.mark.parametrize("text", ["The rebels struck Beni twice on Tuesday.", "The two sides signed a ceasefire."])
def test_what_was_done_on_a_day_is_an_event(engine: Engine, text: str) -> None:
    assert only(engine, WAR + text, text.split()[-1].rstrip(".")).codeable


@pytest.mark.parametrize("text", ["The minister told a rally in Beni that the army would win."])
def test_an_audience_is_no_protest(engine: Engine, text: str) -> None:
    assert not only(engine, WAR + text, "rally").codeable


def test_a_season_of_a_year_is_no_news_where_nobody_knows_the_day(engine: Engine) -> None:
    text = (
        "Planes struck Marib on Wednesday. The rebels, who stormed the capital in late 2014, fired a rocket on Tuesday."
    )
    assert not only(engine, text, "stormed").codeable
    assert only(engine, text, "planes struck".capitalize()).codeable


def test_whoever_vows_to_fight_on_fights_not_yet(engine: Engine) -> None:
    text = 'Premier says war "in final phase" as TPLF vows to fight on\n\n' + WAR
    assert not only(engine, text, "fight on").codeable
