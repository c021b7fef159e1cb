"""All voices' states of one place side by side: for display only, nobody is picked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import combinations

from dateline.model.derived import ControlState, Merge
from dateline.model.exclusion import clash_of, is_live, is_site
from dateline.model.record import Case
from dateline.model.roles import chain_of
from dateline.model.sides import origin, same_side

PARTS = ("part", "district", "neighbourhood", "quarter", "suburb", "area")


def merge_control(case: Case) -> tuple[Merge, ...]:
    """One merge per place and point in time at which the picture of it changes, in the order of the rows.

    Status: `unknown` nobody says who holds it · `uncontradicted` one origin alone · `agreed` several independent
    origins, nothing against · `one_sided` one origin, and a party to it is not heard · `disputed` two voices
    exclude each other. `origins` counts ends of chains after collapsing voices of one side.
    """
    merges: list[Merge] = []
    shown = _shown(case)
    for place in dict.fromkeys(row.place for row in case.control):
        if place in shown:
            rows = [row for row in shown[place] if row.modality != "retracted"]
            merges.extend(_merge(case, place, moment, rows) for moment in _moments(rows))
    return tuple(merges)


def _shown(case: Case) -> Mapping[str, list[ControlState]]:
    """The rows that are shown together, by place, in their order; what is part of a larger place stands with that alone.

    A site of a town stands by itself, and beside what is said of the town.
    """
    told = dict.fromkeys(row.place for row in case.control)
    wholes = {place: [whole for whole in _shown_in(case, place) if whole in told] for place in told}
    alone = (place for place in told if wholes[place] == [place] or is_site(case, place))
    found: dict[str, list[ControlState]] = {place: [] for place in alone}
    for row in case.control:
        for whole in wholes[row.place]:
            if whole in found:
                found[whole].append(row)
    return found


def _shown_in(case: Case, place: str) -> Iterator[str]:
    """The place itself, and what a part without a name of its own ("the western outskirts") or a site of a town lies in."""
    known = case.places.get(place)
    inside = (known is not None and known.kind in PARTS) or is_site(case, place)
    return chain_of(case, place) if inside else iter((place,))


def _moments(rows: Sequence[ControlState]) -> list[datetime | None]:
    """The instants at which somebody's state begins, or the day before one ends; one merge without, where none is told."""
    ranges = [row.valid for row in rows if row.valid is not None]
    starts = {valid.earliest for valid in ranges if valid.earliest is not None}
    ends = {valid.latest - timedelta(days=1) for valid in ranges if valid.earliest is None and valid.latest is not None}
    return [*sorted(starts | ends)] if starts or ends else [None]


def _merge(case: Case, place: str, moment: datetime | None, rows: Sequence[ControlState]) -> Merge:
    live = [row for row in rows if moment is None or _holds_at(row, moment)]
    live = list(_fresh(case, live))
    said: dict[str, list[str]] = {}
    for row in live:
        said.setdefault(row.believer, []).append(_words(row, place))
    voices = [_speaker(case, row) for row in live if row.fluent != "unknown"]
    count = origins(case, voices)
    whole = [row for row in live if row.place == place]
    status = _status(case, live, count) if whole or not live else _of_parts(case, live)
    return Merge(
        place=place,
        at=moment.date().isoformat() if moment else None,
        by_believer={believer: ", ".join(dict.fromkeys(words)) for believer, words in said.items()},
        status=status,
        origins=count,
        summary=_summary(case, live, status=status, count=count),
    )


def _speaker(case: Case, row: ControlState) -> str:
    """Whose word a row rests on: a "reported capture" is the narrator's phrase and the reporter's word."""
    claims = (case.claims_by_id[name] for name in row.claims)
    return next((claim.believer for claim in claims if claim.voices[-1].mode == "implicit"), row.believer)


def _holds_at(row: ControlState, moment: datetime) -> bool:
    """Whether a state may hold at an instant: an end that nobody told is no end."""
    if row.valid is None:
        return True
    begun = row.valid.earliest is None or row.valid.earliest <= moment
    return begun and (row.valid.latest is None or moment < row.valid.latest)


def _fresh(case: Case, live: Sequence[ControlState]) -> Iterator[ControlState]:
    """All but the background that some voice has since reported a change of: an old state is live until then."""
    latest: dict[str, datetime] = {}
    for row in live:
        if row.claims:
            latest[row.place] = max(_begins(row), latest.get(row.place, datetime.min))
    for row in live:
        statuses = [case.claims_by_id[name].temporal_status for name in row.claims]
        old = bool(statuses) and all(status in ("background", "historical") for status in statuses)
        if not (old and latest[row.place] > _begins(row)):
            yield row


def _begins(row: ControlState) -> datetime:
    return row.valid.earliest if row.valid is not None and row.valid.earliest is not None else datetime.min


def _words(row: ControlState, place: str) -> str:
    actors = ",".join(row.actors)
    words = f"{row.fluent}({actors})" if actors else row.fluent
    return words if row.place == place else f"{words} in {row.place}"


def origins(case: Case, holders: Iterable[str]) -> int:
    """How many independent origins stand behind these voices: the voices of one side count once."""
    found: list[str] = []
    for holder in dict.fromkeys(holders):
        actor = case.actors.get(holder)
        known = (case.actors.get(other) for other in found)
        if actor is None or not any(other is not None and same_side(actor, other) for other in known):
            found.append(holder)
    return len({origin(actor) if (actor := case.actors.get(name)) else name for name in found})


def _status(case: Case, rows: Sequence[ControlState], count: int) -> str:
    live = [row for row in rows if is_live(case, row)]
    if any(clash_of(case, one, other) is not None for one, other in combinations(live, 2)):
        return "disputed"
    if count == 0:
        return "unknown"
    if any(row.via == "no_statement" for row in rows):
        return "one_sided"
    return "agreed" if _agree(case, rows) else "uncontradicted"


def _of_parts(case: Case, rows: Sequence[ControlState]) -> str:
    """Words on parts of a place alone leave open who holds it; that two of them exclude each other they still show."""
    return "disputed" if _status(case, rows, 0) == "disputed" else "unknown"


def _agree(case: Case, rows: Sequence[ControlState]) -> bool:
    """Whether two independent origins say the same of the same actors."""
    voices: dict[tuple[str, str, frozenset[str]], list[str]] = {}
    for row in rows:
        voices.setdefault((row.place, row.fluent, frozenset(row.actors)), []).append(row.believer)
    return any(origins(case, believers) > 1 for believers in voices.values())


def _summary(case: Case, rows: Sequence[ControlState], *, status: str, count: int) -> str:
    words = {
        "disputed": "the voices exclude each other",
        "unknown": "nobody says who holds it",
        "one_sided": "another party to it is not heard",
        "agreed": "they say the same, and nobody contradicts it",
        "uncontradicted": "nobody contradicts it, and nobody else says the same",
    }
    silent = [case.actors[r.believer].name for r in rows if r.via == "no_statement" and r.believer in case.actors]
    heard = f"; not heard: {', '.join(silent)}" if silent else ""
    return f"{count} independent {'origin' if count == 1 else 'origins'}: {words[status]}{heard}"
