"""Mends the clause behind a town or an office and a colon: "Imphal: Gunmen killed two" is what the gunmen did.

The model often makes the word before the colon the head of the sentence, and the verb what describes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token

_LABEL = 4
"""Tokens of a sentence among which the colon stands."""


def with_clause_behind_colon(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens with the first finite verb behind the colon in the place of the label, on which the label hangs."""
    colon = next((token for token in tokens[1:_LABEL] if token.text == ":"), None)
    if colon is None:
        return tokens
    label = next((t for t in tokens[: colon.index - first] if t.head == t.index or t.head > colon.index), None)
    verb = next((t for t in tokens if label is not None and _tells(t, tokens, label, colon)), None)
    if label is None or verb is None:
        return tokens
    return [_rehung(token, label, verb, colon) for token in tokens]


def _tells(verb: Token, tokens: Sequence[Token], label: Token, colon: Token) -> bool:
    """Whether a verb behind the colon hangs on the label and has a subject of its own."""
    if verb.head != label.index or verb.index < colon.index or verb.pos not in ("VERB", "AUX") or verb is label:
        return False
    return any(
        kid.head == verb.index and kid.dep in ("nsubj", "nsubjpass") and colon.index < kid.index < verb.index
        for kid in tokens
    )


def _rehung(token: Token, label: Token, verb: Token, colon: Token) -> Token:
    if token is verb:
        root = label.head == label.index
        dep = "ROOT" if root else "ccomp" if label.dep == "advcl" else label.dep
        return replace(token, head=token.index if root else label.head, dep=dep)
    if token is label:
        return replace(token, head=verb.index, dep="dep")
    behind = token.head == label.index and token.index >= colon.index
    return replace(token, head=verb.index) if behind else token
