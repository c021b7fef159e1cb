"""What a denial denies where it names neither place nor deed in full: the nearest deed that it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.derive.families import ANY_ATTACK, LOSING, family_of, undoes
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, place_of, time_of
from dateline.model.sides import same_side, speaks_for
from dateline.model.world import Actor

NAMELESS = ("unidentified_armed", "armed_groups_collective", "label", "civilian", "anonymous_source")
"""Kinds of actors that may be anybody: they speak neither for nor against a deed being the one denied."""
DYING = ("kill", "die")
"""Predicates of deaths alone: who says that nobody was killed has not denied that some were wounded."""


def with_denials(case: Case) -> tuple[Claim, ...]:
    """The claims, those that deny something without saying where tied to the nearest claim that they fit.

    "The army denied shelling the village" is of the shelling that was told last: of the same family and direction of
    acts, by nobody else, on no other day. Who names a place needs no such help, and who fits nothing denies nothing
    that this report tells.
    """
    return tuple(_tied(case, claim) if _open(case, claim) else claim for claim in case.claims)


def _open(case: Case, claim: Claim) -> bool:
    """Whether a claim denies a deed and neither names it nor says where it would have been.

    Who says that nothing was lost speaks of what is held, and denies no leaving.
    """
    deed = claim.kind in ("event", "casualty") and claim.modality == "denied" and claim.predicate not in LOSING
    return deed and claim.denies is None and place_of(case, claim) is None


def _tied(case: Case, denial: Claim) -> Claim:
    fitting = [claim for claim in case.claims if claim.codeable and _fits(case, denial, claim)]
    if not fitting:
        return denial
    nearest = max(fitting, key=_start)
    act = nearest.act.replace("_", " ")
    return replace(
        denial, denies=nearest.id, why=f"denial of {nearest.id}: the nearest {act} told before it that it fits"
    )


def _start(claim: Claim) -> int:
    return claim.spans[0].start


def _fits(case: Case, denial: Claim, told: Claim) -> bool:
    """Whether a claim may be what is denied: the same kind of deed, told by others, of nobody else and no other day."""
    if told.believer == denial.believer or _start(told) >= _start(denial):
        return False
    if not _one_family(family_of(told), family_of(denial)) or undoes(told) != undoes(denial):
        return False
    if denial.predicate in DYING and told.act != denial.act:
        return False
    mine, theirs = time_of(case, denial), time_of(case, told)
    if mine is not None and theirs is not None and not mine.overlaps(theirs):
        return False
    doers = actors_in(case, told, "agent")
    speaker = case.actors.get(denial.believer)
    if speaker is not None and _of_own_men(case, denial):
        return any(speaks_for(speaker, doer) for doer in doers) or not _named(doers)
    return _one_doer(actors_in(case, denial, "agent"), doers)


def _of_own_men(case: Case, denial: Claim) -> bool:
    """Whether the deed is denied of the speaker's own people: "denied that his men had left", "our forces never shelled"."""
    words = (case.resolution.mention(name).span.quote.lower() for name in denial.roles.get("agent", ()))
    return any(quote.startswith(("his ", "her ", "our ", "its ", "their ")) for quote in words)


def _one_family(one: str, other: str) -> bool:
    """Whether two families may be of one deed: "we fired on nobody" may deny a shelling as well as an attack."""
    return one == other or {one, other} == ANY_ATTACK


def _one_doer(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether the doers may be the same: one party in both, or on one side nobody who is named."""
    if not _named(mine) or not _named(theirs):
        return True
    return any(same_side(one, other) or _speaks_as(one, other) for one in mine for other in theirs)


def _speaks_as(one: Actor, other: Actor) -> bool:
    """Whether one name is in the other, of actors that no register has: "the army" and "the army spokesman"."""
    first, second = set(one.name.casefold().split()), set(other.name.casefold().split())
    return (one.provisional or other.provisional) and (first <= second or second <= first)


def _named(actors: Sequence[Actor]) -> list[Actor]:
    return [actor for actor in actors if actor.kind not in NAMELESS and not actor.anonymous]
