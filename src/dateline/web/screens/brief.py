"""The brief of what is in view, to read, print or keep as one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from dateline.export.brief import Brief, Picture, brief
from dateline.export.brief_pages import brief_html
from dateline.export.shared import Shared
from dateline.web.asked import Query
from dateline.web.doors import room_of
from dateline.web.pages import frame_of, ledger_name, show
from dateline.web.rows import EventRow
from dateline.web.screens.entry import TheForm, TheView
from dateline.web.screens.kept import across_of
from dateline.web.view import View

router = APIRouter(include_in_schema=False)
MOST = 200
"""Events of one brief: longer ones nobody reads."""


@router.get("/brief", response_class=HTMLResponse)
def page(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """The brief on the screen; the browser prints it."""
    rows = sorted(view.rows(asked), key=_disputed_first)
    made = _made(view, _first(view, rows[:MOST]), asked, _title(request))
    return show(
        request,
        "brief.html",
        frame_of(request, asked, view),
        asked=asked,
        brief=made,
        parts=(
            ("Disputed", made.disputed),
            ("Claimed, and not disputed here", made.claimed),
            ("Withdrawn", made.withdrawn),
        ),
        left=max(0, len(rows) - MOST),
        empty=not view.shown.claim_rows,
    )


@router.get("/brief/file", response_class=Response)
def file(request: Request, asked: TheForm, view: TheView) -> Response:
    """The same as one self-contained file to keep: its own styles need no network, and no server."""
    rows = sorted(view.rows(asked), key=_disputed_first)
    made = _made(view, _first(view, rows[:MOST]), asked, _title(request))
    headers = {"Content-Disposition": f'attachment; filename="brief-{made.as_of}.html"'}
    return Response(brief_html(made), media_type="text/html; charset=utf-8", headers=headers)


def _title(request: Request) -> str:
    return f"Brief: {ledger_name(room_of(request).options)}"


def _disputed_first(row: EventRow) -> tuple[bool, tuple[str, ...]]:
    return not row.disputed, row.key


def _first(view: View, rows: Sequence[EventRow]) -> Shared:
    """The events of one brief with their claims, and the holds that these tell of."""
    events = [row.kept for row in rows]
    claims = [claim for event in events for claim in event.claims]
    inside = {claim.id for claim in claims}
    shelf = view.shown.shelf
    holds = [hold for hold in shelf.sieve.gathered.holds if inside.intersection(hold.claims)]
    return shelf.part(events, claims=claims, holds=holds)


def _made(view: View, shared: Shared, asked: Query, title: str) -> Brief:
    """`denied_by` of an event may name claims of other events: they are looked up among all that may be shown."""
    denials = {}
    for event in shared.events:
        found = across_of(view, event) if event.disputed else None
        denials.update(dict.fromkeys(found.claims, found.denied_by) if found else {})
    told = {key for denying in denials.values() for key in denying}
    known = {claim.id for claim in shared.claims}
    more = tuple(view.shown.claim[key] for key in sorted(told - known) if key in view.shown.claim)
    places = {hold.place.id for hold in shared.holds}
    picture = Picture(
        title=title,
        control=tuple(row for row in view.control_rows(asked.day) if row.place in places),
        denials=denials,
        day=asked.day or view.head.at.date(),
    )
    return brief(replace(shared, claims=(*shared.claims, *more)), picture)
