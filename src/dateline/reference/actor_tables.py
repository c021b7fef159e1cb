"""Tab-separated data files: a header row, `#` comments, `|` between values of one cell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from dateline.errors import ConfigurationError


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file by column; raises ConfigurationError for a row of the wrong width."""
    text = (resources.files("dateline.reference") / "data" / name).read_text("utf-8")
    header: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise ConfigurationError(f"{name}:{number} has {len(cells)} cells, expected {len(header)}")
        else:
            yield dict(zip(header, cells, strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(value for value in cell.split("|") if value)
