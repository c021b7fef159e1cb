"""Boxes: they hold their points, also across the antimeridian, and their words are what the API reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.web.asked import box_of
from dateline.web.map.bounds import WORLD, Bounds, around, bounds_of

LON = st.floats(-180, 180, allow_nan=False)
LAT = st.floats(-90, 90, allow_nan=False)
POINTS = st.lists(st.tuples(LON, LAT), min_size=1, max_size=20)
BOXES = st.builds(
    around, LON, LAT, width=st.floats(0.05, 360, allow_nan=False), height=st.floats(0.05, 180, allow_nan=False)
)


@given(POINTS)
def test_the_box_of_points_holds_them(points: list[tuple[float, float]]) -> None:
    box = bounds_of(points).scaled(1.01)
    assert all(box.has(lon=lon, lat=lat) for lon, lat in points)


@given(BOXES, st.sampled_from([0.5, 2.0]), st.sampled_from([-0.5, 0.0, 0.5]), st.sampled_from([-0.5, 0.5]))
def test_every_move_leads_to_a_box_that_the_api_reads(box: Bounds, factor: float, east: float, north: float) -> None:
    for moved in (box, box.scaled(factor), box.moved(east=east, north=north), box.scaled(factor).moved(east=east)):
        west, south, right, top = box_of(moved.words())
        assert south <= top
        assert -180 <= west <= 180
        assert -180 <= right <= 180


def test_points_on_both_sides_of_the_antimeridian_stay_together() -> None:
    box = bounds_of([(178.4, -18.1), (-179.9, -16.9)])
    assert box.west > box.east
    assert box.width < 10


def test_no_points_show_the_world() -> None:
    assert bounds_of([]) == WORLD


def test_the_world_does_not_grow() -> None:
    assert WORLD.scaled(2.0).width == pytest.approx(360)


def test_a_box_stops_at_the_pole() -> None:
    box = Bounds(west=0, south=70, east=20, north=88).moved(north=0.5)
    assert box.north == pytest.approx(90)
    assert box.height == pytest.approx(18)
