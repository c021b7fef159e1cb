"""Heads of pages whose line ends are lost: day, furniture, headline and lead run into the agency line and the story."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.bare_datelines import CAPITALS, COUNTRY, WIRES
from dateline.parse.dates import DATE, NO_DAY
from dateline.parse.signing import signed
from dateline.reference.outlet_words import is_outlet

_AMID = re.compile(
    rf"(?:(?<=[.!?”\"’)][ \t])|(?<=[a-z\d][ \t])|(?<=[AP]M[ \t]))(?P<place>{CAPITALS})"
    rf"(?:(?:,[ \t]*{COUNTRY}|[ \t]*\((?P<land>[A-ZÀ-Þ][^()\n]{{2,30}})\))(?:,?[ \t]+(?P<date>{DATE}))?[ \t]*\((?P<signed>[A-ZÀ-Þ][^()\n]{{1,40}})\)"
    rf"|(?:,?[ \t]+(?P<day>{DATE}))?[ \t]*\((?P<wire>{WIRES})\))[ \t]*(?:--|[–—_-])?[ \t]*(?=[\"“‘']?(?:[A-ZÀ-Þ][\w'’\-]*,?[ \t]|\d))"
)
"""A dateline amid the first paragraph of a page whose line ends are lost, behind its headline and lead."""
_LEAD = 900
"""Code points in which the headline and the lead of such a page end."""
_OUTLET = re.compile(
    rf"(?P<agency>{NO_DAY}[A-Z][\w&.]*(?:[ \t][A-Z][\w&.]*){{0,3}})\.?[ \t\n]*(?:--|[-–—_])[ \t\n]+(?=[\"“‘'A-ZÀ-Þ0-9])"
)
_DAY_BEFORE = re.compile(
    rf"(?<!\w)(?P<date>(?:{DATE})(?<=\d{{4}}))(?:,?[ \t]+\d{{1,2}}[:.]\d{{2}})?(?:[ \t]?[APap]\.?[Mm]\.?)?[ \t]*\Z"
)


def with_outlet_behind(report: Report, frame: Frame, at: int) -> Frame:
    """The frame with the outlet between a day and a dash that open the text: "3 May 2024 at 1459 Valley TV - Gunmen …"."""
    match = _OUTLET.match(report.text, at)
    if match is None or not (is_outlet(match["agency"]) or is_outlet(match["agency"].split()[-1])):
        return frame
    slug = report.trimmed(at, match.end())
    slugs = (*frame.slugs, slug) if slug else frame.slugs
    return signed(replace(frame, slugs=slugs), "credit_and_day", report.span(*match.span("agency")))


def with_dateline_amid(report: Report, frame: Frame) -> Frame:
    """The frame with the agency line that a flattened page has behind its headline and lead; the words between stay content."""
    found = frame.place is not None or frame.fields or "(" not in report.text[:_LEAD]
    match = None if found else _AMID.search(report.text, 0, _LEAD)
    if match is None or any(match.start() < wall.end and wall.start < match.end() for wall in frame.outside):
        return frame
    named = {
        name: next((report.span(*match.span(group)) for group in groups if match[group]), None)
        for name, groups in (("country", ("country", "land")), ("date", ("date", "day")))
    }
    agency = "signed" if match["signed"] else "wire"
    slugged = replace(
        frame,
        slugs=(*frame.slugs, report.span(*match.span())),
        place=report.span(*match.span("place")),
        country=frame.country or named["country"],
        date=frame.date or named["date"] or _day_before(report, match.start()),
    )
    return signed(slugged, "dateline", report.span(*match.span(agency)))


def _day_before(report: Report, at: int) -> Span | None:
    """The day with its year that ends, hour and all, where a dateline begins."""
    first = max(0, at - 50)
    day = next((one for one in re.finditer(_DAY_BEFORE, report.text[first:at])), None)
    return report.span(first + day.start("date"), first + day.end("date")) if day else None
