"""Who holds what over all reports, one event calculus per voice: nobody is picked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from dateline.derive.across.corrections import closures
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.exclusion import excludes, outdates, shares
from dateline.derive.across.states import State, begun, ends, over, states_of, supersedes
from dateline.derive.merge import PARTS
from dateline.model.across import BelieverState, ControlRow, Status
from dateline.model.ledger import Holdings

SILENT = "no_statement"


def control_across(
    holdings: Holdings, *, as_of: date | None = None, according_to: frozenset[str] | None = None
) -> tuple[ControlRow, ...]:
    """One row per place with all voices' states at the end of a day (None: all that is known), by place id.

    A state is live until some voice reports a transition that ends it, its own voice later says otherwise, or a much
    newer word implies a change; then it is stale and shown with what ended it. `according_to` keeps the voices with these ids or of these sides; what ends
    a state is still anybody's word.
    """
    return control_of(Dossier(holdings=holdings), as_of=as_of, according_to=according_to)


def control_of(
    dossier: Dossier, *, as_of: date | None = None, according_to: frozenset[str] | None = None
) -> tuple[ControlRow, ...]:
    """The control rows of a dossier; see `control_across`."""
    closed = frozenset(closure.claim for closure in closures(dossier))
    by_place: dict[str, list[State]] = {}
    for state in states_of(dossier, closed=closed):
        if begun(state, as_of):
            by_place.setdefault(shown_in(dossier, state.row.place), []).append(state)
    rows = (_row(dossier, place, by_place[place], as_of=as_of, voices=according_to) for place in sorted(by_place))
    return tuple(row for row in rows if row.states)


def shown_in(dossier: Dossier, place: str) -> str:
    """The place itself; for a part without a life of its own ("the western outskirts") what it is part of."""
    known = dossier.entity(place)
    if known is not None and known.part_of is not None and known.kind in PARTS:
        return known.part_of
    return place


def _row(
    dossier: Dossier, place: str, states: Sequence[State], *, as_of: date | None, voices: frozenset[str] | None
) -> ControlRow:
    ordered = sorted(states, key=_by_word)
    ended = {state.row.id: _ended_by(dossier, state, ordered) for state in states}
    shown = [s for s in _heard(dossier, states) if voices is None or _is_among(dossier, s, voices)]
    live = [s for s in shown if ended[s.row.id] is None and not over(s, as_of)]
    conflicts = tuple(
        (one.row.id, other.row.id) for one, other in combinations(live, 2) if excludes(dossier, one, other)
    )
    origins = tuple(sorted({s.origin for s in live if s.row.fluent != "unknown"}))
    of_the_whole = [s for s in live if s.row.place == place and not s.partial]
    status = _status(dossier, of_the_whole, conflicts=bool(conflicts))
    return ControlRow(
        place=place,
        as_of=as_of,
        status=status,
        origins=origins,
        states=tuple(_believed(s, ended[s.row.id], as_of=as_of, live=s in live) for s in shown),
        conflicts=conflicts,
        summary=_summary(status, len(origins), parts=bool(live) and not of_the_whole),
    )


def _ended_by(dossier: Dossier, state: State, ordered: Sequence[State]) -> str | None:
    """What ends a state, the first of several; None while it is live: a transition, its own voice's later word, or
    a much newer word of any voice that cannot hold together with it.

    `ordered` are all states by their words: no word ends a newer one, so that only those from its own on are looked at.
    """
    if state.word is None:
        return None
    later = ordered[bisect_left(ordered, _by_word(state)[:2], key=lambda s: _by_word(s)[:2]) :]
    there = (s for s in later if s.row.place == state.row.place and (ends(dossier, s, state) or supersedes(s, state)))
    found = next(there, None) or next((s for s in later if outdates(dossier, s, state)), None)
    return found.row.id if found is not None else None


def _by_word(state: State) -> tuple[bool, str, str]:
    return state.word is None, str(state.word), state.row.id


def _heard(dossier: Dossier, states: Sequence[State]) -> list[State]:
    """All states but the silences of parties that speak about the place in another report."""
    spoken = {s.origin for s in states if s.row.via != SILENT}
    kept = [s for s in states if s.row.via != SILENT or dossier.party(s.row.believer) not in spoken]
    return sorted(kept, key=lambda s: (s.row.place, s.row.believer, str(s.word), s.row.id))


def _is_among(dossier: Dossier, state: State, voices: frozenset[str]) -> bool:
    return state.row.believer in voices or state.origin in voices or dossier.party(state.row.believer) in voices


def _status(dossier: Dossier, live: Sequence[State], *, conflicts: bool) -> Status:
    """disputed: two voices exclude each other · unknown: nobody says · one_sided: a party to it is not heard ·
    agreed: independent origins say the same · uncontradicted: nobody contradicts it, and nobody else says the same.

    `live` are the states of the whole place: who holds its outskirts is no word on who holds it.
    """
    said = [state for state in live if state.row.fluent != "unknown"]
    if conflicts:
        return "disputed"
    if not said:
        return "unknown"
    if any(state.row.via == SILENT for state in live):
        return "one_sided"
    if any(_agree(dossier, one, other) for one, other in combinations(said, 2)):
        return "agreed"
    return "uncontradicted"


def _agree(dossier: Dossier, one: State, other: State) -> bool:
    """Two independent origins of one position: the same state, or one holds what the other's own side has left."""
    if one.origin == other.origin:
        return False
    if one.row.fluent == other.row.fluent:
        called = any(dossier.so_called(a, b) for a in one.row.actors for b in other.row.actors)
        return called or shares(dossier, one, other) or (not one.row.actors and not other.row.actors)
    for holding, gone in ((one, other), (other, one)):
        if holding.row.fluent == "held" and gone.row.fluent in ("vacated", "not_held"):
            own = any(dossier.same_side(gone.row.believer, actor) for actor in gone.row.actors)
            return own and not shares(dossier, holding, gone)
    return False


def _believed(state: State, ended_by: str | None, *, as_of: date | None, live: bool) -> BelieverState:
    word = state.word.date() if state.word else None
    row = state.row
    return BelieverState(
        control=row.id,
        report=row.report,
        believer=row.believer,
        origin=state.origin,
        place=row.place,
        fluent=row.fluent,
        actors=row.actors,
        valid=row.valid,
        word=word,
        age_days=max(0, (as_of - word).days) if as_of and word else None,
        via=row.via,
        modality=row.modality,
        against_interest=state.against_interest,
        claims=row.claims,
        live=live,
        ended_by=ended_by,
        partial=state.partial,
    )


WORDS: Mapping[Status, str] = {
    "disputed": "the voices exclude each other",
    "unknown": "nobody says who holds it",
    "one_sided": "another party to it is not heard",
    "agreed": "independent origins say the same, and nobody contradicts it",
    "uncontradicted": "nobody contradicts it, and nobody else says the same",
}


def _summary(status: Status, count: int, *, parts: bool) -> str:
    words = "words on parts of it, none on the whole" if parts and status == "unknown" else WORDS[status]
    return f"{count} independent {'origin' if count == 1 else 'origins'}: {words}"
