"""Events over all reports, and what to know before believing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.derive.across import Dossier, Picture, events_of, findings_of
from dateline.desk.names import Names
from dateline.desk.rows import EventLine, FindingLine, event_line
from dateline.desk.search import days_of, voices_of
from dateline.model.across import AcrossEvent, AcrossFinding
from dateline.model.ledger import LedgerClaim
from dateline.model.time import TimeRange


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
    found = [_finding(dossier, finding, names) for finding in findings_of(Picture(dossier=dossier))]
    yield from sorted(found, key=lambda line: (line.report, line.line, line.column, line.code, line.id))


def _finding(dossier: Dossier, finding: AcrossFinding, names: Names) -> FindingLine:
    claims = [dossier.claims[key] for key in finding.claims if key in dossier.claims]
    report = claims[0].report if claims else next(iter(finding.reports), "")
    known = dossier.reports.get(report)
    line, column = _position(dossier, claims[0]) if claims else (0, 0)
    return FindingLine(
        id=finding.id,
        code=finding.code,
        type=finding.type,
        severity=finding.severity,
        file=known.name if known else report,
        line=line,
        column=column,
        message=names.spelled(finding.explanation),
        report=report,
        reports=finding.reports,
        claims=finding.claims,
        place=names.of(finding.place) if finding.place else None,
        event=finding.event,
    )


def _position(dossier: Dossier, claim: LedgerClaim) -> tuple[int, int]:
    """Line and column of the claim's first word, both from 1."""
    if not claim.spans:
        return 0, 0
    before = dossier.holdings.texts.get(claim.report, "")[: claim.spans[0][0]]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
