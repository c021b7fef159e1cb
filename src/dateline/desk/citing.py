"""How to cite a state of a ledger, so that a reader can check that it is the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import PurePath

from dateline.desk.states import state_of
from dateline.store import Ledger
from dateline.store.head import head_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A state of a ledger by name, hash and time; `str()` is a line of a bibliography."""

    name: str
    hash: str
    reports: int
    judgements: int
    known_at: datetime
    version: str

    def __str__(self) -> str:
        judged = f", {_counted(self.judgements, 'judgement')}" if self.judgements else ""
        return (
            f"{self.name} [ledger of {_counted(self.reports, 'report')}{judged}, as known at "
            f"{self.known_at:%Y-%m-%d %H:%M} UTC]. Dateline {self.version}. SHA-256 of its state: {self.hash}. "
            "Every claim is the word of the voice that it names."
        )

    @property
    def bibtex(self) -> str:
        """The same as an entry of BibTeX."""
        return (
            f"@misc{{dateline-{self.hash[:12]},\n"
            f"  title = {{{{{_plain(self.name)}}}}},\n"
            f"  year = {{{self.known_at:%Y}}},\n"
            f"  howpublished = {{Ledger of {_counted(self.reports, 'report')}, Dateline {self.version}}},\n"
            f"  note = {{State as known at {self.known_at:%Y-%m-%d %H:%M} UTC, SHA-256 {self.hash}}}\n}}"
        )


def cite(ledger: Ledger, *, known_at: datetime | None = None, name: str | None = None) -> Citation:
    """The citation of what the ledger knew at a time (default: now); the hash is that of `dateline freeze`."""
    state = state_of(ledger, known_at=known_at)
    return Citation(
        name=name or PurePath(ledger.where.partition("?")[0]).name,
        hash=state.hash,
        reports=len(state.records),
        judgements=len(state.judgements),
        known_at=head_of(ledger, known_at=known_at).at.astimezone(UTC),
        version=version("dateline"),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' if count != 1 else ''}"


def _plain(name: str) -> str:
    """Without what BibTeX takes for its own signs."""
    return "".join(char for char in name if char not in "{}\\")
