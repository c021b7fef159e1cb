"""How precisely a place is on the map."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model.locating import Level, Located, located
from dateline.model.world import Place


def place(key: str, kind: str, **more: Any) -> Place:
    return Place(id=key, name=key, kind=kind, **more)


POINT: dict[str, Any] = {"lat": 3.0, "lon": 4.0}
MAP = {
    one.id: one
    for one in (
        place("town", "town", part_of="region", **POINT),
        place("region", "ADM1", part_of="country", **POINT),
        place("district", "ADM2", part_of="region", **POINT),
        place("country", "country", **POINT),
    )
}


@pytest.mark.parametrize(
    ("kind", "more", "seat", "level"),
    [
        ("town", POINT, "it", "place"),
        ("market", {"part_of": "town"}, "town", "place"),
        ("part", {"part_of": "town", **POINT}, "it", "place"),
        ("road", {"part_of": "town"}, "town", "near"),
        ("forest", {"part_of": "region"}, "region", "adm1"),
        ("village", {"part_of": "district"}, "district", "adm2"),
        ("part", {"part_of": "country", **POINT}, "it", "vague"),
        ("river", POINT, "it", "vague"),
        ("sea", POINT, "it", "water"),
        ("country", POINT, "it", "country"),
        ("checkpoint", {"part_of": "country"}, "country", "country"),
    ],
)
def test_a_place_off_the_map_lies_where_what_holds_it_lies(
    kind: str, more: dict[str, Any], seat: str, level: Level
) -> None:
    assert located(place("it", kind, **more), MAP.get) == Located(seat=seat, level=level)


def test_what_is_told_by_its_distance_is_near() -> None:
    assert located(place("it", "village", **POINT), MAP.get, relative=True) == Located(seat="it", level="near")
    assert located(place("it", "market", part_of="town"), MAP.get, relative=True) == Located(seat="town", level="near")


def test_a_name_that_nothing_holds_is_nowhere_and_a_ring_of_wholes_ends() -> None:
    ring = {"a": place("a", "part", part_of="b"), "b": place("b", "part", part_of="a")}
    assert located(place("it", "village"), MAP.get) is None
    assert located(ring["a"], ring.get) is None
    assert located(None, MAP.get) is None
