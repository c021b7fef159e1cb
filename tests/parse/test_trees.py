"""What rules that climb rely on: every way up a tree ends at a ROOT."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine

WORDS = (
    "the",
    "army",
    "said",
    "\n",
    "\n\n",
    "  ",
    "[",
    "]",
    "shot",
    ",",
    "and",
    "men",
    "who",
    "fled",
    ".",
    "…",
    "burned",
    "that",
    "with",
    "Bor",
    "in",
    "killing",
    "burning",
    "homes",
    "two",
    "attack",
)


def tops(engine: Engine, text: str) -> list[str]:
    """How the top of each token's tree hangs; a way that never ends is called a circle."""
    tokens = parse(Report.of(text), parser=engine.parser).tokens
    found = []
    for token in tokens:
        over = token
        for _ in tokens:
            over = tokens[over.head]
        found.append(over.dep if over.head == over.index else "circle")
    return found


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).filter(lambda words: any(map(str.strip, words))))
@settings(deadline=None, max_examples=60)
def test_every_way_up_ends_at_a_root(engine: Engine, words: list[str]) -> None:
    assert set(tops(engine, " ".join(words))) <= {"ROOT"}
