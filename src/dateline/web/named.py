"""Who and where is named in events that are shown, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.export.formats.facets import point
from dateline.export.shared import ExportActor, ExportEvent, ExportPlace
from dateline.web.page import Named


def places_in(events: Iterable[ExportEvent]) -> Iterator[Named]:
    """The places of events."""
    found: dict[str, tuple[ExportPlace, list[int]]] = {}
    for event in events:
        if event.place is not None:
            _, counts = found.setdefault(event.place.id, (event.place, [0, 0]))
            counts[0] += 1
            counts[1] += len(event.claims)
    for place, (told, claims) in found.values():
        yield _place(place, told, claims)


def actors_in(events: Iterable[ExportEvent]) -> Iterator[Named]:
    """The parties and voices of events."""
    found: dict[str, tuple[ExportActor, set[str], set[str]]] = {}
    for event in events:
        for actor, claim in _taking_part(event):
            _, told, claims = found.setdefault(actor.id, (actor, set(), set()))
            told.add(event.id)
            claims.update({claim} - {""})
    for actor, told, claims in found.values():
        yield Named(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            claims=len(claims),
            events=len(told),
            country=actor.country,
            side=actor.side,
        )


def _taking_part(event: ExportEvent) -> Iterator[tuple[ExportActor, str]]:
    """The parties, without a claim, and the voices, each with the claim that is theirs."""
    yield from ((actor, "") for actor in (*event.actor1, *event.actor2))
    yield from ((voice, claim.id) for claim in event.claims for voice in claim.voices)


def _place(place: ExportPlace, events: int, claims: int) -> Named:
    where = point(place)
    return Named(
        id=place.id,
        name=place.name,
        kind=place.kind,
        claims=claims,
        events=events,
        country=place.country.alpha2 if place.country else None,
        admin1=place.admin1,
        lat=where[1] if where else None,
        lon=where[0] if where else None,
        uncertainty_m=place.uncertainty_m,
        coarsened=place.coarsened,
    )
