"""Sayings that are told for themselves, since nothing of what they hand on is a claim: "declared war", "confirmed the toll"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.verbal import clause_of
from dateline.model.record import Attribution
from dateline.model.text import Token

TOLD = ("say", "confirm", "show", "fear", "figure", "deny")
"""Stances whose verb tells something of its own; who keeps silent or cites another does not."""


def sayings(material: Material, heads: Heads, found: Collection[Clause]) -> Iterator[Clause]:
    """One clause for every verb of saying with an object in which no other clause stands."""
    taken = {index for clause in found for index in (clause.head, clause.core)}
    for attribution in material.attributions:
        verb = _verb(material, attribution)
        if verb is None or verb.index in taken or not _of_something(material, verb):
            continue
        told = (material.parse.tokens[clause.head].start for clause in found)
        if not any(span.start <= start < span.end for start in told for span in attribution.contents):
            taken.add(verb.index)
            yield clause_of(material, verb, heads=heads)


def _of_something(material: Material, verb: Token) -> bool:
    """Whether it is told what is said, in a noun: "declared war", "spoke of heavy losses", "shouted about the camp"."""
    return any(kid.dep == "dobj" or kid.lower in ("of", "about") for kid in material.parse.kids(verb, "dobj", "prep"))


def _verb(material: Material, attribution: Attribution) -> Token | None:
    """The finite verb or infinitive of a cue; a participle behind a noun only tells more of the noun."""
    if attribution.stance not in TOLD:
        return None
    cue = (token for span in attribution.cue for token in material.parse.tokens_in(span.start, span.end))
    return next((token for token in cue if token.pos == "VERB" and token.sentence >= 0 and token.dep != "acl"), None)
