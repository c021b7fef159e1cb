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
STRONGHOLDS = frozenset(("stronghold", "bastion", "enclave"))
FORMER = frozenset(("former", "erstwhile", "onetime", "one-time", "traditional", "old", "electoral", "political"))
"""What says that a stronghold is one no longer, or one of votes."""


def attribute_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every participle that a hyphen ties to a name or party before a noun."""
    for token in material.parse.tokens:
        if token.sentence >= 0 and token.lower in ATTRIBUTES and token.dep == "amod":
            first = _first_part(material, token)
            if first < token.index:
                yield _clause(material, token, first, heads)
        elif token.sentence >= 0 and token.lemma in STRONGHOLDS and token.dep != "appos":
            yield from _stronghold(material, token)


def _stronghold(material: Material, noun: Token) -> Iterator[Clause]:
    """As in "the militia stronghold of Ashford": who has a stronghold in a place holds it, unless it is his former one."""
    kids = material.parse.kids(noun, "compound", "amod", "nmod", "poss")
    holders = [kid for kid in kids if kid.index < noun.index and _is_armed(material, kid)]
    of = next(
        (kid for kid in material.parse.kids(noun, "prep") if kid.lower == "of" and kid.index == noun.index + 1), None
    )
    place = next(iter(material.parse.kids(of, "pobj")), None) if of is not None else None
    mention = material.mention_at.get(place.index) if place is not None else None
    if not holders or any(kid.lower in FORMER for kid in kids) or place is None:
        return
    if mention is not None and mention.kind == "place":
        tokens = tuple(range(noun.left, place.index + 1))
        first = holders[0].index
        yield Clause(
            head=noun.index,
            core=noun.index,
            form="adjective",
            relation="part",
            tokens=tokens,
            subject=first,
            object=place.index,
        )


def _is_armed(material: Material, token: Token) -> bool:
    mention = material.mention_at.get(token.index)
    actor = material.resolution.actor(mention.id) if mention is not None else None
    return actor is not None and (actor.armed or actor.kind == "government")


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
