"""Notes of event data sets, pasted one after the other: a line of their kind, perhaps one of their place, the note, its source."""

from __future__ import annotations

import re

from dateline.model.frame import Passage
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.dates import NAME
from dateline.parse.tables import Tabled

_KINDS = (
    "battles|explosions/remote violence|violence against civilians|protests|riots|strategic developments"
    "|government regains territory|non-state actor overtakes territory|armed clash|excessive force against protesters"
    "|protest with intervention|peaceful protest|violent demonstration|mob violence|chemical weapon|air/drone strike|suicide bomb"
    "|shelling/artillery/missile attack|remote explosive/landmine/ied|grenade|sexual violence|attack|abduction/forced disappearance"
    "|agreement|arrests|change to group/activity|disrupted weapons use|headquarters or base established"
    "|looting/property destruction|non-violent transfer of territory|other"
    "|state-based violence|state-based conflict|non-state violence|non-state conflict|one-sided violence"
)
"""The kinds and sub-kinds of events of ACLED's codebook, and UCDP's types of violence."""
_JOIN = r"[ \t]*[|:/>–—-][ \t]*"
_KIND = re.compile(
    rf"[ \t]*(?:[A-Z]{{2,4}}-?\d{{2,8}}(?:{_JOIN}|[ \t]+))?(?i:{_KINDS})(?:{_JOIN}(?i:{_KINDS}))*[ \t\r]*"
)
_PLACE = re.compile(rf"[ \t]*{NAME}(?:,[ \t]+{NAME}){{1,4}}[ \t\r]*")
_SOURCE = re.compile(r"[ \t(]*(?P<cue>Sources?|SOURCES?)[ \t]*:[ \t]*(?P<value>[^\n]{2,200}?)[ \t).\r]*")
_CODED = re.compile(r"(?:Fatalities|Casualties|Deaths|Injuries)\b[^.\n]{0,40}\bcoded as\b[^.\n]{0,60}\.?")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


def find_notes(report: Report) -> Tabled:
    """The notes of a text in which a line is nothing but a kind of event: told in their place, by their source."""
    passages: list[Passage] = []
    walls: list[Span] = []
    places: list[Span] = []
    if "/" not in report.text and "iolence" not in report.text and "attles" not in report.text:
        return Tabled()
    for paragraph in _PARAGRAPH.finditer(report.text):
        lines = [match.span() for match in re.finditer(r"[^\n]+", paragraph.group())]
        spans = [(paragraph.start() + a, paragraph.start() + b) for a, b in lines]
        if len(spans) < 2 or spans[0][1] - spans[0][0] > 120 or not _KIND.fullmatch(report.text, *spans[0]):
            continue
        placed = len(spans) > 2 and spans[1][1] - spans[1][0] < 120 and _PLACE.fullmatch(report.text, *spans[1])
        heads = spans[: 2 if placed else 1]
        source = _SOURCE.fullmatch(report.text, *spans[-1]) if len(spans) > len(heads) + 1 else None
        told = report.trimmed(heads[-1][1], spans[-1][0] if source else spans[-1][1])
        place = report.trimmed(*spans[1]) if placed else None
        walls.extend(span for line in heads if (span := report.trimmed(*line)) is not None)
        walls.extend(report.span(*m.span()) for m in _CODED.finditer(report.text, heads[-1][1], spans[-1][1]))
        if source is not None:
            walls.append(report.span(spans[-1][0], source.start("value")))
        places.extend(report.span(spans[1][0] + a, spans[1][0] + b) for a, b in _parts(report, spans[1]) if placed)
        if told is not None:
            named = report.span(*source.span("value")) if source else None
            cue = report.span(*source.span("cue")) if source else None
            passages.append(
                Passage(contents=(told,), setting=(place,) if place else (), source=named, cue=cue, section=True)
            )
    return Tabled(passages=tuple(passages), walls=tuple(sorted(walls)), places=tuple(places))


def _parts(report: Report, line: tuple[int, int]) -> list[tuple[int, int]]:
    """The names of a line of places, relative to its start."""
    return [match.span() for match in re.finditer(NAME, report.text[slice(*line)])]
