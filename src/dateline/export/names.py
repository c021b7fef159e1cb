"""Ids as they stand in a record: short, prefixed, stable for the same text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.model.record import Case, Mention, Record
from dateline.model.world import Actor, ActorKind, Place

_ENTITY = re.compile(r"(src|act|per|civ|anon|lbl|org):")
_UNREAD: dict[str, tuple[str, ActorKind]] = {"person": ("per", "person"), "label": ("lbl", "label")}


def slug(name: str) -> str:
    """A name as part of an id: ASCII where it folds to it, lower case, hyphens; never empty."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    ascii_only = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")
    return ascii_only or "x" + "-".join(f"{ord(char):x}" for char in name[:8])


@dataclass(frozen=True, kw_only=True)
class Names:
    """How the values of one case are called in its record; `refs` maps a mention id to what it refers to, `people` the
    mentions that count people of a party ("three soldiers") to that party.
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    place_ids: Mapping[str, str]
    refs: Mapping[str, str]
    people: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def filler(self, role: str, mention: str) -> str | None:
        """What plays a role: people that are counted are a number in one role and a party in all others."""
        party = None if role == "quantity" else self.people.get(mention)
        return party or self.refs.get(mention)

    def place(self, place: str | None) -> str | None:
        """The record's id of a place id of the model."""
        return self.place_ids.get(place) if place else None


def names_of(record: Record) -> Names:
    """All ids of one record; the same case always gives the same ones."""
    case = record.case
    places = _places(record)
    place_ids = _place_ids(places)
    counters = {"time": "t", "quantity": "n", "reference": "ref:"}
    counts = dict.fromkeys(counters, 0)
    actors = dict(case.actors)
    refs: dict[str, str] = {}
    for mention in case.resolution.mentions:
        if mention.kind in counters:
            counts[mention.kind] += 1
            refs[mention.id] = f"{counters[mention.kind]}{counts[mention.kind]}"
        elif mention.kind == "place":
            refs[mention.id] = _place_ref(case, mention, places, place_ids)
        else:
            refs[mention.id] = _actor_ref(case, mention, actors)
    return Names(
        actors=MappingProxyType(actors),
        places=MappingProxyType(places),
        place_ids=MappingProxyType(place_ids),
        refs=MappingProxyType(refs),
        people=MappingProxyType(dict(_people(case))),
    )


def _people(case: Case) -> Iterator[tuple[str, str]]:
    for mention in case.resolution.mentions:
        actor = case.resolution.actor(mention.id) if mention.kind == "quantity" else None
        if actor is not None:
            yield mention.id, actor.id


def _places(record: Record) -> dict[str, Place]:
    """The places that mentions mean, with the wholes and grounds that other readings know of."""
    found = dict(record.case.places)
    known = {r.value.id: r.value for r in record.case.resolution.readings if isinstance(r.value, Place)}
    for place in list(found.values()):
        for other in (place.part_of, place.ground):
            if other and other in known:
                found.setdefault(other, known[other])
    return found


def _place_ids(places: Mapping[str, Place]) -> dict[str, str]:
    taken: dict[str, str] = {}
    for key, place in places.items():
        base = name = f"pl:{slug(place.name)}"
        number = 1
        while name in taken.values():
            number += 1
            name = f"{base}-{number}"
        taken[key] = name
    return taken


def _place_ref(case: Case, mention: Mention, places: dict[str, Place], ids: dict[str, str]) -> str:
    """A place mention without a reading still is a place: one that is in no register and has no point."""
    place = case.resolution.place(mention.id)
    if place is None:
        place = Place(id=f"report:{slug(mention.span.quote)}", name=mention.span.quote, kind="unknown")
        if place.id not in places:
            places[place.id] = place
            ids[place.id] = f"pl:{slug(place.name)}-unread"
    return ids[place.id]


def _actor_ref(case: Case, mention: Mention, actors: dict[str, Actor]) -> str:
    """An actor mention without a reading gets an entity of its own; weapons are named after their words."""
    if mention.kind == "weapon":
        return f"wpn:{slug(mention.span.quote)}"
    actor = case.resolution.actor(mention.id)
    if actor is not None and _ENTITY.match(actor.id):
        return actor.id
    prefix, kind = _UNREAD.get(mention.kind, ("act", "organisation"))
    ref = f"{prefix}:unread-{slug(mention.span.quote)}"
    actors.setdefault(ref, Actor(id=ref, name=mention.span.quote, kind=kind, provisional=True))
    return ref
