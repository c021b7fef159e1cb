"""Bounding boxes as in OGC API Features: west, south, east, north; west of 170 and east of -170 cross the antimeridian."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WORLD_SPAN = 360.0
SMALLEST_SPAN = 0.02
"""Degrees: about two kilometres; nearer in, a report's words never say where something was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A box in degrees WGS84. `west` > `east` means that it crosses the antimeridian, never that it is empty."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Degrees from west to east, in (0, 360]."""
        return (self.east - self.west) % WORLD_SPAN or WORLD_SPAN

    @property
    def height(self) -> float:
        """Degrees from south to north."""
        return self.north - self.south

    @property
    def centre(self) -> tuple[float, float]:
        """(longitude, latitude) of the middle, the longitude in [-180, 180)."""
        return wrapped(self.west + self.width / 2), (self.south + self.north) / 2

    def has(self, *, lon: float, lat: float) -> bool:
        """Whether the point lies in the box, its edges included."""
        return self.south <= lat <= self.north and (lon - self.west) % WORLD_SPAN <= self.width

    def moved(self, *, east: float = 0.0, north: float = 0.0) -> Bounds:
        """The box moved by shares of its own size; it stops at the poles."""
        lon, lat = self.centre
        room = max(0.0, 90 - self.height / 2)
        lat = min(room, max(-room, lat + north * self.height))
        return around(lon + east * self.width, lat, width=self.width, height=self.height)

    def scaled(self, factor: float) -> Bounds:
        """The box grown (or shrunk) about its middle, at most to the whole world."""
        width = min(WORLD_SPAN, max(SMALLEST_SPAN, self.width * factor))
        height = min(180.0, max(SMALLEST_SPAN, self.height * factor))
        return around(*self.centre, width=width, height=height)

    def words(self) -> str:
        """The box as the URL writes it; digits enough for its size."""
        digits = 2 if self.width > 1 else 4
        return ",".join(f"{round(edge, digits):g}" for edge in (self.west, self.south, self.east, self.north))


WORLD = Bounds(west=-180.0, south=-58.0, east=180.0, north=84.0)
"""What a map without points shows: all land but Antarctica."""


def wrapped(lon: float) -> float:
    """The longitude in [-180, 180)."""
    return (lon + 180) % WORLD_SPAN - 180


def around(lon: float, lat: float, *, width: float, height: float) -> Bounds:
    """The box of that size about a point, pushed off the poles."""
    half = min(height, 180.0) / 2
    lat = min(90 - half, max(half - 90, lat))
    if width >= WORLD_SPAN:
        return Bounds(west=-180.0, south=lat - half, east=180.0, north=lat + half)
    return Bounds(west=wrapped(lon - width / 2), south=lat - half, east=wrapped(lon + width / 2), north=lat + half)


def bounds_of(points: Sequence[tuple[float, float]], *, margin: float = 0.12, least: float = 5.0) -> Bounds:
    """The smallest box about (longitude, latitude) pairs with a margin on each side, `least` degrees high and wide.

    The box leaves out the widest gap between neighbouring longitudes, so that Fiji's two halves stay together.
    """
    if not points:
        return WORLD
    west, width = _narrowest(sorted(wrapped(lon) for lon, _ in points))
    lats = [lat for _, lat in points]
    height = max(lats) - min(lats)
    lat, lon = (max(lats) + min(lats)) / 2, west + width / 2
    stretch = 1 + 2 * margin
    high = max(least, height * stretch)
    wide = max(least / max(0.2, math.cos(math.radians(lat))), width * stretch)
    return around(lon, lat, width=min(wide, WORLD_SPAN), height=min(high, 180.0))


def _narrowest(lons: list[float]) -> tuple[float, float]:
    gaps = [
        ((after - before) % WORLD_SPAN, at)
        for at, (before, after) in enumerate(zip(lons, [*lons[1:], lons[0]], strict=True))
    ]
    if len(set(lons)) == 1:
        return lons[0], 0.0
    gap, at = max(gaps)
    return lons[(at + 1) % len(lons)], WORLD_SPAN - gap
