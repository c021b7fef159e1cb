"""What speaks for two accounts within one report being of one event, and what forbids it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from dateline.derive.another import told_apart
from dateline.derive.families import ANY_ATTACK, JOINS, TAKING_PART, family_of, led_apart
from dateline.derive.headlines import is_headed, paraphrases
from dateline.derive.parts import points_back
from dateline.derive.pointed import in_own_words
from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, quantities_of, time_of
from dateline.model.sides import same_side
from dateline.model.text import Sentence
from dateline.model.time import TimeRange
from dateline.model.world import Actor, Place

ENOUGH = 2
TELLING = 5
"""From here on the same number of dead or hurt is hardly chance within one report."""
_APART = re.compile(r"\b(?:separate(?:ly)?|elsewhere|in another|unrelated|meanwhile)\b", re.IGNORECASE)
_LEAVING = ("withdraw", "transfer")
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
class Told:
    """What one claim tells, gathered once: claims are compared with hundreds of others.

    `place` and `time` are None where none is told (that the scene of the story is understood joins nothing); `actors` are all who take part, `figures` what it counts, `counts` the
    mentions of these figures, `sentence` the number of its sentence.
    """

    family: str
    place: Place | None
    time: TimeRange | None
    actors: tuple[Actor, ...]
    agents: tuple[Actor, ...]
    patients: tuple[Actor, ...]
    figures: frozenset[tuple[str, float | None, float | None]]
    counts: frozenset[str]
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case with the number of every sentence, by the sentence's id, the claims that are told to be of another event, and
    what every codeable claim tells.
    """

    case: Case
    order: Mapping[str, int]
    another: Mapping[str, str]
    told: Mapping[str, Told]
    headed: bool = False

    @classmethod
    def of(cls, case: Case) -> Story:
        """The story that a case tells."""
        order = {sentence.id: n for n, sentence in enumerate(case.parse.sentences)}
        told = {claim.id: _told(case, claim, order) for claim in case.claims if claim.codeable}
        return cls(
            case=case, order=order, another=told_apart(case), told=MappingProxyType(told), headed=is_headed(case)
        )

    def sentence(self, claim: Claim) -> Sentence | None:
        """The sentence in which the claim stands."""
        number = self.order.get(claim.sentence)
        return self.case.parse.sentences[number] if number is not None else None


def _told(case: Case, claim: Claim, order: Mapping[str, int]) -> Told:
    return Told(
        family=family_of(claim),
        place=case.resolution.place(claim.place) if "place" not in claim.bases else None,
        time=time_of(case, claim),
        actors=actors_in(case, claim, *TAKING_PART),
        agents=actors_in(case, claim, "agent"),
        patients=actors_in(case, claim, "patient", "target"),
        figures=frozenset((q.measure, q.low, q.high) for q in quantities_of(case, claim) if q.low is not None),
        counts=frozenset(claim.roles.get("quantity", ())),
        sentence=order.get(claim.sentence, 0),
    )


def evidence(story: Story, claim: Claim, others: Sequence[Claim]) -> float:
    """How much speaks for one event: place, time, party, figure, sentence; a contradiction in any of them forbids it."""
    told = story.told
    family, families = told[claim.id].family, {told[other.id].family for other in others}
    kin = any(one in JOINS.get(family, (family,)) for one in families)
    if not (kin or _is_that_attack(story, claim, others, families)) or _told_apart(story, claim, others):
        return 0
    if _one_count(story, claim, others) or _of_those(story, claim, others):
        return CERTAIN
    parts = [part(story, claim, others) for part in (_places, _times, _parties)]
    if None in parts:
        return 0
    near = _distance(story, claim, others)
    shared = sum(part for part in parts if part is not None) + _figures(story, claim, others)
    shared -= near > 1 and family in STRIKING and _news_and_before(story, claim, others)
    if near > 0 and _needs_more({family, told[others[0].id].family}, family, placed=parts[0] == 1, told=shared):
        return 0
    return shared + _nearness(story, claim, others, near=near)


def told_enough(told: Told) -> bool:
    """Whether what a claim tells can be enough for an account that stands sentences away: a party alone is not."""
    return bool(told.place or told.time or told.figures or told.counts)


