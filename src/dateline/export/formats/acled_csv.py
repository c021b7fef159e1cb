"""Events in ACLED's columns; the layout is theirs, the data are not."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.formats.cells import Cell, csv_bytes
from dateline.export.formats.facets import (
    DL_COLUMNS,
    denying,
    dl_cells,
    iso,
    location,
    middle,
    names,
    point,
    publishers,
    told,
    vague_dead,
    value,
)
from dateline.export.shared import ExportActor, ExportEvent, Shared

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

_DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
"""By sub-event type where the codebook tells one apart, else by event type; all others are political violence."""
_INTER = {
    "state_force": 1, "government": 1, "joint_force": 1, "rebel": 2, "coalition": 2, "militia": 3, "paramilitary": 3,
    "unidentified_armed": 3, "armed_groups_collective": 3, "civilian": 7, "person": 7, "intl_force": 8,
}  # fmt: skip
"""Codes of the public codebook for the kinds of actors that have one."""
PROTESTERS = 6


def acled_csv(shared: Shared) -> Iterator[bytes]:
    """One row an event; the dl_ block follows unless the terms are strict."""
    header = COLUMNS if shared.terms.strict else (*COLUMNS, *DL_COLUMNS)
    return csv_bytes((header, *(_row(event, shared) for event in shared.events)))


def _row(event: ExportEvent, shared: Shared) -> tuple[Cell, ...]:
    row = (*_what(event), *_who(event), *_where(event), *_source(event))
    return row if shared.terms.strict else (*row, *dl_cells(event, codebook="acled", tlp=shared.terms.tlp))


def _what(event: ExportEvent) -> tuple[Cell, ...]:
    """Of a week or a month the middle is the date, as the codebook has it; what is coarser than that has none."""
    precision = value(event, "acled", "time_precision")
    day = middle(event.days) if precision else None
    event_type, sub_type = value(event, "acled", "event_type"), value(event, "acled", "sub_event_type")
    disorder = (
        _DISORDER.get(str(sub_type), _DISORDER.get(str(event_type), "Political violence")) if event_type else None
    )
    return event.id, iso(day), day.year if day else None, precision, disorder, event_type, sub_type


def _who(event: ExportEvent) -> tuple[Cell, ...]:
    """The first of each side, the others as associates; interaction is both codes, lower first, or the only one and 0."""
    one, other = event.actor1[:1], event.actor2[:1]
    codes = [_code(event, actors) for actors in (one, other)]
    known = sorted(code for code in codes if code is not None)
    whole = bool(known) and len(known) == len((*one, *other))
    interaction = int("".join(map(str, known if len(known) > 1 else (*known, 0)))) if whole else None
    civilian = "Civilian targeting" if other and codes[1] == _INTER["civilian"] else None
    return (
        names(one), names(event.actor1[1:]), codes[0], names(other), names(event.actor2[1:]), codes[1], interaction, civilian,
    )  # fmt: skip


def _code(event: ExportEvent, actors: tuple[ExportActor, ...]) -> int | None:
    """The code of the first actor's kind; civilians who demonstrate are protesters."""
    code = _INTER.get(actors[0].kind) if actors else None
    demonstrates = event.act == "protest" and actors == event.actor1[:1]
    return PROTESTERS if demonstrates and code == _INTER["civilian"] else code


def _where(event: ExportEvent) -> tuple[Cell, ...]:
    """Places finer than the first level go into `location` alone: registers do not tell us admin2 and admin3."""
    place, where = event.place, point(event.place)
    country = place.country if place else None
    return (
        country.number if country else None,
        country.continent if country else None,
        country.name if country else None,
        place.admin1 if place else None,
        None,
        None,
        location(place),
        where[1] if where else None,
        where[0] if where else None,
        value(event, "acled", "geo_precision") if where else None,
    )


def _source(event: ExportEvent) -> tuple[Cell, ...]:
    denied = denying(event)
    notes = "; ".join((told(event), *([f"denied by {denied}"] if denied else []), *vague_dead(event)))
    return publishers(event), None, notes, _fatalities(event), None, int(event.recorded.timestamp())


def _fatalities(event: ExportEvent) -> Cell:
    """The codebook's figure: the lowest of any voice, and zero where none is stated. Ours, in dl_, stay empty then.

    A vague word is no number and a highest number alone ("up to 40") no lowest: the cell stays empty, and the words
    stand in the notes.
    """
    if event.fatalities.low is not None:
        return int(event.fatalities.low)
    if event.fatalities.words or event.fatalities.high is not None:
        return None
    return value(event, "acled", "fatalities") or 0
