"""A ledger opened for reading, as Python users meet it."""

from __future__ import annotations

import getpass
import importlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from dateline.desk.citing import Citation, cite
from dateline.desk.comparing import Compared, compare
from dateline.desk.derived import Derived
from dateline.desk.events import Filter
from dateline.desk.holds import Question
from dateline.desk.lines import event_lines, finding_lines, hold_lines
from dateline.desk.rows import ClaimLine, EventLine, FindingLine, HoldLine
from dateline.desk.search import Asked, search
from dateline.desk.states import freeze, state_of
from dateline.errors import ConfigurationError, UsageError
from dateline.read.event_table import event_table_of
from dateline.store import ClaimQuery, Ledger, open_ledger

Row = TypeVar("Row", covariant=True)


class Rows(tuple[Row, ...]):
    """Rows of one kind, which can also be a table of a data-frame library."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dictionary a row: what `--format json` prints."""
        return [asdict(row) for row in self]  # type: ignore[call-overload]

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`; needs the extra `tables`."""
        return _library("pyarrow").Table.from_pylist([_flat(row) for row in self.to_dicts()])

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; needs pandas."""
        return _library("pandas").DataFrame.from_records(self.to_dicts())

    def to_polars(self) -> Any:
        """A `polars.DataFrame`; needs polars and pyarrow."""
        return _library("polars").from_arrow(self.to_arrow())


class Desk:
    """A ledger to read, as known at one time; close it, or use it in a `with`.

    What is derived from the ledger is read from its derived tables where these are current, else derived in memory:
    nothing stale is ever shown.
    """

    def __init__(self, ledger: Ledger, *, known_at: datetime | None = None, where: str | Path | None = None) -> None:
        self._ledger = ledger
        self._known_at = known_at
        self._where = where

    def claims(
        self, *, place: str | None = None, act: str | None = None, according_to: Iterable[str] = (), limit: int = 0
    ) -> Rows[ClaimLine]:
        """The claims, in the order of the log."""
        query = ClaimQuery(act=act, known_at=self._known_at, limit=limit or None)
        return Rows(search(self._ledger, Asked(query=query, place=place, voices=tuple(according_to))))

    def events(self, *, place: str | None = None, act: str | None = None) -> Rows[EventLine]:
        """What the claims of all reports tell of, by day."""
        return Rows(event_lines(self._ledger, Filter(place=place, act=act), known_at=self._known_at))

    def control(
        self, place: str | None = None, *, as_of: date | None = None, according_to: Iterable[str] = ()
    ) -> Rows[HoldLine]:
        """What every voice says of who holds a place, or all places; nobody is picked."""
        question = Question(place=place, as_of=as_of, voices=tuple(according_to))
        today = (self._known_at or datetime.now(UTC)).date()
        return Rows(hold_lines(self._ledger, question, today=today, known_at=self._known_at))

    def findings(self) -> Rows[FindingLine]:
        """Contradictions between reports, copies, shared origins, corrections."""
        return Rows(finding_lines(self._ledger, known_at=self._known_at))

    def compare(self, frame: Any) -> Rows[Compared]:
        """The ledger's events beside those of a table in ACLED's or UCDP GED's layout, matched or not.

        `frame` is a `pandas` or `polars` data frame, or an iterable of dictionaries; raises InputError for another layout.
        """
        table = event_table_of(_dictionaries(frame))
        whole = Derived(self._ledger, known_at=self._known_at).whole()
        return Rows(compare(whole.dossier, table.events, events=whole.events))

    def cite(self, name: str | None = None) -> Citation:
        """How to cite what the ledger knew: `str()` for a bibliography, `.bibtex` for BibTeX."""
        return cite(self._ledger, known_at=self._known_at, name=name)

    def freeze(self, name: str, *, by: str | None = None, reason: str = "") -> str:
        """Keep the hash of what the ledger knew under a name in its log, and return it; the one thing here that writes.

        `by` is who does this, for the log (default: your login). Raises LedgerReadOnly where the ledger may not be written.
        """
        if self._where is None:
            raise UsageError("open the ledger with `dateline.open(…)` to freeze it")
        with open_ledger(self._where, write=True) as ledger:
            return freeze(ledger, name, by=by or getpass.getuser(), known_at=self._known_at, reason=reason).hash

    def content_hash(self) -> str:
        """The hash that `dateline freeze` prints; this writes nothing."""
        return state_of(self._ledger, known_at=self._known_at).hash

    def close(self) -> None:
        """Let go of everything that is open."""
        self._ledger.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(where: str | Path, *, known_at: datetime | None = None) -> Desk:
    """Open a ledger for reading: a SQLite file or a `postgresql://…` address, as known at a time (default: now).

    Raises LedgerError where there is none, UsageError for a `known_at` without a time zone once something is read.
    """
    return Desk(open_ledger(where), known_at=known_at, where=where)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Roles as {role, names} pairs: Arrow has one schema for all rows."""
    return {key: _pairs(value) if isinstance(value, dict) else value for key, value in row.items()}


def _pairs(roles: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"role": role, "names": list(names)} for role, names in roles.items()]


def _dictionaries(frame: Any) -> list[dict[str, Any]]:
    """The rows of a data frame by column, of whichever library."""
    for method, arguments in (("to_dicts", ()), ("to_dict", ("records",))):
        if hasattr(frame, method):
            found: list[dict[str, Any]] = getattr(frame, method)(*arguments)
            return found
    return [dict(row) for row in frame]


def _library(name: str) -> Any:
    """A library that only these tables need, and that takes a second to import."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ConfigurationError(f"{name} is not installed: `pip install {name}`") from error
