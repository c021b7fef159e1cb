"""Resolves references to legal texts: body, number, year, symbol."""

from __future__ import annotations

import re

from dateline.model.record import Mention, Reading, Reason
from dateline.model.text import Parse
from dateline.model.world import LegalReference

_NUMBER = re.compile(r"(?:resolution|S/RES/|A/RES/)\s*(?:No\.?\s*)?(\d{1,5})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d{2})(?!\d)")
_PEACE = re.compile(r"peace|cease-?fire|truce|accord|reconciliation", re.IGNORECASE)


def resolve_references(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Reading, ...]:
    """Every reference mention's reading."""
    return tuple(
        Reading(
            mention=mention.id,
            value=_legal(parse, mention),
            score=1.0,
            rank=1,
            reasons=(Reason(name="citation", weight=1.0, why="read from its own words"),),
        )
        for mention in mentions
        if mention.kind == "reference"
    )


def _legal(parse: Parse, mention: Mention) -> LegalReference:
    words = " ".join(mention.span.quote.split())
    number, year = _NUMBER.search(words), None
    years = [int(y) for y in _YEAR.findall(words) if number is None or y != number.group(1)]
    year = years[-1] if years else None
    if number:
        assembly = "general assembly" in words.lower() or "A/RES" in words
        value = int(number.group(1))
        symbol = f"S/RES/{value} ({year})" if year and not assembly else f"S/RES/{value}" if not assembly else None
        kind = "un_general_assembly_resolution" if assembly else "un_security_council_resolution"
        return LegalReference(kind=kind, name=words, number=value, year=year, symbol=symbol)
    if "resolutions" in words.lower():
        after = parse.report.text[mention.span.end : mention.span.end + 60]
        assembly = "general assembly" in after.lower()
        kind = "un_general_assembly_resolution_set" if assembly else "un_security_council_resolution_set"
        return LegalReference(kind=kind, name=words)
    return LegalReference(kind="peace_agreement" if _PEACE.search(words) else "agreement", name=words, year=year)
