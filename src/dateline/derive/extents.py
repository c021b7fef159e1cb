"""How far a state of a place goes: a share of it, all but a part of it, or those whom a siege has inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, place_of
from dateline.model.text import Token
from dateline.model.world import ARMED_KINDS, Actor, Place
from dateline.reference.place_words import ADMIN_NOUNS, SETTLEMENT_NOUNS

_SHARE = re.compile(
    r"\b(?:most|much|half|majority|three[- ]quarters|two[- ]thirds|(?:nearly|almost) all|(?:large |big |small )?parts?|swathes?)"
    r" of (?:the )?(?:(?:town|city|village|district|province|region|territory|port)(?: of)? )?$",
    re.IGNORECASE,
)
_NAMED_PART = re.compile(
    r"\bthe (?!(?:larger?|great(?:er)?|other|major|biggest|most)\b)[\w'’-]+ parts? of (?:the )?(?:\w+ of )?$",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\b(?:gates?|doorstep|edges?|fringes?|vicinity|approaches) (?:of|to) (?:the )?$", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:with the (?:\w+ )?exception of|except(?: for)?|apart from|other than|save for)\b", re.IGNORECASE
)
_FEW_WORDS = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}")
_INSIDE = re.compile(r"\b(?:in|inside|within)(?: the(?: \w+)?(?: (?:town|city|village|port) of)?)? ?$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:formerly|previously|once|erstwhile|until (?:recently|then))[ -]$", re.IGNORECASE)
_NOT_YET = re.compile(
    r"(?=.*\b(?:few(?:er)?|only|just|one|two|three|last|another|more|still)\b)"
    r"(?=.*\b(?:left|remain\w*|need(?:s|ed)?|to (?:go|take|capture))\b).*\bbefore\b[^,.;]*$",
    re.IGNORECASE | re.DOTALL,
)
_STUCK = re.compile(r"\b(?:trapped|stuck|stranded|pinned)\b", re.IGNORECASE)
_SIEGE = re.compile(r"\b(?:sieges?|besieg\w+|surround\w+|encircl\w+|blockad\w+|cut off|cordon\w*)\b", re.IGNORECASE)
INSIDE = ("in", "inside", "at", "near", "outside", "around")
GRIP = frozenset(
    {
        "control", "hold", "grip", "charge", "command", "possession", "power", "capture", "seizure", "fall", "recapture",
        "liberation", "takeover", "conquest", "part", "half", "majority", "third", "quarter", "rest", "area", "territory",
        "ground", "town", "city", "village",
    }
)  # fmt: skip
"""Nouns before a place that mean a hold of it or a share of it, and no thing that stands in it."""
KINDS_OF_PLACE = frozenset(
    {*SETTLEMENT_NOUNS, *ADMIN_NOUNS, "area", "zone", "sector", "pocket", "enclave", "bastion", "front"}
)
"""Nouns behind a name that say what kind of place it is, and name nothing that stands in it."""
LONGEST_NAME = 80
"""Code points of the longest mention of a place."""
BEFORE = 45
"""Code points before a place within which the words stand that say how much of it is meant."""


def tells_a_share(case: Case, claim: Claim) -> bool:
    """Whether the words put a share before the place of the claim ("most of the town of Ashford"), and no certain part."""
    if any(_EXCEPT.search(span.quote) for span in claim.spans):  # what is left out may be read as the place
        named = (name for role in ("place", "target", "patient") for name in claim.roles.get(role, ()))
        claims = [replace(claim, place=name) for name in named]
    else:
        claims = [claim]
    return any(_before_place(case, c, _SHARE) and not _before_place(case, c, _NAMED_PART) for c in claims)


def leaves_a_part(case: Case, claim: Claim) -> bool:
    """Whether who leaves a place leaves but a part of it ("pulled out of parts of Ashford"), or never was inside its gates."""
    return claim.act == "withdraw" and (tells_a_share(case, claim) or _before_place(case, claim, _EDGE))


def excepted(case: Case, claim: Claim) -> tuple[Place, ...]:
    """The place that the words or the rest of their sentence leave out ("all of Kent except Ashford")."""
    sentence = case.parse.sentence_at(claim.spans[0].start)
    said = _EXCEPT.search(case.report.text, claim.spans[0].start, sentence.span.end) if sentence else None
    if said is None or sentence is None:
        return ()
    behind = case.resolution.within(said.end(), sentence.span.end, "place")[:1]
    near = [m for m in behind if _FEW_WORDS.fullmatch(case.report.text, said.end(), m.span.start)]
    return tuple(place for m in near if (place := case.resolution.place(m.id)) is not None)


def enclosed(case: Case, claim: Claim) -> Iterator[Actor]:
    """The armed whom a siege has inside the place: who encircles them near it does not say that they are in it."""
    if claim.act != "besiege" or claim.polarity != "positive" or not _before_place(case, claim, _INSIDE):
        return
    yield from (actor for actor in actors_in(case, claim, "patient", "target") if actor.kind in ARMED_KINDS)


def of_something_inside(case: Case, claim: Claim) -> bool:
    """Whether what is taken only stands in the place ("an army post in Ashford", "the town's radio station")."""
    if claim.place is None or not case.parse.tokens:
        return False
    place = _with_its_kind(case, case.parse.tokens[case.resolution.mention(claim.place).head])
    above = case.parse.head(place)
    if place.dep == "pobj" and above.lower in INSIDE:
        verb = case.parse.head(above)
        things = [verb] if verb.pos == "NOUN" else [*case.parse.kids(verb, "dobj", "nsubjpass")]
    else:
        things = [above] if place.dep in ("poss", "compound", "nmod") else []
    return any(thing.pos == "NOUN" and thing.lemma not in GRIP and not _is_place(case, thing) for thing in things)


def _with_its_kind(case: Case, place: Token) -> Token:
    """The noun that says what a place is ("the city of Ashford", "Ashford district"), else the place itself."""
    above = case.parse.head(place)
    noun = case.parse.head(above)
    if place.dep == "pobj" and above.lower == "of" and noun.lemma in SETTLEMENT_NOUNS:
        return noun
    kinds = place.dep in ("compound", "nmod") and above.lemma in KINDS_OF_PLACE
    return above if kinds else place


def _is_place(case: Case, token: Token) -> bool:
    near = case.resolution.within(token.start - LONGEST_NAME, token.end + LONGEST_NAME, "place")
    return any(mention.span.start <= token.start < mention.span.end for mention in near)


def ends_here(case: Case, claim: Claim) -> bool:
    """Whether the siege that a claim names is the one that its sentence has end: "the siege of Ashford was lifted"."""
    lifted = (c for c in case.claims if c.act == "break_siege" and c.sentence == claim.sentence)
    return claim.act == "besiege" and any(c.codeable and c.polarity == "positive" for c in lifted)


def is_over(case: Case, claim: Claim) -> bool:
    """Whether words of holding are of what was once: "the formerly rebel-held town" says nothing of who holds it today."""
    start = claim.spans[0].start
    return claim.act == "hold" and _ONCE.search(case.report.text, max(0, start - BEFORE), start) is not None


def only_trapped(case: Case, claim: Claim) -> bool:
    """Whether people who carry no arms are stuck in a place ("families trapped by the fighting"): nobody besieges it for that."""
    if claim.act != "besiege" or actors_in(case, claim, "agent"):
        return False
    words = " ".join(span.quote for span in claim.spans)
    caught = actors_in(case, claim, "patient", "target")
    return (
        _STUCK.search(words) is not None
        and _SIEGE.search(words) is None
        and not any(actor.kind in ARMED_KINDS for actor in caught)
    )


def is_to_come(case: Case, claim: Claim) -> bool:
    """Whether a hold is what more must happen before: "few districts were left before the city was in rebel hands"."""
    sentence = case.parse.sentence_at(claim.spans[0].start) if claim.act == "hold" else None
    return (
        sentence is not None
        and _NOT_YET.match(case.report.text[sentence.span.start : claim.spans[0].start]) is not None
    )


def _before_place(case: Case, claim: Claim, words: re.Pattern[str]) -> bool:
    place = place_of(case, claim)
    if claim.place is None or place is None:
        return False
    start = case.resolution.mention(claim.place).span.start
    told = any(span.start <= start < span.end for span in claim.spans)
    first = max(claim.spans[0].start, start - BEFORE)
    return told and words.search(" ".join(case.report.text[first:start].split()) + " ") is not None
