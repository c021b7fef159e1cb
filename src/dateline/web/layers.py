"""What every request passes before it reaches a route: headers, host, size, time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.headers import HEADERS
from dateline.web.options import ServeOptions
from dateline.web.problems import raw_problem
from dateline.web.room import Room
from dateline.web.security import is_own_host, may_read


async def refuse(send: Send, status: int, detail: str) -> None:
    """Answer with a problem before any route sees the request."""
    body, headers = raw_problem(status, detail)
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Guarded:
    """Adds the security headers to every answer, and lets in only what is addressed to us and small enough."""

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message.setdefault("headers", [])
                present = {name.lower() for name, _ in given}
                message["headers"] = [*given, *((name, value) for name, value in HEADERS if name not in present)]
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refuse(with_headers, *refusal)
            return
        await self._app(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = dict(scope["headers"])
        limits = self._options.limits
        if not is_own_host(headers.get(b"host", b"").decode("latin-1"), self._options):
            return 421, "this server has another name: use its address, or name it with `--name`"
        if len(scope["path"]) + len(scope["query_string"]) > limits.address_chars:
            return 414, f"an address here has at most {limits.address_chars:,} characters"
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > limits.body_bytes:
            return 413, f"a body here has at most {limits.body_bytes:,} bytes"
        return None


class Admitted:
    """Where others can reach the server, only those with the token get in; the others are shown the door to sign in at."""

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or self._admits(Request(scope)):
            await self._app(scope, receive, send)
        elif scope["path"].startswith("/v1/"):
            await refuse(send, 401, "this server is for those with its token: send it as `Authorization: Bearer`")
        else:
            await send({"type": "http.response.start", "status": 303, "headers": [(b"location", b"/sign-in")]})
            await send({"type": "http.response.body", "body": b""})

    def _admits(self, request: Request) -> bool:
        path = request.url.path
        return path in _DOORS or path.startswith("/static/") or may_read(request, self._options)


_DOORS = ("/sign-in", "/enter", "/v1/health")
RETRY_S = 5


class Awaited:
    """While a large ledger is read for the first time, says at once what is being done instead of letting people wait."""

    def __init__(self, app: ASGIApp, room: Room, page: Callable[..., str]) -> None:
        self._app = app
        self._room = room
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or self._can_answer(scope["path"]):
            await self._app(scope, receive, send)
            return
        doing = f"{self._room.doing or 'opening the ledger'} ({self._room.claims:,} claims)"
        if scope["path"].startswith("/v1/") or b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
            body, headers = raw_problem(503, f"not ready yet, try again in {RETRY_S} s: {doing}")
        else:
            body = self._page(doing=doing).encode()
            headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        headers += [(b"retry-after", str(RETRY_S).encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _can_answer(self, path: str) -> bool:
        ready = self._room.begun.is_set() or not _needs_view(path)
        return ready or (_needs_events(path) and self._room.opened.is_set())


def _needs_events(path: str) -> bool:
    """Whether the events are enough for it, which are ready first."""
    return path in ("/", "/map.json") or path.startswith("/v1/events")


def _needs_view(path: str) -> bool:
    return not (path.startswith("/static/") or path in (*_DOORS, "/v1", "/v1/", "/v1/openapi.json"))


class Methods:
    """HEAD is GET without its body; OPTIONS says what a route takes. CORS is off: other sites get no leave from it."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] not in ("HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await self._options(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"}, receive, without_body)

    async def _options(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = {method for method in _METHODS if self._takes(scope, method)}
        if not taken:
            await self._app({**scope, "method": "GET"}, receive, send)
            return
        allowed = sorted({*taken, "OPTIONS", *({"HEAD"} if "GET" in taken else ())})
        headers = [(b"allow", ", ".join(allowed).encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 204, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _takes(self, scope: Scope, method: str) -> bool:
        return any(route.matches({**scope, "method": method})[0] is Match.FULL for route in self._routes)


_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Bounded:
    """Cuts off bodies without an honest length, and answers for routes that take too long."""

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app = app
        self._limits = options.limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; work that is cut off goes on in its thread, but nobody waits for it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state: MutableMapping[str, Any] = {"begun": False, "over": False, "bytes": 0}

        async def counted() -> Message:
            message = await receive()
            state["bytes"] += len(message.get("body", b""))
            if state["bytes"] > self._limits.body_bytes:
                return {"type": "http.disconnect"}
            return message

        async def noted(message: Message) -> None:
            if state["over"]:
                return
            state["begun"] = True
            await send(message)

        task = asyncio.ensure_future(self._app(scope, counted, noted))
        try:
            await asyncio.wait({task}, timeout=self._limits.seconds)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if not task.done() and not state["begun"]:
            state["over"] = True
            task.add_done_callback(_forgotten)
            detail = f"this took longer than {self._limits.seconds:g} s: ask for less, in a box or between two days"
            await refuse(send, 503, detail)
            return
        await task


def _forgotten(task: asyncio.Future[None]) -> None:
    """Nobody waits for it any more; its error, too, came too late."""
    with suppress(asyncio.CancelledError):
        task.exception()
