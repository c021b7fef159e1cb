"""Lines of a head – "Source: …", "Published: …", "FROM: …" – as archives, e-mails and cables write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.frame import Field
from dateline.model.text import Report

NAMES = {
    "publisher": "source|publisher|publication|outlet|newspaper|news agency|agency|news source|media|medium|site|website"
    "|channel|issued by|issuing office|originator|from|provider",
    "published": "published|published on|published at|date published|published date|publication date|date of publication"
    "|posted|posted on|posted at|date posted|pub date|pubdate|release date|date of release|released|issued|issued on"
    "|date issued|date of issue|date of report|report date|date|dated|sent|filed|created|created at|load-date|load date"
    "|date/time|date and time|dtg|as of|date line",
    "place": "location|place|dateline|city|town",
    "country": "country",
    "headline": "title|headline|subject|subj|re|heading",
    "author": "author|authors|by|byline|written by|writer|reporter|reporters|correspondent|contributor|editor|editors"
    "|prepared by|compiled by|translated by|translator",
    "other": "to|cc|bcc|info|info addressees|tag|tags|keyword|keywords|key words|category|categories|section|topic|topics|theme|themes"
    "|language|lang|url|link|permalink|web|id|ref|refs|reference|reference no|ref no|doc no|document|document no"
    "|document number|document id|document type|serial|serial no|classification|precedence|priority|time|timezone"
    "|time zone|copyright|edition|page|pages|length|word count|words|format|type|content type|content-type"
    "|message-id|received|reply-to|return-path|mime-version|content-transfer-encoding|x-mailer|status|distribution"
    "|handling|region|series|volume|issue|issue no|no|version|report|report no|report number|report type|reporting period"
    "|period|period covered|contact|contacts|phone|telephone|tel|email|e-mail|fax|views|shares|comments|updated"
    "|updated on|updated at|last updated|last update|last modified|modified|retrieved|accessed|access date|archived"
    "|archived on|crawled|copyright holder|licence|license|genre|column|desk|slug|program|programme|attachments|"
    "attachment|importance|subject line|text type|source url|source type|reliability|credibility|tlp|caveat|body|text",
}
"""What heads call their lines, by what they say: e-mail (RFC 5322), cables, LexisNexis and Factiva, saved web pages."""
_BY_NAME = {name: kind for kind, names in NAMES.items() for name in names.split("|")}
_LINE = re.compile(r"[^\n\u2028]*")
_FIELD = re.compile(
    r"[ \t>*#|\-–•]*(?:\*\*|__)?(?P<name>[A-Za-z][A-Za-z./ \-]{0,28}?)(?:\*\*|__)?[ \t]*(?::|=)(?:\*\*|__)?[ \t]*(?P<value>.*?)[ \t\r]*$"
)
_FOLDED = re.compile(r"[ \t]{2,}\S")
_LONGEST = 300
_ALONE = ("published", "headline", "publisher", "author")
"""Names that make a head of a single line at the very start of a text, where its value is short."""
_FIRST_LINES = 6


def head_fields(report: Report) -> tuple[Field, ...]:
    """The lines of the head: two or more that stand together near the start, or a telling one at the very start.

    Blank lines may stand between them and one or two title lines before them; the first line that is none ends them.
    """
    found: list[Field] = []
    others = 0
    for start, end in _lines(report.text):
        adjoins = bool(found) and start == found[-1].line.end + 1
        field = _field(report, start, end, adjoins=adjoins)
        if field is not None:
            found.append(field)
        elif found and _FOLDED.match(report.text, start) and adjoins:
            found[-1] = _longer(report, found[-1], end)
        elif found or (others := others + 1) > _FIRST_LINES:
            break
    first = len(report.text) - len(report.text.lstrip())
    alone = len(found) == 1 and found[0].line.start == first and found[0].name in _ALONE
    known = {field.name for field in found} - {"other"}
    if (len(found) > 1 and known) or (alone and _tells(found[0])):
        return tuple(found)
    return ()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines with words of the first pages."""
    for match in _LINE.finditer(text, 0, min(len(text), 6000)):
        if match.group().strip():
            yield match.span()


def _field(report: Report, start: int, end: int, *, adjoins: bool) -> Field | None:
    """The field of a line; under another one also that of a name nobody has foreseen, if its value is no sentence."""
    words = report.text[start:end] if end - start <= _LONGEST else ""
    match = _FIELD.match(words) if ":" in words or "=" in words else None
    if match is None or not match["value"]:
        return None
    name = _BY_NAME.get(" ".join(match["name"].lower().replace("_", " ").split()))
    line, value = report.trimmed(start, end), report.trimmed(start + match.start("value"), start + match.end("value"))
    if name is None and adjoins and len(match["name"].split()) < 4 and match["value"][-1] not in '.!?”"':
        name = "other"
    if name is None or line is None or value is None:
        return None
    if value.quote[0] in "“\"'‘" and name != "headline" and "@" not in value.quote:
        return None
    return Field(name="other" if "@" in value.quote and name == "publisher" else name, line=line, value=value)


def _longer(report: Report, field: Field, end: int) -> Field:
    """The field with the line that is folded under it."""
    line = report.trimmed(field.line.start, end)
    value = report.trimmed(field.value.start, end)
    return Field(name=field.name, line=line or field.line, value=value or field.value)


def _tells(field: Field) -> bool:
    """Whether one line alone is a head: a date with digits, or a short name."""
    if field.name == "published":
        return len(field.value.quote) < 60 and any(map(str.isdigit, field.value.quote))
    return len(field.value.quote.split()) <= (20 if field.name == "headline" else 6)


def first_field(fields: tuple[Field, ...], name: str) -> Field | None:
    """The first line about something."""
    return next((field for field in fields if field.name == name), None)
