"""Signing in to judge: the server's token once, and the name under which the log keeps what one judges."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dateline.export.visible import one_line
from dateline.web.asked import Asked
from dateline.web.attempts import Attempts
from dateline.web.doors import TheRoom, room_of
from dateline.web.forms import TheForm, local_path
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.security import SESSION, require_same_origin, same_token, session_of

router = APIRouter(include_in_schema=False)

LONGEST_NAME = 60
_START = "/review"
_SAME_SITE: Literal["strict"] = "strict"


@router.get("/sign-in")
def sign_in_form(request: Request, room: TheRoom, next: str = _START) -> Response:  # noqa: A002 - the address's word
    """The form."""
    if not room.options.write:
        raise Problem(403, "this ledger is served for reading only; `dateline serve --allow-write` lets people judge")
    return _page(request, went=next)


@router.post("/sign-in")
def sign_in(request: Request, room: TheRoom, form: TheForm) -> Response:
    """Give a cookie to whoever has the token and a name."""
    options = room.options
    if not options.write or options.token is None:
        raise Problem(403, "this ledger is served for reading only; `dateline serve --allow-write` lets people judge")
    require_same_origin(request)
    attempts = attempts_of(request)
    attempts.require_patience(_asker(request))
    name, went = one_line(form.get("name", ""))[:LONGEST_NAME], form.get("next", _START)
    right = same_token(form.get("token", "").strip(), options.token)
    if not right:
        attempts.failed(_asker(request))
        return _page(request, went=went, name=name, wrong="That is not the token of this server.", status=401)
    if not name:
        return _page(request, went=went, wrong="Judgements are signed: give the name to sign with.", status=422)
    answer = RedirectResponse(local_path(went, fallback=_START), 303)
    answer.set_cookie(
        SESSION,
        session_of(options.seal, name),
        httponly=True,
        samesite=_SAME_SITE,
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Take the cookie back."""
    require_same_origin(request)
    answer = RedirectResponse(_START, 303)
    answer.delete_cookie(SESSION, httponly=True, samesite=_SAME_SITE)
    return answer


def attempts_of(request: Request) -> Attempts:
    """The failures that this server counts."""
    found: Attempts = request.app.state.attempts
    return found


def _asker(request: Request) -> str:
    return request.client.host if request.client else ""


def _page(request: Request, *, went: str, name: str = "", wrong: str = "", status: int = 200) -> Response:
    frame = frame_of(request, Asked(), room_of(request).view())
    went = local_path(went, fallback=_START)
    return show(request, "sign_in.html", frame, status=status, went=went, name=name, wrong=wrong, longest=LONGEST_NAME)
