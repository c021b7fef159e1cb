"""What deriving remembers of a part of the ledger, as rows: see `store.working_schema`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.derive.across import Dossier
from dateline.derive.across.control import shown_in
from dateline.derive.across.denials import is_sought
from dateline.derive.across.dossier import long_words
from dateline.derive.across.recycling import first_told
from dateline.derive.across.units import LONGEST_DAYS, Cell, Unit, cells_of, cells_of_denial, unit_of
from dateline.model.ledger import LedgerClaim, LedgerReport

CellRow = tuple[str, str, str, str, str]


def told_row(report: LedgerReport) -> tuple[str, str, bool, str]:
    """Report, publisher, whether it is a correction, and its rank: texts sort as `first_told` does."""
    when, longer_first, name = first_told(report)
    return report.id, report.publisher, report.kind == "correction", f"{when} {2 * 10**12 + longer_first} {name}"


def quote_rows(claims: Iterable[LedgerClaim]) -> Iterator[tuple[str, str, str]]:
    """Words, claim and report of the claims with long words."""
    for claim in claims:
        if (words := long_words(claim.quote)) is not None:
            yield words, claim.id, claim.report


def cell_rows(dossier: Dossier, units: Iterable[Unit]) -> Iterator[CellRow]:
    """The cells of these units, and of all denials in the dossier."""
    for unit in units:
        yield from (_row(cell, unit) for cell in cells_of(unit))
    for unit in denials_of(dossier):
        yield from (_row(cell, unit) for cell in cells_of_denial(unit))


def denials_of(dossier: Dossier) -> Iterator[Unit]:
    """Every denial whose event must be looked for, as a unit of its own."""
    for claim in dossier.holdings.claims:
        if is_sought(claim):
            yield unit_of(dossier, (claim,))


def _row(cell: Cell, unit: Unit) -> CellRow:
    return cell.where, cell.first.isoformat(), unit.id, cell.last.isoformat(), unit.report


def asked(found: Iterable[Cell]) -> frozenset[tuple[str, str, str, str]]:
    """The questions of `store.working_cells.found_near`: a stretch that began long before may still go on."""
    return frozenset(
        (cell.where, _before(cell.first).isoformat(), cell.first.isoformat(), cell.last.isoformat()) for cell in found
    )


def _before(day: date) -> date:
    return max(day, date.min + timedelta(days=LONGEST_DAYS)) - timedelta(days=LONGEST_DAYS)


def names_by_place(dossier: Dossier) -> frozenset[tuple[str, str]]:
    """Which report tells, who speaks or plays a part, and which place is told of, in which place's row."""
    return frozenset(
        (name, shown_in(dossier, row.place))
        for row in dossier.holdings.control
        for name in (row.report, row.believer, row.place, *row.actors)
    )
