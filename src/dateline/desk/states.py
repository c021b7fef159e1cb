"""Freezing a state of the ledger."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import UsageError
from dateline.store import Ledger, log, note


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the ledger knew at a time, by content ids: the current record of every report, and all judgements.

    A record's id covers its text, its claims and everything else that was read from it, but not its file name.
    """

    records: tuple[str, ...]
    judgements: tuple[str, ...]

    @property
    def hash(self) -> str:
        """SHA-256 over the ids, sorted: neither the order nor the times at which things came in count."""
        lines = (*(f"record {key}\n" for key in self.records), *(f"judgement {key}\n" for key in self.judgements))
        return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A named state; `seq` is the line of the log that keeps it, None where nothing was written."""

    name: str
    hash: str
    reports: int
    judgements: int
    seq: int | None


def state_of(ledger: Ledger, *, known_at: datetime | None = None) -> State:
    """The state of a ledger at a time (default: now)."""
    records: dict[str, str] = {}
    judgements: set[str] = set()
    for entry in log(ledger):
        if known_at is not None and entry.at > known_at:
            break
        payload = json.loads(entry.payload)
        if entry.action == "ingest":
            records[entry.subject] = payload["record"]
        elif entry.action == "judge":
            judgements.add(payload["judgement"])
    return State(records=tuple(sorted(records.values())), judgements=tuple(sorted(judgements)))


def state_to_name(ledger: Ledger, name: str, *, known_at: datetime | None = None) -> State:
    """The state of a ledger at a time, to be known by a name.

    Raises UsageError for a name that means another state already: who looks a cited name up must find one state.
    """
    state = state_of(ledger, known_at=known_at)
    for line in log(ledger, action="freeze"):
        if line.subject == name and json.loads(line.payload)["note"]["hash"] != state.hash:
            frozen = f"frozen {line.at:%Y-%m-%d %H:%M} UTC in line {line.seq} of the log"
            raise UsageError(f"{name!r} names another state already, {frozen}: choose another name")
    return state


def freeze(ledger: Ledger, name: str, *, by: str, known_at: datetime | None = None, reason: str = "") -> Frozen:
    """The hash of all that the ledger knew at a time; kept in its log where the ledger is open for writing.

    Raises UsageError as `state_to_name` does.
    """
    state = state_to_name(ledger, name, known_at=known_at)
    counts = {"reports": len(state.records), "judgements": len(state.judgements)}
    payload = {"hash": state.hash, **counts, "known_at": known_at.isoformat() if known_at else None}
    seq = note(ledger, "freeze", name, by=by, reason=reason, payload=payload) if ledger.write else None
    return Frozen(name=name, hash=state.hash, **counts, seq=seq)
