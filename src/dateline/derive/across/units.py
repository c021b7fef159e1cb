"""The smallest things that are compared: claims that one report's own derivation has already joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.judgements import Decisions
from dateline.derive.grouping import FAMILY, TAKING_PART
from dateline.model.ledger import Count, LedgerClaim
from dateline.model.time import TimeRange

LONGEST_DAYS = 31
"""Days: an event told of a longer stretch cannot be recognised by its day."""
CELL = 0.5
"""Degrees: two points nearer than this share or neighbour a cell."""
AREAS = frozenset(
    {"country", "PCLI", "state", "ADM1", "ADM2", "province", "region", "adm1", "adm2", "admin", "sea", "continent"}
)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Claims of one report that tell of one event, in the order of their ids; `window` the days of the event.

    `dated` says whether the claims give a day, or only the report's publication bounds it. `site` names a place that no
    map has within one that all reports know: the market of a town.
    """

    claims: tuple[LedgerClaim, ...]
    window: TimeRange | None
    dated: bool
    place: LedgerClaim | None
    broad: bool
    parties: frozenset[str]
    agents: frozenset[str]
    site: str | None = None

    @property
    def id(self) -> str:
        """The smallest claim id: it stands for the unit."""
        return self.claims[0].id

    @property
    def report(self) -> str:
        """The report that all claims are of."""
        return self.claims[0].report

    @property
    def families(self) -> frozenset[str]:
        """The families of acts."""
        return frozenset(family_of(claim) for claim in self.claims)

    @property
    def counts(self) -> tuple[Count, ...]:
        """All numbers of the claims."""
        return tuple(count for claim in self.claims for count in claim.counts)


def family_of(claim: LedgerClaim) -> str:
    """The family of acts; people who arrive somewhere as displaced are on the move, whatever the verb."""
    return "flight" if claim.kind == "displacement" else FAMILY.get(claim.act, claim.act)


def units_of(dossier: Dossier, decided: Decisions) -> tuple[Unit, ...]:
    """Every codeable claim that nobody rejected in exactly one unit, by unit id; judged splits divide units."""
    groups: dict[tuple[str, str], list[LedgerClaim]] = {}
    for claim in sorted(dossier.holdings.claims, key=lambda c: c.id):
        if claim.codeable and claim.id not in decided.rejected:
            groups.setdefault((claim.report, claim.event or claim.id), []).append(claim)
    pieces = (piece for group in groups.values() for piece in _divided(group, decided))
    return tuple(sorted((unit_of(dossier, piece) for piece in pieces), key=lambda unit: unit.id))


def _divided(group: Iterable[LedgerClaim], decided: Decisions) -> list[list[LedgerClaim]]:
    pieces: list[list[LedgerClaim]] = []
    for claim in group:
        home = next((piece for piece in pieces if not any(_split(claim, other, decided) for other in piece)), None)
        if home is None:
            pieces.append([claim])
        else:
            home.append(claim)
    return pieces


def _split(one: LedgerClaim, other: LedgerClaim, decided: Decisions) -> bool:
    decision = decided.of(one.id, other.id)
    return decision is not None and decision.link == "split"


def unit_of(dossier: Dossier, claims: Iterable[LedgerClaim]) -> Unit:
    """A unit with its window, its narrowest place and those who take part."""
    found = tuple(claims)
    own = [claim.days for claim in found if claim.days is not None and (claim.days.earliest or claim.days.latest)]
    place = narrowest_place(dossier, found)
    return Unit(
        claims=found,
        window=narrowest(own) or dossier.window(found[0]),
        dated=bool(own),
        place=place,
        broad=place is None or is_area(dossier, place.place),
        parties=frozenset(a for c in found for role in TAKING_PART for a in c.roles.get(role, ())),
        agents=frozenset(a for c in found for a in c.roles.get("agent", ())),
        site=dossier.site(place.place) if place else None,
    )


def narrowest(ranges: Iterable[TimeRange]) -> TimeRange | None:
    """The shortest of some ranges; bounded before open, the earliest of equals."""
    return min(ranges, key=lambda r: (length(r), r.earliest is None, r.iso()), default=None)


