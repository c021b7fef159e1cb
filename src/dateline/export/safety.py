"""The one safety filter in front of every format.

* Private persons' names become "[person]" in every string that leaves, ids and addresses too; nothing links one
  mention of a person to another. Office-holders and organisations stay.
* Whatever is told at or of a place of refuge, medical care or aid is shown at its first-level division only, without
  its words, headline and positions; the division's point comes from the register, never from the place.
* With TLP:CLEAR, events younger than 24 hours are held back.

Reasons: ETHICS.md and the safety defaults. It fails closed: a row is coarsened if any of its words speak of such a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from dateline.errors import UsageError
from dateline.export.guard import guarded
from dateline.export.protection import names_protected_place
from dateline.export.screen import Screen, screen_of
from dateline.export.scrub import decoded, host_alone
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, ExportReport, Gathered, Shared, Terms
from dateline.model.act_nouns import act_noun
from dateline.model.time import TimeRange

PUBLISH_DELAY = timedelta(hours=24)
WEST_OF_UTC = timedelta(hours=12)
"""Days of events are local to their places; west of Greenwich they end up to half a day later."""


def filtered(gathered: Gathered, terms: Terms) -> Shared:
    """What may leave under these terms; raises UsageError for a `terms.at` without a time zone."""
    return Sieve.of(gathered, terms).whole()


@dataclass(frozen=True, kw_only=True)
class Sieve:
    """The filter, set up for all that is gathered, to be put on any part of it: what passes is the same as of the whole.

    `coarse` are the ids of guarded claims, events and holds, `young` those of events that are held back.
    """

    gathered: Gathered
    terms: Terms
    screen: Screen
    coarse: frozenset[str]
    young: frozenset[str]

    @classmethod
    def of(cls, gathered: Gathered, terms: Terms, *, screen: Screen | None = None) -> Sieve:
        """The filter for these terms; `screen` is that of the same entities, where there is one already."""
        if terms.at.tzinfo is None:
            raise UsageError(f"the time of sharing needs a time zone: {terms.at.isoformat()}")
        screen = screen or screen_of(gathered.entities)
        clear = gathered.events if terms.tlp == "CLEAR" else ()
        return cls(
            gathered=gathered,
            terms=terms,
            screen=screen,
            coarse=frozenset(guarded(gathered, screen)),
            young=frozenset(e.id for e in clear if _age(e.days, e.claims, terms) < PUBLISH_DELAY),
        )

    def whole(self) -> Shared:
        """All that may leave."""
        return self.part(self.gathered.events, claims=self.gathered.claims, holds=self.gathered.holds)

    def part(
        self, events: Iterable[ExportEvent], *, claims: Iterable[ExportClaim] = (), holds: Iterable[ExportHold] = ()
    ) -> Shared:
        """Those of these gathered rows that may leave; the claims of the events are among the claims."""
        chosen = tuple(events)
        told = {claim.id: claim for claim in claims}
        for event in chosen:
            told.update((claim.id, claim) for claim in (*event.claims, *event.denials) if claim.id not in told)
        shown = {key: self.claim(claim) for key, claim in told.items() if self._leaves(claim)}
        return Shared(
            events=tuple(self.event(event, shown) for event in chosen if event.id not in self.young),
            claims=tuple(shown.values()),
            holds=tuple(self.hold(hold) for hold in holds if self._holds_leave(hold)),
            terms=self.terms,
            left_out={"younger than 24 hours": len(self.young)} if self.young else {},
        )

    def claim(self, claim: ExportClaim) -> ExportClaim:
        """The claim as it may be shown."""
        if claim.id not in self.coarse:
            shown = self.screen.scrubbed(claim, coarse=False)
            return replace(shown, report=_titled(shown.report))
        return replace(self.screen.scrubbed(_bare(claim), coarse=True), place=self.screen.place(claim.place))

    def event(self, event: ExportEvent, claims: Mapping[str, ExportClaim]) -> ExportEvent:
        """The event as it may be shown, with those of its claims that are."""
        told = tuple(claims[claim.id] for claim in event.claims if claim.id in claims)
        denials = tuple(claims[claim.id] for claim in event.denials if claim.id in claims)
        return replace(_event(event, self.screen, coarse=event.id in self.coarse), claims=told, denials=denials)

    def hold(self, hold: ExportHold) -> ExportHold:
        """The hold as it may be shown."""
        return _hold(hold, self.screen, coarse=hold.id in self.coarse)

    def report(self, report: ExportReport, *, coarse: bool) -> ExportReport:
        """A report beside its claims, as it may be shown; `coarse` where one of them is guarded."""
        bare = replace(report, title=None) if coarse else report
        return _titled(self.screen.scrubbed(bare, coarse=coarse))

    def _leaves(self, claim: ExportClaim) -> bool:
        return claim.event not in self.young and _old_enough(claim, self.terms)

    def _holds_leave(self, hold: ExportHold) -> bool:
        return self.terms.tlp != "CLEAR" or set(hold.claims) <= self._leaving

    @cached_property
    def _leaving(self) -> frozenset[str]:
        return frozenset(claim.id for claim in self.gathered.claims if self._leaves(claim))


def _old_enough(claim: ExportClaim, terms: Terms) -> bool:
    return terms.tlp != "CLEAR" or _age(claim.days, (claim,), terms) >= PUBLISH_DELAY


def _age(days: TimeRange | None, claims: Iterable[ExportClaim], terms: Terms) -> timedelta:
    return terms.at - _end(days, tuple(claims))


def _end(days: TimeRange | None, claims: tuple[ExportClaim, ...]) -> datetime:
    """The latest moment at which it may have happened: its last day, else its reports' publication, else its entry."""
    if days is not None and days.latest is not None:
        return _utc(days.latest) + WEST_OF_UTC
    published = (c.report.published for c in claims)
    known = [_utc(p.latest) + WEST_OF_UTC for p in published if p is not None and p.latest is not None]
    return max(known, default=max((_utc(c.recorded) for c in claims), default=datetime.max.replace(tzinfo=UTC)))


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _bare(claim: ExportClaim) -> ExportClaim:
    """A guarded claim without its words, headline and place."""
    return replace(claim, passages=(), place=None, report=replace(claim.report, title=None))


