"""Who holds a place, voice by voice, as it may be shown."""

from __future__ import annotations

from dateline.model.across import BelieverState, ControlRow
from dateline.web.page import Lanes, Stand
from dateline.web.shown import Shown


def lanes_of(row: ControlRow, shown: Shown) -> Lanes | None:
    """All voices on a place as they may be shown; None where nothing of it may."""
    stands = tuple(stand for state in row.states if (stand := stand_of(state, shown)) is not None)
    if not stands:
        return None
    return Lanes(
        place=stands[0].hold.place,
        as_of=row.as_of,
        status=row.status,
        origins=len(row.origins),
        stands=stands,
        conflicts=row.conflicts,
    )


def stand_of(state: BelieverState, shown: Shown) -> Stand | None:
    """What one voice says; None where it may not be shown."""
    hold = shown.hold.get(state.control)
    if hold is None:
        return None
    return Stand(
        hold=hold,
        live=state.live,
        ended_by=state.ended_by,
        word=state.word,
        age_days=state.age_days,
        against_interest=state.against_interest,
        report=state.report,
    )
