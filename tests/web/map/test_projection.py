"""The projection: equal areas, the whole box on the sheet, discs as wide as their metres."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dateline.web.map.bounds import Bounds, around
from dateline.web.map.points import Sector
from dateline.web.map.projection import Projection, circle, projection_for, sector_ring

WIDTH, HEIGHT = 960, 560
BOXES = st.builds(
    around,
    st.floats(-180, 179, allow_nan=False),
    st.floats(-80, 80, allow_nan=False),
    width=st.floats(0.1, 300, allow_nan=False),
    height=st.floats(0.1, 120, allow_nan=False),
)


def projection(box: Bounds) -> Projection:
    return projection_for(box, width=WIDTH, height=HEIGHT)


def area(ring: NDArray[np.float64]) -> float:
    x, y = ring.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


@given(BOXES)
def test_the_corners_of_the_box_lie_on_the_sheet(box: Bounds) -> None:
    lons = (box.west, box.west + box.width / 2, box.west + box.width - 1e-6)
    corners = np.array([(lon, lat) for lon in lons for lat in (box.south, box.north)])
    sheet = projection(box)
    pixels = sheet.pixels(corners)
    assert ((pixels >= 0) & (pixels <= (sheet.width, sheet.height))).all()


@pytest.mark.parametrize("lat", [0.0, 25.0, 48.0, 66.0])
def test_a_disc_is_as_large_as_its_metres(lat: float) -> None:
    sheet = projection(around(10.0, lat, width=8.0, height=6.0))
    drawn = area(sheet.pixels(circle(lat=lat, lon=10.0, radius_m=50_000))) * sheet.metres**2
    assert drawn == pytest.approx(np.pi * 50_000**2, rel=0.02)


def test_equal_areas_stay_equal_on_the_world_sheet() -> None:
    sheet = projection(Bounds(west=-180, south=-60, east=180, north=80))
    north, south = (area(sheet.pixels(circle(lat=lat, lon=20.0, radius_m=300_000))) for lat in (60.0, 0.0))
    assert north == pytest.approx(south, rel=0.02)


def test_a_point_beyond_the_antimeridian_lies_beside_its_neighbours() -> None:
    sheet = projection(Bounds(west=176, south=-20, east=-178, north=-15))
    fiji, east = sheet.pixels(np.array([(178.4, -18.1), (-179.5, -17.0)]))
    assert 0 < fiji[0] < east[0] < WIDTH


def test_a_sector_lies_in_its_direction_between_its_distances() -> None:
    ring = sector_ring(Sector(lat=18.44, lon=1.41, low_m=40_000, high_m=80_000, bearing=270))
    assert (ring[:, 0] < 1.41).all()
    sheet = projection(around(1.0, 18.4, width=3.0, height=2.0))
    ground = sheet.pixels(np.array([(1.41, 18.44)]))[0]
    reach = np.hypot(*(sheet.pixels(ring) - ground).T) * sheet.metres
    assert reach.min() == pytest.approx(40_000, rel=0.01)
    assert reach.max() == pytest.approx(80_000, rel=0.01)
