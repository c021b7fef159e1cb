"""The outlines of land, countries and first-level divisions, read from the file that the front end's build writes.

The file (`static/dist/outlines.json`) holds whole numbers: hundredths of a degree, each point as its difference from the
one before it. It is made by `frontend/scripts/outlines.mjs` from npm packages that carry Natural Earth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ConfigurationError

Line = NDArray[np.float64]
"""Points as rows (longitude, latitude) in degrees; a ring's longitudes run on past 180 rather than jump."""

FORMAT = "dateline-outlines/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the map may print; lower ranks are printed first, `span` is the widest box in degrees to print it in."""

    text: str
    lat: float
    lon: float
    rank: int
    span: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One level of detail: rings of land, and the lines where countries and their first-level divisions meet."""

    land: tuple[Line, ...] = ()
    countries: tuple[Line, ...] = ()
    divisions: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """All levels of detail, `coarse` for boxes wider than `coarse_from` degrees, with the names and their source."""

    coarse: Sheet
    fine: Sheet
    names: tuple[Name, ...] = ()
    credit: str = ""
    coarse_from: float = 60.0

    def sheet(self, width: float) -> Sheet:
        """The level for a box of that many degrees."""
        return self.coarse if width > self.coarse_from else self.fine

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw: the front end has not been built."""
        return not self.coarse.land and not self.fine.land


NO_OUTLINES = Outlines(coarse=Sheet(), fine=Sheet())


def read_outlines(path: Path) -> Outlines:
    """The outlines of that file; NO_OUTLINES where there is none. Raises ConfigurationError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return NO_OUTLINES
    try:
        return _outlines(json.loads(content))
    except (ValueError, KeyError, TypeError) as fault:
        raise ConfigurationError(f"{path}: not outlines of {FORMAT} ({fault}): run `make frontend` again") from fault


def _outlines(data: dict[str, Any]) -> Outlines:
    if data["format"] != FORMAT:
        raise ValueError(f"format {data['format']!r}")
    scale = float(data["scale"])
    return Outlines(
        coarse=_sheet(data["coarse"], scale),
        fine=_sheet(data["fine"], scale),
        names=tuple(
            Name(text=text, lat=lat / scale, lon=lon / scale, rank=rank, span=span)
            for text, lon, lat, rank, span in data["names"]
        ),
        credit=str(data["credit"]),
    )


def _sheet(data: dict[str, list[list[int]]], scale: float) -> Sheet:
    return Sheet(
        land=_lines(data["land"], scale),
        countries=_lines(data["countries"], scale),
        divisions=_lines(data["divisions"], scale),
    )


def _lines(steps: Iterable[list[int]], scale: float) -> tuple[Line, ...]:
    return tuple(np.cumsum(np.asarray(line, dtype=np.float64).reshape(-1, 2), axis=0) / scale for line in steps)
