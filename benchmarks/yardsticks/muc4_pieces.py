"""A MUC-4 message as its encoder reads it: words, their pieces from BERT's vocabulary, and windows of whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

WORD = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")
UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"

LONGEST = 288
"""A message of more pieces is read in windows of about equal length, none much longer than this."""

BACK = 40
"""A window's edge moves back by at most so many words to the end of a sentence."""

Vocabulary = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some words of a message, [start, end) in code points, with the ids of each word's pieces."""

    words: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]

    @property
    def firsts(self) -> list[int]:
        """Where each word's first piece stands, after the mark that opens the window."""
        return list(accumulate((len(ids) for ids in self.pieces[:-1]), initial=1))


def windows(text: str, vocabulary: Vocabulary) -> Iterator[Window]:
    """The message, window after window; every word stands in exactly one."""
    words = tuple((found.start(), found.end()) for found in WORD.finditer(text))
    cut = tuple(pieces(text[start:end].lower(), vocabulary) for start, end in words)
    stops = [text[start:end] == "." for start, end in words]
    for first, last in pairwise(_edges([len(ids) for ids in cut], stops)):
        yield Window(words=words[first:last], pieces=cut[first:last])


def _edges(lengths: list[int], stops: list[bool]) -> list[int]:
    """The first word of each window, and the number of words."""
    before = list(accumulate(lengths, initial=0))
    parts = ceil(before[-1] / LONGEST)
    edges = [0]
    for part in range(1, parts):
        edge = next(i for i, sum_ in enumerate(before) if sum_ * parts >= before[-1] * part)
        near = range(edge, max(edges[-1] + 10, edge - BACK), -1)
        edges.append(next((i for i in near if stops[i - 1]), edge))
    return [*edges, len(lengths)] if parts else []


def pieces(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The word in lower case by its longest pieces from the left, as BERT cuts it; a word that cannot be cut is one unknown piece."""
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        ends = (end for end in range(len(word), start, -1) if mark + word[start:end] in vocabulary)
        if not (end := next(ends, 0)):
            return (vocabulary[UNKNOWN],)
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return tuple(found)
