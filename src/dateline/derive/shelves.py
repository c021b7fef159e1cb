"""Groups of claims by the places and days that they tell: which of them a claim may be of, without a look at the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.derive.same_event import REACH, Told, told_enough
from dateline.model.locating import COUNTRIES
from dateline.model.record import Case
from dateline.model.time import TimeRange
from dateline.model.world import Place

LONGEST = 62
"""Days: what is told of a longer stretch stands beside every day."""
ANY = ""
"""The key of what is told without a place, or without a day that bounds it."""


@dataclass(slots=True, kw_only=True)
class Shelves:
    """Numbers of groups by place, with all that holds it, and by day; filled while a report is grouped.

    A group that tells of no common place or day contradicts a claim (`same_event`), unless both stand side by side. One
    that tells none of either stands on every shelf.
    """

    case: Case
    inside: dict[str, set[int]] = field(default_factory=dict)
    at: dict[str, set[int]] = field(default_factory=dict)
    on: dict[date | str, set[int]] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)
    latest: dict[int, tuple[int, int]] = field(default_factory=dict)
    spoken: dict[int, set[int]] = field(default_factory=dict)
    """By the number of a sentence, the groups of which it tells."""
    puts: int = 0

    def put(self, number: int, told: Told) -> None:
        """Note that a group, which is told of last now, tells this."""
        self.puts += 1
        self.latest.pop(number, None)
        self.latest[number] = self.puts, told.sentence
        self.spoken.setdefault(told.sentence, set()).add(number)
        self._place(number, told.place)
        self._date(number, told.time)

    def candidates(self, told: Told) -> list[int]:
        """The groups that a claim may be of, those told of last first; what tells too little is of none but the nearest."""
        if not told_enough(told):
            return sorted(self._within_reach(told.sentence), key=self._order, reverse=True)
        there, then = self._there(told.place), self._then(told.time)
        if there is None and then is None:
            return list(reversed(self.latest))
        found = there if then is None else then if there is None else there & then
        return sorted({*(found or ()), *self._beside(told.sentence)}, key=self._order, reverse=True)

    def _within_reach(self, sentence: int) -> set[int]:
        """The groups of which the sentences around one tell."""
        near = range(sentence - REACH, sentence + REACH + 1)
        return {number for place in near for number in self.spoken.get(place, ())}

    def _order(self, number: int) -> int:
        return self.latest[number][0]

    def _place(self, number: int, place: Place | None) -> None:
        if place is None:
            if number not in self.placed:
                self.at.setdefault(ANY, set()).add(number)
            return
        self.at.get(ANY, set()).discard(number)
        self.placed.add(number)
        for key in (_own(place), place.id):
            self.at.setdefault(key, set()).add(number)
        for key in self._around(place):
            self.inside.setdefault(key, set()).add(number)

    def _date(self, number: int, time: TimeRange | None) -> None:
        """A group stands under the days of its first time: what it is compared with must share them all."""
        if number in self.dated:
            return
        if time is None:
            self.on.setdefault(ANY, set()).add(number)
            return
        self.on.get(ANY, set()).discard(number)
        self.dated.add(number)
        for key in _days(time) or (ANY,):
            self.on.setdefault(key, set()).add(number)

    def _around(self, place: Place) -> Iterator[str]:
        """A place, what it is part of, and its country."""
        seen: set[str] = set()
        step: Place | None = place
        while step is not None and step.id not in seen:
            seen.add(step.id)
            yield step.id
            step = self.case.places.get(step.part_of) if step.part_of else None
        if place.country is not None:
            yield _country(place.country)

    def _there(self, place: Place | None) -> set[int] | None:
        """The groups of a place, of what lies in it or around it, and of none; None where the place is not told."""
        if place is None:
            return None
        found = self.at.get(ANY, set()) | self.inside.get(_own(place), set()) | self.inside.get(place.id, set())
        for key in self._around(place):
            found |= self.at.get(key, set())
        return found

    def _then(self, time: TimeRange | None) -> set[int] | None:
        """The groups of the days of a time, and of none; None where the time has no bounds."""
        days = _days(time) if time is not None else ()
        if not days:
            return None
        found = set(self.on.get(ANY, set()))
        for day in days:
            found |= self.on.get(day, set())
        return found

    def _beside(self, sentence: int) -> Iterator[int]:
        """The groups that the last sentences tell of."""
        for number in reversed(self.latest):
            if sentence - self.latest[number][1] > REACH:
                return
            yield number


def _own(place: Place) -> str:
    """The key of a place; that of a country holds what its register puts there."""
    return _country(place.country) if place.kind in COUNTRIES and place.country is not None else place.id


def _country(code: str) -> str:
    return f"country:{code}"


def _days(time: TimeRange) -> tuple[date, ...]:
    """The days that a time touches; none where it has an open end or is long."""
    first, last = time.first_day, time.last_day
    if first is None or last is None or (last - first).days > LONGEST:
        return ()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
