"""Every format that Dateline writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.export.formats.acled_csv import acled_csv
from dateline.export.formats.atom import atom
from dateline.export.formats.ged_csv import ged_csv, lethal
from dateline.export.formats.geojson import geojson
from dateline.export.formats.hxl import hxl
from dateline.export.formats.json_lines import json_lines
from dateline.export.formats.stix import stix
from dateline.export.formats.tables import claims_table, events_table, geo_table
from dateline.export.formats.web_annotation import web_annotation
from dateline.export.shared import Shared


def everything(shared: Shared) -> Shared:
    """All rows, which most formats write."""
    return shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format: its name on the command line, file suffix, media type, and the function that writes it.

    `note` describes the file for its sidecar; formats without one carry their own description. `admitted` gives the rows
    that the format has room for.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[Shared], Iterator[bytes]]
    note: str = ""
    admitted: Callable[[Shared], Shared] = everything


PARQUET = "application/vnd.apache.parquet"
EXPORTERS = (
    Exporter(
        name="acled", suffix=".csv", media_type="text/csv", write=acled_csv, note="ACLED-like layout, not ACLED data"
    ),
    Exporter(
        name="ged",
        suffix=".csv",
        media_type="text/csv",
        write=ged_csv,
        note="UCDP-GED-like layout, not UCDP data",
        admitted=lethal,
    ),
    Exporter(name="hxl", suffix=".hxl.csv", media_type="text/csv", write=hxl, note="Events with HXL tags"),
    Exporter(name="geojson", suffix=".geojson", media_type="application/geo+json", write=geojson),
    Exporter(name="jsonl", suffix=".jsonl", media_type="application/x-ndjson", write=json_lines),
    Exporter(
        name="annotations",
        suffix=".annotations.jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        write=web_annotation,
    ),
    Exporter(name="stix", suffix=".stix.json", media_type="application/stix+json;version=2.1", write=stix),
    Exporter(name="atom", suffix=".atom", media_type="application/atom+xml", write=atom),
    Exporter(name="geoparquet", suffix=".geo.parquet", media_type=PARQUET, write=geo_table),
    Exporter(name="events-parquet", suffix=".events.parquet", media_type=PARQUET, write=events_table),
    Exporter(name="claims-parquet", suffix=".claims.parquet", media_type=PARQUET, write=claims_table),
)


def exporter(name: str) -> Exporter:
    """The exporter of that name; raises UsageError for an unknown one."""
    for found in EXPORTERS:
        if found.name == name:
            return found
    raise UsageError(f"no export format {name!r}; there are: {', '.join(e.name for e in EXPORTERS)}")
