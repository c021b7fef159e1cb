"""What is new in the ledger, for programs that keep a copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.desk import Change
from dateline.export.formats.cells import csv_bytes
from dateline.export.formats.json_text import json_bytes
from dateline.web.asked import Since
from dateline.web.blind import reader_of
from dateline.web.doors import TheRoom
from dateline.web.page import Page
from dateline.web.problems import Problem
from dateline.web.room import Room
from dateline.web.v1.bodies import ChangesPage
from dateline.web.v1.feed import feed
from dateline.web.v1.forms import MEDIA, Form, accepted
from dateline.web.v1.kinds import Forms, change_object
from dateline.web.v1.replies import Answer
from dateline.web.v1.routes import UNCHANGED, Ending, said
from dateline.web.view import View

ABOUT = "What was created, revised, retracted, judged, merged or split, in the order of the log"
FORMS: Forms = ("json", "csv", "jsonl", "atom", "html")
COLUMNS = ("seq", "at", "by", "change", "subject", "what", "reason", "tlp")
LISTED = {**said(ChangesPage, FORMS, ABOUT), **UNCHANGED}
router = APIRouter(prefix="/v1", tags=["changes"])


@router.get("/changes", operation_id="list_changes", summary=ABOUT, responses=LISTED)
def changes(request: Request, room: TheRoom, asked: Annotated[Since, Query()]) -> Response:
    """Ask again with `since` = `next` to get what came after."""
    return _answered(request, room, asked, accepted(request.headers.get("accept"), FORMS))


@router.get("/changes.{form}", operation_id="list_changes_as", summary=f"{ABOUT}, by suffix", responses=LISTED)
def changes_as(request: Request, room: TheRoom, form: Ending, asked: Annotated[Since, Query()]) -> Response:
    """The same in the form that the suffix names."""
    if form not in FORMS:
        raise Problem(404, f"there is no .{form} of changes; there are: .{', .'.join(FORMS)}")
    return _answered(request, room, asked, form)


def _answered(request: Request, room: Room, asked: Since, form: Form) -> Response:
    if form == "html":
        return RedirectResponse("/changes", 307, headers={"Vary": "Accept"})
    view, reader = room.view(), reader_of(request, room)
    answer = Answer(request=request, view=view, media_type=MEDIA[form], reader=reader.key)

    def written() -> bytes:
        page = view.changes(asked.since, limit=asked.limit)
        return b"".join(_written(view, replace(page, items=tuple(reader.changes(page.items))), form))

    return answer.of(written)


def _written(view: View, page: Page[Change], form: Form) -> Iterable[bytes]:
    if form == "atom":
        return feed(page.items, updated=view.head.at)
    rows = [change_object(change, view.terms.tlp) for change in page.items]
    if form == "csv":
        return csv_bytes([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])
    if form == "jsonl":
        return (json_bytes(row) + b"\n" for row in rows)
    return (json_bytes({"items": rows, "next": page.next, "seq": view.seq}),)
