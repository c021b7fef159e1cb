"""Marks references to legal texts: resolutions, agreements, laws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse
from dateline.reference import Reference

_DEAL = (
    r"(?:peace|cease-?fire|ceasefire|truce|political|framework|arms|nuclear|disengagement|reconciliation|power-sharing|"
    r"de-escalation|withdrawal|partition|status\s+of\s+forces)"
)
_KIND = r"(?:agreements?|accords?|deals?|pacts?|treaty|treaties|protocols?|conventions?|charter|memorandum)"
REFERENCE = re.compile(
    r"(?:(?:UN|U\.N\.|United\s+Nations|UNSC)\s+)?(?:Security\s+Council\s+|General\s+Assembly\s+)?"
    r"[Rr](?:esolutions?|ESOLUTIONS?)\s+(?:No\.?\s*)?\d{1,5}(?:\s*\(\d{4}\))?"
    r"|S/RES/\d{1,4}(?:\s*\(\d{4}\))?|A/RES/[\d/]+"
    rf"|(?:[Tt]he\s+)?(?:[12]\d{{3}}\s+)(?:[A-Z][\w-]+\s+){{0,3}}(?:{_DEAL}\s+){{0,2}}{_KIND}"
    rf"|(?:[Tt]he\s+)?(?:[A-Z][a-z][\w-]+\s+){{1,3}}(?:{_DEAL}\s+)?(?:Agreements?|Accords?|Treaty|Protocols?|Conventions?)\b"
    rf"(?:\s+of\s+\d{{4}})?"
    r"|(?:[Tt]he\s+)?(?:relevant\s+)?[Rr]esolutions(?=\s+of\s+the\s+(?:UN\s+|U\.N\.\s+|United\s+Nations\s+)?(?:Security|General))"
    rf"|(?:[Tt]he\s+)?{_DEAL}\s+{_KIND}\s+(?:of|signed\s+in)\s+[12]\d{{3}}"
)
_OF_A_BODY = re.compile(r"\b(?:Government|Council|Coalition|Front|Party|Forces) of (?:the )?$")
"""Before words like those of a treaty that are the rest of a party's name: "Government of National Accord"."""
_NOUNS = (
    "esolution", "ESOLUTION", "/RES/", "greement", "ccord", "deal", "pact", "reaty", "reaties", "rotocol", "onvention", "charter",
    "memorandum",
)  # fmt: skip
"""One of these stands in every reference; the first letter of some may be a capital."""


def mark_references(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of legal texts; where none of their nouns stands the slow pattern is not tried."""
    text = parse.report.text
    if not any(noun in text for noun in _NOUNS):
        return
    for match in REFERENCE.finditer(text):
        if _OF_A_BODY.search(text, max(0, match.start() - 20), match.start()):
            continue
        form = "name" if any(c.isupper() for c in match.group()) and "esolutions" not in match.group() else "nominal"
        candidate = propose(
            parse,
            match.span(),
            ("reference", "name" if form == "name" else "nominal"),
            marker="references",
            priority=92,
        )
        if candidate and parse.tokens[candidate.head].sentence >= 0:
            yield candidate
