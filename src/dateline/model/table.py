"""A row of somebody else's table of events, and how it stands to one of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.time import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEvent:
    """An event as ACLED's or UCDP's layout gives it; `deaths` None where the cell is empty; degrees WGS84."""

    id: str
    days: TimeRange
    place: str
    lat: float | None
    lon: float | None
    actors: tuple[str, ...]
    deaths: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OurEvent:
    """An event of ours by names; `place_names` are all names of its place, `low` and `high` of its deaths."""

    id: str
    days: TimeRange | None
    place: str | None
    place_names: tuple[str, ...]
    lat: float | None
    lon: float | None
    actors: tuple[str, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field in which two tellings of one event part."""

    field: Literal["days", "place", "actors", "deaths"]
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """An event of both tables with what differs, or one that only one of them has (the other id is None)."""

    ours: str | None
    theirs: str | None
    differences: tuple[Difference, ...] = ()
    km: float | None = None

    @property
    def found(self) -> Literal["matched", "only_ours", "only_theirs"]:
        """Who has it."""
        if self.ours is None:
            return "only_theirs"
        return "only_ours" if self.theirs is None else "matched"
