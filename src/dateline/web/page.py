"""A page of rows, and the view's values that are of no other module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from dateline.export.shared import ExportHold, ExportPlace, ExportReport

Row = TypeVar("Row", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some of the rows that were asked for. `next` is the cursor of the page after, None on the last.

    `total`, `unlocated` and `disputed` count all rows that fit, not only those of the page.
    """

    items: tuple[Row, ...]
    total: int
    next: str | None = None
    unlocated: int = 0
    disputed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One voice's word on who holds a place; `ended_by` is the hold's id whose transition ended it."""

    hold: ExportHold
    live: bool
    ended_by: str | None
    word: date | None
    age_days: int | None
    against_interest: bool
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """All voices on one place side by side: nobody is picked."""

    place: ExportPlace
    as_of: date | None
    status: str
    origins: int
    stands: tuple[Stand, ...]
    conflicts: tuple[tuple[str, str], ...] = ()

    @property
    def live(self) -> tuple[Stand, ...]:
        """Those that nothing has ended."""
        return tuple(stand for stand in self.stands if stand.live)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor or place that is named in what is shown, with how often; `lat` and `lon` as they may be shown."""

    id: str
    name: str
    kind: str
    claims: int
    events: int
    country: str | None = None
    country_name: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    uncertainty_m: float | None = None
    side: str | None = None
    coarsened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as it may be shown: publisher, link, headline; how many claims and events it tells."""

    report: ExportReport
    recorded: str
    claims: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomReport:
    """A report in the room, unfiltered: its own text and its whole record. Never for what leaves the room."""

    id: str
    name: str
    text: str
    record: dict[str, Any]
