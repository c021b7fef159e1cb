"""The overview: map, days, voices and the list of what fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
    return show(
        request,
        "overview.html",
        frame_of(request, asked, view),
        asked=asked,
        found=found,
        rows=[row_of(view, event) for event in found.items],
        **counts_and_figures(view, asked, request.app.state.outlines),
        interval=_interval(asked),
        formats=FORMATS,
        empty=not view.dossier.holdings.reports,
    )


def counts_and_figures(view: View, asked: Query, outlines: Outlines) -> dict[str, Any]:
    """What is made of all events that fit, once for all pages of their list."""
    every = view.rows(asked)
    return {
        "counted": view.once("counted", asked, lambda: counted(every)),
        "choices": view.once("choices", asked, lambda: choices(_facets(view, every, asked), asked)),
        "timeline": view.once("timeline", asked, lambda: timeline(map(_dated, every))),
        "map": view.once("map", asked, lambda: _map(outlines, every, asked)),
    }


def _dated(event: EventRow) -> Dated:
    return Dated(days=event.days, disputed=event.disputed)


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


def _map(outlines: Outlines, events: Sequence[EventRow], asked: Query) -> Markup:
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
