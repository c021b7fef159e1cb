"""Which claims tell of the same event, with the evidence for it; what is unsure stays apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.derive.parts import points_back
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, time_of
from dateline.model.sides import same_side
from dateline.model.time import TimeRange
from dateline.model.world import Actor

TAKING_PART = ("agent", "patient", "target", "recipient", "from", "from_", "opponent")
_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "control": ("capture", "retake", "transfer", "enter", "withdraw"),
        "force": ("attack", "clash", "ambush", "repel"),
        "movement": ("advance", "begin_offensive", "deploy"),
        "remote": ("air_strike", "shelling"),
        "harm": ("kill", "wound"),
        "materiel": ("losses",),
        "siege": ("besiege", "break_siege"),
        "flight": ("displace", "return", "order_to_leave"),
        "captives": ("abduct", "release"),
        "custody": ("arrest", "surrender"),
        "property": ("loot", "burn"),
        "accord": ("agree", "talk"),
    }
)
FAMILY: Mapping[str, str] = MappingProxyType({act: family for family, acts in _GROUPS.items() for act in acts})
JOINS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "harm": ("harm", "force", "remote", "control", "captives", "property"),
        "force": ("force", "harm", "control", "property"),
        "control": ("control", "force"),
        "property": ("property", "force"),
        "materiel": ("materiel", "force", "remote"),
    }
)
ENOUGH = 2
CERTAIN = 9
"""More than place, time, party and sentence together: one number, or people of whom was just told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims of one event so far; `family` is that of the first."""

    family: str
    claims: tuple[Claim, ...]


def grouped(case: Case) -> list[Group]:
    """Every codeable claim in exactly one group, in text order."""
    groups: list[Group] = []
    for claim in (claim for claim in case.claims if claim.codeable):
        family = family_of(claim)
        scored = [(_evidence(case, claim, family, group), -i) for i, group in enumerate(groups)]
        best, place = max(scored, default=(0, 0))
        if best >= ENOUGH:
            group = groups[-place]
            groups[-place] = Group(family=group.family, claims=(*group.claims, claim))
        else:
            groups.append(Group(family=family, claims=(claim,)))
    return groups


def family_of(claim: Claim) -> str:
    """The family of acts; people who arrive somewhere as displaced are on the move, whatever the verb."""
    return "flight" if claim.kind == "displacement" else FAMILY.get(claim.act, claim.act)


def _evidence(case: Case, claim: Claim, family: str, group: Group) -> int:
    """How much speaks for one event: place, time, party, sentence; a contradiction in any of them forbids it."""
    if group.family not in JOINS.get(family, (family,)):
        return 0
    if _one_count(claim, group.claims) or _of_those(case, claim, group.claims):
        return CERTAIN
    parts = (
        _places(case, claim, group.claims),
        _times(case, claim, group.claims),
        _parties(case, claim, group.claims),
    )
    if None in parts:
        return 0
    near = _distance(case, claim, group.claims)
    if {family, group.family} == {"force", "control"} and near > 0 and parts[0] != 1:
        return 0
    told = sum(part for part in parts if part is not None)
    if near > 1 and told < ENOUGH:
        return 0
    if family == "materiel" and told < ENOUGH and near > 0:
        return 0
    return told + (2 if near == 0 and family == "harm" else 1 if near <= 1 else 0)


def _one_count(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the very same words count in both: who takes up what was said ("the army blamed the rebels") counts nobody anew."""
    mine = set(claim.roles.get("quantity", ()))
    return any(mine & set(other.roles.get("quantity", ())) for other in others if family_of(other) == family_of(claim))


def _of_those(case: Case, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim tells of some of the people that the sentence before counted ("Among the dead was a baker")."""
    counted = [other for other in others if family_of(other) == "harm" and other.roles.get("quantity")]
    if family_of(claim) != "harm" or not counted or not claim.spans:
        return False
    return points_back(claim.spans[0].quote) and _distance(case, claim, counted) <= 1


def _places(case: Case, claim: Claim, others: Sequence[Claim]) -> int | None:
    """1 for the same or a nested place, 0 where one tells none, None for different places."""
    mine = case.resolution.place(claim.place)
    known = [place for other in others if (place := case.resolution.place(other.place)) is not None]
    if mine is None or not known:
        return 0
    if any(lies_in(case, mine.id, place.id) or lies_in(case, place.id, mine.id) for place in known):
        return 1
    return None


def _times(case: Case, claim: Claim, others: Sequence[Claim]) -> int | None:
    mine = time_of(case, claim)
    known = [time for other in others if (time := time_of(case, other)) is not None]
    if mine is None or not known:
        return 0
    return 1 if all(mine.overlaps(time) for time in known) else None


def _parties(case: Case, claim: Claim, others: Sequence[Claim]) -> int | None:
    """1 where a party takes part in both, 0 where one names nobody, None for parties that share nobody.

    One party that leaves and another that comes are two halves of one change of hands.
    """
    mine = actors_in(case, claim, *TAKING_PART)
    theirs = [actor for other in others for actor in actors_in(case, other, *TAKING_PART)]
    if not mine or not theirs:
        return 0
    if any(same_side(one, other) for one in mine for other in theirs):
        return 1
    swap = "withdraw" in {claim.act} ^ {other.act for other in others}
    return 0 if swap or _unnamed(mine) or _unnamed(theirs) else None


def _unnamed(actors: Sequence[Actor]) -> bool:
    """Gunmen, a label or civilians may be anybody: they neither join nor part two accounts."""
    return any(actor.kind in ("unidentified_armed", "label", "civilian") for actor in actors)


def _distance(case: Case, claim: Claim, others: Sequence[Claim]) -> int:
    """How many sentences lie between a claim and the nearest of a group."""
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    mine = order.get(claim.sentence, 0)
    return min(abs(mine - order.get(other.sentence, 0)) for other in others)


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
