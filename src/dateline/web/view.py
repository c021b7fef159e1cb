"""What a ledger knew at one time, as it may be shown: pure reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import version
from threading import Event, RLock
from typing import Any, TypeVar

from dateline.derive.across import Dossier, Picture, control_of, findings_of
from dateline.desk import Change, FindingLine, Names, changes
from dateline.desk.changes import Past
from dateline.desk.derived import Derived, EventQuery, FindingQuery
from dateline.desk.deriving import found_at
from dateline.desk.events import finding_line
from dateline.desk.sharing import Shelf
from dateline.export.formats.facets import point
from dateline.export.screen import Screen
from dateline.export.scrub import scrub
from dateline.export.shared import ExportClaim, ExportEvent, Shared, Terms
from dateline.model.across import AcrossEvent, ControlRow
from dateline.model.ledger import Judgement, LedgerReport
from dateline.store import Ledger, record
from dateline.store.head import Head
from dateline.store.holdings import holdings_at
from dateline.web.asked import PAGE, HoldQuery, Paging, Query
from dateline.web.cursors import Cursors
from dateline.web.made import Kept
from dateline.web.named import actors_in, places_in
from dateline.web.order import (
    by_arrival,
    by_name,
    by_place,
    by_report,
    by_time,
    count_disputed,
    count_unlocated,
    cut,
    export_report,
    own_key,
    page_of,
    whole_lines,
)
from dateline.web.page import Lanes, Named, Page, ReportLine, RoomReport
from dateline.web.rows import EventRow, Key, folded, is_called
from dateline.web.shown import Shown
from dateline.web.standing import lanes_of

Row = TypeVar("Row")
KEPT_ROWS = 20_000
"""Rows whose JSON is kept: some 30 MB."""
KEPT_PARTS = 64
"""Answers to whole questions that are kept: each at most half a megabyte on a hundred thousand claims."""
PATIENCE_CLAIMS = 5_000
"""Claims whose view takes about a second to make."""


@dataclass(frozen=True, kw_only=True)
class View:
    """A ledger as of one line of its log; `known_at` None: all that it knows.

    Everything but `room_report` has passed the safety filter and may leave the room. `earlier` is the screen of a view
    before, whose answers hold as long as no name was added.
    """

    ledger: Ledger
    head: Head
    known_at: datetime | None
    cursors: Cursors
    earlier: Screen | None = None
    making: RLock = field(default_factory=RLock, repr=False)
    ready: Event = field(default_factory=Event, repr=False)
    written: Kept[bytes] = field(default_factory=lambda: Kept(KEPT_ROWS), repr=False)
    parts: Kept[Any] = field(default_factory=lambda: Kept(KEPT_PARTS), repr=False)

    @property
    def seq(self) -> int:
        """The line of the log."""
        return self.head.seq

    @cached_property
    def etag(self) -> str:
        """What stands for all that can be shown: the log's last hash and the program, whose version takes a while to read."""
        known_at = "" if self.known_at is None else self.known_at.isoformat()
        return f"{self.head.hash[:24]}{known_at} {version('dateline')}"

    @cached_property
    def dossier(self) -> Dossier:
        """Everything kept, unfiltered."""
        with self.ledger.backend.reading() as connection:
            return Dossier(holdings=holdings_at(connection, self.seq))

    @cached_property
    def names(self) -> Names:
        """Names of the kept actors and places, unfiltered: for the room."""
        return Names(entities=self.dossier.holdings.entities)

    @cached_property
    def shown(self) -> Shown:
        """Everything that passes the safety filter."""
        return Shown(shelf=Shelf.of(self.dossier, self.terms, events=self._picture.events, screen=self.earlier))

    @cached_property
    def _derived(self) -> Derived:
        """What the ledger keeps derived, as of this line of its log and of no later one."""
        return Derived(self.ledger, known_at=self.known_at or self.head.at)

    @cached_property
    def _picture(self) -> Picture:
        """Events and who holds what: those that the ledger keeps derived, if they are of this state; unfiltered."""
        if not self._derived.stored:
            return Picture(dossier=self.dossier)
        told = self._derived.events(EventQuery()).events
        return Picture(dossier=self.dossier, told=told, held=self._derived.control_rows())

    @cached_property
    def across(self) -> Mapping[str, AcrossEvent]:
        """How the event of a claim was derived, by the claim's id; unfiltered: for the room."""
        return {claim: event for event in self._picture.events for claim in event.claims}

    @property
    def large(self) -> bool:
        """Whether making another view takes so long that nobody should wait for it."""
        return self.ready.is_set() and len(self.shown.claim_rows) > PATIENCE_CLAIMS

    def open(self, say: Callable[[str], object] = str) -> None:
        """Make ready what the overview and the events need; `say` is told what is being done."""
        with self.making:
            say("reading what the reports claim")
            _ = self.dossier
            say("putting together what they tell of")
            _ = self._picture.events
            say("passing everything through the safety filter")
            _ = (self.shown.event_rows, self.shown.event, self.shown.claim)

    def warm(self, say: Callable[[str], object] = str) -> None:
        """Make ready what every other screen and list needs."""
        self.open()
        with self.making:
            say("putting the claims in order")
            _ = self.shown.claim_rows
            say("setting the voices side by side")
            _ = (self._findings, self._holding)
        self.ready.set()

    @property
    def terms(self) -> Terms:
        """TLP:AMBER, as of the last line of the log: the same state gives the same bytes."""
        return Terms(at=self.head.at, include_nonlethal=True)

    def shared(self, query: Query | None = None) -> Shared:
        """What passes the filter, or that part of it that a query asks for, for an exporter."""
        if query is None:
            return self.shown.shared
        events = [row.kept for row in self.shown.events_that_fit(query)]
        inside = {claim.id for event in events for claim in event.claims}
        told = [row.kept for row in self.shown.claims_that_fit(query) if row.kept.event is None]
        claims = [row.kept for row in self.shown.claim_rows if row.kept.id in inside]
        shelf = self.shown.shelf
        holds = [hold for hold in shelf.sieve.gathered.holds if inside.intersection(hold.claims)]
        return shelf.part(events, claims=(*claims, *told), holds=holds)

    def shared_page(self, query: Query) -> Shared:
        """The events of one page, for an exporter."""
        page = self.events(query)
        claims = tuple(claim for event in page.items for claim in event.claims)
        return Shared(events=page.items, claims=claims, holds=(), terms=self.terms)

    def once(self, part: str, asked: Query, make: Callable[[], Row]) -> Row:
        """What hangs on all of a question but the page asked for: made for its first page and kept while there is room."""
        key = (part, repr(asked.pairs(cursor=None)))
        found: Row | None = self.parts.get(key)
        if found is None:
            found = make()
            self.parts.keep(key, found)
        return found

    def events(self, query: Query) -> Page[ExportEvent]:
        """The events asked for, by day."""
        rows = self.rows(query)
        unlocated, disputed = self.once("events counted", query, lambda: (count_unlocated(rows), count_disputed(rows)))
        page = self._page(rows, query, key=own_key, unlocated=unlocated, disputed=disputed)
        return page_of(page, tuple(self.shown.event[row.id] for row in page.items))

    def rows(self, query: Query) -> list[EventRow]:
        """All events asked for, without their words, by day: for counting and for maps."""
        return self.once("events", query, lambda: self.shown.events_that_fit(query))

    def event(self, key: str) -> ExportEvent | None:
        """One event by id."""
        return self.shown.event.get(key)

    def claims(self, query: Query) -> Page[ExportClaim]:
        """The claims asked for, as they came in."""
        rows = self.once("claims", query, lambda: self.shown.claims_that_fit(query))
        unlocated = self.once("claims counted", query, lambda: count_unlocated(rows))
        page = self._page(rows, query, key=own_key, unlocated=unlocated)
        return page_of(page, tuple(self.shown.claim[row.id] for row in page.items))

    def claim(self, key: str) -> ExportClaim | None:
        """One claim by id."""
        return self.shown.claim.get(key)

    def reports(self, query: Query) -> Page[ReportLine]:
        """The reports that tell a claim asked for; without a question all, those without claims too."""
        kept, told, tells_of = self.once("reports", query, lambda: self._telling(query))
        page = self._page(kept, query, key=by_arrival)
        return page_of(page, tuple(self._report(one, told[one.id], tells_of[one.id]) for one in page.items))

    def _telling(self, query: Query) -> tuple[list[LedgerReport], Counter[str], Counter[str]]:
        """The reports, and how many of the claims and of the events asked for each tells."""
        narrow = bool(query.pairs(limit=None, cursor=None, known_at=None))
        rows = self.shown.claims_that_fit(query) if narrow else self.shown.claim_rows
        told = Counter(row.kept.report.id for row in rows)
        tells_of = Counter(report for report, event in {(r.kept.report.id, r.kept.event) for r in rows} if event)
        kept = [one for one in self.dossier.holdings.reports if told[one.id] or not narrow]
        return sorted(kept, key=by_arrival), told, tells_of

    def report(self, key: str) -> ReportLine | None:
        """One report by id."""
        known = self.dossier.reports.get(key)
        if known is None:
            return None
        rows = self.shown.claims_of.get(key, ())
        return self._report(known, len(rows), len({row.kept.event for row in rows} - {None}))

    def _report(self, report: LedgerReport, claims: int, events: int) -> ReportLine:
        guarded = any(row.guarded for row in self.shown.claims_of.get(report.id, ()))
        shown = self.shown.shelf.sieve.report(export_report(report), coarse=guarded)
        return ReportLine(report=shown, recorded=report.recorded.at.isoformat(), claims=claims, events=events)

    def of_report(self, key: str) -> Shared:
        """What one report tells, as it may be shown."""
        claims = [row.kept for row in self.shown.claims_of.get(key, ())]
        ids = {claim.id for claim in claims}
        wanted = {claim.event for claim in claims}
        gathered = self.shown.shelf.sieve.gathered
        shared = self.shown.shelf.part(
            (event for event in gathered.events if event.id in wanted),
            claims=claims,
            holds=[hold for hold in gathered.holds if ids.intersection(hold.claims)],
        )
        return replace(shared, claims=tuple(self.shown.claim[row.id] for row in self.shown.claims_of.get(key, ())))

    def findings_of(self, report: str) -> tuple[FindingLine, ...]:
        """What to know before believing one report."""
        return tuple(line for line in self._findings if report in line.reports or report == line.report)

    def room_report(self, key: str) -> RoomReport | None:
        """A report with its own text and record, unfiltered: for the room alone."""
        known = self.dossier.reports.get(key)
        found = record(self.ledger, key, known_at=self.known_at) if known else None
        if known is None or found is None:
            return None
        return RoomReport(id=key, name=known.name, text=self.dossier.holdings.texts[key], record=found)

    def place(self, key: str) -> Named | None:
        """One place by id."""
        return next((named for named in self._places if named.id == key), None)

    def actor(self, key: str) -> Named | None:
        """One actor by id."""
        return next((named for named in self._actors if named.id == key), None)

    @cached_property
    def _places(self) -> tuple[Named, ...]:
        return tuple(places_in(self.shown.event_rows))

    @cached_property
    def _actors(self) -> tuple[Named, ...]:
        return tuple(self._acting(self.shown.event_rows))

    def control_page(self, asked: HoldQuery) -> Page[Lanes]:
        """A page of the places asked for, each with all voices."""
        found = [one for one in self.control(asked.query) if asked.status in (None, one.status)]
        disputed = sum(one.status == "disputed" for one in found)
        unlocated = sum(point(one.place) is None for one in found)
        return self._page(sorted(found, key=by_place), asked, key=by_place, unlocated=unlocated, disputed=disputed)

    def control_of(self, place: str) -> Lanes | None:
        """What every voice says of who holds a place, by its id."""
        return next((one for one in self.control(Query()) if one.place.id == place), None)

    def control(self, query: Query) -> tuple[Lanes, ...]:
        """What every voice says of who holds the places asked for, on `as_of`; no place: all."""
        voices = self._voices(query)
        if query.day is None and voices is None:
            found = self._holding
        else:
            found = self._all_lanes(self.control_rows(query.day, voices=voices))
        return tuple(one for one in found if query.place is None or is_called(one.place, query.place))

    @cached_property
    def _holding(self) -> tuple[Lanes, ...]:
        """All places, as far as all is known."""
        return self._all_lanes(self.control_rows())

    def control_rows(self, day: date | None = None, *, voices: frozenset[str] | None = None) -> tuple[ControlRow, ...]:
        """Who holds which place by the end of a day (None: by all that is known), unfiltered: for the room."""
        if day is None and voices is None:
            return self._picture.control
        return control_of(self.dossier, as_of=day, according_to=voices)

    def _all_lanes(self, rows: Iterable[ControlRow]) -> tuple[Lanes, ...]:
        return tuple(lanes for row in rows if (lanes := lanes_of(row, self.shown)) is not None)

    def _voices(self, query: Query) -> frozenset[str] | None:
        if not query.speaker:
            return None
        wanted = {folded(name) for name in query.speaker}
        return frozenset(
            h.believer.id for h in self.shown.holds if {folded(h.believer.name), folded(h.believer.id)} & wanted
        )

    def places(self, query: Query) -> Page[Named]:
        """The places at which the events asked for happened, by name."""
        named = self.once("places", query, lambda: sorted(places_in(self.rows(query)), key=by_name))
        return self._page(named, query, key=by_name)

    def actors(self, query: Query) -> Page[Named]:
        """The parties and voices of the events asked for, by name."""
        named = self.once("actors", query, lambda: sorted(self._acting(self.rows(query)), key=by_name))
        return self._page(named, query, key=by_name)

    def _acting(self, rows: Iterable[EventRow]) -> Iterator[Named]:
        return actors_in(rows, self.shown.shelf.sieve)

    def findings(self, query: Paging) -> Page[FindingLine]:
        """What to know before believing: contradictions, copies, corrections."""
        return self._page(self._findings, query, key=by_report)

    @cached_property
    def _findings(self) -> tuple[FindingLine, ...]:
        return tuple(sorted(map(self._finding, self._found()), key=by_report))

    def _found(self) -> Iterator[FindingLine]:
        """The findings across reports, unfiltered."""
        if self._derived.stored:
            found = self._derived.findings(FindingQuery()).findings
        else:
            found = tuple(found_at(self.dossier, finding) for finding in findings_of(self._picture))
        for one in found:
            known = self.dossier.reports.get(one.report)
            yield finding_line(one, self.names, known.name if known else one.report)

    def _finding(self, line: FindingLine) -> FindingLine:
        """Coarse where it is about a guarded claim or about no claim that can be shown."""
        claims = [self.shown.claim[key] for key in line.claims if key in self.shown.claim]
        line = replace(line, event=next((claim.event for claim in claims if claim.event), None) if line.event else None)
        guarded = not claims or any((c.place is not None and c.place.coarsened) or not c.passages for c in claims)
        if not guarded:
            return scrub(line, self.screen.clean)
        bare = replace(line, file="", line=0, column=0, place=None)
        return scrub(bare, self.screen.coarse)

    @property
    def screen(self) -> Screen:
        """The redactors of the filter, for words that stand in no event, claim or hold."""
        return self.shown.shelf.sieve.screen

    def finding(self, key: str) -> FindingLine | None:
        """One finding by id."""
        return next((line for line in self._findings if line.id == key), None)

    def judgements(self, query: Paging) -> Page[Judgement]:
        """What people decided, oldest first."""
        return self._page(self._judgements, query, key=by_time)

    def judgement(self, key: str) -> Judgement | None:
        """One judgement by id."""
        return next((one for one in self._judgements if one.id == key), None)

    @cached_property
    def _judgements(self) -> tuple[Judgement, ...]:
        kept = (scrub(one, self.screen.clean) for one in self.dossier.holdings.judgements)
        return tuple(sorted(kept, key=by_time))

    def changes(self, since: str | None = None, *, limit: int = PAGE) -> Page[Change]:
        """What changed after a cursor (None: from the first line on); `next` is always given, to ask with later."""
        after = self.cursors.read(since, question="changes")[0] if since else 0
        told = (c for c in changes(self.ledger, since=after, past=self._past) if c.seq <= self.seq)
        items = tuple(scrub(change, self.screen.clean) for change in whole_lines(told, limit))
        reached = items[-1].seq if items else after
        return Page(items=items, total=len(items), next=self.cursors.write([reached], question="changes"))

    @cached_property
    def _past(self) -> Past:
        return Past(dossier=self.dossier)

    def _page(
        self, found: Sequence[Row], query: Paging, *, key: Callable[[Row], Key], unlocated: int = 0, disputed: int = 0
    ) -> Page[Row]:
        """The page after the query's cursor; `found` in the order of `key`."""
        page = cut(found, query, key=key, cursors=self.cursors)
        return replace(page, unlocated=unlocated, disputed=disputed)
