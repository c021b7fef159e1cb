"""Questions about a claim that need its case: who plays a role, where, when."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.record import Case, Claim
from dateline.model.time import TimeRange
from dateline.model.world import Actor, Place, Quantity


def actors_in(case: Case, claim: Claim, *roles: str) -> tuple[Actor, ...]:
    """The actors that play one of the roles, each once, in the order of the roles."""
    found: dict[str, Actor] = {}
    for role in roles:
        for mention in claim.roles.get(role, ()):
            actor = case.resolution.actor(mention)
            if actor is not None:
                found.setdefault(actor.id, actor)
    return tuple(found.values())


def places_in(case: Case, claim: Claim, *roles: str) -> tuple[Place, ...]:
    """The places that play one of the roles, each once, in the order of the roles."""
    found: dict[str, Place] = {}
    for role in roles:
        for mention in claim.roles.get(role, ()):
            place = case.resolution.place(mention)
            if place is not None:
                found.setdefault(place.id, place)
    return tuple(found.values())


def place_of(case: Case, claim: Claim) -> Place | None:
    """Where the claim says it happened."""
    return case.resolution.place(claim.place)


def time_of(case: Case, claim: Claim) -> TimeRange | None:
    """When the claim says it happened; None when the text does not tell (never a default)."""
    value = case.resolution.time(claim.time)
    return value.range if value else None


def quantities_of(case: Case, claim: Claim) -> tuple[Quantity, ...]:
    """What the claim counts."""
    found = (case.resolution.quantity(mention) for mention in claim.roles.get("quantity", ()))
    return tuple(quantity for quantity in found if quantity is not None)


def lies_in(case: Case, part: str, whole: str) -> bool:
    """Whether one place is the other or a part of it, as far as the places of the case tell."""
    return whole in chain_of(case, part)


def chain_of(case: Case, part: str) -> Iterator[str]:
    """A place, what it is part of, and so on, as far as the places of the case tell."""
    seen: set[str] = set()
    step: str | None = part
    while step is not None and step not in seen:
        yield step
        seen.add(step)
        place = case.places.get(step)
        step = place.part_of if place else None
