"""Sides: which actors count as one party, so that two of its voices are one origin."""

from __future__ import annotations

from dateline.model.world import Actor

GROUPS = ("rebel", "militia", "paramilitary", "coalition", "armed_groups_collective")

_PARTISAN = (*GROUPS, "official")


def belongs(member: Actor, group: Actor) -> bool:
    """Whether one actor is counted among the other's members; who split off from a party is none of it."""
    return (
        member.id in group.includes
        or member.side == group.id
        or any(held.of == group.id and held.role != "offshoot" for held in member.memberships)
    )


def same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are one party: army and head of state are two rows and one position.

    A coalition and its member are one side; two members of one coalition are too (they share `side`).
    Unknown sides are never taken to be the same.
    """
    if one.id == other.id or belongs(one, other) or belongs(other, one):
        return True
    return one.side is not None and one.side == other.side


def speaks_for(voice: Actor, party: Actor) -> bool:
    """Whether a voice may be taken for a party's: its own, its members', its government's or its spokesman's.

    Two armed groups that only share a coalition do not speak for each other, though they are one side.
    """
    if voice.id == party.id or belongs(voice, party) or belongs(party, voice):
        return True
    return same_side(voice, party) and not (voice.kind in GROUPS and party.kind in GROUPS)


def opposed(one: Actor, other: Actor) -> bool:
    """Whether both are parties whose sides are known to differ.

    A group that only this report names ("resistance fighters") may be of the side of any other group.
    """
    if (one.provisional or other.provisional) and one.kind in _PARTISAN and other.kind in _PARTISAN:
        return False
    return not same_side(one, other) and one.side is not None and other.side is not None


def origin(actor: Actor) -> str:
    """The word that stands for all voices of one party: its side, or the actor alone."""
    return actor.side or actor.id
