"""Casualties as logs write them: "2x KIA", "3 x CIV WIA", "KIA: 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.frame import Tally
from dateline.model.span import Span
from dateline.model.text import Report

_ACTS = {"KIA": "kill", "WIA": "wound", "DOW": "kill"}
_BEFORE = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,3})[ ]?x?[ ]?(?P<heading>(?:[A-Z][A-Za-z/-]{1,11}[ ]){0,2}[EF]?(?P<kind>KIA|WIA|DOW)\b)"
)
_AFTER = re.compile(
    r"(?P<heading>(?:\b[A-Z][A-Za-z/-]{1,11}[ ])?\b[EF]?(?P<kind>KIA|WIA|DOW))[ ]?[:=x-][ ]?(?P<number>\d{1,3})(?!\w|[/.]\d)"
)
SHORT = re.compile(r"\b[EF]?(?:KIA|WIA)\b")


def short_tallies(report: Report, told: Span) -> tuple[Tally, ...]:
    """The numbers of dead and wounded in a stretch of a log, in text order."""
    return tuple(sorted(_found(report, told), key=lambda tally: tally.number.start))


def _found(report: Report, told: Span) -> Iterator[Tally]:
    taken: list[tuple[int, int]] = []
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(report.text, told.start, told.end):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield Tally(
                    act=_ACTS[match["kind"]],
                    heading=report.span(match.start("heading"), match.end("heading")),
                    number=report.span(match.start("number"), match.end("number")),
                )
