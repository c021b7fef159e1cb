"""All resolvers in order: times first (they date the report), then places, actors, numbers and legal texts."""

from __future__ import annotations

from dateline.model.record import Mention, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.resolve.actors import resolve_actors
from dateline.resolve.places import resolve_places
from dateline.resolve.quantities import resolve_quantities
from dateline.resolve.references import resolve_references
from dateline.resolve.times import resolve_times


def resolve(parse: Parse, mentions: tuple[Mention, ...], *, reference: Reference) -> Resolution:
    """Every mention's readings, the publisher, the publication time and the days that the news covers."""
    times = resolve_times(parse, mentions)
    places = resolve_places(parse, mentions, reference)
    actors = resolve_actors(parse, mentions, reference, places)
    quantities = resolve_quantities(parse, mentions)
    references = resolve_references(parse, mentions)
    return Resolution(
        mentions=mentions,
        readings=(*times.readings, *places, *actors.readings, *quantities, *references),
        publisher=actors.publisher,
        publication=times.publication,
        window=times.window,
    )
