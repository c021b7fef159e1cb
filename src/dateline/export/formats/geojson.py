"""Events as GeoJSON (RFC 7946); what has no point has `geometry: null` and still is a feature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from dateline.export.formats.event_json import event_json
from dateline.export.formats.facets import according_to, citation, point, quoted
from dateline.export.formats.json_text import json_bytes
from dateline.export.shared import ExportEvent, Shared


def geojson(shared: Shared) -> Iterator[bytes]:
    """A feature collection; its members beside `features` are foreign members in the words of the RFC, section 6.1."""
    box = bounding_box([where for event in shared.events if (where := point(event.place))])
    header = {
        "type": "FeatureCollection",
        **({"bbox": box} if box else {}),
        "tlp": f"TLP:{shared.terms.tlp}",
        "generated": shared.terms.at.isoformat(),
        "unlocated": sum(point(event.place) is None for event in shared.events),
    }
    yield json_bytes(header)[:-1] + b', "features": ['
    for index, event in enumerate(shared.events):
        yield (b",\n" if index else b"\n") + json_bytes(_feature(event, shared))
    yield b"\n]}\n"


def bounding_box(points: list[tuple[float, float]]) -> list[float] | None:
    """[west, south, east, north] of the points as they are shown; it may cross the antimeridian (section 5.2).

    Of all boxes that hold the points, the one with the widest empty arc of longitude left out.
    """
    if not points:
        return None
    lons = sorted({lon for lon, _ in points})
    gaps = [(after - before, before, after) for before, after in pairwise(lons)]
    widest = max(gaps, default=(0.0, lons[-1], lons[0]))
    west, east = (widest[2], widest[1]) if widest[0] > 360 - (lons[-1] - lons[0]) else (lons[0], lons[-1])
    lats = [lat for _, lat in points]
    return [west, min(lats), east, max(lats)]


def _feature(event: ExportEvent, shared: Shared) -> dict[str, Any]:
    where, words = point(event.place), quoted(event)
    properties = event_json(event, tlp=shared.terms.tlp)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": list(where)} if where else None,
        "properties": {
            **properties,
            "uncertainty_m": event.place.uncertainty_m if event.place else None,
            "sentence": according_to(event),
            "quote": citation(words) if words else None,
        },
    }
