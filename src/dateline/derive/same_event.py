"""What speaks for two accounts within one report being of one event, and what forbids it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from dateline.derive.another import told_apart
from dateline.derive.context import in_own_words
from dateline.derive.families import ANY_ATTACK, JOINS, TAKING_PART, family_of, led_apart
from dateline.derive.parts import points_back
from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, quantities_of, time_of
from dateline.model.sides import same_side
from dateline.model.text import Sentence
from dateline.model.world import Actor, Place

ENOUGH = 2
TELLING = 5
"""From here on the same number of dead or hurt is hardly chance within one report."""
_APART = re.compile(r"\b(?:separate(?:ly)?|elsewhere|in another|unrelated|meanwhile)\b", re.IGNORECASE)
STRIKING = frozenset({"force", "remote", "harm"})
NEWS = timedelta(days=2)
"""What ended so long before a report is not what it brings the news of."""
REACH = 3
"""Sentences for which "the attack" is the one that was told of last."""
CERTAIN = 9
"""More than place, time, party and sentence together: one number, or people of whom was just told."""


_NAMED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("attack", "assault", "raid"), frozenset({"force", "remote", "harm"})),
        **dict.fromkeys(("ambush", "shooting"), frozenset({"force", "harm"})),
        **dict.fromkeys(("clash", "fighting", "battle"), frozenset({"force"})),
        **dict.fromkeys(("strike", "bombing", "bombardment", "shelling", "explosion", "blast"), frozenset({"remote"})),
        **dict.fromkeys(("abduction", "kidnapping"), frozenset({"captives"})),
    }
)
"""The families of acts that a noun may name."""
_TAKEN_UP = re.compile(
    rf"(?:the|this|these|that|those)\s+(?:[\w-]+\s+){{0,2}}?({'|'.join(_NAMED_BY)})(?:e?s)?\b", re.IGNORECASE
)
_LAID_ON = re.compile(
    rf"\b(?:for|behind|out|of|claimed)\s+{_TAKEN_UP.pattern}(?!\s+(?:in|on|near|at|against|outside|of)\b)",
    re.IGNORECASE,
)
"""Who is blamed for what was told before, and tells nothing of its own about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case with the number of every sentence, by the sentence's id, and the claims that are told to be of another event."""

    case: Case
    order: Mapping[str, int]
    another: Mapping[str, str]

    @classmethod
    def of(cls, case: Case) -> Story:
        """The story that a case tells."""
        order = {sentence.id: n for n, sentence in enumerate(case.parse.sentences)}
        return cls(case=case, order=order, another=told_apart(case))

    def sentence(self, claim: Claim) -> Sentence | None:
        """The sentence in which the claim stands."""
        number = self.order.get(claim.sentence)
        return self.case.parse.sentences[number] if number is not None else None


def evidence(story: Story, claim: Claim, others: Sequence[Claim]) -> float:
    """How much speaks for one event: place, time, party, figure, sentence; a contradiction in any of them forbids it."""
    family, families = family_of(claim), {family_of(other) for other in others}
    kin = any(one in JOINS.get(family, (family,)) for one in families)
    if not (kin or _is_that_attack(story, claim, others, families)) or _told_apart(story, claim, others):
        return 0
    if _one_count(claim, others) or _of_those(story, claim, others):
        return CERTAIN
    parts = [part(story, claim, others) for part in (_places, _times, _parties)]
    if None in parts:
        return 0
    near = _distance(story, claim, others)
    told = sum(part for part in parts if part is not None) + _figures(story, claim, others)
    told -= near > 1 and family in STRIKING and _news_and_before(story, claim, others)
    if near > 0 and _needs_more({family, family_of(others[0])}, family, placed=parts[0] == 1, told=told):
        return 0
    return told + _nearness(story, claim, others, near=near)


def _is_that_attack(story: Story, claim: Claim, others: Sequence[Claim], families: set[str]) -> bool:
    """Whether "the attack" for which somebody is blamed is the shelling that was just told."""
    if family_of(claim) not in ANY_ATTACK or not families & ANY_ATTACK:
        return False
    return _distance(story, claim, others) <= REACH and _takes_up(story, claim, families)


