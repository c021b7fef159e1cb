"""Which rows are told at or of a place of refuge, medical care or aid.

It fails closed: words in a quote suffice, and one such claim guards its whole event.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.export.protection import is_registered_organisation
from dateline.export.screen import Screen
from dateline.export.shared import ExportActor, ExportClaim, ExportPlace, Gathered
from dateline.model.time import TimeRange

SHELTERING_KINDS = ("hospital", "clinic", "shelter")


def guarded(gathered: Gathered, screen: Screen) -> set[str]:
    """The ids of claims, events and holds that are told at or of a protected place; one claim guards its whole event."""
    claims = {c.id for c in gathered.claims if _speaks_of_shelter(c, screen)}
    claims |= _beside(gathered.claims, claims, screen)
    events = {
        e.id
        for e in gathered.events
        if _sheltering(e.place, screen)
        or screen.gives_away(e.label)
        or any(_is_shelter(actor, screen) for actor in (*e.actor1, *e.actor2))
        or any(c.id in claims for c in e.claims)
    }
    claims |= {c.id for e in gathered.events if e.id in events for c in (*e.claims, *e.denials)}
    holds = {h.id for h in gathered.holds if _sheltering(h.place, screen) or set(h.claims) & claims}
    return claims | events | holds


def _speaks_of_shelter(claim: ExportClaim, screen: Screen) -> bool:
    names = (name for role in claim.roles.values() for name in role)
    counts = (count.words for count in claim.counts)
    if _sheltering(claim.place, screen) or any(_is_shelter(voice, screen, speaks=True) for voice in claim.voices):
        return True
    return any(screen.gives_away(text) for text in (claim.quote, claim.predicate, *names, *counts))


def _beside(claims: Iterable[ExportClaim], guarded: set[str], screen: Screen) -> set[str]:
    """Claims of the same report about the same town and day: beside a guarded one they would tell where that is."""
    known = tuple(claims)
    told: dict[tuple[str, str], list[TimeRange | None]] = {}
    for claim in known:
        if claim.id in guarded:
            for town in screen.towns(claim.place):
                told.setdefault((claim.report.id, town), []).append(claim.days)
    return {
        c.id for c in known if any(_may_meet(c.days, told.get((c.report.id, t), ())) for t in screen.towns(c.place))
    }


def _may_meet(days: TimeRange | None, others: Iterable[TimeRange | None]) -> bool:
    return any(days is None or other is None or days.overlaps(other) for other in others)


def _is_shelter(actor: ExportActor, screen: Screen, *, speaks: bool = False) -> bool:
    """Whether an actor is named by a protected place; organisations of the register are what they are.

    Who only `speaks` gives no place away by a profession: aid workers tell of any village.
    """
    if not is_registered_organisation(actor.id):
        return screen.is_shelter(actor.name) if speaks else screen.gives_away(actor.name)
    return screen.clean(actor.name) != actor.name and screen.shelters.finds(actor.name)


def _sheltering(place: ExportPlace | None, screen: Screen) -> bool:
    """Whether the place, or one that it is part of, is protected."""
    if place is None:
        return False
    if any(key in screen.protected for key in screen.wholes(place)):
        return True
    return screen.gives_away(place.name) or place.kind in SHELTERING_KINDS
