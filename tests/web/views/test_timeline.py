"""The days of many events as bars."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.time import TimeRange
from dateline.web.views.timeline import MOST_BARS, Dated, timeline

DAYS = st.lists(st.dates(), max_size=30)


def dated(days: list[date], *, disputed: bool = False) -> list[Dated]:
    return [Dated(days=TimeRange.day(day) if day < date.max else None, disputed=disputed) for day in days]


@given(days=DAYS)
def test_every_event_with_a_day_lies_in_just_one_bar(days: list[date]) -> None:
    made = timeline(dated(days))
    assert sum(bar.bin.events for bar in made.bars) + made.undated == len(days)
    assert len(made.bars) <= MOST_BARS * 3
    for bar in made.bars:
        assert 0 <= bar.x <= made.width
        assert made.head - 0.1 <= bar.y <= made.base + 0.1


@given(days=st.lists(st.dates(max_value=date(9990, 1, 1)), min_size=1, max_size=30))
def test_an_event_lies_within_the_days_of_its_bar(days: list[date]) -> None:
    bins = [bar.bin for bar in timeline(dated(days)).bars]
    assert all(sum(one.first <= day <= one.last for one in bins) == 1 for day in days)
    assert all(one.last + timedelta(days=1) == other.first for one, other in itertools.pairwise(bins))


@pytest.mark.parametrize(
    ("span", "step"),
    [(3, "day"), (100, "week"), (700, "month"), (4000, "year"), (90_000, "decade"), (900_000, "century")],
)
def test_longer_spans_have_coarser_bars(span: int, step: str) -> None:
    first = date(300, 1, 5)
    assert timeline(dated([first, first + timedelta(days=span)])).step == step


def test_an_event_without_a_first_day_counts_on_its_last() -> None:
    until = TimeRange.days(None, date(2024, 2, 3))
    made = timeline([Dated(days=until, disputed=True), Dated(days=None, disputed=True)])
    assert [(one.first, one.events, one.disputed) for one in made.filled] == [(date(2024, 2, 3), 1, 1)]
    assert made.undated == 1


def test_nothing_has_no_bars() -> None:
    assert timeline([]).bars == ()
