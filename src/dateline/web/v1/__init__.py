"""The HTTP API: the routes of each kind of thing, changes, exports, and what the API says of itself."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.v1.changes import router as changes
from dateline.web.v1.exports import router as exports
from dateline.web.v1.judgements import router as judgements
from dateline.web.v1.routes import ROUTERS as KINDS
from dateline.web.v1.service import router as service

ROUTERS: tuple[APIRouter, ...] = (service, *KINDS, judgements, changes, exports)
