"""The words of the screens and what they mean: one list, to which every screen leads."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dateline.export.vocabulary import chapters
from dateline.web.pages import frame_of, show
from dateline.web.screens.entry import TheForm, TheView

router = APIRouter(include_in_schema=False)


@router.get("/words", response_class=HTMLResponse)
def words(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """The list; it is the same for every ledger."""
    return show(request, "words.html", frame_of(request, asked, view), chapters=chapters())
