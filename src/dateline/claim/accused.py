"""Which words a charge is that somebody turns down: the ones that name him, or that accuse somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.claim.material import Material
from dateline.model.record import Claim
from dateline.model.sides import speaks_for
from dateline.model.text import Token
from dateline.model.world import Actor, Place

NEAR = 2
"""Sentences back, within which "the charge" is the one that was just made."""
FAR = 8
"""Sentences back, within which the charges stand whose owner is named."""
CHARGING = frozenset({"accusation", "allegation", "charge"})
"""Nouns for words that accuse; involvement and responsibility are for deeds."""
_ACCUSES = re.compile(
    r"\b(?:accus(?:e[sd]?|ing)|alleg(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|implicat(?:e[sd]?|ing))\b", re.IGNORECASE
)


def charge_made(material: Material, found: Sequence[Claim], claim: Claim, objects: Sequence[Token]) -> Claim | None:
    """The words told just before in which another voice charges who denies it here: "Oakford accuses Ashford of …".

    They name the one who answers, or his side; what is called a charge or an accusation may be of anybody. "Oakford's
    charges" are Oakford's, however far back.
    """
    nouns = {noun.lemma for noun in objects}
    owners = [actor for noun in objects for actor in _owners(material, noun)]
    last = _number(material, claim)
    denier = _actor(material, claim)
    for other in reversed(found):
        if last - _number(material, other) > (FAR if owners else NEAR):
            return None
        if owners and not _is_theirs(material, other, owners):
            continue
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


def _owners(material: Material, noun: Token) -> Iterator[Actor | Place]:
    """Whose charge it is: "Oakford's accusations"; a capital stands for its state."""
    for kid in material.parse.kids(noun, "poss"):
        mention = material.mention_at.get(kid.index)
        if mention is not None:
            owner = material.resolution.actor(mention.id) or material.resolution.place(mention.id)
            yield from () if owner is None else (owner,)


def _is_theirs(material: Material, claim: Claim, owners: Sequence[Actor | Place]) -> bool:
    voice = _actor(material, claim)
    return voice is not None and any(
        speaks_for(voice, owner) if isinstance(owner, Actor) else voice.country == owner.country for owner in owners
    )


def _names(material: Material, claim: Claim, denier: Actor) -> bool:
    """Whether the words tell of the one who denies, or of his side."""
    mentions = (m for span in claim.spans for m in material.resolution.within(span.start, span.end, "actor", "place"))
    actors = (material.resolution.actor(mention.id) for mention in mentions)
    return any(actor is not None and speaks_for(denier, actor) for actor in actors)
