"""Figures of several sides together: nobody is counted twice."""

from __future__ import annotations

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.across import CountPoint, CountSeries, Total
from dateline.model.totals import total


def series(side: str | None, *said: tuple[str, float]) -> CountSeries:
    """The figures that origins give for a side."""
    points = tuple(
        CountPoint(claim=f"c{n}", believer=who, origin=who, as_of=None, low=n, high=n, words=str(n), state="live")
        for who, n in said
    )
    figures = sorted(n for _, n in said)
    best = figures[0] if len(set(figures)) == 1 else None
    return CountSeries(measure="killed", side=side, low=figures[0], best=best, high=figures[-1], points=points)


def figures(found: Total) -> tuple[float | None, float | None, float | None]:
    return found.low, found.best, found.high


def test_sides_that_one_voice_counts_are_added() -> None:
    counts = [series("army", ("wire", 3)), series("front", ("wire", 4))]
    assert figures(total(counts, "killed")) == (7, 7, 7)


def test_parties_that_count_their_own_are_added() -> None:
    counts = [series("army", ("army", 3)), series("front", ("front", 4))]
    assert figures(total(counts, "killed")) == (7, 7, 7)


def test_four_militants_by_one_voice_and_four_villagers_by_another_may_be_the_same_four() -> None:
    counts = [series("front", ("army", 4)), series("civilians", ("residents", 4))]
    assert figures(total(counts, "killed")) == (4, 4, 4)
    counts = [series("front", ("army", 9)), series("civilians", ("residents", 4))]
    assert figures(total(counts, "killed")) == (4, None, 9)


def test_a_figure_without_a_side_is_the_total_and_sides_are_parts_of_it() -> None:
    counts = [series(None, ("wire", 9)), series("army", ("wire", 4)), series("civilians", ("wire", 3))]
    assert figures(total(counts, "killed")) == (9, 9, 9)


def test_sides_that_together_exceed_the_total_leave_the_best_open() -> None:
    counts = [series(None, ("wire", 9)), series("army", ("post", 8)), series("civilians", ("post", 4))]
    assert figures(total(counts, "killed")) == (9, None, 12)


def test_what_nobody_counts_is_unknown() -> None:
    assert total([series("army", ("wire", 3))], "wounded") == Total()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), min_size=1, max_size=6), st.data())
@settings(deadline=None)
def test_the_order_is_kept_and_no_total_exceeds_the_sum_of_the_sides(
    said: list[tuple[str, int]], data: st.DataObject
) -> None:
    sides = data.draw(st.lists(st.sampled_from([None, "army", "front"]), min_size=len(said), max_size=len(said)))
    by_side: dict[str | None, list[tuple[str, float]]] = {}
    for side, one in zip(sides, said, strict=True):
        by_side.setdefault(side, []).append(one)
    counts = [series(side, *told) for side, told in by_side.items()]
    found = total(counts, "killed")
    low, high = cast(float, found.low), cast(float, found.high)
    assert low <= (found.best if found.best is not None else high) <= high
    assert high <= sum(one.high or 0 for one in counts)
