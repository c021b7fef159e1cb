"""Events and claims as they are shown, without their words: light enough to have all of them ready."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from dateline.desk.sharing import Shelf
from dateline.export.formats.facets import denies, point
from dateline.export.shared import ExportActor, ExportClaim, ExportEvent, ExportPlace
from dateline.model.time import TimeRange
from dateline.web.asked import Box

Key = tuple[str, ...]
Point = tuple[float, float]
LAST = "9999-99-99"


class Told(NamedTuple):
    """How a claim is told: by whose word (as shown, and all that it may be called by), through which publisher."""

    modality: str
    voice: str
    called: frozenset[str]
    publisher: str
    sources: frozenset[str]
    denies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event or claim as it is shown, without its words; `point` is (longitude, latitude), `kept` is unfiltered."""

    key: Key
    id: str
    act: str
    days: TimeRange | None
    place: ExportPlace | None
    point: Point | None
    told: tuple[Told, ...]
    guarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(Row):
    """An event."""

    label: str
    status: str
    disputed: bool
    kept: ExportEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow(Row):
    """A claim."""

    kept: ExportClaim


class Maker:
    """Makes rows; what many of them have in common is made once."""

    def __init__(self, shelf: Shelf) -> None:
        self._sieve = shelf.sieve
        self._screen = shelf.sieve.screen
        self._told: dict[tuple[object, ...], Told] = {}
        self._coarse: dict[ExportPlace | None, ExportPlace | None] = {}

    def event(self, event: ExportEvent) -> EventRow:
        """An event."""
        guarded = event.id in self._sieve.coarse
        bare = self._sieve.event(event, {}) if guarded else event
        clean = self._screen.coarse if guarded else self._screen.clean
        place = bare.place if guarded else self._place(event.place, guarded=False)
        name = clean(event.id)
        return EventRow(
            key=(_first(event.days), name),
            id=name,
            label=bare.label if guarded else clean(event.label),
            act=clean(event.act),
            status=clean(event.status),
            disputed=event.disputed,
            days=event.days,
            place=place,
            point=point(place),
            told=tuple(self.told(claim) for claim in event.claims),
            kept=event,
            guarded=guarded,
        )

    def claim(self, claim: ExportClaim) -> ClaimRow:
        """A claim."""
        guarded = claim.id in self._sieve.coarse
        clean = self._screen.coarse if guarded else self._screen.clean
        place = self._place(claim.place, guarded=guarded)
        name = clean(claim.id)
        return ClaimRow(
            key=(claim.recorded.isoformat(), claim.report.id, name),
            id=name,
            act=clean(claim.act),
            days=claim.days,
            place=place,
            point=point(place),
            told=(self.told(claim),),
            kept=claim,
            guarded=guarded,
        )

    def told(self, claim: ExportClaim) -> Told:
        """How a claim is told."""
        guarded = claim.id in self._sieve.coarse
        outer, inner = claim.voices[0], claim.voices[-1]
        key = (claim.modality, claim.polarity, claim.report.publisher, outer, inner, guarded)
        if key not in self._told:
            clean = self._screen.coarse if guarded else self._screen.clean
            publisher = clean(claim.report.publisher)
            voice = self._screen.scrubbed(inner, coarse=guarded)
            self._told[key] = Told(
                modality=claim.modality,
                voice=voice.name,
                called=_calls(voice),
                publisher=publisher,
                sources=_calls(self._screen.scrubbed(outer, coarse=guarded)) | {folded(publisher)},
                denies=denies(claim),
            )
        return self._told[key]

    def _place(self, place: ExportPlace | None, *, guarded: bool) -> ExportPlace | None:
        if not guarded:
            return self._screen.scrubbed(place, coarse=False)
        if place not in self._coarse:
            self._coarse[place] = self._screen.place(place)
        return self._coarse[place]


def _calls(actor: ExportActor) -> frozenset[str]:
    return frozenset((actor.id, folded(actor.name)))


def _first(days: TimeRange | None) -> str:
    first = days.first_day or days.last_day if days else None
    return first.isoformat() if first else LAST


def is_called(place: ExportPlace, name: str) -> bool:
    """Whether a place, as it is shown, has this name or id."""
    return place.id == name or folded(name) in (folded(place.name), folded(place.within or place.name))


def folded(name: str) -> str:
    """A name without regard to case, spaces and its article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


AnyRow = TypeVar("AnyRow", bound=Row)
Cell = tuple[int, int]


class Grid(Generic[AnyRow]):
    """Rows that have a point, by whole degrees: a box looks only at its own degrees."""

    def __init__(self, rows: Iterable[AnyRow]) -> None:
        self._cells: dict[Cell, list[tuple[int, AnyRow]]] = {}
        for number, row in enumerate(rows):
            if row.point is not None:
                self._cells.setdefault(_cell(row.point), []).append((number, row))

    def within(self, box: Box) -> list[AnyRow]:
        """The rows in a box, in their own order."""
        west, south, east, north = box
        parts = ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
        found = {one[0]: one[1] for part in parts for one in self._inside(part, (south, north))}
        return [found[number] for number in sorted(found)]

    def _inside(self, lons: tuple[float, float], lats: tuple[float, float]) -> Iterator[tuple[int, AnyRow]]:
        (west, east), (south, north) = lons, lats
        first, last = _cell((west, south)), _cell((east, north))
        for cell in self._within(first, last):
            inner = first[0] < cell[0] < last[0] and first[1] < cell[1] < last[1]
            for one in self._cells[cell]:
                lon, lat = one[1].point or (math.nan, math.nan)
                if inner or (west <= lon <= east and south <= lat <= north):
                    yield one

    def _within(self, first: Cell, last: Cell) -> Iterator[Cell]:
        """The cells that hold something, from the lower left one to the upper right one."""
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) < len(self._cells):
            wanted = ((x, y) for x in range(first[0], last[0] + 1) for y in range(first[1], last[1] + 1))
            yield from (cell for cell in wanted if cell in self._cells)
        else:
            yield from (c for c in self._cells if first[0] <= c[0] <= last[0] and first[1] <= c[1] <= last[1])


def _cell(where: Point) -> Cell:
    return math.floor(where[0]), math.floor(where[1])
