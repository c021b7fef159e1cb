"""What a map is asked to show: places with a status and how sure their position is, in a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.web.map.bounds import Bounds
from dateline.web.map.outlines import NO_OUTLINES, Outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A relative place ("some 25 km west of X"): metres (low, high) from a ground, and its direction there.

    `bearing` is in degrees from the ground to the place, `spread` how far to either side it may lie.
    """

    lat: float
    lon: float
    low_m: float
    high_m: float
    bearing: float
    spread: float = 22.5


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """`count` things of one status that are said to have been at a place; several with one position become one mark.

    `name` is the place's, `status` a word of `shapes.SHAPES` and `note` one line for the tooltip of a single one. `uncertainty_m` is
    the radius of a disc; None draws none. A sector, where there is one, is drawn instead of the disc.
    """

    id: str
    name: str
    lat: float
    lon: float
    status: str = "unknown"
    uncertainty_m: float | None = None
    sector: Sector | None = None
    href: str | None = None
    note: str = ""
    count: int = 1


def no_spot(_: MapPoint) -> str | None:
    """The link of a map whose spots have no page of their own."""
    return None


def no_link(_: Bounds) -> str | None:
    """The link of a map that cannot be moved."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The sheet: what of the world it shows, how large it is drawn, and where its links lead.

    `bounds` None fits the points. `link` gives the address of the same screen with another box in view (None: the map
    cannot be moved), `spot` that of all that is told of one place. `outlines` are read once by the application (`read_outlines`). `id` keeps two maps of one page
    apart. `unlocated` is how many more are spoken of without a place that the map could show. `data` is the address of
    the same points as GeoJSON and `drawing` that of the outlines: with both, the built front end puts a map that can be
    dragged in the place of this one.
    """

    bounds: Bounds | None = None
    width: int = 960
    height: int = 560
    title: str = "Map"
    link: Callable[[Bounds], str | None] = no_link
    spot: Callable[[MapPoint], str | None] = no_spot
    outlines: Outlines = field(default=NO_OUTLINES)
    id: str = "map"
    unlocated: int = 0
    most_marks: int = 400
    data: str | None = None
    drawing: str | None = None
