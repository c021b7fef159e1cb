"""Claims whose words tell more of a place than their act: an arrival, a place fought over, a partner that is no place."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.locating import COUNTRIES
from dateline.model.record import Case, Claim
from dateline.model.sides import same_side
from dateline.model.world import ARMED_KINDS, Actor

_REACHING = re.compile(r"\breach(?:ed|es|ing)? (?:the |its |their )?$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:trad(?:es?|ed|ing) control|back and forth|chang(?:es?|ed|ing) hands (?:\w+ ){0,2}?(?:twice|times|repeatedly|again))\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(r"\b(?:with|between|by|against) (?:the )?$", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|control(?:s|led|ling)?|occup(?:y|ies|ied|ying)) (?:(?:all|most|much|half|parts?) of )?(?:it|them|both)\b",
    re.IGNORECASE,
)
_BEFORE = 24
"""Code points before a place in which the words stand that say what it is to the act."""


def restated(case: Case, claim: Claim) -> Claim:
    """The claim with the act that its words tell of a place."""
    return _fought_over(case, _arrived(case, _without_partner(case, claim)))


def holds_it(claim: Claim) -> bool:
    """Whether what is held is a pronoun for the place of which the talk was: "took the town and still holds it"."""
    return claim.act == "hold" and any(_IT.search(span.quote) for span in claim.spans)


def _arrived(case: Case, claim: Claim) -> Claim:
    """As in "columns reached the outskirts": who reached a place is there, however far he goes on."""
    if claim.act != "advance" or not _is_before_place(case, claim, _REACHING):
        return claim
    return replace(claim, act="enter", predicate="arrive")


def _without_partner(case: Case, claim: Claim) -> Claim:
    """As in "were evacuated under a deal with Kenya": a country with which something is agreed is not where it is."""
    place = case.resolution.place(claim.place)
    if claim.act != "withdraw" or place is None or place.kind not in COUNTRIES:
        return claim
    if not _is_before_place(case, claim, _PARTNER):
        return claim
    return replace(
        claim, place=None, roles={role: names for role, names in claim.roles.items() if claim.place not in names}
    )


def _is_before_place(case: Case, claim: Claim, words: re.Pattern[str]) -> bool:
    if claim.place is None:
        return False
    start, first = case.resolution.mention(claim.place).span.start, claim.spans[0].start
    told = any(span.start <= start < span.end for span in claim.spans)
    before = " ".join(case.report.text[max(first, start - _BEFORE) : start].split()) + " "
    return told and words.search(before) is not None


def _fought_over(case: Case, claim: Claim) -> Claim:
    """As in "has changed hands twice" and "trade control of the town": it is contested between the two whom the words name."""
    if not any(_CHANGES.search(span.quote) for span in claim.spans) or claim.temporal_status in (
        "historical",
        "future",
    ):
        return claim
    sentence = case.parse.sentence_at(claim.spans[0].start)
    parties: dict[str, Actor] = {}
    near = case.resolution.within(sentence.span.start, sentence.span.end, "actor", "label") if sentence else []
    for mention in near:
        actor = case.resolution.actor(mention.id)
        if actor is not None and actor.kind in ARMED_KINDS and not any(same_side(actor, a) for a in parties.values()):
            parties[mention.id] = actor
    if len(parties) != 2:
        return claim
    places = {role: names for role, names in claim.roles.items() if role in ("place", "target", "patient")}
    return replace(claim, act="contest", predicate="contested", kind="state", roles={**places, "agent": tuple(parties)})
