"""Legal texts that a voice leans on: they are told of, and their years looked at; what they say is not checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.kinds import Kind
from dateline.model.derived import Finding
from dateline.model.record import Case, Mention
from dateline.model.world import LegalReference
from dateline.reference import Reference

FIRST_YEAR = 1946
"""The year of the first resolution of the Security Council."""
RESOLUTION = "un_security_council_resolution"
_LEANS = re.compile(
    r"\b(?:in (?:application|implementation|execution|pursuance|accordance|line|compliance|conformity|keeping|violation|"
    r"breach|defiance|contravention) (?:of|with)|under|pursuant to|on the basis of|as (?:required|mandated|authori[sz]ed) by|"
    r"(?:authori[sz]ed|mandated|required|provided for) by|(?:violat|breach|implement|contraven|flout)\w*|"
    r"(?:a |the )?(?:violation|breach|implementation|application) of)"
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
BEFORE = 90
"""Characters: how far before a citation the words stand by which somebody leans on it."""


def reference_check(case: Case, reference: Reference) -> Iterator[Finding]:
    """A resolution that somebody leans on ("in application of …"), or one whose years cannot be."""
    years: dict[int, int] = {}
    for mention in case.resolution.mentions:
        cited = case.resolution.legal(mention.id)
        if cited is None or cited.kind != RESOLUTION or cited.number is None:
            continue
        why = _impossible(case, cited, years.get(cited.number))
        if cited.year is not None:
            years.setdefault(cited.number, cited.year)
        if why is not None or _leant_on(case, mention):
            told = why or f"{cited.symbol or cited.name} is cited; its use here is the speaker's, and not checked."
            yield Kind("A117", "reference_check", "info").at((mention.span,), told)


def _impossible(case: Case, cited: LegalReference, before: int | None) -> str | None:
    """Why a year cannot be that of the resolution; None where nothing speaks against it."""
    if cited.year is None:
        return None
    if before is not None and before != cited.year:
        return f"Resolution {cited.number} is cited as of {before} and of {cited.year}."
    published = case.resolution.publication
    last = published.range.latest.year if published.stated and published.range.latest is not None else None
    if cited.year < FIRST_YEAR or (last is not None and cited.year > last):
        return f"Resolution {cited.number} cannot be of {cited.year}."
    return None


def _leant_on(case: Case, mention: Mention) -> bool:
    start = mention.span.start
    return _LEANS.search(case.report.text, max(0, start - BEFORE), start) is not None
