"""Claims that an attribute makes: "rebel-held", "US-backed", "al-Qaeda-linked"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.model.text import Token

ATTRIBUTES = frozenset(
    ("held", "controlled", "occupied", "backed", "supported", "sponsored", "linked", "affiliated", "allied")
)
WITH_NOUN = frozenset(("held", "controlled", "occupied", "linked", "affiliated"))
"""Attributes that say little without their noun."""


def attribute_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every participle that a hyphen ties to a name or party before a noun."""
    for token in material.parse.tokens:
        if token.sentence >= 0 and token.lower in ATTRIBUTES and token.dep == "amod":
            first = _first_part(material, token)
            if first < token.index:
                yield _clause(material, token, first, heads)


def _clause(material: Material, token: Token, first: int, heads: Heads) -> Clause:
    noun = material.parse.head(token)
    with_noun = token.lower in WITH_NOUN and noun.index > token.index
    tokens = tuple(range(first, token.index + 1))
    if with_noun:
        of = next((kid for kid in material.parse.kids(noun, "prep") if kid.lower == "of"), None)
        start = noun.left if token.lower in ("linked", "affiliated") else first
        tokens = tuple(range(start, (of.right if of is not None else noun.index) + 1))
    return Clause(
        head=token.index,
        core=token.index,
        form="adjective",
        relation="part",
        tokens=tokens,
        subject=first,
        object=noun.index,
    )


def _first_part(material: Material, token: Token) -> int:
    """The first token of a compound that hyphens hold together without blanks."""
    tokens, index = material.parse.tokens, token.index
    while index >= 2 and tokens[index - 1].text in ("-", "–") and tokens[index - 1].end == tokens[index].start:
        if tokens[index - 2].end != tokens[index - 1].start:
            break
        index -= 2
    return index
