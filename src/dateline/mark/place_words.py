"""The words of a text as a scan for names sees them: with their neighbours, and with a line's or text's habit of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model.text import Parse, Token
from dateline.model.world import Place

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`ʻ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_GAP = re.compile(r"[ \u00a0\u202f_]?|[-‐‑]|['’ʼ`]|\.|\. |[ \t]*\r?\n[ \t]*")
"""What may stand between two words of one name."""
HYPHENS = "-‐‑"
PARTICLES = frozenset(
    {"al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "ed", "es", "ez", "de", "del", "des", "du", "da", "di", "do", "dos", "la",
     "las", "le", "les", "los", "of", "and", "the", "i", "n", "in", "sur", "sous", "upon", "on", "i-n", "au", "aux", "bin", "abu", "y", "ou", "d", "l", "en", "am"}
)  # fmt: skip
"""Words that stand in small letters inside names ("Port-au-Prince", "Deir ez-Zor", "Stratford upon Avon")."""
ENGLISH_PARTICLES = frozenset({"in", "on", "at", "as", "an", "of", "do", "am"})
"""Particles that are English words, too: written small they begin a name only before a hyphen ("at-Tall", not "at Tall")."""


class Word(NamedTuple):  # thousands to a report: a tuple is made in a third of the time
    """A word of the text without a possessive ending; `token` is the first token that it overlaps.

    `linked`: only a space, hyphen, apostrophe or line break stands before it. `capital`: it begins with a
    capital letter or digit; `shouting`: it stands in a line of capitals, where a capital says nothing; `gap`: what
    stands before it, back to the word before; `hyphened` and `dotted`: a hyphen or full stop follows.
    """

    start: int
    end: int
    text: str
    lower: str
    token: Token
    linked: bool
    capital: bool
    shouting: bool
    possessive: bool
    gap: str
    hyphened: bool
    dotted: bool


def words_of(parse: Parse) -> tuple[Word, ...]:
    """All words in text order; words of two different sentences are never linked."""
    return tuple(_words(parse))


def _words(parse: Parse) -> Iterator[Word]:
    text, tokens = parse.report.text, parse.tokens
    shouting = _shouting_lines(text)
    at, before, sentence, broken = 0, 0, -2, True
    for found in _WORD.finditer(text):
        start, end = found.span()
        while at + 1 < len(tokens) and tokens[at].end <= start:
            at += 1
        token = tokens[at]
        tail = None if found[0].isalnum() else _POSSESSIVE.search(found[0])
        stop = end - len(tail[0]) if tail and len(tail[0]) < end - start else end
        gap = text[before:start]
        linked = not broken and token.sentence == sentence and (gap == " " or _GAP.fullmatch(gap) is not None)
        word, after = text[start:stop], text[end : end + 1]
        yield Word(
            start=start, end=stop, text=word, lower=word.lower(), token=token,
            linked=linked, capital=word[0].isupper() or word[0].isdigit(),
            shouting=any(a <= start < b for a, b in shouting) if shouting else False, possessive=stop < end, dotted=after == ".", gap=gap, hyphened=after != "" and after in HYPHENS,
        )  # fmt: skip
        before, sentence, broken = end, token.sentence, stop < end


def _shouting_lines(text: str) -> list[tuple[int, int]]:
    """Stretches in capitals: lines of at least three words that have next to no small letters, joined up."""
    stretches: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        letters = [c for c in line if c.isalpha()]
        small = sum(c.islower() for c in letters)
        if len(line.split()) > 2 and len(letters) > 8 and small * 20 < len(letters):
            if stretches and stretches[-1][1] == at:
                stretches[-1] = (stretches[-1][0], at + len(line))
            else:
                stretches.append((at, at + len(line)))
        at += len(line)
    return stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """Words [first, last] that name a known place (`place`: the most important one so called)."""

    first: int
    last: int
    place: Place
    score: float


def name_of(words: Sequence[Word], first: int, last: int) -> str:
    """The words as they stand, hyphens and full stops included ("U.S", "Port-au-Prince")."""
    parts = [words[first].text]
    for word in words[first + 1 : last + 1]:
        parts.append(word.gap if word.gap.strip() else " ")
        parts.append(word.text)
    return "".join(parts)
