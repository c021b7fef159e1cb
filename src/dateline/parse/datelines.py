"""Heads in any order – "OUTLET – Place – 6 May 2024 –", "6 May 2024 | Outlet |" – and the headings of numbered reports.

A head is a run of names around one full date, held together by dashes, bars, slashes or commas, and closed before the
first sentence. What holds no year, or more than an outlet, a town and its country, stays content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.dates import DATE
from dateline.parse.publisher_names import DATELINE_NAME, WORD
from dateline.parse.signing import signed
from dateline.reference.headline_verbs import PAST, THIRD
from dateline.reference.outlet_words import (
    ACRONYM,
    DESK,
    FORCE,
    MEDIA,
    NOBODY,
    OFFICES,
    RELEASE,
    carrier,
    is_issuing,
    is_outlet,
)

_NAME = re.compile(DATELINE_NAME)
_DAY = re.compile(rf"(?:(?:as of|issued(?: on)?|dated|published(?: on)?)[ \t]+)?(?P<day>{DATE})", re.IGNORECASE)
_AUTHOR = re.compile(rf"(?:By|BY)[ \t]+{_NAME.pattern}(?=,)")
FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STAMP = re.compile(r",?[ \t]+(?:at[ \t]+)?\d{1,2}[:.]?\d{2}(?:[ \t]*(?:UTC|GMT)(?:[+-]\d+)?)?(?=[ \t\n.:)–—|-])")
_KINDS = r"(?:situation report|sitrep|flash update|update|bulletin|brief(?:ing)?|report|overview|digest)"
_HEADING = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'’\-]*[ \t]+){{0,4}}?(?i:{_KINDS}[ \t]*(?:#|№|no\.?|nr\.?|number|issue)?[ \t]*#?\d{{1,4}})\b(?![ \t]*[/%])"
)
"""What numbers a report: "Situation report no. 7", "FLASH UPDATE #3"."""
_TITLE = re.compile(
    rf"(?:(?P<whose>{WORD}(?:[ \t]{WORD}){{0,4}}?)[ \t]+)??"
    r"(?i:(?:(?:press|news|media|official|joint|flash|military|war|operational|operations|field|live|security|situation|daily|weekly|morning"
    r"|midday|noon|evening|night)[ \t]+){0,3}(?:communiqu[eé]|statement|release|bulletin|briefing|update|report|sitrep|blog|digest|summary|overview|snapshot|note|alert)"
    r"(?:[ \t]*(?:#|№|no\.?|nr\.?|number)?[ \t]*\d{1,4})?)(?![\w'’])(?!-\w)"
)
"""What a document calls itself, and whose it is where that stands before it: "Hill Radio evening bulletin"."""
_ISSUERS = ("by", "issued by", "from", "of")
_ISSUED = re.compile(r"[ \t]+(?P<sign>(?:issued[ \t]+)?by|from|of)[ \t]+(?:the[ \t]+)?(?=[A-ZÀ-Þ])")
_NEXT_LINE = re.compile(r"[ \t]*(?P<sign>\n)[ \t]*(?=[A-ZÀ-Þ0-9])")
_JOIN = re.compile(r"[ \t]*(?P<sign>--|[–—|/•·,]|-(?=[ \t]))[ \t]*|[ \t]+(?=\()")
_NOTE = r"(?:[ \t]*[(\[](?i:[^()\[\]\n]{0,20}\b(?:translat|excerpt|abridged|summary)[^()\[\]\n]{0,30})[)\]])?"
"""What an editor says of a text that is not printed as it came out: "(translated from French)"."""
_CLOSE = re.compile(_NOTE + r"[ \t]*(?P<sign>--|[–—|:]|-(?=\s)|\.(?=\s)|(?=\n))\s*(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9])")
_BLANK = re.compile(r"[ \t]+")
_SHORT_YEAR = re.compile(r"\d[./-]\d{2}\Z")
_LINE = re.compile(r"[^\n]*\S")
_JOINS = re.compile(r"[ \t](?:--|[–—|-])[ \t]|:[ \t]")
_BRACKET = re.compile(r"\(([^()\n]+)\)")
_BODY = re.compile(rf"{_NAME.pattern}(?:[ \t](?:in|to|on|for)[ \t](?:the[ \t])?{_NAME.pattern})?")
_LONGEST = 160
_DAY_LINE = re.compile(
    r"[ \t*_(\[]*(?:(?:situation|data|information|figures|status|current|valid|correct|updated?|last[ \t]updated?|latest|report)[ \t]+)?"
    r"(?:as[ \t](?:of|at|on)|issued(?:[ \t]on)?|released(?:[ \t]on)?|dated|published(?:[ \t]on)?|updated(?:[ \t]on)?|last[ \t]updated(?:[ \t]on)?)"
    rf"[ \t]*:?[ \t]*(?P<day>{DATE})(?P<rest>[^\n]{{0,40}})",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(
    r"[ \t,]*\(?(?:at[ \t])?(?:\d{1,2}[:.h]?\d{2}(?:[:.]\d{2})?)?[ \t]*(?:[ap]\.?m\.?)?[ \t]*(?:hrs?|hours|UTC|GMT|local(?:[ \t]time)?|LT|Z|[+-]\d{2}:?\d{2}"
    r"|[A-Z]{3,4})?[ \t]*[)\]*_.]*[ \t\r]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a head: a day, a heading or a name, the sign before it, and whether it stands in brackets."""

    kind: str
    start: int
    end: int
    sign: str
    bracketed: bool = False


