"""Records of one incident, a field a line ("Date: … / Location: … / Killed: …"): a row of a table, set upright."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.frame import Passage, Tally
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.columns import TALLIES, TELLING, column_kind
from dateline.parse.tables import Tabled, blank, numbered, outside_of, read_spans

_FIELD = re.compile(
    r"^[ \t>*•\-–]*(?:\*\*|__)?(?P<name>[A-Za-z#][A-Za-z./() _\-]{0,34}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(?P<value>[^\n]*)",
    re.MULTILINE,
)
_OF_PUBLISHERS = re.compile(
    r"(?:title|headline|subject|subj|published|author|by|byline|url|publisher|publication|from|to)", re.IGNORECASE
)
"""What heads a text that somebody publishes: then the lines are its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a record: what it says (None: nobody has foreseen it), its heading and its value, which may be empty."""

    kind: str | None
    line: tuple[int, int]
    heading: tuple[int, int]
    value: tuple[int, int]


def find_records(report: Report) -> Tabled:
    """The records: three lines or more together, of which one says what happened and one when or where."""
    passages: list[Passage] = []
    walls: list[Span] = []
    places: list[Span] = []
    for run in _runs(report.text):
        passage = _passage(report, run)
        passages.append(passage)
        places.extend(span for kind in ("place", "area") for span in _values(report, run, kind))
        told = [(span.start, span.end) for span in read_spans(passage)]
        walls.extend(outside_of(report, (run[0].line[0], run[-1].line[1]), told))
    return Tabled(passages=tuple(passages), walls=tuple(walls), places=tuple(places))


def _runs(text: str) -> Iterator[list[Entry]]:
    """Lines that stand together, cut where a field comes again."""
    run: list[Entry] = []
    for match in _FIELD.finditer(text):
        kind = None if _OF_PUBLISHERS.fullmatch(match["name"]) else column_kind(match["name"])
        entry = Entry(
            kind=kind, line=match.span(), heading=match.span("name"), value=_trimmed(text, *match.span("value"))
        )
        apart = bool(run) and text[run[-1].line[1] : match.start()].strip(" \t\r") != "\n"
        again = kind in ("date", "place", "event") and any(one.kind == kind for one in run)
        if run and (apart or again):
            yield from _record(run)
            run = []
        run.append(entry)
    yield from _record(run)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, start + len(words.rstrip()))


def _record(run: list[Entry]) -> Iterator[list[Entry]]:
    kinds = [one.kind for one in run if one.kind]
    published = any(one.kind is None for one in run)
    what = "event" in kinds or "type" in kinds
    counted = bool(set(TALLIES) & set(kinds))
    if len(run) > 2 and not published and (what or counted) and {"date", "place", "area"} & set(kinds):
        yield run


def _passage(report: Report, run: list[Entry]) -> Passage:
    source = next(iter(_values(report, run, "source")), None)
    cue = next((report.span(*one.heading) for one in run if one.kind == "source"), None)
    setting = [span for kind in ("date", "place", "area", "clock") for span in _values(report, run, kind)]
    return Passage(
        contents=next((found for kind in TELLING if (found := _values(report, run, kind))), ()),
        setting=tuple(setting),
        source=source,
        cue=cue if source else None,
        agent=next(iter(_values(report, run, "agent")), None),
        tallies=tuple(_tallies(report, run)),
    )


def _values(report: Report, run: list[Entry], kind: str) -> tuple[Span, ...]:
    found = (one.value for one in run if one.kind == kind)
    return tuple(report.span(a, b) for a, b in found if a < b and not blank(report.text[a:b]))


def _tallies(report: Report, run: list[Entry]) -> Iterator[Tally]:
    for one in run:
        for number in numbered(report, one.value) if one.kind in TALLIES else ():
            yield Tally(act=one.kind or "", heading=report.span(*one.heading), number=number)
