"""Between whom a fight is that names nobody: the parties of the one before, or the two sides told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in
from dateline.model.sides import same_side
from dateline.model.world import ARMED_KINDS, Actor

_AFTER = re.compile(r"\b(?:after|following|amid) (?:(?:a|an|the|some|days of|hours of|heavy|fierce) )*$", re.IGNORECASE)
_TWO_SIDES = re.compile(
    r"\b(?:the two|both|the (?:rival|warring|opposing)) (?:[\w-]+ )?(?:groups|sides|armies|forces|parties|factions|militias|gangs|movements)\b",
    re.IGNORECASE,
)
_STRIVING = re.compile(
    r"\b(?:been|are|were|is|was|[’']re) (?:(?:still|now|locked|again) )?(?:fighting|battling|vying|clashing|contending|in battle)\b",
    re.IGNORECASE,
)
_MASTERY = re.compile(r"\b(?:for|over) (?:[\w-]+ )?(?:control|possession|mastery) of\b", re.IGNORECASE)
OBJECT = 45
"""Code points behind "for control of" within which the place begins."""
BACK = 600
"""Code points before "the two groups" in which both are named."""
REACH = 30
"""Code points before a fight in which the word stands that says what came of it."""
PARTIES = ("agent", "patient", "target", "opponent")


def fights_on(case: Case, claim: Claim) -> bool:
    """Whether a fight is told without anybody who fights ("fighting was still going on")."""
    return claim.act == "clash" and claim.polarity == "positive" and not actors_in(case, claim, *PARTIES)


def fought_by(claim: Claim, fight: Claim | None) -> Claim:
    """The fight with the parties of another one, if there is one."""
    if fight is None:
        return claim
    return replace(claim, roles={**claim.roles, **{role: fight.roles[role] for role in PARTIES if role in fight.roles}})


def between_both(case: Case, claim: Claim) -> Claim:
    """As in "the two groups have been fighting": they are the two sides at arms that were named last before it."""
    said = _TWO_SIDES.search(case.report.text, claim.spans[0].start, claim.spans[0].end)
    if said is None:
        return claim
    sides: dict[str, Actor] = {}
    for mention in reversed(case.resolution.within(max(0, said.start() - BACK), said.start(), "actor", "label")):
        actor = case.resolution.actor(mention.id)
        if actor is not None and actor.kind in ARMED_KINDS and not _any_side(actor, tuple(sides.values())):
            sides[mention.id] = actor
        if len(sides) == 2:
            other, one = sides
            return replace(claim, roles={**claim.roles, "agent": (one,), "patient": (other,)})
    return claim


def fights_over(case: Case, claim: Claim) -> str | None:
    """The place of which it is told that two "have been fighting for control": neither has it to itself."""
    sentence = case.parse.sentence_at(claim.spans[0].start) if claim.act == "clash" else None
    if sentence is None or not any(_STRIVING.search(span.quote) for span in claim.spans):
        return None
    said = _MASTERY.search(case.report.text, claim.spans[0].start, sentence.span.end)
    found = case.resolution.within(said.end(), said.end() + OBJECT, "place") if said is not None else []
    return found[0].id if found else None


def fought_over(case: Case, claim: Claim) -> Claim:
    """The fight at the place that it is for, which is contested between both."""
    place = fights_over(case, claim)
    return claim if place is None else replace(claim, place=place, roles={**claim.roles, "place": (place,)}, bases={})


def decided(case: Case, claim: Claim) -> Claim:
    """As in "took the town from the rebels after a two-day battle": the fight was there, between taker and loser."""
    start = claim.spans[0].start
    elsewhere = claim.place is not None and case.resolution.mention(claim.place).span.start >= start
    if claim.act != "clash" or claim.polarity != "positive" or elsewhere:
        return claim
    before = (c for c in case.claims_by_sentence.get(claim.sentence, ()) if c.act in TAKING and c.codeable)
    taking = next((c for c in before if c.spans[0].start < start and c.believer == claim.believer), None)
    if taking is None or _AFTER.search(case.report.text, max(0, start - REACH), start) is None:
        return claim
    takers = actors_in(case, taking, "agent")
    names = [
        name for one in (claim, taking) for role in (*PARTIES, "from", "from_") for name in one.roles.get(role, ())
    ]
    others = [name for name in names if (actor := case.resolution.actor(name)) and not _any_side(actor, takers)]
    if not takers or not others:
        return claim
    places = {role: taking.roles[role] for role in ("place", "target") if role in taking.roles}
    roles = {"agent": taking.roles["agent"], "patient": tuple(others[:1]), **places}
    return replace(claim, place=taking.place, roles=roles, bases={})


def _any_side(actor: Actor, others: Sequence[Actor]) -> bool:
    return any(same_side(actor, other) for other in others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who carries arms in what a sentence tells, looked up once for all fights beside it."""

    case: Case
    order: Mapping[str, int]
    read: dict[str, tuple[tuple[str, Actor], ...]] = field(default_factory=dict)

    def fight_beside(self, claim: Claim) -> Claim | None:
        """The fight between the two sides of which its own sentence tells, or the one before or after it; none of three."""
        at = self.order.get(claim.sentence, 0)
        around = [sentence.id for sentence in self.case.parse.sentences[max(0, at - 1) : at + 2]]
        for names in ([claim.sentence], around):
            sides: list[tuple[str, Actor]] = []
            for mention, actor in (found for name in names for found in self._armed(name)):
                if not any(same_side(one, actor) for _, one in sides):
                    sides.append((mention, actor))
            if len(sides) == 2:
                (one, _), (other, _) = sides
                return replace(claim, roles={"agent": (one,), "patient": (other,)})
        return None

    def _armed(self, sentence: str) -> tuple[tuple[str, Actor], ...]:
        """One of each side that carries arms in a sentence, in text order."""
        if sentence not in self.read:
            self.read[sentence] = tuple(of_each_side(self.case, self.case.claims_by_sentence.get(sentence, ())))
        return self.read[sentence]


def of_each_side(case: Case, claims: Sequence[Claim]) -> Iterator[tuple[str, Actor]]:
    """Who carries arms in what some claims tell, one of each side."""
    found: list[Actor] = []
    for mention, actor in _armed_in(case, claims):
        if not any(same_side(one, actor) for one in found):
            found.append(actor)
            yield mention, actor


def _armed_in(case: Case, claims: Sequence[Claim]) -> Iterator[tuple[str, Actor]]:
    for claim in (claim for claim in claims if claim.codeable):
        for mention in (name for role in (*PARTIES, "from", "from_") for name in claim.roles.get(role, ())):
            actor = case.resolution.actor(mention)
            if actor is not None and actor.kind in ARMED_KINDS and actor.kind != "unidentified_armed":
                yield mention, actor


def apart(order: Mapping[str, int], one: Claim, other: Claim) -> int:
    """How many sentences two claims stand apart."""
    return abs(order.get(one.sentence, 0) - order.get(other.sentence, 0))
