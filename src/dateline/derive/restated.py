"""Claims whose words tell more of a place than their act: an arrival, a place fought over, a partner that is no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.locating import COUNTRIES
from dateline.model.record import Case, Claim, Mention
from dateline.model.sides import same_side
from dateline.model.vocabulary import Modality
from dateline.model.world import ARMED_KINDS, Actor

_REACHING = re.compile(r"\breach(?:ed|es|ing)? (?:the |its |their )?$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:trad(?:es?|ed|ing) control|back and forth|chang(?:es?|ed|ing) hands (?:\w+ ){0,2}?(?:twice|times|repeatedly|again))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:from|out of|off|left|leav\w+|quit\w*|exit\w*|abandon\w*|vacat\w*)\b|\b(?:in|inside|across|evacuat\w*) (?:the )?$",
    re.IGNORECASE,
)
"""Words of a withdrawal before the country that is left."""
_IT = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|control(?:s|led|ling)?|occup(?:y|ies|ied|ying)) (?:(?:all|most|much|half|parts?) of )?(?:it|them|both)\b",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"(?:it|they|both) (?:is|are|was|were|has been|have been|remain(?:s|ed)?|stay(?:s|ed)?)\b[^,.;]*\b(?:held|controlled|occupied|hands|control)\b",
    re.IGNORECASE,
)
_FOR_LONG = re.compile(
    r"(?:it|they|both) (?:was|were)\b[^,.;]*\bfor (?:[\w-]+ ){0,3}?(?:day|week|month|year|decade)s?\b", re.IGNORECASE
)
"""What was held for some time is told of the time before: "the army took it; it was held by the rebels for a year"."""
_THERE = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) (?:still )?there\b(?! (?:is|are|was|were))", re.IGNORECASE
)
_INTO_HANDS = re.compile(r"\b(?:to|under|into) (?:[\w'’-]+ ){1,4}?(?:control|hands|rule|possession)\b", re.IGNORECASE)
_NEVER_OUT = re.compile(
    r"\b(?:never|not|n[’']t) (?:\w+ ){0,2}?(?:out of|left|slipped (?:from|out of)) (?:the )?(?P<whose>[^,.;]{2,40}?)(?:['’]s?)? (?:hands|control)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’]) ")
_FROM = re.compile(r"\bfrom (?:the )?(?:(?:town|city|village|base|port|camp) of )?$", re.IGNORECASE)
_COMING = ("enter", "return", "deploy")
_BEFORE = 24
"""Code points before a place in which the words stand that say what it is to the act."""


def restated(case: Case, claim: Claim) -> Claim:
    """The claim with the act that its words tell of a place."""
    return _passed_on(_kept(case, _fought_over(case, _arrived(case, _without_partner(case, claim)))))


def holds_it(claim: Claim) -> bool:
    """Whether what is held is a pronoun for the place of which the talk was: "took the town and still holds it"."""
    told = any(_IT.search(span.quote) or _THERE.search(span.quote) for span in claim.spans)
    words = claim.spans[0].quote
    return claim.act == "hold" and (told or (_IT_IS.match(words) is not None and _FOR_LONG.match(words) is None))


def owns(case: Case, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether an actor is named only as whose the next one is ("the army's 4th Division")."""
    behind = _OWNER.match(case.report.text, mention.span.end)
    return behind is not None and any(other.span.start == behind.end() for other in others)


def _kept(case: Case, claim: Claim) -> Claim:
    """As in "was never out of army hands": twice denied is that they hold it."""
    first = claim.spans[0]
    said = _NEVER_OUT.search(case.report.text, first.start, first.end)
    if said is None:
        return claim
    whose = case.resolution.within(*said.span("whose"), "actor", "label")[:1]
    own = said["whose"].lower() in ("our", "its", "their") and claim.voices[-1].mention is not None
    agent = whose[0].id if whose else claim.voices[-1].mention if own else None
    places = case.resolution.within(first.start, said.start(), "place")
    place = claim.place or (places[0].id if places else None)
    if agent is None or place is None:
        return claim
    modality: Modality = "attributed" if len(claim.voices) > 1 else "asserted"
    given = replace(claim, act="hold", predicate="control", kind="state", polarity="positive", modality=modality)
    return replace(given, place=place, roles={"agent": (agent,), "place": (place,)}, codeable=False)


def _passed_on(claim: Claim) -> Claim:
    """As in "the port has returned to army control": a place that passes into somebody's hands was taken by him."""
    if claim.act not in ("return", "transfer") or "agent" not in claim.roles or "recipient" in claim.roles:
        return claim
    if not any(_INTO_HANDS.search(span.quote) for span in claim.spans) or not {"place", "patient"} & claim.roles.keys():
        return claim
    return replace(claim, act="retake" if claim.act == "return" else "capture")


def _arrived(case: Case, claim: Claim) -> Claim:
    """As in "columns reached the outskirts": who reached a place is there, however far he goes on; nor is who never came."""
    if claim.predicate == "travel" and claim.polarity == "negative":
        return replace(claim, act="enter", predicate="arrive")
    if claim.act != "advance" or not _is_before_place(case, claim, _REACHING):
        return claim
    return replace(claim, act="enter", predicate="arrive")


def _without_partner(case: Case, claim: Claim) -> Claim:
    """As in "were evacuated under a deal with Kenya": a country with which something is agreed is not what was left."""
    place = case.resolution.place(claim.place)
    if claim.act != "withdraw" or place is None or claim.place is None or place.kind not in COUNTRIES:
        return claim
    start = case.resolution.mention(claim.place).span.start
    inside = next((span for span in claim.spans if span.start <= start < span.end), None)
    if inside is None or "origin" in claim.roles or _LEFT.search(_words(case, inside.start, start)):
        return claim
    return _elsewhere(claim, claim.place)


def without_source(case: Case, claim: Claim) -> Claim:
    """As in "soldiers came back with guns from Oakford": from where somebody comes is not where he is."""
    if claim.act in _COMING and claim.place is None:
        return replace(claim, roles={role: names for role, names in claim.roles.items() if role != "origin"})
    if claim.act not in _COMING or claim.place is None or not _is_before_place(case, claim, _FROM):
        return claim
    return _elsewhere(claim, claim.place)


def _elsewhere(claim: Claim, place: str) -> Claim:
    """The claim without a place that is not its own."""
    return replace(claim, place=None, roles={role: names for role, names in claim.roles.items() if place not in names})


def _words(case: Case, start: int, end: int) -> str:
    """The words between, each with one space behind it."""
    return " ".join(case.report.text[start:end].split()) + " "


def _is_before_place(case: Case, claim: Claim, words: re.Pattern[str]) -> bool:
    if claim.place is None:
        return False
    start, first = case.resolution.mention(claim.place).span.start, claim.spans[0].start
    told = any(span.start <= start < span.end for span in claim.spans)
    return told and words.search(_words(case, max(first, start - _BEFORE), start)) is not None


def _fought_over(case: Case, claim: Claim) -> Claim:
    """As in "has changed hands twice" and "trade control of the town": it is contested between the two whom the words name."""
    if not any(_CHANGES.search(span.quote) for span in claim.spans) or claim.temporal_status in (
        "background",
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
