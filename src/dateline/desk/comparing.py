"""The ledger beside somebody else's table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.derive.across import Dossier, events_of
from dateline.derive.pairing import pair_events
from dateline.desk.names import Names
from dateline.desk.rows import event_line
from dateline.export.wording import when
from dateline.model.across import AcrossEvent
from dateline.model.table import OurEvent, TableEvent
from dateline.model.totals import total


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One event of the two; `differing` says field by field what ours and theirs are."""

    found: str
    ours: str | None
    theirs: str | None
    what: str
    differing: tuple[str, ...]
    km: float | None


def compare(
    dossier: Dossier, theirs: Iterable[TableEvent], *, events: Iterable[AcrossEvent] | None = None
) -> Iterator[Compared]:
    """Every event of the ledger and of the table once: matched, only_ours or only_theirs.

    `events` are those derived from the dossier, where that was done already.
    """
    names = Names(entities=dossier.holdings.entities)
    table = tuple(theirs)
    told = {event.id: event for event in (events_of(dossier) if events is None else events)}
    believers = {claim.id: claim.believer for claim in dossier.holdings.claims}
    others = {event.id: event for event in table}
    for pair in pair_events((_ours(event, names) for event in told.values()), table):
        ours = event_line(told[pair.ours], names, believers) if pair.ours else None
        what = f"{ours.sentence}, {ours.when}" if ours else _row(others[pair.theirs]) if pair.theirs else ""
        yield Compared(
            found=pair.found,
            ours=pair.ours,
            theirs=pair.theirs,
            what=what,
            differing=tuple(f"{d.field}: ours {d.ours}, theirs {d.theirs}" for d in pair.differences),
            km=round(pair.km, 1) if pair.km is not None else None,
        )


def _row(event: TableEvent) -> str:
    return f"According to the table: {event.place or 'place not stated'}, {when(event.days)}"


def _ours(event: AcrossEvent, names: Names) -> OurEvent:
    known = names.entities.get(event.place) if event.place else None
    killed = total(event.counts, "killed")
    return OurEvent(
        id=event.id,
        days=event.days,
        place=names.of(event.place) if event.place else None,
        place_names=(known.name, *known.aliases) if known else (),
        lat=event.lat,
        lon=event.lon,
        actors=tuple(map(names.of, event.actors)),
        low=killed.low,
        high=killed.high,
    )
