"""Bringing the derived tables of a ledger up to date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from sqlalchemy import Connection

from dateline.derive.across import Dossier, Picture, findings_of
from dateline.model.across import AcrossFinding
from dateline.model.ledger import Holdings, LedgerClaim
from dateline.store import Ledger
from dateline.store.derived import Derivation, FoundAt, Stamped, clear, last_line, stamp, stamped, write
from dateline.store.holdings import holdings_at
from dateline.store.known import NOW

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
    """Make the derived tables those of all that the ledger knows, in one transaction; raises LedgerReadOnly.

    Readers see the rows before or the rows after, never some of each.
    """
    ledger.require_write()
    wanted = rules()
    with ledger.backend.reading() as connection:
        if not rebuild and is_current(connection, wanted, seq=NOW):
            return Refreshed(how="current", seq=last_line(connection, NOW))
    with ledger.backend.writing() as connection:
        seq = last_line(connection, NOW)
        made = derivation(holdings_at(connection, seq))
        clear(connection)
        write(connection, made)
        stamp(connection, Stamped(seq=seq, rules=wanted))
    return Refreshed(how="rebuilt", seq=seq)


def derivation(held: Holdings) -> Derivation:
    """Everything that is derived from holdings."""
    picture = Picture(dossier=Dossier(holdings=held))
    dossier = picture.dossier
    return Derivation(
        events=picture.events,
        control=picture.control,
        findings=tuple(found_at(dossier, finding) for finding in findings_of(picture)),
        recycling=dossier.recycling,
        claims=dossier.claims,
        publishers={report.id: report.publisher for report in held.reports},
    )


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
