"""Which place words of a claim point to: "it", "there", the village that somebody reached and not the coast on which it lies."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.derive.taken_up import MOVING
from dateline.model.locating import COUNTRIES
from dateline.model.record import Case, Claim
from dateline.model.roles import places_in

COMING = ("enter", "return")
PLACE_ROLES = ("place", "origin", "destination", "target", "patient")
_IT_TAKEN = re.compile(r"\w (?:it|them)(?: (?:back|again|up|over))?$", re.IGNORECASE)
_IT_IS_HELD = re.compile(
    r"(?:it|both) (?:is|was|has been|had been|remains?|remained) [^,.;]{0,20}\b(?:hands|control|ours|theirs|with us|held)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:from |out of )?there\b(?! (?:is|are|was|were|has|have|had))", re.IGNORECASE)


def in_own_words(case: Case, claim: Claim) -> bool:
    """Whether the place of a claim stands in its words."""
    if claim.place is None:
        return False
    told = case.resolution.mention(claim.place).span
    return any(span.start <= told.start and told.end <= span.end for span in claim.spans)


def taking_it(case: Case, claim: Claim, talk: Claim | None) -> Claim:
    """As in "lost the village, east of the town, two days after they had seized it": it is the village."""
    if talk is None or talk.sentence != claim.sentence or claim.act not in (*MOVING, "hold") or not talk.place:
        return claim
    taken = any(_IT_TAKEN.search(span.quote) for span in claim.spans)
    taken = taken or (claim.act == "hold" and _IT_IS_HELD.match(claim.spans[0].quote) is not None)
    if not taken or claim.place == talk.place or in_own_words(case, claim) or places_in(case, claim, *PLACE_ROLES):
        return claim
    return replace(claim, place=talk.place)


def of_there(case: Case, claim: Claim) -> Claim:
    """As in "the group that had settled in the hamlet was driven from there": "there" is the place told last before it."""
    told = claim.place is not None or bool(places_in(case, claim, *PLACE_ROLES))
    if claim.act not in (*MOVING, "hold", "besiege", "deploy") or told:
        return claim
    said = [m.start() + span.start for span in claim.spans for m in _THERE.finditer(span.quote)]
    sentence = case.parse.sentence_at(claim.spans[0].start)
    if not said or sentence is None:
        return claim
    before = case.resolution.within(sentence.span.start, said[0], "place")
    return replace(claim, place=before[-1].id) if before else claim


def reaching(case: Case, claim: Claim) -> Claim:
    """The claim at the place that those who come reach: "on the east coast, rebels walked into the village of Ashford"."""
    reached = claim.roles.get("destination", ()) if claim.act in COMING else ()
    place = case.resolution.place(reached[0]) if reached else None
    return claim if place is None or place.kind in COUNTRIES else replace(claim, place=reached[0])


def is_where_others_went(case: Case, claim: Claim) -> bool:
    """Whether the place of a claim is that to which others went away: "melted into the forest before soldiers arrived"."""
    gone = (c for c in case.claims_by_sentence.get(claim.sentence, ()) if c.act == "withdraw" and c.id != claim.id)
    return any(claim.place in c.roles.get("destination", ()) for c in gone)
