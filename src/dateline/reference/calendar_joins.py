"""Joins time expressions that stand beside each other: a clock time with its day, the two ends of a range."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from dateline.reference.calendar_expression import Expression

_Join = Callable[[Expression, Expression, str, str], Expression | None]

BOUNDED = frozenset({"date", "numeric", "iso", "weekday", "month", "year", "clock", "timed", "feast"})
"""Kinds that may be an end of a range."""
_DAYS = frozenset(
    {"range", "date", "monthday", "numeric", "iso", "weekday", "deictic", "relunit", "feast", "dayafter", "nthday"}
)
_CLOCKS = frozenset({"clock", "partday"})
_ENDS = frozenset({"timed", "clock", "date", "weekday", "numeric", "iso", "deictic"})
_TO_DAY = re.compile(r"(?:,?\s+(?:on\s+|of\s+(?:the\s+)?|in\s+the\s+)?(?:the\s+)?)", re.IGNORECASE)
_TO_CLOCK = re.compile(r"(?:,?\s+(?:at\s+|around\s+|about\s+|from\s+|in\s+the\s+)?)|,\s*", re.IGNORECASE)
_TO_WEEK = re.compile(r",?\s+(?:of\s+|in\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s*[–—]\s*|\s?-\s?")
_AND = re.compile(r"\s+(?:to|and|until|till|through)\s+(?:on\s+|the\s+)?", re.IGNORECASE)
_INTO = re.compile(r"\s+into\s+(?:the\s+)?", re.IGNORECASE)
_ENDING = re.compile(r"\s+(?:(?:up\s+)?to|until|before|preceding|ending)\s+(?:(?:at|on)\s+)?(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:(?:from|of)\s+)?(?:the\s+)?", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:between|from|night\s+of|night)\s+(?:the\s+|about\s+|around\s+)?$", re.IGNORECASE)


def joined(chosen: Iterable[Expression], text: str) -> Iterator[Expression]:
    """The expressions with every clock time put to its day, "Wednesday" to its "last week", and ranges to their ends."""
    timed = _in_pairs(chosen, text, _beside)
    ranged = _in_pairs(timed, text, _range)
    for e in _in_pairs(ranged, text, _ending):
        yield replace(e, kind="duration") if e.kind == "hours" else e


def _in_pairs(chosen: Iterable[Expression], text: str, join: _Join) -> Iterator[Expression]:
    """Each expression joined with those behind it as long as they go together."""
    pending: Expression | None = None
    for e in chosen:
        both = None
        if pending is not None:
            gap = text[pending.end : e.outer if e.outer >= pending.end else e.start]
            both = join(pending, e, gap, text)
            if both is None:
                yield pending
        pending = both or e
    if pending is not None:
        yield pending


def _beside(left: Expression, right: Expression, gap: str, text: str) -> Expression | None:
    if _heads(left, gap, text):
        return None
    return _timed(left, right, gap) or _dated(left, right, gap) or _of_week(left, right, gap)


def _heads(day: Expression, gap: str, text: str) -> bool:
    """Whether a time fills a line of its own, above the hours of a chronology, or ends its paragraph."""
    opens = day.start == 0 or text[day.start - 1] == "\n"
    closed = "\n" in gap and text[day.end + len(gap) : day.end + len(gap) + 1].isupper()
    return "\n\n" in gap or ("\n" in gap and (opens or closed))


def _timed(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A clock time or a part of the day with its day, on either side: "9 pm on Friday", "the night of 3 May"."""
    day, clock = right, left
    if left.kind in _DAYS and right.kind in _CLOCKS and _TO_CLOCK.fullmatch(gap):
        day, clock = left, right
    elif not _TO_DAY.fullmatch(gap):
        return None
    elif _is_night(left, right):
        clock = replace(left, kind="partday", fields=MappingProxyType({"part": "night"}))
    elif left.kind not in _CLOCKS or right.kind not in _DAYS:
        return None
    return Expression(start=left.start, end=right.end, kind="timed", text="", outer=left.outer, day=day, clock=clock)


def _is_night(left: Expression, right: Expression) -> bool:
    """Whether words name a night whose day follows: "the night of 3 May", "overnight on Friday"."""
    if left.kind == "relunit" and left.get("unit") == "night":
        return right.kind in ("date", "range")
    return left.get("word") == "overnight" and right.kind in ("weekday", "date")


def _dated(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A day told twice: "today, 4 May", "Friday, 2024-05-03"."""
    if not re.fullmatch(r",?\s+", gap):
        return None
    if left.kind == "deictic" and right.kind in ("numeric", "date", "iso", "weekday"):
        told = {"deictic": left.text}
    elif left.kind == "weekday" and right.kind in ("numeric", "iso"):
        told = {"weekday": left.fields["weekday"]}
    else:
        return None
    return replace(right, start=left.start, outer=left.outer, fields=MappingProxyType({**right.fields, **told}))


def _of_week(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A weekday with its week: "Wednesday last week", "Friday of this week"."""
    if left.kind != "weekday" or left.get("rel") or left.get("plural") or not _TO_WEEK.fullmatch(gap):
        return None
    if right.kind != "relunit" or right.get("unit") != "week" or right.get("mod") or right.get("rel") == "the":
        return None
    fields = MappingProxyType({**left.fields, "week": right.fields["rel"]})
    return replace(left, end=right.end, text=f"{left.text}{gap}{right.text}", fields=fields)


def _range(left: Expression, right: Expression, gap: str, text: str) -> Expression | None:
    """The time between two: "from 3 May to 1 June", "3 May – 1 June", "Sunday night into Monday"."""
    if left.kind not in BOUNDED or right.kind not in BOUNDED or left.parts:
        return None
    night = left.clock is not None and left.clock.get("part") == "night"
    opened = night or _OPENS.search(text[max(0, left.start - 20) : left.start]) is not None
    if not (_DASH.fullmatch(gap) or _INTO.fullmatch(gap) or (opened and _AND.fullmatch(gap))):
        return None
    return Expression(start=left.start, end=right.end, kind="span", text="", outer=left.outer, parts=(left, right))


def _ending(left: Expression, right: Expression, gap: str, text: str) -> Expression | None:
    """A length or a night that is told by its end: "the 24 hours to 6 am on Monday", "overnight into Monday"."""
    night = left.get("word") == "overnight"
    if (night or left.get("unit") == "night") and right.kind == "span" and _FROM.fullmatch(gap):
        clock = replace(left, kind="partday", fields=MappingProxyType({"part": "night"}))
        return replace(right, kind="timed", start=left.start, outer=left.outer, day=right, clock=clock, parts=())
    ends = (left.kind == "hours" and _ENDING.fullmatch(gap)) or (night and _INTO.fullmatch(gap))
    if not ends or right.kind not in _ENDS:
        return None
    return Expression(start=left.start, end=right.end, kind="ending", text="", outer=left.outer, parts=(left, right))
