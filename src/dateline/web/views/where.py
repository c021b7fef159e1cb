"""Events as points of the map, and the sheet that an address asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.export.shared import ExportPlace
from dateline.export.visible import one_line
from dateline.model.act_nouns import act_noun
from dateline.model.geodesy import destination
from dateline.web.asked import PAGE, Query
from dateline.web.map import Bounds, Frame, MapPoint, Outlines, Sector
from dateline.web.rows import EventRow
from dateline.web.views.place_words import SOMEWHERE, place_name

LIVE_POINTS = "/map.json"
"""Where the points of the map are fetched by the built front end."""


def points_of(events: Iterable[EventRow], asked: Query) -> Iterator[MapPoint]:
    """One point for what is told of a place in one way, as it is shown.

    A single event links to its own screen, several to all that is told of the place; links keep the rest of the state.
    """
    told: defaultdict[tuple[str, str, float, float], list[EventRow]] = defaultdict(list)
    for event in events:
        if event.point is not None and event.place is not None:
            told[event.place.name, _status(event), *event.point].append(event)
    state = asked.changed(bbox=None, cursor=None, limit=PAGE)
    for (name, status, lon, lat), those in told.items():
        first = those[0]
        sector = _sector(first.place)
        lat, lon = _middle(sector) if sector else (lat, lon)
        yield MapPoint(
            id=first.id,
            name=place_name(first.place) if first.place else one_line(name),
            lon=lon,
            lat=lat,
            status=status,
            uncertainty_m=first.place.uncertainty_m if first.place else None,
            sector=sector,
            href=state.url(f"/events/{first.id}") if len(those) == 1 else state.url("/", place=name),
            note=row_label(first) if len(those) == 1 else "",
            count=len(those),
        )


def _sector(place: ExportPlace | None) -> Sector | None:
    """The sector in which it lies, as the map draws it; a place that is shown no closer has none."""
    if place is None or place.sector is None or place.coarsened:
        return None
    told = place.sector
    return Sector(lat=told.lat, lon=told.lon, low_m=told.near_m, high_m=told.far_m, bearing=told.bearing)


def _middle(sector: Sector) -> tuple[float, float]:
    """The sector's own middle: a point rounded to what its radius supports may lie beside it."""
    far = (sector.low_m + sector.high_m) / 2000
    return destination((sector.lat, sector.lon), bearing_deg=sector.bearing, km=far)


def row_label(event: EventRow) -> str:
    """What is told, in a few words, as lists have it."""
    if event.place is None or not event.place.coarsened:
        return one_line(event.label)
    return f"{act_noun(event.act)} {place_name(event.place)}"


def _status(event: EventRow) -> str:
    return "disputed" if event.disputed else event.status


def sheet_of(asked: Query, outlines: Outlines, *, unlocated: int, drawing: str) -> Frame:
    """The frame that the address asks for; `drawing` is the address of the outlines, empty where there are none."""

    def link(box: Bounds) -> str:
        return asked.url("/", bbox=box.words()) + "#map"

    def spot(one: MapPoint) -> str:
        return asked.url("/", place=one.name.removeprefix(SOMEWHERE), bbox=None)

    bounds = None
    if asked.box:
        west, south, east, north = asked.box
        bounds = Bounds(west=west, south=south, east=east, north=north)
    return Frame(
        bounds=bounds,
        title="Where it is said to have happened",
        link=link,
        spot=spot,
        unlocated=unlocated,
        outlines=outlines,
        data=asked.url(LIVE_POINTS, bbox=None, limit=None),
        drawing=drawing or None,
    )
