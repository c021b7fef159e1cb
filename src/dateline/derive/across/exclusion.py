"""When two voices' live states of one place cannot both be true."""

from __future__ import annotations

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.states import State

Presence = ("held", "present")


def excludes(dossier: Dossier, one: State, other: State) -> bool:
    """Whether two live states of different voices exclude each other; the same whichever comes first."""
    if one.row.believer == other.row.believer or not _at_one_time(one, other):
        return False
    if one.row.place != other.row.place:
        return _part_excludes(dossier, one, other)
    return _one_way(dossier, one, other) or _one_way(dossier, other, one)


def _at_one_time(one: State, other: State) -> bool:
    """Whether both may hold at one instant, as their voices tell it."""
    first, second = one.row.valid, other.row.valid
    return first is None or second is None or first.overlaps(second)


def _one_way(dossier: Dossier, one: State, other: State) -> bool:
    fluents = (one.row.fluent, other.row.fluent)
    shared = shares(dossier, one, other)
    if fluents == ("held", "held"):
        return bool(one.row.actors and other.row.actors) and not shared and not (one.background or other.background)
    if fluents in (("held", "not_held"), ("held", "not_present"), ("present", "not_present")):
        return shared
    if one.row.fluent in Presence and other.row.fluent == "vacated":
        return shared and _said_after(one, other)
    if fluents == ("held", "contested"):
        return one.transition and not other.transition and shared
    return False


def shares(dossier: Dossier, one: State, other: State) -> bool:
    """Whether somebody of one side is in both."""
    return any(dossier.same_side(a, b) for a in one.row.actors for b in other.row.actors)


def _said_after(staying: State, leaving: State) -> bool:
    """Who is said to have left, and by another, after that or in answer to it, to be there still."""
    if staying.row.modality == "denied":
        return True
    if staying.transition or staying.word is None or leaving.start is None:
        return False
    return staying.word > leaving.start


def _part_excludes(dossier: Dossier, one: State, other: State) -> bool:
    """Who holds a place does not hold it whole while another side is seen to hold a part; an exception is none."""
    for whole, part in ((one, other), (other, one)):
        inside = dossier.lies_in(part.row.place, whole.row.place)
        if inside and whole.row.fluent == "held" and part.row.fluent in Presence and not part.transition:
            return bool(whole.row.actors and part.row.actors) and not shares(dossier, whole, part)
    return False
