"""Events as CSV with a second header row of HXL 1.1 tags (hxlstandard.org)."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.figures import figures
from dateline.export.formats.cells import Cell, csv_bytes
from dateline.export.formats.facets import (
    citation,
    first_day,
    iso,
    last_day,
    names,
    point,
    publishers,
    quoted,
    voices,
)
from dateline.export.shared import ExportEvent, Figures, Shared

COLUMNS = (
    ("Event", "#event+id"),
    ("First day", "#date+start"),
    ("Last day", "#date+end"),
    ("Type", "#event+type"),
    ("Label", "#event+description"),
    ("Acting", "#group+name+first"),
    ("Acted on", "#group+name+second"),
    ("Country", "#country+name"),
    ("Country code", "#country+code+v_iso3"),
    ("First-level division", "#adm1+name"),
    ("Place", "#loc+name"),
    ("Latitude", "#geo+lat"),
    ("Longitude", "#geo+lon"),
    ("Uncertainty (m)", "#geo+uncertainty"),
    ("Killed, lowest", "#affected+killed+min"),
    ("Killed, best", "#affected+killed+best"),
    ("Killed, highest", "#affected+killed+max"),
    ("Injured, lowest", "#affected+injured+min"),
    ("Injured, highest", "#affected+injured+max"),
    ("Displaced, lowest", "#affected+displaced+ind+min"),
    ("Displaced, highest", "#affected+displaced+ind+max"),
    ("Displaced households, lowest", "#affected+displaced+hh+min"),
    ("Displaced households, highest", "#affected+displaced+hh+max"),
    ("Figures as told", "#description+affected"),  # under #affected the core schema admits numbers alone
    ("Status", "#status"),
    ("Disputed", "#status+disputed"),
    ("According to", "#meta+voice"),
    ("Publishers", "#meta+source"),
    ("Origins", "#meta+origins+num"),
    ("Quote", "#meta+quote"),
    ("Marking", "#meta+tlp"),
)


def hxl(shared: Shared) -> Iterator[bytes]:
    """Headings, tags, then one row an event."""
    headings, tags = zip(*COLUMNS, strict=True)
    yield from csv_bytes([headings])
    yield (",".join(tags) + "\r\n").encode()
    yield from csv_bytes(_row(event, shared.terms.tlp) for event in shared.events)


def _row(event: ExportEvent, tlp: str) -> tuple[Cell, ...]:
    place, where, words = event.place, point(event.place), quoted(event)
    country = place.country if place else None
    return (
        event.id,
        iso(first_day(event.days)),
        iso(last_day(event.days)),
        event.act,
        event.label,
        names(event.actor1),
        names(event.actor2),
        country.name if country else None,
        country.alpha3 if country else None,
        place.admin1 if place else None,
        place.name if place else None,
        where[1] if where else None,
        where[0] if where else None,
        place.uncertainty_m if place else None,
        event.fatalities.low,
        event.fatalities.best,
        event.fatalities.high,
        *_counted(event),
        "; ".join(figures(event)) or None,
        event.status,
        "yes" if event.disputed else "no",
        voices(event),
        publishers(event),
        event.origins,
        citation(words) if words else None,
        f"TLP:{tlp}",
    )


def _counted(event: ExportEvent) -> Iterator[Cell]:
    """Lowest and highest of what else is counted; a bound alone leaves the other end empty."""
    told = {one.measure: one.figures for one in event.counted}
    for measure in ("wounded", "displaced", "displaced_households"):
        found = told.get(measure, Figures())
        yield from (found.low, found.high)
