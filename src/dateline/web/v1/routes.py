"""The routes of a kind: its list, the list by suffix, and one of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.export.formats.json_text import json_bytes
from dateline.web.asked import AtTime, HoldQuery, Paging
from dateline.web.asked import Query as Asked
from dateline.web.blind import reader_of
from dateline.web.doors import TheRoom
from dateline.web.problems import Problem
from dateline.web.v1.bodies import PageOf
from dateline.web.v1.forms import MEDIA, Form, accepted
from dateline.web.v1.kinds import (
    ACTORS,
    CLAIMS,
    CONTROL,
    EVENTS,
    FINDINGS,
    JUDGEMENTS,
    PLACES,
    REPORTS,
    Forms,
    Kind,
)
from dateline.web.v1.listing import Listing
from dateline.web.v1.replies import Answer

Key = Annotated[str, Path(max_length=300, description="Its id; with a suffix (`.json`) in that form.")]
Ending = Annotated[Form, Path(description="The form of the answer.", examples=["csv"])]


def selected(asked: Annotated[Asked, Query()]) -> Asked:
    """The query of lists of what was told."""
    return asked


def held(asked: Annotated[HoldQuery, Query()]) -> HoldQuery:
    """The query of who holds what."""
    return asked


def paged(asked: Annotated[Paging, Query()]) -> Paging:
    """The query of lists that are only leafed through."""
    return asked


def router_of(kind: Kind[Any, Any], read: Callable[..., Paging]) -> APIRouter:
    """The routes of a kind; `read` takes its lists' query from a request."""
    router = APIRouter(prefix="/v1", tags=[kind.name])
    body: Any = PageOf[kind.body]  # type: ignore[name-defined]
    listed = {**said(body, kind.forms, kind.about), **UNCHANGED}

    @router.get(f"/{kind.name}", operation_id=f"list_{kind.name}", summary=kind.about, responses=listed)
    def page(request: Request, room: TheRoom, asked: Paging = Depends(read)) -> Response:  # noqa: B008 - FastAPI's way
        mine = kind.read_by(lambda: reader_of(request, room))
        return Listing(kind=mine, asked=asked, view=room.view(known_at=asked.known), request=request).response(None)

    @router.get(f"/{kind.name}.{{form}}", operation_id=f"list_{kind.name}_as", summary=f"{kind.about}, by suffix", responses=listed)  # fmt: skip
    def page_as(request: Request, room: TheRoom, form: Ending, asked: Paging = Depends(read)) -> Response:  # noqa: B008 - FastAPI's way
        if form not in kind.forms:
            raise Problem(404, f"there is no .{form} of {kind.name}; there are: .{', .'.join(kind.forms)}")
        mine = kind.read_by(lambda: reader_of(request, room))
        return Listing(kind=mine, asked=asked, view=room.view(known_at=asked.known), request=request).response(form)

    one_body: Any = kind.detailed or kind.body

    @router.get(
        f"/{kind.name}/{{key}}",
        operation_id=f"get_{kind.name}",
        summary=f"One of: {kind.about[0].lower()}{kind.about[1:]}",
        responses={**said(one_body, kind.forms_of_one, "It, with all that belongs to it"), **UNCHANGED},
    )
    def one(request: Request, room: TheRoom, key: Key, asked: Annotated[AtTime, Query()]) -> Response:
        name, form = _parted(key, kind, request)
        view = room.view(known_at=asked.known)
        row = kind.one(view, name)
        if row is None:
            raise Problem(404, f"the ledger shows no {kind.name} with the id {name!r}")
        if form == "html":
            return RedirectResponse(asked.url(kind.screen_of(name)), 307, headers={"Vary": "Accept"})
        mine = kind.read_by(lambda: reader_of(request, room))
        answer = Answer(request=request, view=view, media_type=MEDIA[form], reader=mine.reader)
        return answer.of(lambda: json_bytes(_shaped(mine, mine.whole(view, row), form)))

    return router


def _parted(key: str, kind: Kind[Any, Any], request: Request) -> tuple[str, Form]:
    """The id and the form, by the suffix or the Accept header."""
    for form in kind.forms_of_one:
        if key.endswith(f".{form}"):
            return key.removesuffix(f".{form}"), form
    return key, accepted(request.headers.get("accept"), kind.forms_of_one)


def _shaped(kind: Kind[Any, Any], row: dict[str, Any], form: Form) -> dict[str, Any]:
    if form != "geojson":
        return row
    return {
        "type": "Feature",
        "id": row.get("id"),
        "geometry": kind.point(row) if kind.point else None,
        "properties": row,
    }


def said(body: Any, forms: Forms, about: str) -> dict[int | str, dict[str, Any]]:
    """What the specification says of a good answer."""
    content: dict[str, Any] = {
        MEDIA[form]: TEXT if form in ("csv", "atom", "jsonl") else OBJECT
        for form in forms
        if form not in ("json", "html")
    }
    return {200: {"model": body, "content": content, "description": about}}


TEXT = {"schema": {"type": "string"}}
OBJECT = {"schema": {"type": "object"}}
UNCHANGED: dict[int | str, dict[str, Any]] = {
    304: {"description": "What `If-None-Match` names is still so"},
    307: {"description": "The screen that shows the same"},
}

ROUTERS = (
    router_of(EVENTS, selected),
    router_of(CLAIMS, selected),
    router_of(REPORTS, selected),
    router_of(PLACES, selected),
    router_of(ACTORS, selected),
    router_of(CONTROL, held),
    router_of(FINDINGS, paged),
    router_of(JUDGEMENTS, paged),
)
