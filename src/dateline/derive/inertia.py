"""What the rows of a report become together: the same told twice is one state, and who is told to have left holds no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.derive.holders import SEIZING
from dateline.model.derived import ControlState
from dateline.model.record import Case
from dateline.model.roles import time_of


def returned(rows: list[ControlState]) -> list[ControlState]:
    """Who came back and took the place is not besides there."""
    taken = {(row.believer, row.place, row.actors) for row in rows if row.fluent == "held" and row.via in SEIZING}
    return [row for row in rows if row.via != "return" or (row.believer, row.place, row.actors) not in taken]


def denied_leaving(rows: list[ControlState]) -> list[ControlState]:
    """Who "never left" still holds the place where some voice has anybody holding it, else is only still there."""
    held = {row.place for row in rows if row.fluent == "held"}
    stayed = ("present", "state", "denied")
    return [
        replace(row, fluent="held") if (row.fluent, row.via, row.modality) == stayed and row.place in held else row
        for row in rows
    ]


def gathered(case: Case, rows: Iterable[ControlState]) -> list[ControlState]:
    """Rows that say the same become one with all their claims; shares stay apart, since they are a series."""
    kept: list[ControlState] = []
    alike: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        before = alike.setdefault((row.believer, row.place, row.fluent), [])
        twin = next((i for i in before if _same_state(case, kept[i], row)), None)
        if twin is None:
            before.append(len(kept))
            kept.append(row)
        else:
            kept[twin] = _joined(kept[twin], row)
    return kept


def _same_state(case: Case, one: ControlState, other: ControlState) -> bool:
    """Whether two rows of one voice, place and fluent are one state."""
    same = set(one.actors) == set(other.actors) or not one.actors or not other.actors
    if not same or one.fluent == "share_held":
        return False
    if (one.modality == "retracted") != (other.modality == "retracted"):
        return False
    if "state" not in (one.via, other.via) and _begin_apart(case, one, other):
        return False
    return one.valid is None or other.valid is None or one.valid.overlaps(other.valid)


def _begin_apart(case: Case, one: ControlState, other: ControlState) -> bool:
    """Two take-overs on different days are two rows, though the first one's end was never told; one of old news is another."""
    old = [case.claims_by_id[row.claims[0]].temporal_status in ("background", "historical") for row in (one, other)]
    if old[0] != old[1]:
        return True
    first, second = (time_of(case, case.claims_by_id[row.claims[0]]) for row in (one, other))
    return first is not None and second is not None and not first.overlaps(second)


def _joined(one: ControlState, other: ControlState) -> ControlState:
    return replace(
        one if one.via != "state" or other.via == "state" else replace(one, via=other.via),
        actors=one.actors or other.actors,
        claims=tuple(dict.fromkeys((*one.claims, *other.claims))),
        valid=one.valid or other.valid,
        initiates=one.initiates or other.initiates,
        terminates=one.terminates or other.terminates,
    )


def ended(rows: list[ControlState]) -> list[ControlState]:
    """Inertia ends where the same voice reports that the holder left: the hold closes, and who left has vacated the place."""
    kept: list[ControlState] = []
    holds: dict[tuple[str, str, frozenset[str]], list[int]] = {}
    for row in rows:
        same = holds.setdefault((row.believer, row.place, frozenset(row.actors)), [])
        hold = (
            next((i for i in same if not _later(kept[i], row)), None)
            if row.fluent == "vacated" or row.via == "withdraw"
            else None
        )
        if hold is not None:
            kept[hold] = _closed(kept[hold], row)
        if row.fluent == "held" and row.via in ("capture", "retake"):
            same.append(len(kept))
        kept.append(row)
    return kept


def _later(hold: ControlState, leaving: ControlState) -> bool:
    """Whether the hold is told to begin after the leaving."""
    starts = (row.valid.earliest if row.valid else None for row in (hold, leaving))
    begin, end = starts
    return begin is not None and end is not None and begin > end


def _closed(hold: ControlState, leaving: ControlState) -> ControlState:
    latest = leaving.valid.earliest if leaving.valid else None
    valid = hold.valid
    if valid is not None and latest is not None and (valid.earliest is None or valid.earliest < latest):
        valid = replace(valid, latest=latest)
    return replace(hold, valid=valid, claims=(*hold.claims, *leaving.claims), terminates=leaving.terminates)
