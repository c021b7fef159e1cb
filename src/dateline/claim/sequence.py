"""The words that put one event behind another, of which the second is told apart: "the raid came *a day after* men shot …"."""

from __future__ import annotations

from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.senses import noun_sense
from dateline.model.text import Token

MARKS = ("after", "before", "as", "amid", "amidst", "despite", "following", "in")


def put_behind(material: Material, verb: Token, kid: Token) -> range:
    """The tokens of a dependent that stay with an event that "came": the preposition with its noun, the conjunction alone."""
    if verb.lemma != "come" or kid.index < verb.index or not _of_event(material, verb):
        return range(0)
    if kid.dep == "prep" and kid.lower in MARKS:
        return range(kid.left, max((noun.index for noun in material.parse.kids(kid, "pobj")), default=kid.left) + 1)
    mark = next((word for word in material.parse.kids(kid, "mark") if word.lower in MARKS), None)
    return range(kid.left, mark.index + 1) if kid.dep == "advcl" and mark is not None else range(0)


def _of_event(material: Material, verb: Token) -> bool:
    senses = (noun_sense(material, noun) for noun in material.parse.kids(verb, "nsubj"))
    return any(sense is not None and sense.act in CONFLICT_ACTS and sense.act != "deploy" for sense in senses)
