"""What a ledger knew at one time, as it may be shown: pure reads."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from dateline.derive.across import Dossier, control_of
from dateline.desk import Change, FindingLine, Names, changes, findings
from dateline.desk.sharing import share
from dateline.export.formats.facets import point
from dateline.export.screen import Screen, screen_of
from dateline.export.scrub import scrub
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, ExportPlace, Shared, Terms
from dateline.model.across import BelieverState, ControlRow
from dateline.model.ledger import Judgement
from dateline.store import Ledger, holdings, record
from dateline.store.head import Head
from dateline.web.asked import PAGE, HoldQuery, Paging, Query
from dateline.web.cursors import Cursors
from dateline.web.named import actors_in, places_in
from dateline.web.page import Lanes, Named, Page, ReportLine, RoomReport, Stand
from dateline.web.shown import Key, Shown, claim_key, event_key, fits_claim, fits_event, folded

Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class View:
    """A ledger as of one line of its log; `known_at` None: all that it knows.

    Everything but `room_report` has passed the safety filter and may leave the room.
    """

    ledger: Ledger
    head: Head
    known_at: datetime | None
    cursors: Cursors

    @property
    def seq(self) -> int:
        """The line of the log."""
        return self.head.seq

    @property
    def etag(self) -> str:
        """What stands for the content of all that can be shown."""
        return f"{self.head.hash[:24]}{'' if self.known_at is None else self.known_at.isoformat()}"

    @cached_property
    def dossier(self) -> Dossier:
        """Everything kept, unfiltered."""
        return Dossier(holdings=holdings(self.ledger, known_at=self.known_at))

    @cached_property
    def names(self) -> Names:
        """Names of the kept actors and places, unfiltered: for the room."""
        return Names(entities=self.dossier.holdings.entities)

    @cached_property
    def shown(self) -> Shown:
        """Everything that passed the safety filter."""
        return Shown(shared=share(self.dossier, self.terms))

    @property
    def terms(self) -> Terms:
        """TLP:AMBER, as of the last line of the log: the same state gives the same bytes."""
        return Terms(at=self.head.at, include_nonlethal=True)

    def shared(self, query: Query | None = None) -> Shared:
        """What passed the filter, or that part of it that a query asks for, for an exporter."""
        whole = self.shown.shared
        if query is None:
            return whole
        events = tuple(event for event in self.shown.events if fits_event(event, query))
        inside = {claim.id for event in events for claim in event.claims}
        claims = tuple(c for c in self.shown.claims if c.id in inside or (c.event is None and fits_claim(c, query)))
        holds = tuple(hold for hold in whole.holds if set(hold.claims) & inside)
        return Shared(events=events, claims=claims, holds=holds, terms=whole.terms, left_out=whole.left_out)

    def shared_page(self, query: Query) -> Shared:
        """The events of one page, for an exporter."""
        page = self.events(query)
        claims = tuple(claim for event in page.items for claim in event.claims)
        return Shared(events=page.items, claims=claims, holds=(), terms=self.terms)

    def events(self, query: Query) -> Page[ExportEvent]:
        """The events asked for, by day."""
        found = [event for event in self.shown.events if fits_event(event, query)]
        return self._page(
            found,
            query,
            key=event_key,
            unlocated=sum(point(event.place) is None for event in found),
            disputed=sum(event.disputed for event in found),
        )

    def event(self, key: str) -> ExportEvent | None:
        """One event by id."""
        return self.shown.event.get(key)

    def claims(self, query: Query) -> Page[ExportClaim]:
        """The claims asked for, as they came in."""
        found = [claim for claim in self.shown.claims if fits_claim(claim, query)]
        return self._page(found, query, key=claim_key, unlocated=sum(point(claim.place) is None for claim in found))

    def claim(self, key: str) -> ExportClaim | None:
        """One claim by id."""
        return self.shown.claim.get(key)

    def reports(self, query: Query) -> Page[ReportLine]:
        """The reports that tell a claim asked for; without a question all, those without claims too."""
        return self._page(list(self._report_lines(query)), query, key=lambda line: (line.recorded, line.report.id))

    def report(self, key: str) -> ReportLine | None:
        """One report by id."""
        return next((line for line in self._report_lines(Query()) if line.report.id == key), None)

    def _report_lines(self, query: Query) -> Iterator[ReportLine]:
        narrow = bool(query.pairs(limit=None, cursor=None, known_at=None))
        claims = [claim for claim in self.shown.claims if not narrow or fits_claim(claim, query)]
        told = Counter(claim.report.id for claim in claims)
        events = Counter(report for report, event in {(c.report.id, c.event) for c in claims} if event is not None)
        reports = {claim.report.id: claim.report for claim in self.shown.claims}
        for report in self.dossier.holdings.reports:
            if report.id in reports and (told[report.id] or not narrow):
                yield ReportLine(
                    report=reports[report.id],
                    recorded=report.recorded.at.isoformat(),
                    claims=told[report.id],
                    events=events[report.id],
                )

    def of_report(self, key: str) -> Shared:
        """What one report tells, as it may be shown."""
        claims = tuple(claim for claim in self.shown.claims if claim.report.id == key)
        ids = {claim.id for claim in claims}
        events = dict.fromkeys(claim.event for claim in claims if claim.event)
        holds = tuple(hold for hold in self.shown.shared.holds if set(hold.claims) & ids)
        return Shared(
            events=tuple(self.shown.event[event] for event in events), claims=claims, holds=holds, terms=self.terms
        )

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
        return tuple(places_in(self.shown.events))

    @cached_property
    def _actors(self) -> tuple[Named, ...]:
        return tuple(actors_in(self.shown.events))

    def control_page(self, asked: HoldQuery) -> Page[Lanes]:
        """A page of the places asked for, each with all voices."""
        found = [one for one in self.control(asked.query) if asked.status in (None, one.status)]
        disputed = sum(one.status == "disputed" for one in found)
        unlocated = sum(point(one.place) is None for one in found)
        return self._page(sorted(found, key=_by_place), asked, key=_by_place, unlocated=unlocated, disputed=disputed)

    def control_of(self, place: str) -> Lanes | None:
        """What every voice says of who holds a place, by its id."""
        return next((one for one in self.control(Query()) if one.place.id == place), None)

    def control(self, query: Query) -> tuple[Lanes, ...]:
        """What every voice says of who holds the places asked for, on `as_of`; no place: all."""
        rows = control_of(self.dossier, as_of=query.day, according_to=self._voices(query))
        lanes = (self._lanes(row) for row in rows)
        found = (one for one in lanes if one is not None)
        return tuple(one for one in found if query.place is None or _called(one.place, query.place))

    def _voices(self, query: Query) -> frozenset[str] | None:
        if not query.speaker:
            return None
        wanted = {folded(name) for name in query.speaker}
        holds = self.shown.shared.holds
        return frozenset(h.believer.id for h in holds if {folded(h.believer.name), folded(h.believer.id)} & wanted)

    @cached_property
    def _holds(self) -> Mapping[str, ExportHold]:
        return {hold.id: hold for hold in self.shown.shared.holds}

    def _lanes(self, row: ControlRow) -> Lanes | None:
        stands = tuple(stand for state in row.states if (stand := self._stand(state)) is not None)
        if not stands:
            return None
        return Lanes(
            place=stands[0].hold.place,
            as_of=row.as_of,
            status=row.status,
            origins=len(row.origins),
            stands=stands,
            conflicts=row.conflicts,
        )

    def _stand(self, state: BelieverState) -> Stand | None:
        hold = self._holds.get(state.control)
        if hold is None:
            return None
        return Stand(
            hold=hold,
            live=state.live,
            ended_by=state.ended_by,
            word=state.word,
            age_days=state.age_days,
            against_interest=state.against_interest,
            report=state.report,
        )

    def places(self, query: Query) -> Page[Named]:
        """The places at which the events asked for happened, by name."""
        named = places_in(event for event in self.shown.events if fits_event(event, query))
        return self._page(sorted(named, key=_by_name), query, key=_by_name)

    def actors(self, query: Query) -> Page[Named]:
        """The parties and voices of the events asked for, by name."""
        named = actors_in(event for event in self.shown.events if fits_event(event, query))
        return self._page(sorted(named, key=_by_name), query, key=_by_name)

    def findings(self, query: Paging) -> Page[FindingLine]:
        """What to know before believing: contradictions, copies, corrections."""
        return self._page(self._findings, query, key=_by_report)

    @cached_property
    def _findings(self) -> tuple[FindingLine, ...]:
        return tuple(sorted((self._finding(line) for line in findings(self.dossier)), key=_by_report))

    def _finding(self, line: FindingLine) -> FindingLine:
        """Coarse where it is about a guarded claim or about no claim that can be shown."""
        claims = [self.shown.claim[key] for key in line.claims if key in self.shown.claim]
        line = replace(line, event=next((claim.event for claim in claims if claim.event), None) if line.event else None)
        guarded = not claims or any((c.place is not None and c.place.coarsened) or not c.passages for c in claims)
        if not guarded:
            return scrub(line, self.screen.clean)
        bare = replace(line, file="", line=0, column=0, place=None)
        return scrub(bare, self.screen.coarse)

    @cached_property
    def screen(self) -> Screen:
        """The redactors of the filter, for words that stand in no event, claim or hold."""
        return screen_of(self.dossier.holdings.entities.values())

    def finding(self, key: str) -> FindingLine | None:
        """One finding by id."""
        return next((line for line in self._findings if line.id == key), None)

    def judgements(self, query: Paging) -> Page[Judgement]:
        """What people decided, oldest first."""
        return self._page(self._judgements, query, key=_by_time)

    def judgement(self, key: str) -> Judgement | None:
        """One judgement by id."""
        return next((one for one in self._judgements if one.id == key), None)

    @cached_property
    def _judgements(self) -> tuple[Judgement, ...]:
        kept = (scrub(one, self.screen.clean) for one in self.dossier.holdings.judgements)
        return tuple(sorted(kept, key=_by_time))

    def changes(self, since: str | None = None, *, limit: int = PAGE) -> Page[Change]:
        """What changed after a cursor (None: from the first line on); `next` is always given, to ask with later."""
        after = self.cursors.read(since, question="changes")[0] if since else 0
        told = (c for c in changes(self.ledger, since=after, dossier=self.dossier) if c.seq <= self.seq)
        items = tuple(scrub(change, self.screen.clean) for change in whole_lines(told, limit))
        reached = items[-1].seq if items else after
        return Page(items=items, total=len(items), next=self.cursors.write([reached], question="changes"))

    def _page(
        self, found: Sequence[Row], query: Paging, *, key: Callable[[Row], Key], unlocated: int = 0, disputed: int = 0
    ) -> Page[Row]:
        """The page after the query's cursor; `found` in the order of `key`."""
        question = repr(query.pairs(cursor=None, limit=None))
        start = 0
        if query.cursor is not None:
            after = tuple(self.cursors.read(query.cursor, question=question))
            start = bisect_right(found, after, key=key)
        items = tuple(found[start : start + query.limit])
        more = start + len(items) < len(found)
        return Page(
            items=items,
            total=len(found),
            next=self.cursors.write(key(items[-1]), question=question) if more and items else None,
            unlocated=unlocated,
            disputed=disputed,
        )


def _called(place: ExportPlace, name: str) -> bool:
    return place.id == name or folded(place.name) == folded(name)


def _by_name(named: Named) -> Key:
    return (folded(named.name), named.id)


def _by_place(lanes: Lanes) -> Key:
    return (folded(lanes.place.name), lanes.place.id, lanes.stands[0].hold.id)


def _by_time(judgement: Judgement) -> Key:
    return (judgement.at.isoformat(), judgement.id)


def _by_report(line: FindingLine) -> Key:
    return (line.report, line.code, line.id)


def whole_lines(told: Iterable[Change], limit: int) -> Iterator[Change]:
    """So many changes, and those of the last one's line of the log to its end: a cursor stands between lines."""
    last = 0
    for number, change in enumerate(told, start=1):
        if number > limit and change.seq != last:
            return
        last = change.seq
        yield change
