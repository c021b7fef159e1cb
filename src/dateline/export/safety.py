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
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.errors import UsageError
from dateline.export.guard import guarded
from dateline.export.protection import names_protected_place
from dateline.export.screen import Screen, screen_of
from dateline.export.scrub import decoded, host_alone, scrub
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, Gathered, Shared, Terms
from dateline.model.time import TimeRange

PUBLISH_DELAY = timedelta(hours=24)
WEST_OF_UTC = timedelta(hours=12)
"""Days of events are local to their places; west of Greenwich they end up to half a day later."""


def filtered(gathered: Gathered, terms: Terms) -> Shared:
    """What may leave under these terms; raises UsageError for a `terms.at` without a time zone."""
    if terms.at.tzinfo is None:
        raise UsageError(f"the time of sharing needs a time zone: {terms.at.isoformat()}")
    screen = screen_of(gathered.entities)
    coarse = guarded(gathered, screen)
    young = {e.id for e in gathered.events if terms.tlp == "CLEAR" and _age(e.days, e.claims, terms) < PUBLISH_DELAY}
    leaving = [c for c in gathered.claims if c.event not in young and _old_enough(c, terms)]
    claims = {c.id: _claim(c, screen, coarse=c.id in coarse) for c in leaving}
    events = (e for e in gathered.events if e.id not in young)
    holds = (h for h in gathered.holds if terms.tlp != "CLEAR" or set(h.claims) <= set(claims))
    return Shared(
        events=tuple(
            replace(
                _event(e, screen, coarse=e.id in coarse), claims=tuple(claims[c.id] for c in e.claims if c.id in claims)
            )
            for e in events
        ),
        claims=tuple(claims.values()),
        holds=tuple(_hold(h, screen, coarse=h.id in coarse) for h in holds),
        terms=terms,
        left_out={"younger than 24 hours": len(young)} if young else {},
    )


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


def _claim(claim: ExportClaim, screen: Screen, *, coarse: bool) -> ExportClaim:
    if not coarse:
        return _titled(scrub(claim, screen.clean))
    place = screen.place(claim.place)
    bare = replace(claim, passages=(), place=None, report=replace(claim.report, title=None))
    return replace(scrub(bare, screen.coarse), place=place)


def _titled(claim: ExportClaim) -> ExportClaim:
    """A headline or address that speaks of a protected place says so beside every claim of its report."""
    report = claim.report
    title = None if report.title and names_protected_place(report.title) else report.title
    url = host_alone(report.url) if report.url and names_protected_place(decoded(report.url)) else report.url
    return replace(claim, report=replace(report, title=title, url=url))


def _event(event: ExportEvent, screen: Screen, *, coarse: bool) -> ExportEvent:
    """The event as it may leave, without its claims."""
    if not coarse:
        return scrub(replace(event, claims=()), screen.clean)
    place = screen.place(event.place)
    where = f" in {place.name}" if place else ""
    bare = replace(event, claims=(), place=None, label="", projections=_coarse_codes(event.projections))
    shown = scrub(bare, screen.coarse)
    return replace(shown, place=place, label=f"{shown.act.replace('_', ' ').capitalize()}{where}")


def _hold(hold: ExportHold, screen: Screen, *, coarse: bool) -> ExportHold:
    if not coarse:
        return scrub(hold, screen.clean)
    place = screen.place(hold.place)
    nowhere = replace(hold, place=replace(hold.place, id="", name="", admin1=None, lat=None, lon=None))
    shown = scrub(nowhere, screen.coarse)
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
