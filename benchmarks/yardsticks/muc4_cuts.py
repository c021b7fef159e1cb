"""Which of the strings around a noun a key would give: with or without numerals, titles, adjectives, "of" phrase."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.yardsticks.muc4_candidates import Candidate, Message
from benchmarks.yardsticks.muc4_heads import Head
from benchmarks.yardsticks.muc4_model import Layer

MANY = 6
"""Strings of more words count as of so many."""


def features(message: Message, head: Head, cut: Candidate, role: str) -> Iterator[str]:
    """What speaks for one string of a noun that fills the role."""
    tokens = message.parse.tokens
    words, noun = cut.text.split(), tokens[head.index]
    long = min(MANY, len(words))
    for beside in (role, noun.lemma, message.kind(head.index), noun.pos, f"{role}|{long}"):
        yield f"c={cut.cut}|{beside}"
    yield from (
        f"c={cut.cut}",
        f"f={words[0]}",
        f"f={words[0]}|{role}",
        f"l={words[-1]}",
        f"n={long}",
        f"n={long}|{role}",
    )
    yield from (f"w={word}" for word in words[1:])
    left = tokens[head.first : cut.first]
    yield from (
        f"ends={cut.last == head.index}",
        f"left={left[-1].lower if left else '-'}",
        f"left={min(3, len(left))}",
    )
    yield f"edge={left[-1].pos if left else '-'}|{tokens[cut.first].pos}"


def best(message: Message, head: Head, role: str, layer: Layer) -> Candidate:
    """The likeliest string of the noun; of two alike the first."""
    return max(head.cuts, key=lambda cut: layer.scores(set(features(message, head, cut, role)))["right"])
