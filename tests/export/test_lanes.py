"""Crossing and nesting spans survive as lanes; the text is never lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.lanes import Mark, assign_lanes, segments

MARKS = st.lists(
    st.builds(
        lambda start, length, tier, label: Mark(start=start, end=start + length, kind="k", label=label, tier=tier),
        st.integers(0, 60),
        st.integers(1, 30),
        st.integers(0, 2),
        st.sampled_from("abc"),
    ),
    max_size=12,
)


def test_crossing_spans_lie_in_two_lanes() -> None:
    marks = [Mark(start=0, end=6, kind="k", label="one"), Mark(start=4, end=9, kind="k", label="two")]
    drawn = [(s.start, s.end, [m.label if m else None for m in s.lanes]) for s in segments(0, 10, marks)]
    assert drawn == [
        (0, 4, ["one", None]),
        (4, 6, ["one", "two"]),
        (6, 9, [None, "two"]),
        (9, 10, [None, None]),
    ]  # fmt: skip


def test_lanes_of_a_lower_tier_lie_on_top_and_are_used_again() -> None:
    marks = [
        Mark(start=0, end=9, kind="k", label="claim", tier=1),
        Mark(start=0, end=2, kind="k", label="first"),
        Mark(start=5, end=7, kind="k", label="second"),
    ]
    assert [(mark.label, lane) for mark, lane in assign_lanes(marks)] == [("first", 0), ("second", 0), ("claim", 1)]


@given(MARKS)
def test_segments_cover_the_stretch_and_show_every_mark(marks: list[Mark]) -> None:
    cut = segments(0, 100, marks)
    assert (cut[0].start, cut[-1].end) == (0, 100)
    assert all(one.end == two.start for one, two in pairwise(cut))
    for mark, lane in assign_lanes(marks):
        inside = [segment for segment in cut if mark.start <= segment.start < mark.end]
        assert all(segment.lanes[lane] == mark for segment in inside)
        assert (inside[0].start, inside[-1].end) == (mark.start, mark.end)
