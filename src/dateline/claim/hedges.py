"""Words that weaken or colour a claim: "reportedly", "so-called", "apparently"."""

from __future__ import annotations

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.span import Span

HEDGES = words(
    "reportedly allegedly apparently purportedly supposedly ostensibly presumably possibly probably perhaps seemingly"
    " likely unlikely alleged reported suspected purported claimed supposed so-called may might could appear seem"
)


def hedges_of(material: Material, clause: Clause) -> tuple[Span, ...]:
    """The hedging words inside a clause, in text order."""
    tokens = (material.parse.tokens[i] for i in clause.tokens)
    return tuple(
        material.parse.report.span(token.start, token.end)
        for token in tokens
        if token.lower in HEDGES or token.lemma in HEDGES
    )
