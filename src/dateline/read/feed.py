"""RSS and Atom feeds → Reports, one an item: what the feed itself says of it; its links are never followed."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import Any

import feedparser

from dateline.errors import InputError, OversizedInput, UsageError
from dateline.model.address import web_address
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.read.decode import accept
from dateline.read.given import Document, Given, Reject
from dateline.read.published import parse_published
from dateline.read.web import Page

SUFFIXES = (".rss", ".atom", ".xml")
MOST_ITEMS = 5_000
"""Items of one feed; feeds of news hold some dozens."""
MOST_BYTES = 10_000_000
_START = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|[\w-]+:feed)[\s>]", re.DOTALL)


_END = re.compile(rb"</(?:rss|feed|rdf:RDF|[\w-]+:feed)\s*>|<(?:rss|feed)\b[^>]*/>")
_ITEM_END = re.compile(rb"</(?:item|entry|[\w-]+:(?:item|entry))\s*>")


class BadFeed(InputError):
    """No feed, one that is cut off, or one that declares entities."""

    code = "bad_feed"


def looks_like_a_feed(raw: bytes) -> bool:
    """Whether the bytes begin as a feed does."""
    return _START.match(raw[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def read_feed(raw: bytes, *, where: str, given: Given) -> Iterator[Document | Reject]:
    """The reports of a feed's items, in its order; an item without words is passed over, a bad one is a Reject.

    Of a feed that is cut off the items that are whole count, and a Reject says that the rest is missing.
    Raises an InputError for what is no feed. No feed needs entities of its own: one that declares any is refused,
    since they can be made to grow without end or to read files.
    """
    if len(raw) > MOST_BYTES:
        raise OversizedInput(f"{where} has more than {MOST_BYTES:,} bytes", where=where)
    if b"<!ENTITY" in raw.replace(b"\x00", b"").upper():
        raise BadFeed(f"{where} declares entities of its own, which no feed needs: it is not read", where=where)
    ended = bool(_END.search(raw)) or b"\x00" in raw  # UTF-16 has a zero in every letter of a tag
    found = _parsed(raw if ended else _whole_items(raw), where)
    if not found.entries and not (ended and found.get("version")):
        why = found.get("bozo_exception", "it has no items") if ended else "it has neither a whole item nor an end"
        raise BadFeed(f"{where} is no RSS or Atom feed: {why}", where=where)
    return chain(_items(found, where, given), () if ended else _cut(where, len(found.entries)))


def _whole_items(raw: bytes) -> bytes:
    """The bytes up to the end of the last item that has one."""
    ends = [found.end() for found in _ITEM_END.finditer(raw)]
    return raw[: ends[-1]] if ends else b""


def _cut(where: str, items: int) -> Iterator[Reject]:
    yield Reject.of(BadFeed(f"{where} is cut off after {items} items: what follows them is missing", where=where))


def _parsed(raw: bytes, where: str) -> Any:
    """What the library makes of the bytes; some that are no text at all it does not survive."""
    try:
        return feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError) as error:
        raise BadFeed(f"{where} is no RSS or Atom feed: {error}", where=where) from error


def _items(found: Any, where: str, given: Given) -> Iterator[Document | Reject]:
    for number, entry in enumerate(found.entries, start=1):
        place = f"{where}:{number}"
        if number > MOST_ITEMS:
            yield Reject.of(OversizedInput(f"{where} has more than {MOST_ITEMS:,} items", where=place))
            return
        try:
            document = _document(found.feed, entry, place, given)
        except InputError as error:
            yield Reject.of(error)
            continue
        if document is not None:
            yield document


def _document(feed: Any, entry: Any, place: str, given: Given) -> Document | None:
    words = _words(entry)
    if not words.strip():
        return None
    raw = words.encode("utf-8", "surrogatepass")
    report = Report(
        text=accept(words, where=place, limits=given.limits),
        name=place,
        source=given.source or _plain(feed.get("title")) or None,
        published=_published(entry) or given.published,
        url=web_address(entry.get("link")),
        title=_plain(entry.get("title")) or None,
        language=str(feed.get("language") or "en"),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
    )
    return Document(report=report)


def _words(entry: Any) -> str:
    """The item's whole content, else its summary, else its headline, as a reader sees them."""
    values = [part.get("value", "") for part in entry.get("content", [])]
    longest = max((*values, entry.get("summary", "")), key=len)
    return _plain(longest) or _plain(entry.get("title"))


def _plain(value: str | None) -> str:
    if not value or "<" not in value:
        return (value or "").strip()
    page = Page()
    page.feed(f"<body>{value}")
    page.close()
    page.end_line()
    return page.found.text()


def _published(entry: Any) -> TimeRange | None:
    """The time of the item by the publisher's clock; None for one that cannot be read: then the text decides."""
    words = str(entry.get("published") or entry.get("updated") or "")
    if not words:
        return None
    try:
        return parse_published(words)
    except UsageError:
        try:
            return parse_published(parsedate_to_datetime(words).replace(tzinfo=None).isoformat())
        except (ValueError, UsageError, OverflowError):
            return None
