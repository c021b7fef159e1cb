"""The addresses of all screens of a served ledger, found as a reader finds them: by following links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx

from dateline.web.views.frame import SCREENS
from tests.web.browser.conftest import Served

ONE_OF_MANY = {
    "event": r"/events/[^/?#]+",
    "matrix": r"/events/[^/?#]+/matrix",
    "place": r"/places/[^/?#]+",
    "report": r"/reports/[^/?#]+",
}
WORDS = "words"
NAMES = (*(name for _, name in SCREENS), WORDS, *ONE_OF_MANY)


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def addresses(served: Served) -> dict[str, str]:
    """One address a screen: those of the navigation, and of the others the first that a link leads to."""
    found = {**{name: path for path, name in SCREENS}, WORDS: "/words"}
    with httpx.Client(base_url=served.address, follow_redirects=True, timeout=60) as client:
        start = [link for path, _ in SCREENS for link in Links(client.get(path).text).found]
        event = next(link for link in start if re.match(rf"{ONE_OF_MANY['event']}$", link))
        links = [*start, *Links(client.get(event).text).found]
    for name, pattern in ONE_OF_MANY.items():
        found[name] = next(link for link in links if re.fullmatch(pattern, link.partition("?")[0].partition("#")[0]))
    return found
