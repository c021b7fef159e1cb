"""What routes ask for: the room, the view of a query, the right to write."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from dateline.web.asked import Asked
from dateline.web.asked import Query as AskedOfApi
from dateline.web.options import ServeOptions
from dateline.web.room import Room
from dateline.web.security import Writer, writer_of
from dateline.web.view import View


def room_of(request: Request) -> Room:
    """The room of the app."""
    room: Room = request.app.state.room
    return room


def options_of(request: Request) -> ServeOptions:
    """How the ledger is served."""
    return room_of(request).options


def view_of(request: Request, asked: Annotated[AskedOfApi, Query()]) -> View:
    """What the ledger knew at the query's `known_at`."""
    return room_of(request).view(known_at=asked.known)


def view_of_form(request: Request, asked: Annotated[Asked, Query()]) -> View:
    """The same for a screen, whose forms send empty fields."""
    return room_of(request).view(known_at=asked.known)


def writer(request: Request) -> Writer:
    """Who writes; raises Problem 401 or 403 for whoever may not."""
    return writer_of(request, options_of(request))


TheRoom = Annotated[Room, Depends(room_of)]
TheView = Annotated[View, Depends(view_of)]
TheFormView = Annotated[View, Depends(view_of_form)]
TheWriter = Annotated[Writer, Depends(writer)]
FromForm = Annotated[Asked, Query()]
FromApi = Annotated[AskedOfApi, Query()]
