"""Figures of one event: what is counted, by whom, as ranges that nobody has averaged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.vocabulary import measure_word
from dateline.model.across import CountPoint, CountSeries
from dateline.model.totals import figure_words, series_total
from dateline.web.views.told import Told, told

WIDTH = 320.0
INSET = 10.0

STATES = {
    "live": "counts",
    "superseded": "replaced by a later word of the same origin",
    "part": "part of a larger figure",
    "copy": "repeats an earlier text",
    "closed": "withdrawn by a correction",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One voice's figure. `x` and `x2` are its ends on the strip; `open_end` that one end is not told."""

    told: Told
    words: str
    low: str
    high: str
    state: str
    counts: bool
    as_of: str
    x: float
    x2: float
    best: float
    open_end: bool
    drawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What is counted, with the figure of all voices in words, and the one most origins give where they differ."""

    what: str
    total: str
    best: str
    figures: tuple[Figure, ...]
    width: float = WIDTH


def series(
    found: Iterable[CountSeries], claims: Mapping[str, ExportClaim], *, name: Callable[[str], str]
) -> tuple[Series, ...]:
    """The series whose claims may be shown; `name` turns an actor's id into a name that may be shown."""
    made = (_series(one, claims, name) for one in found)
    return tuple(one for one in made if one.figures)


def _series(one: CountSeries, claims: Mapping[str, ExportClaim], name: Callable[[str], str]) -> Series:
    side = f" – {name(one.side)}" if one.side else ""
    top = max((edge for point in one.points for edge in (point.low, point.high) if edge is not None), default=0.0)
    return Series(
        what=f"{measure_word(one.measure)}{side}",
        total=figure_words(series_total(one)),
        best=_number(one.best) if one.low != one.high else "",
        figures=tuple(_figures(one.points, claims, top)),
    )


def _figures(points: Iterable[CountPoint], claims: Mapping[str, ExportClaim], top: float) -> Iterator[Figure]:
    for point in sorted(points, key=lambda p: (str(p.as_of or "9999"), p.claim)):
        claim = claims.get(point.claim)
        if claim is None:
            continue
        low, high = point.low, point.high
        yield Figure(
            told=told(claim),
            words=one_line(point.words) if claim.passages else "",
            low=_number(low) if low is not None or high is None else "not said",
            high=_number(high) if high is not None or low is None else "not said",
            state=STATES[point.state],
            counts=point.state == "live",
            as_of=point.as_of.isoformat() if point.as_of else "day not known",
            x=_along(low if low is not None else 0.0, top),
            x2=_along(high if high is not None else top, top),
            open_end=point.bounded and (low is None or high is None),
            best=_along(high if low is None else low, top),
            drawn=point.bounded,
        )


def _along(value: float | None, top: float) -> float:
    return round(INSET + (WIDTH - 2 * INSET) * ((value or 0.0) / top if top else 0.0), 1)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
