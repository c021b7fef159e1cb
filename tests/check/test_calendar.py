"""Findings of the calendar family."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from dateline.check.calendar import (
    ambiguous_time,
    date_after_publication,
    order_inconsistency,
    undated_report,
    weekday_date_mismatch,
)
from dateline.mark.markers import mark
from dateline.mark.times import mark_times
from dateline.model.record import Case, Claim, Resolution, Voice
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.times import resolve_times

DRIVE = (
    "The army’s drive began on May 9, 2014. It entered the town on Tuesday, May 13, 2014. "
    "By Monday, February 12, its tanks had come closer."
)


def case_of(text: str, engine: Engine, published: date | None = None, acts: dict[str, str] | None = None) -> Case:
    """A case with times only; `acts` gives a claim of that act to the time mention with those words."""
    report = Report.of(text, published=TimeRange.day(published) if published else None)
    parsed = parse(report, parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_times,))
    times = resolve_times(parsed, mentions)
    resolution = Resolution(
        mentions=mentions,
        readings=times.readings,
        publisher=Actor(id="src:test", name="Test", kind="media"),
        publication=times.publication,
        window=times.window,
    )
    by_words = {m.span.quote: m.id for m in mentions}
    claims = tuple(_claim(report, by_words[words], act) for words, act in (acts or {}).items())
    return Case(parse=parsed, resolution=resolution, claims=claims)


def _claim(report: Report, mention: str, act: str) -> Claim:
    return Claim(
        id=f"c{mention}",
        sentence="s1",
        spans=(report.span(0, 8),),
        predicate=act,
        act=act,
        kind="event",
        voices=(Voice(holder="src:test", mode="narrator"),),
        modality="asserted",
        polarity="positive",
        temporal_status="current",
        factuality=MappingProxyType({"src:test": "CT+"}),
        codeable=True,
        why=None,
        interest="neutral",
        time=mention,
    )


def test_a_wrong_weekday_is_shown_with_every_single_edit(engine: Engine) -> None:
    (found,) = weekday_date_mismatch(case_of(DRIVE, engine), engine.reference)
    assert (found.code, found.severity, found.spans[0].quote) == ("W101", "error", "Monday, February 12")
    assert found.computation == {
        "check": "weekday",
        "date": "2014-02-12",
        "stated_weekday": "Monday",
        "actual_weekday": "Wednesday",
    }
    best = found.repairs[0]
    assert (best.result, best.violates) == ("Monday, May 12", ())
    assert dict(best.edit) == {"field": "month", "from_": "February", "to": "May"}
    assert "2014-05-09/2014-05-13" in found.explanation
    assert {repair.edit["field"] for repair in found.repairs} == {"month", "day", "weekday", "year"}
    assert [repair.rank for repair in found.repairs] == list(range(1, len(found.repairs) + 1))


def test_every_repair_is_right(engine: Engine) -> None:
    (found,) = weekday_date_mismatch(case_of(DRIVE, engine), engine.reference)
    for repair in found.repairs:
        assert date.fromisoformat(repair.extra["date"]).strftime("%A") == repair.extra["weekday"]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Tuesday, May 13, 2014.",
        "It rained on Saturday and Sunday, May 10 and 11, 2014.",
        "It rained on Sunday, May 10-11, 2014.",
        "It fell on Monday, May 13, 1814.",
        "It fell on Monday, May 13.",
        "On Bloody Sunday, 3 May 1971, it rained.",
    ],
)
def test_weekdays_that_cannot_be_judged_are_left_alone(text: str, engine: Engine) -> None:
    assert list(weekday_date_mismatch(case_of(text, engine), engine.reference)) == []


def test_what_follows_a_start_does_not_precede_it(engine: Engine) -> None:
    case = case_of(DRIVE, engine, acts={"on May 9, 2014": "begin_offensive"})
    (found,) = order_inconsistency(case, engine.reference)
    assert found.computation == {"check": "order", "earlier": "2014-02-12", "must_not_precede": "2014-05-09"}
    assert list(order_inconsistency(case_of(DRIVE, engine), engine.reference)) == []


def test_news_is_not_older_than_what_it_tells(engine: Engine) -> None:
    text = "Rebels attacked the camp on May 19, 2014."
    claims = {"on May 19, 2014": "attack"}
    (found,) = date_after_publication(case_of(text, engine, date(2014, 5, 13), claims), engine.reference)
    assert found.code == "W102"
    assert list(date_after_publication(case_of(text, engine, date(2014, 5, 20), claims), engine.reference)) == []
    assert list(date_after_publication(case_of(text, engine, None, claims), engine.reference)) == []


def test_a_weekday_that_fits_no_other_year_dates_a_day_to_come(engine: Engine) -> None:
    text = "Rebels attacked the camp on Monday, May 19."
    claims = {"on Monday, May 19": "attack"}
    (found,) = date_after_publication(case_of(text, engine, date(2014, 5, 13), claims), engine.reference)
    assert "2014-05-19 is told as past" in found.explanation
    bare = case_of("Rebels attacked the camp on May 19.", engine, date(2014, 5, 13), {"on May 19": "attack"})
    assert list(date_after_publication(bare, engine.reference)) == []


def test_a_report_without_a_day_says_so(engine: Engine) -> None:
    (found,) = undated_report(case_of("The town fell on May 9, 2014.", engine), engine.reference)
    assert (found.code, found.severity, found.spans) == ("W104", "warning", ())
    assert "2014-05-09" in found.explanation
    assert list(undated_report(case_of("The town fell.", engine, date(2014, 5, 9)), engine.reference)) == []


def test_midnight_of_a_day_is_ambiguous(engine: Engine) -> None:
    case = case_of("The truce begins at midnight on Friday.", engine, date(2014, 5, 13))
    (found,) = ambiguous_time(case, engine.reference)
    assert (found.code, found.spans[0].quote) == ("W105", "at midnight on Friday")
    assert list(ambiguous_time(case_of("It begins on Friday.", engine, date(2014, 5, 13)), engine.reference)) == []


def test_a_day_told_with_its_year_dates_the_days_around_it_whatever_years_stand_elsewhere(engine: Engine) -> None:
    text = (
        "Troops entered the town on Tuesday, May 13, 2014, two years after losing it in 2012. "
        "By Saturday, May 11, they had reached the river."
    )
    (finding,) = weekday_date_mismatch(case_of(text, engine), engine.reference)
    assert finding.spans[0].quote == "Saturday, May 11"
    assert finding.computation is not None
    assert finding.computation["date"] == "2014-05-11"
