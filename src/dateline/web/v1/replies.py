"""An answer with its ETag; whoever has it already gets 304 before any work is done."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from dateline.web.view import View

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is asked for, of which state, and in which media type; `reader` by whom, where that makes a difference."""

    request: Request
    view: View
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    reader: str = ""

    @property
    def tag(self) -> str:
        """The ETag: a hash of the state of the ledger, the question and the form.

        Weak, since the same answer may be sent compressed.
        """
        url = self.request.url
        parts = (self.view.etag, url.path, url.query, self.media_type, self.reader)
        digest = hashlib.sha256("\x00".join(parts).encode()).hexdigest()
        return f'W/"{digest[:32]}"'

    def of(self, write: Callable[[], bytes]) -> Response:
        """The answer as a whole; `write` is called where the asker does not have it yet."""
        headers = self._headers()
        if self._known(headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(write(), media_type=self.media_type, headers=headers)

    def stream(self, write: Callable[[], Iterable[bytes]]) -> Response:
        """The answer piece by piece, as it is written; what cannot be answered is known with the first piece."""
        headers = self._headers()
        if self._known(headers["ETag"]):
            return Response(status_code=304, headers=headers)
        pieces = iter(gathered(write()))
        begun = itertools.chain((next(pieces, b""),), pieces)
        return StreamingResponse(begun, media_type=self.media_type, headers=headers)

    def _known(self, tag: str) -> bool:
        return matches(self.request.headers.get("if-none-match"), tag)

    def _headers(self) -> dict[str, str]:
        vary = "Accept, Cookie, Authorization" if self.reader else "Accept"
        return {"ETag": self.tag, "Cache-Control": "private, no-cache", "Vary": vary, **self.headers}


def matches(header: str | None, tag: str) -> bool:
    """Whether a list of ETags names this one, weakly compared (RFC 9110, 8.8.3.2)."""
    if header is None:
        return False
    given = {one.strip().removeprefix("W/") for one in header.split(",")}
    return "*" in given or tag.removeprefix("W/") in given


def gathered(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes in chunks worth sending."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
