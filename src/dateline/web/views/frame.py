"""What stands around every screen: the ledger's name, its marking, the way to the other screens, and notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SCREENS = (
    ("/", "Overview"),
    ("/places", "Places"),
    ("/disagreements", "Disagreements"),
    ("/findings", "Findings"),
    ("/reports", "Reports"),
    ("/changes", "Changes"),
    ("/review", "Review"),
    ("/brief", "Brief"),
)
"""The screens in the order in which the navigation names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A line above the screen that says what is left out or let in, and a link out of it (empty: none)."""

    words: str
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link of the navigation."""

    href: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What `base.html` asks of every page; `asset` turns a file of `static/` into its address.

    `script` is the address of the built front end, empty where it is not built. `seq` is the last line of the log.
    """

    ledger: str
    tlp: str
    seq: int
    writable: bool
    nav: tuple[Way, ...]
    asset: Callable[[str], str]
    script: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def home(self) -> str:
        """The overview, with the state kept."""
        return self.nav[0].href if self.nav else "/"


def ways(path: str, state: str) -> tuple[Way, ...]:
    """The navigation as seen from a path; `state` is the query that every link keeps (empty: none)."""
    here = section(path)
    tail = f"?{state}" if state else ""
    return tuple(Way(href=f"{href}{tail}", label=label, current=href == here) for href, label in SCREENS)


def section(path: str) -> str:
    """The screen of the navigation to which a path belongs; an event is part of the overview."""
    first = "/" + path.strip("/").partition("/")[0]
    if first == "/events":
        return "/disagreements" if path.endswith("/matrix") else "/"
    return first
