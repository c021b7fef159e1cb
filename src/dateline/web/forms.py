"""What a form sends: fields in the encoding of plain HTML, few and small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request

from dateline.web.options import ServeOptions
from dateline.web.problems import Problem
from dateline.web.security import SESSION, form_key, same_token

MOST_FIELDS = 400
_ENCODING = "application/x-www-form-urlencoded"


class Sent(Mapping[str, str]):
    """The fields by name; of several of one name the first, `all` gives the others."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs
        self._first = dict(reversed(pairs))

    def __getitem__(self, name: str) -> str:
        return self._first[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field that may be ticked several times."""
        return tuple(value for key, value in self._pairs if key == name)


async def sent(request: Request) -> Sent:
    """The fields of a request's body; raises Problem for another encoding, broken text and too many fields."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _ENCODING:
        raise Problem(415, f"a form is sent as {_ENCODING}")
    try:
        body = (await request.body()).decode("ascii")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise Problem(400, "that is no form of ours: its text is broken, or it has too many fields") from error
    return Sent(pairs)


TheForm = Annotated[Sent, Depends(sent)]


def key_of(request: Request, options: ServeOptions) -> str:
    """What a form of this session carries, so that nobody else can send one."""
    return form_key(request.cookies.get(SESSION, ""), options.seal)


def require_key(request: Request, form: Sent, options: ServeOptions) -> None:
    """Raise Problem 403 for a form that this session was not given."""
    if not same_token(form.get("form_key", ""), key_of(request, options)):
        raise Problem(403, "this form is not of your session, or the server was started anew: load the page again")


def local_path(given: str, *, fallback: str) -> str:
    """An address on this server to go on to; the fallback for what would lead elsewhere."""
    parts = urlsplit(given)
    inside = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return given if inside and given.isprintable() and "\\" not in given else fallback
