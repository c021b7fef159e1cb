"""Who and what a report names, and how the names were read."""

from __future__ import annotations

from dateline.export.rows import NameRow
from dateline.export.visible import one_line
from dateline.export.vocabulary import place_kind, plain
from dateline.model.record import Case, Mention
from dateline.model.world import Actor, Place


def name_rows(case: Case) -> tuple[NameRow, ...]:
    """A row for every actor and place that some mention was read as, in the order in which the text names them."""
    mentions: dict[str, list[Mention]] = {}
    for mention in case.resolution.mentions:
        value = case.resolution.value(mention.id)
        if isinstance(value, Actor | Place):
            mentions.setdefault(value.id, []).append(mention)
    known: dict[str, Actor | Place] = {**case.actors, **case.places}
    return tuple(_row(known[key], found) for key, found in mentions.items())


def _row(value: Actor | Place, mentions: list[Mention]) -> NameRow:
    words = dict.fromkeys(one_line(mention.span.quote) for mention in mentions)
    return NameRow(
        name=one_line(value.name),
        kind=place_kind(value.kind) if isinstance(value, Place) else plain(value.kind),
        words=", ".join(f"“{word}”" for word in words),
        facts=one_line(" · ".join(_place(value) if isinstance(value, Place) else _actor(value))),
    )


def _place(place: Place) -> list[str]:
    """Country, division and coordinates, or how far from where; and which register says so."""
    facts = [", ".join(part for part in (place.admin1, place.country) if part)]
    if place.lat is not None and place.lon is not None:
        facts.append(f"{place.lat:.3f}, {place.lon:.3f}")
    if place.distance_km:
        low, high = place.distance_km
        facts.append(f"{low:g} km" if low == high else f"{low:g}–{high:g} km")
    return [*filter(None, facts), place.id]


def _actor(actor: Actor) -> list[str]:
    """Country, side and where the name is from."""
    side = f"side: {actor.side}" if actor.side else ""
    origin = "known from this report alone" if actor.provisional else actor.id
    return [part for part in (actor.country or "", side, origin) if part]
