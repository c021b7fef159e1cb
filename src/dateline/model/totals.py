"""How many in all: the figures of several sides together, without counting anybody twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.model.across import CountPoint, CountSeries, Total

_ABOUT = re.compile(
    r"^(?:about|around|some|approximately|roughly|an estimated|estimated|at around|nearly|almost|close to)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?:(?:just )?under|(?:less|fewer|no more|not more) than|up to|at most)\b", re.IGNORECASE)
AT_MOST = "at most"
_SCALE = r"(?:dozens|scores|hundreds?|thousands?|millions?|tens)"
_VAGUE = re.compile(
    rf"\b(?:(?:several|many|a few|tens of|dozens of|hundreds of) )?{_SCALE}\b(?: of (?:thousands|millions)\b)?"
    r"|\b(?:several|many|a few|few|some|multiple|numerous|a handful|a number|countless|a couple|various)\b",
    re.IGNORECASE,
)


def figure_words(figure: Total) -> str:
    """A figure in words that some voice gave: "19 or more", "about 3,200", "19 to 31, by voice", “hundreds”, "up to 40".

    A bound is never a bare number.
    """
    if figure.low is None:
        most = () if figure.high is None else (f"{figure.manner or AT_MOST} {plain_number(figure.high)}",)
        return " / ".join((*(f"“{word}”" for word in figure.words), *most))
    if figure.low == figure.high:
        return f"{'about ' if figure.manner == 'about' else ''}{plain_number(figure.low)}"
    if figure.high is None:
        return f"{plain_number(figure.low)} or more"
    spread = ", by voice" if figure.manner == "by voice" else ""
    return f"{plain_number(figure.low)} to {plain_number(figure.high)}{spread}"


def about(words: str) -> bool:
    """Whether the words call their number approximate."""
    return _ABOUT.match(words.strip()) is not None


def plain_number(value: float) -> str:
    """A number as a reader writes it: "3,200"."""
    return f"{value:,.12g}"


def series_total(series: CountSeries) -> Total:
    """The figures of one series with the words and the manner in which they are told."""
    return _in_words(_figures(series), [series])


def total(counts: Iterable[CountSeries], measure: str) -> Total:
    """The total of a measure over all sides.

    A figure of which no side is told ("nine people") is a total already: the sides' figures may be parts of it and
    are not added, though together they may reach higher. Sides are added where one origin counts both or a party
    counts its own; figures for two sides by two others ("four militants", "four villagers") may be one count of the
    same people, and then each origin's own sum stands beside the other's. Nothing is added to a side without figure.
    """
    told = [series for series in counts if series.measure == measure]
    return _in_words(_all_sides(told), told)


def _in_words(figure: Total, told: Sequence[CountSeries]) -> Total:
    """The figure with the vague words and the bound where there is no lowest number, else with how its numbers are told."""
    if figure.low is None:
        points = [point for series in told for point in series.points if point.state == "live"]
        found = (_VAGUE.search(" ".join(point.words.split())) for point in points if not point.bounded)
        words = dict.fromkeys(match.group().lower() for match in found if match)
        return replace(figure, words=tuple(words), manner=_bound(figure, points))
    live = [[point for point in series.points if point.state == "live" and point.bounded] for series in told]
    if any(len({(point.low, point.high) for point in points}) > 1 for points in live):
        return replace(figure, manner="by voice")
    rough = [about(point.words) for points in live for point in points]
    return replace(figure, manner="about" if rough and all(rough) else "")


def _bound(figure: Total, points: Iterable[CountPoint]) -> str:
    """How the highest number is bounded in the words of who gives it: "fewer than"; bounds that were added are "at most"."""
    highest = (point for point in points if point.bounded and point.high == figure.high)
    said = (_BOUND.match(" ".join(point.words.split())) for point in highest)
    return next((match.group().lower() for match in said if match), "")


def _all_sides(told: Sequence[CountSeries]) -> Total:
    whole = next((_figures(series) for series in told if series.side is None), None)
    sides = [series for series in told if series.side is not None]
    parts = _together(sides) if sides else None
    if whole is None or (whole.low is None and whole.high is None):
        return parts or whole or Total()
    if parts is None or parts.low is None:
        return whole
    open_end = whole.high is None or parts.high is None
    fits = parts.best is None or (whole.best is not None and parts.best <= whole.best)
    return Total(
        low=whole.low if whole.low is not None else parts.low,
        best=whole.best if fits else None,
        high=None if open_end else max(whole.high or 0.0, parts.high or 0.0),
    )


def _figures(series: CountSeries) -> Total:
    return Total(low=series.low, best=series.best, high=series.high)


def _together(sides: Sequence[CountSeries]) -> Total:
    """The sides' sum, or the range of the origins' own sums where the sides may be one."""
    if all(_apart(one, other) for one, other in combinations(sides, 2)):
        return Total(
            low=_sum(series.low for series in sides),
            best=_sum(series.best for series in sides),
            high=_sum(series.high for series in sides),
        )
    live = [_live(series) for series in sides]
    origins = sorted({point.origin for points in live for point in points})
    sums = [_own_sum(live, origin) for origin in origins]
    lows = [low for low, _ in sums]
    highs = [high for _, high in sums]
    ends = {(low, high) for low, high in sums}
    return Total(
        low=min(lows, default=None),
        best=lows[0] if len(ends) == 1 and lows[0] == highs[0] else None,
        high=None if None in highs else max((high for high in highs if high is not None), default=None),
    )


def _apart(one: CountSeries, other: CountSeries) -> bool:
    """Whether two sides' figures are surely of different people."""
    origins = [{point.origin for point in _live(series)} for series in (one, other)]
    return bool(origins[0] & origins[1]) or one.side in origins[0] or other.side in origins[1] or not all(origins)


def _live(series: CountSeries) -> list[CountPoint]:
    return [point for point in series.points if point.state == "live" and point.low is not None]


def _own_sum(sides: Iterable[Sequence[CountPoint]], origin: str) -> tuple[float, float | None]:
    """The lowest and highest that one origin counts on all sides; None for an open end."""
    own = [[point for point in points if point.origin == origin] for points in sides]
    lows = [min(point.low or 0.0 for point in points) for points in own if points]
    highs = [
        None if any(p.high is None for p in points) else max(p.high or 0.0 for p in points) for points in own if points
    ]
    return sum(lows), _sum(highs)


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum; None where a part of it is not known."""
    known = list(values)
    found = [value for value in known if value is not None]
    return sum(found) if len(found) == len(known) else None
