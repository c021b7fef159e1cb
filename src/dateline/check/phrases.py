"""Where the words of a check stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.record import Case
from dateline.model.span import Span


def matches(case: Case, pattern: re.Pattern[str], stems: tuple[str, ...]) -> Iterator[Span]:
    """Where the pattern stands in the text; it is slow, and looked for only where one of its stems stands."""
    text = case.report.text
    lowered = text.lower()
    if not any(stem in lowered for stem in stems):
        return
    for match in pattern.finditer(text):
        yield case.report.span(match.start(), match.end())
