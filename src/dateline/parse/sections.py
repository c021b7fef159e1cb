"""Headings → what stands below them: items of a list and paragraphs are told of the place, the day or the voice above them.

A heading stays content, so that nothing it tells is lost. It is a line of its own that is set off by a mark (Markdown,
bold, capitals, a number, a colon), or that is nothing but a name or a day between an empty line and what it heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model.frame import Frame, Passage
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.dates import DATE, NAME
from dateline.parse.legible import mostly_capitals

_LONGEST = 90
PLAIN = 30
"""The rank of a heading that nothing but its place or a colon sets off."""
_MARKS = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+|[>*•▪■◼🔹🔸🔻📍🗺️]{1,3}[ \t]*(?=\S))?(?:\*\*|__)?(?:(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,2}[.)]|[IVX]{1,4}[.)])[ \t]+)?(?:\*\*|__)?"
)
_NUMBER = re.compile(r"[ \t]*(?:\*\*|__)?(?:(?P<number>\d{1,2}(?:\.\d{1,2})+)[.)]?|(?:\d{1,2}|[IVX]{1,4})[.)])[ \t]")
_STRONG = re.compile(r"[ \t]*(?:\*\*|__)[^*\n]+(?:\*\*|__):?[ \t\r]*")
_MARKDOWN = re.compile(r"[ \t]*(?P<signs>#{1,6})[ \t]+\S")
_SMALL = r"(?:region|oblast|province|district|governorate|state|county|direction|axis|front|sector|area|raion|department|and|of|the|in|de|du|des|la|el|al)"
_NAMES = re.compile(
    rf"[A-ZÀ-Þ][\w'’.\-/]*(?:[ \t](?:[A-ZÀ-Þ][\w'’.\-/]*|{_SMALL})){{0,6}}(?:[ \t]*\([^()\n]{{2,40}}\))?(?:,[ \t][A-ZÀ-Þ][\w'’\-]*)?"
)
_DAY = re.compile(rf"(?:on[ \t]+)?{DATE}", re.IGNORECASE)
_SAYING = r"(?:statements?|claims?|reports?|communiqu[eé]s?|announcements?|version|account|messages?|posts?|briefings?|updates?|says|said|claims)"
_VOICES = (
    re.compile(
        rf"(?i:(?P<cue>{_SAYING})[ \t]+(?:made[ \t]+|issued[ \t]+)?(?:by|of|from)[ \t]+(?:the[ \t]+)?)(?P<source>{NAME}(?:[ \t](?:and|of|for)[ \t]{NAME})?)"
    ),
    re.compile(rf"(?i:(?P<cue>according[ \t]to)[ \t]+(?:the[ \t]+)?)(?P<source>{NAME})"),
    re.compile(rf"(?:[Tt]he[ \t]+)?(?P<source>{NAME}?)(?:['’]s?)?[ \t]+(?P<cue>(?i:{_SAYING}))"),
)
_OWN = re.compile(
    r"(?i)\b(?:our|this|daily|weekly|monthly|situation|security|incident|flash|progress|field|latest|other|key|news|live|recent)\b"
)
"""What is reported then, not who reports: "Security updates"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that heads others: how strongly it is set off (1 is strongest), its words, and who speaks by it."""

    rank: int
    line: Span
    words: Span
    source: Span | None = None
    cue: Span | None = None


def with_sections(report: Report, frame: Frame) -> Frame:
    """The frame with a passage for what stands below every heading, and the scene of its headings behind that of every row."""
    headings = _without_day_of_issue(report, list(_headings(report, frame)))
    if not headings:
        return frame
    passages: list[Passage] = []
    rows = sorted((one for one in frame.passages if _parts(one)), key=lambda one: _parts(one)[0].start)
    at = 0
    above: list[Heading] = []
    ends = [heading.line.start for heading in headings[1:]] + [len(report.text)]
    for heading, end in zip(headings, ends, strict=True):
        above = [*(one for one in above if one.rank < heading.rank), heading]
        scene, voice = _scene(above)
        inside: list[Passage] = []
        while at < len(rows) and _parts(rows[at])[0].start < end:
            if _parts(rows[at])[0].start >= heading.line.end:
                rows[at] = _told_under(rows[at], scene, voice)
                inside.append(rows[at])
            at += 1
        contents = tuple(_between(report, (heading.line.end, end), inside))
        if contents:
            source, cue = (voice.source, voice.cue) if voice else (None, None)
            passages.append(Passage(contents=contents, setting=scene, source=source, cue=cue, section=True))
    silent = tuple(one for one in frame.passages if not _parts(one))
    places = {heading.words for heading in headings if heading.source is None and _NAMES.fullmatch(heading.words.quote)}
    return replace(
        frame, passages=(*rows, *silent, *passages), label_places=tuple(sorted({*frame.label_places, *places}))
    )


def _without_day_of_issue(report: Report, headings: list[Heading]) -> list[Heading]:
    """The headings without a day alone under the title: it tells when the text came out, not when things happened."""
    days = [one for one in headings if _DAY.fullmatch(one.words.quote)]
    if len(days) != 1 or days[0].rank != PLAIN:
        return headings
    above, below = report.text[: days[0].line.start], report.text[days[0].line.end :]
    issued = below.startswith(("\n\n", "\r\n\r\n")) and all(len(line) <= _LONGEST for line in above.splitlines())
    return [one for one in headings if one is not days[0]] if issued else headings


def _parts(passage: Passage) -> list[Span]:
    return sorted((*passage.contents, *(tally.number for tally in passage.tallies)))


def _scene(above: list[Heading]) -> tuple[tuple[Span, ...], Heading | None]:
    """The headings that may say where or when, the nearest first, and the nearest that says whose word it is."""
    scene = tuple(one.words for one in reversed(above) if one.source is None)
    return scene, next((one for one in reversed(above) if one.source is not None), None)


def _told_under(row: Passage, scene: tuple[Span, ...], voice: Heading | None) -> Passage:
    row = replace(row, setting=(*row.setting, *scene))
    return replace(row, source=voice.source, cue=voice.cue) if voice and row.source is None else row


def _between(report: Report, stretch: tuple[int, int], inside: list[Passage]) -> Iterator[Span]:
    """What is left of the lines below a heading when the rows of tables and the like are taken out."""
    at = stretch[0]
    taken = sorted(part for passage in inside for part in _parts(passage))
    for start, end in (*((part.start, part.end) for part in taken), (stretch[1], stretch[1])):
        span = report.trimmed(at, max(at, start))
        if span is not None:
            yield span
        at = max(at, end)


def _headings(report: Report, frame: Frame) -> Iterator[Heading]:
    """The headings in text order; the title of the whole, and lines of the head, are none."""
    lines = [match.span() for match in re.finditer(r"[^\n\u2028]+", report.text) if not match.group().isspace()]
    outside = [
        (span.start, span.end) for span in (*frame.headers, *frame.slugs, *frame.labels, *frame.captions, *frame.unread)
    ]
    told = [(part.start, part.end) for passage in frame.passages for part in (*_parts(passage), *passage.setting)]
    taken = bytearray(len(report.text))
    for start, end in (*outside, *told):
        taken[start:end] = b"\x01" * (end - start)
    walled = bytearray(len(report.text))
    for wall in frame.furniture:
        walled[wall.start : wall.end] = b"\x01" * (wall.end - wall.start)
    shouted = mostly_capitals(report.text)
    for n, (start, end) in enumerate(lines):
        if n == 0 or n + 1 == len(lines) or end - start > _LONGEST or any(taken[start:end]):
            continue
        apart = "\n" in report.text[lines[n - 1][1] + 1 : start]
        heading = _heading(report, (start, end), apart=apart)
        capitals = shouted and heading is not None and heading.words.quote.isupper()
        if heading is not None and not capitals and not any(walled[heading.words.start : heading.words.end]):
            yield heading


def _heading(report: Report, line: tuple[int, int], *, apart: bool) -> Heading | None:
    text = report.text[line[0] : line[1]]
    marks = _MARKS.match(text)
    inner = text[marks.end() if marks else 0 :].rstrip(" \t\r*_")
    inner = inner.rstrip(": \t*_")
    start = line[0] + (marks.end() if marks else 0)
    whole, words = report.trimmed(*line), report.trimmed(start, start + len(inner))
    if whole is None or words is None or words.quote[-1] in ".!?”\"’'," or words.quote[0] in "“\"‘'":
        return None
    source, cue = _voice(report, words)
    named = source is not None or _NAMES.fullmatch(inner) is not None or _DAY.fullmatch(inner) is not None
    rank = _rank(text, inner, named=named, apart=apart)
    if rank is None:
        return None
    return Heading(rank=rank, line=whole, words=words, source=source, cue=cue)


def _rank(text: str, inner: str, *, named: bool, apart: bool) -> int | None:
    """How strongly a line is set off; None where it is no heading."""
    markdown = _MARKDOWN.match(text)
    if markdown is not None:
        return len(markdown["signs"])
    number = _NUMBER.match(text)
    if number is not None:
        return 20 + (number["number"] or "").count(".") if named and apart else None
    if _STRONG.fullmatch(text) is not None:
        return 10
    if inner.isupper() and sum(map(str.isalpha, inner)) > 3:
        return 10 if apart else None
    if text.rstrip(" \t\r*_").endswith(":") and (apart or named):
        return PLAIN if len(inner.split()) < 9 else None
    return PLAIN if named and apart else None


def _voice(report: Report, words: Span) -> tuple[Span | None, Span | None]:
    for pattern in _VOICES:
        match = pattern.fullmatch(words.quote)
        if match is not None and not _OWN.search(match["source"]):
            source, cue = match.span("source"), match.span("cue")
            owner = words.start + source[0] + len(re.sub(r"['’]s?$", "", match["source"]))
            return report.span(words.start + source[0], owner), report.span(words.start + cue[0], words.start + cue[1])
    return None, None