def _titled(report: ExportReport) -> ExportReport:
    """A headline or address that speaks of a protected place says so beside every claim of its report."""
    title = None if report.title and names_protected_place(report.title) else report.title
    url = host_alone(report.url) if report.url and names_protected_place(decoded(report.url)) else report.url
    return replace(report, title=title, url=url)


def _event(event: ExportEvent, screen: Screen, *, coarse: bool) -> ExportEvent:
    """The event as it may leave, without its claims."""
    if not coarse:
        return screen.scrubbed(replace(event, claims=(), denials=()), coarse=False)
    place = screen.place(event.place)
    where = f" somewhere in {place.name}" if place else ""
    bare = replace(event, claims=(), denials=(), place=None, label="", projections=_coarse_codes(event.projections))
    shown = screen.scrubbed(bare, coarse=True)
    return replace(shown, place=place, label=f"{act_noun(shown.act)}{where}")


def _hold(hold: ExportHold, screen: Screen, *, coarse: bool) -> ExportHold:
    if not coarse:
        return screen.scrubbed(hold, coarse=False)
    place = screen.place(hold.place)
    nowhere = replace(hold, place=replace(hold.place, id="", name="", admin1=None, lat=None, lon=None))
    shown = screen.scrubbed(nowhere, coarse=True)
    return replace(shown, place=place) if place else shown


def _coarse_codes(projections: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Codes of a guarded event: precision as of a first-level division, and no words but the rule's."""
    precision = {"geo_precision": 3, "where_prec": 4}
    kept = ("event_type", "sub_event_type", "time_precision", "inter", "fatalities", "type_of_violence", "date_prec",
            "low", "best", "high", "eligible", "event", "mode", "context", "rule", *precision)  # fmt: skip
    return {
        book: {key: precision.get(key, value) for key, value in values.items() if key in kept}
        for book, values in projections.items()
    }
