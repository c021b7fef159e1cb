"""Events as points of the map, and the sheet that an address asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.export.visible import one_line
from dateline.web.asked import PAGE, Query
from dateline.web.map import Bounds, Frame, MapPoint, Outlines
from dateline.web.rows import EventRow
from dateline.web.views.act_words import words_of
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
        yield MapPoint(
            id=first.id,
            name=place_name(first.place) if first.place else one_line(name),
            lon=lon,
            lat=lat,
            status=status,
            uncertainty_m=first.place.uncertainty_m if first.place else None,
            href=state.url(f"/events/{first.id}") if len(those) == 1 else state.url("/", place=name),
            note=row_label(first) if len(those) == 1 else "",
            count=len(those),
        )


def row_label(event: EventRow) -> str:
    """What is told, in a few words, as lists have it."""
    if event.place is None or not event.place.coarsened:
        return one_line(event.label)
    return f"{words_of(event.act).label} {place_name(event.place)}"


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
