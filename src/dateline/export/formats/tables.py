"""Events and claims as Parquet, and events as GeoParquet 1.1; needs pyarrow (the extra `tables`)."""

from __future__ import annotations

import importlib
import io
import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import ConfigurationError
from dateline.export.figures import figures
from dateline.export.formats.facets import (
    according_to,
    citation,
    first_day,
    last_day,
    names,
    point,
    quoted,
    voice,
    voices,
)
from dateline.export.formats.geojson import bounding_box
from dateline.export.shared import ExportClaim, ExportEvent, ExportPlace, Shared

GEOPARQUET = "1.1.0"
_EVENT = {
    "id": "string", "label": "string", "act": "string", "status": "string", "disputed": "bool_", "first_day": "date32",
    "last_day": "date32", "place": "string", "admin1": "string", "country": "string", "lat": "float64", "lon": "float64",
    "uncertainty_m": "float64", "coarsened": "bool_", "actor1": "string", "actor2": "string", "killed_low": "float64",
    "killed_best": "float64", "killed_high": "float64", "figures": "string", "origins": "int64", "voices": "string", "sentence": "string",
    "quote": "string", "claims": "string", "recorded": "timestamp", "tlp": "string",
}  # fmt: skip
_CLAIM = {
    "id": "string", "event": "string", "act": "string", "kind": "string", "modality": "string", "polarity": "string",
    "voice": "string", "first_day": "date32", "last_day": "date32", "place": "string", "admin1": "string",
    "country": "string", "lat": "float64", "lon": "float64", "uncertainty_m": "float64", "coarsened": "bool_",
    "quote": "string", "report": "string", "publisher": "string", "url": "string", "sha256": "string",
    "recorded": "timestamp", "tlp": "string",
}  # fmt: skip


def events_table(shared: Shared) -> Iterator[bytes]:
    """One row an event."""
    yield _parquet([_event(event, shared.terms.tlp) for event in shared.events], _EVENT, {"tlp": shared.terms.tlp})


def claims_table(shared: Shared) -> Iterator[bytes]:
    """One row a claim."""
    yield _parquet([_claim(claim, shared.terms.tlp) for claim in shared.claims], _CLAIM, {"tlp": shared.terms.tlp})


def geo_table(shared: Shared) -> Iterator[bytes]:
    """One row an event with its point as WKB in WGS84, longitude first; null where it is unlocated."""
    places = [point(event.place) for event in shared.events]
    rows = [
        {**_event(event, shared.terms.tlp), "geometry": _wkb(where) if where else None}
        for event, where in zip(shared.events, places, strict=True)
    ]
    box = bounding_box([where for where in places if where])
    column = {"encoding": "WKB", "geometry_types": ["Point"], **({"bbox": box} if box else {})}
    geo = {"version": GEOPARQUET, "primary_column": "geometry", "columns": {"geometry": column}}
    yield _parquet(rows, {**_EVENT, "geometry": "binary"}, {"geo": json.dumps(geo), "tlp": shared.terms.tlp})


def _wkb(where: tuple[float, float]) -> bytes:
    """ISO WKB of a point, little-endian."""
    return struct.pack("<BIdd", 1, 1, *where)


def _event(event: ExportEvent, tlp: str) -> dict[str, Any]:
    words = quoted(event)
    return {
        "id": event.id,
        "label": event.label,
        "act": event.act,
        "status": event.status,
        "disputed": event.disputed,
        "first_day": first_day(event.days),
        "last_day": last_day(event.days),
        **_place(event.place),
        "actor1": names(event.actor1),
        "actor2": names(event.actor2),
        "killed_low": event.fatalities.low,
        "killed_best": event.fatalities.best,
        "killed_high": event.fatalities.high,
        "figures": "; ".join(figures(event)) or None,
        "origins": event.origins,
        "voices": voices(event),
        "sentence": according_to(event),
        "quote": citation(words) if words else None,
        "claims": "; ".join(claim.id for claim in event.claims),
        "recorded": event.recorded,
        "tlp": tlp,
    }


def _place(place: ExportPlace | None) -> dict[str, Any]:
    where = point(place)
    return {
        "place": place.name if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country.alpha2 if place and place.country else None,
        "lat": where[1] if where else None,
        "lon": where[0] if where else None,
        "uncertainty_m": place.uncertainty_m if place else None,
        "coarsened": place.coarsened if place else False,
    }


def _claim(claim: ExportClaim, tlp: str) -> dict[str, Any]:
    return {
        "id": claim.id,
        "event": claim.event,
        "act": claim.act,
        "kind": claim.kind,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "voice": voice(claim),
        "first_day": first_day(claim.days),
        "last_day": last_day(claim.days),
        **_place(claim.place),
        "quote": citation(claim),
        "report": claim.report.id,
        "publisher": claim.report.publisher,
        "url": claim.report.url,
        "sha256": claim.report.sha256,
        "recorded": claim.recorded,
        "tlp": tlp,
    }


def _parquet(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], metadata: Mapping[str, str]) -> bytes:
    """The rows as one Parquet file; lone surrogates, which Arrow's UTF-8 cannot hold, become question marks."""
    arrow, parquet = _pyarrow()
    types = {name: arrow.timestamp("us", tz="UTC") if kind == "timestamp" else getattr(arrow, kind)()
             for name, kind in columns.items()}  # fmt: skip
    schema = arrow.schema(list(types.items()), metadata=dict(metadata))
    clean = [{name: _storable(row[name]) for name in columns} for row in rows]
    sink = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(clean, schema=schema), sink, compression="zstd")
    return sink.getvalue()


def _storable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _pyarrow() -> tuple[Any, Any]:
    """Imported here: pyarrow is an optional extra, and nothing else needs it."""
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise ConfigurationError("Parquet needs pyarrow: install dateline with the extra `tables`") from error