def _is_that_attack(story: Story, claim: Claim, others: Sequence[Claim], families: set[str]) -> bool:
    """Whether "the attack" for which somebody is blamed is the shelling that was just told."""
    if story.told[claim.id].family not in ANY_ATTACK or not families & ANY_ATTACK:
        return False
    return _distance(story, claim, others) <= REACH and _takes_up(story, claim, families)


def _of_another_kind(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether what a claim tells leads another event than the group's, unless one sentence tells of both together."""
    mine = story.told[claim.id]
    if any(story.told[other.id].sentence == mine.sentence for other in others):
        return False
    return led_apart((mine.family,), {story.told[other.id].family for other in others})


def _told_apart(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the words make another event of a claim than of what was told before: another kind, or "a second strike"."""
    apart = _of_another_kind(story, claim, others) or _is_another(story, claim, others)
    return apart or _left_in_peace(story, claim, others)


def _left_in_peace(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether one side tells only that somebody left, and the other, sentences away, of dead or hurt: a leaving kills nobody."""
    if not _distance(story, claim, others):
        return False
    sides = [(claim,), others]
    hurt = [all(story.told[one.id].family == "harm" for one in side) for side in sides]
    left = [all(one.act in _LEAVING for one in side) for side in sides]
    return (hurt[0] and left[1]) or (hurt[1] and left[0])


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
    if near > REACH:
        return 0
    family, families = story.told[claim.id].family, {story.told[other.id].family for other in others}
    if _takes_up(story, claim, families):
        return ENOUGH
    if near <= 1 and (_bare(story, claim, family) or _retells(story, claim, others)):
        return ENOUGH
    if near > 1:
        return 0
    return 2 if near == 0 and "harm" in {family, *families} else 1


def _bare(story: Story, claim: Claim, family: str) -> bool:
    """Whether a claim of dead or hurt tells neither where nor when nor by whom: then it is about what was just told."""
    mine = story.told[claim.id]
    if family != "harm" or mine.place or mine.time or mine.agents:
        return False
    sentence = story.sentence(claim)
    return sentence is None or _APART.search(story.case.report.text, sentence.span.start, sentence.span.end) is None


def _retells(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim says what the headline says: the same kind of act, in the first sentence after it."""
    mine, theirs = story.told[claim.id], [story.told[other.id] for other in others]
    told = [other for other in theirs if other.sentence == 0]
    alike = any(other.family == mine.family or {other.family, mine.family} == ANY_ATTACK for other in told)
    return mine.sentence == 1 and alike


def _figures(story: Story, claim: Claim, others: Sequence[Claim]) -> int:
    """2 where both count as many of the same, 1 for a number so small that it may be chance: a story told twice."""
    mine = story.told[claim.id].figures
    theirs = (story.told[other.id].figures for other in others) if mine else ()
    same = [low for figures in theirs for _, low, _ in mine & figures if low is not None]
    return 0 if not same else ENOUGH if max(same) >= TELLING else 1


def _takes_up(story: Story, claim: Claim, families: set[str]) -> bool:
    """Whether a claim begins with what was told before, as "the attack" or "this strike", or lays it on somebody."""
    start, end = (claim.spans[0].start, claim.spans[0].end + 12) if claim.spans else (0, 0)
    text = story.case.report.text
    found = _TAKEN_UP.match(text, start) or (_LAID_ON.search(text, start, end) if claim.place is None else None)
    return found is not None and bool(_NAMED_BY[found[1].lower()] & families)


def _one_count(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the very same words count in both: who takes up what was said ("the army blamed the rebels") counts nobody anew."""
    mine = story.told[claim.id]
    theirs = (story.told[other.id] for other in others) if mine.counts else ()
    return any(mine.counts & other.counts for other in theirs if other.family == mine.family)


def _of_those(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim tells of some of the people that the sentence before counted ("Among the dead was a baker")."""
    if story.told[claim.id].family != "harm" or not claim.spans or not points_back(claim.spans[0].quote):
        return False
    counted = [other for other in others if story.told[other.id].family == "harm" and story.told[other.id].counts]
    return bool(counted) and _distance(story, claim, counted) <= 1


def _places(story: Story, claim: Claim, others: Sequence[Claim]) -> int | None:
    """1 for the same or a nested place, 0 where one tells none, None for different places.

    A place that stands in no words of the claim, but in another clause of the sentence, parts it from no clause there.
    """
    mine = story.told[claim.id].place
    theirs = (story.told[other.id].place for other in others) if mine else ()
    known = {place.id: place for place in theirs if place is not None}.values()
    if mine is None or not known:
        return 0
    if any(_nested(story, mine, place) or _nested(story, place, mine) for place in known):
        return 1
    if _of_headline(story, claim, others) and any(paraphrases(story.case, place, mine) for place in known):
        return 1
    understood = _distance(story, claim, others) == 0 and not in_own_words(story.case, claim)
    return 0 if understood else None


def _of_headline(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim stands in the lead, and all the others in it or in the headline above it."""
    sentences = {story.told[one.id].sentence for one in (claim, *others)}
    return story.headed and sentences == {0, 1} and not _differs(story, claim, others)


def _differs(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a sentence sets itself apart, or both count something and nothing alike."""
    sentence = story.sentence(claim)
    if sentence is not None and _APART.search(story.case.report.text, sentence.span.start, sentence.span.end):
        return True
    mine = story.told[claim.id].figures
    theirs = frozenset().union(*(story.told[other.id].figures for other in others))
    return bool(mine and theirs) and not mine & theirs


def _nested(story: Story, part: Place, whole: Place) -> bool:
    """Whether one place is the other or lies in it; a country holds what its register puts there."""
    country = whole.kind in ("country", "PCLI") and whole.country is not None and part.country == whole.country
    return country or lies_in(story.case, part.id, whole.id) or _one_site(part, whole)


def _one_site(part: Place, whole: Place) -> bool:
    """Whether one nameless site of a town is called by its kind alone: "the market" and "Ashford market"."""
    local = part.id.startswith("report:") and whole.id.startswith("report:") and part.part_of == whole.part_of
    first, second = part.name.casefold().split(), whole.name.casefold().split()
    return local and part.part_of is not None and first[-1:] == second[-1:] and 1 in (len(first), len(second))


def _times(story: Story, claim: Claim, others: Sequence[Claim]) -> int | None:
    mine = story.told[claim.id].time
    known = [time for other in others if (time := story.told[other.id].time) is not None] if mine else ()
    if mine is None or not known:
        return 0
    return 1 if all(mine.overlaps(time) for time in known) else None


def _news_and_before(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether one side is dated days before the report and the other is not: what has no day is the news."""
    publication = story.case.resolution.publication
    if not publication.stated or publication.range.earliest is None:
        return False
    ends = [[time.latest for one in side if (time := story.told[one.id].time)] for side in ((claim,), others)]
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
    told = story.told
    mine = told[claim.id].actors
    theirs = {actor.id: actor for other in others for actor in told[other.id].actors}.values() if mine else ()
    halves = _halves(story, claim, others)
    if halves or (halves is None and any(same_side(one, other) for one in mine for other in theirs)):
        return 1
    mixed = "withdraw" in {claim.act} ^ {other.act for other in others}
    if mixed and claim.act == "withdraw":
        return 0
    doing = [other for other in others if not (mixed and other.act == "withdraw")]
    doers = [actor for other in doing for actor in told[other.id].agents]
    alike = [other for other in doing if other.act == claim.act and told[claim.id].family != "harm"]
    suffering = [actor for other in alike for actor in told[other.id].patients]
    return None if _others(told[claim.id].agents, doers) or _others(told[claim.id].patients, suffering) else 0


def _halves(story: Story, claim: Claim, others: Sequence[Claim]) -> bool | None:
    """Whether one party leaves what another takes; False where one comes and goes, None where there is but one of both."""
    told = (claim, *others)
    if not any(one.act == "withdraw" for one in told):
        return None
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
    mine = story.told[claim.id].sentence
    return min(abs(mine - story.told[other.id].sentence) for other in others)


def contradicts(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim tells another place, time or party than some of the others, or leads another kind of event."""
    return _told_apart(story, claim, others) or any(
        part(story, claim, others) is None for part in (_places, _times, _parties)
    )
