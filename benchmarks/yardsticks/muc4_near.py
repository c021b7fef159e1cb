"""Where a candidate string of a MUC-4 message stands: beside which violent word, on which path under which verb."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.yardsticks.muc4_candidates import EVENTS, Candidate
from dateline.model.text import Parse, Token

VIOLENT = EVENTS | frozenset((
    "kill", "kidnap", "explode", "destroy", "damage", "assassinate", "wound", "injure", "shoot", "place", "hurl", "throw",
    "burn", "abduct", "die", "detonate", "blow", "rob", "hit", "launch", "machinegun", "riddle", "seize", "carry",
    "perpetrate", "claim", "accuse", "blame",
))  # fmt: skip
FAR = 12
"""Words further from a candidate count as so far away."""

STEPS = 5
"""The longest path from a candidate's head to its verb."""


def near(parse: Parse, candidate: Candidate) -> Iterator[str]:
    """The features of one occurrence that hold for it alone; `muc4_candidates.features` has the others."""
    head = parse.tokens[candidate.head]
    yield from _violence(parse, candidate)
    yield from _verb(parse, head)
    yield f"h={head.lemma}|g={head.dep}<{parse.head(head).lemma}"
    yield f"h={head.lemma}|s={min(head.sentence, 3)}"
    yield f"tag={head.tag}"
    yield f"last={parse.tokens[candidate.last].lower}"


def _violence(parse: Parse, candidate: Candidate) -> Iterator[str]:
    """The nearest violent word of the sentence: which, how far, and on which side (L: the candidate stands before it)."""
    sentence = parse.sentences[parse.tokens[candidate.head].sentence]
    words = [
        (_distance(token.index, candidate), token)
        for token in parse.tokens[sentence.first : sentence.last + 1]
        if token.lemma in VIOLENT and token.pos in ("VERB", "NOUN")
    ]
    if not words:
        yield "nv=-"
        return
    distance, word = min(words, key=lambda pair: (pair[0], pair[1].index))
    side = "R" if word.index < candidate.first else "L" if word.index > candidate.last else "I"
    length = min(distance, FAR) // 3
    yield f"nv={word.lemma}{side}"
    yield f"nd={side}{length}"
    yield f"nv={word.lemma}{side}|{length}"


def _distance(index: int, candidate: Candidate) -> int:
    return max(candidate.first - index, index - candidate.last, 0)


def _verb(parse: Parse, token: Token) -> Iterator[str]:
    """The path of dependencies up to the nearest verb."""
    path: list[str] = []
    while token.head != token.index and len(path) < STEPS:
        path.append(token.dep)
        token = parse.head(token)
        if token.pos == "VERB":
            yield f"pv={token.lemma}|{'.'.join(path)}"
            yield f"pd={'.'.join(path)}"
            return
