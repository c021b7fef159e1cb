"""Writing derived rows, and saying what they are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dateline.model.across import AcrossEvent, AcrossFinding, ControlRow, Recycling
from dateline.model.ledger import LedgerClaim
from dateline.store.across_json import event_text, finding_text, row_text
from dateline.store.bulk import insert_rows
from dateline.store.chain import Row
from dateline.store.derived_schema import (
    DERIVED,
    LAST,
    control_rows,
    control_states,
    derived,
    event_claims,
    events,
    finding_reports,
    findings,
    recycling,
)
from dateline.store.rows import bounds
from dateline.store.schema import log
from dateline.store.words import storable
from dateline.store.working_schema import control_names

WITHOUT_ROWS = ("freeze", "publish")
"""Lines of the log that bring nothing to derive from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """Up to which line of the log, and by which rules, the derived rows were made."""

    seq: int
    rules: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAt:
    """A finding across reports with report, line and column (from 1; 0 where it is about no words) of its first words."""

    finding: AcrossFinding
    report: str
    line: int
    column: int

    @property
    def scope(self) -> str:
        """What it was derived from; when that is derived anew, so is the finding."""
        return scope_of(self.finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Derived values that are to become rows.

    `claims` has those that the events name, as derivations see them; `names` who speaks or plays a part in which
    place's row.
    """

    events: tuple[AcrossEvent, ...] = ()
    control: tuple[ControlRow, ...] = ()
    findings: tuple[FoundAt, ...] = ()
    recycling: tuple[Recycling, ...] = ()
    claims: Mapping[str, LedgerClaim] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[tuple[str, str]] = frozenset()


def scope_of(finding: AcrossFinding) -> str:
    """The event or place that a finding is about; where it is about neither, its first claim, or the report that copies."""
    return finding.event or finding.place or next(iter((*finding.claims, *finding.reports)), "")


def stamped(connection: Connection) -> Stamped | None:
    """What the derived rows are of; None where nothing was ever derived."""
    row = connection.execute(select(derived.c.seq, derived.c.rules)).first()
    return Stamped(seq=row.seq, rules=row.rules) if row else None


def stamp(connection: Connection, mark: Stamped) -> None:
    """Say what the derived rows are of."""
    connection.execute(derived.delete())
    connection.execute(derived.insert(), {"id": 1, "seq": mark.seq, "rules": mark.rules})


def last_line(connection: Connection, seq: int) -> int:
    """The last line of the log, up to that one, that brought something to derive from; 0 where there is none."""
    telling = select(log.c.seq).where(log.c.seq <= seq, log.c.action.not_in(WITHOUT_ROWS))
    return int(connection.scalar(telling.order_by(log.c.seq.desc()).limit(1)) or 0)


def clear(connection: Connection) -> None:
    """Empty all derived tables."""
    for table in DERIVED:
        connection.execute(table.delete())


def write(connection: Connection, made: Derivation) -> None:
    """Add rows for all values; what they replace was taken away before."""
    insert_rows(connection, events, [_event_row(event) for event in made.events])
    insert_rows(connection, event_claims, [row for event in made.events for row in _claim_rows(event, made)])
    insert_rows(connection, control_rows, [_control_row(row) for row in made.control])
    insert_rows(connection, control_states, [row for found in made.control for row in _state_rows(found)])
    insert_rows(connection, control_names, sorted(made.names))
    insert_rows(connection, findings, [_finding_row(found) for found in made.findings])
    reports = [(f.finding.id, report) for f in made.findings for report in sorted(set(f.finding.reports))]
    insert_rows(connection, finding_reports, reports)
    insert_rows(connection, recycling, [(found.report, found.original, found.share) for found in made.recycling])


def _event_row(event: AcrossEvent) -> Row:
    first = event.days.first_day if event.days else None
    return (
        event.id,
        first.isoformat() if first else LAST,
        *bounds(event.days),
        storable(event.label)[0],
        event.act,
        event.family,
        event.status,
        event.place,
        event.lat,
        event.lon,
        event.country,
        event.admin1,
        len(event.claims),
        len(event.reports),
        len(event.origins),
        event.status == "disputed",
        event.lat is None or event.lon is None,
        event_text(event),
    )


def _claim_rows(event: AcrossEvent, made: Derivation) -> Iterator[Row]:
    for names, says in ((event.claims, True), (event.denied_by, False)):
        for claim in (made.claims[name] for name in names):
            publisher = made.publishers[claim.report]
            yield (event.id, claim.id, says, claim.report, claim.believer, publisher, claim.modality)


def _control_row(row: ControlRow) -> Row:
    word = max((state.word.isoformat() for state in row.states if state.word), default=None)
    return (row.place, row.status, len(row.origins), len(row.live), word, row_text(row))


def _state_rows(row: ControlRow) -> Iterator[Row]:
    for state in row.states:
        said = (state.report, state.believer, state.origin, state.fluent)
        yield (row.place, state.control, *said, state.live, state.ended_by)


def _finding_row(found: FoundAt) -> Row:
    finding = found.finding
    return (
        finding.id,
        found.scope,
        finding.code,
        finding.severity,
        found.report,
        found.line,
        found.column,
        finding.place,
        finding.event,
        finding_text(finding),
    )
