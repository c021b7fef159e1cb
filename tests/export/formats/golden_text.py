"""The golden text of each format; `python -m tests.export.formats.golden_text` writes the files anew."""

from __future__ import annotations

import importlib
import io
import json
from pathlib import Path

from dateline.export.formats import EXPORTERS, Exporter
from tests.export.formats.holdings import sample_shared

GOLDEN = Path(__file__).parent / "golden"


def text_of(content: bytes) -> str:
    """A file as text; Parquet as its rows and metadata."""
    if not content.startswith(b"PAR1"):
        return content.decode()
    table = importlib.import_module("pyarrow.parquet").read_table(io.BytesIO(content))
    metadata = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
    rows = [json.dumps(row, default=str, ensure_ascii=False) for row in table.to_pylist()]
    return "\n".join((json.dumps(metadata, sort_keys=True), str(table.schema.remove_metadata()), *rows, ""))


def written(exporter: Exporter) -> bytes:
    """The sample in this format."""
    return b"".join(exporter.write(sample_shared(include_nonlethal=True)))


def golden_file(exporter: Exporter) -> Path:
    """Where the format's golden text lies."""
    return GOLDEN / f"{exporter.name}.txt"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for one in EXPORTERS:
        golden_file(one).write_bytes(text_of(written(one)).encode())
