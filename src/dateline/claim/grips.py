"""In whose hands something is: "the town is under rebel control", "their bases are in our hands"."""

from __future__ import annotations

from dateline.claim.arguments import prepositions
from dateline.claim.material import Material
from dateline.model.text import Token

GRIPS = ("hand", "control", "rule", "siege", "blockade", "attack", "fire", "occupation", "possession")
GRIPPING = ("in", "into", "under", "to", "at")
"""Nouns and prepositions that make their owner the agent: in their hands, under their control, under siege by them."""


def gripped(material: Material, core: Token) -> bool:
    """Whether the subject is what is held: "their bases are in our hands", unlike "they are in control of the bases"."""
    return any(
        noun is not None
        and noun.lemma in GRIPS
        and prep.lower in GRIPPING
        and (noun.lemma == "hand" or prep.lower == "under" or bool(material.parse.kids(noun, "poss")))
        for prep, noun in prepositions(material, core)
    )
