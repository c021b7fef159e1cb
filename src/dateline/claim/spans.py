"""Token indexes → spans of the report."""

from __future__ import annotations

from dateline.claim.extent import runs
from dateline.claim.material import Material
from dateline.model.span import Span


def spans_of(material: Material, tokens: tuple[int, ...], *, head: int | None = None) -> tuple[Span, ...]:
    """One span for every run of neighbouring tokens; single stray words between cuts are left out.

    The head is none, nor is the heading over the number of a table.
    """
    all_tokens = material.parse.tokens
    found = runs(tokens)
    long = [run for run in found if len(run) > 1 or head in run or all_tokens[run[0]].sentence < 0] or found
    report = material.parse.report
    return tuple(report.span(all_tokens[run[0]].start, all_tokens[run[-1]].end) for run in long)