def dateline_at(report: Report, at: int) -> Frame | None:
    """The agency, place, country and day of a head that starts at `at`, with its words as the only slug."""
    parts: list[Part] = []
    best: Frame | None = None
    for part in _parts(report.text, at):
        parts.append(part)
        close = _CLOSE.match(report.text, parts[-1].end + part.bracketed)
        if close is None or close.end() - at > _LONGEST:
            continue
        found = _read(report, parts, close["sign"])
        if best is not None and best.date and part.kind == "name" and not _adds(best, found, close["sign"]):
            break
        if found is not None:
            best = replace(found, slugs=(report.span(at, close.end()),))
    return best


def _adds(best: Frame, found: Frame | None, close: str) -> bool:
    """Whether one more name behind a whole head is an outlet that it lacked, or the town of one that has an outlet."""
    if found is None:
        return False
    if found.agency is None:
        return False
    short = close not in (":", ".") and ACRONYM.fullmatch(found.agency.quote) is not None
    return (short or MEDIA.search(found.agency.quote) is not None) and (
        best.agency is None or (best.place is None and found.place is not None)
    )


def _parts(text: str, at: int) -> list[Part]:
    """The parts that stand one behind the other from `at`."""
    found: list[Part] = []
    sign = ""
    while len(found) < 8:
        bracketed = text[at : at + 1] == "("
        start = at + bracketed
        kind, match = _part(text, start)
        if match is None or (bracketed and text[match.end() : match.end() + 1] != ")"):
            break
        if kind == "title" and match["whose"]:
            found.append(Part(kind="name", start=start, end=match.end("whose"), sign=sign))
            sign, start = "", match.end("whose") + 1
        first = match.start("day") if kind == "day" else start
        found.append(Part(kind=kind, start=first, end=match.end(), sign=sign, bracketed=bracketed))
        at = match.end() + bracketed
        if kind == "day" and (stamp := _STAMP.match(text, at)):
            at = stamp.end()
            found[-1] = replace(found[-1], end=at - bracketed)
        join = _join(text, at, found)
        bare = _BLANK.match(text, at) if kind == "name" and not join else None
        if bare and _DAY.match(text, bare.end()):
            join = bare
        if join is None:
            break
        sign = (join.groupdict().get("sign") or join.group()).strip()
        at = join.end()
    return found


def _join(text: str, at: int, found: list[Part]) -> re.Match[str] | None:
    """What holds the next part to those before: a sign; behind a title also "by", and the end of the line that says by whom."""
    if found[-1].kind in ("title", "heading") and (issued := _ISSUED.match(text, at)):
        return issued
    if found[-1].sign in _ISSUERS and (below := _NEXT_LINE.match(text, at)):
        return below
    return _JOIN.match(text, at)


def _part(text: str, at: int) -> tuple[str, re.Match[str] | None]:
    for kind, pattern in (
        ("day", _DAY),
        ("heading", _HEADING),
        ("title", _TITLE),
        ("author", _AUTHOR),
        ("name", _NAME),
    ):
        match = pattern.match(text, at)
        if match is not None:
            return kind, match
    return "", None


