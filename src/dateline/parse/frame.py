"""Agency lines, release heads, byline codes and editorial markers: the parts of a dispatch that are no content.

The patterns follow wire practice (AP and AFP datelines, FBIS heads with [TEXT], NATO press releases); what no
pattern recognises stays content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.model.frame import Field, Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.bare_datelines import bare_dateline, behind_byline
from dateline.parse.chats import find_chats
from dateline.parse.credits import owner, with_credits
from dateline.parse.datelines import (
    dateline_at,
    issuer_in,
    with_body_above,
    with_day_line,
    with_headings,
    with_title_line,
)
from dateline.parse.dates import DATE, NAME, NO_DAY, WEEKDAY, YEAR
from dateline.parse.flattened import with_dateline_amid, with_outlet_behind
from dateline.parse.furniture import find_captions, find_furniture
from dateline.parse.head_block import first_field, head_fields
from dateline.parse.head_pieces import ALONE
from dateline.parse.labels import with_labels
from dateline.parse.legible import BLANKLESS
from dateline.parse.mails import find_mails
from dateline.parse.mastheads import with_masthead
from dateline.parse.notes import find_notes
from dateline.parse.page_words import find_page_words
from dateline.parse.paragraphs import paragraphs
from dateline.parse.records import find_records
from dateline.parse.relayed import with_relayed
from dateline.parse.sections import with_sections
from dateline.parse.self_mentions import with_self_mentions
from dateline.parse.signing import signed
from dateline.parse.tables import find_tables
from dateline.reference.outlet_words import is_outlet

_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+(?:[ \t][A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*){0,3}"
_DASH = r"\.?[ \t\n]*(?:--|[-–—_])[ \t\n]+"
_OPENS = "(?=[\"“‘'A-ZÀ-Þ0-9])"
_CLOSE = rf"{_DASH}|[ \t]*(?:--|[–—]){_OPENS}|[ \t]*:[ \t]+{_OPENS}|(?<=\))[ \t]+{_OPENS}"
"""What ends a dateline: a dash, in South Asia a colon ("QUETTA: Armed men …"), or the bracket of the agency."""
_NO_PLACES = re.compile(
    r"(?:BREAKING|EXCLUSIVE|WATCH|VIDEO|LIVE|UPDATE|UPDATED|OPINION|EDITORIAL|ANALYSIS|EXPLAINER|EXPLAINED|FACTBOX|FACT|NOTE"
    r"|CORRECTION|WARNING|URGENT|ALERT|FLASH|QUESTION|ANSWER|SUMMARY|SITUATION|BACKGROUND|CONTEXT|HIGHLIGHTS|SOURCE|SOURCES|SUBJECT"
    r"|TITLE|HEADLINE|LOCATION|TIME|DATE|INCIDENT|REPORT|REPORTER|STATEMENT|CASUALTIES|READ|MORE|TIMELINE|INTERVIEW|TRANSCRIPT"
    r"|HOST|MODERATOR|ANCHOR|SPEAKER|SPOKESMAN|OFFICIAL|OFFICIALS|POLICE|ARMY|MILITARY|NAVY|GOVERNMENT|MINISTRY|MINISTER|PRESIDENT"
    r"|GOVERNOR|MAYOR|GENERAL|WITNESS|WITNESSES|RESIDENTS|REBELS|TALIBAN|HAMAS|NATO|UNHCR|OCHA|UNICEF|CENTCOM|AFRICOM|WEATHER"
    r"|SPORT|SPORTS|FOOTBALL|CRICKET|MARKETS|BUSINESS|COURT|HISTORY|REVIEW|PROFILE|OBITUARY|LETTERS|COMMENT|POLL|QUOTE)\b"
)
"""Words in capitals before a colon that say what follows, or who says it."""
_PERIOD = re.compile(r"(?i)(?:reporting )?period\b|covering\b|(?:for )?the week\b|week of\b")
"""What names the days that a report covers."""
_SPOKEN = re.compile(r"^[ \t]*[A-ZÀ-Þ][A-ZÀ-Þ .'’\-]{2,30}:[ \t]", re.MULTILINE)
_TAGS = r"(?:\[(?:TEXT|REPORT|EXCERPTS?|COMMUNIQUE|INTERVIEW|ARTICLE)\]\s*)*"

_MARKER = r"(?P<marker>CORRECTION|CORRECTED|CLARIFICATION|UPDATE|RETRACTION|URGENT|ALERT)[ \t]*(?:(?:–|—|-|:)\s*|\n\s*)"
_LONE_MARKER = re.compile(rf"\s*{_MARKER}(?=\S)")
_AGENCY_FIRST = re.compile(
    rf"(?:{_MARKER})?(?P<agency>{NAME}){_DASH}(?:(?P<place>{NAME})(?:[ \t]*\((?P<country>{NAME})\))?"
    rf"(?:,[ \t]*(?P<date>{DATE}))?{_DASH})?"
)
_PLACE_FIRST = re.compile(
    rf"(?:{_MARKER})?(?P<place>{_UPPER}|{NAME})(?:/{NAME})?(?:,[ \t]*(?P<country>{NO_DAY}{NAME}))?"
    rf"(?:,?[ \t]+\(?(?P<date>{DATE})\)?)?(?:[ \t]*\((?P<agency>[^()\n]{{2,40}})\))?(?P<close>{_CLOSE}){_TAGS}"
)
_BRACKETED = re.compile(
    rf"\((?P<place>(?=[A-ZÀ-Þ]){NAME})(?:/{NAME})?(?:,[ \t]*(?P<country>{NO_DAY}{NAME}))?(?:,[ \t]+(?P<date>{DATE}))?\){_DASH}(?=\S)"
)
"""The head of rights organisations' releases: "(Nairobi, June 12, 2025) –"; an outlet may stand there alone: "(AP) —"."""
_SLASHED = re.compile(
    rf"(?P<agency>(?:[A-Z][\w.&]*[ \t]+){{0,3}}(?:Agency|News|Press|[A-Z]{{2,8}}))[ \t]*/[ \t]*(?P<place>{_UPPER}|[A-Z][\w'’\-]*(?:[ \t][A-Z][\w'’\-]*){{0,2}})"
    rf"(?:,[ \t]*(?P<country>{NO_DAY}{NAME}))?(?:,?[ \t]+(?P<date>{DATE}))?[ \t]*\n"
)
"""An agency and a town alone on a line: "Sahel Press Agency / Gao"."""
_STAMP = r"(?:,?[ \t]+(?:at[ \t]+)?\d{1,2}[:.]?\d{2}(?:[:.]?\d{2})?(?:[ \t]*(?:UTC|GMT)(?:[+-]\d+)?)?)?"
_PUBLISHED = (
    r"(?i:(?:published|posted|(?:last )?updated|date(?: of publication)?|publication date)"
    r"(?:[ \t]+(?:on|at))?:?[ \t]+)?"
)
_PAPERS = (
    "News|Post|Times|Press|Herald|Tribune|Gazette|Observer|Chronicle|Courier|Monitor|Standard|Telegraph|Radio|TV|Agency"
)
_LEADING_DATE = re.compile(rf"{_PUBLISHED}(?P<date>{DATE}){_STAMP}[ \t:.\-–—]*(?=\S)")
_CREDITED_DATE = re.compile(
    rf"(?<=[\w)] )(?:(?P<agency>[A-Z][A-Za-z]*[A-Z]|(?<=[a-z] )(?:[A-Z][a-z]+ ){{1,3}}(?:{_PAPERS})|Reuters|Xinhua|Interfax|Agencies) )"
    rf"(?P<date>(?=[MTWFS])(?:{DATE}))(?<=\d{{4}})[ \t]+(?=[A-Z0-9“\"])"
)
_DAY_BEHIND = re.compile(rf"[ \t]*,[ \t]*{DATE}")
"""What stands behind a town, and not behind the name of whoever puts out a release."""
_BYLINE = re.compile(
    r"(?:^|(?<=[\n.”\"’]))[ \t]*(?P<byline>(?:--[ \t]?[A-Z][\w ]{1,20}|[A-Za-z.]{1,12}(?:[ \t]?[A-Z][\w.]+)?"
    r"(?:[ \t]?/[ \t]?[A-Za-z.]{1,12}(?:[ \t][A-Z][\w.]+)?){1,5}))\s*$"
)
LONGEST_HEAD_LINE = 110
"""Code points of a line before the words that call what follows a release."""
_TOLD_IN = re.compile(r"(?i)\b(?:in|by|an?|the|its|their|this|that)\s+$")
"""What stands before a press release in which somebody said something: that line is prose."""
_RELEASE = re.compile(r"(?i)for immediate release|news release|press release|download pdf|media contact")
_BELOW = re.compile(rf"\n[ \t]*{_UPPER}(?:,[ \t]*{NAME})?(?:[ \t]*\([^()\n]{{2,40}}\))?{_DASH}{_OPENS}")
"""A dateline on a line below: what stands before a colon in the headline above it is only the country that it is about."""
_SITUATION = re.compile(r"(?i)\b(?:situation report|sitrep|flash update|situation overview|humanitarian update)\b")


