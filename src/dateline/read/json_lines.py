"""JSON lines: one report a line, and a bad line costs only itself."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from dateline.errors import EncodingInput, InputError, OversizedInput, UsageError
from dateline.model.address import web_address
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.read.decode import accept, decode
from dateline.read.given import Document, Given, Limits, Reject
from dateline.read.markup import NOTICE, holds_markup, without_markup
from dateline.read.published import parse_published

FIELDS = ("text", "source", "published", "title", "url", "language")
"""What a line may hold; `text` is needed, other fields are left alone."""
SHOWN = 60
"""Characters of a bad address that a notice repeats."""
_JSON_WORDS = {
    "dict": "an object",
    "list": "an array",
    "str": "a string",
    "bool": "true or false",
    "NoneType": "null",
}
"""What JSON calls a Python value, as a message says it; the others are numbers."""


class BadLine(InputError):
    """A line that is no report: no JSON, no object, or a field of the wrong type."""

    code = "bad_line"


def lines_of(stream: IO[bytes], *, limits: Limits, first: bytes = b"") -> Iterator[bytes]:
    """The lines of a stream, each cut off just above the limit, so that an endless line costs no memory.

    `first` is a line that was already taken from the stream, in the same way.
    """
    limit = limits.max_bytes
    raw = first or stream.readline(limit + 1)
    while raw:
        yield raw
        while len(raw) > limit and not raw.endswith(b"\n"):
            raw = stream.readline(limit + 1)
        raw = stream.readline(limit + 1)


def read_json_lines(lines: Iterable[bytes], *, where: str, given: Given) -> Iterator[Document | Reject]:
    """The reports of many lines; a line is named `reports.jsonl:12`. Empty lines are passed over.

    Lines are read one at a time, so that the size of the file does not matter, only that of a line.
    """
    limit = given.limits.max_bytes
    for number, raw in enumerate(lines, start=1):
        place = f"{where}:{number}"
        if len(raw) > limit:
            yield Reject.of(OversizedInput(f"{place} has more than {limit:,} bytes", where=place))
        elif raw.removeprefix(codecs.BOM_UTF8).strip():
            yield _line(raw, place, given)


def _line(raw: bytes, place: str, given: Given) -> Document | Reject:
    try:
        return _document(raw, place, given)
    except InputError as error:
        return Reject.of(error)


def _document(raw: bytes, place: str, given: Given) -> Document:
    line, notices = decode(raw, where=place)
    fields = _fields(line, place)
    _refuse_surrogates(fields["text"], place)
    text, told = _text_and_notices(fields)
    text = accept(text, where=place, limits=given.limits)
    report = Report(
        text=text,
        name=place,
        source=fields["source"] or given.source,
        published=_published(fields["published"], place) or given.published,
        url=web_address(fields["url"]),
        title=fields["title"],
        language=fields["language"] or "en",
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
    )
    return Document(report=report, notices=(*notices, *told))


def _text_and_notices(fields: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The text without markup, and what a reader should know of how the line was read."""
    told: list[str] = []
    if fields["url"] and web_address(fields["url"]) is None:
        told.append(
            f"has no web address in `url` ({fields['url'][:SHOWN]!r}): only http and https without a password are kept"
        )
    text: str = fields["text"]
    if not holds_markup(text):
        return text, tuple(told)
    return without_markup(text), (*told, NOTICE)


def _fields(line: str, place: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"{place} is no JSON: {error}; expected one object a line", where=place) from error
    if not isinstance(value, dict):
        raise BadLine(f"{place} holds {_json_word(value)}; expected an object with the field `text`", where=place)
    found = {name: value.get(name) for name in FIELDS}
    for name, part in found.items():
        if not isinstance(part, str) and (part is not None or name == "text"):
            state = "is missing" if name not in value else f"is {_json_word(part)}"
            raise BadLine(f"{place}: the field `{name}` {state}; expected a string", where=place)
    return found


def _json_word(value: Any) -> str:
    return _JSON_WORDS.get(type(value).__name__, "a number")


def _published(words: str | None, place: str) -> TimeRange | None:
    if not words:
        return None
    try:
        return parse_published(words)
    except UsageError as error:
        raise BadLine(f"{place}: {error}", where=place) from error


def _refuse_surrogates(text: str, place: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"half of a surrogate pair (U+{ord(text[error.start]):04X}) at character {error.start}"
        raise EncodingInput(f"{place} has {found}: it is no Unicode text; mend the escapes", where=place) from error
