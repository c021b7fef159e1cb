"""Degrees to pixels by PROJ: equal-area always, so that no country looks larger than another by its latitude alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer

from dateline.web.map.bounds import Bounds
from dateline.web.map.outlines import Line
from dateline.web.map.points import Sector

WIDE, HIGH = 100.0, 80.0
"""Degrees beyond which the azimuthal sheet would bend too much and Equal Earth is drawn instead."""
EDGE_STEPS = 33
HALF_TURN = 179.9999
"""Degrees: a point on the far meridian itself may come out on either side."""
CIRCLE_STEPS = 48
ELLIPSOID = "WGS84"

Pixels = NDArray[np.float64]
"""Points as rows (x, y), y down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One box fitted into a sheet of pixels; `metres` is what one pixel's side stands for at the middle.

    `window` is the box in degrees that the whole sheet shows: never smaller than the box asked for.
    """

    transformer: Transformer
    lon_0: float
    lat_0: float
    metres: float
    origin: tuple[float, float]
    width: int
    height: int
    window: Bounds

    def pixels(self, lonlat: Line) -> Pixels:
        """Rows of degrees as rows of pixels; longitudes are taken as they lie nearest to the middle meridian."""
        near = self.lon_0 + (lonlat[:, 0] - self.lon_0 + 180) % 360 - 180
        return self.unwrapped_pixels(np.column_stack((near, lonlat[:, 1])))

    def unwrapped_pixels(self, lonlat: Line) -> Pixels:
        """The same for longitudes that run on past the edge of the world: they end there and do not begin again."""
        turned = np.clip(lonlat[:, 0] - self.lon_0, -HALF_TURN, HALF_TURN)
        east, north = self.transformer.transform(turned, lonlat[:, 1])
        x = (np.asarray(east) - self.origin[0]) / self.metres + self.width / 2
        y = self.height / 2 - (np.asarray(north) - self.origin[1]) / self.metres
        return np.column_stack((x, y))


def projection_for(bounds: Bounds, *, width: int, height: int, margin: int = 12) -> Projection:
    """The equal-area projection about the middle of the box, scaled so that the whole box lies within the margin."""
    lon_0, lat_0 = bounds.centre
    wide = bounds.width > WIDE or bounds.height > HIGH
    method = "+proj=eqearth +lon_0=0" if wide else f"+proj=laea +lat_0={lat_0} +lon_0=0"
    plane = CRS.from_proj4(f"{method} +ellps={ELLIPSOID} +units=m")
    transformer = Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True)
    edge = _edge(bounds) - (lon_0, 0)
    east, north = (np.asarray(axis) for axis in transformer.transform(edge[:, 0], edge[:, 1]))
    metres = max(np.ptp(east) / (width - 2 * margin), np.ptp(north) / (height - 2 * margin))
    origin = (float(east.max() + east.min()) / 2, float(north.max() + north.min()) / 2)
    return Projection(
        transformer=transformer,
        lon_0=lon_0,
        lat_0=lat_0,
        metres=float(metres),
        origin=origin,
        width=width,
        height=height,
        window=_window(transformer, origin, lon_0, (width * metres / 2, height * metres / 2)),
    )


def _edge(bounds: Bounds) -> Line:
    lon_0 = bounds.centre[0]
    lons = np.linspace(lon_0 - bounds.width / 2, lon_0 + bounds.width / 2, EDGE_STEPS)
    lats = np.linspace(bounds.south, bounds.north, EDGE_STEPS)
    grid = np.meshgrid(lons, lats)
    return np.column_stack([axis.ravel() for axis in grid])


def _window(transformer: Transformer, origin: tuple[float, float], lon_0: float, half: tuple[float, float]) -> Bounds:
    xs, ys = (
        np.linspace(middle - reach, middle + reach, EDGE_STEPS) for middle, reach in zip(origin, half, strict=True)
    )
    grid = np.meshgrid(xs, ys)
    lons, lats = transformer.transform(grid[0].ravel(), grid[1].ravel(), direction="INVERSE")
    known = np.isfinite(lons) & np.isfinite(lats)
    lons, lats = np.asarray(lons)[known], np.asarray(lats)[known]
    south, north = max(-90.0, float(lats.min())), min(90.0, float(lats.max()))
    if not known.all() or np.ptp(lons) > 300 or max(-south, north) > 89:
        return Bounds(west=lon_0 - 180, south=south, east=lon_0 + 180, north=north)
    return Bounds(west=lon_0 + float(lons.min()), south=south, east=lon_0 + float(lons.max()), north=north)


def circle(*, lat: float, lon: float, radius_m: float) -> Line:
    """The ring of points at that distance over the ellipsoid."""
    turns = np.linspace(0, 360, CIRCLE_STEPS, endpoint=False)
    return _reached(lat, lon, turns, np.full(CIRCLE_STEPS, radius_m))


def sector_ring(sector: Sector) -> Line:
    """The ring around a sector: out along its far side, back along its near one."""
    turns = np.linspace(sector.bearing - sector.spread, sector.bearing + sector.spread, 16)
    far = _reached(sector.lat, sector.lon, turns, np.full(16, max(1.0, sector.high_m)))
    near = _reached(sector.lat, sector.lon, turns[::-1], np.full(16, max(1.0, sector.low_m)))
    return np.vstack((far, near))


def _reached(lat: float, lon: float, turns: NDArray[np.float64], metres: NDArray[np.float64]) -> Line:
    count = len(turns)
    lons, lats, _ = Geod(ellps=ELLIPSOID).fwd(np.full(count, lon), np.full(count, lat), turns, metres)
    return np.column_stack((lons, lats))
