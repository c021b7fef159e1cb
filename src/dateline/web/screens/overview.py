"""The overview: map, days, voices and the list of what fits."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from dateline.web.asked import Query
from dateline.web.map import Outlines, svg_map
from dateline.web.pages import asset, frame_of, show
from dateline.web.rows import EventRow
from dateline.web.screens.entry import TheForm, TheView
from dateline.web.screens.kept import row_of
from dateline.web.view import View
from dateline.web.views.overview import Facets, choices, counted
from dateline.web.views.timeline import Dated, timeline
from dateline.web.views.where import points_of, sheet_of

router = APIRouter(include_in_schema=False)
FORMATS = (("GeoJSON", "geojson"), ("CSV", "csv"), ("JSON", "json"), ("JSON lines", "jsonl"))


@router.get("/", response_class=HTMLResponse)
def overview(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """What is said to have happened, on a map, by day and as a list."""
    found = view.events(asked)
    every = view.rows(asked)
    return show(
        request,
        "overview.html",
        frame_of(request, asked, view),
        asked=asked,
        found=found,
        rows=[row_of(view, event) for event in found.items],
        counted=counted(every),
        choices=choices(_facets(view, every, asked), asked),
        timeline=timeline(Dated(days=event.days, disputed=event.disputed) for event in every),
        map=_map(request, every, asked),
        interval=_interval(asked),
        formats=FORMATS,
        empty=not view.dossier.holdings.reports,
    )


def _facets(view: View, every: list[EventRow], asked: Query) -> Facets:
    """A filter that holds must not hide what else it could be set to."""

    def without(name: str, nothing: object) -> list[EventRow]:
        return view.rows(asked.changed(**{name: nothing})) if getattr(asked, name) else every

    return Facets(
        every=every,
        voices=without("speaker", []),
        acts=without("act", None),
        statuses=without("status", None),
        manners=without("modality", None),
    )


def _map(request: Request, events: Sequence[EventRow], asked: Query) -> Markup:
    outlines: Outlines = request.app.state.outlines
    drawing = "" if outlines.empty else asset("dist/outlines.json")
    points = tuple(points_of(events, asked))
    return svg_map(
        points, sheet_of(asked, outlines, unlocated=len(events) - sum(point.count for point in points), drawing=drawing)
    )


def _interval(asked: Query) -> tuple[str, str]:
    """The first and last day for the two date fields of the form."""
    days = asked.days if asked.datetime else None
    first, last = (days.first_day, days.last_day) if days else (None, None)
    return (first.isoformat() if first else "", last.isoformat() if last else "")
