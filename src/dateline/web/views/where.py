"""Events as points of the map, and the sheet that an address asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.export.formats.facets import point
from dateline.export.shared import ExportEvent
from dateline.export.visible import one_line
from dateline.web.asked import Query
from dateline.web.map import Bounds, Frame, MapPoint, Outlines

LIVE_POINTS = "/map.json"
"""Where the points of the map are fetched by the built front end."""


def points_of(events: Iterable[ExportEvent], asked: Query) -> Iterator[MapPoint]:
    """The events that have a place to show, as it is shown; links keep the state but for the box and the page."""
    state = asked.changed(bbox=None, cursor=None, limit=100)
    for event in events:
        where = point(event.place)
        if where is not None and event.place is not None:
            yield MapPoint(
                id=event.id,
                name=one_line(event.place.name),
                lon=where[0],
                lat=where[1],
                status="disputed" if event.disputed else event.status,
                uncertainty_m=event.place.uncertainty_m,
                href=state.url(f"/events/{event.id}"),
                note=one_line(event.label),
            )


def sheet_of(asked: Query, outlines: Outlines, *, unlocated: int, drawing: str) -> Frame:
    """The frame that the address asks for; `drawing` is the address of the outlines, empty where there are none."""

    def link(box: Bounds) -> str:
        return asked.url("/", bbox=box.words()) + "#map"

    def spot(one: MapPoint) -> str:
        return asked.url("/", place=one.name, bbox=None)

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
