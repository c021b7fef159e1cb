"""Signs of a publisher in the lines around a text: an account, "Source: …", "© 2022 …", "(AFP)" at its end.

They are read as they stand; whether a name is that of an outlet or a body is for those to say who know such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.bare_datelines import WIRES
from dateline.parse.publisher_names import CREDIT_NAME
from dateline.parse.signing import signed

Zone = Literal["start", "top", "head", "opening", "lines", "tail", "end"]
_ZONE = 400
"""Code points at the beginning and at the end of a text in which it says whose it is."""
_TOP = 250
"""Code points in which a text closes its dateline."""
_LINES = 3
"""Lines at its head that may be nothing but an outlet's name."""
_NAMED = rf"(?i:the[ \t]+)?(?P<name>{CREDIT_NAME})"
_YEARS = r"(?:(?:19|20)\d\d(?:[ \t]?[-–][ \t]?\d{2,4})?,?[ \t]+)?"
_BRACKETED = r"(?P<name>[A-ZÀ-Þ][\w .&'’-]{1,30}?)"
_AT_END = r"[.!?”\"’]\s{0,6}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """How a kind of sign is written, and where it stands: at the very start or end, somewhere in the head or the tail, or as one
    of the first lines.
    """

    kind: str
    zone: Zone
    pattern: re.Pattern[str]


def _credit(kind: str, zone: Zone, pattern: str) -> Credit:
    return Credit(kind=kind, zone=zone, pattern=re.compile(pattern, re.MULTILINE))


RIGHTS = _credit(
    "rights", "tail", rf"(?i:copyright|©|\(c\))[ \t]*(?:©|\((?i:c)\))?[ \t]*{_YEARS}(?i:by[ \t]+)?{_NAMED}"
)
CREDITS = (
    _credit("account", "start", rf"\s*{_NAMED}[ \t]+\(?@\w{{2,40}}\)?[ \t]*(?:[·|•—–-]|\n)"),
    _credit(
        "greeting",
        "head",
        r"(?i:\b(?:this is|here (?:is|are)|you(?:['’]re| are) (?:listening to|watching|tuned to)|welcome to|good (?:morning|afternoon|evening) from))"
        r"[ \t]+(?:(?i:the|your|our)[ \t]+)?(?:(?:[a-z'’-]+[ \t]+){0,4}(?i:news|bulletin|headlines|programme|report)[ \t]+(?:from|on|of)[ \t]+)?"
        rf"{_NAMED}",
    ),
    _credit("published_by", "lines", rf"[ \t]*(?i:published|posted|issued|reported)[ \t]+by[ \t]+{_NAMED}\b.*"),
    _credit("lone_line", "lines", rf"[ \t]*(?:(?i:by|from)[ \t]+)?{_NAMED}(?:,[ \t]{CREDIT_NAME})?[ \t]*:?[ \t\r]*"),
    _credit(
        "source_line",
        "tail",
        r"^[ \t(*]*(?i:sources?|courtesy(?: of)?|originally published by|(?:this (?:story|article) )?first appeared in)[ \t]*:?[ \t]+"
        rf"{_NAMED}[ \t)*]*[ \t.]*(?=[|\n/]|\s*\Z)",
    ),
    RIGHTS,
    _credit(
        "closing_letters",
        "end",
        rf"{_AT_END}\((?P<name>[A-Z][A-Z .&'’-]{{1,30}}?)(?:[ \t]?[/,][ \t]?[^()\n]{{2,30}})?\)\s*\Z",
    ),
    _credit("closing_letters", "end", rf"{_AT_END}\({_BRACKETED}[ \t]?[/,][ \t]?{WIRES}\)\s*\Z"),
    _credit("closing", "end", rf"{_AT_END}\({_BRACKETED}(?:[ \t]?[/,][ \t]?[^()\n]{{2,30}})?\)\s*\Z"),
    _credit("closing", "end", rf"{_AT_END}(?:--|[—–-])[ \t]*(?P<name>[A-ZÀ-Þ][\w .&'’-]{{1,30}})\s*\Z"),
    _credit(
        "said_today",
        "opening",
        rf"\([^()\n]{{2,60}}\)\s*(?:--?|–|—)[^\n]*?\b{_NAMED}\s+said\b[^.\n]{{0,60}}\btoday\b",
    ),
    _credit("bracket", "top", r"\((?P<name>[A-Z][\w .&'’-]{1,40})(?:, [^()\n]{1,30})?\)\s*(?:--?|–|—)"),
)
"""All credits that are read."""


def with_credits(report: Report, frame: Frame) -> Frame:
    """The frame with the signs of the lines around the text."""
    day = frame.date
    for credit in CREDITS:
        for name in _names(report, credit):
            if day is None or credit.kind != "bracket" or day.start != name.start:
                frame = signed(frame, credit.kind, name)
    return frame


def owner(report: Report) -> Span | None:
    """Who has the rights in the report by its first lines."""
    match = RIGHTS.pattern.search(report.text, 0, _ZONE + 200)
    return _name(report, match) if match else None


def _names(report: Report, credit: Credit) -> Iterator[Span]:
    """The names that one kind of credit gives; sources of several items are nobody's credit for the whole."""
    found = list(_found(report.text, credit))
    if credit.kind == "source_line" and len(credit.pattern.findall(report.text)) > 1:
        return
    yield from (_name(report, match) for match in found)


def _found(text: str, credit: Credit) -> Iterator[re.Match[str]]:
    tail = max(0, len(text) - _ZONE)
    if credit.zone == "lines":
        yield from _in_lines(text, credit)
    elif credit.zone == "tail":
        yield from credit.pattern.finditer(text, tail)
    else:
        at, end = {"top": (0, _TOP), "end": (tail, len(text)), "opening": (0, 3 * _ZONE)}.get(credit.zone, (0, _ZONE))
        match = credit.pattern.match(text) if credit.zone == "start" else credit.pattern.search(text, at, end)
        yield from [match] if match else []


def _in_lines(text: str, credit: Credit) -> Iterator[re.Match[str]]:
    first = len(text) - len(text.lstrip())
    lines = re.finditer(r"[^\n]*(?:\n|\Z)", text[first : first + 4 * _ZONE])
    for line, _ in zip(lines, range(_LINES), strict=False):
        match = credit.pattern.fullmatch(
            text, first + line.start(), first + line.start() + len(line.group().rstrip("\n"))
        )
        yield from [match] if match else []


def _name(report: Report, match: re.Match[str]) -> Span:
    """The name of a match, without the ending of an owner."""
    owned = match["name"].endswith(("'s", "’s"))
    return report.span(match.start("name"), match.end("name") - 2 * owned)
