"""Who and where is named in events that are shown, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.export.formats.facets import point
from dateline.export.safety import Sieve
from dateline.export.shared import ExportActor, ExportPlace
from dateline.web.page import Named
from dateline.web.rows import EventRow


def places_in(rows: Iterable[EventRow]) -> Iterator[Named]:
    """The places of events."""
    found: dict[str, tuple[ExportPlace, list[int]]] = {}
    for row in rows:
        if row.place is not None:
            _, counts = found.setdefault(row.place.id, (row.place, [0, 0]))
            counts[0] += 1
            counts[1] += len(row.told)
    for place, (events, claims) in found.values():
        yield _place(place, events, claims)


def actors_in(rows: Iterable[EventRow], sieve: Sieve) -> Iterator[Named]:
    """The parties and voices of events, as they may be shown."""
    found: dict[str, tuple[ExportActor, set[str], set[str]]] = {}
    for row in rows:
        for actor, claim, coarse in _taking_part(row, sieve):
            shown = sieve.screen.scrubbed(actor, coarse=coarse)
            _, events, claims = found.setdefault(shown.id, (shown, set(), set()))
            events.add(row.id)
            claims.update({claim} - {""})
    for actor, events, claims in found.values():
        yield Named(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            claims=len(claims),
            events=len(events),
            country=actor.country,
            side=actor.side,
        )


def _taking_part(row: EventRow, sieve: Sieve) -> Iterator[tuple[ExportActor, str, bool]]:
    """The parties, without a claim, and the voices, each with the claim that is theirs, and whether it is guarded."""
    yield from ((actor, "", row.guarded) for actor in (*row.kept.actor1, *row.kept.actor2))
    yield from ((voice, c.id, c.id in sieve.coarse) for c in row.kept.claims for voice in c.voices)


def _place(place: ExportPlace, events: int, claims: int) -> Named:
    where = point(place)
    return Named(
        id=place.id,
        name=place.name,
        kind=place.kind,
        claims=claims,
        events=events,
        country=place.country.alpha2 if place.country else None,
        country_name=place.country.name if place.country else None,
        admin1=place.admin1,
        lat=where[1] if where else None,
        lon=where[0] if where else None,
        uncertainty_m=place.uncertainty_m,
        coarsened=place.coarsened,
    )
