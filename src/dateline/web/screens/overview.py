"""The overview: map, days, voices and the list of what fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dateline.export.formats.facets import point
from dateline.export.shared import ExportEvent
from dateline.export.visible import one_line
from dateline.web.asked import Query
from dateline.web.map import Bounds, Frame, MapPoint, svg_map
from dateline.web.pages import frame_of, show
from dateline.web.screens.entry import TheForm, TheView
from dateline.web.shown import fits_event
from dateline.web.views.event_rows import event_row
from dateline.web.views.overview import Chosen, choices, counted
from dateline.web.views.timeline import Dated, timeline

router = APIRouter(include_in_schema=False)
FORMATS = (("GeoJSON", "geojson"), ("CSV", "csv"), ("JSON", "json"), ("JSON lines", "jsonl"))


@router.get("/", response_class=HTMLResponse)
def overview(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """What is said to have happened, on a map, by day and as a list."""
    found = view.events(asked)
    every = [event for event in view.shown.events if fits_event(event, asked)]
    all_voices = _without_voices(view.shown.events, asked) if asked.speaker else every
    chosen = Chosen(voices=asked.speaker, act=asked.act, status=asked.status, modality=asked.modality)
    return show(
        request,
        "overview.html",
        frame_of(request, asked, view),
        asked=asked,
        found=found,
        rows=[event_row(event) for event in found.items],
        counted=counted(every),
        choices=choices(all_voices, chosen),
        timeline=timeline(Dated(days=event.days, disputed=event.disputed) for event in every),
        map=svg_map(tuple(_points(every, asked)), _frame(asked, sum(point(e.place) is None for e in every))),
        interval=_interval(asked),
        formats=FORMATS,
        empty=not view.dossier.holdings.reports,
    )


def _without_voices(events: Iterable[ExportEvent], asked: Query) -> list[ExportEvent]:
    open_to_all = asked.changed(speaker=[])
    return [event for event in events if fits_event(event, open_to_all)]


def _points(events: Iterable[ExportEvent], asked: Query) -> Iterator[MapPoint]:
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
                href=asked.url(f"/events/{event.id}", bbox=None, cursor=None, limit=None),
                note=one_line(event.label),
            )


def _frame(asked: Query, unlocated: int) -> Frame:
    def link(box: Bounds) -> str:
        return asked.url("/", bbox=box.words()) + "#map"

    bounds = None
    if asked.box:
        west, south, east, north = asked.box
        bounds = Bounds(west=west, south=south, east=east, north=north)
    return Frame(bounds=bounds, title="Where it is said to have happened", link=link, unlocated=unlocated)


def _interval(asked: Query) -> tuple[str, str]:
    """The first and last day for the two date fields of the form."""
    days = asked.days if asked.datetime else None
    first, last = (days.first_day, days.last_day) if days else (None, None)
    return (first.isoformat() if first else "", last.isoformat() if last else "")
