"""Searches over claims and control, by the database's indexes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, Select, bindparam, false, func, or_, select

from dateline.model.ledger import LedgerClaim, LedgerControl
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality
from dateline.store.backend import Question
from dateline.store.known import NOW, current, seq_at, streamed
from dateline.store.ledger import Ledger
from dateline.store.rows import bounds
from dateline.store.schema import KEY, claim_roles, claims, control, log, records, reports
from dateline.store.values import CLAIM, CONTROL, Reader
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
    given = _given(ledger, query)
    question = Question(("claims", *given), partial(_claims, ledger, _CLAIM_ROW, frozenset(given)))
    reader = Reader()
    with ledger.backend.answers(question, given) as rows:
        for row in rows:
            yield reader.claim(row, row[-3], reader.stamp(row[0], row[-2], row[-1]))


def find_claim_ids(ledger: Ledger, query: ClaimQuery) -> tuple[tuple[int, int, str], ...]:
    """The ids of the claims that fit, each after its place in the order of the log (line, number within the record).

    A tenth of the time of the claims themselves: for whoever counts them, or looks for what comes next.
    """
    given = _given(ledger, query)
    question = Question(("ids", *given), partial(_claims, ledger, CLAIM[:3], frozenset(given)))
    with ledger.backend.answers(question, given) as rows:
        return tuple([(seq, n, key) for seq, n, key in rows])


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
    given: dict[str, Any] = {"known": _known(ledger, known_at)}
    if as_of is not None:
        given["end"] = str(bounds(TimeRange.day(as_of))[1])
    if place is not None:
        given["of"] = place
    reader = Reader()
    with ledger.backend.answers(Question(("control", *given), partial(_control, frozenset(given))), given) as rows:
        for row in rows:
            yield reader.control(row, row[-3], reader.stamp(row[0], row[-2], row[-1]))


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


_STAMPED = (reports.c.id.label("report_id"), log.c.at, log.c.by)
_CLAIM_ROW = (*CLAIM, *_STAMPED)
_CONTROL_ROW = (*CONTROL, *_STAMPED)
_EQUAL = {
    "speaker": claims.c.believer,
    "modality": claims.c.modality,
    "act": claims.c.act,
    "place": claims.c.place,
    "codeable": claims.c.codeable,
    "id": claims.c.id,
    "source": records.c.publisher,
    "report": reports.c.id,
}
"""The columns that must be equal to what a query gives under this name."""


def _known(ledger: Ledger, known_at: datetime | None) -> int:
    """The last line of the log that counts. Lines only come behind it, so that a later statement sees the same state."""
    if known_at is None:
        return NOW
    with ledger.backend.reading() as connection:
        return seq_at(connection, known_at)


def _given(ledger: Ledger, query: ClaimQuery) -> dict[str, Any]:
    """What a query gives, by the names of the parameters; which are there makes the shape of its statement."""
    given: dict[str, Any] = {"known": _known(ledger, query.known_at)}
    names = (*_EQUAL, "actor", "limit")
    given.update((name, value) for name in names if (value := getattr(query, name)) is not None)
    if query.bbox is not None:
        west, south, east, north = query.bbox
        given.update({"south": south, "north": north, "west": west, "across" if west > east else "east": east})
    if query.days is not None:
        first, last = bounds(query.days)
        given.update({"timed": 1} | ({"after": first} if first else {}) | ({"before": last} if last else {}))
    if query.text is not None:
        words = folded(query.text)
        given.update({"fts": ledger.backend.word_query(words)} if words else {"wordless": 1})
    return given


def _logged(columns: Iterable[ColumnElement[Any]], seq: Column[int], n: Column[int]) -> Select[Any]:
    """Columns of current records' rows, of their reports and log lines, in the order of the log."""
    return (
        select(*columns)
        .join(records, records.c.seq == seq)
        .join(reports, reports.c.seq == records.c.report)
        .join(log, log.c.seq == seq)
        .where(current(seq, bindparam("known", type_=KEY)))
        .order_by(seq, n)
    )


def _control(shape: frozenset[str]) -> Select[Any]:
    found = _logged(_CONTROL_ROW, control.c.seq, control.c.n)
    if "end" in shape:
        found = found.where(or_(control.c.earliest.is_(None), control.c.earliest < bindparam("end")))
    return found.where(control.c.place == bindparam("of")) if "of" in shape else found


def _claims(ledger: Ledger, columns: Iterable[ColumnElement[Any]], shape: frozenset[str]) -> Select[Any]:
    found = _logged(columns, claims.c.seq, claims.c.n).where(*_conditions(ledger, shape))
    return found.limit(bindparam("limit", type_=Integer)) if "limit" in shape else found


def _conditions(ledger: Ledger, shape: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    yield from (column == bindparam(name) for name, column in _EQUAL.items() if name in shape)
    if "west" in shape:
        yield claims.c.lat.between(bindparam("south"), bindparam("north"))
        yield _between(shape)
    yield from _during(shape)
    if "actor" in shape:
        roles = select(claim_roles.c.seq).where(claim_roles.c.entity == bindparam("actor"))
        yield roles.where(claim_roles.c.seq == claims.c.seq, claim_roles.c.n == claims.c.n).exists()
    if "fts" in shape:
        yield claims.c.report.in_(ledger.backend.with_words())
    if "wordless" in shape:
        yield false()


def _between(shape: frozenset[str]) -> ColumnElement[bool]:
    if "across" in shape:
        return or_(claims.c.lon >= bindparam("west"), claims.c.lon <= bindparam("across"))
    return claims.c.lon.between(bindparam("west"), bindparam("east"))


def _during(shape: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    """Half-open ranges overlap; an end that is not known is no bound."""
    if "timed" in shape:
        yield or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None))
    if "before" in shape:
        yield or_(claims.c.earliest.is_(None), claims.c.earliest < bindparam("before"))
    if "after" in shape:
        yield or_(claims.c.latest.is_(None), claims.c.latest > bindparam("after"))
