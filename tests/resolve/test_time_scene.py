"""The year that a text has told near a place in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.time_scene import Scene

YEARS = st.lists(st.tuples(st.integers(0, 50), st.integers(1990, 2030)), unique_by=lambda pair: pair[0]).map(sorted)


@given(YEARS, st.integers(0, 60))
def test_the_year_before_is_nearer_than_the_one_behind(years: list[tuple[int, int]], offset: int) -> None:
    before = [year for at, year in years if at <= offset]
    after = [year for at, year in years if at > offset]
    wanted = before[-1] if before else after[0] if after else None
    assert Scene(years=tuple(years)).year_near(offset) == wanted


def test_a_text_without_years_tells_none() -> None:
    assert Scene().year_near(3) is None
