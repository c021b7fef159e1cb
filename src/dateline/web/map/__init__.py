"""The map without scripts: one figure of SVG, drawn on the server, with every name that it prints in a list beside it.

Never a front line: places, discs and sectors of doubt, and what kind of word there is about them.
"""

from dateline.web.map.bounds import WORLD, Bounds, bounds_of
from dateline.web.map.figure import svg_map
from dateline.web.map.geojson import points_json
from dateline.web.map.outlines import NO_OUTLINES, Outlines, read_outlines
from dateline.web.map.points import Frame, MapPoint, Sector

__all__ = [
    "NO_OUTLINES",
    "WORLD",
    "Bounds",
    "Frame",
    "MapPoint",
    "Outlines",
    "Sector",
    "bounds_of",
    "points_json",
    "read_outlines",
    "svg_map",
]
