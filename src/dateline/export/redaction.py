"""Finding names in any text: case, accents, hyphens, invisible characters and glued words do not hide them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff"
)
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}{_UNSEEN}])+")
"""A word with the marks and invisible characters within it; underscores part words, as they do in ids."""

_NO_WORD = re.compile(r"[\W_]+")

SHORTEST_GLUED = 6
"""Fewer letters than this, run together, also stand in innocent words."""


class Word(NamedTuple):
    """A word folded to its bare lower-case letters, and where it stands; `capital` where it is written as a name is.

    A tuple, because every word of every field becomes one.
    """

    folded: str
    start: int
    end: int
    capital: bool


def words_of(text: str) -> list[Word]:
    """The words of a text, without those that are nothing but marks."""
    words = [Word(fold(m[0]), m.start(), m.end(), not m[0][0].islower()) for m in _WORD.finditer(text)]
    return [word for word in words if word.folded]


def fold(word: str) -> str:
    """Lower case without accents, vowel points and invisible characters."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    return "".join(char for char in parts if unicodedata.category(char)[0] in "LN")


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(word.folded for word in words_of(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Sequences of folded words, by their first word."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, ...]]) -> Phrases:
        """The phrases of these folded names; empty names are none."""
        rows: dict[str, list[tuple[str, ...]]] = {}
        for name in dict.fromkeys(names):
            if name:
                rows.setdefault(name[0], []).append(name)
        return cls(by_first={first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in rows.items()})

    def touched(self, words: list[Word]) -> set[int]:
        """The indexes of the words that belong to some phrase."""
        found: set[int] = set()
        for index, word in enumerate(words):
            for phrase in self.by_first.get(word.folded, ()):
                if tuple(w.folded for w in words[index : index + len(phrase)]) == phrase:
                    found.update(range(index, index + len(phrase)))
                    break
        return found


@dataclass(frozen=True, kw_only=True)
class Redactor:
    """Replaces every name of some set by one mask.

    `parts` are words that alone give a name away ("Sow" of "Awa Sow"), unless they stand within one of `kept`. `traces`
    are the first words of all names, the parts and the names run together: where none is, there is no name.
    """

    mask: str
    names: Phrases
    glued: AhoCorasick
    traces: AhoCorasick
    parts: frozenset[str] = frozenset()
    kept: Phrases = Phrases(by_first={})

    @classmethod
    def of(cls, mask: str, names: Iterable[str], *, parts: Iterable[str] = (), kept: Iterable[str] = ()) -> Redactor:
        """A redactor of these names as they are written."""
        rows = [folded(name) for name in names]
        glued = {"".join(row) for row in rows if len(row) > 1}
        patterns = sorted(name for name in glued if len(name) >= SHORTEST_GLUED)
        alone = frozenset(parts)
        traces = sorted({row[0] for row in rows if row} | set(patterns) | {part for part in alone if part})
        return cls(
            mask=mask,
            names=Phrases.of(rows),
            glued=AhoCorasick(patterns, matchkind=MatchKind.Standard),
            traces=AhoCorasick(traces, matchkind=MatchKind.Standard),
            parts=alone,
            kept=Phrases.of(folded(name) for name in kept),
        )

    def __call__(self, text: str) -> str:
        """The text with whole words masked wherever they are part of a name; neighbours share one mask."""
        if self._traceless(text):
            return text
        words = words_of(text)
        touched = self._touched(words)
        if not touched:
            return text
        pieces, at, last = [], 0, -2
        for index in sorted(touched):
            if index != last + 1:
                pieces += [text[at : words[index].start], self.mask]
            at, last = words[index].end, index
        return "".join((*pieces, text[at:]))

    def finds(self, text: str) -> bool:
        """Whether the text holds one of the names."""
        return not self._traceless(text) and bool(self._touched(words_of(text)))

    def _traceless(self, text: str) -> bool:
        """Whether plain letters, all separators left out, hold nothing that a name begins with; a quick look at most texts."""
        return text.isascii() and not self.traces.find_matches_as_indexes(_NO_WORD.sub("", text).lower())

    def _touched(self, words: list[Word]) -> set[int]:
        touched = self.names.touched(words) | self._glued(words)
        parts = {i for i, word in enumerate(words) if word.capital and word.folded in self.parts}
        if parts - touched:
            touched |= parts - self.kept.touched(words)
        return touched

    def _glued(self, words: list[Word]) -> set[int]:
        """Names run together, broken up or stuck to other letters: found in the text without its separators."""
        joined = "".join(word.folded for word in words)
        found = self.glued.find_matches_as_indexes(joined, overlapping=True)
        if not found:
            return set()
        owner = [index for index, word in enumerate(words) for _ in word.folded]
        return {index for _, start, end in found for index in range(owner[start], owner[end - 1] + 1)}
