"""Between whom a fight is that names nobody: the parties of the one before, or the two sides told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in
from dateline.model.sides import same_side
from dateline.model.world import ARMED_KINDS, Actor

PARTIES = ("agent", "patient", "target", "opponent")


def fights_on(case: Case, claim: Claim) -> bool:
    """Whether a fight is told without anybody who fights ("fighting was still going on")."""
    return claim.act == "clash" and claim.polarity == "positive" and not actors_in(case, claim, *PARTIES)


def fought_by(claim: Claim, fight: Claim | None) -> Claim:
    """The fight with the parties of another one, if there is one."""
    if fight is None:
        return claim
    return replace(claim, roles={**claim.roles, **{role: fight.roles[role] for role in PARTIES if role in fight.roles}})


def fight_beside(case: Case, claim: Claim, order: Mapping[str, int]) -> Claim | None:
    """The fight between the two sides of which its own sentence tells, or the one before or after it; none of three."""
    for near in sorted({apart(order, claim, other) for other in case.claims} & {0, 1}):
        sides: list[tuple[str, Actor]] = []
        for mention, actor in _armed_beside(case, claim, order, near=near):
            if not any(same_side(one, actor) for _, one in sides):
                sides.append((mention, actor))
        if len(sides) == 2:
            (one, _), (other, _) = sides
            return replace(claim, roles={"agent": (one,), "patient": (other,)})
    return None


def _armed_beside(case: Case, claim: Claim, order: Mapping[str, int], *, near: int) -> Iterator[tuple[str, Actor]]:
    """Who carries arms in what happens at most so many sentences from a claim."""
    for other in case.claims:
        if other.codeable and apart(order, claim, other) <= near:
            for mention in (name for role in (*PARTIES, "from", "from_") for name in other.roles.get(role, ())):
                actor = case.resolution.actor(mention)
                if actor is not None and actor.kind in ARMED_KINDS and actor.kind != "unidentified_armed":
                    yield mention, actor


def apart(order: Mapping[str, int], one: Claim, other: Claim) -> int:
    """How many sentences two claims stand apart."""
    return abs(order.get(one.sentence, 0) - order.get(other.sentence, 0))
