"""All resolvers in order: places first (the country decides which days are a weekend), times, actors, the rest."""

from __future__ import annotations

from collections import Counter

from dateline.model.record import Mention, Reading, Resolution
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference import Reference
from dateline.reference.calendar import weekend_begins
from dateline.resolve.actors import resolve_actors
from dateline.resolve.places import resolve_places
from dateline.resolve.quantities import resolve_quantities
from dateline.resolve.references import resolve_references
from dateline.resolve.times import resolve_times


def resolve(parse: Parse, mentions: tuple[Mention, ...], *, reference: Reference) -> Resolution:
    """Every mention's readings, the publisher, the publication time and the days that the news covers."""
    places = resolve_places(parse, mentions, reference)
    times = resolve_times(parse, mentions, weekend=weekend_begins(_country(places)))
    actors = resolve_actors(parse, mentions, reference, places)
    quantities = resolve_quantities(parse, mentions)
    references = resolve_references(parse, mentions)
    return Resolution(
        mentions=mentions,
        readings=(*times.readings, *places, *quantities, *actors.readings, *references),
        publisher=actors.publisher,
        published_by=actors.published_by,
        publication=times.publication,
        window=times.window,
    )


def _country(places: tuple[Reading, ...]) -> str | None:
    """The country that most place mentions lie in."""
    best = (reading.value for reading in places if reading.rank == 1)
    counted = Counter(place.country for place in best if isinstance(place, Place) and place.country)
    return counted.most_common(1)[0][0] if counted else None