def length(when: TimeRange) -> float:
    """Length in seconds, infinite where an end is open."""
    if when.earliest is None or when.latest is None:
        return float("inf")
    return (when.latest - when.earliest).total_seconds()


def narrowest_place(dossier: Dossier, claims: Iterable[LedgerClaim]) -> LedgerClaim | None:
    """The claim that tells the innermost place: no area before a point, then inside of the others."""
    told = [claim for claim in claims if claim.place is not None]
    told.sort(key=lambda c: (is_area(dossier, c.place), c.uncertainty_m or 0.0, c.id))
    inner = (c for c in told if all(dossier.lies_in(c.place, other.place) for other in told))
    return next(inner, told[0] if told else None)


def is_area(dossier: Dossier, place: str | None) -> bool:
    """Whether a place is a country or a division of one: a day in it says little about what happened."""
    known = dossier.entity(place)
    return known is not None and known.kind in AREAS


def days_of(window: TimeRange | None, *, play: int = 0) -> list[date]:
    """The days of a window with some days of play on both sides; none where it is open or long."""
    first, last = (window.first_day, window.last_day) if window else (None, None)
    if first is None or last is None or (last - first).days > LONGEST_DAYS:
        return []
    return [first + timedelta(days=n) for n in range(-play, (last - first).days + play + 1)]


def keys_of(unit: Unit, *, asks: bool = False) -> Iterator[Key]:
    """The blocks a unit lies in; one that `asks` looks a day and a cell around itself too."""
    days = [day.isoformat() for day in days_of(unit.window, play=1 if asks else 0)]
    for where in _where(unit, asks=asks):
        for day in days:
            yield where, day


def _where(unit: Unit, *, asks: bool) -> Iterator[str]:
    if unit.place is None or unit.broad:
        yield from (f"by {party}" for party in unit.parties)
        if unit.place is not None:
            yield f"in {unit.place.place}"
        return
    yield f"in {unit.place.place}"
    if unit.site is not None:
        yield f"at {unit.site}"
    if not asks:  # who tells no place asks by party; two placed units meet at their place
        yield from (f"by {party}" for party in unit.parties)
    if unit.place.lat is not None and unit.place.lon is not None:
        row, column = round(unit.place.lat / CELL), round(unit.place.lon / CELL)
        reach = (-1, 0, 1) if asks else (0,)
        yield from (f"at {row + i},{column + j}" for i in reach for j in reach)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A block over some days, both included: what a unit is kept under so that later ones find it."""

    where: str
    first: date
    last: date


def cells_of(unit: Unit) -> Iterator[Cell]:
    """The cells of a unit; one that tells no place in particular is also kept as one that asks for its parties."""
    own = [f"asks {where}" for where in _where(unit, asks=True) if unit.broad and where.startswith("by ")]
    yield from _over(unit, (*_where(unit, asks=False), *own), play=0)


def cells_of_denial(unit: Unit) -> Iterator[Cell]:
    """The cells under which units find a denial that may be of them."""
    own = (where for where in _where(unit, asks=False) if unit.broad or not where.startswith("by "))
    yield from _over(unit, (f"denies {where}" for where in own), play=0)


def cells_near(unit: Unit) -> Iterator[Cell]:
    """Where every unit is kept that `candidates` may pair with this one; others may be there, too."""
    asked = () if unit.broad else (f"asks by {party}" for party in unit.parties)
    yield from _over(unit, (*_where(unit, asks=True), *asked), play=1)


def cells_of_denials_near(unit: Unit) -> Iterator[Cell]:
    """Where every denial is kept that may be of this unit; others may be there, too."""
    found = dict.fromkeys((*_where(unit, asks=True), *_where(unit, asks=False)))
    yield from _over(unit, (f"denies {where}" for where in found), play=1)


def _over(unit: Unit, found: Iterable[str], *, play: int) -> Iterator[Cell]:
    days = days_of(unit.window, play=play)
    if days:
        yield from (Cell(where=where, first=days[0], last=days[-1]) for where in found)
