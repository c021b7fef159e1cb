"""Marks times: every expression that the calendar grammar finds, with the preposition that bounds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.calendar_expression import Expression
from dateline.reference.calendar_grammar import find_expressions

_CALENDAR = frozenset({"date", "month", "weekday", "numeric", "iso", "week", "timed", "span", "range", "feast"})
_YEARS = frozenset({"year", "yearrange", "shortyear", "spelledyear", "decade", "shortdecade", "century", "season"})
_VAGUE = frozenset({"ref", "set"})
_ANAPHORIC = ("that", "same", "the same")


def mark_times(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of times; a number that counts the noun after it is no year, nor is the hour of a log's entry."""
    cells = sorted((cell.start, cell.end) for passage in parse.frame.passages for cell in passage.setting)
    labels = {label.start for label in parse.frame.labels}
    for expression in find_expressions(parse.report.text):
        tokens = parse.tokens_in(expression.start, expression.end)
        archived = any(span.start <= expression.start < span.end for span in parse.frame.captions)
        if not tokens or archived or (expression.kind == "year" and _counts(parse, tokens)):
            continue
        if expression.kind in ("year", "yearrange") and expression.start in labels:
            continue
        yield Candidate(
            start=max(expression.outer, _cell_start(cells, expression.start)),
            end=expression.end,
            kind="time",
            form="anaphor" if expression.get("rel") in _ANAPHORIC else "name",
            marker="mark_times",
            head=_head(tokens),
            priority=_priority(expression),
        )


def _cell_start(cells: list[tuple[int, int]], offset: int) -> int:
    """Where the cell of a table begins in which an expression stands: the heading before it bounds nothing; else 0."""
    at = bisect_right(cells, (offset, len(cells) + offset)) - 1
    return cells[at][0] if at >= 0 and offset < cells[at][1] else 0


def _priority(expression: Expression) -> int:
    if expression.kind in _CALENDAR:
        return 90
    if expression.kind in _YEARS:
        return 75
    return 20 if expression.kind in _VAGUE else 85


def _head(tokens: tuple[Token, ...]) -> int:
    """The token whose governor lies outside the expression."""
    first, last = tokens[0].index, tokens[-1].index
    return next((t.index for t in tokens if not first <= t.head <= last or t.head == t.index), last)


def _counts(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    year = tokens[-1]
    noun = parse.tokens[year.index + 1] if year.index + 1 < len(parse.tokens) else None
    governed = year.index > 0 and parse.tokens[year.index - 1].pos == "ADP"
    return noun is not None and year.dep == "nummod" and noun.tag == "NNS" and year.head == noun.index and not governed
