"""The list of reports, and one report with its words: the screens that are for the room alone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk import Names
from dateline.export.formats.facets import first_day
from dateline.export.visible import one_line
from dateline.web.blind import Reader, reader_of
from dateline.web.doors import options_of, room_of
from dateline.web.page import ReportLine, RoomReport
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.screens.entry import Form, TheForm, TheView
from dateline.web.security import may_read
from dateline.web.view import View
from dateline.web.views.report import Kept, part_at, report_view
from dateline.web.views.told import published
from dateline.web.views.words import FILTERS, web_link

router = APIRouter(include_in_schema=False)


class ReportForm(Form):
    """Which part of a long report: by its number, or the one in which a code point stands."""

    part: int | None = Field(default=None, ge=1, le=10**6)
    at: int | None = Field(default=None, ge=0, le=10**9)


@router.get("/reports", response_class=HTMLResponse)
def reports(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """The reports that tell of what fits."""
    found = view.reports(asked)
    return show(
        request,
        "reports.html",
        frame_of(request, asked, view),
        asked=asked,
        found=found,
        rows=[_row(line) for line in found.items],
        empty=not view.seq,
    )


def _row(line: ReportLine) -> dict[str, object]:
    report = line.report
    return {
        "id": report.id,
        "publisher": one_line(report.publisher) or "an unnamed outlet",
        "title": one_line(report.title or ""),
        "published": published(report.published),
        "day": str(first_day(report.published) or ""),
        "url": web_link(report.url),
        "recorded": _minute(line.recorded),
        "claims": line.claims,
        "events": line.events,
    }


def _minute(recorded: str) -> str:
    return datetime.fromisoformat(recorded).strftime("%Y-%m-%d %H:%M UTC")


@router.get("/reports/{report}", response_class=HTMLResponse)
def report(request: Request, report: str, asked: Annotated[ReportForm, Query()]) -> HTMLResponse:
    """One report, word for word: it stays in the room, so elsewhere than on this machine it takes the token."""
    if not may_read(request, options_of(request)):
        raise Problem(401, "the words of a report are shown on the machine that serves, or with its token")
    view = room_of(request).view(known_at=asked.known)
    kept, head = view.room_report(report), view.dossier.reports.get(report)
    if kept is None or head is None:
        raise Problem(404, f"the ledger holds no report {one_line(report)[:60]!r}; /reports lists what it holds")
    reader = reader_of(request, room_of(request))
    whole = _kept(view, report, kept, reader)
    return show(
        request,
        "report.html",
        frame_of(request, asked, view),
        asked=asked,
        head=head,
        published=published(head.published),
        recorded=_minute(head.recorded.at.isoformat()),
        link=web_link(head.url),
        publisher=one_line(head.publisher_name) or "an unnamed outlet",
        name=one_line(head.title or head.name.rpartition("/")[2]),
        path=request.url.path,
        report=report_view(whole, part=asked.part or part_at(whole, asked.at or 0)),
        plain=FILTERS["plain"],
    )


def _seen(_: str) -> bool:
    return False


def _kept(view: View, report: str, kept: RoomReport, reader: Reader) -> Kept:
    """The report as its screen needs it; that a claim is in no event would tell a second coder that it was rejected."""
    claims = sorted(
        (claim for claim in view.dossier.holdings.claims if claim.report == report), key=lambda c: (c.spans, c.id)
    )
    shown = view.shown.claim
    blind = reader.hidden if reader.me else _seen
    return Kept(
        text=kept.text,
        record=kept.record,
        claims=tuple(claims),
        names=Names(entities=view.dossier.holdings.entities),
        event_of=lambda claim: (shown[claim].event or "") if claim in shown and not blind(claim) else "",
    )