def _read(report: Report, parts: list[Part], close: str) -> Frame | None:
    """What the parts say; None where they make no head."""
    days = [part for part in parts if part.kind == "day"]
    headings = [part for part in parts if part.kind in ("heading", "title")]
    names = [part for part in parts if part.kind == "name"]
    if len(days) != 1 or len(headings) > 2 or not (names or headings) or len(names) > 3:
        return None
    day = report.span(days[0].start, days[0].end)
    if not FULL_YEAR.search(day.quote) and not _SHORT_YEAR.search(day.quote):
        return None
    outlet = _issuer(report.text, names, titled=bool(headings))
    outlet = outlet or next(
        (one for one, other in pairwise(names) if _short_of(report.text, other, one, spelt=True)), None
    )
    names = [part for part in names if outlet is None or not _short_of(report.text, part, outlet)]
    outlet = _with_country(report.text, outlet, [part for part in parts if part.kind == "name"])
    names = [part for part in names if outlet is None or part.start >= outlet.end or part.end <= outlet.start]
    spoken = close == ":" and parts[0].kind == "day"
    if outlet is None and not headings and (close == "" or spoken):
        return None
    located = names
    if outlet is None and len(located) > 1:
        outlet = _stranger(report.text, located)
        located = [part for part in located if part is not outlet]
    if len(located) > 2:
        return None
    spans = [report.span(part.start, part.end) for part in located]
    frame = Frame(
        place=spans[0] if spans else None,
        country=spans[1] if len(spans) > 1 else None,
        date=day,
    )
    return signed(frame, "dateline", report.span(outlet.start, outlet.end) if outlet else None)


def _issuer(text: str, names: list[Part], *, titled: bool) -> Part | None:
    """Whose a head is: who issued it, a medium, or behind the title of a document also a desk or a force."""
    by = next((part for part in names if part.sign in _ISSUERS), None)
    kinds = (MEDIA, DESK, FORCE) if titled else (MEDIA,)
    told = (part for kind in kinds for part in names if kind.search(text[part.start : part.end]))
    return by or next(told, None)


def _with_country(text: str, outlet: Part | None, names: list[Part]) -> Part | None:
    """An office with the country that a comma joins to its name, where the head names its town elsewhere: "Relief Office, Orania – … – Saro"."""
    at = next((at for at, part in enumerate(names) if part is outlet), len(names))
    land = names[at + 1] if at + 2 < len(names) else None
    joined = land is not None and land.sign == "," and not land.bracketed and names[at + 2].sign != ","
    if outlet is None or land is None or not joined or _short_of(text, land, outlet):
        return outlet
    return replace(outlet, end=land.end)


def _short_of(text: str, part: Part, outlet: Part, *, spelt: bool = False) -> bool:
    """Whether a part is the acronym that stands behind the outlet's name: "Eastern Relief Front, ERF"; `spelt`: its initials."""
    joined = part.bracketed or part.sign == ","
    initials = "".join(word[0] for word in text[outlet.start : outlet.end].split() if word[0].isupper())
    if spelt and initials != text[part.start : part.end]:
        return False
    return joined and 0 < part.start - outlet.end <= 3 and ACRONYM.fullmatch(text[part.start : part.end]) is not None


def _stranger(text: str, names: list[Part]) -> Part | None:
    """Which of names without any word of a medium is the outlet.

    That is a short one in capitals behind, the first of three, or the first of two that no comma or bracket joins.
    """
    last = names[-1]
    if ACRONYM.fullmatch(text[last.start : last.end]):
        return last
    if len(names) == 3 or (names[1].sign != "," and not names[1].bracketed):
        return names[0]
    return None


def issuer_in(report: Report, line: Span) -> Span | None:
    """Whose document a line that names no day says it is: "JTF Operational Update"."""
    match = _TITLE.fullmatch(line.quote)
    name = match["whose"] if match is not None else None
    if name is None or not (is_outlet(name) or is_issuing(name)):
        return None
    return report.span(line.start, line.start + len(name))


def with_body_above(report: Report, frame: Frame) -> Frame:
    """The frame with the desk or force whose name fills the line over a dateline that names none."""
    if frame.agency is not None or frame.headline is not None or not frame.slugs:
        return frame
    lines = [line.span() for line in re.finditer(r"[^\n]*\S[^\n]*", report.text[: frame.slugs[0].start])]
    above = report.trimmed(*lines[-1]) if 0 < len(lines) <= 3 else None
    if above is None or _BODY.fullmatch(above.quote) is None:
        return frame
    credit = _BRACKET.search(frame.slugs[0].quote)
    if credit is not None and NOBODY.fullmatch(credit[1]):
        return signed(frame, "on_top", above)
    if not _heads_a_body(above.quote):
        return frame
    kind = "press_release" if RELEASE.search(frame.slugs[0].quote) else frame.kind
    return signed(replace(frame, headers=(*frame.headers, above), kind=kind), "over_dateline", above)


