"""What is selected, in the formats of others."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from dateline.export.formats import EXPORTERS, exporter, sidecar
from dateline.export.shared import Shared
from dateline.web.asked import ExportQuery
from dateline.web.doors import TheRoom
from dateline.web.problems import Problem
from dateline.web.v1.replies import Answer
from dateline.web.v1.routes import UNCHANGED
from dateline.web.view import View

Format = Literal[
    "acled", "ged", "hxl", "geojson", "jsonl", "annotations", "stix", "atom", "geoparquet", "events-parquet",
    "claims-parquet",
]  # fmt: skip
Name = Annotated[Format, Path(description="The format.", examples=["acled"])]
OBJECT = {"type": "object"}
FILE_BYTES = {"type": "string", "format": "binary"}
FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {
            one.media_type: {
                "schema": OBJECT
                if one.media_type.partition(";")[0].endswith("json") and "ndjson" not in one.media_type
                else FILE_BYTES
            }
            for one in EXPORTERS
        },
    },
    304: UNCHANGED[304],
}
router = APIRouter(prefix="/v1/export", tags=["export"])


@router.get(
    "/{name}", operation_id="export", summary="All that is selected, as a file", responses=FILE, response_class=Response
)
def export(request: Request, room: TheRoom, name: Name, asked: Annotated[ExportQuery, Query()]) -> Response:
    """The file, written while it is sent; tables of borrowed layout have a `meta` beside them."""
    view, found = room.view(known_at=asked.known), exporter(name)
    saved = {"Content-Disposition": f'attachment; filename="dateline-{view.seq}{found.suffix}"'}
    answer = Answer(request=request, view=view, media_type=found.media_type, headers=saved)
    return answer.stream(lambda: found.write(_shared(view, asked)))


META: dict[int | str, dict[str, Any]] = {
    200: {"description": "The note", "content": {"application/json": {"schema": {"type": "object"}}}},
    304: UNCHANGED[304],
}


@router.get(
    "/{name}/meta", operation_id="export_meta", summary="The note beside a table of borrowed layout", responses=META
)
def meta(request: Request, room: TheRoom, name: Name, asked: Annotated[ExportQuery, Query()]) -> Response:
    """Whose data the table is not, and the hash of its content."""
    view, found = room.view(known_at=asked.known), exporter(name)
    if not found.note:
        raise Problem(404, f"the format {name} describes itself")

    def written() -> bytes:
        shared = _shared(view, asked)
        return sidecar(shared, found, b"".join(found.write(shared))) or b""

    return Answer(request=request, view=view, media_type="application/json").of(written)


def _shared(view: View, asked: ExportQuery) -> Shared:
    shared = view.shared(asked.query)
    terms = replace(shared.terms, strict=asked.strict, include_nonlethal=asked.include_nonlethal)
    return replace(shared, terms=terms)
