"""Who came, struck and left again has not vacated a place: nobody told that it ever held it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, chain_of, place_of, places_in
from dateline.model.sides import same_side
from dateline.model.world import Actor, Place

STRIKING = frozenset({"attack", "ambush", "kill", "wound", "abduct", "loot", "burn", "shelling", "air_strike"})
STAYING = frozenset({"capture", "retake", "hold", "deploy", "transfer"})
"""Acts by which a voice has somebody in a place for longer than a raid."""
NAMELESS = ("unidentified_armed", "label", "civilian")
ROLES = ("place", "target", "patient", "origin", "destination")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doers:
    """Who does something in a place: `at` it, and `inside` it, which is in it or in a part of it."""

    at: Mapping[str, Mapping[str, Actor]]
    inside: Mapping[str, Mapping[str, Actor]]

    def are_of(self, case: Case, actors: Sequence[Actor], place: Place) -> bool:
        """Whether one of these, or of their side, does it in a place, in a part of it, or in what it is part of."""
        around = (self.at.get(name, {}) for name in chain_of(case, place.id))
        there = {name: doer for group in (self.inside.get(place.id, {}), *around) for name, doer in group.items()}
        return any(same_side(doer, actor) for doer in there.values() for actor in actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Who strikes and who stays in which place, looked up once for all who are said to leave one."""

    case: Case
    strikers: Doers
    stayers: Doers

    @classmethod
    def of(cls, case: Case) -> Visits:
        """What the claims of a report tell of it."""
        stays = (c for c in case.claims if c.act in STAYING and c.polarity == "positive")
        strikes = (c for c in case.claims if c.act in STRIKING)
        return cls(case=case, strikers=_doers(case, strikes), stayers=_doers(case, stays))

    def raided(self, leaving: Claim, leavers: Sequence[Actor], place: Place) -> bool:
        """Whether those who are said to leave a place only struck there, or are nobody in particular.

        Gunmen, attackers and the like, and a party that the same report has strike at the place, vacate it only where
        some voice of the report has them hold it, or be there for longer. Who is driven out by another had been there.
        """
        driven = actors_in(self.case, leaving, "patient")
        if not leavers or driven or self.stayers.are_of(self.case, leavers, place):
            return False
        return all(a.kind in NAMELESS for a in leavers) or self.strikers.are_of(self.case, leavers, place)


def _doers(case: Case, claims: Iterable[Claim]) -> Doers:
    at: dict[str, dict[str, Actor]] = {}
    inside: dict[str, dict[str, Actor]] = {}
    for claim in claims:
        doers = {actor.id: actor for actor in actors_in(case, claim, "agent", "recipient")}
        for place in _places(case, claim):
            at.setdefault(place, {}).update(doers)
            for name in chain_of(case, place):
                inside.setdefault(name, {}).update(doers)
    return Doers(at=at, inside=inside)


def _places(case: Case, claim: Claim) -> Collection[str]:
    there = (*places_in(case, claim, *ROLES), place_of(case, claim))
    return {place.id for place in there if place is not None}
