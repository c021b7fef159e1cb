"""Chronologies by the hour: every line is told of its hour and of the day above it."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.frame import find_frame
from dateline.pipeline import Engine, run

SIEGE = """How the barracks of Sarh were lost, October 2022

3 October
0540 - Mutineers shell the barracks.
Approx. 08:15: The governor flees across the river.
1130-1200 – Loyal troops fire back.
2015 - The line falls silent.

4 October (a public holiday)
7.30 a.m. Mutineers enter the barracks. They free the prisoners.
c. 1400 hrs: Helicopters bomb the armoury.
Evening: A curfew is imposed.
"""


def entries(text: str) -> list[tuple[str, str]]:
    frame = find_frame(Report.of(text))
    return [(one.setting[0].quote.strip(" -–:"), one.contents[0].quote) for one in frame.passages if not one.section]


def test_every_hour_opens_an_entry_and_a_day_ends_it() -> None:
    assert entries(SIEGE) == [
        ("0540", "Mutineers shell the barracks."),
        ("Approx. 08:15", "The governor flees across the river."),
        ("1130-1200", "Loyal troops fire back."),
        ("2015", "The line falls silent."),
        ("7.30 a.m.", "Mutineers enter the barracks. They free the prisoners."),
        ("c. 1400 hrs", "Helicopters bomb the armoury."),
        ("Evening", "A curfew is imposed."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A short history\n\n1994 - Rebels take up arms.\n2001: They march on the capital.\n2014 - A truce is signed.\n",
        "The army said 1500 people fled.\n0900 was the hour of the attack.\n",
        "12 killed in a raid\n30 wounded: doctors\n",
        "Night fell over the town.\nEvening came.\n",
    ],
)
def test_years_counts_and_prose_are_no_hours(text: str) -> None:
    assert entries(text) == []


def test_what_a_chronology_tells_in_the_present_is_news_of_its_day(engine: Engine) -> None:
    record = run(
        Report.of(SIEGE.replace("3 October", "3 October 2022").replace("4 October", "4 October 2022")), engine=engine
    )
    when = {
        claim.act: time.range.iso()
        for claim in record.claims
        if claim.codeable and claim.time and (time := record.case.resolution.time(claim.time)) is not None
    }
    assert when["shelling"].startswith("2022-10-03")
    assert when["air_strike"].startswith("2022-10-04")
    assert when["enter"].startswith("2022-10-04")
