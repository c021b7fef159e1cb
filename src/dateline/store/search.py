"""Searches over claims and control, by the database's indexes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BindParameter, ColumnElement, Select, Table, bindparam, false, func, or_, select

from dateline.model.ledger import LedgerClaim, LedgerControl
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality
from dateline.store.known import current, seq_at, streamed
from dateline.store.ledger import Ledger
from dateline.store.rows import bounds
from dateline.store.schema import claim_roles, claims, control, log, records, reports
from dateline.store.values import claim_value, control_value, stamp
from dateline.store.words import folded, report_words

BBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims: all that are given must hold.

    `bbox` is west, south, east, north in degrees (west > east: across the antimeridian); claims without a point are in
    none. `days` overlaps the claim's time; a claim without a time overlaps none. `speaker` is whose word it is (the
    innermost voice), `source` the publisher, `actor` somebody in any role. `text`: reports with all these words, without
    regard to case, accents and order.
    """

    bbox: BBox | None = None
    days: TimeRange | None = None
    speaker: str | None = None
    source: str | None = None
    actor: str | None = None
    modality: Modality | None = None
    act: str | None = None
    place: str | None = None
    text: str | None = None
    report: str | None = None
    id: str | None = None
    codeable: bool | None = None
    known_at: datetime | None = None
    limit: int | None = None


def find_claims(ledger: Ledger, query: ClaimQuery) -> Iterator[LedgerClaim]:
    """The claims that fit, as known at `query.known_at`, in the order of the log; fetched as they are asked for."""
    with ledger.backend.reading() as connection:
        seq = seq_at(connection, query.known_at)
        found = _logged(claims, seq).where(*_conditions(ledger, query)).limit(query.limit)
        with streamed(connection, found) as rows:
            for row in rows.mappings():
                yield claim_value(row, row["report_id"], stamp(row))


def find_claim_ids(ledger: Ledger, query: ClaimQuery) -> tuple[tuple[int, int, str], ...]:
    """The ids of the claims that fit, each after its place in the order of the log (line, number within the record).

    A tenth of the time of the claims themselves: for whoever counts them, or looks for what comes next.
    """
    with ledger.backend.reading() as connection:
        seq = seq_at(connection, query.known_at)
        found = (
            select(claims.c.seq, claims.c.n, claims.c.id)
            .join(records, records.c.seq == claims.c.seq)
            .join(reports, reports.c.seq == records.c.report)
            .where(current(claims.c.seq, seq), *_conditions(ledger, query))
            .order_by(claims.c.seq, claims.c.n)
            .limit(query.limit)
        )
        return tuple((row.seq, row.n, row.id) for row in connection.execute(found))


def last_record(ledger: Ledger) -> int:
    """The line of the log that brought the newest record, 0 before the first: until the next, claims stay as they are."""
    with ledger.backend.reading() as connection:
        return connection.scalar(select(func.max(records.c.seq))) or 0


def find_control(
    ledger: Ledger, *, place: str | None = None, as_of: date | None = None, known_at: datetime | None = None
) -> Iterator[LedgerControl]:
    """What voices say of who holds a place (or all), begun by the end of the day `as_of`, in the order of the log.

    Those that begin at no known time are among them. What still holds on that day is for derivations to say.
    """
    end = bounds(TimeRange.day(as_of))[1] if as_of else _AFTER_ALL
    with ledger.backend.reading() as connection:
        given = {"known": seq_at(connection, known_at), "end": end, "of": place}
        with streamed(connection, _CONTROL if place is None else _CONTROL_OF_PLACE, given) as rows:
            for row in rows.mappings():
                yield control_value(row, row["report_id"], stamp(row))


def reindex(ledger: Ledger) -> int:
    """Make the index of words anew from the reports, in one transaction, and return how many reports it holds."""
    ledger.require_write()
    done = 0
    with ledger.backend.writing() as connection:
        ledger.backend.drop_words(connection)
        with streamed(connection, select(reports).order_by(reports.c.seq)) as rows:
            for part in rows.partitions():
                words = {row.seq: report_words(json.loads(row.given)["title"], row.text) for row in part}
                ledger.backend.index_words(connection, words)
                done += len(words)
    return done


def _logged(table: Table, seq: int | BindParameter[int]) -> Select[tuple[object, ...]]:
    """The rows of current records of a table, with report and log line."""
    about = (reports.c.id.label("report_id"), log.c.at.label("logged_at"), log.c.by.label("logged_by"))
    return (
        select(table, *about)
        .join(records, records.c.seq == table.c.seq)
        .join(reports, reports.c.seq == records.c.report)
        .join(log, log.c.seq == table.c.seq)
        .where(current(table.c.seq, seq))
        .order_by(table.c.seq, table.c.n)
    )


_AFTER_ALL = "9999-12-31T24:00"
_CONTROL = _logged(control, bindparam("known")).where(
    or_(control.c.earliest.is_(None), control.c.earliest < bindparam("end"))
)
_CONTROL_OF_PLACE = _CONTROL.where(control.c.place == bindparam("of"))
"""Made once: building a statement takes longer than asking about one place."""


def _conditions(ledger: Ledger, query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    equal = {
        claims.c.believer: query.speaker,
        claims.c.modality: query.modality,
        claims.c.act: query.act,
        claims.c.place: query.place,
        claims.c.codeable: query.codeable,
        claims.c.id: query.id,
        records.c.publisher: query.source,
        reports.c.id: query.report,
    }
    yield from (column == value for column, value in equal.items() if value is not None)
    if query.bbox is not None:
        yield _inside(query.bbox)
    if query.days is not None:
        yield from _during(query.days)
    if query.actor is not None:
        roles = select(claim_roles.c.seq).where(claim_roles.c.entity == query.actor)
        yield roles.where(claim_roles.c.seq == claims.c.seq, claim_roles.c.n == claims.c.n).exists()
    if query.text is not None:
        words = folded(query.text)
        yield claims.c.report.in_(ledger.backend.with_words(words)) if words else false()


def _inside(bbox: BBox) -> ColumnElement[bool]:
    west, south, east, north = bbox
    across = or_(claims.c.lon >= west, claims.c.lon <= east)
    between = claims.c.lon.between(west, east)
    return claims.c.lat.between(south, north) & (between if west <= east else across)


def _during(days: TimeRange) -> Iterator[ColumnElement[bool]]:
    """Half-open ranges overlap; an end that is not known is no bound."""
    earliest, latest = bounds(days)
    yield or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None))
    if latest is not None:
        yield or_(claims.c.earliest.is_(None), claims.c.earliest < latest)
    if earliest is not None:
        yield or_(claims.c.latest.is_(None), claims.c.latest > earliest)
