"""What lies under the marks: land, the lines between countries and divisions, their names, and the graticule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
from markupsafe import Markup

from dateline.web.map.clip import lines_in, rings_in
from dateline.web.map.labels import Label, Sheet, placed
from dateline.web.map.outlines import Line, Outlines
from dateline.web.map.projection import Pixels, Projection

STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
HALF_TURN = 180.0
METRES_A_DEGREE = 111_195.0
MESHES = 6
"""About so many lines of the graticule across the sheet."""
FINEST = 0.6
"""Pixels between two points of an outline that are worth keeping apart."""
MOST_NAMES = 24
SPACED = 12.0
"""Degrees: in narrower boxes divisions are drawn."""


def ground(outlines: Outlines, projection: Projection) -> Markup:
    """Land, divisions and countries, in the order in which they are painted; only the graticule without outlines."""
    window = projection.window
    sheet = outlines.sheet(window.width)
    near = window.width <= SPACED * 2
    whole = [ring for ring in sheet.land if not _on_seam(ring)]
    cut = [ring for ring in sheet.land if _on_seam(ring)]
    paths = [
        _path("land shore", _filled(whole, projection), ring=True),
        _path("land", _filled(cut, projection), ring=True),
        _path("graticule", graticule(projection)),
        _path("shore", _projected(shores(cut), projection)),
        _path("division", _projected(sheet.divisions if near else (), projection)),
        _path("country", _projected(sheet.countries, projection)),
    ]
    return Markup("").join(paths)


def ground_names(outlines: Outlines, projection: Projection, sheet: Sheet) -> tuple[Label, ...]:
    """Names of countries and divisions where the marks and their names have left room."""
    span = projection.metres * projection.width / METRES_A_DEGREE
    labels: list[Label] = []
    for name in sorted(outlines.names, key=lambda name: name.rank):
        if len(labels) == MOST_NAMES:
            break
        if span > name.span or not projection.window.has(lon=name.lon, lat=name.lat):
            continue
        x, y = projection.pixels(np.array([(name.lon, name.lat)]))[0]
        label = placed(
            name.text, ("middle", float(x), float(y)), sheet=sheet, kind="country" if name.rank < 10 else "division"
        )
        if label:
            labels.append(label)
    return tuple(labels)


def _filled(rings: Iterable[Line], projection: Projection) -> Iterator[Pixels]:
    return (projection.unwrapped_pixels(_densified(ring)) for ring in rings_in(rings, projection.window))


def _on_seam(ring: Line) -> bool:
    return bool((np.abs(ring[:, 0]) % 360 == HALF_TURN).any())


def shores(land: Iterable[Line]) -> tuple[Line, ...]:
    """The edges of land without the seam along which the outlines were cut at 180 degrees."""
    pieces: list[Line] = []
    for ring in land:
        closed = np.vstack((ring, ring[:1]))
        seam = np.abs(closed[:, 0]) % 360 == HALF_TURN
        cuts = np.flatnonzero(seam[:-1] & seam[1:]) + 1
        pieces += [piece for piece in np.split(closed, cuts) if len(piece) > 1]
    return tuple(pieces)


def graticule(projection: Projection) -> Iterator[Pixels]:
    """Meridians and parallels at a round distance that gives about six across."""
    window = projection.window
    step = next((step for step in STEPS if window.width / step <= MESHES * 1.5), STEPS[-1])
    west, east = window.west, window.west + window.width
    for lon in _multiples(west, east, step):
        lats = np.linspace(window.south, window.north, 25)
        yield projection.unwrapped_pixels(np.column_stack((np.full(25, lon), lats)))
    for lat in _multiples(window.south, window.north, step):
        lons = np.linspace(west, east, 49)
        yield projection.unwrapped_pixels(np.column_stack((lons, np.full(49, lat))))


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [step * at for at in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _projected(lines: Iterable[Line], projection: Projection) -> Iterator[Pixels]:
    return (projection.unwrapped_pixels(line) for line in lines_in(lines, projection.window))


def _densified(ring: Line, *, longest: float = 8.0) -> Line:
    """The ring closed, with points between where an edge of the window is long: such an edge is a curve on the sheet."""
    closed = np.vstack((ring, ring[:1]))
    steps = np.abs(np.diff(closed, axis=0)).max(axis=1)
    if not (steps > longest).any():
        return ring
    counts = np.maximum(1, np.ceil(steps / longest)).astype(int)
    pieces = [
        np.linspace(a, b, count, endpoint=False) for a, b, count in zip(closed[:-1], closed[1:], counts, strict=True)
    ]
    return np.vstack(pieces)


def _path(name: str, lines: Iterable[Pixels], *, ring: bool = False) -> Markup:
    data = "".join(path_data(line, ring=ring) for line in lines)
    return Markup('<path class="{}" d="{}"/>').format(name, data) if data else Markup("")


def path_data(points: Pixels, *, ring: bool) -> str:
    """Pixels as SVG path data, one decimal, without what is too near to its neighbour to be seen."""
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) < 2:
        return ""
    kept = _thinned(points)
    if len(kept) < (3 if ring else 2):
        return ""
    steps = " ".join(f"{x:g},{y:g}" for x, y in np.round(kept, 1).tolist())
    return f"M{steps}{'Z' if ring else ''}"


def _thinned(points: Pixels) -> Pixels:
    """The points less those that round to the place of the one before them."""
    cells = np.round(points / FINEST)
    moved = np.any(np.diff(cells, axis=0) != 0, axis=1)
    kept = np.concatenate(([True], moved))
    kept[-1] = True
    thinned: Pixels = points[kept]
    return thinned