def find_frame(report: Report) -> Frame:
    """The frame of a report; everything that is not recognised stays content."""
    frame = _with_fields(report, _with_tables(report, Frame(captions=find_captions(report))))
    frame = frame if frame.fields else _with_headers(report, frame)
    frame = with_day_line(report, frame if frame.headers else with_headings(report, frame))
    frame = with_title_line(report, frame)
    start = frame.headers[-1].end if frame.headers else 0
    starts = _line_starts(report.text, start)
    dated = _dateline(report, frame, starts)
    for offset in starts:
        frame = _with_slug(report, frame, offset, dated)
    frame = with_relayed(report, with_body_above(report, frame))
    if not frame.slugs:
        frame = _with_marker(report, frame)
    if not frame.slugs and not frame.headers:
        frame = _with_leading_date(report, frame)
    frame = with_dateline_amid(report, frame)
    frame = with_masthead(report, _with_byline(report, _dated_by_head(report, frame)))
    frame = _with_kind(report, with_self_mentions(report, with_credits(report, frame)))
    frame, passages = with_labels(report, frame)
    furniture = tuple(sorted((*frame.furniture, *find_furniture(report))))
    frame = replace(frame, furniture=furniture, page_words=find_page_words(report))
    return with_sections(report, replace(frame, passages=(*frame.passages, *passages)))


