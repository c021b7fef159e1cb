"""Where the words of a check stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Every stretch of words once, in the order given; what lies inside another one is told with it."""
    kept = tuple(dict.fromkeys(spans))
    return tuple(span for span in kept if not any(other != span and holds(other, span) for other in kept))


def holds(outer: Span, inner: Span) -> bool:
    """Whether one stretch of words lies inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


def agreeing(*names: str, one: str, many: str) -> str:
    """The verb for these names: "residents say", "the mayor says", "the mayor and the army say"; a proper name is one."""
    nouns = re.split(r" (?:of|in|from|at|near|on|with|who|that|and)\b|,", names[0])[0].split() if names else []
    plural = bool(nouns) and nouns[-1].islower() and nouns[-1].endswith("s") and not nouns[-1].endswith("ss")
    return many if len(names) > 1 or plural else one