def _heads_a_body(name: str) -> bool:
    """Whether the noun that carries a name is that of a body: "General Staff of the Army", no "Army Retakes Saro"."""
    if any(word in PAST or word in THIRD for word in name.lower().split()[1:]):
        return False  # a headline in capitals: "Rebels Storm Press Office"
    noun = carrier(name).split()[-1]
    return is_issuing(noun) or noun.lower() in OFFICES


def with_title_line(report: Report, frame: Frame) -> Frame:
    """The frame with a first line that holds the title of a document, whose it is and its day, behind what it is about."""
    if frame.slugs or frame.headers or frame.agency is not None:
        return frame
    line = _LINE.match(report.text, len(report.text) - len(report.text.lstrip()), 600)
    if line is None or len(line.group()) > _LONGEST or line.group()[-1] in ".?!,”":
        return frame
    joins = (join.end() for join in _JOINS.finditer(line.group()))
    titles = (_TITLE.match(report.text, line.start() + at) for at in joins)
    title = next((one for one in titles if one is not None and one["whose"]), None)
    day = re.search(DATE, line.group())
    if title is None or day is None or not FULL_YEAR.search(day.group()):
        return frame
    rest = report.text[title.end() : line.end()].replace(day.group(), "")
    if rest.strip(" \t()[],:|–—-") or not (is_outlet(title["whose"]) or is_issuing(title["whose"])):
        return frame
    whole, start = report.trimmed(*line.span()), line.start() + day.start()
    dated = replace(frame, date=report.span(start, start + len(day.group())), slugs=(whole,) if whole else ())
    return signed(dated, "title", report.span(title.start("whose"), title.end("whose")))


def with_headings(report: Report, frame: Frame) -> Frame:
    """The frame with the line that numbers a report, and the name of the desk that stands above it.

    Both are no content; the heading that goes on with a town and a day is left to `dateline_at`.
    """
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", report.text[:600]))[:3]
    for index, line in enumerate(lines):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        heading = _HEADING.match(report.text, start)
        if heading is None:
            continue
        above = [report.trimmed(*one.span()) for one in lines[:index]]
        desk = next((one for one in above if one is not None and _names_desk(one)), None)
        numbered = _lone(report, heading, line.end())
        headers = tuple(one for one in (desk, numbered) if one is not None)
        return signed(replace(frame, headers=headers), "desk", desk)
    return frame


def _lone(report: Report, heading: re.Match[str], end: int) -> Span | None:
    """The heading where it fills its line, or closes with a colon before the text."""
    if dateline_at(report, heading.start()) is not None:
        return None
    rest = report.text[heading.end() : end].strip()
    if not rest or re.match(r":\s", report.text[heading.end() : end]):
        return report.span(heading.start(), heading.end() + (1 if rest else 0))
    told = rest.endswith((".", "?", "!", ",")) or re.search(
        r"\b(?!of\b|and\b|the\b|to\b|as\b|in\b|on\b|for\b)[a-z]{2,}\b", rest
    )
    return None if told else report.trimmed(heading.start(), end)


def _names_desk(line: Span) -> bool:
    """Whether a line is nothing but the name of a desk, an agency, a mission."""
    return _BODY.fullmatch(line.quote) is not None and DESK.search(line.quote) is not None


def with_day_line(report: Report, frame: Frame) -> Frame:
    """The frame with the line near the top that says of which day all is: "As of 6 May 2024, 18:00"."""
    if frame.date is not None:
        return frame
    for line in [one for one in re.finditer(r"[^\n]+", report.text[:800]) if not one.group().isspace()][:7]:
        match = _DAY_LINE.fullmatch(line.group().rstrip()) if len(line.group()) <= _LONGEST else None
        if match is not None and FULL_YEAR.search(match["day"]) and _AFTER_DAY.fullmatch(match["rest"]):
            whole = report.trimmed(*line.span())
            day = report.span(line.start() + match.start("day"), line.start() + match.end("day"))
            headers = tuple(sorted((*frame.headers, whole))) if whole else frame.headers
            return replace(frame, date=day, headers=headers)
    return frame
