"""What words about a place take up from before: both towns, those who are driven out again, nobody of those who fight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, place_of
from dateline.model.world import ARMED_KINDS, Place

SIZES = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
PLACE_ROLES = ("place", "target", "destination", "patient")
COMING = ("attack", "enter", *TAKING)
"""Acts behind which "them" are those who came."""
_SAME = re.compile(r"(?:(both)|(?:the|these|those|all) (two|three|four|five))\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|towards?|into)\b(?!.*\bfrom\b)", re.IGNORECASE | re.DOTALL)
_THEM = re.compile(r"\bthem\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"^\W*(?:nobody|no[ -]one|neither|no (?:side|party|group|force)s?)\b|\bto (?:nobody|no[ -]one|neither|no side)\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"^\W*no (?:\w+ )?(?:side|party|group|force|faction|army)s?\b", re.IGNORECASE)
"""Nobody as well where a reader took "no group" for a name."""


def members(case: Case, claim: Claim, place: Place) -> tuple[Place, ...]:
    """The places that "both towns" takes up, the last of which so many were told at once; else the place itself."""
    said = _SAME.match(place.name if place.kind == "set" else "")
    if said is None:
        return (place,)
    size = SIZES[(said[1] or said[2]).lower()]
    before = [c for c in case.claims if c.spans[0].start < claim.spans[0].start]
    return next((told for c in reversed(before) for told in _told_at_once(case, c) if len(told) == size), (place,))


def _told_at_once(case: Case, claim: Claim) -> Iterator[tuple[Place, ...]]:
    for role in PLACE_ROLES:
        places = (case.resolution.place(name) for name in claim.roles.get(role, ()))
        yield tuple({place.id: place for place in places if place is not None}.values())


def driven_out(case: Case, claim: Claim, came: Claim | None) -> Claim:
    """As in "rebels stormed the post, but soldiers pushed them out": whom nobody could read as "them" are those who came."""
    pronoun = claim.predicate == "push_out" and any(_THEM.search(span.quote) for span in claim.spans)
    if not pronoun or came is None or came.act not in COMING or actors_in(case, claim, "patient"):
        return claim
    comers = [actor for actor in actors_in(case, came, "agent") if actor.kind in (*ARMED_KINDS, "label")]
    own = {actor.id for actor in actors_in(case, claim, "agent")}
    if not comers or any(actor.id in own for actor in comers):
        return claim
    return replace(claim, roles={**claim.roles, "patient": came.roles["agent"]})


def set_out_from(case: Case, claim: Claim, talk: Claim) -> Claim:
    """As in "the rebels took the town and the army fell back to the hills": who goes to one place has left that of the talk."""
    if claim.act != "withdraw" or "origin" in claim.roles or not _leads_on(case, claim):
        return claim
    left, reached = place_of(case, talk), place_of(case, claim)
    if left is None or talk.place is None or reached is None or lies_in(case, left.id, reached.id):
        return claim
    roles = {role: names for role, names in claim.roles.items() if role not in ("place", "destination")}
    return replace(claim, place=talk.place, roles={**roles, "origin": (talk.place,)})


def _leads_on(case: Case, claim: Claim) -> bool:
    """Whether the words lead to the place of a claim, and none lead from it."""
    if claim.place is None:
        return False
    place = case.resolution.mention(claim.place).span
    told = [span for span in claim.spans if span.start <= place.start < span.end]
    before = [case.report.text[span.start : place.start] for span in told]
    return claim.place in claim.roles.get("destination", ()) or any(_TOWARDS.search(words) for words in before)


def held_by_nobody(case: Case, claim: Claim) -> bool:
    """Whether the words have a place in nobody's hands: "neither side controls Ashford", "the town belongs to no one"."""
    told = claim.act == "hold" and place_of(case, claim) is not None
    if told and _NOT_ONE.match(claim.spans[0].quote):
        return True
    return told and not actors_in(case, claim, "agent") and any(_NOBODY.search(span.quote) for span in claim.spans)