def _of_another_kind(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether what a claim tells leads another event than the group's, unless one sentence tells of both together."""
    if any(story.order.get(other.sentence, 0) == story.order.get(claim.sentence, 0) for other in others):
        return False
    return led_apart((family_of(claim),), map(family_of, others))


def _told_apart(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the words make another event of a claim than of what was told before: another kind, or "a second strike"."""
    return _of_another_kind(story, claim, others) or _is_another(story, claim, others)


def _is_another(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim begins with "another attack" or "a third strike", and none of those before it is so called."""
    mine = story.another.get(claim.id)
    if mine is None or not any(other.spans[0].start < claim.spans[0].start for other in others):
        return False
    return all(story.another.get(other.id) != mine for other in others)


def _needs_more(both: set[str], family: str, *, placed: bool, told: int) -> bool:
    """Whether another sentence must say more: a fight is part of a capture of its own place only, losses of what they share."""
    if both == {"force", "control"}:
        return not placed
    return family == "materiel" and told < ENOUGH


def _nearness(story: Story, claim: Claim, others: Sequence[Claim], *, near: int) -> float:
    """What the distance in the text adds; nothing where it is far."""
    family, families = family_of(claim), {family_of(other) for other in others}
    if near <= REACH and _takes_up(story, claim, families):
        return ENOUGH
    if near <= 1 and (_bare(story, claim, family) or _retells(story, claim, others)):
        return ENOUGH
    if near > 1:
        return 0
    return 2 if near == 0 and "harm" in {family, *families} else 1


def _bare(story: Story, claim: Claim, family: str) -> bool:
    """Whether a claim of dead or hurt tells neither where nor when nor by whom: then it is about what was just told."""
    placed = "place" not in claim.bases and story.case.resolution.place(claim.place)
    told = placed or time_of(story.case, claim) or actors_in(story.case, claim, "agent")
    if family != "harm" or told:
        return False
    sentence = story.sentence(claim)
    return sentence is None or _APART.search(story.case.report.text, sentence.span.start, sentence.span.end) is None


def _retells(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim says what the headline says: the same kind of act, in the first sentence after it."""
    headed = [other for other in others if story.order.get(other.sentence, 0) == 0]
    return story.order.get(claim.sentence, 0) == 1 and any(family_of(other) == family_of(claim) for other in headed)


def _figures(story: Story, claim: Claim, others: Sequence[Claim]) -> int:
    """2 where both count as many of the same, 1 for a number so small that it may be chance: a story told twice."""
    mine = {(q.measure, q.low, q.high) for q in quantities_of(story.case, claim) if q.low is not None}
    theirs = {(q.measure, q.low, q.high) for other in others for q in quantities_of(story.case, other)}
    same = [low for _, low, _ in mine & theirs if low is not None]
    return 0 if not same else ENOUGH if max(same) >= TELLING else 1


def _takes_up(story: Story, claim: Claim, families: set[str]) -> bool:
    """Whether a claim begins with what was told before, as "the attack" or "this strike", or lays it on somebody."""
    start, end = (claim.spans[0].start, claim.spans[0].end + 12) if claim.spans else (0, 0)
    text = story.case.report.text
    found = _TAKEN_UP.match(text, start) or (_LAID_ON.search(text, start, end) if claim.place is None else None)
    return found is not None and bool(_NAMED_BY[found[1].lower()] & families)


def _one_count(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the very same words count in both: who takes up what was said ("the army blamed the rebels") counts nobody anew."""
    mine = set(claim.roles.get("quantity", ()))
    return any(mine & set(other.roles.get("quantity", ())) for other in others if family_of(other) == family_of(claim))


def _of_those(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim tells of some of the people that the sentence before counted ("Among the dead was a baker")."""
    counted = [other for other in others if family_of(other) == "harm" and other.roles.get("quantity")]
    if family_of(claim) != "harm" or not counted or not claim.spans:
        return False
    return points_back(claim.spans[0].quote) and _distance(story, claim, counted) <= 1


def _places(story: Story, claim: Claim, others: Sequence[Claim]) -> int | None:
    """1 for the same or a nested place, 0 where one tells none, None for different places.

    A place that stands in no words of the claim, but in another clause of the sentence, parts it from no clause there.
    """
    mine = story.case.resolution.place(claim.place)
    known = [place for other in others if (place := story.case.resolution.place(other.place)) is not None]
    if mine is None or not known:
        return 0
    if any(_nested(story, mine, place) or _nested(story, place, mine) for place in known):
        return 1
    understood = _distance(story, claim, others) == 0 and not in_own_words(story.case, claim)
    return 0 if understood else None


def _nested(story: Story, part: Place, whole: Place) -> bool:
    """Whether one place is the other or lies in it; a country holds what its register puts there."""
    country = whole.kind in ("country", "PCLI") and whole.country is not None and part.country == whole.country
    return country or lies_in(story.case, part.id, whole.id)


def _times(story: Story, claim: Claim, others: Sequence[Claim]) -> int | None:
    mine = time_of(story.case, claim)
    known = [time for other in others if (time := time_of(story.case, other)) is not None]
    if mine is None or not known:
        return 0
    return 1 if all(mine.overlaps(time) for time in known) else None


def _news_and_before(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether one side is dated days before the report and the other is not: what has no day is the news."""
    publication = story.case.resolution.publication
    if not publication.stated or publication.range.earliest is None:
        return False
    ends = [[time.latest for one in side if (time := time_of(story.case, one))] for side in ((claim,), others)]
    if bool(ends[0]) == bool(ends[1]):
        return False
    begun = publication.range.earliest - NEWS
    return all(end is not None and end <= begun for end in (*ends[0], *ends[1]))


def _parties(story: Story, claim: Claim, others: Sequence[Claim]) -> int | None:
    """1 where a party takes part in both, None where two others are said to have done it, else 0.

    One party that leaves and another that comes are two halves of one change of hands; that a party came says nothing
    of when it left again. Other victims are no other event, since a fight has several, unless each is told to have
    suffered the same act.
    """
    mine = actors_in(story.case, claim, *TAKING_PART)
    theirs = [actor for other in others for actor in actors_in(story.case, other, *TAKING_PART)]
    halves = _halves(story, claim, others)
    if halves or (halves is None and any(same_side(one, other) for one in mine for other in theirs)):
        return 1
    mixed = "withdraw" in {claim.act} ^ {other.act for other in others}
    if mixed and claim.act == "withdraw":
        return 0
    doing = [other for other in others if not (mixed and other.act == "withdraw")]
    doers = [actor for other in doing for actor in actors_in(story.case, other, "agent")]
    alike = [other for other in doing if other.act == claim.act and family_of(claim) != "harm"]
    suffering = [actor for other in alike for actor in actors_in(story.case, other, "patient", "target")]
    if _others(actors_in(story.case, claim, "agent"), doers) or _others(
        actors_in(story.case, claim, "patient", "target"), suffering
    ):
        return None
    return 0


def _halves(story: Story, claim: Claim, others: Sequence[Claim]) -> bool | None:
    """Whether one party leaves what another takes; False where one comes and goes, None where there is but one of both."""
    told = (claim, *others)
    left = [who for one in told if one.act == "withdraw" for who in _leaving(story, one)]
    took = [who for one in told if one.act in TAKING for who in actors_in(story.case, one, "agent", "recipient")]
    if not left or not took or (claim.act == "withdraw") == any(other.act == "withdraw" for other in others):
        return None
    return not any(same_side(one, other) for one in left for other in took)


def _leaving(story: Story, claim: Claim) -> tuple[Actor, ...]:
    """Who leaves: those whom others drive out, else those who are said to go."""
    return actors_in(story.case, claim, "patient") or actors_in(story.case, claim, "agent")


def _others(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether both are named; who they are is known then, and that they are not the same."""
    return bool(mine and theirs) and not (_unnamed(mine) or _unnamed(theirs))


def _unnamed(actors: Sequence[Actor]) -> bool:
    """Gunmen, a label or civilians may be anybody: they neither join nor part two accounts."""
    return any(actor.kind in ("unidentified_armed", "label", "civilian") for actor in actors)


def _distance(story: Story, claim: Claim, others: Sequence[Claim]) -> int:
    """How many sentences lie between a claim and the nearest of a group."""
    mine = story.order.get(claim.sentence, 0)
    return min(abs(mine - story.order.get(other.sentence, 0)) for other in others)


def contradicts(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim tells another place, time or party than some of the others, or leads another kind of event."""
    return _told_apart(story, claim, others) or any(
        part(story, claim, others) is None for part in (_places, _times, _parties)
    )
