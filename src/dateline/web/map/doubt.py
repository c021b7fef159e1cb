"""How unsure a position is, drawn to scale: discs about points, sectors of relative places. Never a line of anybody's."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dateline.web.map.clusters import Mark
from dateline.web.map.ground import path_data
from dateline.web.map.points import Frame, MapPoint
from dateline.web.map.projection import Projection, circle, sector_ring
from dateline.web.map.shapes import shape_of

MOST = 150
WIDEST = 0.75
"""Shares of the sheet's width: a disc beyond it says nothing that its mark does not say."""


def doubts(marks: Iterable[Mark], frame: Frame, projection: Projection) -> Markup:
    """The discs and sectors of the marks that stand for one spot and are surer than the whole sheet."""
    alone = [mark for mark in marks if len(mark.spots) == 1]
    drawn = [_doubt(mark, frame, projection) for mark in alone[:MOST]]
    return Markup("").join(drawn)


def _doubt(mark: Mark, frame: Frame, projection: Projection) -> Markup:
    point = max(mark.points, key=_reach)
    across = 2 * _reach(point) / projection.metres
    if across < 3 * mark.radius or across > WIDEST * frame.width:
        return Markup("")
    ring = sector_ring(point.sector) if point.sector else circle(lat=point.lat, lon=point.lon, radius_m=_reach(point))
    return Markup('<path class="doubt {}" fill="url(#{}-hatch-{})" d="{}"/>').format(
        mark.status, frame.id, hatch(mark.status), path_data(projection.pixels(ring), ring=True)
    )


def hatch(status: str) -> str:
    """The pattern of a status: crossed where voices part, slanted where one side speaks, dotted for the others."""
    if status in ("disputed", "several"):
        return "crossed"
    return "slanted" if status in ("one_sided", "claimed", "retracted") else "dotted"


def patterns(frame: Frame) -> Markup:
    """The hatches as SVG patterns; they take the colour of the style sheet."""
    return Markup(
        "<defs>"
        '<pattern id="{0}-hatch-crossed" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<path d="M0,0L7,7M7,0L0,7"/></pattern>'
        '<pattern id="{0}-hatch-slanted" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<path d="M0,7L7,0M-1,1L1,-1M6,8L8,6"/></pattern>'
        '<pattern id="{0}-hatch-dotted" class="hatch dots" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<circle cx="3.5" cy="3.5" r="0.8"/></pattern>'
        '<clipPath id="{0}-sheet"><rect width="{1}" height="{2}"/></clipPath>'
        "</defs>"
    ).format(frame.id, frame.width, frame.height)


def _reach(point: MapPoint) -> float:
    if point.sector:
        return point.sector.high_m
    return point.uncertainty_m or 0.0


def words(point: MapPoint) -> str:
    """The status and the doubt of a point for its tooltip."""
    metres = _reach(point)
    if not metres:
        return shape_of(point.status).word
    distance = f"{metres / 1000:.0f} km" if metres >= 1000 else f"{metres:.0f} m"
    return f"{shape_of(point.status).word}, within {distance}"
