"""Families of acts: which kinds of acts may tell of one event, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dateline.model.exclusion import TAKING
from dateline.model.record import Claim

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
        "remote": ("remote", "harm", "property", "materiel"),
        "property": ("property", "force", "remote"),
        "materiel": ("materiel", "force", "remote"),
    }
)
"""Families whose claims may belong to one event: an attack, its dead, what it burnt."""
BEFALLING = frozenset({"harm", "property", "materiel"})
"""Families of what an event does to people and things; it takes another act to say what the event was."""
ANY_ATTACK = frozenset({"force", "remote"})
"""Families that "the attack" may be of: their difference is one of words."""
UNDOING = frozenset({"withdraw", "break_siege", "release", "return"})
"""Acts that end what the other acts of their family begin: who denies the one has said nothing of the other."""

LOSING = frozenset({"lose", "lose_control", "cede"})
"""Verbs of leaving by which another takes over: who denies having lost a place says that it still holds it."""


def family_of(claim: Claim) -> str:
    """The family of acts; people who arrive somewhere as displaced are on the move, whatever the verb."""
    return "flight" if claim.kind == "displacement" else FAMILY.get(claim.act, claim.act)


def names_it(act: str, *, lead: str) -> bool:
    """Whether whoever tells of an act tells of an event that another claim names.

    Of the same family is not enough: who left a town has not said that it was taken, and who entered it neither.
    """
    attacked = lead == "attack" and FAMILY.get(act) in ANY_ATTACK
    return act == lead or attacked or (act in TAKING and lead in TAKING)


def undoes(claim: Claim) -> bool:
    """Whether a claim tells of the end of what the other acts of its family begin."""
    return claim.act in UNDOING


def joinable(one: str, other: str) -> bool:
    """Whether claims of two families may tell of one event."""
    return one in JOINS.get(other, (other,)) or other in JOINS.get(one, (one,))


def led_apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether what leads two accounts is of different kinds: the dead of a shelling are not those of a capture.

    `one` and `other` are the families of the accounts; a kind of act that leads both makes them one.
    """
    first, second = set(one) - BEFALLING, set(other) - BEFALLING
    if first & second:
        return False
    return any(not joinable(a, b) and {a, b} != ANY_ATTACK for a in first for b in second)
