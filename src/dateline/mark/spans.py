"""Finding tokens for words, and the words around them: what several markers need."""

from __future__ import annotations

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import Form, MentionKind


def head_of(parse: Parse, start: int, end: int) -> Token | None:
    """The token in [start, end) that governs the others; None when no token lies there."""
    inside = parse.tokens_in(start, end)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    outside = [t for t in inside if t.head == t.index or not first <= t.head <= last]
    return outside[-1] if outside else inside[-1]


def propose(
    parse: Parse, where: tuple[int, int], what: tuple[MentionKind, Form], *, marker: str, priority: int
) -> Candidate | None:
    """A candidate for the words [start, end); None when no token lies there."""
    head = head_of(parse, *where)
    if head is None:
        return None
    return Candidate(
        start=where[0], end=where[1], kind=what[0], form=what[1], marker=marker, head=head.index, priority=priority
    )
