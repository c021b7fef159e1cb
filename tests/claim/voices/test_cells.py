"""Stretches of text are found by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.claim.voices.cells import Cells

STRETCH = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.lists(STRETCH, max_size=3), max_size=12), STRETCH)
def test_nothing_that_touches_a_place_is_missed(stretches: list[list[tuple[int, int]]], place: tuple[int, int]) -> None:
    cells = Cells()
    for number, extents in enumerate(stretches):
        cells.add(number, extents)
    found = cells.near(*place)
    touching = [n for n, row in enumerate(stretches) if any(a < place[1] and place[0] < b for a, b in row)]
    assert set(touching) <= set(found)
    assert found == sorted(set(found))


def test_what_stands_far_away_is_not_looked_at() -> None:
    cells = Cells()
    for number in range(1000):
        cells.add(number, ((number * 100, number * 100 + 90),))
    assert len(cells.near(50_000, 50_010)) < 10
