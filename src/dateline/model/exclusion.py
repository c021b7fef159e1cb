"""When two states of a place cannot both be true."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.derived import ControlState
from dateline.model.locating import DIVISIONS
from dateline.model.record import Case
from dateline.model.roles import lies_in
from dateline.model.sides import same_side
from dateline.model.world import ARMED_KINDS

ALL_OF_IT = re.compile(
    r"\b(?:all of|all the|whole|entire(?:ly|ty)?|total(?:ly)?|complete(?:ly)?|full(?:y)?|every (?:town|village|part))\b",
    re.IGNORECASE,
)
"""Words by which a voice claims every part of a place."""
TAKING = ("capture", "retake", "transfer")
"""Ways in which a place changes hands."""
_ADJECTIVE = re.compile(r"\w[-–](?:held|controlled|occupied|run|ruled|dominated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two rows that exclude each other; `part` is the place of the one that speaks of a part only."""

    place: str
    one: ControlState
    other: ControlState
    part: str | None = None


def clash_of(case: Case, one: ControlState, other: ControlState) -> Clash | None:
    """The clash of two rows of different voices, if they exclude each other."""
    if one.believer == other.believer or not (is_live(case, one) and is_live(case, other)):
        return None
    if one.place == other.place:
        return Clash(place=one.place, one=one, other=other) if _exclude(case, one, other) else None
    for whole, part in ((one, other), (other, one)):
        inside = lies_in(case, part.place, whole.place) and not _of_a_wide_place(case, whole)
        if whole.fluent == "held" and inside and _exclude_part(case, whole, part):
            return Clash(place=whole.place, one=whole, other=part, part=part.place)
    return None


def is_live(case: Case, row: ControlState) -> bool:
    """Whether a row may contradict another: retracted rows, unknowns, and what is told as background or history contradict nobody."""
    if row.modality in ("retracted", "unknown") or row.fluent == "unknown":
        return False
    return any(case.claims_by_id[name].temporal_status in ("current", "ongoing") for name in row.claims)


def _exclude(case: Case, one: ControlState, other: ControlState) -> bool:
    fluents = {one.fluent, other.fluent}
    if one.valid is not None and other.valid is not None and not one.valid.overlaps(other.valid):
        return False
    if fluents == {"held", "not_held"}:
        return _share_actor(case, one, other) or _denied_take_over(case, one, other)
    if fluents == {"present", "not_present"}:
        return _share_actor(case, one, other) and not _about_a_number(case, one, other)
    if fluents == {"held"}:
        return _rival_holds(case, one, other)
    if "vacated" in fluents and fluents & {"held", "present"}:
        return _denied_leaving(case, one, other)
    if fluents == {"held", "contested"}:
        return _both_observed_after_capture(one, other)
    return False


def _denied_take_over(case: Case, one: ControlState, other: ControlState) -> bool:
    """Whether one voice has a place taken that another, not of the taker's side, denies to have been taken by anybody."""
    held, denied = (one, other) if one.fluent == "held" else (other, one)
    by_others = not any(_same(case, denied.believer, actor) for actor in held.actors)
    return held.via in TAKING and denied.modality == "denied" and not denied.actors and by_others


def _about_a_number(case: Case, one: ControlState, other: ControlState) -> bool:
    """Who dismisses that 500 soldiers are in a place may mean the number and not their being there."""
    present, absent = (one, other) if one.fluent == "present" else (other, one)
    return absent.modality == "denied" and any("quantity" in case.claims_by_id[name].roles for name in present.claims)


def _share_actor(case: Case, one: ControlState, other: ControlState) -> bool:
    return any(_same(case, a, b) for a in one.actors for b in other.actors)


def _same(case: Case, one: str, other: str) -> bool:
    first, second = case.actors.get(one), case.actors.get(other)
    return one == other or (first is not None and second is not None and same_side(first, second))


def _rival_holds(case: Case, one: ControlState, other: ControlState) -> bool:
    """Two holders of different sides; the state of a narrator who is no party ("the rebel-held town") is no rival account."""
    if not one.actors or not other.actors or _share_actor(case, one, other):
        return False
    publisher = case.resolution.publisher
    if publisher.kind not in (*ARMED_KINDS, "government") and publisher.id in (one.believer, other.believer):
        return False
    if any(row.via == "state" and _presupposed(case, row) for row in (one, other)):
        return False
    return _begin_together(one, other) or "state" in (one.via, other.via)


def _presupposed(case: Case, row: ControlState) -> bool:
    """An adjective ("the rebel-held town") tells what was, and is no rival account of what is."""
    spans = [span for name in row.claims for span in case.claims_by_id[name].spans]
    return all(_ADJECTIVE.search(span.quote) for span in spans)


def _begin_together(one: ControlState, other: ControlState) -> bool:
    """Transitions that begin at different times follow each other; only the same time is a contradiction."""
    starts = [row.valid.earliest if row.valid else None for row in (one, other)]
    return None in starts or starts[0] == starts[1]


def _denied_leaving(case: Case, one: ControlState, other: ControlState) -> bool:
    """One voice says that they left, another that they never did; a later return is no contradiction."""
    staying = one if other.fluent == "vacated" else other
    return staying.modality == "denied" and _share_actor(case, one, other)


def _both_observed_after_capture(one: ControlState, other: ControlState) -> bool:
    """A captured place that a third party calls contested (its assessment, not a fight that may precede)."""
    contested, held = (one, other) if one.fluent == "contested" else (other, one)
    return contested.via == "state" and held.via in TAKING


def _of_a_wide_place(case: Case, row: ControlState) -> bool:
    """Whether a row speaks of a division or landscape, and its words not of all of it: it may leave towns to others."""
    known = case.places.get(row.place)
    return known is not None and known.kind in DIVISIONS and not _all_of_it(case, row)


def _exclude_part(case: Case, whole: ControlState, part: ControlState) -> bool:
    if part.fluent == "not_held":
        return _share_actor(case, whole, part)
    rival = bool(whole.actors and part.actors) and not _share_actor(case, whole, part)
    if part.fluent in ("held", "present") and part.via == "state":
        return rival
    taken = part.fluent == "held" and part.via in TAKING and whole.via == "state" and is_site(case, part.place)
    return rival and taken and _all_of_it(case, whole)


def _all_of_it(case: Case, row: ControlState) -> bool:
    """Whether the words of a row say that it is about every part of its place: "remain in full control of the town"."""
    return any(ALL_OF_IT.search(span.quote) for name in row.claims for span in case.claims_by_id[name].spans)


def is_site(case: Case, place: str) -> bool:
    """Whether a place is a site that this report puts in a town: "a customs post at the town"."""
    known = case.places.get(place)
    town = case.places.get(known.part_of) if known is not None and known.part_of else None
    if known is None or town is None or not known.id.startswith("report:"):
        return False
    return known.kind not in DIVISIONS and town.kind not in DIVISIONS
