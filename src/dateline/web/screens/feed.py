"""What came in and what to know before believing it: the change feed and the findings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.export.visible import one_line
from dateline.web.blind import reader_of
from dateline.web.doors import room_of
from dateline.web.pages import frame_of, show
from dateline.web.screens.entry import Form, TheForm, TheView
from dateline.web.view import View
from dateline.web.views.changes import change_rows
from dateline.web.views.findings import finding_row

router = APIRouter(include_in_schema=False)
LINES = 100


class ChangesForm(Form):
    """Which lines of the log: those before a line, the newest without."""

    before: int | None = Field(default=None, ge=1, le=10**15)


@router.get("/changes", response_class=HTMLResponse)
def changes(request: Request, asked: Annotated[ChangesForm, Query()]) -> HTMLResponse:
    """What the ledger learned, the newest first."""
    room = room_of(request)
    view = room.view(known_at=asked.known)
    last = min(view.seq, (asked.before or view.seq + 1) - 1)
    first = max(0, last - LINES)
    found = view.changes(_cursor(view, first), limit=LINES * 4) if last > 0 else None
    told = [change for change in found.items if change.seq <= last] if found else []
    shown = reader_of(request, room).changes(told)
    return show(
        request,
        "changes.html",
        frame_of(request, asked, view),
        asked=asked,
        rows=change_rows(shown, view.dossier.reports),
        first=first + 1,
        last=last,
        older=first + 1 if first else None,
    )


def _cursor(view: View, line: int) -> str | None:
    return view.cursors.write([line], question="changes") if line else None


@router.get("/findings", response_class=HTMLResponse)
def findings(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """Contradictions between reports, copies, shared origins, corrections."""
    found = view.findings(asked)
    publishers = {key: one_line(report.publisher_name) for key, report in view.dossier.reports.items()}
    rows = [finding_row(line, claim=view.claim, publishers=publishers) for line in found.items]
    frame = frame_of(request, asked, view)
    return show(request, "findings.html", frame, asked=asked, found=found, rows=rows, empty=not view.shown.claim_rows)
