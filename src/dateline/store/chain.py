"""The log's chain of hashes, and digests of the rows that a log line vouches for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.model.ledger import Action, LogEntry
from dateline.store.schema import ROWS

GENESIS = hashlib.sha256(b"dateline-ledger").hexdigest()
"""What stands before the first line: the SHA-256 of the words "dateline-ledger"."""

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)

Row = tuple[Any, ...]
Rows = Mapping[str, Sequence[Row]]


def canonical(value: Any) -> str:
    """The one JSON text of a value: sorted keys, no spaces, ASCII (so that no code point is too odd to keep)."""
    return _ENCODER.encode(value)


def sha256(text: str) -> str:
    """The SHA-256 of an ASCII text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def utc_text(at: datetime) -> str:
    """A time with a zone as the log writes it: UTC to the microsecond, so that texts sort like times."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def utc_time(text: str) -> datetime:
    """The time that the log wrote."""
    return datetime.fromisoformat(text)


def line_hash(line: Mapping[str, Any]) -> str:
    """The hash of a log line: over the canonical JSON of all its other fields, the hash before among them."""
    return sha256(canonical({key: value for key, value in line.items() if key != "hash"}))


def log_entry(line: Mapping[str, Any]) -> LogEntry:
    """A row of the log as a value."""
    action: Action = line["action"]
    return LogEntry(**{**line, "at": utc_time(line["at"]), "action": action})


def digest(rows: Rows) -> str:
    """One hash over all rows that a log line brought: of [[table, rows in key order], …] as canonical JSON.

    A packed record counts as its SHA-256. Keys are among the first four columns, in which nothing is NULL.
    """
    given = [(table.name, sorted(rows[table.name], key=_key)) for table in ROWS if rows.get(table.name)]
    return sha256(json.dumps(given, separators=(",", ":"), default=_packed))


def _key(row: Row) -> Row:
    return row[:4]


def _packed(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()
