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
from dateline.parse.dates import DATE
from dateline.parse.publisher_names import CREDIT_NAME, WORD
from dateline.parse.signing import signed
from dateline.reference.outlet_words import OFFICE, STATION

Zone = Literal["start", "top", "head", "opening", "lines", "last_lines", "tail", "end"]
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


_MENU = r"(?i:skip to|share (?:this|on)\b|sign in|log in|main menu|menu\b|toggle navigation|home\b)"
"""What stands on a page beside its title."""
_REPORTER = r"(?:reporter|correspondent|editor|writer|journalist|columnist)s?"
_CHANNEL = r"(?i:telegram|facebook|twitter|x|whatsapp|instagram|vk|youtube|tiktok)\b"
_ISSUE = r"(?i:newsletter|look|digest|briefing|round-?up|update|bulletin|podcast|weekly|review|dispatch)"
_POST = (
    r"(?i:spokes(?:person|man|woman)|(?:press|media|information|public (?:relations|affairs|information)) (?:secretary|officer)"
    r"|director|head|chief|commander|secretary[- ]general|PRO|PPRO)"
)
"""Who signs a release."""
_PRODUCED = (
    r"\b(?i:this|the)[ \t]+\w+(?:[ \t]\w+)?[ \t]+(?i:is|was|has been)[ \t]+(?i:produced|prepared|issued|compiled)[ \t]+(?:jointly[ \t]+)?by[ \t]+"
    rf"{_NAMED}"
)
_MONITORED = (
    r"\s*+(?:Text|Excerpts?|Summary)[ \t]+(?:of|from)[ \t]+(?:an?[ \t]+)?(?:report|commentary|article|editorial|interview)\b[^\n]{0,60}?\bby[ \t]+"
    rf"(?:[^\n]{{0,60}}-(?:controlled|run|owned|backed|funded|based|sponsored)[ \t])?[^\n]{{0,80}}?(?:(?<=[a-z][ \t])|(?<=by[ \t])){_NAMED}"
    r"(?:[ \t]+(?:website|newspaper|(?:news[ \t]+)?agency|radio|TV)(?![ \t]+[A-ZÀ-Þ]))?(?:[ \t]+(?:on|in|at)\b[^\n]*|,[^\n]*)?(?:\n|\Z)"
)
"""How services that listen to others' broadcasts head what they took down."""
_OWN_WORD = (
    r"\s*+(?i:(?:press|media|news)[ \t]+(?:release|statement|communiqu[eé])|for immediate release)\b[^\n]{0,60}\n"
    r"(?:\s*[^\n]{1,160}\n){0,3}?\s*[A-ZÀ-Þ][^\n]{2,50}?\b(?:19|20)\d\d[ \t]*[.:,)–—-]{1,3}[ \t]+(?:(?i:the|we at)[ \t]+)?"
    rf"(?:[a-z][\w-]*[ \t]+){{0,5}}(?!The[ \t])(?=[A-Z]\S*[ \t]+(?:[a-z]{{1,3}}[ \t]+)?[A-Z(]|[A-Z]{{3,}})(?P<name>{CREDIT_NAME})(?:[ \t]*\([^()\n]{{2,20}}\))?,?"
    r"[ \t]+(?:[a-z]+ly[ \t]+|today[ \t]+)?(?:condemns|denounces|deplores|calls|urges|demands|warns|welcomes|mourns|announces)\b"
)
"""A release whose first sentence, behind place and day, says who condemns or demands something."""
RIGHTS = _credit(
    "rights",
    "tail",
    rf"(?:(?i:copyright)|©|\(c\)|\(C\)(?=[ \t]*(?:19|20)\d\d))[ \t]*(?:©|\((?i:c)\))?[ \t]*{_YEARS}(?i:by[ \t]+)?{_NAMED}",
)
CREDITS = (
    _credit("own_release", "start", _OWN_WORD),
    _credit("account", "start", rf"\s*+{_NAMED}(?:[ \t]+|[ \t]*\n)\(?@\w{{2,40}}\)?[ \t]*(?:[·|•:—–-]|\n)"),
    _credit("account", "start", rf"\s*+{_NAMED}[ \t]*[(\[](?i:via[ \t]+)?{_CHANNEL}[^()\[\]\n]{{0,30}}[)\]]"),
    _credit("account", "start", rf"\s*+{_NAMED}[ \t]+on[ \t]+{_CHANNEL}[ \t]*[:,\n]"),
    _credit(
        "account",
        "start",
        rf"\s*+\((?P<name>[A-ZÀ-Þ][\w .&'’-]{{1,40}}?)\.?\)[ \t]+[A-ZÀ-Þ][^\n.:]{{2,40}}?,[ \t]+{DATE}",
    ),
    _credit("monitored", "lines", _MONITORED),
    _credit("published_by", "head", r"(?:^|\n)(?:FM|FROM)[ \t]+(?P<name>[A-Z][A-Z /.-]{3,50}?)[ \t]*\n(?:TO|INFO)\b"),
    _credit("published_by", "lines", rf"[ \t]*(?i:special to)[ \t]+(?i:the[ \t]+)?(?P<name>{CREDIT_NAME})[ \t.]*"),
    _credit(
        "published_by",
        "lines",
        rf"[ \t]*Latest from (?:the )?(?P<name>{CREDIT_NAME}(?:[ \t]to[ \t](?:the[ \t])?{CREDIT_NAME})?)(?:[ \t]\([A-Z]+\))?(?:,?[ \t]+based[^\n]*)?",
    ),
    _credit(
        "monitored",
        "start",
        rf"\s*+(?:\([A-Z]\w+\)[ \t]+)?{_NAMED},?[ \t]+in[ \t]+[A-Z]\w+,?(?:[ \t]+to[ \t]+[^\n]{{3,40}}?)?[ \t]+\d{{4}}[ \t]*(?i:gmt)\b",
    ),
    _credit(
        "listing",
        "opening",
        rf"\bSources?[ \t]*:?\s{{0,3}}{_NAMED}(?:[ \t]*[,\n][ \t]*{CREDIT_NAME}){{0,3}}\s+(?:Posted|Published|Originally published|Publication date)\b",
    ),
    _credit(
        "greeting",
        "head",
        r"(?i:\b(?:this is|here (?:is|are)|you(?:['’]re| are) (?:listening to|watching|tuned to)|welcome to|good (?:morning|afternoon|evening) from))"
        r"[ \t]+(?:(?i:the|your|our)[ \t]+)?(?:(?:[a-z'’-]+[ \t]+){0,4}(?i:news|bulletin|headlines|programme|report)[ \t]+(?:from|on|of)[ \t]+)?"
        rf"(?:(?:the[ \t]+)?(?!{STATION.pattern})(?:{WORD}[ \t]+(?!{STATION.pattern})){{0,2}}?{WORD}[ \t]+(?:on|from)[ \t]+)?{_NAMED}",
    ),
    _credit("published_by", "lines", rf"[ \t]*(?i:published|posted|issued|reported)[ \t]+by[ \t]+{_NAMED}\b.*"),
    _credit(
        "lone_line",
        "lines",
        rf"[ \t]*(?:(?i:by|from)[ \t]+)?{_NAMED}(?:,[ \t]{CREDIT_NAME})?(?:[ \t]+with[ \t]+{CREDIT_NAME})?[ \t]*:?[ \t\r]*",
    ),
    _credit("lone_line", "lines", rf"[ \t]*{_NAMED}(?:,[ \t]*|[ \t]+[-–—|][ \t]+){DATE}[ \t\r]*"),
    _credit(
        "lone_line", "lines", rf"[ \t]*(?:By|BY)[ \t]+{CREDIT_NAME}[ \t]*(?:[/|,–—]|-(?=[ \t]))[ \t]*{_NAMED}[ \t\r]*"
    ),
    _credit("lone_line", "lines", rf"[ \t]*(?:By|BY)[ \t]+{_NAMED}[ \t]+on[ \t]+{DATE}[ \t\r]*"),
    _credit("first_line", "start", rf"\s*+{_NAMED}[ \t]*\n"),
    _credit("page_title", "start", rf"\s*+[^\n|»]{{20,150}}?[ \t]+(?:--?|[–—|»])[ \t]+{_NAMED}\s+{_MENU}"),
    _credit("page_title", "start", rf"\s*+[^\n|»]{{20,150}}[|»](?:[^\n|»]{{2,30}}[|»])*[ \t]*{_NAMED}[ \t]*(?:\n|\Z)"),
    _credit(
        "addressed",
        "head",
        rf"(?i:welcome (?:back )?to)[ \t]+{_NAMED},[ \t]+(?:our|your|a|the)[ \t]+(?:[\w-]+[ \t]+){{0,4}}{_ISSUE}\b",
    ),
    _credit("addressed", "head", rf"(?i:you(?:['’]re| are) (?:watching|listening to|tuned to))[ \t]+{_NAMED}"),
    _credit("addressed", "tail", rf"(?i:you(?:['’]re| are) reading|thank(?:s| you) for reading)[ \t]+{_NAMED}"),
    _credit("produced_by", "head", _PRODUCED),
    _credit("produced_by", "tail", _PRODUCED),
    _credit(
        "source_line",
        "tail",
        r"^[ \t(*]*(?i:sources?|via|courtesy(?: of)?|originally published by)[ \t]*:?[ \t]+"
        rf"{_NAMED}(?:,[^\n]*\b\d{{4}} ?(?i:gmt|utc|hrs)\b[^\n]*)?[ \t)*]*[ \t.]*(?=[|\n/]|\s*\Z)",
    ),
    RIGHTS,
    _credit("rights", "tail", rf"^[ \t]*{_NAMED}[ \t]*(?:©|\((?i:c)\)|(?i:copyright))[ \t]*(?:19|20)\d\d"),
    _credit("reported_for", "tail", rf"\b{CREDIT_NAME}[ \t]+(?:reports|reported|writes|wrote)[ \t]+for[ \t]+{_NAMED}"),
    _credit(
        "closing_letters",
        "end",
        rf"{_AT_END}\((?P<name>[A-Z][A-Z .&'’-]{{1,30}}?)(?:[ \t]?[/,][ \t]?[^()\n]{{2,30}})?\)\s*\Z",
    ),
    _credit("closing_letters", "end", rf"{_AT_END}\({_BRACKETED}[ \t]?[/,][ \t]?{WIRES}\)\s*\Z"),
    _credit("closing", "end", rf"{_AT_END}\({_BRACKETED}(?:[ \t]?[/,][ \t]?[^()\n]{{2,30}})?\)\s*\Z"),
    _credit("closing", "end", rf"{_AT_END}(?:--|[—–-])[ \t]*(?P<name>[A-ZÀ-Þ][\w .&'’-]{{1,30}})\s*\Z"),
    _credit(
        "reported_for",
        "tail",
        rf"(?i:reporting|report|written|words|text)[ \t]+by[ \t]+{CREDIT_NAME}(?:(?:,| and)[ \t]+{CREDIT_NAME})*[ \t]+for[ \t]+{_NAMED}",
    ),
    _credit(
        "reported_for",
        "tail",
        rf"\b(?:is|are)[ \t]+(?:an?[ \t]+|the[ \t]+)?(?:[\w-]+[ \t]+){{0,4}}{_REPORTER}[ \t]+(?:for|at|with)[ \t]+{_NAMED}",
    ),
    _credit(
        "reported_for",
        "tail",
        rf"\b(?:is|are)[ \t]+(?i:the[ \t]+)?(?P<name>{CREDIT_NAME})['’]s[ \t]+(?:[\w-]+[ \t]+){{0,4}}{_REPORTER}\b",
    ),
    _credit(
        "first_published",
        "tail",
        rf"(?i:(?:originally|first)[ \t]+(?:published|appeared)[ \t]+(?:in|on|by|at)|read[ \t]+the[ \t]+(?:original|full)[ \t]+(?:article|story|report)[ \t]+(?:in|on|at))"
        rf"[ \t]*:?[ \t]+{_NAMED}",
    ),
    _credit(
        "page",
        "tail",
        rf"(?:^|(?<=[.!?])[ \t]+)(?i:subscribe to|follow|sign up (?:for|to)|download|join)[ \t]+{_NAMED}"
        r"(?=[ \t]+(?:on|today|now|for|app|at|by|here)\b|[:.!,]|\s*\Z)",
    ),
    _credit(
        "mailbox",
        "tail",
        r"(?i:contact|e-?mail|enquiries|inquiries|queries|information)\b[^\n@]{0,60}?[ \t:(](?P<name>[A-Za-z]{2,20})(?:[._-][\w.-]{1,30})?@[\w-]+\.",
    ),
    _credit("signature", "end", rf"\b{_POST}\b[^\n.]*\n\s*{_NAMED}[ \t]*(?:\n[^\n]*\d{{4}}[^\n]*)?\s*\Z"),
    _credit(
        "signature",
        "last_lines",
        rf"[^\n.]{{0,40}}?\b{_POST}\b[^\n,]{{0,40}}?(?:,|\b(?:for|of)\b)[ \t]*{_NAMED}(?:,[ \t]*[A-ZÀ-Þ\d][\w ,]{{0,40}})?",
    ),
    _credit(
        "signature",
        "last_lines",
        rf"(?i:for[ \t]+)?(?i:the[ \t]+)?(?P<name>{OFFICE.pattern} of (?:the )?{CREDIT_NAME})",
    ),
    _credit(
        "said_today",
        "opening",
        rf"\([^()\n]{{2,60}}\)\s*(?:--?|–|—)[^\n]*?\b{_NAMED}\s+said\b[^.\n]{{0,60}}\btoday\b",
    ),
    _credit(
        "said_today",
        "opening",
        r"(?m:^)[ \t]*[A-ZÀ-Þ][^\n.]{2,60}[ \t]+(?:--?|–|—)[ \t]+(?i:the[ \t]+)?"
        rf"(?P<name>{CREDIT_NAME}(?:[ \t]in[ \t](?:the[ \t])?{CREDIT_NAME})?)(?:[ \t]*\([^()\n]{{2,20}}\))?[ \t]+(?:[a-z]+ly[ \t]+)?(?:condemns|denounces|deplores|mourns|welcomes|urges|demands)\b",
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
    if credit.zone in ("lines", "last_lines"):
        yield from _in_lines(text, credit)
    elif credit.zone == "tail":
        yield from credit.pattern.finditer(text, tail)
    else:
        at, end = {"top": (0, _TOP), "end": (tail, len(text)), "opening": (0, 3 * _ZONE)}.get(credit.zone, (0, _ZONE))
        match = credit.pattern.match(text) if credit.zone == "start" else credit.pattern.search(text, at, end)
        yield from [match] if match else []


def _in_lines(text: str, credit: Credit) -> Iterator[re.Match[str]]:
    """The matches that fill one of the first or of the last lines."""
    whole = len(text.rstrip())
    start = len(text) - len(text.lstrip()) if credit.zone == "lines" else max(0, whole - _ZONE)
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text[start : min(whole, start + 4 * _ZONE)]))
    for line in lines[:_LINES] if credit.zone == "lines" else lines[1:][-_LINES:]:
        match = credit.pattern.fullmatch(text, start + line.start(), start + line.end())
        yield from [match] if match else []


def _name(report: Report, match: re.Match[str]) -> Span:
    """The name of a match, without the ending of an owner."""
    owned = match["name"].endswith(("'s", "’s"))
    return report.span(match.start("name"), match.end("name") - 2 * owned)
