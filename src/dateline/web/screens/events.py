"""One event, its disagreement matrix, and the list of everything that voices dispute."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dateline.export.shared import ExportActor, ExportEvent
from dateline.export.visible import one_line
from dateline.export.vocabulary import plain
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.screens.entry import TheForm, TheView
from dateline.web.screens.kept import across_of, denials_of, row_of
from dateline.web.view import View
from dateline.web.views.event import Around, EventView, event_view
from dateline.web.views.lanes import place_view

router = APIRouter(include_in_schema=False)
MOST_WORDS = 8
"""Voices shown for each place of the list; its own screen has all."""


@router.get("/events/{event}", response_class=HTMLResponse)
def event(request: Request, event: str, asked: TheForm, view: TheView) -> HTMLResponse:
    """Who tells of an event, in which words, and what joined these words."""
    frame = frame_of(request, asked, view)
    return show(request, "event.html", frame, asked=asked, event=_event(view, event))


@router.get("/events/{event}/matrix", response_class=HTMLResponse)
def matrix(request: Request, event: str, asked: TheForm, view: TheView) -> HTMLResponse:
    """What each voice says of each field, side by side."""
    frame = frame_of(request, asked, view)
    return show(request, "matrix.html", frame, asked=asked, event=_event(view, event))


@router.get("/disagreements", response_class=HTMLResponse)
def disagreements(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """The events and places on which voices contradict each other."""
    wanted = asked.changed(status="disputed")
    found = view.events(wanted)
    places = () if asked.cursor else tuple(one for one in view.control(asked) if one.status == "disputed")
    return show(
        request,
        "disagreements.html",
        frame_of(request, asked, view),
        asked=wanted,
        found=found,
        rows=[row_of(view, one) for one in found.items],
        places=[place_view(one, today=view.head.at.date(), most=MOST_WORDS) for one in places[: wanted.limit]],
        more_places=max(0, len(places) - wanted.limit),
        empty=not view.shown.claim_rows,
    )


def _event(view: View, key: str) -> EventView:
    found = view.event(key)
    if found is None:
        raise Problem(
            404,
            f"no event {one_line(key)[:60]!r}: an event's name is made of its claims, so one that gained or lost a claim "
            "has another; look for it in the overview",
        )
    return event_view(found, _around(view, found))


def _around(view: View, event: ExportEvent) -> Around:
    shown = view.shown
    sides = {actor.side: one_line(actor.name) for actor in (*event.actor2, *event.actor1) if actor.side}
    names = {**sides, **{actor.id: one_line(actor.name) for actor in _actors(event)}}

    def event_of(claim: str) -> ExportEvent | None:
        found = shown.claim.get(claim)
        return shown.event.get(found.event) if found and found.event else None

    return Around(
        across=across_of(view, event),
        denials=denials_of(view, event),
        claims=shown.claim,
        name=lambda key: names.get(key, plain(key.partition(":")[2].partition("@")[0].replace("-", " ") or key)),
        event_of=event_of,
    )


def _actors(event: ExportEvent) -> Iterator[ExportActor]:
    yield from (*event.actor1, *event.actor2)
    for claim in event.claims:
        yield from claim.voices
