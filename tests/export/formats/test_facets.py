"""Points say no more than their uncertainty supports; sentences put the voice first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.formats.facets import METRES_PER_DEGREE, according_to, point
from dateline.export.shared import ExportPlace
from tests.export.formats.holdings import sample_shared


@given(st.floats(-89, 89), st.floats(-179, 179), st.floats(0.1, 1e7))
def test_step_of_the_last_decimal_is_no_finer_than_the_radius(lat: float, lon: float, radius: float) -> None:
    where = point(ExportPlace(id="x", name="x", kind="city", lat=lat, lon=lon, uncertainty_m=radius))
    assert where is not None
    for value in where:
        decimals = 0 if value.is_integer() else len(f"{value:.9f}".rstrip("0").partition(".")[2])
        assert decimals == 0 or METRES_PER_DEGREE / 10**decimals >= radius * 0.999
    assert abs(where[1] - lat) <= 0.5


def test_place_without_a_point_has_none() -> None:
    assert point(None) is None
    assert point(ExportPlace(id="x", name="x", kind="city", lat=1.0)) is None


def test_middle_of_an_area_has_fewer_decimals_than_a_town() -> None:
    kinds = {"country": (2.0, 1.0), "ADM2": (2.0, 1.0), "ADM3": (2.3, 1.2), "city": (2.35, 1.23)}
    for kind, where in kinds.items():
        assert point(ExportPlace(id="x", name="x", kind=kind, lat=1.2345, lon=2.3456)) == where


def test_who_denies_does_not_affirm() -> None:
    event = sample_shared().events[0]
    assert according_to(event) == (
        "According to Army of the North (via Radio Brisk); [person] (via Radio Brisk): Shelling of Velmora. "
        "Denied by Front of the Dunes (via Radio Brisk)."
    )
