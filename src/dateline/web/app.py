"""The application: one ledger, its API under /v1, and the screens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from dateline.web import problems
from dateline.web.asked import Asked
from dateline.web.assets import STATIC, environment
from dateline.web.attempts import Attempts
from dateline.web.files import router as files
from dateline.web.finds import Finds
from dateline.web.judged import Judgements
from dateline.web.layers import Admitted, Awaited, Bounded, Guarded, Methods
from dateline.web.map import read_outlines
from dateline.web.options import ServeOptions
from dateline.web.room import Room
from dateline.web.screens import ROUTERS as SCREENS
from dateline.web.screens.overview import counts_and_figures
from dateline.web.v1 import ROUTERS as API
from dateline.web.v1.specification import specification

ROUTERS = (files, *API, *SCREENS)
PRESSED = 5
"""Of nine: the last levels take a page of events six times as long and make it a twentieth smaller."""


def create_app(options: ServeOptions) -> FastAPI:
    """The app on an open ledger, which closes with it; raises LedgerError where there is none."""
    room = Room(options)

    @asynccontextmanager
    async def open_while_serving(_: FastAPI) -> AsyncIterator[None]:
        room.warm()
        if not room.large:
            await run_in_threadpool(room.settle)
        yield
        room.close()

    app = FastAPI(title=options.title, docs_url=None, redoc_url=None, openapi_url=None, lifespan=open_while_serving)
    app.state.room = room
    app.state.outlines = read_outlines(STATIC / "dist" / "outlines.json")
    app.state.templates = environment()
    app.state.attempts = Attempts()
    app.state.finds = Finds()
    app.state.judgements = Judgements()
    room.prepare = lambda view: counts_and_figures(view, Asked(), app.state.outlines)
    problems.install(app, app.state.templates)
    for router in ROUTERS:
        app.include_router(router)
    app.state.specification = api_document()
    app.add_middleware(Methods, routes=app.routes)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=PRESSED)
    app.add_middleware(Bounded, options=options)
    app.add_middleware(Awaited, room=room, page=app.state.templates.get_template("waiting.html").render)
    app.add_middleware(Admitted, options=options)
    app.add_middleware(Guarded, options=options)
    return app


def api_document() -> dict[str, Any]:
    """The specification of the API, for which no ledger is needed."""
    app = FastAPI()
    for router in API:
        app.include_router(router)
    return specification(app)
