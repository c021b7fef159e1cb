"""Bringing the derived tables of a ledger up to date."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from sqlalchemy import Connection

from dateline.derive.across import Dossier, Picture, closures, findings_of
from dateline.derive.across.dossier import Ties
from dateline.derive.across.units import units_of
from dateline.desk.increment import Changed, Held, Tied, Told, changed, held_anew, told_anew, with_ties
from dateline.desk.remembering import cell_rows, names_by_place, quote_rows, told_row
from dateline.model.across import AcrossFinding
from dateline.model.ledger import Holdings, LedgerClaim
from dateline.store import Ledger
from dateline.store.derived import (
    Derivation,
    FoundAt,
    Stamped,
    clear,
    last_line,
    scope_of,
    stamp,
    stamped,
    write,
)
from dateline.store.holdings import holdings_at
from dateline.store.known import NOW
from dateline.store.slices import Part, Slicer
from dateline.store.working import brought_only, write_entities
from dateline.store.working_cells import drop_control, drop_events, drop_findings, write_cells
from dateline.store.working_ties import (
    closures_by_claim,
    originals_of,
    reports_told,
    write_bands,
    write_closures,
    write_pairs,
    write_quotes,
    write_told,
)

FEW = 20
"""Reports: so many are never too many to be followed one by one."""
SHARE = 0.25
"""Of all reports: where more are touched, deriving everything takes no longer."""
RULES = ("dateline.derive", "dateline.model")
"""The packages whose source says what is derived; another word in them, and everything is derived anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What became of the derived tables: `rebuilt`, `updated` or `current`, and up to which line of the log they are."""

    how: str
    seq: int


def rules() -> str:
    """A hash of the rules that derive."""
    found = hashlib.sha256()
    for package in RULES:
        for name, content in _sources(resources.files(package), package):
            found.update(f"{name} {len(content)}\n".encode())
            found.update(content)
    return found.hexdigest()[:16]


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{name}.{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{name}.{entry.name}", entry.read_bytes()


def is_current(connection: Connection, wanted: str, *, seq: int) -> bool:
    """Whether the derived rows are of all that the log tells up to a line, by these rules."""
    mark = stamped(connection)
    return mark is not None and mark.rules == wanted and mark.seq == last_line(connection, seq)


def refresh(ledger: Ledger, *, rebuild: bool = False) -> Refreshed:
    """Make the derived tables those of all that the ledger knows; raises LedgerReadOnly.

    Readers see the rows before or the rows after, never some of each. Where few reports are new, only what these can
    have changed is derived anew; the rows are the same.
    """
    ledger.require_write()
    wanted = rules()
    with ledger.backend.reading() as connection:
        if not rebuild and is_current(connection, wanted, seq=NOW):
            return Refreshed(how="current", seq=last_line(connection, NOW))
    if not rebuild and (seq := _updated(ledger, wanted)) is not None:
        return Refreshed(how="updated", seq=seq)
    return Refreshed(how="rebuilt", seq=_rebuilt(ledger, wanted))


def follow(ledger: Ledger) -> None:
    """Derive what the last lines changed where that is little work; else leave the tables for `refresh`."""
    _updated(ledger, rules())


def _updated(ledger: Ledger, wanted: str) -> int | None:
    """Up to which line all is derived after an update; None where a rebuild is due."""
    ledger.require_write()
    with suppress(_TooMuch), ledger.backend.writing() as connection:
        mark, seq = stamped(connection), last_line(connection, NOW)
        if (
            mark is None
            or mark.rules != wanted
            or (seq > mark.seq and not update(connection, after=mark.seq, upto=seq))
        ):
            raise _TooMuch
        stamp(connection, Stamped(seq=seq, rules=wanted))
        return seq
    return None


class _TooMuch(Exception):
    """Takes back what an update wrote before it saw how much there is to do."""


def _rebuilt(ledger: Ledger, wanted: str) -> int:
    """Derive all without keeping others from writing; what they wrote meanwhile is followed once the rows are in."""
    with ledger.backend.reading() as connection:
        seq = last_line(connection, NOW)
        held = holdings_at(connection, seq)
    made, dossier = derivation(held)
    with ledger.backend.writing() as connection:
        clear(connection)
        write(connection, made)
        remember(connection, dossier)
        stamp(connection, Stamped(seq=seq, rules=wanted))
    return _updated(ledger, wanted) or seq


def update(connection: Connection, *, after: int, upto: int) -> bool:
    """Derive anew what the lines of the log after one can have changed; False where that would be most of it.

    What was written is of no use where the answer is False.
    """
    if not brought_only(connection, after, upto):
        return False
    slicer = Slicer.at(connection, upto)
    change = changed(connection, slicer, after=after)
    if len(change.reports) > FEW and len(change.reports) > SHARE * reports_told(connection):
        return False
    change = with_ties(connection, slicer, change)
    tied = Tied(connection=connection, slicer=slicer)
    told, held = told_anew(tied, change), held_anew(tied, change)
    found = tuple(_found_anew(tied, change, told, held))
    drop_events(connection, told.gone)
    drop_control(connection, held.places)
    drop_findings(connection, told.gone | held.places | change.apart)
    publishers = {report.id: report.publisher for report in told.dossier.holdings.reports}
    write(
        connection,
        Derivation(
            events=told.events,
            control=held.rows,
            findings=found,
            claims=told.dossier.claims,
            publishers=publishers,
            names=held.names,
        ),
    )
    return True


def _found_anew(tied: Tied, change: Changed, told: Told, held: Held) -> Iterator[FoundAt]:
    """The findings of the events, the places, and of copies and closed claims alone."""
    yield from _found(Picture(dossier=told.dossier, told=told.events, held=()), {event.id for event in told.events})
    yield from _found(Picture(dossier=held.dossier, told=(), held=held.rows), held.places)
    closed = closures_by_claim(tied.connection, change.apart)
    of = frozenset(report for report, closure in closed for report in (report, closure.by_report))
    whole = tied.slicer.cut(Part(whole=of, heads=change.apart))
    copied = tuple(originals_of(tied.connection, change.apart).values())
    ties = Ties(recycling=copied, closures=tuple(closure for _, closure in closed))
    yield from _found(Picture(dossier=Dossier(holdings=whole, ties=ties), told=(), held=()), change.apart)


def _found(picture: Picture, scopes: Collection[str]) -> Iterator[FoundAt]:
    for finding in findings_of(picture):
        if scope_of(finding) in scopes:
            yield found_at(picture.dossier, finding)


def build(connection: Connection, held: Holdings) -> None:
    """Derive everything from holdings, into tables that are empty; what steps must come to, row for row."""
    made, dossier = derivation(held)
    write(connection, made)
    remember(connection, dossier)


def derivation(held: Holdings) -> tuple[Derivation, Dossier]:
    """Everything that is derived from holdings, with the dossier that it was derived from."""
    picture = Picture(dossier=Dossier(holdings=held))
    dossier = picture.dossier
    return Derivation(
        events=picture.events,
        control=picture.control,
        findings=tuple(found_at(dossier, finding) for finding in findings_of(picture)),
        recycling=dossier.recycling,
        claims=dossier.claims,
        publishers={report.id: report.publisher for report in held.reports},
        names=names_by_place(dossier),
    ), dossier


def remember(connection: Connection, dossier: Dossier) -> None:
    """Fill the tables that updates look things up in."""
    held = dossier.holdings
    write_told(connection, map(told_row, held.reports))
    write_entities(connection, held.entities)
    write_quotes(connection, quote_rows(held.claims), of=())
    write_bands(connection, dossier.copying.bands)
    write_pairs(connection, dossier.copying.pairs, of=())
    closed = ((dossier.claims[closure.claim].report, closure) for closure in closures(dossier))
    write_closures(connection, closed, gone=())
    write_cells(connection, cell_rows(dossier, units_of(dossier, dossier.decided)), of=())


def found_at(dossier: Dossier, finding: AcrossFinding) -> FoundAt:
    """The finding with the line and column of the first words that it is about."""
    first = next((dossier.claims[key] for key in finding.claims if key in dossier.claims), None)
    line, column = _position(dossier, first) if first else (0, 0)
    report = first.report if first else next(iter(finding.reports), "")
    return FoundAt(finding=finding, report=report, line=line, column=column)


def _position(dossier: Dossier, claim: LedgerClaim) -> tuple[int, int]:
    """Line and column of the claim's first word, both from 1."""
    if not claim.spans:
        return 0, 0
    before = dossier.holdings.texts.get(claim.report, "")[: claim.spans[0][0]]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
