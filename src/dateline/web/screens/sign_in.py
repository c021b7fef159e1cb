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
from dateline.web.options import ServeOptions
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.security import SESSION, require_same_origin, same_token, session_of

router = APIRouter(include_in_schema=False)

LONGEST_NAME = 60
NOBODY = "this ledger is served for reading only; `dateline serve --allow-write` lets people judge"
_START = "/review"
_SAME_SITE: Literal["strict"] = "strict"


@router.get("/sign-in")
def sign_in_form(request: Request, room: TheRoom, next: str = _START) -> Response:  # noqa: A002 - the address's word
    """The form."""
    if room.options.token is None:
        raise Problem(403, NOBODY)
    return _page(request, went=next)


@router.get("/enter")
def enter(request: Request, room: TheRoom, token: str = "") -> Response:
    """The address that `dateline serve` prints: signs in the one who started it, and takes the token out of sight."""
    options = room.options
    if options.token is None:
        return RedirectResponse(_START, 303)
    _require_token(request, token, options.token)
    return _signed_in(request, options, name=options.reviewer, went=_START)


@router.post("/sign-in")
def sign_in(request: Request, room: TheRoom, form: TheForm) -> Response:
    """Give a cookie to whoever has the token and a name."""
    options = room.options
    if options.token is None:
        raise Problem(403, NOBODY)
    require_same_origin(request)
    name, went = one_line(form.get("name", ""))[:LONGEST_NAME], form.get("next", _START)
    try:
        _require_token(request, form.get("token", "").strip(), options.token)
    except Problem as problem:
        if problem.status != 401:
            raise
        return _page(request, went=went, name=name, wrong=problem.detail, status=401)
    if not name:
        return _page(request, went=went, wrong="Judgements are signed: give the name to sign with.", status=422)
    return _signed_in(request, options, name=name, went=went)


def _require_token(request: Request, given: str, token: str) -> None:
    """Raise Problem 401 for a wrong token, 429 for yet another one."""
    attempts: Attempts = request.app.state.attempts
    asker = request.client.host if request.client else ""
    attempts.require_patience(asker)
    if not same_token(given, token):
        attempts.failed(asker)
        raise Problem(401, "That is not the token of this server.")


def _signed_in(request: Request, options: ServeOptions, *, name: str, went: str) -> Response:
    answer = RedirectResponse(local_path(went, fallback=_START), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(SESSION, session_of(options.seal, name), httponly=True, samesite=_SAME_SITE, secure=secure)
    return answer


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Take the cookie back."""
    require_same_origin(request)
    answer = RedirectResponse(_START, 303)
    answer.delete_cookie(SESSION, httponly=True, samesite=_SAME_SITE)
    return answer


def _page(request: Request, *, went: str, name: str = "", wrong: str = "", status: int = 200) -> Response:
    frame = frame_of(request, Asked(), room_of(request).view())
    went = local_path(went, fallback=_START)
    return show(request, "sign_in.html", frame, status=status, went=went, name=name, wrong=wrong, longest=LONGEST_NAME)
