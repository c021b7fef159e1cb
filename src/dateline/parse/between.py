"""Mends the second of two sides that the model takes for the subject of a clause of its own.

"Fighting between troops and the rebels resumed on Monday" comes as a heading, "Fighting between troops", and a sentence of
rebels who resumed something. What is "between" has two sides, so that the verb behind the second is that of the fighting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token

_NOMINAL = ("NOUN", "PROPN")
_GERUND = "VBG"
_SUBJECTS = ("nsubj", "nsubjpass")


def with_both_sides(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended."""
    for between in tokens:
        if between.lower != "between" or between.dep != "prep":
            continue
        found = _sides(between, tokens, first)
        if found is not None:
            changes = _mended(found, tokens, first)
            return [changes.get(token.index, token) for token in tokens]
    return tokens


def _sides(between: Token, tokens: Sequence[Token], first: int) -> tuple[Token, Token, Token, Token] | None:
    """What goes on, its first side, the second and the verb behind that, where the tree has torn them apart."""
    event = tokens[between.head - first]
    one = next((t for t in tokens if t.head == between.index and t.dep == "pobj"), None)
    if one is None or event.index > between.index or not (event.pos in _NOMINAL or event.tag == _GERUND):
        return None
    if any(t.head == one.index and t.dep == "conj" for t in tokens) or _governs(event, tokens, (*_SUBJECTS, "aux")):
        return None
    link = tokens[one.right + 1 - first] if one.right + 1 - first < len(tokens) else between
    verb = next((t for t in tokens if (t.dep, t.head) == ("conj", event.index) and t.pos in ("VERB", "AUX")), None)
    if verb is None or (link.dep, link.lower) != ("cc", "and"):
        return None
    other = next((t for t in tokens if t.head == verb.index and t.dep in _SUBJECTS and t.left == link.index + 1), None)
    return (event, one, other, verb) if other is not None else None


def _mended(found: tuple[Token, Token, Token, Token], tokens: Sequence[Token], first: int) -> dict[int, Token]:
    event, one, other, verb = found
    link = tokens[one.right + 1 - first]
    root = verb.index if event.head == event.index else event.head
    loose = (t for t in tokens if t.head == event.index and (t.index > link.index or t.dep in ("mark", "advmod")))
    return {
        **{t.index: replace(t, head=verb.index) for t in loose},
        verb.index: replace(verb, head=root, dep=event.dep),
        event.index: replace(event, head=verb.index, dep=other.dep, pos="NOUN", lemma=event.lower)
        if event.tag == _GERUND
        else replace(event, head=verb.index, dep=other.dep),
        other.index: replace(other, head=one.index, dep="conj"),
        link.index: replace(link, head=one.index),
    }


def _governs(head: Token, tokens: Sequence[Token], deps: tuple[str, ...]) -> bool:
    return any(token.head == head.index and token.dep in deps for token in tokens)
