"""The words of a coding in their paragraph: cut into pieces that never nest, and into words that can be picked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.export.visible import direction_controls, in_sight

AROUND = 700
"""Code points shown before and after the quote at most, within its paragraph."""
LONGEST = 4_000
"""Code points of a passage at most; longer quotes lose their end."""

_BREAK = re.compile(r"\n[^\S\n]*\n")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the report to mark: `kind` is quote, cue, actor, place, time, quantity …"""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words under the same marks; offsets in code points of the report."""

    start: int
    end: int
    words: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that a span may begin or end with."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a report; `before` and `after` say whether the paragraph goes on. `steered`: direction marks shown."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]
    before: bool
    after: bool
    steered: bool


def passage(text: str, spans: tuple[tuple[int, int], ...], marks: Iterable[Stretch]) -> Passage:
    """The paragraph around spans of a text, as far as it can be shown at once."""
    first, last = _within(text, spans)
    start, end = _paragraph(text, first, last)
    quotes = (Stretch(start=a, end=b, kind="quote") for a, b in spans)
    raw = text[start:end]
    return Passage(
        start=start,
        end=end,
        pieces=_pieces(text, start, end, (*quotes, *marks)),
        words=tuple(
            Word(start=start + m.start(), end=start + m.end(), words=_shown(m[0][:40])) for m in _WORD.finditer(raw)
        ),
        before=start > 0 and not _BREAK.search(text[max(0, start - 3) : start]),
        after=end < len(text) and not _BREAK.match(text, end),
        steered=bool(direction_controls(raw)),
    )


def _within(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """From the first span's begin to the last one's end; the text's begin where a coding has no span."""
    if not spans:
        return 0, 0
    first = max(0, min(start for start, _ in spans))
    return first, min(len(text), max(end for _, end in spans), first + LONGEST)


def _paragraph(text: str, first: int, last: int) -> tuple[int, int]:
    low, high = max(0, first - AROUND), min(len(text), last + AROUND)
    start = max((match.end() for match in _BREAK.finditer(text, low, first)), default=_word_start(text, low))
    broken = _BREAK.search(text, last, high)
    return min(start, first), broken.start() if broken else max(last, _word_end(text, high))


def _word_start(text: str, low: int) -> int:
    """The next begin of a word, so that no half word stands at the edge; the edge itself within an endless token."""
    if low == 0:
        return 0
    blank = re.compile(r"\s").search(text, low, low + 80)
    return blank.end() if blank else low


def _word_end(text: str, high: int) -> int:
    if high == len(text):
        return high
    cut = max(text.rfind(" ", high - 80, high), text.rfind("\n", high - 80, high))
    return cut if cut > 0 else high


def _pieces(text: str, start: int, end: int, marks: tuple[Stretch, ...]) -> tuple[Piece, ...]:
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end}
    return tuple(
        Piece(start=a, end=b, words=_shown(text[a:b]), kinds=_kinds(inside, a, b))
        for a, b in pairwise((start, *sorted(edges), end))
    )


def _kinds(marks: list[Stretch], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.kind for mark in marks if mark.start <= start and end <= mark.end))


def _shown(text: str) -> str:
    """One code point for one, so that a selection on the screen is a span of the report."""
    return in_sight(text)