def _with_fields(report: Report, frame: Frame) -> Frame:
    """What labelled lines at the head of a text say; the lines are no content."""
    fields = head_fields(report)
    if not fields or any(field.line.overlaps(wall) for field in fields for wall in frame.furniture):
        return frame
    place, country = _located(report, fields)
    publisher, title = first_field(fields, "publisher"), first_field(fields, "headline")
    headed = replace(
        frame,
        fields=fields,
        headers=tuple(field.line for field in fields),
        headline=title.value if title else None,
        place=place,
        country=country,
    )
    named = signed(headed, "field", publisher.value if publisher else None)
    return named if publisher else signed(named, "archive", owner(report))


def _located(report: Report, fields: tuple[Field, ...]) -> tuple[Span | None, Span | None]:
    """The town and the country of a head; "Jos, Nigeria" in one line is both."""
    place, country = first_field(fields, "place"), first_field(fields, "country")
    if place is None:
        return None, country.value if country else None
    town, comma, rest = place.value.quote.partition(",")
    if not comma or not rest.strip():
        return place.value, country.value if country else None
    land = place.value.quote.rpartition(",")[2].strip()
    behind = report.trimmed(place.value.end - len(land), place.value.end)
    return report.span(place.value.start, place.value.start + len(town)), behind


def _dated_by_head(report: Report, frame: Frame) -> Frame:
    """The day that a line of the head gives: before that of the agency line, which mostly has no year."""
    for field in frame.fields:
        found = re.search(DATE, field.value.quote) if field.name == "published" else None
        if found is not None:
            start = field.value.start
            return replace(frame, date=report.span(start + found.start(), start + found.end()))
    return frame


def _with_tables(report: Report, frame: Frame) -> Frame:
    """The rows of tables, records of single incidents and quoted mails, before any line of them is taken for something else."""
    others = [find_records(report), find_mails(report), find_notes(report), find_chats(report)]
    tabled = find_tables(report, (*frame.captions, *(wall for one in others for wall in one.walls)))
    return replace(
        frame,
        passages=tuple(passage for one in (*others, tabled) for passage in one.passages),
        furniture=tuple(wall for one in (*others, tabled) for wall in one.walls),
        unread=tuple(sorted((*tabled.unread, *(report.span(*m.span()) for m in BLANKLESS.finditer(report.text))))),
        label_places=tuple(place for one in (*others, tabled) for place in one.places),
    )


def _line_starts(text: str, start: int) -> list[int]:
    """Where an agency line may stand: the starts of the first lines with words."""
    return [start + m.end() for m in re.finditer(r"(?:(?<=[\n\u2028])|^)\s*(?=\S)", text[start : start + 1500])][:8]


