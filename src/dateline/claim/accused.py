"""Which words a charge is that somebody turns down: the ones that name him, or that accuse somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.claim.material import Material
from dateline.model.record import Claim
from dateline.model.sides import speaks_for
from dateline.model.world import Actor

NEAR = 2
"""Sentences back, within which "the charge" is the one that was just made."""
CHARGING = frozenset({"accusation", "allegation", "charge"})
"""Nouns for words that accuse; involvement and responsibility are for deeds."""
_ACCUSES = re.compile(
    r"\b(?:accus(?:e[sd]?|ing)|alleg(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|implicat(?:e[sd]?|ing))\b", re.IGNORECASE
)


def charge_made(material: Material, found: Sequence[Claim], claim: Claim, nouns: set[str]) -> Claim | None:
    """The words told just before in which another voice charges who denies it here: "Oakford accuses Ashford of …".

    They name the one who answers, or his side; what is called a charge or an accusation may be of anybody.
    """
    last = _number(material, claim)
    denier = _actor(material, claim)
    for other in reversed(found):
        if last - _number(material, other) > NEAR:
            return None
        if other.believer == claim.believer or other.polarity != "positive" or other.modality == "denied":
            continue
        accuses = any(_ACCUSES.search(span.quote) for span in other.spans)
        if denier is not None and _names(material, other, denier) and (accuses or other.kind == "relation"):
            return other
        if accuses and nouns & CHARGING:
            return other
    return None


def _number(material: Material, claim: Claim) -> int:
    sentence = material.parse.sentence_at(claim.spans[0].start)
    return sentence.index if sentence is not None else 0


def _actor(material: Material, claim: Claim) -> Actor | None:
    source = claim.voices[-1].mention
    return material.resolution.actor(source) if source is not None else None


def _names(material: Material, claim: Claim, denier: Actor) -> bool:
    """Whether the words tell of the one who denies, or of his side."""
    mentions = (m for span in claim.spans for m in material.resolution.within(span.start, span.end, "actor", "place"))
    actors = (material.resolution.actor(mention.id) for mention in mentions)
    return any(actor is not None and speaks_for(denier, actor) for actor in actors)
