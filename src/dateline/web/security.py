"""Who may talk to the server, and what browsers may do with its pages."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request

from dateline.web.options import ServeOptions, is_address, is_loopback
from dateline.web.problems import Problem

SESSION = "dateline_session"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes: the name under which the log keeps it."""

    by: str


def same_token(given: str, token: str) -> bool:
    """Whether two tokens are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), token.encode("utf-8", "surrogatepass"))


def session_of(seal: str, name: str) -> str:
    """The cookie of a reviewer: the name and its signature under the secret of this start; the token stays out of it."""
    signed = hmac.new(seal.encode(), f"session {name}".encode(), hashlib.sha256).hexdigest()
    return f"{name.encode().hex()}.{signed}"


def reviewer_of(session: str, seal: str) -> str | None:
    """The name in a cookie; None for one that we did not sign since we started."""
    packed, _, _ = session.partition(".")
    try:
        name = bytes.fromhex(packed).decode()
    except ValueError:
        return None
    return name if same_token(session, session_of(seal, name)) else None


def form_key(session: str, seal: str) -> str:
    """What every form of a session carries, and no other site can know."""
    return hmac.new(seal.encode(), f"form {session}".encode(), hashlib.sha256).hexdigest()


def bearer_of(request: Request) -> str | None:
    """The token in the request's Authorization header."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else None


def writer_of(request: Request, options: ServeOptions) -> Writer:
    """Who writes; raises Problem 403 where nobody may, 401 without the token.

    A program shows the token itself (`Authorization: Bearer`); a browser its session's cookie, and only from our own pages.
    """
    if not options.write or options.token is None:
        raise Problem(403, "this ledger is served for reading only; `dateline serve --allow-write` lets people judge")
    given = bearer_of(request)
    if given is not None:
        if same_token(given, options.token):
            return Writer(by=options.reviewer)
        raise Problem(401, "that is not this server's token", headers={"WWW-Authenticate": "Bearer"})
    name = reviewer_of(request.cookies.get(SESSION, ""), options.seal)
    if name is None:
        raise Problem(
            401, "judging needs the token that `dateline serve` printed", headers={"WWW-Authenticate": "Bearer"}
        )
    require_same_origin(request)
    return Writer(by=name)


def may_read(request: Request, options: ServeOptions) -> bool:
    """Whether the asker may see the ledger: everybody on this machine, elsewhere those with the token."""
    if options.loopback or options.token is None:
        return True
    given = bearer_of(request)
    if given is not None and same_token(given, options.token):
        return True
    return reviewer_of(request.cookies.get(SESSION, ""), options.seal) is not None


def require_same_origin(request: Request) -> None:
    """Raise Problem 403 for a write that another site's page sends with our cookie.

    Browsers send `Origin: null` from pages that let no referrer out; then only Sec-Fetch-Site, which no page can set, counts.
    """
    if request.method in _SAFE:
        return
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    host = request.headers.get("host")
    own = origin in (f"http://{host}", f"https://{host}")
    if own and site in ("same-origin", "none", None):
        return
    if origin in (None, "null") and site in ("same-origin", "none"):
        return
    raise Problem(403, "writes come from this server's own pages only")


def is_own_host(host: str, options: ServeOptions) -> bool:
    """Whether a Host header names this server; other names point to it only where DNS was rebound."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    known = {options.host.strip("[]").lower(), *(one.lower() for one in options.hosts)}
    return name in known or is_loopback(name) or (not options.loopback and is_address(name))
