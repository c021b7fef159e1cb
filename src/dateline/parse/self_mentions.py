"""Signs of a publisher within the text: whom sources told, whose reporters saw, who could not verify; and who is cited.

A text that confides in one outlet is that outlet's own. What it says of an outlet as of another's ("Valley Wire reports")
it does not say of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.frame import Frame
from dateline.model.signs import Sign
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.publisher_names import TEXT_NAME
from dateline.parse.signing import signed

_AHEAD = rf"(?:(?i:the)\s+)?(?=(?P<name>{TEXT_NAME}))"
_STATED = r"(?i:in)\s+(?:an?|his|her|their|its)\s+(?:[\w-]+\s+)?(?:statement|message|e-?mail|letter|remarks?|comments?)\s+(?:sent\s+|e-?mailed\s+)?to"
_TOLD = re.compile(rf"\b(?:told|tells|{_STATED})\s+{_AHEAD}")
_SHOWN = re.compile(
    rf"\b(?:(?:seen|reviewed|verified|viewed|analy[sz]ed|authenticated|reached|contacted)\s+by|shared\s+with)\s+{_AHEAD}"
)
_PAGES = re.compile(rf"\b(?:About|Connect with|Follow|Subscribe to|Contact)\s+{_AHEAD}")
_STAFF = r"(?:['’]s?)?(?<!\s)\s{1,4}(?:own\s+|special\s+)?(?:correspondent|reporter|journalist|photographer|stringer|team|crew|witness)(?:e?s)?"
_THERE = r"(?:in|at|on|near|there|outside|inside|travelling|embedded|saw|said|says|counted|heard|reported|watched|visited|who\s+(?:saw|visited|was))"
_PEOPLE = re.compile(rf"{_STAFF}\s+{_THERE}\b")
_PEOPLE_FOR = re.compile(rf"\b(?i:correspondent|reporter|journalist|photographer)s?\s+(?:for|from|with)\s+{_AHEAD}")
"""Whom an outlet speaks of as its own in the place: "a NAME photographer saw …"."""
_INQUIRED = re.compile(
    r"(?:(?<!\s)\s{1,4}(?:(?:could not|couldn['’]t|cannot|was unable to|was not able to|were unable to|has not been able to|is unable to)\s+(?:independently|immediately)\s+"
    r"(?:verify|confirm|corroborate|authenticate|establish|reach)|ha(?:s|ve) (?:learn(?:ed|t)|seen|reviewed|verified|contacted|approached)|understands)"
    r"|['’]s\s+(?:requests?\s+for\s+(?:an?\s+)?(?:comment|interview|information)|questions|queries))\b"
)
"""What an outlet tells of its own work: "NAME could not independently verify …"."""
_OWN_MAN = re.compile(r"['’]s\s+[A-ZÀ-Þ][\w’'-]+\s+[A-ZÀ-Þ][\w’'-]+")
"""NAME's Awa Konate: of one's own people and of another's one writes alike."""
_CALLED = re.compile(r"['’]s\b|\s+(?:news\s+agency|newspaper|television|radio|channel)\b")
"""What stands behind the name of an outlet in the text of another: what it is, what it has."""
_SAYING = re.compile(r"\s+(?:has\s+|had\s+)?(?:reports?|reported|says|said|quoted|cited|added)\b")
"""What an outlet does in the text of another; behind "a driver reached by NAME" it is the driver who said."""
_CITING = re.compile(rf"\b(?:according to|citing|cited by|quoted by|reported by)\s+{_AHEAD}")
_THE_PAPER = re.compile(
    r"\b[Tt]he (?P<name>news agency|newspaper|paper|wire service|news site|website|broadcaster|channel) (?:says|said|reports|reported|quoted|added)\b"
)
"""How one outlet goes on with what another told it."""
_NAME_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:(?i:an?|the|one|two|three|our|but|and|when|as|in|meanwhile|however|earlier|later|separately|also)\s+)?(?P<name>{TEXT_NAME})\Z"
)
_LONGEST = 60
"""Code points in which a name before a predicate is looked for."""


def with_self_mentions(report: Report, frame: Frame) -> Frame:
    """The frame with what its text says of outlets as of itself, and of those as of others."""
    signs = list(_own(report))
    for kind, name in signs:
        frame = signed(frame, kind, name)
    if any(kind in ("told", "own_people", "own_inquiry") for kind, _ in signs):
        others = (Sign(kind="of_another", name=name) for name in _of_others(report, [name for _, name in signs]))
        frame = replace(frame, signs=(*frame.signs, *others))
    return frame


def _own(report: Report) -> Iterator[tuple[str, Span]]:
    text = report.text
    for kind, pattern in (("told", _TOLD), ("own_inquiry", _SHOWN), ("told", _PAGES)):
        for match in pattern.finditer(text):
            if not _OWN_MAN.match(text, match.end("name")):
                yield kind, report.span(*match.span("name"))
    for match in _PEOPLE_FOR.finditer(text):
        if re.match(rf"\s+{_THERE}\b", text[match.end("name") : match.end("name") + _LONGEST]):
            yield "own_people", report.span(*match.span("name"))
    for kind, pattern in (("own_people", _PEOPLE), ("own_inquiry", _INQUIRED)):
        for match in pattern.finditer(text):
            name = _NAME_BEFORE.search(text[max(0, match.start() - _LONGEST) : match.start()])
            if name is not None:
                first = max(0, match.start() - _LONGEST)
                yield kind, report.span(first + name.start("name"), first + name.end("name"))


def _of_others(report: Report, names: Sequence[Span]) -> Iterator[Span]:
    """Where a text speaks of outlets as of others: of the names that stand for itself elsewhere, or of "the newspaper"."""
    text = report.text
    for match in (*_THE_PAPER.finditer(text), *_CITING.finditer(text)):
        yield report.span(*match.span("name"))
    themselves = {name.start for name in names}
    words = sorted({name.quote for name in names})
    for match in re.finditer("|".join(rf"\b{re.escape(name)}\b" for name in words), text):
        own = any(pattern.match(text, match.end()) for pattern in (_PEOPLE, _INQUIRED, _OWN_MAN))
        saying = match.start() not in themselves and _SAYING.match(text, match.end())
        if not own and (saying or _CALLED.match(text, match.end())):
            yield report.span(*match.span())
