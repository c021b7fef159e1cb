"""What a record's short ids mean outside it: the same actor or place has the same id in every report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, get_args

from dateline.model.time import Precision, TimeRange

_PRECISIONS = frozenset(get_args(Precision))


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """The things of one record by the ids that it calls them by."""

    report: str
    entities: Mapping[str, dict[str, Any]]
    places: Mapping[str, dict[str, Any]]
    times: Mapping[str, dict[str, Any]]
    quantities: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Mapping[str, Any], report: str) -> Local:
        """The record's layers by id."""
        layers = (_by_id(record[name]) for name in ("entities", "places", "times", "quantities"))
        entities, places, times, quantities = layers
        return cls(report=report, entities=entities, places=places, times=times, quantities=quantities)

    def here(self, local: str) -> str:
        """An id that only this report knows."""
        return f"{local}@{self.report}"

    def actor(self, local: str) -> str:
        """A registered actor's or a publisher's id as it is; of others we know only what this report says."""
        entity = self.entities.get(local)
        known = local.startswith("src:") or (entity is not None and not entity.get("provisional"))
        return local if known else self.here(local)

    def place(self, local: str | None) -> str | None:
        """A place's id in its register; a place that is in none is this report's own."""
        if local is None or local not in self.places:
            return None
        place: str = self.places[local].get("register") or local
        return self.here(place) if place.startswith("report:") else place

    def anyone(self, local: str) -> str | None:
        """The actor or place of a role; None for times, numbers, weapons and legal texts."""
        if local in self.places:
            return self.place(local)
        return self.actor(local) if local in self.entities else None

    def side(self, side: str | None) -> str | None:
        """A side is a country's code, or the id of the group that leads it."""
        return self.actor(side) if side is not None and side in self.entities else side

    def time(self, local: str | None) -> TimeRange | None:
        """The days of a time; None where it names none."""
        when = self.times.get(local) if local else None
        return days(when["earliest"], when["latest"], when["precision"]) if when else None


def _by_id(layer: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {thing["id"]: thing for thing in layer}


def days(first: str | None, last: str | None, precision: str) -> TimeRange | None:
    """The range from the first to the last day, both included, or from an hour; None when both ends are open."""
    earliest = _moment(first)
    latest = _moment(last)
    if latest is not None:
        latest = datetime(latest.year, latest.month, latest.day) + timedelta(days=1)
    if (earliest is None and latest is None) or (earliest and latest and earliest >= latest):
        return None
    known: Precision = precision if precision in _PRECISIONS else "interval"  # type: ignore[assignment]
    return TimeRange(earliest=earliest, latest=latest, precision=known)


def _moment(text: str | None) -> datetime | None:
    """ISO 8601 to the year, month, day or minute."""
    if text is None:
        return None
    if len(text) > 10:
        return datetime.fromisoformat(text)
    year, month, day = (*text.split("-"), "1", "1")[:3]
    return datetime.combine(date(int(year), int(month), int(day)), datetime.min.time())


def span_pairs(spans: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """Spans as [start, end] pairs."""
    return [[span["start"], span["end"]] for span in spans]
