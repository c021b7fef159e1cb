"""Who came, struck and left again has not vacated a place: nobody told that it ever held it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, place_of, places_in
from dateline.model.sides import same_side
from dateline.model.world import Actor, Place

STRIKING = frozenset({"attack", "ambush", "kill", "wound", "abduct", "loot", "burn", "shelling", "air_strike"})
STAYING = frozenset({"capture", "retake", "hold", "deploy", "transfer"})
"""Acts by which a voice has somebody in a place for longer than a raid."""
NAMELESS = ("unidentified_armed", "label", "civilian")
ROLES = ("place", "target", "patient", "origin", "destination")


def raided(case: Case, leaving: Claim, leavers: Sequence[Actor], place: Place) -> bool:
    """Whether those who are said to leave a place only struck there, or are nobody in particular.

    Gunmen, attackers and the like, and a party that the same report has strike at the place, vacate it only where some
    voice of the report has them hold it, or be there for longer. Who is driven out by another had been there.
    """
    if not leavers or actors_in(case, leaving, "patient") or _was_there(case, leavers, place):
        return False
    nameless = all(actor.kind in NAMELESS for actor in leavers)
    return nameless or any(_does(case, claim, leavers, place) for claim in case.claims if claim.act in STRIKING)


def _was_there(case: Case, leavers: Sequence[Actor], place: Place) -> bool:
    told = (c for c in case.claims if c.act in STAYING)
    return any(claim.polarity == "positive" and _does(case, claim, leavers, place) for claim in told)


def _does(case: Case, claim: Claim, actors: Sequence[Actor], place: Place) -> bool:
    """Whether a claim has one of these act or be in a place, in a part of it, or in what it is part of."""
    doers = actors_in(case, claim, "agent", "recipient")
    if not any(same_side(one, other) for one in doers for other in actors):
        return False
    there = (*places_in(case, claim, *ROLES), place_of(case, claim))
    return any(p is not None and (lies_in(case, p.id, place.id) or lies_in(case, place.id, p.id)) for p in there)
