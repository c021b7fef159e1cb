"""The points of the overview's map, for the map that can be dragged: what fits the question, wherever it lies."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dateline.export.formats.json_text import json_bytes
from dateline.web.map import points_json
from dateline.web.screens.entry import TheForm, TheView
from dateline.web.views.where import LIVE_POINTS, points_of

router = APIRouter(include_in_schema=False)


@router.get(LIVE_POINTS)
def map_points(asked: TheForm, view: TheView) -> Response:
    """All points but for the box in view, which the map moves by itself."""
    anywhere = asked.changed(bbox=None)
    return Response(
        json_bytes(points_json(points_of(view.rows(anywhere), anywhere))), media_type="application/geo+json"
    )
