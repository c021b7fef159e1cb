"""Taking in what another ledger holds: a bundle of `dateline freeze --bundle`, or a ledger itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from dateline.desk.bundling import SCHEMA, bundle, state_of_ids
from dateline.desk.deriving import refresh
from dateline.desk.foreign import BadRecord, check_edit, check_record, foreign_judgement, foreign_report
from dateline.desk.judging import claim_of
from dateline.errors import InputError, UnreadableInput, UsageError
from dateline.model.ledger import Judgement
from dateline.read import Reject
from dateline.store import Entry, Ledger, append, judge, new_among
from dateline.store.judged import judgements_of, text_of
from dateline.store.rows import record_content, record_id

LONGEST_LINE = 60_000_000
"""Bytes of a line: a report of the longest allowed with its record."""
BATCH = 50
SQLITE = b"SQLite format 3\x00"


class Source(Protocol):
    """Something that gives the lines of a bundle, as often as it is asked to."""

    @property
    def where(self) -> str:
        """Its name in messages."""

    def lines(self) -> Iterator[bytes]:
        """The lines, each cut off just above the limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A bundle in a file."""

    path: Path

    @property
    def where(self) -> str:
        """The path."""
        return str(self.path)

    def lines(self) -> Iterator[bytes]:
        """The lines of the file; raises UnreadableInput."""
        try:
            with self.path.open("rb") as stream:
                while line := stream.readline(LONGEST_LINE + 1):
                    yield line
        except OSError as error:
            raise UnreadableInput(f"{self.path} cannot be read: {error.strerror}", where=self.where) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Piped:
    """A bundle that came through a pipe and is held in a file without a name, to be read more than once."""

    held: BinaryIO
    where: str = "-"

    def lines(self) -> Iterator[bytes]:
        """The lines from the first one."""
        self.held.seek(0)
        while line := self.held.readline(LONGEST_LINE + 1):
            yield line


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another ledger, open for reading."""

    ledger: Ledger

    @property
    def where(self) -> str:
        """The ledger."""
        return self.ledger.where

    def lines(self) -> Iterator[bytes]:
        """What its bundle would hold now."""
        return bundle(self.ledger, "import")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came in: reports with new records, records known before, new judgements, and what was refused."""

    new: int
    known: int
    judgements: int
    rejects: tuple[Reject, ...]


def take_in(ledger: Ledger | None, source: Source, *, by: str, reason: str = "") -> Imported:
    """Bring in what a bundle or another ledger holds; what is known already changes nothing.

    First the whole source is read and checked: one that is cut short or was changed is refused as a whole by an
    InputError, before anything is written. Then reports come in batches, judgements after them, as of now: this ledger
    did not know them before. A record that was made otherwise than by Dateline is a reject with its reason. With a
    ledger opened for reading only, or none, all is done but the writing.
    """
    require_whole(source)
    work = _Intake(ledger=ledger, by=by, reason=reason or f"imported from {source.where}")
    done = work.done(source)
    if ledger is not None and ledger.write and (done.new or done.judgements):
        refresh(ledger)
    return done


def require_whole(source: Source) -> None:
    """Raise an InputError unless the head's hash is that of the lines below it."""
    lines = _values(source)
    where, head = next(lines, ("", None))
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        found = f"it begins with {str(head)[:60]}" if where else "it is empty"
        raise BadRecord(f"{source.where} is no bundle of `dateline freeze --bundle`: {found}", where=source.where)
    records: list[str] = []
    judgements: list[str] = []
    for where, value in lines:
        if isinstance(value, dict) and isinstance(value.get("record"), dict):
            try:
                records.append(record_id(record_content(value["record"])))
            except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
                raise BadRecord(f"{where}: no record: {error!r}", where=where) from error
        elif isinstance(value, dict) and isinstance(value.get("judgement"), dict):
            judgements.append(str(value["judgement"].get("id")))
        else:
            raise BadRecord(f"{where} holds neither a record nor a judgement", where=where)
    if state_of_ids(tuple(records), tuple(judgements)).hash != head.get("hash"):
        raise BadRecord(
            f"{source.where} is cut short or was changed: its lines do not make the hash that it names",
            where=source.where,
        )


def _values(source: Source) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(source.lines(), start=1):
        where = f"{source.where}:{number}"
        if len(line) > LONGEST_LINE:
            raise BadRecord(f"{where} has more than {LONGEST_LINE:,} bytes", where=where)
        try:
            yield where, json.loads(line)
        except (ValueError, RecursionError) as error:
            if number == 1:
                what = f"{source.where} is neither a ledger nor a bundle of `dateline freeze --bundle`: its first line is no JSON"
                raise BadRecord(what, where=where) from error
            raise BadRecord(f"{where} is no JSON: {error}", where=where) from error


@dataclass(kw_only=True)
class _Intake:
    ledger: Ledger | None
    by: str
    reason: str

    def done(self, source: Source) -> Imported:
        """Write what is right, and tell of the rest."""
        new = known = judged = 0
        rejects: list[Reject] = []
        batch: list[Entry] = []
        held = {judgement.id for judgement in judgements_of(self.ledger)} if self.ledger else set()
        for where, value in _values(source):
            try:
                if "record" in value:
                    batch.append(_entry(value, where))
                elif "judgement" in value:
                    new, known, batch = self._flushed(batch, new, known)
                    judged += self._judge(foreign_judgement(value["judgement"], where), held, where)
            except InputError as error:
                rejects.append(Reject.of(error))
            if len(batch) >= BATCH:
                new, known, batch = self._flushed(batch, new, known)
        new, known, batch = self._flushed(batch, new, known)
        return Imported(new=new, known=known, judgements=judged, rejects=tuple(rejects))

    def _flushed(self, batch: list[Entry], new: int, known: int) -> tuple[int, int, list[Entry]]:
        if batch and self.ledger is not None and self.ledger.write:
            fresh = append(self.ledger, batch, by=self.by, reason=self.reason).new
        else:
            fresh = new_among(self.ledger, batch) if self.ledger else len(batch)
        return new + fresh, known + len(batch) - fresh, []

    def _judge(self, judgement: Judgement, held: set[str], where: str) -> int:
        if judgement.id in held:
            return 0
        held.add(judgement.id)
        if self.ledger is not None and self.ledger.write:
            if judgement.action == "edit":
                _check_edit(self.ledger, judgement, where)
            judge(self.ledger, judgement, logged_by=self.by)
        return 1


def _check_edit(ledger: Ledger, judgement: Judgement, where: str) -> None:
    try:
        claim = claim_of(ledger, judgement.subject)
    except UsageError as error:
        raise BadRecord(f"{where}: {error}", where=where) from error
    check_edit(judgement, claim, text_of(ledger, claim.report) or "", where)


def _entry(value: dict[str, Any], where: str) -> Entry:
    report = foreign_report(value.get("report"), where)
    check_record(value["record"], report, where)
    return Entry(report=report, record=value["record"])


def is_ledger(path: Path) -> bool:
    """Whether a file is a SQLite database."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def totals(found: Iterable[Imported]) -> Imported:
    """Several imports as one."""
    done = tuple(found)
    return Imported(
        new=sum(one.new for one in done),
        known=sum(one.known for one in done),
        judgements=sum(one.judgements for one in done),
        rejects=tuple(reject for one in done for reject in one.rejects),
    )