def _dateline(report: Report, frame: Frame, starts: list[int]) -> Frame | None:
    """The head in any order that starts one of the first lines; lines of a list that all open so are none."""
    found = [head for at in dict.fromkeys(starts) if (head := dateline_at(report, at)) is not None]
    if len(found) != 1 or any(found[0].slugs[0].overlaps(wall) for wall in (*frame.furniture, *frame.unread)):
        return None
    return found[0]


def _with_slug(report: Report, frame: Frame, at: int, dated: Frame | None) -> Frame:
    """Add the agency line that starts at `at`, if one does; two at most (a correction and its new version)."""
    if len(frame.slugs) == 2 or (frame.slugs and not frame.marker):
        return frame
    fixed = _fixed_slug(report, frame, at)
    if (
        dated is None
        or dated.slugs[0].start != at
        or (fixed is not frame and fixed.slugs[-1].end >= dated.slugs[0].end)
    ):
        return fixed
    known = {name: getattr(frame, name) or getattr(dated, name) for name in ("place", "country", "date")}
    return replace(frame, slugs=(*frame.slugs, *dated.slugs), signs=(*frame.signs, *dated.signs), **known)


def _fixed_slug(report: Report, frame: Frame, at: int) -> Frame:
    """Add the agency line of one of the fixed orders."""
    patterns = (_BRACKETED, _SLASHED, _AGENCY_FIRST, _PLACE_FIRST)
    fixed = (
        match for pattern in patterns if (match := pattern.match(report.text, at)) and _plausible(match, report.text)
    )
    for match in (behind_byline(report.text, at), *fixed, bare_dateline(report.text, at)):
        if match and not any(match.start() < wall.end and wall.start < match.end() for wall in frame.furniture):
            return _slugged(report, frame, match)
    return frame


def _with_marker(report: Report, frame: Frame) -> Frame:
    """An editorial word that stands alone before the text, as in feeds: "CORRECTION: An earlier version …"."""
    match = _LONE_MARKER.match(report.text)
    if match is None:
        return frame
    marker = report.span(match.start("marker"), match.end("marker"))
    return replace(frame, marker=marker, slugs=(marker,))


def _only_a_topic(match: re.Match[str], text: str) -> bool:
    """Whether a name with a colon only says what a headline is about: the dateline stands below."""
    line = text[match.end() :].split("\n", 1)[0].rstrip()
    bare = not match["agency"] and not match["date"] and (":" in match["close"] or line[-1:] not in '.?!”"')
    return bare and _BELOW.search(text, match.end(), match.end() + 400) is not None


def _plausible(match: re.Match[str], text: str) -> bool:
    """Whether the parts make an agency line and not the start of a sentence with a dash in it."""
    found = match.groupdict()
    if match.end() >= len(text) or match.end() - match.start() > 120:
        return False
    if found.get("marker"):
        return True
    place, agency = found.get("place"), found.get("agency")
    if agency and match.re is _AGENCY_FIRST and ALONE.fullmatch(agency):
        return False
    if match.re is _BRACKETED:
        return bool(found.get("date")) or (place is not None and (is_outlet(place) or _titled_name(place)))
    if match.re is _PLACE_FIRST and not _PERIOD.match(place or "") and not _only_a_topic(match, text):
        return _closed(match, text) and bool(
            found.get("date") or agency or (place and place.isupper() and len(place) > 3)
        )
    return bool(agency and place and agency[0].isupper() and place[0].isupper() and _short(agency))


def _closed(match: re.Match[str], text: str) -> bool:
    """Whether what ends a dateline does so; a colon may also stand behind a heading or whoever speaks in a transcript."""
    close, place = match.group("close").strip(), match.group("place")
    if close == "":
        return bool(match.group("date") and match.group("agency"))
    if close != ":":
        return True
    return place.isupper() and _NO_PLACES.match(place) is None and len(_SPOKEN.findall(text)) < 2


def _titled_name(place: str) -> bool:
    """Whether every word of a name of some length is written as names are: "New York", not "Two men", "NOTE", "A"."""
    return (
        len(place) > 2
        and not place.isupper()
        and all(word[0].isupper() or word in ("of", "the", "de", "da", "la") for word in place.split())
    )


def _short(agency: str) -> bool:
    return len(agency.split()) <= 3 and all(word[0].isupper() for word in agency.split())


