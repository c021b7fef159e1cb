"""Whom a noun names: the mention at it, in its name, and at what it is joined to."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.material import Material
from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.vocabulary import MentionKind
from dateline.reference.place_words import COMPASS

ACTORS: tuple[MentionKind, ...] = ("actor", "person", "label")
BESIDE = ("conj", "npadvmod", "amod")
"""How the second of two doers hangs on the first: "Turkish and Syrian shelling", "US-British strikes"."""


def named_at(material: Material, token: Token) -> Iterator[Mention]:
    """The mention at a noun and at its conjuncts; behind a counter ("12 of the rebels") the one that is counted."""
    mention = material.mention_at.get(token.index)
    if mention is not None:
        yield mention
        for kid in material.parse.kids(token, "amod", "nmod"):
            yield from joined(material, kid)
    else:
        yield from in_name(material, token)
    if mention is None or mention.kind == "quantity":
        for prep in material.parse.kids(token, "prep"):
            if prep.lower in ("of", "from"):
                for noun in material.parse.kids(prep, "pobj"):
                    yield from named_at(material, noun)
    for kid in material.parse.kids(token, "conj", "appos"):
        # In "killed two nurses, doctors and witnesses said" the witnesses are a voice.
        speaks = kid.index in material.source_at and token.index not in material.source_at
        again = kid.lower in ("both", "all", "each")
        # "Ashford, west of Oakford": Oakford only tells where Ashford lies.
        ground = kid.dep == "appos" and kid.lower in COMPASS
        if not (speaks or again or ground) and (kid.dep == "conj" or mention is None):
            yield from named_at(material, kid)


def in_name(material: Material, token: Token) -> Iterator[Mention]:
    """The party that a noun carries before it: "army columns", "Navy SEALs", "coalition fighter jets"."""
    for kid in material.parse.kids(token, "compound", "nmod", "amod", "poss"):
        mention = material.mention_at.get(kid.index)
        if mention is not None and mention.kind in ("actor", "label"):
            yield mention
        elif kid.dep == "compound":
            yield from in_name(material, kid)
        yield from joined(material, kid)


def joined(material: Material, adjective: Token) -> Iterator[Mention]:
    """The other of two states that adjectives join: "US-Somali forces", "US and British warplanes".

    Whoever backs, leads or trains a party ("US-backed militias") is not beside it.
    """
    if adjective.tag == "VBN":
        return
    first = (adjective,) if material.parse.kids(adjective, "conj") else ()
    for ally in (*first, *material.parse.kids(adjective, *BESIDE[1:])):
        mention = material.mention_at.get(ally.index)
        if mention is not None and mention.kind == "actor":
            yield mention


def are_people(material: Material, mention: Mention) -> bool:
    """Whether a number counts men of a party: "three soldiers"."""
    return mention.kind == "quantity" and material.resolution.actor(mention.id) is not None
