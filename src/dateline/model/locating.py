"""Where a place is on the map, and how precisely: what codebooks ask of a location.

A name or a common noun ("the market") that no register knows lies where the next larger place of its chain lies. Levels
are those that ACLED's and UCDP's precision codes tell apart; each export has its own numbers for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from dateline.model.ledger import LedgerEntity
from dateline.model.world import Place

Level = Literal["place", "near", "adm2", "adm1", "vague", "country", "water"]

COUNTRIES = frozenset({"country", "PCLI", "continent"})
FIRST_LEVEL = frozenset({"ADM1", "adm1", "admin", "province", "state", "governorate", "oblast", "department"})
SECOND_LEVEL = frozenset({"ADM2", "adm2", "ADM3", "district", "county", "municipality"})
WATER = frozenset({"sea", "ocean", "gulf", "strait"})
SPREAD = frozenset({
    "region", "area", "part", "set", "desert", "mountain", "mountains", "hill", "valley", "forest", "river", "lake",
    "line", "road", "canal", "island", "coast",
})  # fmt: skip
"""Kinds that have a middle but no point: linear features, landscapes, parts of countries."""
DIVISIONS = COUNTRIES | FIRST_LEVEL | SECOND_LEVEL | WATER | (SPREAD - {"part"})
"""Kinds that hold towns: what is said of one is not said of every town in it."""
BESIDE = frozenset(
    {"road", "set", "hill", "mountain", "mountains", "valley", "forest", "river", "lake", "line", "coast"}
)
"""Kinds that lie at a town rather than in it."""


P = TypeVar("P", Place, LedgerEntity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """The id of the place on the map that stands for another one, and how precisely it does."""

    seat: str
    level: Level


def located(place: P | None, find: Callable[[str], P | None], *, relative: bool = False) -> Located | None:
    """Where a place is on the map; None where neither it nor anything that holds it is.

    `relative` says that it is told by its distance from or nearness to another place.
    """
    if place is None:
        return None
    seat = next((one for one in chain(place, find) if one.lat is not None and one.lon is not None), None)
    if seat is None:
        return None
    level = _level(seat, find)
    if seat.id != place.id:
        level = "near" if level == "place" and (relative or place.kind in BESIDE) else level
    elif relative and level in ("place", "vague"):
        level = "near"
    return Located(seat=seat.id, level=level)


def chain(place: P, find: Callable[[str], P | None]) -> Iterator[P]:
    """The place and what it is part of, from the smallest."""
    seen: set[str] = set()
    step: P | None = place
    while step is not None and step.id not in seen:
        yield step
        seen.add(step.id)
        step = find(step.part_of) if step.part_of else None


def _level(place: P, find: Callable[[str], P | None]) -> Level:
    levels: tuple[tuple[frozenset[str], Level], ...] = (
        (COUNTRIES, "country"), (FIRST_LEVEL, "adm1"), (SECOND_LEVEL, "adm2"), (WATER, "water"),
    )  # fmt: skip
    for kinds, level in levels:
        if place.kind in kinds:
            return level
    if place.kind not in SPREAD:
        return "place"
    whole = find(place.part_of) if place.part_of and place.kind == "part" else None
    in_town = whole is not None and whole.kind not in SPREAD and _level(whole, find) == "place"
    return "place" if in_town else "vague"
