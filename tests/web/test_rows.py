"""Boxes hold what lies in them, whatever the degrees; what is kept has an end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.web.asked import Query
from dateline.web.made import Kept, Made, MadeById
from dateline.web.rows import Grid, Row

LON = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 0.0, 29.0]))
LAT = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 0.0, -2.0]))


def row(number: int, point: tuple[float, float] | None) -> Row:
    return Row(key=(str(number),), id=str(number), act="x", days=None, place=None, point=point, told=(), guarded=False)


@given(st.lists(st.one_of(st.none(), st.tuples(LON, LAT)), max_size=40), LON, LON, st.tuples(LAT, LAT))
def test_a_box_holds_what_lies_in_it(
    points: list[tuple[float, float] | None], west: float, east: float, lats: tuple[float, float]
) -> None:
    south, north = sorted(lats)
    rows = [row(number, point) for number, point in enumerate(points)]

    def lies(one: Row) -> bool:
        if one.point is None:
            return False
        lon, lat = one.point
        within = west <= lon <= east if west <= east else lon >= west or lon <= east
        return within and south <= lat <= north

    assert Grid(rows).within((west, south, east, north)) == [one for one in rows if lies(one)]


def test_rows_are_made_when_they_are_looked_at() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    by_id = MadeById(("a", "b", "c"), make)
    rows = Made(("c", "a"), by_id)
    assert (len(rows), len(by_id), "b" in by_id, made) == (2, 3, True, [])
    assert (rows[0], list(rows), rows[1:], by_id.get("nothing")) == ("C", ["C", "A"], ["A"], None)
    assert made == ["c", "a"]


def test_what_is_kept_has_an_end() -> None:
    kept: Kept[bytes] = Kept(2)
    for name in ("a", "b", "c"):
        kept.keep(("event", name), name.encode())
    assert [kept.get(("event", name)) for name in ("a", "b", "c")] == [None, b"b", b"c"]


def test_a_query_stands_in_an_address_as_it_was_typed() -> None:
    asked = Query(place="Kidal & beyond", speaker=["a b", "c"], limit=5, cursor="abc")
    assert asked.url("/") == "/?limit=5&cursor=abc&speaker=a+b&speaker=c&place=Kidal+%26+beyond"
    assert asked.url("/", place=None) == "/?limit=5&speaker=a+b&speaker=c"
    assert asked.changed(cursor=None).pairs()[0] == ("limit", "5")
