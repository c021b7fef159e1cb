"""Lines and rings cut to what the sheet shows, in degrees, before they are projected.

Outlines run from -180 to 180 and sheets do not: each ring is tried where it lies and a whole turn to either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from dateline.web.map.bounds import Bounds
from dateline.web.map.outlines import Line

TURNS = (-360.0, 0.0, 360.0)


def rings_in(rings: Iterable[Line], window: Bounds) -> Iterator[Line]:
    """The parts of the rings within the window (whose `east` runs on past 180), as rings."""
    for ring, west, south, east, north in _near(rings, window):
        for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
            ring = _cut(ring, axis, limit, sign)
            if len(ring) < 3:
                break
        else:
            yield ring


def lines_in(lines: Iterable[Line], window: Bounds) -> Iterator[Line]:
    """The runs of the lines that touch the window, each with one point more at either end."""
    for line, west, south, east, north in _near(lines, window):
        lon, lat = line.T
        inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        kept = inside.copy()
        kept[1:] |= inside[:-1]
        kept[:-1] |= inside[1:]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], kept, [False])).astype(np.int8)))
        for start, end in edges.reshape(-1, 2):
            if end - start > 1:
                yield line[start:end]


def _near(lines: Iterable[Line], window: Bounds) -> Iterator[tuple[Line, float, float, float, float]]:
    """Each line, moved by a whole turn where it has to be, that may touch the window; with the window's edges."""
    west, east = window.west, window.west + window.width
    for line in lines:
        (low_lon, low_lat), (high_lon, high_lat) = line.min(axis=0), line.max(axis=0)
        if high_lat < window.south or low_lat > window.north:
            continue
        for turn in TURNS:
            if high_lon + turn >= west and low_lon + turn <= east:
                yield line + np.array((turn, 0.0)), west, window.south, east, window.north


def _cut(ring: Line, axis: int, limit: float, sign: int) -> Line:
    """One edge of Sutherland and Hodgman's clipping, for all points at once."""
    here = sign * (ring[:, axis] - limit)
    if (here >= 0).all():
        return ring
    there, beyond = np.roll(here, -1), np.roll(ring, -1, axis=0)
    crosses = (here >= 0) != (there >= 0)
    share = np.divide(here, here - there, out=np.zeros_like(here), where=crosses)
    pairs = np.stack((ring, ring + share[:, None] * (beyond - ring)), axis=1)
    kept: Line = pairs[np.column_stack((here >= 0, crosses))]
    return kept
