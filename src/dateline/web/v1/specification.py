"""The specification of the API (OpenAPI 3.1), made from the routes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.web.problems import PROBLEM
from dateline.web.v1.bodies import ProblemBody

ABOUT = """What several reports tell, according to whom. Every answer passed the safety filter: private persons are
"[person]", places of refuge, care and aid are their first-level division. Nothing is marked lower than TLP:AMBER.

Lists come in pages (`limit`, `cursor`); tables and JSON lines hold all that fits, unless `limit` is given. Answers bear an
ETag; ask with `If-None-Match`. The form follows the suffix (`/v1/events.csv`), else the Accept header."""
REASONS = {
    "400": "A parameter is not as specified",
    "404": "There is no such thing, or none that may be shown",
    "406": "None of the forms in `Accept`",
    "414": "The address is too long",
    "422": "Well-formed, but the ledger cannot answer it",
    "503": "The ledger is being opened or written, or this took too long",
}
_WRITING = {
    "401": "Without the token", "403": "The ledger is served for reading only", "412": "It changed since `If-Match`",
    "413": "The body is too large",
}  # fmt: skip
_METHODS = ("get", "post", "put", "delete", "patch")


def specification(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    document = get_openapi(
        title="Dateline",
        version="1",
        summary="A ledger of claims, events and control over HTTP",
        description=ABOUT,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": "/"}],
        openapi_version="3.1.0",
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    for method, operation in _operations(document):
        _complete(method, operation)
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in document["paths"].values():
        yield from ((method, operation) for method, operation in path.items() if method in _METHODS)


def _complete(method: str, operation: dict[str, Any]) -> None:
    """Every operation may end in a problem; writes need the token."""
    answers = operation["responses"]
    answers.pop("422", None)
    reasons = REASONS if method == "get" else {**REASONS, **_WRITING}
    for status, reason in reasons.items():
        answers.setdefault(status, {})
        answers[status] = {
            "description": reason,
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    for status in ("304", "307"):
        if status in answers:
            answers[status].pop("content", None)
    if method != "get":
        operation["security"] = [{"token": []}]
