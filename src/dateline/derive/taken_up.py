"""What words about a place take up from before: both towns, those who are driven out again, nobody of those who fight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, place_of, places_in
from dateline.model.world import ARMED_KINDS, Actor, Place

SIZES = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
PLACE_ROLES = ("place", "target", "destination", "patient")
COMING = ("attack", "enter", *TAKING)
"""Acts behind which "them" are those who came."""
MOVING = ("enter", "return", "withdraw", "retake", "capture", "transfer", "clash")
REACH = 3
"""Sentences for which "they" may be those of whom the same act was told."""
_PRONOUNS = ("they", "them", "we", "who")
_SAME = re.compile(r"(?:(both)|(?:the|these|those|all) (two|three|four|five))\b", re.IGNORECASE)
_TOWARDS = re.compile(r"(?<!loyal )\b(?:to|towards?|into)\b(?!.*\bfrom\b)", re.IGNORECASE | re.DOTALL)
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
    driven = claim.predicate == "push_out"
    if claim.act != "withdraw" or driven or "origin" in claim.roles or not _leads_on(case, claim):
        return claim
    left, reached = place_of(case, talk), place_of(case, claim) or _first_reached(case, claim)
    if left is None or talk.place is None or reached is None or lies_in(case, left.id, reached.id):
        return claim
    roles = {role: names for role, names in claim.roles.items() if role not in ("place", "destination")}
    return replace(claim, place=talk.place, roles={**roles, "origin": (talk.place,)})


def _first_reached(case: Case, claim: Claim) -> Place | None:
    return next(iter(places_in(case, claim, "destination")), None)


def _leads_on(case: Case, claim: Claim) -> bool:
    """Whether the words lead to the place of a claim, and none lead from it."""
    if claim.place is None:
        return "destination" in claim.roles
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


def with_same_doer(case: Case, claim: Claim) -> Claim:
    """As in "They left at six": whom nobody could read as "they" are those of whom the same act was told just before."""
    named = claim.roles.get("agent", ())
    read = [case.resolution.actor(m) for m in named if case.resolution.mention(m).form != "pronoun"]
    if claim.act not in MOVING or not named or read or any(not _unread(a) for a in actors_in(case, claim, "agent")):
        return claim
    before = [c for c in case.claims if c.spans[0].start < claim.spans[0].start and c.codeable]
    same = [c for c in before if c.act == claim.act or (c.act in COMING and _in_one_sentence(c, claim))]
    told = same[-1] if same and _sentences_between(case, same[-1], claim) <= REACH else claim
    return replace(claim, roles={**claim.roles, "agent": told.roles.get("agent", named)})


def _unread(actor: Actor) -> bool:
    """Whether somebody is known by a pronoun alone."""
    return actor.provisional and actor.name.lower() in _PRONOUNS


def _in_one_sentence(one: Claim, other: Claim) -> bool:
    return one.sentence == other.sentence and one.believer == other.believer


def _sentences_between(case: Case, one: Claim, other: Claim) -> int:
    found = [case.parse.sentence_at(claim.spans[0].start) for claim in (one, other)]
    numbers = [sentence.index for sentence in found if sentence is not None]
    return abs(numbers[0] - numbers[-1])
