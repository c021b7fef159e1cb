"""Screens read as a browser reads them: parsed, with every link found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from justhtml import JustHTML

from tests.web.conftest import BASE, TestClient

SCREENS = ("/", "/places", "/disagreements", "/findings", "/reports", "/changes", "/brief")
OTHERS = ("/v1", "/static", "/review", "/sign-in", "/brief/file", "/map")
"""Addresses that are no screens of these tests."""


@dataclass(frozen=True)
class Page:
    """A page and what it was asked with."""

    path: str
    html: str

    @cached_property
    def parsed(self) -> JustHTML:
        return JustHTML(self.html, collect_errors=True, sanitize=False)

    def all(self, selector: str) -> list[Any]:
        return list(self.parsed.query(selector))

    def text(self, selector: str) -> list[str]:
        return [" ".join(node.to_text().split()) for node in self.all(selector)]

    @property
    def links(self) -> list[str]:
        """Where its links lead, as absolute paths with their query, without fragments; those to other hosts left out."""
        found = (urljoin(BASE + self.path, node.attrs["href"]) for node in self.all("a") if "href" in node.attrs)
        return [link.removeprefix(BASE).partition("#")[0] for link in found if link.startswith(BASE)]


def get(client: TestClient, path: str) -> Page:
    """A page that must be there."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:300]}"
    return Page(path=path, html=answer.text)


def walk(client: TestClient, of_each: int = 3) -> Iterator[Page]:
    """The screens, and some of each kind that links lead to."""
    seen: set[str] = set()
    kinds: Counter[tuple[str, bool]] = Counter()
    queue = list(SCREENS)
    while queue:
        path = queue.pop(0)
        if path in seen or kinds[kind_of(path)] >= of_each:
            continue
        seen.add(path)
        kinds[kind_of(path)] += 1
        page = get(client, path)
        yield page
        queue.extend(link for link in page.links if is_screen(link) and "?" not in link)


def kind_of(path: str) -> tuple[str, bool]:
    """The screen of an address: overview, report, event, matrix …"""
    return path.split("/")[1] + "/" * (path.count("/") > 1), path.endswith("/matrix")


def is_screen(link: str) -> bool:
    """Whether an address is one of these screens."""
    path = urlsplit(link).path
    return not any(path == other or path.startswith((f"{other}/", f"{other}.")) for other in OTHERS)
