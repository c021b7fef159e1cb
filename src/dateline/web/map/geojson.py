"""The points of the map for the live one: no more than it draws, so that thousands load at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.web.map.points import MapPoint


def points_json(points: Iterable[MapPoint]) -> dict[str, Any]:
    """A feature collection (RFC 7946); `reach` is the radius of doubt in metres, 0 where none is drawn."""
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
            "reach": point.uncertainty_m or 0,
            "count": point.count,
        },
    }
