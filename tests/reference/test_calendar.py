"""The calendar's words and arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference import calendar as cal


@pytest.mark.parametrize(
    ("words", "value"),
    [("forty-five", 45), ("a dozen", 12), ("2.5", 2.5), ("an", 1), ("two hundred", 200), ("several", None)],
)
def test_number(words: str, value: float | None) -> None:
    assert cal.number(words) == value


@pytest.mark.parametrize(("word", "value"), [("3rd", 3), ("twelfth", 12), ("21st", 21), ("last", None)])
def test_ordinal(word: str, value: int | None) -> None:
    assert cal.ordinal(word) == value


def test_spelled_year() -> None:
    assert cal.spelled_year("nineteen ninety-four") == 1994
    assert cal.spelled_year("two thousand") == 2000


def test_day_of_knows_leap_years() -> None:
    assert cal.day_of(2024, 2, 29) == date(2024, 2, 29)
    assert cal.day_of(2023, 2, 29) is None


@pytest.mark.parametrize(
    ("year", "day"), [(1999, date(1999, 4, 4)), (2024, date(2024, 3, 31)), (2025, date(2025, 4, 20))]
)
def test_easter(year: int, day: date) -> None:
    assert cal.easter(year) == day


def test_feasts_that_move_with_another_calendar_have_no_day() -> None:
    assert cal.feast("thanksgiving", 2023) == date(2023, 11, 23)
    assert cal.feast("ramadan", 2023) is None


@given(st.dates(date(1, 2, 1), date(9990, 1, 1)), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_weekday_near_is_within_a_week_on_its_side(anchor: date, weekday: int, direction: int) -> None:
    day = cal.weekday_near(anchor, weekday, direction=direction)
    assert day.weekday() == weekday
    assert 0 <= (day - anchor).days * direction <= 6


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_add_months_keeps_the_day_or_takes_the_last(day: date, months: int) -> None:
    moved = cal.add_months(day, months)
    assert moved is not None
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
