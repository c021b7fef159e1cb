"""Token indexes → spans of the report."""

from __future__ import annotations

from dateline.claim.extent import runs
from dateline.claim.material import Material
from dateline.model.span import Span
from dateline.model.text import Token


def spans_of(material: Material, tokens: tuple[int, ...], *, head: int | None = None) -> tuple[Span, ...]:
    """One span for every run of neighbouring tokens; single stray words between cuts are left out.

    The head is none, nor is its subject before an apposition, nor the heading over the number of a table.
    """
    all_tokens = material.parse.tokens
    found = runs(tokens)
    long = [run for run in found if len(run) > 1 or _stands_alone(all_tokens[run[0]], head)] or found
    report = material.parse.report
    edges = (_bare(report.text, all_tokens[run[0]].start, all_tokens[run[-1]].end) for run in long)
    return tuple(report.span(start, end) for start, end in edges if start < end)


def _stands_alone(token: Token, head: int | None) -> bool:
    named = token.dep in ("nsubj", "nsubjpass") and token.head == head and token.pos in ("NOUN", "PROPN")
    return token.index == head or named or token.sentence < 0


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Two offsets without the line breaks between them and the words, which the model may hang on a word."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())
