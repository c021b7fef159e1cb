"""How a screen becomes a page: the frame around it, and its template."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from dateline.web.asked import Query
from dateline.web.assets import built
from dateline.web.options import ServeOptions
from dateline.web.room import Room
from dateline.web.view import View
from dateline.web.views.asked_words import asked_words
from dateline.web.views.frame import Frame, Notice, ways
from dateline.web.views.words import FILTERS


def show(request: Request, template: str, frame: Frame, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of a template; a value that it asks for and does not get is an error, never a gap."""
    environment: Environment = request.app.state.templates
    return HTMLResponse(environment.get_template(template).render(page=frame, words=FILTERS, **values), status)


def frame_of(request: Request, asked: Query, view: View) -> Frame:
    """The frame of a screen: its links keep what was asked for, but for the page of a list and what only this screen asks."""
    room: Room = request.app.state.room
    path = request.url.path
    own = dict.fromkeys(set(type(asked).model_fields) - set(Query.model_fields))
    state = urlencode(asked.pairs(**own, cursor=None, limit=None))
    return Frame(
        ledger=ledger_name(room.options),
        tlp=f"TLP:{view.terms.tlp}",
        seq=view.seq,
        writable=room.options.write,
        nav=ways(path, state),
        asset=asset,
        script=asset("dist/main.js") if built() else "",
        notices=tuple(_notices(path, asked)),
    )


def asset(name: str) -> str:
    """The address of a file of `static/`."""
    return f"/static/{name}"


def ledger_name(options: ServeOptions) -> str:
    """What the ledger is called on the page: its title, or the name of its file; never a password of its address."""
    if options.title != "Dateline":
        return options.title
    where = str(options.ledger)
    return (urlsplit(where).path.strip("/") or "ledger") if "://" in where else PurePath(where).name


def _notices(path: str, asked: Query) -> list[Notice]:
    found = []
    if asked.known_at:
        words = f"This is what the ledger knew at {asked.known_at} (recorded time)."
        found.append(Notice(words=words, href=asked.url(path, known_at=None), link="Show what it knows now"))
    filters = asked_words(asked)
    if filters and path != "/":
        words = f"Only what fits is shown: {' · '.join(filters)}."
        kept = [(key, value) for key, value in asked.pairs() if key == "known_at"]
        found.append(Notice(words=words, href=f"{path}?{urlencode(kept)}" if kept else path, link="Show everything"))
    return found
