"""A state of the ledger as one file that another ledger can take in: JSON lines, the first of which names its hash.

{"schema": "dateline-bundle/1", "name": …, "hash": …, "records": …, "judgements": …}
{"report": {"text": …, "name": …, "source": …, …}, "record": {…}}
{"judgement": {"id": …, "subject": …, "verdict": …, "by": …, "at": …, "reason": …, "action": …, "value": …}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dateline.desk.states import State
from dateline.model.ledger import Judgement
from dateline.model.text import Report
from dateline.store import Ledger
from dateline.store.chain import canonical, utc_text
from dateline.store.entries import entries
from dateline.store.head import head_of
from dateline.store.judged import judgements_of
from dateline.store.rows import range_json, record_content, record_id

SCHEMA = "dateline-bundle/1"


def bundle(ledger: Ledger, name: str, *, known_at: datetime | None = None) -> Iterator[bytes]:
    """The lines of a bundle of all that the ledger knew at a time (default: now), without redacted reports.

    It holds whole reports and names: it is the ledger, not an export, and passes no filter.
    """
    known_at = known_at or head_of(ledger).at
    judgements = judgements_of(ledger, known_at=known_at)
    ids = tuple(record_id(record_content(entry.record)) for entry in entries(ledger, known_at=known_at))
    state = state_of_ids(ids, tuple(judgement.id for judgement in judgements))
    head = {"schema": SCHEMA, "name": name, "hash": state.hash, "records": len(ids), "judgements": len(judgements)}
    yield _line(head)
    for entry in entries(ledger, known_at=known_at):
        yield _line({"report": report_json(entry.report), "record": entry.record})
    for judgement in judgements:
        yield _line({"judgement": judgement_json(judgement)})


def state_of_ids(records: tuple[str, ...], judgements: tuple[str, ...]) -> State:
    """The state that these records and judgements make; its hash is that of `dateline freeze`."""
    return State(records=tuple(sorted(set(records))), judgements=tuple(sorted(set(judgements))))


def report_json(report: Report) -> dict[str, Any]:
    """A report as it came in."""
    return {
        "text": report.text,
        "name": report.name,
        "source": report.source,
        "published": range_json(report.published),
        "retrieved": report.retrieved,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "raw_sha256": report.raw_sha256,
        "raw_bytes": report.raw_bytes,
    }


def judgement_json(judgement: Judgement) -> dict[str, Any]:
    """A judgement with everything that makes it."""
    return {
        "id": judgement.id,
        "subject": judgement.subject,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "at": utc_text(judgement.at),
        "reason": judgement.reason,
        "action": judgement.action,
        "value": dict(judgement.value),
        "undoes": judgement.undoes,
    }


def _line(value: dict[str, Any]) -> bytes:
    return canonical(value).encode("ascii") + b"\n"
