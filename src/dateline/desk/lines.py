"""Lines to show, out of the stored tables: the same as those of a dossier of all, without making one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from dateline.desk.derived import Derived, EventQuery, FindingQuery
from dateline.desk.events import Filter, finding_line
from dateline.desk.holds import Question, divisions_around, who_holds
from dateline.desk.names import IDS, Names
from dateline.desk.rows import EventLine, FindingLine, HoldLine, event_line
from dateline.desk.search import days_of, voices_of
from dateline.desk.typed import typed_names
from dateline.model.across import AcrossEvent
from dateline.store import Ledger
from dateline.store.entities import find_entities
from dateline.store.holdings import report_names

_PAGE = 500


def event_lines(ledger: Ledger, wanted: Filter, *, known_at: datetime | None = None) -> Iterator[EventLine]:
    """The events of `desk.events.events`, fetched as they are asked for; raises UsageError for an unknown name."""
    names = typed_names(ledger, places=(wanted.place,), actors=wanted.voices, known_at=known_at)
    query = EventQuery(
        places=names.ids(wanted.place, "place") if wanted.place else None,
        act=wanted.act,
        status=wanted.status,
        voices=voices_of(names, wanted.voices),
        days=days_of(wanted.since, wanted.until),
    )
    derived = Derived(ledger, known_at=known_at)
    for events in derived.pages(query, size=_PAGE):
        believers = derived.believers(name for event in events for name in (*event.denied_by, *event.leading))
        shown = _named(ledger, (*believers.values(), *_in_events(events)), known_at)
        yield from (event_line(event, shown, believers) for event in events)


def hold_lines(
    ledger: Ledger, question: Question, *, today: date, known_at: datetime | None = None
) -> Iterator[HoldLine]:
    """The lines of `desk.holds.who_holds`; raises UsageError for a place or voice that no report names."""
    derived = Derived(ledger, known_at=known_at)
    if question.place is None:
        return who_holds(derived.dossier(), question, today=today)
    names = typed_names(ledger, places=(question.place,), actors=question.voices, known_at=known_at)
    places = names.ids(question.place, "place")
    around = divisions_around(names.entities.get, places)
    typed = places | (voices_of(names, question.voices) or frozenset())
    return who_holds(derived.dossier(places | around.keys(), named=typed), question, today=today)


def finding_lines(ledger: Ledger, *, known_at: datetime | None = None) -> Iterator[FindingLine]:
    """The lines of `desk.events.findings`."""
    found = Derived(ledger, known_at=known_at).findings(FindingQuery()).findings
    ids = {match[0] for one in found for match in IDS.finditer(one.finding.explanation)}
    names = _named(ledger, (*ids, *(one.finding.place for one in found if one.finding.place)), known_at)
    files = report_names(ledger, {one.report for one in found}, known_at=known_at)
    return (finding_line(one, names, files.get(one.report, one.report)) for one in found)


def _named(ledger: Ledger, ids: Iterable[str], known_at: datetime | None) -> Names:
    return Names(entities=find_entities(ledger, ids, known_at=known_at))


def _in_events(events: Iterable[AcrossEvent]) -> Iterator[str]:
    for event in events:
        yield from (*event.claimed_by, *event.actors, event.place or "")
        yield from (series.side for series in event.counts if series.side)
