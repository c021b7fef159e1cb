"""Our events beside somebody else's table: which are the same, which only one has, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from dateline.model.geodesy import distance_km
from dateline.model.table import Difference, OurEvent, Pairing, TableEvent
from dateline.model.time import TimeRange

NEAR_KM = 10.0
"""Kilometres: two tables put one event this far apart, when one takes the town and the other its edge."""
SLACK = timedelta(days=1)
"""Reports of the night stand under either day."""
STEM = 4
"""Letters in which words for one party begin alike: Mali, Malian."""


def pair_events(ours: Iterable[OurEvent], theirs: Iterable[TableEvent]) -> Iterator[Pairing]:
    """Every event of both sides once: the best pairs first, then what only one has.

    One of ours is one of theirs when the place is the same (by a name, or within 10 km) and the days are at most one
    apart; of several, that with the nearer day, more in common in parties, and the nearer place. Events of ours without
    a place or a day pair with none.
    """
    mine, others = {event.id: event for event in ours}, {event.id: event for event in theirs}
    ranked = sorted(_candidates(tuple(mine.values()), tuple(others.values())))
    used: set[str] = set()
    taken: set[str] = set()
    for *_, km, one, other in ranked:
        if one not in used and other not in taken:
            used.add(one)
            taken.add(other)
            differences = tuple(_differences(mine[one], others[other]))
            yield Pairing(ours=one, theirs=other, differences=differences, km=km if km >= 0 else None)
    yield from (Pairing(ours=key, theirs=None) for key in mine if key not in used)
    yield from (Pairing(ours=None, theirs=key) for key in others if key not in taken)


def _candidates(ours: Sequence[OurEvent], theirs: Sequence[TableEvent]) -> Iterator[tuple[bool, int, float, str, str]]:
    """Pairs that may be one event with their rank; the distance is −1 where a point is missing."""
    ordered = sorted(theirs, key=_start)
    starts = [_start(event) for event in ordered]
    longest = max((_end(event) - _start(event) for event in ordered), default=timedelta())
    for one in ours:
        if one.days is None or one.place is None:
            continue
        wide = _widened(one.days)
        low = bisect_left(starts, wide.earliest - longest) if wide.earliest else 0
        high = bisect_left(starts, wide.latest) if wide.latest else len(starts)
        for other in ordered[low:high]:
            if wide.overlaps(other.days) and (km := _apart(one, other)) is not None:
                yield not one.days.overlaps(other.days), -_shared(one, other), km, one.id, other.id


def _start(event: TableEvent) -> datetime:
    return event.days.earliest or datetime.min


def _end(event: TableEvent) -> datetime:
    return event.days.latest or datetime.max


def _widened(days: TimeRange) -> TimeRange:
    return TimeRange(
        earliest=days.earliest - SLACK if days.earliest else None,
        latest=days.latest + SLACK if days.latest else None,
        precision="interval",
    )


def _apart(one: OurEvent, other: TableEvent) -> float | None:
    """Kilometres between the two, −1 for the same name without points; None where they are not one place."""
    km = -1.0
    if one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None:
        km = distance_km((one.lat, one.lon), (other.lat, other.lon))
    same_name = other.place.casefold() in {name.casefold() for name in one.place_names}
    near = 0 <= km <= NEAR_KM
    return km if near or (same_name and km < 0) else None


def _shared(one: OurEvent, other: TableEvent) -> int:
    return len(_stems(one.actors) & _stems(other.actors))


def _stems(names: Iterable[str]) -> frozenset[str]:
    """How the telling words of names begin; words of four letters or more that are no common nouns of forces."""
    words = (word.strip("()[],.-").casefold() for name in names for word in name.split())
    return frozenset(word[:STEM] for word in words if len(word) >= STEM and word not in _COMMON)


_COMMON = frozenset({"armed", "forces", "force", "military", "army", "group", "groups", "government", "civilians"})


def _differences(one: OurEvent, other: TableEvent) -> Iterator[Difference]:
    if one.days is not None and not one.days.overlaps(other.days):
        yield Difference(field="days", ours=one.days.iso(), theirs=other.days.iso())
    if other.place and other.place.casefold() not in {name.casefold() for name in one.place_names}:
        yield Difference(field="place", ours=one.place or "", theirs=other.place)
    if one.actors and other.actors and not _shared(one, other):
        yield Difference(field="actors", ours=", ".join(one.actors), theirs=", ".join(other.actors))
    if other.deaths is not None and _other_toll(one, other.deaths):
        yield Difference(field="deaths", ours=_toll(one), theirs=f"{other.deaths:g}")


def _other_toll(one: OurEvent, deaths: float) -> bool:
    """Whether their figure lies outside ours; their 0 also stands for "none reported", which nobody contradicts."""
    if one.low is None:
        return deaths > 0
    return deaths < one.low or (one.high is not None and deaths > one.high)


def _toll(one: OurEvent) -> str:
    if one.low is None:
        return "not stated"
    return f"{one.low:g}" if one.low == one.high else f"{one.low:g} {f'to {one.high:g}' if one.high else 'or more'}"
