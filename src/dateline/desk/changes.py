"""What changed in a ledger since a line of its log: created, revised, judged, merged, frozen, …"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import MappingProxyType

from sqlalchemy import select

from dateline.derive.across import Dossier, closures
from dateline.export.visible import one_line
from dateline.model.ledger import Judgement, LogEntry
from dateline.store import Ledger, holdings, log
from dateline.store.known import seq_at
from dateline.store.schema import reports

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


def changes(ledger: Ledger, *, since: int | datetime = 0, past: Past | None = None) -> Iterator[Change]:
    """The changes after a line of the log, or after a time, in the order of the log; earlier lines are not read.

    `past` saves reading all that is known, where somebody has read it already.
    """
    known = past or Past(dossier=Dossier(holdings=holdings(ledger)))
    with ledger.backend.reading() as connection:
        line = since if isinstance(since, int) else seq_at(connection, since)
        new = frozenset(connection.scalars(select(reports.c.seq).where(reports.c.seq > line)))
    for entry in log(ledger, since=line):
        yield from known.told(entry, new=entry.seq in new)


@dataclass(frozen=True, kw_only=True)
class Past:
    """What is needed to say what a line of the log brought."""

    dossier: Dossier

    @cached_property
    def judgements(self) -> dict[str, Judgement]:
        """The judgements by id."""
        return {judgement.id: judgement for judgement in self.dossier.holdings.judgements}

    @cached_property
    def withdrawn(self) -> dict[str, Counter[tuple[str, str]]]:
        """How many claims of which report each correction withdraws, by whichever of the two came in last.

        A correction may come in before what it corrects: nothing is withdrawn before it is there.
        """
        found: dict[str, Counter[tuple[str, str]]] = {}
        known = self.dossier.reports
        for closure in closures(self.dossier):
            pair = (closure.by_report, self.dossier.claims[closure.claim].report)
            last = max(pair, key=lambda name: known[name].recorded.seq if name in known else 0)
            found.setdefault(last, Counter())[pair] += 1
        return found

    def told(self, entry: LogEntry, *, new: bool) -> tuple[Change, ...]:
        """The changes of a line; `new` where it brought a report, not another reading of one."""
        if entry.action == "ingest":
            return tuple(self._ingested(entry, new=new))
        if entry.action == "judge":
            return (self._judged(entry),)
        if entry.action == "reread":  # the same was read by newer rules: nothing changed
            return ()
        return (_change(entry, entry.action, ""),)

    def _ingested(self, entry: LogEntry, *, new: bool) -> Iterator[Change]:
        known = self.dossier.reports.get(entry.subject)
        name = one_line(known.name) if known else entry.subject
        yield _change(entry, "created" if new else "revised", f"report {name}")
        for (correction, _), count in sorted(self.withdrawn.get(entry.subject, Counter()).items()) if new else ():
            by = self.dossier.reports.get(correction)
            claims = f"{count} earlier claim{'s' if count != 1 else ''}"
            yield _change(entry, "retracted", f"{claims}, by {one_line(by.name) if by else correction}")

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
