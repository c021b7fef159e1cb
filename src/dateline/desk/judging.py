"""What people decide, as rows: appended, undone by another row."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from dateline.errors import UsageError
from dateline.model.ledger import Judgement, Verdict
from dateline.store import ClaimQuery, Ledger, find_claims, holdings, judge


def give_verdict(ledger: Ledger, subject: str, verdict: Verdict, *, by: str, reason: str) -> Judgement:
    """Judge a claim; raises UsageError where the ledger holds none of that id.

    Nothing is written to a ledger that is open for reading only.
    """
    if next(find_claims(ledger, ClaimQuery(id=subject, limit=1)), None) is None:
        raise UsageError(f"the ledger holds no claim {subject!r}; `dateline claims` prints ids")
    return _kept(ledger, subject, verdict, by=by, reason=reason)


def undo(ledger: Ledger, judgement: str, *, by: str, reason: str) -> Judgement:
    """Take a judgement back; raises UsageError where the ledger holds none of that id, like `give_verdict` otherwise."""
    known = {one.id: one for one in holdings(ledger).judgements}
    if judgement not in known:
        raise UsageError(f"the ledger holds no judgement {judgement!r}; `dateline changes` prints ids")
    return _kept(ledger, known[judgement].subject, "none", by=by, reason=reason, undoes=judgement)


def _kept(
    ledger: Ledger, subject: str, verdict: Verdict, *, by: str, reason: str, undoes: str | None = None
) -> Judgement:
    at = datetime.now(UTC)
    content = "\x00".join((subject, verdict, by, at.isoformat(), reason, undoes or ""))
    made = Judgement(
        id="j" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        subject=subject,
        verdict=verdict,
        by=by,
        at=at,
        reason=reason,
        action="undo" if undoes else "verdict",
        undoes=undoes,
    )
    if ledger.write:
        judge(ledger, made)
    return made
