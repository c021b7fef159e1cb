"""What changed in a ledger since a line of its log: created, revised, judged, merged, frozen, …"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from dateline.derive.across import Dossier, closures
from dateline.export.visible import one_line
from dateline.model.ledger import Judgement, LogEntry
from dateline.store import Ledger, holdings, log

_DONE = MappingProxyType({"merge": "merged", "split": "split", "edit": "edited", "grade": "graded"})
"""What a judgement of an action does, besides giving a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change for people. `seq` is its line of the log: what to ask with the next time; `at` is UTC."""

    seq: int
    at: str
    by: str
    change: str
    subject: str
    what: str
    reason: str


def changes(ledger: Ledger, *, since: int | datetime = 0, dossier: Dossier | None = None) -> Iterator[Change]:
    """The changes after a line of the log, or after a time, in the order of the log.

    `dossier` saves reading all that is known, where somebody has read it already.
    """
    past = _Past.of(dossier or Dossier(holdings=holdings(ledger)))
    for entry in log(ledger):
        told = past.told(entry)
        new = entry.seq > since if isinstance(since, int) else entry.at > since
        if new:
            yield from told


@dataclass(frozen=True, slots=True)
class _Past:
    """What is needed to say what a line of the log brought; `_seen` are the reports of the lines before."""

    dossier: Dossier
    judgements: dict[str, Judgement]
    withdrawn: Counter[str]
    _seen: set[str]

    @classmethod
    def of(cls, dossier: Dossier) -> _Past:
        judgements = {judgement.id: judgement for judgement in dossier.holdings.judgements}
        return cls(dossier, judgements, Counter(closure.by_report for closure in closures(dossier)), set())

    def told(self, entry: LogEntry) -> tuple[Change, ...]:
        """The changes of the next line."""
        if entry.action == "ingest":
            return tuple(self._ingested(entry))
        if entry.action == "judge":
            return (self._judged(entry),)
        return (_change(entry, entry.action, ""),)

    def _ingested(self, entry: LogEntry) -> Iterator[Change]:
        known = self.dossier.reports.get(entry.subject)
        name = one_line(known.name) if known else entry.subject
        yield _change(entry, "revised" if entry.subject in self._seen else "created", f"report {name}")
        if self.withdrawn[entry.subject] and entry.subject not in self._seen:
            count = self.withdrawn[entry.subject]
            yield _change(entry, "retracted", f"{count} earlier claim{'s' if count != 1 else ''}, by {name}")
        self._seen.add(entry.subject)

    def _judged(self, entry: LogEntry) -> Change:
        judgement = self.judgements.get(json.loads(entry.payload).get("judgement", ""))
        if judgement is None:
            return _change(entry, "judged", "")
        if judgement.undoes:
            return _change(entry, "undone", f"judgement {judgement.undoes}")
        if judgement.action in _DONE:
            return _change(entry, _DONE[judgement.action], f"judgement {judgement.id}")
        return _change(entry, "judged", f"{judgement.verdict}, judgement {judgement.id}")


def _change(entry: LogEntry, change: str, what: str) -> Change:
    return Change(
        seq=entry.seq,
        at=entry.at.isoformat(),
        by=entry.by,
        change=change,
        subject=entry.subject,
        what=what,
        reason=entry.reason,
    )
