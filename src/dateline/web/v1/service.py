"""What the API says of itself."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from dateline.web.doors import TheRoom
from dateline.web.v1.bodies import Health

router = APIRouter(prefix="/v1", tags=["service"])


@router.get("/health", operation_id="health", summary="Whether the ledger can be read")
def health(room: TheRoom) -> Health:
    """Its last line; this derives nothing."""
    return Health(status="ok", seq=room.view().seq)


@router.get("/openapi.json", operation_id="specification", summary="This document")
def specification(request: Request) -> dict[str, Any]:
    """OpenAPI 3.1."""
    document: dict[str, Any] = request.app.state.specification
    return document


@router.get("/", include_in_schema=False)
@router.get("", include_in_schema=False)
def landing(request: Request) -> Response:
    """Where to begin."""
    paths = sorted(path for path in request.app.state.specification["paths"] if "{" not in path)
    return JSONResponse({"title": "Dateline", "specification": "/v1/openapi.json", "paths": paths})
