"""Fetching a feed politely: only when it has changed, not too often, never more than a limit."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from dateline.errors import UnreadableInput
from dateline.model.address import web_address
from dateline.read.feed import MOST_BYTES

AGENT = "dateline-watch (reads one feed as its user asked)"
TIMEOUT_S = 20.0
"""Seconds without a byte, and seconds for one answer as a whole times three."""
LONGEST_S = 3 * TIMEOUT_S
MOST_REDIRECTS = 3
LONGEST_WAIT_S = 24 * 3600.0
"""A server may ask us to stay away for as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What a server said of the feed the last time, to be told again; `wait` is a UNIX time before which not to ask."""

    etag: str = ""
    modified: str = ""
    wait: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes (None: nothing new) and what to tell the server the next time."""

    content: bytes | None
    tag: Tag


def web_client() -> httpx.Client:
    """A client that follows no redirects by itself and reads no proxy or password from the environment."""
    return httpx.Client(
        timeout=TIMEOUT_S, follow_redirects=False, trust_env=False, headers={"User-Agent": AGENT, "Accept": ACCEPT}
    )


ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches feeds; `now` is a UNIX time, `clock` counts seconds."""

    client: httpx.Client = field(default_factory=web_client)
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic

    def fetch(self, url: str, tag: Tag) -> Fetched:
        """The feed, where it has changed and its server may be asked; raises UnreadableInput."""
        if self.now() < tag.wait:
            return Fetched(content=None, tag=tag)
        known = {"If-None-Match": tag.etag, "If-Modified-Since": tag.modified}
        headers = {name: value for name, value in known.items() if value}
        try:
            return self._answer(url, headers, tag)
        except httpx.HTTPError as error:
            raise UnreadableInput(f"{url} cannot be fetched: {error or type(error).__name__}", where=url) from error

    def _answer(self, url: str, headers: dict[str, str], tag: Tag) -> Fetched:
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            with self.client.stream("GET", at, headers=headers) as response:
                if response.has_redirect_location:
                    at = _next(url, urljoin(at, response.headers.get("location", "")))
                    continue
                return self._content(url, response, tag)
        raise UnreadableInput(f"{url} redirects more than {MOST_REDIRECTS} times", where=url)

    def _content(self, url: str, response: httpx.Response, tag: Tag) -> Fetched:
        wait = self._wait(response)
        if response.status_code == 304:
            return Fetched(content=None, tag=Tag(etag=tag.etag, modified=tag.modified, wait=wait))
        if response.status_code in (429, 503):
            return Fetched(content=None, tag=Tag(etag=tag.etag, modified=tag.modified, wait=wait))
        if response.status_code != 200:
            raise UnreadableInput(f"{url} answers with {response.status_code} {response.reason_phrase}", where=url)
        found = Tag(
            etag=response.headers.get("etag", "")[:500],
            modified=response.headers.get("last-modified", "")[:100],
            wait=wait,
        )
        return Fetched(content=self._limited(url, response), tag=found)

    def _limited(self, url: str, response: httpx.Response) -> bytes:
        """The body, unpacked, up to the limits of size and time."""
        begun, parts, length = self.clock(), [], 0
        for part in response.iter_bytes():
            length += len(part)
            parts.append(part)
            if length > MOST_BYTES:
                raise UnreadableInput(f"{url} sends more than {MOST_BYTES:,} bytes", where=url)
            if self.clock() - begun > LONGEST_S:
                raise UnreadableInput(f"{url} sends for longer than {LONGEST_S:.0f} seconds", where=url)
        return b"".join(parts)

    def _wait(self, response: httpx.Response) -> float:
        """Until when the server asks us to stay away: seconds or a date; 0 where it does not."""
        words = response.headers.get("retry-after", "").strip()
        if not words:
            return 0.0
        if words.isdigit():
            seconds = float(words[:9])
        else:
            try:
                moment = parsedate_to_datetime(words)
            except ValueError:
                return 0.0
            seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - self.now()
        return self.now() + min(max(seconds, 0.0), LONGEST_WAIT_S)


def _next(first: str, to: str) -> str:
    """Where a redirect leads; a feed of the open web may not lead into the user's own network."""
    if web_address(to) is None:
        raise UnreadableInput(f"{first} redirects to {to!r}, which is no web address", where=first)
    if _inside(to) and not _inside(first):
        raise UnreadableInput(f"{first} redirects to {to}, inside this network: it is not followed", where=first)
    return to


def _inside(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host
