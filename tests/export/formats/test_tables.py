"""Parquet as pyarrow and pandas read it, GeoParquet by its specification, and a clear word where pyarrow is missing."""

from __future__ import annotations

import dataclasses
import importlib
import io
import json
import struct
import sys
from typing import Any

import pytest

from dateline.errors import ConfigurationError
from dateline.export.formats import exporter
from dateline.export.shared import Shared
from tests.export.formats.holdings import sample_shared


def table(name: str, shared: Shared | None = None) -> Any:
    content = b"".join(exporter(name).write(shared or sample_shared()))
    return importlib.import_module("pyarrow.parquet").read_table(io.BytesIO(content))


def test_geo_metadata_is_that_of_geoparquet_1_1() -> None:
    found = table("geoparquet")
    geo = json.loads(found.schema.metadata[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert geo["version"] == "1.1.0"
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
    assert len(column["bbox"]) == 4
    assert "crs" not in column, "the default is OGC:CRS84, longitude first"
    assert str(found.schema.field("geometry").type) == "binary"


def test_points_are_well_known_binary_with_longitude_first() -> None:
    rows = table("geoparquet").to_pylist()
    points = [struct.unpack("<BIdd", row["geometry"]) if row["geometry"] else None for row in rows]
    assert points == [(1, 1, 0.0, 16.3), (1, 1, 2.0, 16.0), None]


@pytest.mark.parametrize("name", ["geoparquet", "events-parquet", "claims-parquet"])
def test_tables_without_rows_keep_their_columns(name: str) -> None:
    empty = dataclasses.replace(sample_shared(), events=(), claims=())
    assert table(name, empty).schema.names == table(name).schema.names


def test_pandas_reads_events_and_claims() -> None:
    pandas = importlib.import_module("pandas")
    events = pandas.read_parquet(io.BytesIO(b"".join(exporter("events-parquet").write(sample_shared()))))
    claims = pandas.read_parquet(io.BytesIO(b"".join(exporter("claims-parquet").write(sample_shared()))))
    assert len(events) == 3
    assert set(claims["event"]) == set(events["id"])
    assert str(events["recorded"].dt.tz) == "UTC"


def test_missing_pyarrow_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigurationError, match="tables"):
        list(exporter("geoparquet").write(sample_shared()))
