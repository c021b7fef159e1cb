"""Resolves time expressions, the publication time and the news window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model.record import Mention, Publication, Reading, Reason
from dateline.model.text import Parse
from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference.calendar_expression import Expression
from dateline.reference.calendar_grammar import find_expressions
from dateline.resolve.publication import (
    Expressions,
    day_window,
    find_publication,
    find_scene,
    looked_into,
    period_told_of,
)
from dateline.resolve.time_reading import Found, read_all
from dateline.resolve.time_scene import Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The readings of all time mentions, the publication time, and the days that the news covers."""

    readings: tuple[Reading, ...]
    publication: Publication
    window: TimeRange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One TIMEX3: its extent [start, end) in code points, type and value (None: a reference without value)."""

    start: int
    end: int
    type: str
    value: str | None


def resolve_times(parse: Parse, mentions: tuple[Mention, ...], *, weekend: int = 5) -> Times:
    """Read every time mention against its anchors; `weekend` is the weekday (Monday 0) with which weekends begin."""
    expressions = _expressions(parse, mentions)
    scene = replace(find_scene(parse, expressions), weekend=weekend)
    found = tuple(read_all(parse, expressions, scene))
    period = period_told_of(parse, found)
    if scene.anchor is None and period is not None:  # "on Tuesday" is one of the days that the head names
        found = tuple(read_all(parse, expressions, replace(scene, anchor=period.last_day)))
    window = looked_into(parse, found, scene) or day_window(found, scene, period)
    found_again = tuple(replace(one, sense=_reached(one.sense, anchored=scene.anchor is not None)) for one in found)
    readings = tuple(
        reading for one in found_again if one.mention is not None for reading in _readings(one, one.mention, window)
    )
    return Times(readings=readings, publication=find_publication(parse, found, scene), window=window)


def timexes(parse: Parse, mentions: tuple[Mention, ...]) -> Iterator[Timex]:
    """The same readings as flat TIMEX3 annotations: prepositions dropped, ranges as their two ends."""
    expressions = _expressions(parse, mentions)
    scene = find_scene(parse, expressions)
    for one in read_all(parse, expressions, scene):
        e, value = one.expression, one.sense.value
        if not e.parts:
            yield Timex(start=e.start, end=e.end, type=value.timex_type, value=value.timex_value)


def _expressions(parse: Parse, mentions: tuple[Mention, ...]) -> Expressions:
    """The grammar's expressions that became mentions, each with its mention's id."""
    spans = {(m.span.start, m.span.end): m.id for m in mentions if m.kind == "time"}
    found = find_expressions(parse.report.text, sorted(spans))
    return tuple((spans[e.outer, e.end], e) for e in found if (e.outer, e.end) in spans)


def _readings(one: Found, mention: str, window: TimeRange | None) -> Iterator[Reading]:
    e = one.expression
    values = (one.sense.value, *one.sense.others)
    for rank, value in enumerate(values, start=1):
        core = replace(_closed(value, e, window), core=(e.start, e.end), year_source=one.sense.why)
        score = 1.0 if len(values) == 1 else 0.7 if rank == 1 else 0.3
        yield Reading(mention=mention, value=core, score=score, rank=rank, reasons=tuple(_reasons(one, value)))


def _closed(value: TimeValue, e: Expression, window: TimeRange | None) -> TimeValue:
    """The value; what has gone on since a day lasts as long as the news does."""
    first = value.range.first_day
    if value.bound != "since" or value.range.precision != "day" or window is None or first is None:
        return value
    last = window.last_day
    if last is None or last < first:
        return value
    return replace(value, range=TimeRange.days(first, last), kind="interval")


def _reached(sense: Sense, *, anchored: bool) -> Sense:
    """What had come about by a part of a month, or by a day of a text that tells history, may have done so before."""
    value = sense.value
    part = value.range.precision == "vague"
    told = value.range.precision == "day" and not anchored and value.weekday is None
    if value.bound != "by" or value.range.latest is None or not (part or told) or value.kind != "date":
        return sense
    return replace(sense, value=replace(value, range=replace(value.range, earliest=None)))


def _reasons(one: Found, value: TimeValue) -> Iterator[Reason]:
    yield Reason(name="grammar", weight=1.0, why=one.expression.kind)
    for why in one.sense.why:
        yield Reason(name="year", weight=0.5, why=why)
    if value.weekday_ok is not None:
        yield Reason(name="weekday", weight=0.5 if value.weekday_ok else -0.5, why=value.weekday or "")