def _slugged(report: Report, frame: Frame, match: re.Match[str]) -> Frame:
    parts: dict[str, Any] = {
        name: report.span(match.start(name), match.end(name))
        for name in ("agency", "place", "country", "date", "marker")
        if match.groupdict().get(name)
    }
    if match.re is _BRACKETED and set(parts) == {"place"} and is_outlet(parts["place"].quote):
        parts["agency"] = parts.pop("place")
    if "place" in parts and "date" in parts and re.fullmatch(WEEKDAY, parts["place"].quote + " ", re.IGNORECASE):
        parts["date"] = report.span(parts.pop("place").start, parts["date"].end)
    agency = parts.pop("agency", None)
    missing: dict[str, Any] = {
        name: span for name, span in parts.items() if getattr(frame, name) is None or name == "date"
    }
    slugged = replace(frame, slugs=(*frame.slugs, report.span(match.start(), match.end())), **missing)
    return signed(slugged, "dateline", agency)


def _with_headers(report: Report, frame: Frame) -> Frame:
    """The head of a press release: title line, then lines up to the one that says so."""
    head = report.text[:600]
    last = None
    for match in _RELEASE.finditer(head):
        before = head[head.rfind("\n", 0, match.start()) + 1 : match.start()]
        if len(before) > LONGEST_HEAD_LINE or _TOLD_IN.search(before):
            break
        last = match
    if last is None:
        return frame
    lines = list(re.finditer(r"[^\n\u2028]*\S[^\n\u2028]*", report.text[: last.end()]))
    spans = [span for line in lines if (span := report.trimmed(line.start(), min(line.end(), last.end())))]
    if len(spans) < 2:
        return frame
    name = re.match(NAME, spans[1].quote)
    named = (
        name is not None and not _RELEASE.match(spans[1].quote) and not _DAY_BEHIND.match(spans[1].quote, name.end())
    )
    agency = report.span(spans[1].start, spans[1].start + name.end()) if name and named else issuer_in(report, spans[0])
    headed = replace(frame, headline=spans[0], headers=tuple(spans[1:]), kind="press_release")
    return signed(headed, "release", agency)


def _with_leading_date(report: Report, frame: Frame) -> Frame:
    """A text that opens with a bare date, or credits an agency and a date after its title, as saved pages do."""
    match = _LEADING_DATE.match(report.text) or _CREDITED_DATE.search(report.text[:250])
    if match is None or not re.search(YEAR + "$", match["date"]):
        return frame
    if not re.match(r"[A-Z0-9“\"‘']", report.text[match.end() : match.end() + 1]):
        return frame
    slug = report.trimmed(match.start(), match.end())
    date = report.span(match.start("date"), match.end("date"))
    dated = replace(frame, slugs=(slug,) if slug else (), date=date)
    if not match.groupdict().get("agency"):
        return with_outlet_behind(report, dated, match.end())
    agency = report.span(match.start("agency"), match.end("agency"))
    return signed(replace(dated, headline=report.trimmed(0, match.start())), "credit_and_day", agency)


def _with_byline(report: Report, frame: Frame) -> Frame:
    """Sign-off codes at the very end: initials with slashes, or an agency after two dashes."""
    tail = max(0, len(report.text) - 80)
    match = _BYLINE.search(report.text, tail)
    if match is None or report.text[match.start("byline") : match.end("byline")].count("/") == 1:
        return frame
    byline = report.span(match.start("byline"), match.end("byline"))
    return signed(replace(frame, byline=byline), "code", _coded(report, byline))


def _coded(report: Report, byline: Span) -> Span | None:
    """The agency in a byline: its last part, or its first before initials, when that is written in capitals."""
    match = re.search(r"[A-Z]{2,10}$", byline.quote) or re.match(r"[A-Z]{3,10}(?=/[a-z])", byline.quote)
    return report.span(byline.start + match.start(), byline.start + match.end()) if match else None


def _with_kind(report: Report, frame: Frame) -> Frame:
    if frame.marker and frame.marker.quote in ("CORRECTION", "CORRECTED", "RETRACTION"):
        return replace(frame, kind="correction")
    if frame.kind == "wire_dispatch" and _SITUATION.search(report.text[:300]):
        return replace(frame, kind="situation_report")
    return frame


def body_stretches(report: Report, frame: Frame) -> Iterator[tuple[int, int, bool]]:
    """(start, end, content?) stretches that together cover the text; a hard line end ends a stretch."""
    at = 0
    for span in frame.outside:
        if span.end <= at:
            continue
        start = max(at, span.start)
        yield from paragraphs(report.text, at, start)
        yield start, span.end, False
        at = span.end
    yield from paragraphs(report.text, at, len(report.text))
