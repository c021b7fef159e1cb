"""What deriving remembers of where units, events and words on control are to be found again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.model.across import AcrossEvent
from dateline.store.across_json import event_value
from dateline.store.bulk import delete_in, insert_rows, rows_in
from dateline.store.chain import Row
from dateline.store.derived_schema import (
    control_rows,
    control_states,
    event_claims,
    events,
    finding_reports,
    findings,
)
from dateline.store.working_schema import cells, control_names, known_entities


def write_cells(connection: Connection, rows: Iterable[Row], *, of: Iterable[str]) -> None:
    """Keep (cell, first day, claim, last day, report) of reports, in the place of what was kept of these."""
    delete_in(connection, cells, cells.c.report, of)
    insert_rows(connection, cells, list(rows))


def found_near(connection: Connection, wanted: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    """The claims kept under a cell over days that overlap, with their reports.

    Each cell is asked for with its first day, the first day that a stretch can begin on, and its last day.
    """
    found: dict[str, str] = {}
    for where, begin, first, last in wanted:
        rows = select(cells.c.claim, cells.c.report).where(
            cells.c.cell == where, cells.c.first >= begin, cells.c.first <= last, cells.c.last >= first
        )
        found.update((row.claim, row.report) for row in connection.execute(rows))
    return found


def events_telling(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """The event that a claim tells of, by claim."""
    found = select(event_claims.c.claim, event_claims.c.event).where(event_claims.c.says)
    return {row.claim: row.event for row in rows_in(connection, found, event_claims.c.claim, claims)}


def events_with(connection: Connection, claims: Iterable[str]) -> frozenset[str]:
    """The events that one of these claims tells of or denies."""
    found = select(event_claims.c.event)
    return frozenset(row.event for row in rows_in(connection, found, event_claims.c.claim, claims))


def events_kept(connection: Connection, names: Iterable[str]) -> dict[str, AcrossEvent]:
    """The events with these ids."""
    rows = rows_in(connection, select(events.c.id, events.c.body), events.c.id, names)
    return {row.id: event_value(row.body) for row in rows}


def drop_events(connection: Connection, names: Iterable[str]) -> None:
    """Take events away."""
    gone = frozenset(names)
    delete_in(connection, events, events.c.id, gone)
    delete_in(connection, event_claims, event_claims.c.event, gone)


def places_naming(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """The places in whose rows these reports tell, these actors speak or play a part, or these places are told of."""
    rows = rows_in(connection, select(control_names.c.place), control_names.c.entity, names)
    return frozenset(row.place for row in rows)


def parts_of(connection: Connection, places: Iterable[str], kinds: Iterable[str]) -> frozenset[str]:
    """The places of these kinds that lie in these places."""
    found = select(known_entities.c.id).where(known_entities.c.kind.in_(sorted(kinds)))
    return frozenset(row.id for row in rows_in(connection, found, known_entities.c.part_of, places))


def drop_control(connection: Connection, places: Iterable[str]) -> None:
    """Take the rows of places away."""
    gone = frozenset(places)
    for table in (control_rows, control_states, control_names):
        delete_in(connection, table, table.c.place, gone)


def drop_findings(connection: Connection, scopes: Iterable[str]) -> None:
    """Take the findings away that were derived from these events, places, claims or reports."""
    gone = frozenset(scopes)
    rows = rows_in(connection, select(findings.c.id), findings.c.scope, gone)
    delete_in(connection, finding_reports, finding_reports.c.finding, (row.id for row in rows))
    delete_in(connection, findings, findings.c.scope, gone)
