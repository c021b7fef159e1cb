"""Redacting: which words of which report are to leave the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.desk.deriving import refresh
from dateline.errors import UsageError
from dateline.store import ClaimQuery, Ledger, find_claims
from dateline.store.judged import text_of
from dateline.store.redaction import Redacted, redact

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_REPORT = re.compile(r"(?P<report>[^:]+):(?P<span>\d{1,9}-\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is to go from a report: stretches of code points as "START-END", or words wherever they stand in it.

    With neither the whole report goes.
    """

    spans: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def redact_words(ledger: Ledger, subject: str, wanted: Words, *, by: str, reason: str) -> Redacted:
    """Redact a report ("r…"), a stretch of it ("r…:12-40") or the words that a claim rests on ("c…").

    What was derived from the words is derived anew without them.
    Raises UsageError for what the ledger does not hold and words that do not stand in the report. Whoever keeps a copy
    of the file, a backup or an export still has the words.
    """
    report, given = _subject(ledger, subject)
    text = text_of(ledger, report)
    if text is None:
        raise UsageError(f"the ledger holds no report {report!r}; `dateline claims` prints ids")
    regions = [*given, *map(_span, wanted.spans)]
    for words in wanted.words:
        regions += _standing(text, words)
    made = redact(ledger, report, regions or None, by=by, reason=reason)
    if ledger.write:
        refresh(ledger)
    return made


def _subject(ledger: Ledger, subject: str) -> tuple[str, Iterable[tuple[int, int]]]:
    claim = next(find_claims(ledger, ClaimQuery(id=subject, limit=1)), None)
    if claim is not None:
        return claim.report, claim.spans
    if match := _REPORT.fullmatch(subject):
        return match["report"], [_span(match["span"])]
    return subject, ()


def _span(text: str) -> tuple[int, int]:
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is no stretch of characters; expected START-END, as 12-40")
    return int(match[1]), int(match[2])


def _standing(text: str, words: str) -> list[tuple[int, int]]:
    found = [match.span() for match in re.finditer(re.escape(words), text, re.IGNORECASE)] if words.strip() else []
    if not found:
        raise UsageError(f"the report does not say “{words}”")
    return found
