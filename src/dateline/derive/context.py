"""What a claim about a place leaves to its context: which place, and what exactly is denied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.model.record import Case, Claim
from dateline.model.roles import places_in

INHERITING = ("enter", "withdraw", "retake", "capture", "transfer")
PLACE_ROLES = ("place", "origin", "destination", "target", "patient")
REACH = 3


def understood(case: Case) -> Iterator[Claim]:
    """The claims, with denials spelled out and with the place that the talk is of where one is left out.

    "X denied the claim" becomes the denied claim, negated, in X's mouth. "They left at six" is about the place of
    the last change of hands, at most three sentences back; other acts inherit nothing.
    """
    claims: Mapping[str, Claim] = MappingProxyType({claim.id: claim for claim in case.claims})
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    talk: Claim | None = None
    for claim in (_spelled_out(claim, claims) for claim in case.claims):
        placed = bool(claim.place) or bool(places_in(case, claim, *PLACE_ROLES))
        if not placed and talk is not None and _inherits(claim) and _apart(order, claim, talk) <= REACH:
            claim = _placed(claim, talk)
            placed = True
        if placed and _sets_the_scene(claim):
            talk = claim
        yield claim


def _spelled_out(claim: Claim, claims: Mapping[str, Claim]) -> Claim:
    """A denial as the negation of what it denies; a retraction and a claim that denies nothing stay as they are."""
    denied = claims.get(claim.denies or "")
    if denied is None or claim.modality != "denied" or denied.act == claim.act:
        return claim
    return replace(
        denied,
        id=claim.id,
        sentence=claim.sentence,
        spans=claim.spans,
        voices=claim.voices,
        modality="denied",
        polarity="negative",
        codeable=False,
        temporal_status="current",
        interest=claim.interest,
    )


def _inherits(claim: Claim) -> bool:
    return claim.act in INHERITING and claim.kind != "displacement"


def _apart(order: Mapping[str, int], one: Claim, other: Claim) -> int:
    return abs(order.get(one.sentence, 0) - order.get(other.sentence, 0))


def _placed(claim: Claim, talk: Claim) -> Claim:
    place = talk.place or next(mention for role in PLACE_ROLES for mention in talk.roles.get(role, ()))
    return replace(claim, place=place)


def _sets_the_scene(claim: Claim) -> bool:
    """Whether the talk turns to this place: news of an attack, a fight or a change of hands there."""
    current = claim.temporal_status in ("current", "ongoing") and claim.modality not in ("planned", "hypothetical")
    return current and claim.act in (*INHERITING, "attack", "clash", "besiege", "burn") and claim.kind != "displacement"
