"""Checks of the missing family: what Dateline itself left unread or uncompared, so that nobody believes that it was read."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.model.span import Span
from dateline.reference import Reference

_SHOWN = 200
"""Characters of a sentence without end that a finding quotes."""
_SHOWN_OF_ROWS = 1_000
"""Characters of unread lines that a finding quotes; the numbers of the lines tell how far they go."""


def layout_not_read(case: Case, reference: Reference) -> Iterator[Finding]:
    """Lines are laid out as a table that Dateline does not understand: nothing in them was read.

    Example: rows of names and numbers under headings that nobody has foreseen, or a row whose cells do not stand under
    the headings. One finding for every stretch of such lines, so that nobody believes that they were read.
    """
    for first, last in _stretches(case):
        lines = tuple(case.report.text.count("\n", 0, at) + 1 for at in (first.start, last.end))
        where = f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]}–{lines[1]}"
        yield Finding(
            id="",
            code="M106",
            type="layout_not_read",
            severity="info",
            spans=(case.report.span(first.start, min(last.end, first.start + _SHOWN_OF_ROWS)),),
            claims=(),
            explanation=f"The layout of {where} was not understood: nothing in it was read.",
            computation={"check": "layout", "first_line": lines[0], "last_line": lines[1]},
        )


def _stretches(case: Case) -> Iterator[tuple[Span, Span]]:
    """The first and the last of unread spans with nothing but white space between them."""
    spans = sorted(case.parse.frame.unread)
    while spans:
        size = 1
        while size < len(spans) and not case.report.text[spans[size - 1].end : spans[size].start].strip():
            size += 1
        yield spans[0], spans[size - 1]
        spans = spans[size:]


def sentence_cut(case: Case, reference: Reference) -> Iterator[Finding]:
    """A sentence is longer than any that people write, and was read in pieces: what its ends have to do with each other is lost.

    Example: thousands of words without a full stop, as broken conversions and hostile texts have them.
    """
    for span in case.parse.cut:
        words = len(span.quote.split())
        yield Finding(
            id="",
            code="M107",
            type="sentence_cut",
            severity="info",
            spans=(case.report.span(span.start, min(span.end, span.start + _SHOWN)),),
            claims=(),
            explanation=f"A sentence of {words:,} words was read in pieces: who does what to whom across their ends is not seen.",
            computation={"check": "sentence_length", "words": words, "characters": span.end - span.start},
        )


def events_not_compared(case: Case, reference: Reference) -> Iterator[Finding]:
    """A report tells of so many events that not every claim was compared with all of them: some may be one event.

    Example: a table of thousands of rows without days or places, of which each might be any other.
    """
    cut = [event for event in case.events if event.unsearched]
    if cut:
        first = case.claims_by_id[cut[0].claims[0]]
        yield Finding(
            id="",
            code="M108",
            type="events_not_compared",
            severity="info",
            spans=first.spans,
            claims=(first.id,),
            explanation=f"{len(cut):,} events were held against the last ones told only: some of them may be one event.",
            computation={"check": "events_compared", "events": len(cut)},
        )
