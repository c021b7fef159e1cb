"""The day of issue at the head of a page: beside a clock, a byline or a word like "Posted"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.resolve.stamps import stamped_day

STORY = "\n\nGunmen shot nine farmers near Dagwe on Tuesday, police said.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Farmers shot\nPosted July 12th, 2012 at 3:40 pm", date(2012, 7, 12)),
        ("Farmers shot\nLast updated: 14 March 2024 14:02 GMT", date(2024, 3, 14)),
        ("Farmers shot\nBy Jane Roe, CNN\nUpdated 8:15 PM EST, Wed January 3, 2024", date(2024, 1, 3)),
        ("Publication date\n02 December 1994 | 07:00 ICT\n\nReporter : J. Doe", date(1994, 12, 2)),
        ("date 2020-06-25", date(2020, 6, 25)),
        ("Farmers shot\n(Xinhua)    08:12, March 05, 2015", date(2015, 3, 5)),
        ("Farmers shot\nFriday 7 March 2014 18.29 GMT", date(2014, 3, 7)),
        ("11:32 a.m. ET, February 24, 2022\nFarmers shot", date(2022, 2, 24)),
        ("Farmers shot\nMay 19, 2016 - 14:32", date(2016, 5, 19)),
        ("Farmers shot\nSubmitted by admin on Thu, 04/12/2012 - 10:45", date(2012, 4, 12)),
        ("Farmers shot\nAdded: 12.09.2014", date(2014, 9, 12)),
        ("AN. Sittway. August 13, 2020.", date(2020, 8, 13)),
        ("Published 3 May 2021 08:00\nUpdated 5 May 2021 10:15", date(2021, 5, 3)),
        ("Published: 3 May 2021 08:00 | Updated: 5 May 2021 10:15", date(2021, 5, 3)),
        ("May 3, 2021, 2:05 PM (Last modified May 5, 2021)", date(2021, 5, 3)),
    ],
)
def test_a_stamp_tells_the_day_of_issue(head: str, day: date) -> None:
    assert stamped_day(head + STORY, day_first=None) == day


@pytest.mark.parametrize(
    "head",
    [
        "Updated: 3/1/2018 6:05 PM",
        "The war that began on 5 May 2012 at 6 pm",
        "Farmers remember the raid of 20 November 1999",
        "Between 1 May 2014 and 7 May 2014",
        "Lagos\n3 May 2014\nAbuja\n9 May 2014",
        "Posted July 12th at 3:40 pm",
    ],
)
def test_what_tells_another_day_or_none_is_no_stamp(head: str) -> None:
    assert stamped_day(head + STORY, day_first=None) is None


def test_a_weekday_is_read_from_the_stamp(engine: Engine) -> None:
    case = run(Report.of("Farmers shot\nPosted July 12th, 2012 at 3:40 pm" + STORY), engine=engine).case
    killed = next(claim for claim in case.claims if claim.time is not None)
    value = case.resolution.time(killed.time)
    assert value is not None
    assert value.range.first_day == date(2012, 7, 10)


def test_a_weekday_lies_in_the_period_that_the_head_names(engine: Engine) -> None:
    text = "SITUATION REPORT\nReporting period: 1-7 March 2018\n\nOn Tuesday, shells hit Dagwe.\n"
    case = run(Report.of(text), engine=engine).case
    days = [case.resolution.time(claim.time) for claim in case.claims if claim.time]
    assert date(2018, 3, 6) in [value.range.first_day for value in days if value is not None]
