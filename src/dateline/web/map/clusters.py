"""Points put together into marks that fit the sheet: what lies on one spot first, then what lies in one square."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.web.map.points import Frame, MapPoint
from dateline.web.map.projection import Pixels, Projection
from dateline.web.map.shapes import shape_of

SQUARE = 30.0
"""Pixels: two neighbouring marks can each be hit with a finger (WCAG 2.2, target size 24)."""
WIDER = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one shape on the map stands for, in pixels; `points` are in the order in which they were given.

    `count` things lie on `spots` (longitude, latitude), each named once; `names` of places and `kinds` (a status in words
    and how many there are of it) begin with the most frequent. `status` is that of all, or `several`.
    """

    x: float
    y: float
    points: tuple[MapPoint, ...]
    status: str
    count: int
    spots: tuple[tuple[float, float], ...]
    names: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]

    @property
    def radius(self) -> float:
        """Pixels: the area grows with the count, up to what a square holds."""
        return float(min(13.0, 5.5 + 1.6 * (self.count - 1) ** 0.5))


def marks_of(points: Sequence[MapPoint], frame: Frame, projection: Projection) -> tuple[Mark, ...]:
    """The marks of all points on the sheet, the largest first, at most `frame.most_marks`: squares grow until they fit."""
    if not points:
        return ()
    pixels = projection.pixels(np.array([(point.lon, point.lat) for point in points], dtype=np.float64))
    on_sheet = ((pixels >= 0) & (pixels <= (frame.width, frame.height))).all(axis=1)
    spots: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
    for at in np.flatnonzero(on_sheet).tolist():
        spots[points[at].lon, points[at].lat].append(at)
    square = SQUARE
    groups = _squares(list(spots.values()), pixels, square)
    while len(groups) > frame.most_marks:
        square *= WIDER
        groups = _squares(list(spots.values()), pixels, square)
    marks = [_mark(points, pixels, members) for members in groups]
    return tuple(sorted(marks, key=lambda mark: (-mark.count, mark.y, mark.x)))


def _squares(spots: list[list[int]], pixels: Pixels, side: float) -> list[list[int]]:
    squares: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for members in spots:
        x, y = pixels[members[0]]
        squares[int(x // side), int(y // side)].extend(members)
    return list(squares.values())


def _mark(points: Sequence[MapPoint], pixels: Pixels, members: list[int]) -> Mark:
    x, y = pixels[members].mean(axis=0)
    told = tuple(points[at] for at in sorted(members))
    names: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for point in told:
        names[point.name] += point.count
        statuses[point.status] += point.count
    return Mark(
        x=float(x),
        y=float(y),
        points=told,
        status=told[0].status if len(statuses) == 1 else "several",
        count=statuses.total(),
        spots=tuple(dict.fromkeys((point.lon, point.lat) for point in told)),
        names=tuple(name for name, _ in names.most_common()),
        kinds=tuple((shape_of(status).word, count) for status, count in statuses.most_common()),
    )
