"""One shape for every error (RFC 9457), and a page for people elsewhere than under /v1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from jinja2 import Environment
from starlette.exceptions import HTTPException

from dateline.errors import LedgerError, LedgerLocked, UsageError
from dateline.web.headers import HEADERS

PROBLEM = "application/problem+json"


class Problem(Exception):
    """A request that cannot be answered as it stands; `detail` says what was found and what to do."""

    def __init__(self, status: int, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})
        self.more = more


def problem_json(status: int, detail: str, *, instance: str = "", **more: Any) -> dict[str, Any]:
    """The object of RFC 9457; `type` about:blank means that the title is the status's own."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **({"instance": instance} if instance else {}),
        **more,
    }


def install(app: FastAPI, templates: Environment) -> None:
    """Let every error of the app end as a problem."""
    faces = Faces(templates)
    app.add_exception_handler(Problem, faces.problem)
    app.add_exception_handler(RequestValidationError, faces.invalid)
    app.add_exception_handler(HTTPException, faces.http)
    app.add_exception_handler(UsageError, faces.usage)
    app.add_exception_handler(LedgerError, faces.ledger)
    app.add_exception_handler(Exception, faces.defect)


class Faces:
    """Errors as responses; signatures are Starlette's, which hands over what was registered."""

    def __init__(self, templates: Environment) -> None:
        self._templates = templates

    def problem(self, request: Request, error: Exception) -> Response:
        """One of ours."""
        if not isinstance(error, Problem):
            raise error
        return self._response(request, error.status, error.detail, headers=error.headers, more=error.more)

    def invalid(self, request: Request, error: Exception) -> Response:
        """A parameter or body that is not as specified."""
        if not isinstance(error, RequestValidationError):
            raise error
        errors = [{"where": ".".join(map(str, one["loc"])), "what": str(one["msg"])} for one in error.errors()]
        said = "; ".join(f"{one['where']}: {one['what']}" for one in errors[:5])
        return self._response(request, 400, said, more={"errors": errors[:20]})

    def http(self, request: Request, error: Exception) -> Response:
        """No such route, no such method."""
        if not isinstance(error, HTTPException):
            raise error
        return self._response(request, error.status_code, str(error.detail), headers=dict(error.headers or {}))

    def usage(self, request: Request, error: Exception) -> Response:
        """Asked for something that the ledger cannot answer."""
        return self._response(request, 422, str(error))

    def ledger(self, request: Request, error: Exception) -> Response:
        """The ledger cannot be read or written now."""
        status = 503 if isinstance(error, LedgerLocked) else 500
        return self._response(request, status, str(error), headers={"Retry-After": "5"} if status == 503 else {})

    def defect(self, request: Request, error: Exception) -> Response:
        """A defect of ours: the trace goes to the server's log, never to the asker.

        Starlette answers defects outside of all layers, so that the headers of every answer are added here.
        """
        headers = {name.decode(): value.decode() for name, value in HEADERS}
        return self._response(request, 500, "a defect in Dateline; the server's log has the details", headers=headers)

    def _response(
        self,
        request: Request,
        status: int,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> Response:
        path = request.url.path
        body = problem_json(status, detail, instance=path, **(more or {}))
        if path == "/v1" or path.startswith("/v1/") or not _wants_page(request):
            return JSONResponse(body, status, headers=dict(headers or {}), media_type=PROBLEM)
        page = self._templates.get_template("problem.html").render(problem=body)
        return HTMLResponse(page, status, headers=dict(headers or {}))


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "*/*") or "*/*" in request.headers.get("accept", "*/*")


def raw_problem(status: int, detail: str) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Body and headers for what is refused before it reaches the app."""
    body = json.dumps(problem_json(status, detail)).encode()
    return body, [(b"content-type", PROBLEM.encode()), (b"content-length", str(len(body)).encode())]
