"""What was derived over all reports, read by pages: from the stored tables where these are current.

Where they are not (no writer came by yet, other rules derived them, or an earlier state of the ledger is asked for), all
is derived in memory and asked the same questions: stale rows are never shown as current.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, create_engine, false, func, select
from sqlalchemy.pool import StaticPool

from dateline.derive.across import Dossier, control_of
from dateline.desk.deriving import derivation, is_current, refresh, rules
from dateline.desk.increment import Tied, places_dossier
from dateline.errors import LedgerFull, LedgerLocked, LedgerReadOnly
from dateline.model.across import AcrossEvent, ControlRow, Recycling
from dateline.model.ledger import Holdings
from dateline.store import Ledger
from dateline.store.derived import last_line, write
from dateline.store.derived_schema import make_derived
from dateline.store.derived_search import (
    EventCounts,
    EventPage,
    EventQuery,
    FindingPage,
    FindingQuery,
    all_events,
    believers_of,
    copies,
    count_events,
    event_with_id,
    page_of_events,
    page_of_findings,
    rows_of_control,
)
from dateline.store.holdings import holdings_at
from dateline.store.known import seq_at
from dateline.store.schema import reports
from dateline.store.slices import Slicer
from dateline.store.words import folded

__all__ = ["Derived", "EventCounts", "EventPage", "EventQuery", "FindingPage", "FindingQuery", "Whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All that is known and all that follows from it, of one state of the ledger."""

    dossier: Dossier
    events: tuple[AcrossEvent, ...]
    control: tuple[ControlRow, ...]


class Derived:
    """Events, control and findings of a ledger, as known at one time (None: now, at every question anew).

    Cheap to make. What had to be derived in memory is kept with it until the ledger knows more; threads may share it.
    """

    def __init__(self, ledger: Ledger, *, known_at: datetime | None = None) -> None:
        self._ledger = ledger
        self._known_at = known_at
        self._rules = rules()
        self._memory: _Memory | None = None

    def events(self, query: EventQuery) -> EventPage:
        """A page of events by first day and id; raises UsageError where `query.after` is no position."""
        with self._asked() as asked:
            return page_of_events(asked.connection, query, asked.told(query))

    def pages(self, query: EventQuery, *, size: int) -> Iterator[tuple[AcrossEvent, ...]]:
        """All events by as many at a time; what comes in meanwhile may be among later ones."""
        page = self.events(replace(query, limit=size))
        while page.events:
            yield page.events
            if page.next is None:
                return
            page = self.events(replace(query, limit=size, after=page.next))

    def counts(self, query: EventQuery) -> EventCounts:
        """How many events fit a query, how many of them are unlocated or disputed, and how many a day and act has."""
        with self._asked() as asked:
            return count_events(asked.connection, query, asked.told(query))

    def event(self, name: str) -> AcrossEvent | None:
        """The event with this id; ids are of the claims, so that an event that gains a claim has another."""
        with self._asked() as asked:
            return event_with_id(asked.connection, name)

    def control_rows(
        self, places: Iterable[str] | None = None, *, as_of: date | None = None, voices: frozenset[str] | None = None
    ) -> tuple[ControlRow, ...]:
        """Who holds these places (all without), voice by voice, by place id; see `derive.across.control_across`."""
        wanted = frozenset(places) if places is not None else None
        with self._asked() as asked:
            if as_of is None and voices is None:
                return tuple(rows_of_control(asked.connection, wanted))
            rows = control_of(asked.dossier(wanted), as_of=as_of, according_to=voices)
            return tuple(row for row in rows if wanted is None or row.place in wanted)

    def dossier(self, places: Iterable[str] | None = None, *, named: Iterable[str] = ()) -> Dossier:
        """What is known, or as much of it as tells who holds these places (by id), with those `named` in any case."""
        with self._asked() as asked:
            return asked.dossier(frozenset(places) if places is not None else None, frozenset(named))

    def whole(self) -> Whole:
        """Everything, for a brief or a file of all; derived anew only where the tables are not of now."""
        with self._asked() as asked:
            return Whole(
                dossier=asked.dossier(None),
                events=tuple(all_events(asked.connection)),
                control=tuple(rows_of_control(asked.connection, None)),
            )

    def believers(self, claims: Iterable[str]) -> dict[str, str]:
        """The innermost voice of each claim that tells of an event or denies one, as derivations see it."""
        with self._asked() as asked:
            return believers_of(asked.connection, claims)

    def findings(self, query: FindingQuery) -> FindingPage:
        """A page of findings across reports, in the order of the words that they are about."""
        with self._asked() as asked:
            return page_of_findings(asked.connection, query)

    def recycling(self) -> tuple[Recycling, ...]:
        """The reports that repeat earlier ones, by report id."""
        with self._asked() as asked:
            return tuple(copies(asked.connection))

    @property
    def stored(self) -> bool:
        """Whether the stored tables would answer now."""
        with self._ledger.backend.reading() as connection:
            return is_current(connection, self._rules, seq=seq_at(connection, self._known_at))

    @contextmanager
    def _asked(self) -> Iterator[_Asked]:
        """A snapshot of the ledger, with tables of just that state."""
        if self._known_at is None and self._ledger.write and not self.stored:
            with suppress(LedgerFull, LedgerLocked, LedgerReadOnly):  # then it is derived in memory, as for a reader
                refresh(self._ledger)
        with self._ledger.backend.reading() as connection:
            seq = seq_at(connection, self._known_at)
            if is_current(connection, self._rules, seq=seq):
                yield _Asked(ledger=self._ledger, kept=connection, connection=connection, seq=seq)
                return
            memory = self._derived(connection, last_line(connection, seq))
            with memory.engine.connect() as derived:
                yield _Asked(ledger=self._ledger, kept=connection, connection=derived, seq=seq, memory=memory)

    def _derived(self, connection: Connection, seq: int) -> _Memory:
        memory = self._memory
        if memory is None or memory.seq != seq:
            memory = self._memory = _Memory.of(holdings_at(connection, seq), seq)
        return memory


@dataclass(frozen=True, slots=True, kw_only=True)
class _Memory:
    """The derived tables of one state of the ledger, in memory."""

    engine: Engine
    held: Holdings
    seq: int

    @classmethod
    def of(cls, held: Holdings, seq: int) -> _Memory:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        with engine.begin() as connection:
            make_derived(connection)
            write(connection, derivation(held)[0])
        return cls(engine=engine, held=held, seq=seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One question: `kept` reads the ledger, `connection` the derived tables, there or in memory."""

    ledger: Ledger
    kept: Connection
    connection: Connection
    seq: int
    memory: _Memory | None = None

    def dossier(self, places: frozenset[str] | None, named: frozenset[str] = frozenset()) -> Dossier:
        """What was known, or the part of it that tells who holds these places."""
        if self.memory is not None:
            return Dossier(holdings=self.memory.held)
        if places is None:
            return Dossier(holdings=holdings_at(self.kept, self.seq))
        tied = Tied(connection=self.kept, slicer=Slicer.at(self.kept, self.seq))
        return places_dossier(tied, places, named=named)

    def told(self, query: EventQuery) -> Select[Any] | None:
        """The ids of the reports with the words of a query, as the database that is asked can select them."""
        if query.text is None:
            return None
        words = folded(query.text)
        backend = self.ledger.backend
        having = reports.c.seq.in_(backend.with_words()) if words else false()
        found = select(reports.c.id).where(having).params(fts=backend.word_query(words))
        if self.memory is None:
            return found
        known = json.dumps(list(self.kept.scalars(found)))
        return select(func.json_each(known).table_valued(column("value")).c.value)
