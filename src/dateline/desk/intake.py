"""Reading reports into a ledger, batch by batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field

from dateline.desk.deriving import refresh
from dateline.export import record_json
from dateline.model.record import Record
from dateline.model.text import Report
from dateline.store import Entry, Ledger, append
from dateline.store import record as kept_record

BATCH_REPORTS = 50
BATCH_S = 10.0
"""Seconds after which what was read goes to the ledger, however little: an interrupt costs no more than that."""

Reader = Callable[[Report], Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one report: `known` ones had been read before by the same extractor and were not read again."""

    report: Report
    record: Record | None

    @property
    def known(self) -> bool:
        """Whether the ledger had it already."""
        return self.record is None


@dataclass(kw_only=True)
class Intake:
    """Reads reports and appends their records; with a ledger opened for reading only, or none: all but the writing.

    `done` counts what is on the disk. Leaving the `with` block by an error or an interrupt writes the batch that was
    read so far: the same call carries on from there, since what is known is skipped unread. `again` reads it all the
    same: a record that came out otherwise takes the place of the one before, which stays. When all were taken, what is
    derived from them is brought up to date.
    """

    ledger: Ledger | None
    read: Reader
    extractor: str
    by: str
    reason: str = ""
    again: bool = False
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _batch: list[Entry] = field(default_factory=list)

    def take(self, reports: Iterable[Report]) -> Generator[Taken, None, None]:
        """What became of every report, in order; the last batch is written when the last one was taken."""
        begun = self.clock()
        try:
            for report in reports:
                if self._known(report):
                    yield Taken(report=report, record=None)
                    continue
                record = self.read(report)
                self._batch.append(Entry(report=report, record=record_json(record)))
                if len(self._batch) >= BATCH_REPORTS or self.clock() - begun >= BATCH_S:
                    self._write()
                    begun = self.clock()
                yield Taken(report=report, record=record)
        finally:
            self._write()
        if self.ledger is not None and self.ledger.write and self.done:
            refresh(self.ledger)

    def _known(self, report: Report) -> bool:
        if any(entry.report.id == report.id for entry in self._batch):
            return True
        if self.again:
            return False
        kept = kept_record(self.ledger, report.id) if self.ledger else None
        return kept is not None and kept.get("extractor") == self.extractor

    def _write(self) -> None:
        batch, self._batch = self._batch, []
        if batch and self.ledger is not None and self.ledger.write:
            self.done += append(self.ledger, batch, by=self.by, reason=self.reason).new
