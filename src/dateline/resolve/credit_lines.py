"""Who puts a report out by the lines around its text: "Source: …", "© 2022 …", "(AFP)" at its end, an outlet's name alone above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_WORD = r"(?:[A-ZÀ-Þ][\w'’&-]*(?:\.[a-z]{2,4}\b)?)"
_NAME = rf"{_WORD}(?:[ \t](?:(?:of|the|and|for|de|du|la|al|el)[ \t]){{0,2}}{_WORD}){{0,5}}"
_END = r"[ \t.]*(?=[|\n/]|\s*\Z)"
_SOURCE = re.compile(
    rf"^[ \t(*]*(?i:sources?|courtesy(?: of)?|originally published by|(?:this (?:story|article) )?first appeared in)[ \t]*:?[ \t]+(?P<name>{_NAME})[ \t)*]*{_END}",
    re.MULTILINE,
)
_RIGHTS = re.compile(
    rf"(?i:copyright|©|\(c\))[ \t]*(?:©|\((?i:c)\))?[ \t]*(?:(?:19|20)\d\d(?:[ \t]?[-–][ \t]?\d{{2,4}})?,?[ \t]+)?(?i:by[ \t]+)?(?P<name>{_NAME})"
)
_CLOSING = re.compile(
    r"[.!?”\"’]\s{0,6}(?:\((?P<name>[A-ZÀ-Þ][\w .&'’-]{1,30}?)(?:[ \t]?[/,][ \t]?(?P<with>[^()\n]{2,30}))?\)|(?:--|[—–-])[ \t]*(?P<dashed>[A-ZÀ-Þ][\w .&'’-]{1,30}))\s*\Z"
)
_POSTED = re.compile(rf"\s*(?P<name>{_NAME})[ \t]+\(?@\w{{2,40}}\)?[ \t]*(?:[·|•—–-]|\n)")
"""The head of a post: the name of the account and its handle."""
_GREETING = re.compile(
    r"(?i:\b(?:this is|here (?:is|are)|you(?:['’]re| are) (?:listening to|watching|tuned to)|welcome to|good (?:morning|afternoon|evening) from))"
    r"[ \t]+(?:(?i:the|your|our)[ \t]+)?(?:(?:[a-z'’-]+[ \t]+){0,4}(?i:news|bulletin|headlines|programme|report)[ \t]+(?:from|on|of)[ \t]+(?:the[ \t]+)?)?"
    rf"(?P<name>{_NAME})"
)
"""How a bulletin that is read aloud says whose it is: "this is the evening news from Valley Radio"."""
_STATION = re.compile(r"\b(?i:radio|fm|tv|television|channel|voice|news|broadcasting|station|network|service)\b")
"""Words in the names of stations."""
_LONE = re.compile(rf"[ \t]*(?:(?i:by|from)[ \t]+)?(?P<name>{_NAME})(?:,[ \t]{_NAME})?[ \t]*:?[ \t\r]*")
_PUBLISHED = re.compile(rf"[ \t]*(?i:published|posted|issued|reported)[ \t]+by[ \t]+(?P<name>{_NAME})\b")
_NOBODY = re.compile(
    r"(?i)(?:news )?agenc(?:y|ies)|(?:own|wire|web|internet) .*|(?:more|photo|file|end|ends|all rights).*|reports?|staff.*"
)
_TAIL = 400
"""Code points at the end of a text in which it says whose it is."""
_LINES = 3
"""Lines at its head that may be nothing but an outlet's name."""


def credited(text: str, known: Callable[[str], bool]) -> str | None:
    """The name of who put the text out; `known` says whether a name is that of a registered outlet or body."""
    found = (name for name in _names(text, known) if not _NOBODY.fullmatch(name))
    return next(found, None)


def _names(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The names in the order in which they count."""
    posted = _POSTED.match(text)
    if posted is not None:
        yield posted["name"]
    greeting = _GREETING.search(text[:_TAIL])
    if greeting is not None and _STATION.search(greeting["name"]):
        yield greeting["name"]
    for line in text.lstrip().split("\n")[:_LINES]:
        lone = _PUBLISHED.match(line) or _LONE.fullmatch(line)
        if lone is not None and (lone.re is _PUBLISHED or known(lone["name"])):
            yield lone["name"]
    tail = text[-_TAIL:] if len(text) > _TAIL else text
    sources = list(_SOURCE.finditer(text))
    if len(sources) == 1 and sources[0].start() >= len(text) - _TAIL:
        yield from (name for name in [sources[0]["name"]] if " " in name or known(name))
    yield from (match["name"] for match in _RIGHTS.finditer(tail))
    yield from _closing(tail, known)


def _closing(tail: str, known: Callable[[str], bool]) -> Iterator[str]:
    """Whose the text is by the brackets or the dash at its end: "(AFP)", "(Lake Herald/AFP)", "-- Reuters"."""
    closing = _CLOSING.search(tail)
    if closing is None:
        return
    name, beside = closing["name"] or closing["dashed"], closing["with"]
    short = closing["name"] is not None and name.isupper()
    if known(name) or short or (beside is not None and known(beside)):
        yield name
