"""A judgement as a request brings it: written once, however often it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from dateline.desk import edit_claim, give_verdict, undo
from dateline.errors import UsageError
from dateline.model.ledger import Judgement, Verdict
from dateline.store import Ledger, judge
from dateline.store.chain import canonical
from dateline.store.judged import judgement_of

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decides: a verdict on a claim, a correction of it, or to take a judgement back.

    `subject` is the claim, for an undo the judgement. Of all decisions under one `key` of one person the first counts.
    """

    action: Literal["verdict", "edit", "undo"]
    subject: str
    verdict: Verdict = "none"
    reason: str = ""
    fields: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    key: str = ""


class OtherDecision(UsageError):
    """A key was used before, for something else."""


def decide(ledger: Ledger, decision: Decision, *, by: str) -> tuple[Judgement, bool]:
    """The judgement in the ledger, and whether it is new; raises UsageError for what cannot be judged so.

    The checks are the desk's; what it would write is written here, under an id of the key, so that the ledger itself
    refuses to keep it twice, also when both are sent at the same instant or after a new start.
    """
    if len(decision.reason) > LONGEST_REASON:
        raise UsageError(f"a reason has at most {LONGEST_REASON:,} characters, this one {len(decision.reason):,}")
    known = earlier(ledger, decision, by=by)
    made = known or _written(ledger, decision, by)
    if not _is_same(made, decision):
        raise OtherDecision(f"the key {decision.key[:40]!r} was used for another judgement, {made.id}")
    return made, known is None


def earlier(ledger: Ledger, decision: Decision, *, by: str) -> Judgement | None:
    """What was kept under the decision's key before, if anything."""
    return judgement_of(ledger, _id_of(decision, by)) if decision.key else None


def _written(ledger: Ledger, decision: Decision, by: str) -> Judgement:
    """The judgement as the ledger holds it: under a key that of whoever came first."""
    made = _made(replace(ledger, write=False), decision, by)
    if not decision.key:
        judge(ledger, made)
        return made
    judge(ledger, replace(made, id=_id_of(decision, by)))
    return judgement_of(ledger, _id_of(decision, by)) or made


def _made(ledger: Ledger, decision: Decision, by: str) -> Judgement:
    match decision.action:
        case "verdict":
            return give_verdict(ledger, decision.subject, decision.verdict, by=by, reason=decision.reason)
        case "edit":
            words = decision.words
            return edit_claim(ledger, decision.subject, decision.fields, by=by, reason=decision.reason, words=words)
        case "undo":
            return undo(ledger, decision.subject, by=by, reason=decision.reason)


def _id_of(decision: Decision, by: str) -> str:
    return "j" + hashlib.sha256(canonical(["key", by, decision.key]).encode("ascii")).hexdigest()[:16]


def _is_same(made: Judgement, decision: Decision) -> bool:
    if made.action != decision.action or made.reason != decision.reason:
        return False
    if decision.action == "undo":
        return made.undoes == decision.subject
    verdict = "positive" if decision.action == "edit" else decision.verdict
    return made.subject == decision.subject and made.verdict == verdict
