"""The points of the map for the live one: no more than it draws, so that thousands load at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.web.map.points import MapPoint, Sector
from dateline.web.map.projection import sector_ring


def points_json(points: Iterable[MapPoint]) -> dict[str, Any]:
    """A feature collection (RFC 7946); `reach` is the radius of doubt in metres, 0 where none is drawn.

    A place that is told by distance and direction has the ring of its `sector` in the disc's stead, as the drawn map.
    """
    return {"type": "FeatureCollection", "features": [_feature(point) for point in points]}


def _feature(point: MapPoint) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        "properties": {
            "name": point.name,
            "status": point.status,
            "note": point.note,
            "href": point.href,
            "reach": 0 if point.sector else point.uncertainty_m or 0,
            "count": point.count,
            **({"sector": _ring(point.sector)} if point.sector else {}),
        },
    }


def _ring(sector: Sector) -> list[list[float]]:
    """The closed ring in degrees, to some ten metres."""
    ring = [[round(float(lon), 4), round(float(lat), 4)] for lon, lat in sector_ring(sector)]
    return [*ring, ring[0]]
