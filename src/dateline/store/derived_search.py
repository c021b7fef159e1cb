"""Reading derived rows: by pages in a stable order, counted by the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from dateline.model.across import AcrossEvent, ControlRow, Recycling
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality, Severity
from dateline.store.across_json import event_value, finding_value, row_value
from dateline.store.bulk import rows_in
from dateline.store.derived import FoundAt
from dateline.store.derived_schema import (
    LAST,
    control_rows,
    event_claims,
    events,
    finding_reports,
    findings,
    recycling,
)
from dateline.store.positions import beyond, position_at
from dateline.store.rows import bounds
from dateline.store.search import BBox


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events: all that are given must hold.

    `bbox` is west, south, east, north in degrees (west > east: across the antimeridian); unlocated events are in none.
    `days` overlaps the days of the event; an event without days lies in no stretch. `places` are ids. Of `voices` (ids)
    one at least tells it. `modality`, `source` (a publisher's id) and `report` are those of one of its claims at least.
    `text`: one of its reports has all these words. `after` is the position a page ended at, `limit` how many at most.
    """

    bbox: BBox | None = None
    days: TimeRange | None = None
    places: frozenset[str] | None = None
    act: str | None = None
    status: str | None = None
    modality: Modality | None = None
    voices: frozenset[str] | None = None
    source: str | None = None
    report: str | None = None
    text: str | None = None
    after: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """Events by their first day (those without a day last), then id; `next` is where the next page begins."""

    events: tuple[AcrossEvent, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounts:
    """How many events fit a query; `by_day` counts by first day (None: no day) and act, in the order of days and acts."""

    events: int
    unlocated: int
    disputed: int
    by_day: tuple[tuple[str | None, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingQuery:
    """Which findings: all that are given must hold; `after` and `limit` as for events."""

    code: str | None = None
    severities: frozenset[Severity] | None = None
    place: str | None = None
    event: str | None = None
    report: str | None = None
    after: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPage:
    """Findings in the order of the words that they are about: report, line, column, code, id."""

    findings: tuple[FoundAt, ...]
    next: str | None


def page_of_events(connection: Connection, query: EventQuery, told: Select[Any] | None) -> EventPage:
    """A page of events; `told` selects the ids of the reports that have the words of `query.text`."""
    order = (events.c.day, events.c.id)
    found = select(*order, events.c.body).where(*_fitting(query, told)).order_by(*order)
    if query.after is not None:
        found = found.where(beyond(order, query.after))
    rows, more = _page(connection, found, query.limit)
    return EventPage(
        events=tuple(event_value(row.body) for row in rows),
        next=position_at(rows[-1].day, rows[-1].id) if more else None,
    )


def all_events(connection: Connection) -> Iterator[AcrossEvent]:
    """Every event, by id, as a derivation of all gives them."""
    return (event_value(body) for body in connection.scalars(select(events.c.body).order_by(events.c.id)))


def count_events(connection: Connection, query: EventQuery, told: Select[Any] | None) -> EventCounts:
    """How many events fit, on whatever page."""
    fits = tuple(_fitting(query, told))
    sums = (func.sum(case((column, 1), else_=0)) for column in (events.c.unlocated, events.c.disputed))
    whole = connection.execute(select(func.count(), *sums).select_from(events).where(*fits)).one()
    days = select(events.c.day, events.c.act, func.count()).where(*fits).group_by(events.c.day, events.c.act)
    by_day = sorted((day, act, int(count)) for day, act, count in connection.execute(days))
    return EventCounts(
        events=int(whole[0]),
        unlocated=int(whole[1] or 0),
        disputed=int(whole[2] or 0),
        by_day=tuple((None if day == LAST else day, act, count) for day, act, count in by_day),
    )


def event_with_id(connection: Connection, name: str) -> AcrossEvent | None:
    """The event with this id."""
    body = connection.scalar(select(events.c.body).where(events.c.id == name))
    return event_value(body) if body is not None else None


def believers_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """The innermost voice of each claim that tells of an event or denies one."""
    found = select(event_claims.c.claim, event_claims.c.believer)
    return {row.claim: row.believer for row in rows_in(connection, found, event_claims.c.claim, claims)}


def rows_of_control(connection: Connection, places: Iterable[str] | None) -> Iterator[ControlRow]:
    """The control rows of these places (all without), as far as all is known, by place."""
    found = select(control_rows.c.body).order_by(control_rows.c.place)
    if places is not None:
        found = found.where(control_rows.c.place.in_(sorted(places)))
    return (row_value(body) for body in connection.scalars(found))


def page_of_findings(connection: Connection, query: FindingQuery) -> FindingPage:
    """A page of findings."""
    order = (findings.c.report, findings.c.line, findings.c.column, findings.c.code, findings.c.id)
    found = select(*order, findings.c.body).where(*_concerned(query)).order_by(*order)
    if query.after is not None:
        found = found.where(beyond(order, query.after))
    rows, more = _page(connection, found, query.limit)
    return FindingPage(
        findings=tuple(
            FoundAt(finding=finding_value(row.body), report=row.report, line=row.line, column=row.column)
            for row in rows
        ),
        next=position_at(*rows[-1][: len(order)]) if more else None,
    )


def copies(connection: Connection) -> Iterator[Recycling]:
    """The reports that repeat earlier ones, by report id."""
    for row in connection.execute(select(recycling).order_by(recycling.c.report)):
        yield Recycling(report=row.report, original=row.original, share=row.share)


def _page(connection: Connection, found: Select[Any], limit: int | None) -> tuple[list[Any], bool]:
    """At most so many rows, and whether more come after them."""
    rows = list(connection.execute(found.limit(None if limit is None else limit + 1)))
    return (rows, False) if limit is None else (rows[:limit], len(rows) > limit > 0)


def _fitting(query: EventQuery, told: Select[Any] | None) -> Iterator[ColumnElement[bool]]:
    if query.bbox is not None:
        yield _inside(query.bbox)
    if query.days is not None:
        yield from _during(query.days)
    if query.places is not None:
        yield events.c.place.in_(sorted(query.places))
    if query.act is not None:
        yield events.c.act == query.act
    if query.status is not None:
        yield events.c.status == query.status
    of_claims = tuple(_of_claims(query, told))
    if of_claims:
        naming = (event_claims.c.event == events.c.id, event_claims.c.says)
        yield from (select(event_claims.c.event).where(*naming, one).exists() for one in of_claims)


def _of_claims(query: EventQuery, told: Select[Any] | None) -> Iterator[ColumnElement[bool]]:
    """What some claim of the event must be; not all need be the same claim."""
    equal = {
        event_claims.c.modality: query.modality,
        event_claims.c.publisher: query.source,
        event_claims.c.report: query.report,
    }
    yield from (column == value for column, value in equal.items() if value is not None)
    if query.voices is not None:
        yield event_claims.c.believer.in_(sorted(query.voices))
    if told is not None:
        yield event_claims.c.report.in_(told)


def _inside(bbox: BBox) -> ColumnElement[bool]:
    west, south, east, north = bbox
    across = or_(events.c.lon >= west, events.c.lon <= east)
    between = events.c.lon.between(west, east)
    return events.c.lat.between(south, north) & (between if west <= east else across)


def _during(days: TimeRange) -> Iterator[ColumnElement[bool]]:
    """As `TimeRange.overlaps`; an event that has a range has days, be its ends open."""
    earliest, latest = bounds(days)
    yield or_(events.c.earliest.is_not(None), events.c.latest.is_not(None))
    if latest is not None:
        yield or_(events.c.earliest.is_(None), events.c.earliest < latest)
    if earliest is not None:
        yield or_(events.c.latest.is_(None), events.c.latest > earliest)


def _concerned(query: FindingQuery) -> Iterator[ColumnElement[bool]]:
    equal = {findings.c.code: query.code, findings.c.place: query.place, findings.c.event: query.event}
    yield from (column == value for column, value in equal.items() if value is not None)
    if query.severities is not None:
        yield findings.c.severity.in_(sorted(query.severities))
    if query.report is not None:
        told = select(finding_reports.c.finding).where(finding_reports.c.report == query.report)
        yield findings.c.id.in_(told)
