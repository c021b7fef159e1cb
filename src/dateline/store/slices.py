"""A part of what the ledger holds: some reports whole, some claims of others, with all that these name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, select

from dateline.model.ledger import Holdings, Judgement, LedgerClaim, LedgerControl, LedgerEntity, LedgerReport, Stamp
from dateline.store.across_json import entity_value
from dateline.store.bulk import rows_in
from dateline.store.holdings import current_reports
from dateline.store.known import current
from dateline.store.schema import claims, control, judgements, records, reports
from dateline.store.values import CLAIM, CONTROL, Reader, judgement_value, report_value, stamp
from dateline.store.words import restored
from dateline.store.working_schema import known_entities


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a slice is to hold: reports with all they tell, reports by their heads alone (with `texts`, or without),
    single claims, all words on who holds some places with the claims that these rest on, and actors and places that need
    not be named in any of these.
    """

    whole: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Slicer:
    """Cuts slices out of what the ledger knew at a line of its log; `known_entities` must be of that line."""

    connection: Connection
    seq: int
    judgements: tuple[Judgement, ...]

    @classmethod
    def at(cls, connection: Connection, seq: int) -> Slicer:
        """A slicer with all judgements up to a line."""
        rows = select(judgements).where(judgements.c.seq <= seq).order_by(judgements.c.seq)
        return cls(connection, seq, tuple(judgement_value(row) for row in connection.execute(rows).mappings()))

    def cut(self, part: Part) -> Holdings:
        """The holdings of a part; texts are there of the whole reports and of those that single claims stand in."""
        held = list(self._rows(select(*CONTROL), control.c.place, part.held))
        resting = (name for row in held for name in json.loads(row.body)["claims"])
        single = list(self._rows(select(*CLAIM), claims.c.id, {*part.claims, *resting}))
        whole = self._heads(reports.c.id, part.whole)
        ids = {row.seq for row in (*held, *single)} - whole.keys()
        loose = self._heads(records.c.seq, ids)
        heads = self._heads(reports.c.id, part.heads)
        of = {**heads, **loose, **whole}
        told = list(self._rows(select(*CLAIM), claims.c.seq, whole))
        said = list(self._rows(select(*CONTROL), control.c.seq, whole))
        texts = {*whole, *loose, *(heads if part.texts else ())}
        found = self._holdings(of, _ordered((*told, *single)), _ordered((*said, *held)), texts=texts)
        return replace(found, entities={**found.entities, **self._entities(set(part.named))}) if part.named else found

    def _holdings(
        self, of: Mapping[int, _Head], told: Iterable[Any], said: Iterable[Any], *, texts: set[int]
    ) -> Holdings:
        reader = Reader()
        made = tuple(reader.claim(row, of[row.seq].report.id, of[row.seq].recorded) for row in told)
        words = tuple(reader.control(row, of[row.seq].report.id, of[row.seq].recorded) for row in said)
        heads = tuple(of[seq].report for seq in sorted(of))
        named = set(_named(heads, made, words, self._edits(made)))
        return Holdings(
            reports=heads,
            texts=self._texts(of[seq].report.id for seq in texts),
            claims=made,
            control=words,
            entities=self._entities(named),
            judgements=self.judgements,
        )

    def _rows(self, found: Select[Any], column: Any, values: Iterable[Any]) -> Iterator[Any]:
        """Rows of records that are current."""
        table = column.table
        return rows_in(self.connection, found.where(current(table.c.seq, self.seq)), column, values)

    def _heads(self, column: Any, values: Iterable[Any]) -> dict[int, _Head]:
        rows = rows_in(self.connection, current_reports(self.seq), column, values)
        return {row.seq: _Head(report_value(row._mapping), stamp(row._mapping)) for row in rows}

    def _texts(self, ids: Iterable[str]) -> Mapping[str, str]:
        rows = rows_in(self.connection, select(reports.c.id, reports.c.text, reports.c.odd), reports.c.id, ids)
        return MappingProxyType({row.id: restored(row.text, json.loads(row.odd)) for row in rows})

    def _edits(self, made: tuple[LedgerClaim, ...]) -> Iterator[str]:
        """All that edits of these claims name."""
        ids = {claim.id for claim in made}
        return (
            name
            for judgement in self.judgements
            if judgement.action == "edit" and judgement.subject in ids
            for name in texts_of(judgement.value)
        )

    def _entities(self, named: set[str]) -> Mapping[str, LedgerEntity]:
        """Those named, those that their sides are named after, and all places that they lie in."""
        found: dict[str, LedgerEntity] = {}
        while named:
            rows = rows_in(self.connection, select(known_entities), known_entities.c.id, named)
            new = {row.id: entity_value(row.body) for row in rows}
            found.update(new)
            named = {key for entity in new.values() for key in (entity.part_of, entity.side) if key} - found.keys()
        return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class _Head:
    report: LedgerReport
    recorded: Stamp


def texts_of(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_of(item)


def _ordered(rows: Iterable[Any]) -> list[Any]:
    """Each row once, in the order of the log."""
    found = {(row.seq, row.n): row for row in rows}
    return [found[key] for key in sorted(found)]


def _named(
    heads: Iterable[LedgerReport], told: Iterable[LedgerClaim], said: Iterable[LedgerControl], edits: Iterable[str]
) -> Iterator[str]:
    yield from edits
    for head in heads:
        yield head.publisher
    for claim in told:
        yield from claim.chain
        yield from (name for names in claim.roles.values() for name in names)
        if claim.place is not None:
            yield claim.place
    for row in said:
        yield from (row.place, row.believer, *row.actors)
