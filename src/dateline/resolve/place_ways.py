"""Ways that are called after the towns at their ends: "the Gao-Ansongo road", "the Sake–Minova axis"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model.geodesy import distance_km
from dateline.model.world import Place
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.resolve.place_context import CountryFocus

_DASH = re.compile(r"\s?[-–—‐‑]\s?")
_TOWNS = ("capital", "city", "town", "village", "camp")


def ends_of(core: str) -> tuple[str, ...]:
    """The two names that a dash joins; none where there are not two."""
    names = tuple(_DASH.split(core))
    return names if len(names) == 2 else ()


def way_between(way: Place, core: str, told: Iterable[Place], focus: CountryFocus, gazetteer: Gazetteer) -> Place:
    """The way, half way between its ends where both are known and as far off as they are; else in the country of the one that is.

    `core` is its name without the noun, `told` the places that the report has told of so far.
    """
    names = ends_of(core) if way.kind == "road" else ()
    if not names:
        return way
    told = tuple(told)
    ends = [next(_towns(name, told, focus, gazetteer), None) for name in names]
    known = [end for end in ends if end is not None]
    if not known:
        return way
    way = replace(way, country=known[0].country)
    if len(known) < 2 or known[0].country != known[1].country:
        return way
    return _half_way(replace(way, admin1=known[0].admin1 if known[0].admin1 == known[1].admin1 else None), *known)


def _towns(name: str, told: tuple[Place, ...], focus: CountryFocus, gazetteer: Gazetteer) -> Iterator[Place]:
    yield from (place for place in told if place.kind in _TOWNS and fold(place.name) == fold(name))
    found = [place for place in gazetteer.named(name) if place.kind in _TOWNS]
    yield from (place for place in found if place.country == focus.first)


def _half_way(way: Place, one: Place, other: Place) -> Place:
    """The way at the middle of its ends, with the half of their distance for its uncertainty."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return way
    km = distance_km((one.lat, one.lon), (other.lat, other.lon))
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    return replace(way, lat=round(lat, 4), lon=round(lon, 4), uncertainty_m=round(km * 500, -2))
