"""Events over all reports, and what to know before believing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.derive.across import Dossier, Picture, events_of, findings_of
from dateline.desk.deriving import found_at
from dateline.desk.names import Names
from dateline.desk.rows import EventLine, FindingLine, event_line
from dateline.desk.search import days_of, voices_of
from dateline.model.across import AcrossEvent
from dateline.model.time import TimeRange
from dateline.store.derived import FoundAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events; an event without a day lies in no stretch of days. Days include both ends."""

    place: str | None = None
    act: str | None = None
    status: str | None = None
    voices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def events(dossier: Dossier, wanted: Filter) -> Iterator[EventLine]:
    """The events in the order of their days; raises UsageError for a name that no report knows."""
    names = Names(entities=dossier.holdings.entities)
    believers = {claim.id: claim.believer for claim in dossier.holdings.claims}
    places = names.ids(wanted.place, "place") if wanted.place else None
    voices = voices_of(names, wanted.voices)
    days = days_of(wanted.since, wanted.until)
    for event in sorted(events_of(dossier), key=_by_day):
        fits = wanted.act in (None, event.act) and wanted.status in (None, event.status) and _within(event, days)
        if fits and (places is None or event.place in places) and (voices is None or voices & set(event.claimed_by)):
            yield event_line(event, names, believers)


def _by_day(event: AcrossEvent) -> tuple[bool, str, str]:
    first = event.days.first_day if event.days else None
    return first is None, str(first), event.id


def _within(event: AcrossEvent, days: TimeRange | None) -> bool:
    return days is None or (event.days is not None and event.days.overlaps(days))


def findings(dossier: Dossier) -> Iterator[FindingLine]:
    """The findings across reports, each at the first words that it is about, in the order of the reports."""
    names = Names(entities=dossier.holdings.entities)
    files = {report.id: report.name for report in dossier.holdings.reports}
    found = (found_at(dossier, finding) for finding in findings_of(Picture(dossier=dossier)))
    lines = (finding_line(one, names, files.get(one.report, one.report)) for one in found)
    yield from sorted(lines, key=lambda line: (line.report, line.line, line.column, line.code, line.id))


def finding_line(found: FoundAt, names: Names, file: str) -> FindingLine:
    """A finding as it is shown; `file` is the name of its report."""
    finding = found.finding
    return FindingLine(
        id=finding.id,
        code=finding.code,
        type=finding.type,
        severity=finding.severity,
        file=file,
        line=found.line,
        column=found.column,
        message=names.spelled(finding.explanation),
        report=found.report,
        reports=finding.reports,
        claims=finding.claims,
        place=names.of(finding.place) if finding.place else None,
        event=finding.event,
    )
