"""What deriving remembers of claims, actors and places: writing it, and looking up what a change can have touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select

from dateline.model.ledger import LedgerEntity
from dateline.store.across_json import entity_text, entity_value
from dateline.store.bulk import delete_in, insert_rows, rows_in
from dateline.store.derived import WITHOUT_ROWS
from dateline.store.known import current
from dateline.store.schema import claim_roles, claims, entities, judgements, log, records, reports
from dateline.store.working_schema import known_entities

ADDING = ("ingest", "judge")
"""Lines of the log that add a record or a judgement."""

_ASCII_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What lines of the log brought: reports with new records, the claims or sources that judgements name."""

    reports: frozenset[str]
    judgements: tuple[str, ...]


def brought_only(connection: Connection, after: int, upto: int) -> bool:
    """Whether the lines after one and up to another only added: a redaction takes words away."""
    other = log.c.action.not_in((*ADDING, *WITHOUT_ROWS))
    return connection.scalar(select(log.c.seq).where(log.c.seq > after, log.c.seq <= upto, other).limit(1)) is None


def touched_between(connection: Connection, after: int, upto: int) -> Touched:
    """What the lines after one and up to another brought; judgements by their ids."""
    between = and_(records.c.seq > after, records.c.seq <= upto)
    told_anew = select(reports.c.id).join(records, records.c.report == reports.c.seq).where(between)
    judged = select(judgements.c.id).where(judgements.c.seq > after, judgements.c.seq <= upto)
    return Touched(reports=frozenset(connection.scalars(told_anew)), judgements=tuple(connection.scalars(judged)))


def described_by(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """The actors and places that any record of these reports, superseded ones among them, describes."""
    found = (
        select(entities.c.id)
        .join(records, records.c.seq == entities.c.seq)
        .join(reports, reports.c.seq == records.c.report)
    )
    return frozenset(row.id for row in rows_in(connection, found, reports.c.id, names))


def claims_naming(connection: Connection, entity: Iterable[str], seq: int) -> Iterator[str]:
    """The claims that name one of these actors or places, in a role, as their place or as the innermost voice."""
    names = frozenset(entity)
    playing = select(claims.c.id).join(
        claim_roles, and_(claim_roles.c.seq == claims.c.seq, claim_roles.c.n == claims.c.n)
    )
    for found, column in (
        (playing, claim_roles.c.entity),
        (select(claims.c.id), claims.c.place),
        (select(claims.c.id), claims.c.believer),
    ):
        for row in rows_in(connection, found.where(current(claims.c.seq, seq)), column, names):
            yield row.id


def reports_of_claims(connection: Connection, names: Iterable[str], seq: int) -> dict[str, str]:
    """The report of each of these claims that is current."""
    found = select(claims.c.id, reports.c.id.label("report")).join(reports, reports.c.seq == claims.c.report)
    rows = rows_in(connection, found.where(current(claims.c.seq, seq)), claims.c.id, names)
    return {row.id: row.report for row in rows}


def write_entities(connection: Connection, found: Mapping[str, LedgerEntity]) -> None:
    """Keep what all records together say of actors and places, in the place of what was kept of these."""
    forget_entities(connection, found)
    rows = [(key, one.part_of, one.kind, entity_text(one)) for key, one in found.items()]
    insert_rows(connection, known_entities, rows)


def forget_entities(connection: Connection, names: Iterable[str]) -> None:
    """Take away what was kept of these actors and places."""
    delete_in(connection, known_entities, known_entities.c.id, names)


def entities_kept(connection: Connection, names: Iterable[str]) -> dict[str, LedgerEntity]:
    """What was kept of these actors and places."""
    return {
        row.id: entity_value(row.body)
        for row in rows_in(connection, select(known_entities), known_entities.c.id, names)
    }


def entities_like(connection: Connection, typed: Iterable[str]) -> dict[str, LedgerEntity]:
    """What was kept of all that one of these is the id of or may be a name of, in any case, and of all that they lie in.

    More than are named so, never fewer: looked for in the JSON, where what is not ASCII stands as an escape, so that
    all rows with such an escape are among them.
    """
    wanted = sorted(set(typed))
    body = known_entities.c.body
    like = [body.icontains(word, autoescape=True) for word in sorted({_telling(words) for words in wanted})]
    either = or_(known_entities.c.id.in_(wanted), body.contains("\\u", autoescape=True), *like)
    found = {row.id: entity_value(row.body) for row in connection.execute(select(known_entities).where(either))}
    while around := entities_kept(connection, {one.part_of for one in found.values() if one.part_of} - found.keys()):
        found.update(around)
    return found


def _telling(words: str) -> str:
    """The longest word in ASCII, but no article: a name may stand without it. Empty, and so in all rows, without one."""
    return max({*_ASCII_WORD.findall(words.casefold())} - {"the"}, key=len, default="")


def inner_places(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """These places and all that lie in them."""
    found: set[str] = set()
    new = set(names)
    while new:
        found |= new
        rows = rows_in(connection, select(known_entities.c.id), known_entities.c.part_of, new)
        new = {row.id for row in rows} - found
    return frozenset(found)


def claims_of(connection: Connection, names: Iterable[str], *, seq: int | None) -> frozenset[str]:
    """The claims of these reports that are current at a line of the log; of all their records without one."""
    found = select(claims.c.id).join(reports, reports.c.seq == claims.c.report)
    if seq is not None:
        found = found.where(current(claims.c.seq, seq))
    return frozenset(row.id for row in rows_in(connection, found, reports.c.id, names))
