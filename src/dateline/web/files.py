"""Style sheets, scripts and fonts: from the package, known by their content."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import Response

from dateline.web.assets import content_hash, media_type, static_file
from dateline.web.problems import Problem

router = APIRouter(include_in_schema=False)


@router.api_route("/static/{name:path}", methods=["GET", "HEAD"])
def static(name: str, if_none_match: Annotated[str | None, Header()] = None) -> Response:
    """One file."""
    path = static_file(name)
    if path is None:
        raise Problem(404, "there is no such file")
    content = path.read_bytes()
    tag = f'"{content_hash(content)}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if if_none_match and tag in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type(path), headers=headers)
