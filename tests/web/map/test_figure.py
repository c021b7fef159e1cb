"""The figure: few marks, names that cover nothing, nothing hostile let through, nothing told by colour alone."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.web.map import WORLD, Bounds, Frame, MapPoint, Sector, bounds_of, points_json, svg_map
from dateline.web.map.clusters import marks_of
from dateline.web.map.labels import LETTER, LINE, mark_labels, sheet_of
from dateline.web.map.projection import projection_for
from dateline.web.map.shapes import SHAPES, drawn

HOSTILE = "<script>alert(1)</script> \"x\" & 'y' <svg onload=x>"


def scattered(count: int, *, seed: int = 7) -> tuple[MapPoint, ...]:
    dice = random.Random(seed)  # noqa: S311 - points of a test
    words = ("disputed", "claimed", "reported", "agreed")
    return tuple(
        MapPoint(id=str(n), name=f"Ford {n}", lat=dice.gauss(12, 4), lon=dice.gauss(5, 8), status=dice.choice(words))
        for n in range(count)
    )


def moving(frame_bounds: Bounds | None = None, **options: object) -> Frame:
    return Frame(bounds=frame_bounds, link=lambda box: f"/?bbox={box.words()}", **options)  # type: ignore[arg-type]


def parsed(points: tuple[MapPoint, ...], frame: Frame) -> ElementTree.Element:
    return ElementTree.fromstring(svg_map(points, frame))  # noqa: S314 - made here


def test_thousands_of_points_are_few_marks_that_stand_for_all_of_them() -> None:
    points = scattered(5_000)
    frame = moving()
    bounds = bounds_of([(point.lon, point.lat) for point in points])
    marks = marks_of(points, frame, projection_for(bounds, width=frame.width, height=frame.height))
    assert len(marks) <= 400
    assert sum(mark.count for mark in marks) == 5_000


def test_names_cover_neither_each_other_nor_a_mark() -> None:
    points = scattered(300)
    frame = moving()
    bounds = bounds_of([(point.lon, point.lat) for point in points])
    marks = marks_of(points, frame, projection_for(bounds, width=frame.width, height=frame.height))
    sheet = sheet_of((), width=frame.width, height=frame.height)
    for mark in marks:
        sheet.take((mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius))
    for label in mark_labels(marks, sheet_of(marks, width=frame.width, height=frame.height)):
        wide = LETTER * len(label.text)
        left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        box = (left, label.y - LINE * 0.8, left + wide, label.y + LINE * 0.3)
        assert sheet.free(box), label.text
        sheet.take(box)


def test_every_name_drawn_is_listed_and_linked() -> None:
    figure = parsed(scattered(60), moving())
    listed = "".join(figure.find("details").itertext())  # type: ignore[union-attr]
    names = [one.text or "" for one in figure.iter("text") if "name" in one.get("class", "")]
    assert names
    assert [name for name in names if name.partition(" +")[0] not in listed] == []
    assert all(link.get("href") for link in figure.iter("a"))


def test_hostile_names_stay_text() -> None:
    point = MapPoint(id="x", name=HOSTILE, lat=1, lon=1, status=HOSTILE, note=HOSTILE, href=f"/events/{HOSTILE}")
    drawing = svg_map((point,), moving(title=HOSTILE))
    assert "<script" not in drawing
    figure = ElementTree.fromstring(drawing)  # noqa: S314 - made here
    tags = {one.tag for one in figure.iter()}
    assert tags <= {
        "a", "circle", "clipPath", "defs", "desc", "details", "figcaption", "figure", "g", "li", "nav", "p", "path",
        "pattern", "polygon", "rect", "span", "summary", "svg", "text", "title", "ul",
    }  # fmt: skip
    assert not any(name.startswith("on") or name == "style" for one in figure.iter() for name in one.attrib)


def test_no_two_statuses_of_one_vocabulary_share_shape_and_filling() -> None:
    control = ("unknown", "uncontradicted", "agreed", "one_sided", "disputed")
    events = ("disputed", "reported_as_fact", "admitted", "claimed", "reported", "retracted")
    for words in (control, events):
        looks = [(shape.corners, shape.hollow) for shape in SHAPES if shape.status in words]
        assert len(set(looks)) == len(words)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.status)
def test_shapes_are_named_by_their_status(shape: object) -> None:
    assert f" {shape.status}" in drawn(shape, x=0, y=0, radius=5)  # type: ignore[attr-defined,arg-type]


def test_doubt_is_drawn_to_scale_with_a_hatch_and_said() -> None:
    disc = MapPoint(id="d", name="Gao", lat=16.27, lon=-0.04, status="claimed", uncertainty_m=40_000)
    figure = parsed((disc,), moving(Bounds(west=-2, south=15, east=2, north=18)))
    [path] = [one for one in figure.iter("path") if "doubt" in one.get("class", "")]
    assert path.get("fill") == "url(#map-hatch-slanted)"
    assert "claimed, within 40 km" in "".join(figure.itertext())


def test_a_relative_place_is_a_sector() -> None:
    sector = Sector(lat=18.44, lon=1.41, low_m=40_000, high_m=80_000, bearing=270)
    point = MapPoint(id="s", name="west of Kidal", lat=18.44, lon=0.85, status="one_sided", sector=sector)
    figure = parsed((point,), moving(Bounds(west=-2, south=17, east=3, north=20)))
    assert [one for one in figure.iter("path") if "doubt" in one.get("class", "")]
    assert "within 80 km" in "".join(figure.itertext())


def test_an_empty_map_says_what_is_missing() -> None:
    figure = parsed((), moving(unlocated=6))
    words = "".join(figure.itertext())
    assert "0 on 0 marks" in words
    assert "6 more have no place" in words
    assert "make frontend" in words


def test_several_at_one_place_lead_to_all_that_is_told_of_it() -> None:
    points = tuple(MapPoint(id=str(n), name="Ber", lat=16.8, lon=-2.5, href=f"/events/{n}") for n in range(3))
    figure = parsed(points, moving(spot=lambda point: f"/?place={point.name}"))
    [mark] = [one for one in figure.iter("a") if one.get("class") == "mark"]
    assert mark.get("href") == "/?place=Ber"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90), st.text(max_size=40)), max_size=12),
    st.sampled_from([None, WORLD, Bounds(west=170, south=-30, east=-170, north=0)]),
)
def test_whatever_the_points_the_figure_is_well_formed(
    given_points: list[tuple[float, float, str]], bounds: Bounds | None
) -> None:
    points = tuple(
        MapPoint(id=str(n), name=re.sub(r"[^\x20-\ud7ff]", " ", name), lat=lat, lon=lon, uncertainty_m=5_000)
        for n, (lon, lat, name) in enumerate(given_points)
    )
    assert parsed(points, moving(bounds)).tag == "figure"


def test_the_live_map_gets_the_sector_and_no_disc() -> None:
    sector = Sector(lat=18.44, lon=1.41, low_m=40_000, high_m=80_000, bearing=270)
    relative = MapPoint(id="s", name="west of Kidal", lat=18.44, lon=0.85, uncertainty_m=60_000, sector=sector)
    town = MapPoint(id="t", name="Kidal", lat=18.44, lon=1.41, uncertainty_m=5_000)
    told = [feature["properties"] for feature in points_json([relative, town])["features"]]
    ring = told[0]["sector"]
    assert ring[0] == ring[-1]
    assert all(lon < 1.41 for lon, _ in ring)
    assert [one["reach"] for one in told] == [0, 5_000]
    assert "sector" not in told[1]


def test_a_narrow_screen_gets_fewer_names_in_large_letters() -> None:
    points = [MapPoint(id=f"p{n}", name=f"Village {n}", lat=10 + n / 3, lon=20 + n / 2) for n in range(12)]
    drawing = str(svg_map(points, Frame()))
    wide, narrow = (re.findall(rf'class="name place{more}"[^>]*>([^<]+)<', drawing) for more in ("", " narrow"))
    assert 0 < len(narrow) < len(wide)
    assert set(narrow) <= {point.name for point in points} | {text for text in narrow if " +" in text}
