"""Events in UCDP GED's columns; the layout is theirs, the data are not. Ids that are not ours stay empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.export.formats.cells import Cell, csv_bytes
from dateline.export.formats.facets import (
    DL_COLUMNS,
    citation,
    description,
    dl_cells,
    first_day,
    iso,
    last_day,
    location,
    names,
    only_day,
    point,
    publishers,
    quoted,
    vague_dead,
    value,
)
from dateline.export.shared import ExportClaim, ExportEvent, Shared
from dateline.reference.countries import Country

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa", "gwnob",
)  # fmt: skip

ONE_SIDED = 3
REGIONS = {
    "Africa": "Africa", "Asia": "Asia", "Europe": "Europe", "North America": "Americas", "Oceania": "Asia",
    "South America": "Americas",
}  # fmt: skip
MIDDLE_EAST = frozenset({
    "AE", "BH", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SY", "TR", "YE",
})  # fmt: skip
SINGLE, AGGREGATE = 1, 2
"""UCDP's event clarity: one event on one or a few days, or a summary of several."""


def ged_csv(shared: Shared) -> Iterator[bytes]:
    """One row an event with deaths, or every event where the terms include those without."""
    header = COLUMNS if shared.terms.strict else (*COLUMNS, *DL_COLUMNS)
    return csv_bytes((header, *(_row(event, shared) for event in lethal(shared).events)))


def lethal(shared: Shared) -> Shared:
    """Without the events that nobody died in, which are counted as left out, unless the terms include them."""
    if shared.terms.include_nonlethal:
        return shared
    events = tuple(filter(_lethal, shared.events))
    without = {"without deaths": len(shared.events) - len(events), **shared.left_out}
    return replace(shared, events=events, left_out={reason: count for reason, count in without.items() if count})


def _lethal(event: ExportEvent) -> bool:
    """Whether some voice tells of dead, in a number or in a vague word."""
    figures = event.fatalities
    return bool(figures.high or figures.best or figures.low or figures.words)


def _row(event: ExportEvent, shared: Shared) -> tuple[Cell, ...]:
    given: dict[str, Cell] = {**_what(event), **_sources(event), **_where(event), **_when(event), **_deaths(event)}
    row = tuple(given.get(column) for column in COLUMNS)
    return row if shared.terms.strict else (*row, *dl_cells(event, codebook="ucdp", tlp=shared.terms.tlp))


def _what(event: ExportEvent) -> dict[str, Cell]:
    one_sided = value(event, "ucdp", "type_of_violence") == ONE_SIDED
    side_a, side_b = names(event.actor1[:1]), "Civilians" if one_sided else names(event.actor2[:1])
    return {
        "id": event.id,
        "code_status": "Automatic, not reviewed by UCDP",
        "type_of_violence": value(event, "ucdp", "type_of_violence"),
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "side_a": side_a,
        "side_b": side_b,
    }


def _sources(event: ExportEvent) -> dict[str, Cell]:
    """Origins, not outlets: ten papers that print one agency are one source."""
    words = quoted(event) or (event.claims[0] if event.claims else None)
    return {
        "number_of_sources": event.origins,
        "source_article": "; ".join((*([citation(words)] if words else []), *vague_dead(event))) or None,
        "source_office": publishers(event),
        "source_date": iso(_published(words)),
        "source_headline": words.report.title if words else None,
        "source_original": words.believer.name if words else None,
    }


def _published(claim: ExportClaim | None) -> date | None:
    """The day on which the report came out; none where only a longer stretch is known."""
    return only_day(claim.report.published) if claim else None


def _where(event: ExportEvent) -> dict[str, Cell]:
    place, where = event.place, point(event.place)
    country = place.country if place else None
    return {
        "where_prec": value(event, "ucdp", "where_prec") if where else None,
        "where_coordinates": location(place),
        "where_description": description(place),
        "adm_1": place.admin1 if place else None,
        "latitude": where[1] if where else None,
        "longitude": where[0] if where else None,
        "geom_wkt": f"POINT ({where[0]} {where[1]})" if where else None,
        "country": country.name if country else None,
        "region": _region(country) if country else None,
    }


def _region(country: Country) -> str | None:
    """One of UCDP's five regions: its Middle East reaches from Egypt and Turkey to Iran, its Asia holds Oceania."""
    return "Middle East" if country.alpha2 in MIDDLE_EAST else REGIONS.get(country.continent)


def _when(event: ExportEvent) -> dict[str, Cell]:
    first, last = first_day(event.days), last_day(event.days)
    days = (last - first).days if first and last else None
    year = first.year if first and last and first.year == last.year else None
    clarity = None if days is None else SINGLE if days < 7 else AGGREGATE
    return {
        "year": year,
        "event_clarity": clarity,
        "date_prec": value(event, "ucdp", "date_prec"),
        "date_start": iso(first),
        "date_end": iso(last),
    }


def _deaths(event: ExportEvent) -> dict[str, Cell]:
    """The dead of one-sided violence are civilians; else to which side they belonged is not known here."""
    figures = event.fatalities
    column = "deaths_civilians" if value(event, "ucdp", "type_of_violence") == ONE_SIDED else "deaths_unknown"
    return {column: figures.best, "best": figures.best, "high": figures.high, "low": figures.low}
