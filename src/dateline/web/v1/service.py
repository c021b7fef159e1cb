"""What the API says of itself."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dateline.web.doors import TheRoom

router = APIRouter(prefix="/v1", tags=["service"])


@router.get("/health")
def health(room: TheRoom) -> dict[str, Any]:
    """Whether the ledger can be read, and its last line."""
    return {"status": "ok", "seq": room.view().seq}
