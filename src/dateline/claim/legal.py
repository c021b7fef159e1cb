"""Claims that something rests on a legal text: "in line with Resolution …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Mention

BASES = words(
    "application accordance line compliance conformity pursuance implementation violation breach contravention defiance"
    " respect pursuant under contrary"
)
REACH = 6
"""How many tokens before the mention its basis may stand."""


def legal_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every legal text that is named as a basis or as broken."""
    for mention in material.resolution.mentions:
        if mention.kind == "reference" and mention.sentence is not None:
            clause = _clause(material, mention)
            if clause is not None:
                yield clause


def _clause(material: Material, mention: Mention) -> Clause | None:
    inside = material.parse.tokens_in(mention.span.start, mention.span.end)
    sentence = material.parse.sentences[inside[0].sentence]
    for index in range(inside[0].index - 1, max(sentence.first, inside[0].index - REACH) - 1, -1):
        if material.parse.tokens[index].lower in BASES:
            start = index - 1 if index > sentence.first and material.parse.tokens[index - 1].lower == "in" else index
            return Clause(
                head=index,
                core=inside[-1].index,
                form="reference",
                relation="part",
                tokens=tuple(range(start, inside[-1].index + 1)),
            )
    return None
