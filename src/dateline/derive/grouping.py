"""Which claims tell of the same event, with the evidence for it; what is unsure stays apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.derive.families import FAMILY, JOINS, TAKING_PART, family_of, joinable
from dateline.derive.same_event import ENOUGH, Story, contradicts, evidence
from dateline.derive.shelves import Shelves
from dateline.model.record import Case, Claim
from dateline.model.roles import time_of
from dateline.model.time import TimeRange

LATEST = 150
"""Groups to which a claim is held, those told of last: more than any story has, and a bound for tables of thousands of rows."""
FIRST, LAST = 20, 40
"""Claims of a group to which others are held, where it has more."""

__all__ = ["FAMILY", "JOINS", "TAKING_PART", "Group", "family_of", "grouped", "narrowest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims of one event so far; `family` is that of the first.

    `unsearched` says that more groups came into question for it than were looked at.
    """

    family: str
    claims: tuple[Claim, ...]
    unsearched: bool = False


def grouped(case: Case) -> list[Group]:
    """Every codeable claim in exactly one group, in text order."""
    story, shelves = Story.of(case), Shelves(case=case)
    groups: list[Group] = []
    for claim in (claim for claim in case.claims if claim.codeable):
        told = story.told[claim.id]
        near = shelves.candidates(told)
        scored = [(evidence(story, claim, _held_to(groups[i])), i) for i in near[:LATEST]]
        best, place = max(scored, default=(0.0, 0))
        alone = Group(family=told.family, claims=(claim,), unsearched=len(near) > LATEST)
        if best >= ENOUGH:
            groups[place] = _with(groups[place], alone)
        else:
            place = len(groups)
            groups.append(alone)
        shelves.put(place, told)
    return _merged(story, groups)


def _with(group: Group, more: Group) -> Group:
    unsearched = group.unsearched or more.unsearched
    return Group(family=group.family, claims=(*group.claims, *more.claims), unsearched=unsearched)


def _held_to(group: Group) -> tuple[Claim, ...]:
    """The claims of a group that others are held to: the first, which lead it, and the last."""
    claims = group.claims
    return claims if len(claims) <= FIRST + LAST else (*claims[:FIRST], *claims[-LAST:])


def _merged(story: Story, groups: Sequence[Group]) -> list[Group]:
    """The groups, each put into an earlier one that some claim of it belongs to and none contradicts."""
    found: list[Group] = []
    shelves = Shelves(case=story.case)
    for group in groups:
        scored = [
            (most, place)
            for place in _homes(story, shelves, group)[:LATEST]
            if (most := _speaks_for(story, group, found[place])) >= ENOUGH
        ]
        best, place = max(scored, default=(0.0, 0))
        if best >= ENOUGH:
            found[place] = _with(found[place], group)
        else:
            place = len(found)
            found.append(group)
        for claim in group.claims:
            shelves.put(place, story.told[claim.id])
    return found


def _speaks_for(story: Story, group: Group, home: Group) -> float:
    """How much speaks for a group being of the event of another one; nothing where one of its claims contradicts it."""
    if not joinable(group.family, home.family):
        return 0.0
    claims, others = _held_to(group), _held_to(home)
    most = max(evidence(story, claim, others) for claim in claims)
    if most >= ENOUGH and any(contradicts(story, claim, others) for claim in claims):
        return 0.0
    return most


def _homes(story: Story, shelves: Shelves, group: Group) -> list[int]:
    """The earlier groups of which some claim of a group may be, those told of last first."""
    near = (shelves.candidates(story.told[claim.id])[:LATEST] for claim in _held_to(group))
    return sorted({number for numbers in near for number in numbers}, reverse=True)


def narrowest(case: Case, claims: Sequence[Claim]) -> TimeRange | None:
    """The narrowest time that a claim of the group tells."""
    told = [time for claim in claims if (time := time_of(case, claim)) is not None]
    bounded = [time for time in told if time.earliest is not None and time.latest is not None]
    if bounded:
        return min(bounded, key=_length)
    return told[0] if told else None


def _length(time: TimeRange) -> float:
    if time.earliest is None or time.latest is None:
        return float("inf")
    return (time.latest - time.earliest).total_seconds()
