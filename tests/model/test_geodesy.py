from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.geodesy import angle_between, bearing, destination, distance_km

LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-179, 179)


def test_a_degree_of_the_equator_is_111_km_due_east() -> None:
    assert distance_km((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.195, abs=0.01)
    assert bearing((0.0, 0.0), (0.0, 1.0)) == pytest.approx(90.0)


def test_bearings_run_clockwise_from_north() -> None:
    assert bearing((10.0, 10.0), (11.0, 10.0)) == pytest.approx(0.0)
    assert bearing((10.0, 10.0), (9.0, 10.0)) == pytest.approx(180.0)
    assert bearing((0.0, 10.0), (0.0, 9.0)) == pytest.approx(270.0)


def test_angles_between_bearings_go_the_short_way_round() -> None:
    assert angle_between(350.0, 10.0) == pytest.approx(20.0)
    assert angle_between(10.0, 350.0) == pytest.approx(20.0)
    assert angle_between(0.0, 180.0) == pytest.approx(180.0)


@given(LATITUDES, LONGITUDES, st.floats(0, 359), st.floats(1, 2000))
def test_a_destination_lies_as_far_and_in_that_direction(lat: float, lon: float, course: float, km: float) -> None:
    there = destination((lat, lon), bearing_deg=course, km=km)
    assert distance_km((lat, lon), there) == pytest.approx(km, rel=1e-6, abs=1e-6)
    assert angle_between(bearing((lat, lon), there), course) < 0.01


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_symmetric(lat: float, lon: float, other_lat: float, other_lon: float) -> None:
    one, two = (lat, lon), (other_lat, other_lon)
    assert distance_km(one, two) == pytest.approx(distance_km(two, one))
