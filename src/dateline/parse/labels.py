"""The words before lines of a list, which say where, when or on what they are; entries of logs; posts passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.model.frame import Frame, Passage
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.dates import DATE, NAME
from dateline.parse.furniture import OPENING
from dateline.parse.tallies import SHORT, short_tallies

_LINE = rf"(?m)^[ \t]*(?:(?:{OPENING}|[\-–])[ \t]*)*"
_ITEM = rf"(?m)^[ \t]*(?:(?:{OPENING}|[\-–](?=[ \t]))[ \t]*)+"
_OPENS = r"[ \t]+(?=[\"“A-Z\d])"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d[ ]?(?:[A-Z]\b|hrs?\b|hours\b)"
_GROUP = r"\d{6}[ ]?[A-Z][ ]?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[ ]?\d{2,4}"
_LISTED = re.compile(
    rf"{_LINE}(?P<label>(?:{DATE}(?:,?[ \t]+{_CLOCK})?(?:,?[ \t]+(?P<place>{NAME}))?(?:,[ \t]+{NAME})?[ \t]*:[ \t]+(?=\S)|\d{{1,2}}[:.]\d{{2}}[ \t]*(?:[-–—:]){_OPENS}))"
)
"""A day, perhaps with a place, before a line of a list; a clock time before an entry of a live blog."""
_HOUR = r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d)"
_ZONE = r"[ ]?(?:hrs?\b|hours\b|[ap]\.?m\b\.?|[A-Z]\b|UTC\b|GMT\b|local(?:[ ]time)?\b)"
_SINCE = r"(?i:(?:approx\.?|approximately|around|about|at|by|c\.|ca\.|circa|from|(?:just|shortly)[ ](?:after|before))[ ]*|~[ ]?)"
_HOURS = (
    rf"{_SINCE}?(?:{_HOUR}(?:{_ZONE})?(?:[ ]?(?:[-–]|to)[ ]?{_HOUR}(?:{_ZONE})?)?|\d{{1,2}}[ ]?(?i:[ap]\.?m\b\.?|hrs\b)"
    r"|(?:(?:Early|Late)[ ])?(?i:morning|midday|noon|afternoon|evening|dusk|(?:over|mid)?night|dawn)(?=[ \t]*[:–—-]))"
)
"""An hour of a chronology: "0615", "Approx. 05:00", "c. 1500 hrs", "1400-1530", "10 a.m.", "Evening:"."""
_ENTRY = re.compile(
    rf"{_LINE}(?P<label>(?:(?:(?:DTG|Dtg|Date|DATE)[ \t]*:[ \t]*)?(?:{_GROUP}|{DATE},?[ \t]+(?:at[ \t]+)?{_CLOCK}|{_CLOCK})|(?P<hours>{_HOURS}))"
    rf"[ \t]*(?:[:–—]|-(?=[ \t])|\.(?=[ \t])|(?=\n)|(?:(?<=[ap]\.m\.)|(?<=[ap]m))(?=[ \t]+[A-Z]))[ \t]*)"
)
"""The time of an entry of a log: a date-time group, or an hour; what follows up to the next one happened then."""
_DAY_LINE = re.compile(rf"(?m)^[ \t#*_]*(?:on[ \t]+)?{DATE}(?:[ \t]*\([^()\n]{{1,20}}\))?[ \t:*_\r]*$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TOPIC = re.compile(
    rf"{_LINE}(?P<label>(?:Access|Displacement|Protection|Health|Food(?: security)?|Shelter|Security|Casualties|Background"
    rf"|Context|Response|Needs|Situation|Overview|Highlights|Key (?:points|developments|messages)|Developments"
    rf"|Humanitarian|Summary|Outlook|Analysis|Note|Incidents?|Impact|Education|Logistics|Funding):{_OPENS})"
)
"""Headings of situation reports (OCHA's and its partners' own)."""
_LOGGED = re.compile(
    rf"{_LINE}(?P<label>(?:Type(?: of (?:event|incident))?|Event type|Event|Incident|Narrative|Details|Description|Remarks?|Comments?|BDA|Result|Casualties"
    rf"|Unit|Grid|MGRS|Status|Action(?: taken)?|Assessment|Update ?\d*|UPDATE ?\d*|UPD ?\d*):[ \t]+(?=\S))"
)
"""Headings within the entries of a log."""
_LATER = re.compile(r"(?<=.)\b(?:UPDATE|Update|UPD|medevac|MEDEVAC|evacuated)\b", re.DOTALL)
_OPENING = 240
"""So much of an entry says where it happened; updates and evacuations name other places."""
_CLOSED = re.compile(
    r"(?i)\b(?:event|incident) (?:closed|cancelled|ongoing)\b(?:[ \t]*(?:at|@)?[ \t]*\d{4,6}[ ]?[A-Z]?(?:[ ]?[A-Z]{3}[ ]?\d{2,4})?)?\.?|\bNFI\b\.?|\bNFTR\b\.?"
)
"""What closes an entry: it tells nothing of the world."""
_NAMED = re.compile(rf"{_LINE}(?P<label>(?P<place>{NAME})(?:[ \t]*\([^()\n]{{2,40}}\))?:{_OPENS})")
_AREA = (
    r"(?:region|oblast|province|district|governorate|state|county|city|town|township|municipality|department|prefecture|sector|axis|front"
    r"|direction|area|village|camp|island|valley|division|zone|territory|raion|wilaya|canton|republic|Strip|Bank)"
)
_HEADED = re.compile(
    rf"{_ITEM}(?P<label>#?(?P<place>{NAME})(?:,[ \t]+{NAME})?(?:[ \t]*\([^()\n]{{2,40}}\))?[ \t]*(?::|[–—]|-{{1,2}}(?=[ \t]))[ \t]+)(?=[^\s\"“'‘])"
)
"""A name before an item of a list, behind a colon or a dash."""
_TAGGED = re.compile(rf"{_LINE}(?P<label>[#＃](?P<place>[^\W\d_]\w+)[ \t]*[:|–—-][ \t]*)(?=\S)")
_PASSED_ON = re.compile(
    rf"(?m)(?:{_LINE.removeprefix('(?m)')}|(?<=\s)(?=[RMQ]T[ \t]))(?P<label>(?P<cue>RT|MT|Via|via|QT)[ \t]+(?P<source>@\w{{2,30}})[ \t]*:?[ \t]+)(?=\S)"
)
"""A post passed on: at the start of a line, or behind a comment of who passes it on."""
_POST_END = re.compile(
    rf"\n[ \t]*(?:\n|\d{{1,3}}[ \t]?[/)](?:\d{{1,3}})?(?=\s)|(?:{OPENING}[ \t]*)*(?:RT|MT|QT)[ \t]+@)"
)
"""What ends a post passed on: an empty line, the number of the author's next post, another post passed on."""
_SPEAKER = re.compile(
    r"(?i)\b(?:minister|ministry|spokes\w+|president|army|military|police|officials?|sources?|statement|says|said|reports?|general|commander|governor"
    r"|mayor|witness\w*|residents?|forces?|government|journalist|reporter|q|a|interviewer|chairman|secretary|radio|tv|agency|news)\b"
)
_VERBAL = re.compile(
    r"(?:[a-z]+ed|was|were|is|are|has|had|have|will|says?|said|shot|hit|struck|took|held|fell|lost|fires?|claims?|denies)\b|(?:I|We|Our|My)\b"
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """Labels so far: the words, and what may be a place in them; `taken` has a one for every code point that is known."""

    taken: bytearray
    labels: dict[Span, Span | None] = field(default_factory=dict)

    def add(self, report: Report, matches: Iterator[re.Match[str]]) -> None:
        """Take in the labels that overlap nothing that is known."""
        for match in matches:
            label = report.span(match.start("label"), match.end("label"))
            if not any(self.taken[label.start : label.end]):
                self.taken[label.start : label.end] = b"\x01" * (label.end - label.start)
                place = match.groupdict().get("place")
                self.labels[label] = report.span(match.start("place"), match.end("place")) if place else None


def with_labels(report: Report, frame: Frame) -> tuple[Frame, tuple[Passage, ...]]:
    """The frame with its labels, and the passages that they open.

    A name before a colon is a label in situation reports and in lists of such items; elsewhere it may speak.
    """
    text = report.text
    taken = bytearray(len(text))
    for span in frame.outside:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    found = Found(taken=taken)
    entries = _entered(text)
    logged = len(entries) > 1
    tagged = (_TAGGED, _PASSED_ON) if "#" in text or "@" in text else ()
    for pattern in (*((_ENTRY, _LOGGED) if logged else ()), _LISTED, _TOPIC, *tagged):
        found.add(report, pattern.finditer(text))
    if frame.kind == "situation_report":
        found.add(report, _NAMED.finditer(text))
    found.add(report, _headed(text))
    passed = [match for match in _PASSED_ON.finditer(text) if _kept(report, match, found)] if tagged else []
    told = _entries(report, entries) if logged else _terse(report)
    passages = (*_passed_on(report, passed), *told)
    closed = tuple(report.span(*m.span()) for m in _CLOSED.finditer(text)) if logged else ()
    return _labelled(frame, found, closed, logged=logged), passages


def _entered(text: str) -> list[re.Match[str]]:
    """The times of entries; four digits that may be a year are an hour only beside some that are none."""
    found = list(_ENTRY.finditer(text))
    years = all(match["hours"] and _YEAR.fullmatch(match["hours"]) for match in found)
    return [] if years else found


def _labelled(frame: Frame, found: Found, closed: tuple[Span, ...], *, logged: bool) -> Frame:
    places = (*frame.label_places, *(place for place in found.labels.values() if place is not None))
    return replace(
        frame,
        labels=tuple(sorted(found.labels)),
        label_places=tuple(sorted(places)),
        furniture=tuple(sorted((*frame.furniture, *closed))),
        kind="situation_report" if logged and frame.kind == "wire_dispatch" else frame.kind,
    )


def _kept(report: Report, match: re.Match[str], found: Found) -> bool:
    return report.span(match.start("label"), match.end("label")) in found.labels


def _headed(text: str) -> Iterator[re.Match[str]]:
    """The names before items of a list, where two items have one, or the name says that it is one of a region."""
    matches = [match for match in _HEADED.finditer(text) if _heads(text, match)]
    for match in matches:
        if len(matches) > 1 or re.search(rf"\b{_AREA}$", match["place"]):
            yield match


def _heads(text: str, match: re.Match[str]) -> bool:
    """Whether the words head the item: nobody who speaks, and no subject of the verb that follows."""
    flash = re.fullmatch(OPENING, match["label"].rstrip()) is not None
    return not flash and not _SPEAKER.search(match["label"]) and not _VERBAL.match(text, match.end())


def _passed_on(report: Report, matches: list[re.Match[str]]) -> Iterator[Passage]:
    """A post that somebody else wrote: up to the end of its paragraph, or to the next numbered post of a thread."""
    for match in matches:
        end = _POST_END.search(report.text, match.end())
        told = report.trimmed(match.end(), end.start() if end else len(report.text))
        if told is not None:
            yield Passage(
                contents=(told,),
                source=report.span(match.start("source"), match.end("source")),
                cue=report.span(match.start("cue"), match.end("cue")),
            )


def _terse(report: Report) -> Iterator[Passage]:
    """Lines of a text without entries that count in shorthand; one that does so tells of one incident."""
    for line in re.finditer(r"[^\n]+", report.text) if SHORT.search(report.text) else ():
        told = report.trimmed(*line.span())
        tallies = short_tallies(report, told) if told and SHORT.search(told.quote) else ()
        if told is not None and tallies:
            yield Passage(
                contents=(told,),
                setting=(report.span(told.start, min(told.end, told.start + _OPENING)),),
                tallies=tallies,
            )


def _entries(report: Report, matches: list[re.Match[str]]) -> Iterator[Passage]:
    """The entries of a log up to the next one or the next day: each is told of its own time, and of the place that it names first."""
    ends = [match.start("label") for match in matches[1:]] + [len(report.text)]
    for match, end in zip(matches, ends, strict=True):
        day = _DAY_LINE.search(report.text, match.end("label"), end)
        told = report.trimmed(match.end("label"), day.start() if day else end)
        if told is None:
            continue
        size = _LATER.search(told.quote[:_OPENING])
        first = report.span(told.start, told.start + (size.start() if size else min(len(told.quote), _OPENING)))
        label = report.span(match.start("label"), match.end("label"))
        yield Passage(contents=(told,), setting=(label, first), tallies=short_tallies(report, told))
