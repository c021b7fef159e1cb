"""Mends a list of deeds that the model joined to the verb of saying: "reported that men came on Monday, burned a mill and left".

Who speaks would have burned the mill. A past without a subject behind a comma, which an "and" of its own joins to one
more, goes on in the list that the last verb before the comma began.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.parse.reduced import OPINIONS
from dateline.reference.actor_words import word_set

_TELLING = OPINIONS | word_set("add announce allege state tell write note declare confirm")


def with_listed_deeds(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended."""
    for token in tokens:
        if token.dep != "conj" or token.tag != "VBD" or tokens[token.head - first].lemma not in _TELLING:
            continue
        told = next((t for t in tokens if t.dep == "ccomp" and t.head == token.head and t.index > t.head), None)
        if told is not None and told.tag == "VBD" and told.index < token.index and _goes_on(tokens, token, first):
            return [replace(t, head=told.index) if t is token else t for t in tokens]
    return tokens


def _goes_on(tokens: Sequence[Token], verb: Token, first: int) -> bool:
    """Whether a bare verb stands right behind a comma, and an "and" joins one more to it."""
    kids = {kid.dep for kid in tokens if kid.head == verb.index}
    before = tokens[verb.index - first - 1]
    return before.text == "," and {"cc", "conj"} <= kids and kids.isdisjoint(("nsubj", "nsubjpass", "ccomp", "aux"))
