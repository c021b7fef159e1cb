"""What people decided: which claims are one event and which are none, what each coder says, how sources are graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from types import MappingProxyType
from typing import Any, Literal

from dateline.model.ledger import Judgement

Pair = tuple[str, str]
OPINIONS = ("verdict", "edit")
"""The actions by which a coder says what a claim is worth; an edit says that it is right as edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided pair of claims and the judgement that decided it."""

    link: Literal["merge", "split"]
    judgement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The judgements that stand: pairs of claim ids (smaller first) and rejected claims."""

    pairs: Mapping[Pair, Decision]
    rejected: frozenset[str]

    def of(self, one: str, other: str) -> Decision | None:
        """What was decided about two claims, if anything."""
        return self.pairs.get(pair(one, other))


def pair(one: str, other: str) -> Pair:
    """Two ids in the order that does not depend on who asks."""
    return (one, other) if one < other else (other, one)


def decisions(judgements: Iterable[Judgement]) -> Decisions:
    """The decisions that stand; the later judgement wins, an undone one is as if it had not been made.

    A judgement with action `merge` says that the claims of its value's "claims" (with its subject, where that is a
    claim) are one event; one with action `split` that those of "claims" are another event than those of "from". A
    claim is left out of every event when the latest opinion on it, of whichever coder, is negative.
    """
    made = tuple(standing(judgements))
    pairs: dict[Pair, Decision] = {}
    for judgement in made:
        if judgement.action == "merge":
            for one, other in combinations(sorted(_named(judgement, "claims")), 2):
                pairs[pair(one, other)] = Decision(link="merge", judgement=judgement.id)
        elif judgement.action == "split":
            for one, other in product(_named(judgement, "claims"), _listed(judgement.value, "from")):
                if one != other:
                    pairs[pair(one, other)] = Decision(link="split", judgement=judgement.id)
    return Decisions(pairs=MappingProxyType(pairs), rejected=_rejected(made))


def standing(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements that no standing judgement undoes, oldest first; an undo can be undone."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.undoes and judgement.id not in undone:
            undone.add(judgement.undoes)
    return (j for j in ordered if j.id not in undone and not j.undoes)


def opinions(judgements: Iterable[Judgement]) -> Mapping[str, Mapping[str, Judgement]]:
    """By claim and coder, the latest opinion of each coder, in the order of time; the verdict `none` takes it back."""
    found: dict[str, dict[str, Judgement]] = {}
    for judgement in standing(judgements):
        if judgement.action in OPINIONS:
            of_claim = found.setdefault(judgement.subject, {})
            of_claim.pop(judgement.by, None)
            if judgement.verdict != "none":
                of_claim[judgement.by] = judgement
    return MappingProxyType({claim: MappingProxyType(by) for claim, by in found.items() if by})


def grades(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """The latest grade of every graded source, report or claim; an empty one takes a grade back."""
    found: dict[str, str] = {}
    for judgement in standing(judgements):
        if judgement.action == "grade":
            found[judgement.subject] = str(judgement.value.get("grade", ""))
    return MappingProxyType({subject: grade for subject, grade in found.items() if grade})


def _rejected(made: Iterable[Judgement]) -> frozenset[str]:
    latest = {claim: tuple(by.values())[-1] for claim, by in opinions(made).items()}
    return frozenset(claim for claim, judgement in latest.items() if judgement.verdict == "negative")


def _named(judgement: Judgement, key: str) -> set[str]:
    """The claims listed, with the subject; a subject that is an event's id names no claim and joins nothing."""
    return {*_listed(judgement.value, key), judgement.subject}


def _listed(value: Mapping[str, Any], key: str) -> tuple[str, ...]:
    listed = value.get(key, ())
    return (listed,) if isinstance(listed, str) else tuple(str(item) for item in listed)
