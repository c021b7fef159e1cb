"""When two voices' live states of one place cannot both be true."""

from __future__ import annotations

from datetime import timedelta

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.states import State
from dateline.model.exclusion import TAKING
from dateline.model.locating import DIVISIONS

PRESENCE = ("held", "present")
AGES = timedelta(days=14)
"""How much older than another word one must be to say nothing against it: fronts move in weeks."""


def excludes(dossier: Dossier, one: State, other: State) -> bool:
    """Whether two live states of different voices exclude each other; the same whichever comes first.

    What is told as background ("the rebel-held town") is no rival account of who holds the place.
    """
    if one.row.believer == other.row.believer or not _at_one_time(one, other):
        return False
    if {one.row.fluent, other.row.fluent} == {"held"} and (one.background or other.background):
        return False
    return contrary(dossier, one, other)


def outdates(dossier: Dossier, later: State, earlier: State) -> bool:
    """Whether a much newer word implies a change that nobody told: the older one is stale, not a contradiction."""
    if later.word is None or earlier.word is None or later.word - earlier.word <= AGES:
        return False
    return contrary(dossier, later, earlier)


def contrary(dossier: Dossier, one: State, other: State) -> bool:
    """Whether two states of one place, or of a place and its part, cannot hold together."""
    if one.row.place != other.row.place:
        return _part_against(dossier, one, other)
    return _one_way(dossier, one, other) or _one_way(dossier, other, one)


def _at_one_time(one: State, other: State) -> bool:
    """Whether both may hold at one instant, as their voices tell it."""
    first, second = one.row.valid, other.row.valid
    return first is None or second is None or first.overlaps(second)


def _one_way(dossier: Dossier, one: State, other: State) -> bool:
    fluents = (one.row.fluent, other.row.fluent)
    if fluents == ("held", "held"):
        return rivals(dossier, one, other) and not (one.partial or other.partial)
    shared = shares(dossier, one, other)
    if fluents == ("held", "not_held") and not other.row.actors:
        return _denied_take_over(dossier, one, other)
    if fluents == ("held", "not_held"):
        return (shared or may_be_one(dossier, one, other)) and not (one.partial or other.partial)
    if fluents in (("held", "not_present"), ("present", "not_present")):
        return shared
    if one.row.fluent in PRESENCE and other.row.fluent == "vacated":
        return shared and _said_after(one, other)
    if fluents == ("held", "contested"):
        return one.transition and not other.transition and shared
    return False


def _denied_take_over(dossier: Dossier, held: State, denied: State) -> bool:
    """Who denies that a place was taken, by whomever, contradicts every other voice that has somebody take it."""
    by_others = not any(dossier.same_side(denied.row.believer, actor) for actor in held.row.actors)
    return held.row.via in TAKING and denied.row.modality == "denied" and by_others


def shares(dossier: Dossier, one: State, other: State) -> bool:
    """Whether somebody of one side is in both."""
    return any(dossier.same_side(a, b) for a in one.row.actors for b in other.row.actors)


def may_be_one(dossier: Dossier, one: State, other: State) -> bool:
    """Whether two voices may mean one party though one of them only says "the rebels"."""
    pairs = [(a, b) for a in one.row.actors for b in other.row.actors]
    return any(("@" in a or "@" in b) and dossier.same_camp(a, b) for a, b in pairs)


def rivals(dossier: Dossier, one: State, other: State) -> bool:
    """Whether the two are surely about different parties."""
    opposed = any(dossier.opposed(a, b) for a in one.row.actors for b in other.row.actors)
    return opposed and not shares(dossier, one, other)


def _said_after(staying: State, leaving: State) -> bool:
    """Who is said to have left, and by another, after that or in answer to it, to be there still."""
    if staying.row.modality == "denied":
        return True
    if staying.transition or staying.word is None or leaving.start is None:
        return False
    return staying.word > leaving.start


def _all_of_it(dossier: Dossier, whole: State) -> bool:
    known = dossier.entity(whole.row.place)
    return whole.total or (whole.transition and (known is None or known.kind not in DIVISIONS))


def _part_against(dossier: Dossier, one: State, other: State) -> bool:
    """Who holds a place does not hold it whole while another side is seen to hold a part; an exception is none.

    Who is said to hold a town is not said to hold every quarter of it, unless it was taken or the words say so ("all of
    it"); a division that was taken may leave a town to others even so.
    """
    for whole, part in ((one, other), (other, one)):
        inside = dossier.lies_in(part.row.place, whole.row.place) and _all_of_it(dossier, whole)
        if inside and whole.row.fluent == "held" and part.row.fluent in PRESENCE and not part.transition:
            return rivals(dossier, whole, part) and not whole.partial
    return False
